//! The free times to choose from when an appointment moves, as fields of its form. They have no
//! state but what is chosen, so the server makes them, and the client needs no code for them.

use chrono::{Days, NaiveDate};
use dioxus::prelude::*;

use super::model::{Action, Part};
use super::service::{DAYS, Times};
use crate::availability::views::slot_picker::{
    after, clocks, day_head, gap, later_from, none_after, own_clock_note, own_place, with_times,
};
use crate::time::{FreeTime, rfc3339};
use crate::ui::{Html, clock};

/// The times of a week as radio buttons, day by day, and the way to other days.
pub fn choices(free: &Times, part: Part) -> Html {
    let action = match part {
        Part::Doctor => Action::Suggest,
        _ => Action::Move,
    };
    let days = Days::new(u64::from(DAYS));
    let page = |from: NaiveDate| format!("/appointments/{}?from={from}", free.appointment_id);
    let earlier = free
        .first
        .filter(|first| *first < free.from)
        .map(|first| page(first.max(free.from - days)));
    let clocks = clocks(&free.times);
    let dated = with_times(&free.times);
    // The error summary leads here.
    let id = format!("field-{}-starts_at", action.as_str());
    Html::of(rsx! {
        fieldset { class: "field", id, tabindex: "-1",
            legend { {ts!("appointments-times-time")} }
            if !free.times.is_empty() {
                p { class: "small quiet",
                    "{clocks}"
                    {own_clock_note()}
                }
                if let [clinic] = free.clinics.as_slice() {
                    p { class: "small quiet", bdi { "{clinic.name}, {clinic.address}" } }
                }
                ol { class: "timetable",
                    for (n , day) in dated.iter().enumerate() {
                        li { key: "{day[0].local.date}",
                            {gap(if n == 0 { free.from } else { after(&dated[n - 1]) }, day[0].local.date)}
                            {day_head(day, &free.clinics)}
                            div { class: "times",
                                for time in day {
                                    {choice(time, own_place(time, day, &free.clinics))}
                                }
                            }
                        }
                    }
                }
            }
            match free.next {
                _ if !free.times.is_empty() => VNode::empty(),
                Some(next) => gap(free.from, next),
                None => none_after(free.from),
            }
            nav { class: "row small", "aria-label": ts!("appointments-times-other-days"),
                if let Some(earlier) = earlier {
                    a { href: earlier, {ts!("availability-earlier")} }
                }
                if let Some(next) = free.next {
                    a { href: page(next), {later_from(next)} }
                }
            }
        }
    })
}

/// One free time, and where it is, if its day doesn't say.
fn choice(time: &FreeTime, place: Option<String>) -> Element {
    let day = time.local.long_day();
    rsx! {
        label { class: "time",
            input { r#type: "radio", name: "starts_at", value: rfc3339(time.starts_at) }
            "{time.local.time}"
            span { class: "visually-hidden", ", {day}" }
            {clock::own_clock(time.starts_at, &time.local, true)}
            if let Some(place) = place {
                " "
                span { class: "small quiet", bdi { "{place}" } }
            }
        }
    }
}
