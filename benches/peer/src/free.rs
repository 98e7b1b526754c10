//! When a doctor is free first.

use std::collections::HashMap;

use chrono::{DateTime, Datelike, MappedLocalTime, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use serde::Serialize;
use sqlx::QueryBuilder;
use sqlx::sqlite::Sqlite;
use uuid::Uuid;

use crate::clock::{Instant, Local};
use crate::{Answer, App};

#[derive(Serialize)]
pub struct FreeTime {
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub clinic_id: Uuid,
    pub local: Local,
}

pub struct Clinic {
    pub id: Uuid,
    pub name: String,
    pub address: String,
    pub zone: String,
}

struct Hours {
    clinic_id: Uuid,
    weekday: u32,
    from: i64,
    to: i64,
    slot: i64,
}

struct Exception {
    clinic_id: Option<Uuid>,
    date: NaiveDate,
    extra: bool,
    hours: Option<(i64, i64)>,
}

/// A row of `hour_exceptions`: doctor, clinic, date, kind, from, to.
type ExceptionRow = (
    Uuid,
    Option<Uuid>,
    NaiveDate,
    String,
    Option<i64>,
    Option<i64>,
);

/// All that says when a doctor is free.
#[derive(Default)]
pub struct Diary {
    pub clinics: Vec<Clinic>,
    weekly: Vec<Hours>,
    exceptions: Vec<Exception>,
    taken: Vec<(Instant, Instant)>,
    notice: TimeDelta,
    horizon: TimeDelta,
}

/// A query for the rows of these doctors.
fn of(select: &'static str, ids: &[Uuid], rest: &'static str) -> QueryBuilder<Sqlite> {
    let mut query = QueryBuilder::new(select);
    let mut list = query.separated(", ");
    for id in ids {
        list.push_bind(*id);
    }
    query.push(rest);
    query
}

/// The diaries of these doctors: five queries.
pub async fn diaries(app: &App, ids: &[Uuid], now: Instant) -> Answer<HashMap<Uuid, Diary>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let mut diaries = HashMap::new();
    let doctors: Vec<(Uuid, i64, i64)> = of(
        "select user_id, minimum_notice_minutes, horizon_days from doctors where user_id in (",
        ids,
        ")",
    )
    .build_query_as()
    .fetch_all(&app.db)
    .await?;
    for (id, notice, horizon) in doctors {
        let diary = Diary {
            notice: TimeDelta::minutes(notice),
            horizon: TimeDelta::days(horizon),
            ..Diary::default()
        };
        diaries.insert(id, diary);
    }
    let clinics: Vec<(Uuid, Uuid, String, String, String)> = of(
        "select id, doctor_id, name, address, time_zone from clinics where doctor_id in (",
        ids,
        ") and removed_at is null order by id",
    )
    .build_query_as()
    .fetch_all(&app.db)
    .await?;
    for (id, doctor, name, address, zone) in clinics {
        diaries.entry(doctor).or_default().clinics.push(Clinic {
            id,
            name,
            address,
            zone,
        });
    }
    let weekly: Vec<(Uuid, Uuid, u32, i64, i64, i64)> = of(
        "select doctor_id, clinic_id, weekday, from_minute, to_minute, slot_minutes from weekly_hours where doctor_id in (",
        ids,
        ") order by weekday, from_minute, id",
    )
    .build_query_as()
    .fetch_all(&app.db)
    .await?;
    for (doctor, clinic_id, weekday, from, to, slot) in weekly {
        diaries.entry(doctor).or_default().weekly.push(Hours {
            clinic_id,
            weekday,
            from,
            to,
            slot,
        });
    }
    let mut query = of(
        "select doctor_id, clinic_id, on_date, kind, from_minute, to_minute from hour_exceptions where doctor_id in (",
        ids,
        ") and on_date >= ",
    );
    query.push_bind((now - TimeDelta::days(2)).date_naive());
    let exceptions: Vec<ExceptionRow> = query.build_query_as().fetch_all(&app.db).await?;
    for (doctor, clinic_id, date, kind, from, to) in exceptions {
        let exception = Exception {
            clinic_id,
            date,
            extra: kind == "extra",
            hours: from.zip(to),
        };
        diaries
            .entry(doctor)
            .or_default()
            .exceptions
            .push(exception);
    }
    let mut query = of(
        "select doctor_id, starts_at, ends_at from appointments where doctor_id in (",
        ids,
        ") and status in ('pending', 'proposed', 'accepted') and starts_at > ",
    );
    query.push_bind(now - TimeDelta::days(1));
    let taken: Vec<(Uuid, Instant, Instant)> = query.build_query_as().fetch_all(&app.db).await?;
    for (doctor, starts_at, ends_at) in taken {
        diaries
            .entry(doctor)
            .or_default()
            .taken
            .push((starts_at, ends_at));
    }
    Ok(diaries)
}

