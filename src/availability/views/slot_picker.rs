//! The free times of a doctor, days beside each other.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use dioxus::prelude::*;

use super::visits::request_page;
use crate::answer::use_answer;
use crate::app::Route;
use crate::availability::api;
use crate::availability::model::Clinic;
use crate::time::{FreeTime, Instant, long_date, rfc3339, short_date, weekday};
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
        )
    })?;
    let slots = answer.read();
    let times = match &*slots {
        Ok(page) => &page.items,
        Err(error) => {
            return rsx! { Trouble { error: error.clone(), onretry: move |()| answer.restart() } };
        }
    };
    let start = *from.read();
    let id = doctor.read().clone();
    let page = |from: NaiveDate| Route::DoctorPage {
        id: id.clone(),
        from: from.to_string(),
        visit: visit.read().clone(),
    };
    let earlier = first
        .filter(|first| *first < start)
        .map(|first| page(first.max(start - Days::new(DAYS))));
    let later = page(start + Days::new(DAYS));
    let several = clinics.len() > 1;
    rsx! {
        p { class: "small quiet", "{clocks(times)}" }
        if let ([clinic], false) = (clinics.as_slice(), times.is_empty()) {
            p { class: "small quiet", "{clinic.name}, {clinic.address}" }
        }
        if times.is_empty() {
            Empty { icon: IconName::Calendar, title: "No free time in these days",
                p { "From {short_date(start)} to {short_date(start + Days::new(DAYS - 1))} everything is taken or closed." }
            }
        } else {
            div { class: "days", role: "group", "aria-label": "Free times",
                for date in start.iter_days().take(DAYS as usize).filter(|date| is_worth_showing(*date, times)) {
                    section { key: "{date}", class: "day",
                        h3 { "{&weekday(date)[..3]}" span { "{short_date(date)}" } }
                        for time in times.iter().filter(|time| time.local.date == date) {
                            Time {
                                key: "{time.starts_at}",
                                doctor: id.clone(),
                                visit: visit.read().clone(),
                                time: time.clone(),
                                place: several.then(|| place(&clinics, time)).flatten(),
                                chosen: chosen == Some(time.starts_at),
                            }
                        }
                        if !times.iter().any(|time| time.local.date == date) {
                            p { class: "none", "No free time" }
                        }
                    }
                }
            }
        }
        nav { class: "row small", "aria-label": "Other days",
            if let Some(earlier) = earlier {
                Link { to: earlier, "Earlier days" }
            }
            Link { to: later, "Later days" }
        }
    }
}

/// Days without a free time say so; a weekend that is simply off says nothing.
pub fn is_worth_showing(date: NaiveDate, times: &[FreeTime]) -> bool {
    let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
    !weekend || times.iter().any(|time| time.local.date == date)
}

/// One free time. Where there are several clinics it names its own.
#[component]
fn Time(
    doctor: String,
    visit: String,
    time: FreeTime,
    place: Option<String>,
    chosen: bool,
) -> Element {
    let day = format!(
        "{} {}",
        weekday(time.local.date),
        long_date(time.local.date)
    );
    rsx! {
        NavLink {
            class: "time",
            to: request_page(doctor, visit, rfc3339(time.starts_at)),
            current: chosen.then_some("true"),
            "{time.local.time}"
            span { class: "visually-hidden", ", {day}" }
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
