//! The free times of a doctor: the days that have some, one below the other. They have no state, so
//! the server makes them.

use chrono::{Datelike, Days, NaiveDate};
use dioxus::prelude::*;
use uuid::Uuid;

use super::visits::request_page;
use crate::availability::model::Clinic;
use crate::availability::service::{self, Question};
use crate::error::Answer;
use crate::server::state::App;
use crate::time::{FreeTime, Instant, parse_date, rfc3339, short_date, weekday};
use crate::ui::*;

/// How many days are shown at once.
const DAYS: u64 = 7;

/// Whose free times to show, and from when.
pub struct Picker<'a> {
    pub doctor: Uuid,
    /// The first date to show.
    pub from: NaiveDate,
    /// The kind of visit that the times are for, by its id; empty where there is none to choose.
    pub visit: String,
    /// Where the doctor works.
    pub clinics: &'a [Clinic],
    /// The time that was chosen already.
    pub chosen: Option<Instant>,
    /// The date of the first free time. Days before it are not offered.
    pub first: Option<NaiveDate>,
}

/// A week of a doctor's free times; each leads to a request for it.
///
/// # Errors
/// 404 where the doctor takes no requests.
pub async fn slot_picker(app: &App, picker: Picker<'_>) -> Answer<Element> {
    let question = Question {
        from: Some(picker.from.to_string()),
        days: Some(DAYS.to_string()),
        visit_type: Some(picker.visit.clone()),
        ahead: Some("yes".to_owned()),
    };
    let slots = service::public_slots(app, picker.doctor, &question).await?;
    let next = slots.next.as_deref().and_then(parse_date);
    Ok(timetable(&picker, &slots.items, next))
}

fn timetable(picker: &Picker, times: &[FreeTime], next: Option<NaiveDate>) -> Element {
    let start = picker.from;
    let page = |from: NaiveDate| doctor_page(picker.doctor, Some(from), &picker.visit);
    let earlier = picker
        .first
        .filter(|first| *first < start)
        .map(|first| page(first.max(start - Days::new(DAYS))));
    let days = with_times(times);
    rsx! {
        p { class: "small quiet",
            "{clocks(times)}"
            {own_clock_note()}
        }
        if let ([clinic], false) = (picker.clinics, times.is_empty()) {
            p { class: "small quiet", bdi { "{clinic.name}" } ", " bdi { "{clinic.address}" } }
        }
        ol { class: "timetable", aria_label: ts!("availability-free"),
            for (n , day) in days.iter().enumerate() {
                li {
                    {gap(if n == 0 { start } else { after(&days[n - 1]) }, day[0].local.date)}
                    {day_head(day, picker.clinics)}
                    div { class: "times", "data-walk": "true",
                        for time in day {
                            {free(picker, time, own_place(time, day, picker.clinics))}
                        }
                    }
                }
            }
        }
        if let (true, Some(next)) = (days.is_empty(), next) {
            {gap(start, next)}
        }
        if days.is_empty() && next.is_none() {
            {none_after(start)}
        }
        nav { class: "row small", "aria-label": ts!("availability-other-days"),
            if let Some(earlier) = earlier {
                a { id: "earlier-days", href: earlier, {ts!("availability-earlier")} }
            }
            if let Some(next) = next {
                a { id: "later-days", href: page(next), {later_from(next)} }
            }
        }
        {join(picker.doctor, &picker.visit)}
    }
}

/// The way to the waiting list, where no time of a doctor suits.
pub fn join(doctor: Uuid, visit: &str) -> Element {
    let mut to = format!("/waiting?doctor={doctor}");
    if !visit.is_empty() {
        to.push_str("&visit=");
        to.push_str(visit);
    }
    rsx! {
        p { class: "small", a { href: to, {ts!("waiting-join-link")} } }
    }
}

/// A doctor's page, with the times from a date on, for a kind of visit, where these are given.
pub fn doctor_page(doctor: Uuid, from: Option<NaiveDate>, visit: &str) -> String {
    let from = from.map(|from| format!("from={from}"));
    let visit = (!visit.is_empty()).then(|| format!("visit={visit}"));
    let asked: Vec<String> = from.into_iter().chain(visit).collect();
    if asked.is_empty() {
        format!("/doctors/{doctor}")
    } else {
        format!("/doctors/{doctor}?{}", asked.join("&"))
    }
}

