//! What a patient waits for, and what is held for them.

use dioxus::prelude::*;

use super::key;
use crate::time::{Instant, Local, long_date, weekday_name};
use crate::ui::*;
use crate::waiting::model::{DayPart, Offer, OfferStatus, Wish, WishStatus};

/// Where accepting leads; the id is that of the request that it became. A constant, since rsx would
/// put a variable of this name into a literal.
const CONFIRMATION: &str = "/appointments/{id}?requested=yes";

/// The list; `done` says what led here.
pub fn list(wishes: &[Wish], done: &str, now: Instant) -> Element {
    let done = match done {
        "joined" => {
            Some("You are on the waiting list. You are told as soon as a time is held for you.")
        }
        "declined" => Some("You have declined the time. You stay on the waiting list."),
        "removed" => Some("It is removed from your waiting list."),
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
                title: "Waiting list",
                lede: "When a time is free that fits, it is held for you for a while. Nobody else can take it meanwhile.",
                back: ("/appointments".to_owned(), "Your appointments".to_owned()),
            }
            if let Some(done) = done {
                Banner { kind: BannerKind::Success, p { "{done}" } }
            }
            if open.is_empty() {
                Empty { icon: IconName::Clock, title: "You wait for nothing",
                    p { "Where no free time of a doctor suits you, join the waiting list on the doctor’s page." }
                    div { class: "row", a { class: "button", href: "/doctors", "Find a doctor" } }
                }
            }
            for wish in open {
                {entry(wish, now)}
            }
            if !over.is_empty() {
                section { class: "stack", aria_labelledby: "over",
                    h2 { id: "over", "Over" }
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
        WishStatus::Open if held.is_empty() => ("Waiting", "blue"),
        WishStatus::Open => ("A time is held for you", "green"),
        WishStatus::Fulfilled => ("You have a time", "green"),
        WishStatus::Ended | WishStatus::Removed => ("Ended", ""),
    };
    let gone = wish.status != WishStatus::Open;
    rsx! {
        section { class: "card stack", aria_labelledby: "{heading}",
            div { class: "row apart",
                h2 { id: "{heading}", "{name}" }
                Badge { label: state.0, tone: state.1 }
            }
            for offer in held {
                Held { key: "{offer.id}", offer: offer.clone(), late: now >= offer.held_until }
            }
            Facts {
                Fact { label: "When", value: when(wish) }
                if let Some(kind) = &wish.visit_type {
                    Fact { label: "Kind of visit", value: format!("{}, {} minutes", kind.name, kind.minutes) }
                }
                Fact { label: "Reason", value: wish.reason.clone() }
            }
            if !before.is_empty() {
                ul { class: "small quiet",
                    for offer in before {
                        li { key: "{offer.id}",
                            "{briefly(&offer.local)}, {offer.doctor.full_name}: "
                            match (offer.status, offer.appointment_id) {
                                (OfferStatus::Accepted, Some(id)) => rsx! { a { href: "/appointments/{id}", "accepted" } },
                                (OfferStatus::Accepted, None) => rsx! { "accepted" },
                                (OfferStatus::Declined, _) => rsx! { "declined" },
                                (OfferStatus::Expired, _) => rsx! { "not answered in time" },
                                _ => rsx! { "not free any more" },
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
    rsx! {
        div { class: "card sunken stack",
            p {
                strong { "{local.long_day()}, {local.hours()}" }
                br {}
                "{offer.doctor.full_name}, {offer.location.name}, {offer.location.address}"
                br {}
                span { class: "small quiet", "{local.zone_name()}" }
            }
            if late {
                p { "It was held until {briefly(until)}, and is not any more." }
            } else {
                p { "It is held for you until {briefly(until)}." }
                div { class: "row",
                    PostForm { form: accept, to: CONFIRMATION, back: "/waiting", class: "", summary: false,
                        {key()}
                        SubmitButton { form: accept, label: "Accept" }
                    }
                    PostForm { form: decline, to: "/waiting?done=declined", back: "/waiting", class: "", summary: false,
                        {key()}
                        SubmitButton { form: decline, label: "Decline", kind: ButtonKind::Second }
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
        format!("Remove {name} from this page")
    } else {
        format!("Stop waiting for {name}")
    };
    rsx! {
        PostForm { form, to: "/waiting?done=removed", back: "/waiting", method: "DELETE", class: "", summary: false,
            SubmitButton { form, label, kind: ButtonKind::QuietDanger, small: true }
        }
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
            DayPart::Morning => "morning".to_owned(),
            DayPart::Afternoon => "afternoon".to_owned(),
            DayPart::Evening => "evening".to_owned(),
        })
        .collect();
    let or = |words: Vec<String>, any: &str| {
        if words.is_empty() {
            any.to_owned()
        } else {
            words.join(", ")
        }
    };
    format!(
        "{} · {} · {} to {}",
        or(days, "Any day"),
        or(times, "any time"),
        long_date(wish.earliest),
        long_date(wish.latest)
    )
}

/// "Wed 25 Nov, 09:30"
fn briefly(local: &Local) -> String {
    format!("{}, {}", local.short_day(), local.time)
}
