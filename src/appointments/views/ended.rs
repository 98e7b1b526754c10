//! At the head of an appointment that is over: why, where the case went on, and what else there is.

use dioxus::prelude::*;

use super::history;
use super::list::path_of;
use crate::appointments::model::{Appointment, Part, Status};
use crate::appointments::service::Ending;
use crate::directory::specialties;
use crate::directory::views::of_specialty;
use crate::ui::*;

/// All of it that there is to say.
pub fn ended(a: &Appointment, part: Part, ending: &Ending) -> Html {
    let came_to_nothing = matches!(
        a.status,
        Status::Declined | Status::Cancelled | Status::Expired
    );
    let why = part == Part::Patient && came_to_nothing;
    if !why && a.continued_as.is_none() {
        return Html::default();
    }
    Html::of(rsx! {
        div { class: "stack",
            if why {
                {because(a, ending)}
            }
            {continued(a, part, ending)}
        }
    })
}

/// What ended it, in the doctor's words, and the ways on from there.
fn because(a: &Appointment, ending: &Ending) -> Element {
    let goes_on = a.continued_as.is_some();
    let step = ending.last.as_ref();
    let Some(step) = step.filter(|step| !goes_on || step.actor.role == Part::Doctor) else {
        return VNode::empty();
    };
    let theirs = step.actor.role == Part::Doctor;
    let keeps = a.moved_from.as_ref();
    let keeps = keeps.is_some_and(|earlier| earlier.status.is_live());
    let specialty = specialties::name_of(&a.doctor.specialty);
    rsx! {
        Banner { kind: BannerKind::Info, title: history::title(step, Part::Patient),
            if let Some(reason) = step.reason.as_ref().filter(|_| theirs) {
                p { class: "pre-line", dir: "auto", "{reason}" }
            }
            if let Some(advice) = &step.advice {
                p { class: "small", {ts!("appointments-history-advice")} }
                p { class: "pre-line", dir: "auto", "{advice}" }
            }
            if !goes_on && !keeps {
                div { class: "row gap-2",
                    a { class: "button second small", href: "/doctors/{a.doctor.id}", {ts!("appointments-ended-again")} }
                    a { class: "button second small", href: of_specialty(&a.doctor.specialty), {ts!("appointments-ended-others", specialty = specialty)} }
                }
            }
        }
    }
}

/// Where the case went on.
fn continued(a: &Appointment, part: Part, ending: &Ending) -> Element {
    let Some(next) = a.continued_as else {
        return VNode::empty();
    };
    let title = match (a.status, ending.next, part) {
        (Status::Referred, ..) => ts!("appointments-case-went"),
        (_, Some(Status::Pending), Part::Patient) => ts!("appointments-case-you-wait"),
        (_, Some(Status::Pending), _) => ts!("appointments-case-patient-waits"),
        (_, Some(Status::Proposed), _) => ts!("appointments-case-suggestion-waits"),
        _ => ts!("appointments-case-moved"),
    };
    rsx! {
        Banner { kind: BannerKind::Info, title,
            p { a { href: path_of(next), {ts!("appointments-case-see-now")} } }
        }
    }
}