/// A date of this age, so that counting on from it can't run off the calendar.
pub fn date_shown(text: &str) -> Option<NaiveDate> {
    parse_date(text).filter(|date| (2000..2200).contains(&date.year()))
}

/// The times by their date, dates without any left out.
pub fn with_times(times: &[FreeTime]) -> Vec<Vec<&FreeTime>> {
    let mut days: Vec<Vec<&FreeTime>> = Vec::new();
    for time in times {
        match days
            .iter_mut()
            .find(|day| day[0].local.date == time.local.date)
        {
            Some(day) => day.push(time),
            None => days.push(vec![time]),
        }
    }
    days.sort_by_key(|day| day[0].local.date);
    days
}

/// The date after a day.
pub fn after(day: &[&FreeTime]) -> NaiveDate {
    day[0].local.date + Days::new(1)
}

/// Days without a free time, in one line.
pub fn gap(from: NaiveDate, until: NaiveDate) -> Element {
    if from >= until {
        return VNode::empty();
    }
    rsx! {
        p { class: "none", {ts!("availability-none-until", weekday = weekday(until), date = short_date(until))} }
    }
}

/// That there is no free time from a date on.
pub fn none_after(date: NaiveDate) -> Element {
    rsx! {
        Empty { icon: IconName::Calendar, title: ts!("availability-none-after"),
            p { {ts!("availability-none-after-why", date = short_date(date))} }
        }
    }
}

/// What leads on to the next date with a free time.
pub fn later_from(next: NaiveDate) -> String {
    ts!(
        "availability-later",
        weekday = weekday(next),
        date = short_date(next)
    )
}

/// That each time has beside it what the reader's own clock shows. That only the browser knows: it
/// shows this where it does.
pub fn own_clock_note() -> Element {
    rsx! {
        span { "data-own-clock": "", hidden: true, " · " {ts!("availability-own-clock")} }
    }
}

/// A day's name, and where it is spent, if that is one of several clinics.
pub fn day_head(day: &[&FreeTime], clinics: &[Clinic]) -> Element {
    let date = day[0].local.date;
    let place = if clinics.len() > 1 && in_one_place(day) {
        place(clinics, day[0])
    } else {
        None
    };
    rsx! {
        h3 { "{weekday(date)} "
            span { "{short_date(date)}" }
            if let Some(place) = place {
                " "
                span { "· " bdi { "{place}" } }
            }
        }
    }
}

/// The clinic of a time, where its day doesn't name it for all.
pub fn own_place(time: &FreeTime, day: &[&FreeTime], clinics: &[Clinic]) -> Option<String> {
    if clinics.len() < 2 || in_one_place(day) {
        return None;
    }
    place(clinics, time)
}

fn in_one_place(day: &[&FreeTime]) -> bool {
    day.iter().all(|time| time.clinic_id == day[0].clinic_id)
}

/// One free time, with room for what the reader's own clock shows then, and where it is, if its
/// day doesn't say.
fn free(picker: &Picker, time: &FreeTime, place: Option<String>) -> Element {
    let local = &time.local;
    let day = local.long_day();
    let start = rfc3339(time.starts_at);
    rsx! {
        a {
            class: "time",
            href: request_page(&picker.doctor.to_string(), &picker.visit, &start),
            aria_current: (picker.chosen == Some(time.starts_at)).then_some("true"),
            "{local.time}"
            span { class: "visually-hidden", ", {day}" }
            {clock::own_clock(time.starts_at, local, true)}
            if let Some(place) = place {
                " "
                span { class: "small quiet", bdi { "{place}" } }
            }
        }
    }
}

/// The name of the clinic of a time.
fn place(clinics: &[Clinic], time: &FreeTime) -> Option<String> {
    clinics
        .iter()
        .find(|clinic| clinic.id == time.clinic_id)
        .map(|clinic| clinic.name.clone())
}

/// The clocks that the times are on: one, unless clinics or a clock change make it more.
pub fn clocks(times: &[FreeTime]) -> String {
    let mut names: Vec<String> = Vec::new();
    for time in times {
        let name = time.local.zone_name();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(" · ")
}
