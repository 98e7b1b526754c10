//! What stands where in a week: on which day, from when to when on the clinic's wall.

use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

use crate::appointments::model::Appointment;
use crate::availability::model::{Clinic, ExceptionKind, HourException, TimeOfDay};
use crate::availability::service::HeldTime;
use crate::texts::Language;
use crate::time::{FreeTime, Local, long_date, month, place, short_day, weekday};

/// The end of a day, in minutes.
const MIDNIGHT: i32 = 24 * 60;

/// What a week is made of.
pub struct Material {
    pub monday: NaiveDate,
    /// Today at the doctor's first clinic.
    pub today: NaiveDate,
    pub appointments: Vec<Appointment>,
    /// What is held for who waits.
    pub held: Vec<HeldTime>,
    pub free: Vec<FreeTime>,
    pub exceptions: Vec<HourException>,
    /// Where the doctor works.
    pub clinics: Vec<Clinic>,
}

/// A week, Monday to Sunday.
pub struct Plan {
    pub monday: NaiveDate,
    pub today: NaiveDate,
    pub days: Vec<Day>,
    /// Whose clocks the times are on, in a sentence.
    pub clocks: String,
    /// What is not as in other weeks, a line each.
    pub unusual: Vec<String>,
    /// Whether the doctor has a clinic at all.
    pub has_clinics: bool,
}

/// A date on the wall.
pub struct Day {
    pub date: NaiveDate,
    /// Closed altogether.
    pub closed: bool,
    /// By their beginning.
    pub items: Vec<Item>,
}

/// Something that has its place in a day.
pub struct Item {
    /// Minutes after midnight.
    pub from: i32,
    pub to: i32,
    /// Where, if the doctor has several places.
    pub place: Option<String>,
    pub what: What,
}

/// What it is.
pub enum What {
    Appointment(Box<Appointment>),
    /// Held for somebody on the waiting list.
    Held {
        patient: String,
        until: Local,
    },
    /// Patients can ask for these times.
    Free,
    /// Hours that are taken away.
    Closed,
}

impl Plan {
    /// Lays a week out.
    pub fn new(material: Material) -> Self {
        let Material {
            monday,
            today,
            appointments,
            held,
            free,
            exceptions,
            clinics,
        } = material;
        let dates: Vec<NaiveDate> = monday.iter_days().take(7).collect();
        let zones = zones(&clinics, &appointments, &dates);
        let clocks = clocks(&zones, &clinics, &dates);
        let unusual = exceptions
            .iter()
            .filter(|it| dates.iter().any(|date| it.holds_on(*date)))
            .map(|it| in_words(it, &clinics))
            .collect();
        let days = dates.into_iter().map(|date| {
            let mut items: Vec<Item> = appointments
                .iter()
                .filter(|a| a.local.date == date)
                .map(|a| appointment(a, &clinics))
                .collect();
            let then = held.iter().filter(|it| it.local().date == date);
            items.extend(then.map(|it| holding(it, &clinics)));
            items.extend(stretches(&free, date, &clinics));
            let closed =
                |it: &&HourException| it.kind == ExceptionKind::Closed && it.holds_on(date);
            items.extend(
                exceptions
                    .iter()
                    .filter(closed)
                    .filter_map(|it| shut(it, &clinics)),
            );
            items.sort_by_key(|item| (item.from, item.to));
            let whole = |it: &HourException| it.clinic_id.is_none() && it.from.is_none();
            Day {
                date,
                closed: exceptions.iter().filter(closed).any(whole),
                items,
            }
        });
        Self {
            monday,
            today,
            days: days.collect(),
            clocks,
            unusual,
            has_clinics: !clinics.is_empty(),
        }
    }

    /// "23–29 November 2026", "28 December 2026–3 January 2027"
    pub fn title(&self) -> String {
        let (first, last) = (self.monday, self.days[self.days.len() - 1].date);
        let (begin, end) = (long_date(first), long_date(last));
        let begin = if first.year() != last.year() {
            begin
        } else if first.month() != last.month() {
            within_year(first)
        } else {
            first.day().to_string()
        };
        format!("{begin}–{end}")
    }
}

fn minutes(time: &str) -> i32 {
    time.parse::<TimeOfDay>().map_or(0, TimeOfDay::minutes)
}

/// From when to when on the wall. Where the wall does not say it, past midnight or over an hour
/// that comes twice, it is as long as it lasts. It ends with the day at the latest.
fn span(local: &Local, until: &str, lasts: TimeDelta) -> (i32, i32) {
    let from = minutes(&local.time);
    let lasts = i32::try_from(lasts.num_minutes()).unwrap_or(MIDNIGHT);
    (from, minutes(until).max(from + lasts).min(MIDNIGHT))
}

fn appointment(a: &Appointment, clinics: &[Clinic]) -> Item {
    let (from, to) = span(&a.local, &a.local.until, a.ends_at - a.starts_at);
    let named = a.clinic_id.and_then(|id| name(clinics, id));
    let place = match &a.location {
        Some(location) => Some(location.name.clone()),
        None => named,
    };
    Item {
        from,
        to,
        place: place.filter(|_| clinics.len() > 1),
        what: What::Appointment(Box::new(a.clone())),
    }
}

fn holding(it: &HeldTime, clinics: &[Clinic]) -> Item {
    let local = it.local();
    let (from, to) = span(&local, &local.until, it.ends_at - it.starts_at);
    Item {
        from,
        to,
        place: name(clinics, it.clinic_id).filter(|_| clinics.len() > 1),
        what: What::Held {
            patient: it.patient_name.clone(),
            until: it.until(),
        },
    }
}

fn name(clinics: &[Clinic], id: uuid::Uuid) -> Option<String> {
    let clinic = clinics.iter().find(|clinic| clinic.id == id)?;
    Some(clinic.name.clone())
}

