//! One appointment: when and where, what can be done, what happened.

use dioxus::prelude::*;
use serde::Serialize;

use super::actions::Panels;
use super::history::History;
use super::letter;
use super::list::{briefly, path_of};
use super::patients::Information;
use super::ticket::Ticket;
use crate::accounts::model::Role;
use crate::answer::use_answer;
use crate::app::{Problem, use_session};
use crate::appointments::api;
use crate::appointments::model::{Action, Appointment, Colleague, Part, PatientRecord, Status};
use crate::availability::model::Clinic;
use crate::availability::views::map_of;
use crate::directory::specialties;
use crate::error::{Answer, AppError, ErrorKind};
use crate::notifications::views::use_live;
use crate::paging::Page;
use crate::ui::*;
use crate::wire::wire;

/// `/appointments/:id?requested=&colleague=&from=`
#[component]
pub fn AppointmentPage(
    id: ReadSignal<String>,
    requested: ReadSignal<String>,
    colleague: ReadSignal<String>,
    from: ReadSignal<String>,
) -> Element {
    let live = use_live();
    let session = use_session();
    let part = move || match session.viewer().map(|viewer| viewer.role) {
        Some(Role::Doctor) => Part::Doctor,
        _ => Part::Patient,
    };
    let mut answer = use_answer(move || {
        live.tick.read();
        load(
            id.read().clone(),
            part(),
            colleague.read().clone(),
            from.read().clone(),
        )
    })?;
    let part = part();
    match &*answer.read() {
        Ok(view) => rsx! {
            Detail {
                key: "{view.appointment.id}",
                view: view.clone(),
                part,
                requested: !requested.read().is_empty(),
                onchange: move |()| answer.restart(),
            }
        },
        Err(error) => {
            rsx! { Problem { error: error.clone(), onretry: move |()| answer.restart() } }
        }
    }
}

/// All that the page shows, loaded as one: parts that load for themselves would each suspend
/// a page that is just appearing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DeskView {
    pub appointment: Appointment,
    /// Where the doctor can accept it.
    pub clinics: Vec<Clinic>,
    /// To whom the doctor can refer it: those who are free soonest.
    pub colleagues: Page<Colleague>,
    /// The name by which colleagues were looked for.
    pub colleague: String,
    /// The patient's information, where the doctor may read it.
    pub record: Option<PatientRecord>,
    /// The map of the place, where it matters still.
    pub map: Html,
    /// The times to which it can be moved, where somebody asks for them.
    pub free: Html,
    /// From which date on.
    pub from: String,
}

wire!(DeskView {
    appointment,
    clinics,
    colleagues,
    colleague,
    record,
    map,
    free,
    from
});

/// How many colleagues are offered at once.
const COLLEAGUES: &str = "12";

async fn load(id: String, part: Part, colleague: String, from: String) -> Answer<DeskView> {
    let appointment = api::detail(id.clone()).await?;
    let can = |action| part == Part::Doctor && appointment.actions.contains(&action);
    let movable = [Action::Suggest, Action::Move]
        .iter()
        .any(|action| appointment.actions.contains(action));
    let free = if movable && !from.is_empty() {
        api::times(id.clone(), Some(from.clone())).await?
    } else {
        Html::default()
    };
    let clinics = if can(Action::Accept) {
        crate::availability::api::clinics().await?.items
    } else {
        Vec::new()
    };
    let colleagues = if can(Action::Refer) {
        let name = Some(colleague.clone());
        api::colleagues(id, name, None, Some(COLLEAGUES.to_owned())).await?
    } else {
        Page::whole(Vec::new())
    };
    let record = if part == Part::Doctor && readable(appointment.status) {
        match api::patient(appointment.patient.id.to_string()).await {
            Err(error) if error.kind == ErrorKind::NotFound => None,
            answer => Some(answer?),
        }
    } else {
        None
    };
    let map = match &appointment.location {
        Some(place) if is_shown_on_a_map(appointment.status) => map_of(place).await,
        _ => Html::default(),
    };
    Ok(DeskView {
        appointment,
        clinics,
        colleagues,
        colleague,
        record,
        map,
        free,
        from,
    })
}

