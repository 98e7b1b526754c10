//! What a patient waits for, and what is held for them.

use dioxus::prelude::*;

use super::key;
use crate::texts::Language;
use crate::time::{Instant, long_date, weekday_name};
use crate::ui::*;
use crate::waiting::model::{DayPart, Offer, OfferStatus, Wish, WishStatus};

/// Where accepting leads; the id is that of the request that it became. A constant, since rsx would
/// put a variable of this name into a literal.
const CONFIRMATION: &str = "/appointments/{id}?requested=yes";

/// The list; `done` says what led here.
pub fn list(wishes: &[Wish], done: &str, now: Instant) -> Element {
    let done = match done {
        "joined" => Some(ts!("waiting-done-joined")),
        "declined" => Some(ts!("waiting-done-declined")),
        "removed" => Some(ts!("waiting-done-removed")),
        _ => None,
    };
    let (mut open, over): (Vec<&Wish>, Vec<&Wish>) = wishes
        .iter()
        .partition(|wish| wish.status == WishStatus::Open);
    // What is to be answered comes first.
    open.sort_by_key(|wish| !is_held(wish));
    rsx! {
        div { class: "stack gap-5",
            PageHeader {
                title: ts!("waiting-title"),
                lede: ts!("waiting-about"),
                back: ("/appointments".to_owned(), ts!("waiting-back")),
            }
            if let Some(done) = done {
                // What was done is where one goes on, for whoever sees it and whoever hears it.
                div { tabindex: "-1", autofocus: true,
                    Banner { kind: BannerKind::Success, p { "{done}" } }
                }
            }
            if open.is_empty() {
                Empty { icon: IconName::Clock, title: ts!("waiting-empty"),
                    p { {ts!("waiting-empty-about")} }
                    div { class: "row", a { class: "button", href: "/doctors", {ts!("waiting-find")} } }
                }
            }
            for wish in open {
                {entry(wish, now)}
            }
            if !over.is_empty() {
                section { class: "stack", aria_labelledby: "over",
                    h2 { id: "over", {ts!("waiting-over")} }
                    for wish in over {
                        {entry(wish, now)}
                    }
                }
            }
        }
    }
}

fn is_held(wish: &Wish) -> bool {
    let mut offers = wish.offers.iter();
    offers.any(|offer| offer.status == OfferStatus::Open)
}

fn entry(wish: &Wish, now: Instant) -> Element {
    let name = match (&wish.doctor, &wish.specialty) {
        (Some(doctor), _) => doctor.full_name.clone(),
        (_, Some(specialty)) => specialty.name.clone(),
        _ => String::new(),
    };
    let heading = format!("wish-{}", wish.id);
    let (held, before): (Vec<&Offer>, Vec<&Offer>) = wish
        .offers
        .iter()
        .partition(|offer| offer.status == OfferStatus::Open);
    let state = match wish.status {
        WishStatus::Open if held.is_empty() => (ts!("waiting-state-waiting"), "blue"),
        WishStatus::Open => (ts!("waiting-state-held"), "green"),
        WishStatus::Fulfilled => (ts!("waiting-state-fulfilled"), "green"),
        WishStatus::Ended | WishStatus::Removed => (ts!("waiting-state-ended"), ""),
    };
    let gone = wish.status != WishStatus::Open;
    rsx! {
        section { class: "card stack", aria_labelledby: "{heading}",
            div { class: "row apart",
                h2 { id: "{heading}", bdi { "{name}" } }
                Badge { label: state.0, tone: state.1 }
            }
            for offer in held {
                Held { key: "{offer.id}", offer: offer.clone(), late: now >= offer.held_until }
            }
            Facts {
                Fact { label: ts!("waiting-when"), value: when(wish) }
                if let Some(kind) = &wish.visit_type {
                    Fact { label: ts!("waiting-kind"), value: ts!("waiting-kind-minutes", name = kind.name, count = kind.minutes) }
                }
                Fact { label: ts!("waiting-reason"), span { dir: "auto", "{wish.reason}" } }
            }
            if !before.is_empty() {
                ul { class: "small quiet",
                    for offer in before {
                        li { key: "{offer.id}",
                            {ts!("waiting-earlier", when = offer.local.briefly(), name = offer.doctor.full_name)}
                            " "
                            match (offer.status, offer.appointment_id) {
                                (OfferStatus::Accepted, Some(id)) => rsx! { a { href: "/appointments/{id}", {ts!("waiting-offer-accepted")} } },
                                (OfferStatus::Accepted, None) => rsx! { {ts!("waiting-offer-accepted")} },
                                (OfferStatus::Declined, _) => rsx! { {ts!("waiting-offer-declined")} },
                                (OfferStatus::Expired, _) => rsx! { {ts!("waiting-offer-expired")} },
                                _ => rsx! { {ts!("waiting-offer-withdrawn")} },
                            }
                        }
                    }
                }
            }
            Remove { id: wish.id.to_string(), name, gone }
        }
    }
}

