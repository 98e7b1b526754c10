//! What is held for somebody on the waiting list, for the doctor whose time it is.

use std::ops::Range;

use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, RelationTrait,
};
use uuid::Uuid;

use crate::accounts::entity::user;
use crate::availability::entity::held;
use crate::error::Answer;
use crate::time::{Instant, Local};

/// A time that is held, for whom and until when.
#[derive(Clone, Debug, FromQueryResult)]
pub struct HeldTime {
    pub patient_name: String,
    pub clinic_id: Uuid,
    pub starts_at: Instant,
    pub ends_at: Instant,
    time_zone: String,
    held_until: Instant,
}

impl HeldTime {
    /// How it reads at the clinic.
    pub fn local(&self) -> Local {
        Local::at(&self.time_zone, self.starts_at, self.ends_at)
    }

    /// Until when it is held, as that reads there.
    pub fn until(&self) -> Local {
        Local::at(&self.time_zone, self.held_until, self.held_until)
    }
}

/// What is held of a doctor's time that begins in `window`.
///
/// # Errors
/// When the database does not answer.
pub async fn held_times<C: ConnectionTrait>(
    db: &C,
    doctor_id: Uuid,
    window: Range<Instant>,
) -> Answer<Vec<HeldTime>> {
    let rows = held::Entity::find()
        .select_only()
        .columns([
            held::Column::ClinicId,
            held::Column::StartsAt,
            held::Column::EndsAt,
            held::Column::TimeZone,
            held::Column::HeldUntil,
        ])
        .join(JoinType::InnerJoin, held::Relation::Patient.def())
        .column_as(user::Column::FullName, "patient_name")
        .filter(held::Column::DoctorId.eq(doctor_id))
        // As in the index of what is held: a value that is bound would not find it.
        .filter(Expr::cust("waiting_offers.status = 'open'"))
        .filter(held::Column::StartsAt.gte(window.start))
        .filter(held::Column::StartsAt.lt(window.end))
        .order_by_asc(held::Column::StartsAt)
        .into_model()
        .all(db)
        .await?;
    Ok(rows)
}