/// The free times of a date, each stretch of them as one.
fn stretches(free: &[FreeTime], date: NaiveDate, clinics: &[Clinic]) -> Vec<Item> {
    let mut stretches: Vec<(FreeTime, String)> = Vec::new();
    for time in free.iter().filter(|time| time.local.date == date) {
        let before = stretches.iter_mut().find(|(begin, _)| {
            begin.clinic_id == time.clinic_id && begin.ends_at == time.starts_at
        });
        match before {
            Some((begin, until)) => {
                begin.ends_at = time.ends_at;
                until.clone_from(&time.local.until);
            }
            None => stretches.push((time.clone(), time.local.until.clone())),
        }
    }
    let item = |(begin, until): (FreeTime, String)| {
        let (from, to) = span(&begin.local, &until, begin.ends_at - begin.starts_at);
        Item {
            from,
            to,
            place: name(clinics, begin.clinic_id).filter(|_| clinics.len() > 1),
            what: What::Free,
        }
    };
    stretches.into_iter().map(item).collect()
}

/// Closed hours as a part of a day. A day that is closed altogether says so at its head.
fn shut(it: &HourException, clinics: &[Clinic]) -> Option<Item> {
    let (from, to) = match (it.from, it.to) {
        (Some(from), Some(to)) => (from.minutes(), to.minutes()),
        _ if it.clinic_id.is_none() => return None,
        _ => (0, MIDNIGHT),
    };
    Some(Item {
        from,
        to,
        place: it
            .clinic_id
            .and_then(|id| name(clinics, id))
            .filter(|_| clinics.len() > 1),
        what: What::Closed,
    })
}

/// "Wed 25 Nov: closed 12:00–14:00, Clínica Sol"
fn in_words(it: &HourException, clinics: &[Clinic]) -> String {
    let mut days = short_day(it.date);
    if it.last_date() != it.date {
        let to = short_day(it.last_date());
        days = ts!("appointments-week-days", from = days, to = to);
    }
    let mut rest = String::new();
    if let (Some(from), Some(to)) = (it.from, it.to) {
        rest = format!(" {from}–{to}");
    }
    if let Some(name) = it.clinic_id.and_then(|id| name(clinics, id))
        && clinics.len() > 1
    {
        rest = ts!("appointments-week-at", hours = rest, clinic = name);
    }
    match it.kind {
        ExceptionKind::Closed => ts!("appointments-week-line-closed", days = days, rest = rest),
        ExceptionKind::Extra => ts!("appointments-week-line-extra", days = days, rest = rest),
    }
}

/// The zones of clinics, and of appointments at those that are gone.
fn zones(clinics: &[Clinic], appointments: &[Appointment], dates: &[NaiveDate]) -> Vec<String> {
    let shown = appointments
        .iter()
        .filter(|a| dates.contains(&a.local.date));
    let mut zones: Vec<String> = Vec::new();
    let all = clinics.iter().map(|clinic| &clinic.time_zone);
    for zone in all.chain(shown.map(|a| &a.local.zone)) {
        if !zones.contains(zone) {
            zones.push(zone.clone());
        }
    }
    zones
}

/// One sentence for all times of the week.
fn clocks(zones: &[String], clinics: &[Clinic], dates: &[NaiveDate]) -> String {
    let clock = |zone: &String| {
        ts!(
            "appointments-week-zone",
            place = place(zone),
            offsets = offsets(zone, dates)
        )
    };
    match zones {
        [] => String::new(),
        [zone] => ts!("appointments-week-clock", clock = clock(zone)),
        zones => {
            let each = zones.iter().map(|zone| {
                let names: Vec<&str> = clinics
                    .iter()
                    .filter(|clinic| clinic.time_zone == *zone)
                    .map(|clinic| clinic.name.as_str())
                    .collect();
                if names.is_empty() {
                    clock(zone)
                } else {
                    ts!(
                        "appointments-week-clinics-clock",
                        clinics = names.join(Language::current().comma()),
                        clock = clock(zone)
                    )
                }
            });
            let clocks = each.reduce(|before, next| {
                ts!("appointments-week-clocks-and", before = before, next = next)
            });
            ts!(
                "appointments-week-clocks",
                clocks = clocks.unwrap_or_default()
            )
        }
    }
}

/// "UTC+1", or "UTC+1, from Sunday 29 March on UTC+2" where the clock changes.
fn offsets(zone: &str, dates: &[NaiveDate]) -> String {
    let mut words = String::new();
    let mut before = None;
    for date in dates {
        let offset = at_noon(zone, *date);
        match &before {
            None => words.push_str(&offset),
            Some(before) if *before != offset => {
                words = ts!(
                    "appointments-week-offset-from",
                    before = words,
                    day = dated(*date),
                    offset = offset
                );
            }
            Some(_) => {}
        }
        before = Some(offset);
    }
    words
}

/// "Sunday 29 March"
fn dated(date: NaiveDate) -> String {
    t!(
        "time-day",
        weekday = weekday(date),
        date = within_year(date)
    )
}

/// "29 March"
fn within_year(date: NaiveDate) -> String {
    t!("time-date-short", day = date.day(), month = month(date))
}

/// The offset of a zone's clock at noon of a date.
fn at_noon(zone: &str, date: NaiveDate) -> String {
    let tz: Tz = zone.parse().unwrap_or(Tz::UTC);
    let noon = NaiveTime::from_hms_opt(12, 0, 0).map_or(date.into(), |noon| date.and_time(noon));
    let at = tz
        .from_local_datetime(&noon)
        .earliest()
        .map_or_else(|| noon.and_utc(), |at| at.with_timezone(&Utc));
    Local::at(zone, at, at).offset
}
