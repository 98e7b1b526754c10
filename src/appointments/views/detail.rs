//! One appointment: when and where, what can be done, what happened.

use dioxus::prelude::*;
use serde::Serialize;

use super::actions::Panels;
use crate::accounts::model::Role;
use crate::answer::use_answer;
use crate::app::{Problem, use_session};
use crate::appointments::api;
use crate::appointments::model::{Action, Appointment, Colleague, Part};
use crate::availability::model::Clinic;
use crate::error::AppError;
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
    // The appointment that is shown: what reads it again for what is new opens nothing.
    let mut opened = use_hook(|| CopyValue::new(String::new()));
    let mut answer = use_answer(move || {
        live.tick.read();
        let [id, colleague, from] = [id, colleague, from].map(|asked| asked.read().clone());
        let again = (*opened.peek() == id).then(|| "yes".to_owned());
        api::case_view(id, Some(colleague), Some(from), again)
    })?;
    let part = match session.viewer().map(|viewer| viewer.role) {
        Some(Role::Doctor) => Part::Doctor,
        _ => Part::Patient,
    };
    match &*answer.read() {
        Ok(view) => {
            opened.set(view.appointment.id.to_string());
            rsx! {
                Detail {
                    key: "{view.appointment.id}",
                    view: view.clone(),
                    part,
                    requested: !requested.read().is_empty(),
                    onchange: move |()| answer.restart(),
                }
            }
        }
        Err(error) => {
            rsx! { Problem { error: error.clone(), onretry: move |()| answer.restart() } }
        }
    }
}

/// All that the page shows, loaded as one: parts that load for themselves would each suspend
/// a page that is just appearing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CaseView {
    pub title: String,
    pub appointment: Appointment,
    /// Where the doctor can accept it.
    pub clinics: Vec<Clinic>,
    /// To whom the doctor can refer it: those who are free soonest.
    pub colleagues: Page<Colleague>,
    /// The name by which colleagues were looked for.
    pub colleague: String,
    /// The times to which it can be moved, where somebody asks for them.
    pub free: Html,
    /// From which date on.
    pub from: String,
    /// What happens next, for who has just asked.
    pub confirmation: Html,
    /// Where the case went on.
    pub continued: Html,
    /// When and where.
    pub ticket: Html,
    /// Why.
    pub reason: Html,
    /// The patient's information, where the doctor may read it.
    pub record: Html,
    /// What happened.
    pub history: Html,
}

wire!(CaseView {
    title,
    appointment,
    clinics,
    colleagues,
    colleague,
    free,
    from,
    confirmation,
    continued,
    ticket,
    reason,
    record,
    history,
});

#[component]
fn Detail(view: CaseView, part: Part, requested: bool, onchange: EventHandler<()>) -> Element {
    let a = view.appointment.clone();
    let late = use_late(a.id);
    let possible = late
        .as_ref()
        .is_some_and(|late| a.actions.contains(&late.action));
    let home = match part {
        Part::Patient => t!("app-nav-appointments"),
        _ => t!("app-nav-requests"),
    };
    rsx! {
        PageTitle { text: view.title.clone() }
        div { class: "stack gap-5",
            if let Some(why) = late.filter(|_| !possible) {
                Banner { kind: BannerKind::Warning, title: t!("appointments-late"),
                    p { role: "alert", "{why.error.message}" }
                }
            }
            if requested {
                {some(&view.confirmation)}
            }
            PageHeader {
                title: view.title.clone(),
                back: ("/appointments".to_owned(), home),
                status: pill(a.status.as_str(), &a.status.label()),
            }
            {some(&view.continued)}
            div { class: "split",
                div { class: "stack gap-5",
                    section { class: "card lift stack", aria_label: t!("appointments-one"),
                        Made { class: "stack", part: view.ticket.clone() }
                        if part == Part::Patient {
                            Panels { view: view.clone(), part, onchange }
                        }
                    }
                    Made { class: "stack gap-5", part: view.reason.clone() }
                    // A doctor reads first what there is to answer.
                    if part == Part::Doctor && !a.actions.is_empty() {
                        section { class: "card stack", aria_label: t!("appointments-what-can"),
                            Panels { view: view.clone(), part, onchange }
                        }
                    }
                    {some(&view.record)}
                }
                Made { part: view.history }
            }
        }
    }
}

/// A part, where there is one.
fn some(part: &Html) -> Element {
    if part.is_empty() {
        return VNode::empty();
    }
    rsx! {
        Made { part: part.clone() }
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
