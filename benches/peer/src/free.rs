//! When a doctor is free first.

use std::collections::HashMap;

use chrono::{
    DateTime, Datelike, Days, MappedLocalTime, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc,
};
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
    zone: Option<Tz>,
}

/// Hours of the week, or of one date.
#[derive(Clone, Copy)]
struct Hours {
    clinic_id: Uuid,
    weekday: u32,
    from: i64,
    to: i64,
    slot: i64,
    extra: bool,
}

struct Exception {
    clinic_id: Option<Uuid>,
    first: NaiveDate,
    last: NaiveDate,
    extra: bool,
    hours: Option<(i64, i64)>,
}

/// A row of `hour_exceptions`: doctor, clinic, first and last date, kind, from, to.
type ExceptionRow = (
    Uuid,
    Option<Uuid>,
    NaiveDate,
    Option<NaiveDate>,
    String,
    Option<i64>,
    Option<i64>,
);

/// What is taken of a doctor's time, and on which wall its date is read.
struct Taken {
    starts_at: Instant,
    ends_at: Instant,
    zone: String,
}

#[derive(Clone, Copy)]
struct Slot {
    starts_at: Instant,
    ends_at: Instant,
    clinic_id: Uuid,
    zone: Tz,
    date: NaiveDate,
    /// The place of its hours among those of the date.
    rank: usize,
}

/// All that says when a doctor is free.
#[derive(Default)]
pub struct Diary {
    pub clinics: Vec<Clinic>,
    /// The length of the first kind of visit; where there is none, the hours say it.
    visit: Option<i64>,
    weekly: Vec<Hours>,
    exceptions: Vec<Exception>,
    taken: Vec<Taken>,
    notice: TimeDelta,
    horizon: TimeDelta,
    /// What must lie between two appointments.
    gap: TimeDelta,
    daily_cap: Option<usize>,
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

/// The diaries of these doctors: seven queries.
pub async fn diaries(app: &App, ids: &[Uuid], now: Instant) -> Answer<HashMap<Uuid, Diary>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let mut diaries = HashMap::new();
    let doctors: Vec<(Uuid, i64, i64, i64, i64, Option<u32>)> = of(
        "select user_id, minimum_notice_minutes, horizon_days, buffer_before_minutes, buffer_after_minutes, daily_cap \
         from doctors where user_id in (",
        ids,
        ")",
    )
    .build_query_as()
    .fetch_all(&app.db)
    .await?;
    for (id, notice, horizon, before, after, cap) in doctors {
        let diary = Diary {
            notice: TimeDelta::minutes(notice),
            horizon: TimeDelta::days(horizon),
            gap: TimeDelta::minutes(before + after),
            daily_cap: cap.map(|cap| cap as usize),
            ..Diary::default()
        };
        diaries.insert(id, diary);
    }
    hours(app, ids, now, &mut diaries).await?;
    // No longer ago than what a buffer or a date in another zone can reach.
    let since = now - TimeDelta::hours(52);
    // Word for word as in the indexes.
    let mut appointments = of(
        "select doctor_id, starts_at, ends_at, time_zone from appointments where doctor_id in (",
        ids,
        ") and status not in ('referred', 'declined', 'cancelled', 'completed', 'no_show', 'expired') and starts_at > ",
    );
    let mut offers = of(
        "select doctor_id, starts_at, ends_at, time_zone from waiting_offers where doctor_id in (",
        ids,
        ") and status = 'open' and starts_at > ",
    );
    for query in [&mut appointments, &mut offers] {
        query.push_bind(since);
        let taken: Vec<(Uuid, Instant, Instant, String)> =
            query.build_query_as().fetch_all(&app.db).await?;
        for (doctor, starts_at, ends_at, zone) in taken {
            diaries.entry(doctor).or_default().taken.push(Taken {
                starts_at,
                ends_at,
                zone,
            });
        }
    }
    Ok(diaries)
}

/// Where they work, when, and for how long a visit takes.
async fn hours(
    app: &App,
    ids: &[Uuid],
    now: Instant,
    diaries: &mut HashMap<Uuid, Diary>,
) -> Answer<()> {
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
            zone: zone.parse().ok(),
        });
    }
    let visits: Vec<(Uuid, i64)> = of(
        "select doctor_id, minutes from visit_types where doctor_id in (",
        ids,
        ") and removed_at is null order by position, id",
    )
    .build_query_as()
    .fetch_all(&app.db)
    .await?;
    for (doctor, minutes) in visits {
        diaries
            .entry(doctor)
            .or_default()
            .visit
            .get_or_insert(minutes);
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
            extra: false,
        });
    }
    let since = (now - TimeDelta::hours(52)).date_naive();
    let mut query = of(
        "select doctor_id, clinic_id, on_date, until_date, kind, from_minute, to_minute from hour_exceptions where doctor_id in (",
        ids,
        ") and (on_date >= ",
    );
    query.push_bind(since);
    query.push(" or until_date >= ");
    query.push_bind(since);
    query.push(") order by on_date, id");
    let exceptions: Vec<ExceptionRow> = query.build_query_as().fetch_all(&app.db).await?;
    for (doctor, clinic_id, first, last, kind, from, to) in exceptions {
        let exception = Exception {
            clinic_id,
            first,
            last: last.unwrap_or(first),
            extra: kind == "extra",
            hours: from.zip(to),
        };
        diaries
            .entry(doctor)
            .or_default()
            .exceptions
            .push(exception);
    }
    Ok(())
}