#[component]
fn Detail(view: DeskView, part: Part, requested: bool, onchange: EventHandler<()>) -> Element {
    let a = view.appointment.clone();
    let late = use_late(a.id);
    let possible = late
        .as_ref()
        .is_some_and(|late| a.actions.contains(&late.action));
    let title = match part {
        Part::Patient => format!(
            "{} with {}",
            specialties::name_of(&a.doctor.specialty),
            a.doctor.full_name
        ),
        _ => format!("{}, {}", a.patient.full_name, a.patient.age),
    };
    let home = match part {
        Part::Patient => "Appointments",
        _ => "Requests",
    };
    rsx! {
        PageTitle { text: title.clone() }
        div { class: "stack gap-5",
            if let Some(why) = late.filter(|_| !possible) {
                Banner { kind: BannerKind::Warning, title: "That came too late",
                    p { role: "alert", "{why.error.message}" }
                }
            }
            if requested && part == Part::Patient && a.status == Status::Pending {
                Confirmation { doctor: a.doctor.full_name.clone(), by: format!("{} {}, {}", a.answer_by_local.long_day(), a.answer_by_local.time, a.answer_by_local.zone_name()) }
            }
            PageHeader {
                title,
                back: ("/appointments".to_owned(), home.to_owned()),
                status: rsx! { StatusPill { kind: a.status.as_str(), label: a.status.label() } },
            }
            if let Some(next) = a.continued_as {
                Banner { kind: BannerKind::Info,
                    title: if a.status == Status::Referred { "This request went to a colleague" } else { "This appointment goes on at another time" },
                    p { a { href: path_of(next), "See where it stands now" } }
                }
            }
            div { class: "split",
                div { class: "stack gap-5",
                    section { class: "card lift stack", aria_label: "Appointment",
                        {lead(&a, part)}
                        Ticket { appointment: a.clone(), part, map: view.map.clone() }
                        {moving(&a, part)}
                        {until(&a)}
                        if part == Part::Patient {
                            Panels { view: view.clone(), part, onchange }
                        }
                    }
                    if let Some(letter) = &a.referral {
                        {letter::came(letter)}
                    }
                    if let Some(letter) = &a.passed_on {
                        {letter::went(letter)}
                    }
                    section { class: "card stack", aria_labelledby: "why",
                        h2 { id: "why", "Reason" }
                        p { "{a.reason}" }
                        if let Some(symptoms) = a.symptoms.clone() {
                            h3 { "Symptoms" }
                            p { class: "pre-line", "{symptoms}" }
                        }
                        if a.status == Status::Pending || (a.status == Status::Proposed && part == Part::Doctor) {
                            p { class: "small quiet",
                                "Answer by {a.answer_by_local.short_day()} {a.answer_by_local.time}, {a.answer_by_local.zone_name()}."
                            }
                        }
                    }
                    // A doctor reads first what there is to answer.
                    if part == Part::Doctor && !a.actions.is_empty() {
                        section { class: "card stack", aria_label: "What you can do",
                            Panels { view: view.clone(), part, onchange }
                        }
                    }
                    if let Some(record) = view.record {
                        Information { record }
                    }
                }
                History { steps: a.timeline, part, id: a.id }
            }
        }
    }
}

/// What a patient is asked, before the time and the place that it is about.
fn lead(a: &Appointment, part: Part) -> Element {
    if part != Part::Patient || a.status != Status::Proposed {
        return VNode::empty();
    }
    let suggested = a.timeline.iter().rev();
    let was = suggested.into_iter().find_map(|step| step.was.as_ref());
    let by = &a.answer_by_local;
    rsx! {
        div { class: "stack gap-2",
            h2 { "{a.doctor.full_name} suggests this time" }
            p {
                if let Some(was) = was { "In place of {briefly(was)}. " }
                "Please answer by {by.long_day()}, {by.time}. After that nobody holds it for you."
            }
        }
    }
}

/// The other half of a move.
fn moving(a: &Appointment, part: Part) -> Element {
    let doctor = part == Part::Doctor;
    let other = match (&a.open_move, &a.moved_from) {
        (Some(later), _) => later,
        (_, Some(earlier)) => earlier,
        _ => return VNode::empty(),
    };
    let when = briefly(&other.local);
    let open = a.status.is_live() && other.status.is_live();
    let said = match (a.open_move.is_some(), doctor) {
        (true, true) => format!("{} asks for {when} instead.", a.patient.full_name),
        (true, false) => {
            format!("You asked for {when} instead. Until that is accepted, this time stays yours.")
        }
        (false, true) if open => {
            format!("Asked for in place of {when}, which is free again once you accept.")
        }
        (false, false) if open => {
            format!("Asked for in place of {when}, which stays yours until this is accepted.")
        }
        _ => format!("Asked for in place of {when}."),
    };
    rsx! {
        p { class: "small",
            "{said} "
            a { href: path_of(other.id), "See the other time" }
        }
    }
}

/// Until when a patient may cancel, where the clinic wants notice.
fn until(a: &Appointment) -> Element {
    let Some(until) = &a.cancel_until else {
        return VNode::empty();
    };
    let until = briefly(until);
    if a.actions.contains(&Action::Cancel) {
        return rsx! {
            p { class: "small quiet", "You can cancel here until {until}." }
        };
    }
    rsx! {
        p { class: "small",
            "It is too late to cancel here: that was possible until {until}. Please tell the clinic itself"
            if let Some(place) = &a.location { ": {place.name}, {place.address}" }
            "."
        }
    }
}

/// An action that was sent without the client, and refused.
#[derive(Clone, PartialEq)]
struct Late {
    action: Action,
    error: AppError,
}

/// What became of an action that was sent without the client, where the form that would show it
/// may be gone.
fn use_late(id: uuid::Uuid) -> Option<Late> {
    use_hook(|| {
        if crate::ui::browser::is_hydrated() {
            return None;
        }
        let replay = try_consume_context::<ReplayContext>()?.0?;
        let action = replay
            .form
            .strip_prefix(&format!("/api/appointments/{id}/"))?;
        let action = Action::parse(&action.replace('-', "_"))?;
        Some(Late {
            action,
            error: replay.error,
        })
    })
}

/// Whether the patient's information concerns the doctor at all; the server decides for good.
fn readable(status: Status) -> bool {
    status.is_live() || matches!(status, Status::Completed | Status::NoShow)
}

/// Whether the place is, or was, where somebody goes.
fn is_shown_on_a_map(status: Status) -> bool {
    matches!(
        status,
        Status::Accepted | Status::Proposed | Status::Completed
    )
}

/// After a request: what happens next, and by when.
#[component]
fn Confirmation(doctor: String, by: String) -> Element {
    rsx! {
        div { class: "confirm", role: "status",
            h2 { "Your request is sent" }
            p { "{doctor} answers by {by}." }
            p { "The time is held for you until then. You learn of the answer on this page, at the bell above, and in your list of appointments. You need not call." }
        }
    }
}
