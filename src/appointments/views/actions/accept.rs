//! Accepting, with the place.

use dioxus::prelude::*;

use super::{back, basis, use_action_form};
use crate::appointments::model::Appointment;
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
    options.push(Choice::new(ELSEWHERE, "Another place").hint("Enter its name and address below"));
    let usual = appointment
        .clinic_id
        .filter(|id| clinics.iter().any(|clinic| clinic.id == *id));
    let chosen = usual.map_or_else(|| ELSEWHERE.to_owned(), |id| id.to_string());
    let mut elsewhere = use_signal(|| usual.is_none());
    let name = appointment.patient.full_name.clone();
    rsx! {
        section { class: "stack", aria_labelledby: "accept",
            h2 { id: "accept", "Accept this request" }
            PostForm {
                form,
                to: back(id),
                back: back(id),
                onsaved: move |_: Saved| {
                    toasts.success(format!("{name} knows that you accepted, and where to go."));
                    onchange.call(());
                },
                {basis(version)}
                RadioCards { form, name: "clinic_id", label: "Where", options, value: chosen,
                    onpick: move |picked: String| elsewhere.set(picked == ELSEWHERE) }
                Disclosure { summary: "Name and address of another place", open: elsewhere() || form.failed(),
                    TextField { form, name: "location.name", label: "Name of the place" }
                    TextField { form, name: "location.address", label: "Address" }
                    div { class: "form-row",
                        TextField { form, name: "location.latitude", label: "Latitude", inputmode: "decimal", optional: true, width: "w-8" }
                        TextField { form, name: "location.longitude", label: "Longitude", inputmode: "decimal", optional: true, width: "w-8" }
                    }
                }
                TextArea { form, name: "note", label: "Note", rows: 2, maxlength: 1000, optional: true,
                    hint: "What to bring, where to ring" }
                SubmitButton { form, label: "Accept" }
            }
        }
    }
}