impl Diary {
    /// The first free time there is.
    pub fn first_free(&self, now: Instant) -> Option<FreeTime> {
        // A day of slack at each end covers every zone.
        let first = (now + self.notice).date_naive().pred_opt()?;
        let last = (now + self.horizon).date_naive().succ_opt()?;
        let (date, slot) = first
            .iter_days()
            .take_while(|date| *date <= last)
            .find_map(|date| Some((date, self.first_of(date, now)?)))?;
        // Where clinics lie in several zones, a later date of one may begin before an earlier of another.
        let later = date.iter_days().skip(1).take(self.reach());
        let slot = std::iter::once(slot)
            .chain(later.filter_map(|date| self.first_of(date, now)))
            .min_by_key(|slot| (slot.starts_at, slot.ends_at))?;
        Some(FreeTime {
            starts_at: slot.starts_at,
            ends_at: slot.ends_at,
            clinic_id: slot.clinic_id,
            local: Local::at(slot.zone.name(), slot.starts_at, slot.ends_at),
        })
    }

    /// By how many dates hours can overlap others.
    fn reach(&self) -> usize {
        let mut zones = self.clinics.iter().filter_map(|clinic| clinic.zone);
        let first = zones.next();
        if zones.all(|zone| Some(zone) == first) {
            0
        } else {
            2
        }
    }

    /// The first free slot of a date.
    fn first_of(&self, date: NaiveDate, now: Instant) -> Option<Slot> {
        let full = |cap| {
            let on_date = |taken: &&Taken| {
                let zone: Tz = taken.zone.parse().unwrap_or(Tz::UTC);
                taken.starts_at.with_timezone(&zone).date_naive() == date
            };
            self.taken.iter().filter(on_date).count() >= cap
        };
        if self.daily_cap.is_some_and(full) {
            return None;
        }
        let mut slots = self.day(date);
        slots.retain(|slot| self.is_open(slot, now));
        slots
            .into_iter()
            .min_by_key(|slot| (slot.starts_at, slot.ends_at))
    }

    fn is_open(&self, slot: &Slot, now: Instant) -> bool {
        slot.starts_at >= now + self.notice
            && slot.starts_at <= now + self.horizon
            && !self.taken.iter().any(|taken| {
                taken.starts_at < slot.ends_at + self.gap
                    && taken.ends_at > slot.starts_at - self.gap
            })
    }

    /// The slots of a date. Of two that overlap, the one of the earlier date, then of the earlier hours stands.
    fn day(&self, date: NaiveDate) -> Vec<Slot> {
        let reach = self.reach();
        let first = date - Days::new(reach as u64);
        let all: Vec<Slot> = first
            .iter_days()
            .take(1 + 2 * reach)
            .flat_map(|date| self.laid_out(date))
            .collect();
        let wins = |other: &Slot, slot: &Slot| {
            (other.date, other.rank) < (slot.date, slot.rank)
                && other.starts_at < slot.ends_at
                && other.ends_at > slot.starts_at
        };
        let stands = |slot: &&Slot| slot.date == date && !all.iter().any(|other| wins(other, slot));
        all.iter().filter(stands).copied().collect()
    }

    /// The slots of a date as its hours lay them out.
    fn laid_out(&self, date: NaiveDate) -> Vec<Slot> {
        let closures: Vec<&Exception> = self.on(date, false).collect();
        let mut slots = Vec::new();
        for (rank, hours) in self.hours(date).iter().enumerate() {
            let clinic = self
                .clinics
                .iter()
                .find(|clinic| clinic.id == hours.clinic_id);
            let Some(zone) = clinic.and_then(|clinic| clinic.zone) else {
                continue;
            };
            let length = self.visit.unwrap_or(hours.slot);
            let mut minute = hours.from;
            let mut free_from = Instant::MIN_UTC;
            while minute + length <= hours.to {
                let closed = !hours.extra
                    && closures
                        .iter()
                        .any(|closure| closure.closes(hours.clinic_id, minute, length));
                // Where the clock leaps over less than a slot, the next start may come too soon.
                let start = on_the_wall(zone, date, minute).filter(|start| *start >= free_from);
                if !closed && let Some(starts_at) = start {
                    let ends_at = starts_at + TimeDelta::minutes(length);
                    free_from = ends_at + self.gap;
                    slots.push(Slot {
                        starts_at,
                        ends_at,
                        clinic_id: hours.clinic_id,
                        zone,
                        date,
                        rank,
                    });
                }
                minute += (length + self.gap.num_minutes()).max(1);
            }
        }
        slots
    }

    /// What adds hours to a date, or takes them away.
    fn on(&self, date: NaiveDate, extra: bool) -> impl Iterator<Item = &Exception> {
        self.exceptions.iter().filter(move |exception| {
            exception.extra == extra && exception.first <= date && date <= exception.last
        })
    }

    /// The hours of a date: those of the week, then the extra ones.
    fn hours(&self, date: NaiveDate) -> Vec<Hours> {
        let weekday = date.weekday().number_from_monday();
        let weekly = self
            .weekly
            .iter()
            .filter(|hours| hours.weekday == weekday)
            .copied();
        let extra = self.on(date, true).filter_map(|extra| {
            let (clinic_id, (from, to)) = extra.clinic_id.zip(extra.hours)?;
            let usual = self
                .weekly
                .iter()
                .filter(|hours| hours.clinic_id == clinic_id);
            Some(Hours {
                clinic_id,
                weekday,
                from,
                to,
                slot: usual
                    .min_by_key(|hours| hours.weekday != weekday)
                    .map_or(30, |hours| hours.slot),
                extra: true,
            })
        });
        weekly.chain(extra).collect()
    }
}

impl Exception {
    /// Whether it covers a part of the slot of this length that starts at `minute`.
    fn closes(&self, clinic_id: Uuid, minute: i64, length: i64) -> bool {
        self.clinic_id.is_none_or(|id| id == clinic_id)
            && self
                .hours
                .is_none_or(|(from, to)| minute < to && minute + length > from)
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