impl Diary {
    /// The first free time there is.
    pub fn first_free(&self, now: Instant) -> Option<FreeTime> {
        let first = (now + self.notice).date_naive().pred_opt()?;
        let days = self.horizon.num_days() + 3;
        let (starts_at, ends_at, clinic) = first
            .iter_days()
            .take(usize::try_from(days).unwrap_or(0))
            .find_map(|date| {
                self.day(date)
                    .into_iter()
                    .find(|(start, end, _)| self.is_open(*start, *end, now))
            })?;
        Some(FreeTime {
            starts_at,
            ends_at,
            clinic_id: clinic.id,
            local: Local::at(&clinic.zone, starts_at, ends_at),
        })
    }

    fn is_open(&self, start: Instant, end: Instant, now: Instant) -> bool {
        start >= now + self.notice
            && start <= now + self.horizon
            && !self
                .taken
                .iter()
                .any(|(from, to)| *from < end && *to > start)
    }

    /// The slots of a date, by start.
    fn day(&self, date: NaiveDate) -> Vec<(Instant, Instant, &Clinic)> {
        let weekday = date.weekday().number_from_monday();
        let mut slots = Vec::new();
        for hours in self.weekly.iter().filter(|hours| hours.weekday == weekday) {
            self.cut(
                date,
                hours.clinic_id,
                hours.from,
                hours.to,
                hours.slot,
                false,
                &mut slots,
            );
        }
        for extra in self
            .exceptions
            .iter()
            .filter(|exception| exception.extra && exception.date == date)
        {
            if let (Some(clinic), Some((from, to))) = (extra.clinic_id, extra.hours) {
                let usual = self.weekly.iter().filter(|hours| hours.clinic_id == clinic);
                let slot = usual
                    .min_by_key(|hours| hours.weekday != weekday)
                    .map_or(30, |hours| hours.slot);
                self.cut(date, clinic, from, to, slot, true, &mut slots);
            }
        }
        slots.sort_by_key(|(start, _, _)| *start);
        slots
    }

    #[expect(clippy::too_many_arguments)]
    fn cut<'a>(
        &'a self,
        date: NaiveDate,
        clinic_id: Uuid,
        from: i64,
        to: i64,
        slot: i64,
        extra: bool,
        slots: &mut Vec<(Instant, Instant, &'a Clinic)>,
    ) {
        let Some(clinic) = self.clinics.iter().find(|clinic| clinic.id == clinic_id) else {
            return;
        };
        let Ok(zone) = clinic.zone.parse::<Tz>() else {
            return;
        };
        let mut minute = from;
        while minute + slot <= to {
            let closed = !extra
                && self.exceptions.iter().any(|exception| {
                    !exception.extra
                        && exception.date == date
                        && exception.clinic_id.is_none_or(|id| id == clinic_id)
                        && exception
                            .hours
                            .is_none_or(|(from, to)| minute < to && minute + slot > from)
                });
            if !closed && let Some(start) = on_the_wall(zone, date, minute) {
                slots.push((start, start + TimeDelta::minutes(slot), clinic));
            }
            minute += slot;
        }
    }
}

fn on_the_wall(zone: Tz, date: NaiveDate, minute: i64) -> Option<Instant> {
    let time = NaiveTime::from_num_seconds_from_midnight_opt(u32::try_from(minute * 60).ok()?, 0)?;
    match zone.from_local_datetime(&date.and_time(time)) {
        MappedLocalTime::Single(at) | MappedLocalTime::Ambiguous(at, _) => {
            Some(DateTime::with_timezone(&at, &Utc))
        }
        MappedLocalTime::None => None,
    }
}
