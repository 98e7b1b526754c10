//! Pages of accounts.

mod login;
mod register;
mod reset;
mod settings;

pub use login::{Login, SignOut};
pub use register::{Register, RegisterDoctor, RegisterPatient};
pub use reset::ResetPage;
pub use settings::SettingsPage;
