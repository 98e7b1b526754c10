//! Accepting, with the place.

use dioxus::prelude::*;

use super::{basis, use_action_form};
use crate::appointments::model::Appointment;
use crate::appointments::views::list::path_of;
use crate::availability::model::Clinic;
use crate::ui::*;

/// Not one of the saved clinics.
const ELSEWHERE: &str = "elsewhere";

#[component]
pub fn Accept(
    appointment: Appointment,
    clinics: Vec<Clinic>,
    onchange: EventHandler<()>,
) -> Element {
    let (id, version) = (appointment.id, appointment.version);
    let form = use_action_form(id, "accept");
    let toasts = use_toasts();
    let mut options: Vec<Choice> = clinics
        .iter()
        .map(|clinic| Choice::new(clinic.id.to_string(), &clinic.name).hint(&clinic.address))
        .collect();
    options.push(
        Choice::new(ELSEWHERE, t!("appointments-another-place"))
            .hint(t!("appointments-another-place-hint")),
    );
    let usual = appointment
        .clinic_id
        .filter(|id| clinics.iter().any(|clinic| clinic.id == *id));
    let chosen = usual.map_or_else(|| ELSEWHERE.to_owned(), |id| id.to_string());
    let mut elsewhere = use_signal(|| usual.is_none());
    let name = appointment.patient.full_name.clone();
    rsx! {
        section { class: "stack", aria_labelledby: "accept",
            h2 { id: "accept", {t!("appointments-accept-this")} }
            PostForm {
                form,
                to: path_of(id),
                back: path_of(id),
                onsaved: move |_: Saved| {
                    toasts.success(t!("appointments-accepted-where", name = name));
                    onchange.call(());
                },
                {basis(version)}
                RadioCards { form, name: "clinic_id", label: t!("appointments-where"), options, value: chosen,
                    onpick: move |picked: String| elsewhere.set(picked == ELSEWHERE) }
                Disclosure { summary: t!("appointments-another-place-what"), open: elsewhere() || form.failed(),
                    TextField { form, name: "location.name", label: t!("appointments-place-name") }
                    TextField { form, name: "location.address", label: t!("availability-address") }
                    div { class: "form-row",
                        TextField { form, name: "location.latitude", label: t!("availability-latitude"), inputmode: "decimal", optional: true, width: "w-8" }
                        TextField { form, name: "location.longitude", label: t!("availability-longitude"), inputmode: "decimal", optional: true, width: "w-8" }
                    }
                }
                TextArea { form, name: "note", label: t!("appointments-note"), rows: 2, maxlength: 1000, optional: true,
                    hint: t!("appointments-note-hint") }
                SubmitButton { form, label: t!("appointments-accept") }
            }
        }
    }
}
