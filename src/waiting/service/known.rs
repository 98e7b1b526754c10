//! What is known of patients and doctors while a round looks at their wishes.

use std::collections::{HashMap, HashSet};

use chrono::TimeDelta;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::accounts::entity::{doctor, user};
use crate::appointments::entity::appointment;
use crate::appointments::model::Status;
use crate::error::Answer;
use crate::server::state::App;
use crate::time::{FreeTime, Instant};
use crate::waiting::entity::{offer, wish};
use crate::waiting::model::OfferStatus;
use crate::waiting::rules;

/// For some wishes, as it was when they were read.
pub struct Known {
    /// Doctors who may be asked, with how long before a time they must be, and those of them
    /// who practise a specialty.
    doctors: HashMap<Uuid, TimeDelta>,
    of_specialty: HashMap<String, Vec<Uuid>>,
    /// What a patient was offered already.
    offered: HashSet<(Uuid, Uuid, Instant)>,
    /// When a patient is busy.
    busy: HashMap<Uuid, Vec<(Instant, Instant)>>,
    /// How long an offer holds its time.
    within: TimeDelta,
}

/// What began earlier than this is over: no appointment is longer than a day.
const LONGEST: TimeDelta = TimeDelta::days(1);

impl Known {
    pub async fn read(app: &App, wishes: &[wish::Model]) -> Answer<Self> {
        let (doctors, of_specialty) = Self::doctors(app, wishes).await?;
        let patients: HashSet<Uuid> = wishes.iter().map(|wish| wish.patient_id).collect();
        let mut known = Self {
            doctors,
            of_specialty,
            offered: HashSet::new(),
            busy: HashMap::new(),
            within: app.settings.offer_within,
        };
        let now = app.now();
        let offers = offer::Entity::find()
            .filter(offer::Column::PatientId.is_in(patients.iter().copied()))
            .filter(offer::Column::StartsAt.gt(now))
            .all(app.db.read())
            .await?;
        for offer in offers {
            if offer.status()? == OfferStatus::Open {
                let busy = known.busy.entry(offer.patient_id).or_default();
                busy.push((offer.starts_at, offer.ends_at));
            }
            known
                .offered
                .insert((offer.patient_id, offer.doctor_id, offer.starts_at));
        }
        let taken: Vec<(Uuid, Instant, Instant)> = appointment::Entity::find()
            .select_only()
            .columns([
                appointment::Column::PatientId,
                appointment::Column::StartsAt,
                appointment::Column::EndsAt,
            ])
            .filter(appointment::Column::PatientId.is_in(patients))
            .filter(appointment::Column::Status.is_in(Status::LIVE.map(Status::as_str)))
            // One that is under way keeps its patient busy too.
            .filter(appointment::Column::StartsAt.gt(now - LONGEST))
            .into_tuple()
            .all(app.db.read())
            .await?;
        for (patient, from, until) in taken {
            known.busy.entry(patient).or_default().push((from, until));
        }
        Ok(known)
    }

    async fn doctors(
        app: &App,
        wishes: &[wish::Model],
    ) -> Answer<(HashMap<Uuid, TimeDelta>, HashMap<String, Vec<Uuid>>)> {
        let ids = wishes.iter().filter_map(|wish| wish.doctor_id);
        let slugs: HashSet<&str> = wishes
            .iter()
            .filter_map(|wish| wish.specialty.as_deref())
            .collect();
        let rows: Vec<(Uuid, String, i32)> = doctor::Entity::find()
            .select_only()
            .columns([
                doctor::Column::UserId,
                doctor::Column::Specialty,
                doctor::Column::MinimumNoticeMinutes,
            ])
            .inner_join(user::Entity)
            .filter(doctor::Column::VerifiedAt.is_not_null())
            .filter(doctor::Column::Accepting.eq(true))
            .filter(user::Column::SuspendedAt.is_null())
            .filter(
                Condition::any()
                    .add(doctor::Column::UserId.is_in(ids))
                    .add(doctor::Column::Specialty.is_in(slugs.iter().copied())),
            )
            .into_tuple()
            .all(app.db.read())
            .await?;
        let mut of_specialty: HashMap<String, Vec<Uuid>> = HashMap::new();
        let mut doctors = HashMap::with_capacity(rows.len());
        for (id, specialty, notice) in rows {
            doctors.insert(id, TimeDelta::minutes(notice.into()));
            if slugs.contains(specialty.as_str()) {
                of_specialty.entry(specialty).or_default().push(id);
            }
        }
        Ok((doctors, of_specialty))
    }

    /// Who may be asked for a wish.
    pub fn asked(&self, wish: &wish::Model) -> Vec<Uuid> {
        match (&wish.doctor_id, &wish.specialty) {
            (Some(id), _) if self.doctors.contains_key(id) => vec![*id],
            (None, Some(slug)) => self.of_specialty.get(slug).cloned().unwrap_or_default(),
            _ => Vec::new(),
        }
    }

    /// Whether a patient may be offered a time now: it can be held for long enough, is new to
    /// them, and they are free then.
    pub fn may(&self, patient: Uuid, doctor: Uuid, time: &FreeTime, now: Instant) -> bool {
        let overlaps =
            |(from, until): &(Instant, Instant)| *from < time.ends_at && time.starts_at < *until;
        let is_held = |notice: &TimeDelta| {
            rules::held_until(now, self.within, time.starts_at, *notice).is_some()
        };
        self.doctors.get(&doctor).is_some_and(is_held)
            && !self.offered.contains(&(patient, doctor, time.starts_at))
            && !self
                .busy
                .get(&patient)
                .is_some_and(|busy| busy.iter().any(overlaps))
    }

    /// A time that the patient was, or could not be, offered.
    pub fn note_offer(&mut self, patient: Uuid, doctor: Uuid, starts_at: Instant) {
        self.offered.insert((patient, doctor, starts_at));
    }

    /// When the patient is busy from now on.
    pub fn note_busy(&mut self, patient: Uuid, from: Instant, until: Instant) {
        self.busy.entry(patient).or_default().push((from, until));
    }
}
