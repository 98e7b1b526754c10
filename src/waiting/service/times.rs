//! What is free during a round: read once for each doctor, forgotten once it has changed.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::TimeDelta;
use uuid::Uuid;

use crate::availability::service::{Diary, diaries};
use crate::error::Answer;
use crate::server::state::App;
use crate::time::{FreeTime, Instant};
use crate::waiting::entity::wish;

/// The free times of doctors, by kind of visit.
#[derive(Default)]
pub struct Times {
    diaries: HashMap<Uuid, Diary>,
    free: HashMap<(Uuid, Option<u16>), Arc<[FreeTime]>>,
}

impl Times {
    /// Reads the diaries of those doctors that are not known yet.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn read(&mut self, app: &App, doctors: &[Uuid]) -> Answer<()> {
        let mut new: Vec<Uuid> = doctors
            .iter()
            .copied()
            .filter(|id| !self.diaries.contains_key(id))
            .collect();
        new.sort_unstable();
        new.dedup();
        for some in new.chunks(200) {
            self.diaries
                .extend(diaries(app.db.read(), some, app.now()).await?);
        }
        Ok(())
    }

    /// All the free times of a doctor for such visits as are wished for, by start.
    fn of(&mut self, doctor: Uuid, wish: &wish::Model) -> Arc<[FreeTime]> {
        let none = || Arc::from([]);
        let Some(diary) = self.diaries.get(&doctor) else {
            return none();
        };
        let minutes = match wish.visit_type_id {
            None => None,
            Some(id) => match diary.visit_types.iter().find(|kind| kind.id == id) {
                Some(kind) => Some(kind.minutes),
                // The doctor does not offer it any more.
                None => return none(),
            },
        };
        self.free
            .entry((doctor, minutes))
            .or_insert_with(|| {
                let (from, until) = (diary.today(), diary.last_date());
                // A day of slack covers every zone.
                let days = (until - from + TimeDelta::days(2)).num_days();
                let diary = diary.clone().for_visits(minutes);
                diary
                    .free(from, u32::try_from(days).unwrap_or_default())
                    .into()
            })
            .clone()
    }

    /// The first free time of any of these doctors that fits a wish, and that `may` be offered.
    pub fn first(
        &mut self,
        doctors: &[Uuid],
        wish: &wish::Model,
        may: impl Fn(Uuid, &FreeTime) -> bool,
    ) -> Option<(Uuid, FreeTime)> {
        let when = wish.when();
        let mut first: Option<(Instant, Uuid, FreeTime)> = None;
        for doctor in doctors {
            let free = self.of(*doctor, wish);
            let found = free
                .iter()
                .find(|time| when.fits(&time.local) && may(*doctor, time));
            if let Some(time) = found
                && first
                    .as_ref()
                    .is_none_or(|(at, id, _)| (time.starts_at, *doctor) < (*at, *id))
            {
                first = Some((time.starts_at, *doctor, time.clone()));
            }
        }
        first.map(|(_, doctor, time)| (doctor, time))
    }

    /// What was known of a doctor is not so any more.
    pub fn forget(&mut self, doctor: Uuid) {
        self.diaries.remove(&doctor);
        self.free.retain(|(id, _), _| *id != doctor);
    }
}
