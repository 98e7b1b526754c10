//! The tables of this feature, and what it reads of the appointments.

/// Table `clinics`.
pub mod clinic {
    use crate::availability::model::Clinic;
    use crate::time::Instant;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "clinics")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub doctor_id: Uuid,
        pub name: String,
        pub address: String,
        pub latitude: Option<f64>,
        pub longitude: Option<f64>,
        pub time_zone: String,
        pub notes: Option<String>,
        pub created_at: Instant,
        /// Removed clinics stay, since past appointments name them.
        pub removed_at: Option<Instant>,
        /// Goes up with each change.
        pub version: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl From<Model> for Clinic {
        fn from(row: Model) -> Self {
            Self {
                id: row.id,
                name: row.name,
                address: row.address,
                latitude: row.latitude,
                longitude: row.longitude,
                time_zone: row.time_zone,
                notes: row.notes,
                version: row.version,
            }
        }
    }
}

/// Table `weekly_hours`; times are minutes after midnight at the clinic.
pub mod weekly_hours {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "weekly_hours")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub doctor_id: Uuid,
        pub clinic_id: Uuid,
        pub weekday: i32,
        pub from_minute: i32,
        pub to_minute: i32,
        pub slot_minutes: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Table `hour_exceptions`.
pub mod hour_exception {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "hour_exceptions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub doctor_id: Uuid,
        pub clinic_id: Option<Uuid>,
        /// The first date.
        pub on_date: Date,
        /// The last one, where there are several.
        pub until_date: Option<Date>,
        pub kind: String,
        pub from_minute: Option<i32>,
        pub to_minute: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Table `visit_types`.
pub mod visit_type {
    use crate::availability::model::VisitType;
    use crate::time::Instant;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "visit_types")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub doctor_id: Uuid,
        pub name: String,
        pub minutes: i32,
        /// Its place in the doctor's list.
        pub position: i32,
        /// Removed ones stay, since appointments name them.
        pub removed_at: Option<Instant>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl From<Model> for VisitType {
        fn from(row: Model) -> Self {
            Self {
                id: row.id,
                name: row.name,
                // The table's own check makes it fit.
                minutes: u16::try_from(row.minutes).unwrap_or_default(),
            }
        }
    }
}

/// What makes a doctor busy: a view of the table `appointments`, only ever read from here.
///
/// The appointments belong to the feature of that name, which calls this one. So that no
/// circle arises, these few columns are named once more.
pub mod taken {
    use crate::time::Instant;
    use sea_orm::entity::prelude::*;

    /// The states in which an appointment holds its time.
    pub const LIVE: [&str; 3] = ["pending", "proposed", "accepted"];

    /// The same by what it is not, word for word as in the index `appointments_taken`. SQLite takes
    /// a positive list for three places to look at, and then another index for better.
    pub const HOLDS: &str =
        "status not in ('referred', 'declined', 'cancelled', 'completed', 'no_show', 'expired')";

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "appointments")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub case_id: Uuid,
        pub doctor_id: Uuid,
        pub patient_id: Uuid,
        pub clinic_id: Option<Uuid>,
        pub status: String,
        pub starts_at: Instant,
        pub ends_at: Instant,
        pub time_zone: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "crate::accounts::entity::user::Entity",
            from = "Column::PatientId",
            to = "crate::accounts::entity::user::Column::Id"
        )]
        Patient,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What is held for somebody on the waiting list: a view of the table `waiting_offers`, only ever
/// read from here, for the same reason.
pub mod held {
    use crate::time::Instant;
    use sea_orm::entity::prelude::*;

    /// The state in which an offer holds its time.
    pub const OPEN: &str = "open";

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "waiting_offers")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub doctor_id: Uuid,
        pub patient_id: Uuid,
        pub clinic_id: Uuid,
        pub status: String,
        pub starts_at: Instant,
        pub ends_at: Instant,
        pub time_zone: String,
        pub held_until: Instant,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "crate::accounts::entity::user::Entity",
            from = "Column::PatientId",
            to = "crate::accounts::entity::user::Column::Id"
        )]
        Patient,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
