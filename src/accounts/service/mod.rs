//! Use cases: register, sign in, see and change your own profile, verify a doctor.

mod hold;
mod profile;
mod register;
mod sign_in;

pub use hold::begin_holding;
pub use profile::{change_profile, languages, me, viewer};
pub use register::{Registration, register_doctor, register_patient, verify_doctor};
pub use sign_in::sign_in;
