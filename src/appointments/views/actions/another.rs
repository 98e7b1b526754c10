//! Another time: a doctor suggests it, a patient asks for it.

use dioxus::prelude::*;

use super::{basis, use_action_form};
use crate::appointments::model::{Appointment, Part};
use crate::appointments::views::list::path_of;
use crate::appointments::views::request::{times, use_focus_on_change};
use crate::ui::*;

/// The heading of the form.
const HEADING: &str = "another";

/// Where success leads: to the new appointment, or the same one. A constant, since rsx would put
/// a variable of this name into a literal.
const PAGE: &str = "/appointments/{id}";

/// What the button says that opens the form, and the one that sends it.
fn label(part: Part) -> String {
    match part {
        Part::Doctor => t!("appointments-suggest"),
        _ => t!("appointments-move"),
    }
}

/// Opens the form: the times are looked up when somebody asks for them.
pub fn opener(id: uuid::Uuid, part: Part) -> Element {
    rsx! {
        ButtonLink { to: "/appointments/{id}?from=soonest#{HEADING}", label: label(part) }
    }
}

/// The form, with the free times from `from` on.
#[component]
pub fn Another(
    appointment: Appointment,
    part: Part,
    free: Html,
    from: String,
    onchange: EventHandler<()>,
) -> Element {
    let a = appointment;
    let id = a.id;
    let doctor = part == Part::Doctor;
    let form = use_action_form(id, if doctor { "suggest" } else { "move" });
    use_focus_on_change(&from, HEADING, true);
    let toasts = use_toasts();
    let navigator = use_navigator();
    let other = if doctor {
        a.patient.full_name.clone()
    } else {
        a.doctor.full_name.clone()
    };
    let told = other.clone();
    let nearest = form.error().map(|error| error.nearest).unwrap_or_default();
    let back = [path_of(id).as_str(), "?from=", from.as_str()].concat();
    rsx! {
        section { class: "stack", aria_labelledby: HEADING,
            h2 { id: HEADING, tabindex: "-1", {label(part)} }
            p {
                if doctor {
                    {t!("appointments-suggest-about", name = other)}
                } else {
                    {t!("appointments-move-about", name = other)}
                }
            }
            PostForm {
                form,
                to: PAGE,
                back,
                onsaved: move |made: Saved| {
                    toasts.success(t!("appointments-move-told", name = told));
                    navigator.replace(path_of(made.text("id").parse().unwrap_or(id)));
                    onchange.call(());
                },
                {basis(a.version)}
                if let Some(sentence) = form.field_error("starts_at") {
                    p { class: "field-error", "{sentence}" }
                }
                if !nearest.is_empty() {
                    RadioCards { form, name: "starts_at", label: t!("appointments-nearest"), options: times(&nearest) }
                }
                Made { part: free }
                if doctor {
                    TextArea { form, name: "note", label: t!("appointments-note"), rows: 2, maxlength: 1000, optional: true, hint: t!("appointments-note-read") }
                } else {
                    TextArea { form, name: "reason", label: t!("appointments-reason"), rows: 2, maxlength: 1000, optional: true, hint: t!("appointments-reason-read") }
                }
                SubmitButton { form, label: label(part) }
            }
        }
    }
}
