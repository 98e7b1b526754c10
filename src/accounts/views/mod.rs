//! Pages of accounts.

mod login;
mod register;
mod settings;

pub use login::{Login, SignOut};
pub use register::{Register, RegisterDoctor, RegisterPatient};
pub use settings::SettingsPage;
