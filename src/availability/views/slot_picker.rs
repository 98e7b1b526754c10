//! The free times of a doctor: the days that have some, one below the other.

use chrono::{Days, NaiveDate};
use dioxus::prelude::*;

use super::visits::request_page;
use crate::answer::use_answer;
use crate::app::Route;
use crate::availability::api;
use crate::availability::model::Clinic;
use crate::time::{FreeTime, Instant, long_date, parse_date, rfc3339, short_date, weekday};
use crate::ui::*;

/// How many days are shown at once.
const DAYS: u64 = 7;

/// A week of a doctor's free times from a date on; each leads to a request for it. Days
/// before `first`, the date of the first free time of all, are not offered.
#[component]
pub fn SlotPicker(
    /// The doctor's id.
    doctor: ReadSignal<String>,
    /// The first date to show.
    from: ReadSignal<NaiveDate>,
    /// The kind of visit that the times are for, by its id; empty where there is none to choose.
    #[props(default)]
    visit: ReadSignal<String>,
    /// Where the doctor works.
    clinics: Vec<Clinic>,
    /// The time that was chosen already.
    chosen: Option<Instant>,
    /// The date of the first free time.
    first: Option<NaiveDate>,
) -> Element {
    let mut answer = use_answer(move || {
        api::slots(
            doctor.read().clone(),
            Some(from.read().to_string()),
            Some(DAYS.to_string()),
            Some(visit.read().clone()),
            Some("yes".to_owned()),
        )
    })?;
    let slots = answer.read();
    let at_clients = clock::use_client();
    let (times, next) = match &*slots {
        Ok(page) => (&page.items, page.next.as_deref().and_then(parse_date)),
        Err(error) => {
            return rsx! { Trouble { error: error.clone(), onretry: move |()| answer.restart() } };
        }
    };
    let start = *from.read();
    let id = doctor.read().clone();
    let page = |from: NaiveDate| {
        Route::DoctorPage {
            id: id.clone(),
            from: from.to_string(),
            visit: visit.read().clone(),
        }
        .to_string()
    };
    let earlier = first
        .filter(|first| *first < start)
        .map(|first| page(first.max(start - Days::new(DAYS))));
    let several = clinics.len() > 1;
    let days = with_times(times);
    let own = days
        .iter()
        .flatten()
        .any(|time| clock::beside(time.starts_at, &time.local, at_clients).is_some());
    rsx! {
        p { class: "small quiet",
            "{clocks(times)}"
            if own {
                " · below each time, what your own clock shows then"
            }
        }
        if let ([clinic], false) = (clinics.as_slice(), times.is_empty()) {
            p { class: "small quiet", "{clinic.name}, {clinic.address}" }
        }
        ol { class: "timetable", aria_label: "Free times",
            for (n , day) in days.iter().enumerate() {
                li { key: "{day[0].local.date}",
                    {gap(if n == 0 { start } else { after(&days[n - 1]) }, day[0].local.date)}
                    h3 { "{weekday(day[0].local.date)}" span { "{short_date(day[0].local.date)}" } }
                    div { class: "times", "data-walk": "true",
                        for time in day {
                            {free(&id, &visit.read(), time, several.then(|| place(&clinics, time)).flatten(), chosen == Some(time.starts_at), at_clients)}
                        }
                    }
                }
            }
        }
        if let (true, Some(next)) = (days.is_empty(), next) {
            {gap(start, next)}
        }
        if days.is_empty() && next.is_none() {
            Empty { icon: IconName::Calendar, title: "No free time after this",
                p { "From {short_date(start)} on everything that can be asked for is taken or closed." }
            }
        }
        nav { class: "row small", "aria-label": "Other days",
            if let Some(earlier) = earlier {
                a { href: earlier, "Earlier days" }
            }
            if let Some(next) = next {
                a { href: page(next), "Later days, from {weekday(next)} {short_date(next)}" }
            }
        }
    }
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
        p { class: "none", "No free time until {weekday(until)} {short_date(until)}" }
    }
}

/// One free time, with what the reader's own clock shows then where that differs. Where there are
/// several clinics it names its own.
fn free(
    doctor: &str,
    visit: &str,
    time: &FreeTime,
    place: Option<String>,
    chosen: bool,
    at_clients: bool,
) -> Element {
    let day = format!(
        "{} {}",
        weekday(time.local.date),
        long_date(time.local.date)
    );
    let own = clock::beside(time.starts_at, &time.local, at_clients);
    rsx! {
        a {
            key: "{time.starts_at}",
            class: "time",
            href: request_page(doctor.to_owned(), visit.to_owned(), rfc3339(time.starts_at)),
            aria_current: chosen.then_some("true"),
            "{time.local.time}"
            span { class: "visually-hidden", ", {day}" }
            if let Some(own) = own {
                span { class: "small quiet own",
                    "{own}"
                    span { class: "visually-hidden", " your time" }
                }
            }
            if let Some(place) = place {
                br {}
                span { class: "small quiet", "{place}" }
            }
        }
    }
}

/// The name of the clinic of a time.
pub fn place(clinics: &[Clinic], time: &FreeTime) -> Option<String> {
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
