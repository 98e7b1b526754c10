//! The demonstration.

use super::state::App;
use crate::accounts::model::DemoAccount;
use crate::error::Answer;

/// Fills an empty database.
///
/// # Errors
/// When the database does not answer.
pub async fn fill(_app: &App) -> Answer<()> {
    Ok(())
}

/// Its accounts.
pub fn accounts() -> Vec<DemoAccount> {
    Vec::new()
}
