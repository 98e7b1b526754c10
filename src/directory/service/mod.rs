//! Use cases of the directory. It lists verified doctors who are not suspended, nobody else.

mod guide;
mod profile;
mod search;
mod specialties;

pub use guide::{GuideCall, free_soonest};
pub use profile::doctor;
pub use search::{Search, doctors, named};
pub use specialties::{listed_specialties, soonest, specialties, with_doctors};

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Select};

use crate::accounts::entity::{doctor as doctors_table, user};

/// The doctors that anybody may find.
fn listed() -> Select<doctors_table::Entity> {
    doctors_table::Entity::find()
        .inner_join(user::Entity)
        .filter(doctors_table::Column::VerifiedAt.is_not_null())
        .filter(user::Column::SuspendedAt.is_null())
}

#[cfg(test)]
mod tests;