/// A time that is held, and the answers to it.
#[component]
fn Held(offer: Offer, late: bool) -> Element {
    let path = format!("/api/waiting/offers/{}", offer.id);
    let accept = use_form(&format!("{path}/accept"));
    let decline = use_form(&format!("{path}/decline"));
    let local = &offer.local;
    let until = &offer.held_until_local;
    let comma = Language::current().comma();
    let about = [&offer.doctor.full_name, comma, &local.briefly()].concat();
    rsx! {
        div { class: "card sunken stack",
            p {
                strong { "{local.long_day()}{Language::current().comma()}{local.hours()}" }
                br {}
                bdi { "{offer.doctor.full_name}" }
                br {}
                bdi { "{offer.location.name}, {offer.location.address}" }
                br {}
                span { class: "small quiet", "{local.zone_name()}" {clock::own_clock(offer.starts_at, local, false)} }
            }
            if late {
                p { {ts!("waiting-held-no-more", until = until.briefly())} }
            } else {
                p { {ts!("waiting-held-until", until = until.briefly())} }
                p { {ts!("waiting-accept-asks", doctor = offer.doctor.full_name)} }
                div { class: "row",
                    PostForm { form: accept, to: CONFIRMATION, back: "/waiting", class: "", summary: false,
                        {key()}
                        {submit(&format!("accept-{}", offer.id), "button", ts!("waiting-accept"), Some(&about))}
                    }
                    PostForm { form: decline, to: "/waiting?done=declined", back: "/waiting", class: "", summary: false,
                        {key()}
                        {submit(&format!("decline-{}", offer.id), "button second", ts!("waiting-decline"), Some(&about))}
                    }
                }
            }
        }
    }
}

#[component]
fn Remove(id: String, name: String, gone: bool) -> Element {
    let form = use_form(&format!("/api/waiting/{id}"));
    let label = if gone {
        ts!("waiting-remove", name = name)
    } else {
        ts!("waiting-stop", name = name)
    };
    rsx! {
        PostForm { form, to: "/waiting?done=removed", back: "/waiting", method: "DELETE", class: "", summary: false,
            {submit(&format!("remove-{id}"), "button quiet-danger small", label, None)}
        }
    }
}

/// The button that sends a form, about this time. By its id it keeps the focus when the list is
/// made anew.
fn submit(id: &str, class: &str, label: String, about: Option<&str>) -> Element {
    let name = about.map(|about| format!("{label}: {about}"));
    rsx! {
        button { id, class, r#type: "submit", aria_label: name, "{label}" }
    }
}

/// "Monday, Friday · morning · 28 November 2026 to 9 December 2026"
fn when(wish: &Wish) -> String {
    use chrono::Weekday;
    let days: Vec<String> = wish
        .weekdays
        .iter()
        .filter_map(|day| Weekday::try_from(day.saturating_sub(1)).ok())
        .map(weekday_name)
        .collect();
    let times: Vec<String> = wish
        .times
        .iter()
        .map(|part| match part {
            DayPart::Morning => ts!("waiting-morning"),
            DayPart::Afternoon => ts!("waiting-afternoon"),
            DayPart::Evening => ts!("waiting-evening"),
        })
        .collect();
    let or = |words: Vec<String>, any: String| {
        if words.is_empty() {
            any
        } else {
            words.join(Language::current().comma())
        }
    };
    let dates = ts!(
        "waiting-dates",
        from = long_date(wish.earliest),
        until = long_date(wish.latest)
    );
    let days = or(days, ts!("waiting-any-day"));
    let times = or(times, ts!("waiting-any-time"));
    format!("{days} · {times} · {dates}")
}
