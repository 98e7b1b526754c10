//! Referring to a colleague of the same specialty.

use dioxus::prelude::*;

use super::{GROUP, back, use_action_form};
use crate::appointments::model::{Appointment, Colleague};
use crate::time::rfc3339;
use crate::ui::*;

#[component]
pub fn Refer(
    appointment: Appointment,
    colleagues: Vec<Colleague>,
    onchange: EventHandler<()>,
) -> Element {
    let id = appointment.id;
    let form = use_action_form(id, "refer");
    let toasts = use_toasts();
    let mut picked = use_signal(String::new);
    let times = times(&appointment, &colleagues, &picked.read());
    rsx! {
        ActionPanel { label: "Refer", kind: ButtonKind::Second, open: form.failed(), group: GROUP,
            if colleagues.is_empty() {
                p { class: "quiet", "There is no other doctor of your specialty who takes requests and has not had this one." }
            } else {
                PostForm {
                    form,
                    to: back(id),
                    back: back(id),
                    onsaved: move |_: Saved| {
                        toasts.success("Referred. The patient and your colleague have been told.");
                        onchange.call(());
                    },
                    IdempotencyKey {}
                    RadioCards { form, name: "doctor_id", label: "Colleague", options: colleagues.iter().map(choice).collect(),
                        onpick: move |id: String| picked.set(id) }
                    SelectField { form, name: "starts_at", label: "Time", options: times }
                    TextArea { form, name: "reason", label: "Reason", rows: 3, maxlength: 1000,
                        hint: "The patient and your colleague read it." }
                    SubmitButton { form, label: "Refer" }
                }
            }
        }
    }
}

/// A colleague, and how soon they are free.
fn choice(colleague: &Colleague) -> Choice {
    let soon = match (colleague.same_time_free, colleague.next_free.first()) {
        (true, _) => "free at the same time".to_owned(),
        (false, Some(time)) => format!(
            "not free then; next {} {}, {}",
            time.local.short_day(),
            time.local.time,
            time.local.zone_name()
        ),
        (false, None) => "no free time at present".to_owned(),
    };
    let hint = match colleague.languages.as_slice() {
        [] => soon,
        languages => format!("{soon} · {}", languages.join(", ")),
    };
    let choice = Choice::new(colleague.id.to_string(), &colleague.full_name).hint(hint);
    if colleague.same_time_free || !colleague.next_free.is_empty() {
        choice
    } else {
        choice.disabled()
    }
}

/// The same time, and the next ones: of the colleague who is picked, of all while none is.
fn times(appointment: &Appointment, colleagues: &[Colleague], picked: &str) -> Vec<Choice> {
    let one = colleagues
        .iter()
        .find(|colleague| colleague.id.to_string() == picked);
    let same = format!(
        "The same time: {}, {}",
        appointment.local.short_day(),
        appointment.local.hours()
    );
    let mut choices = Vec::new();
    if one.is_none_or(|colleague| colleague.same_time_free) {
        choices.push(Choice::new("", same));
    }
    for colleague in colleagues
        .iter()
        .filter(|colleague| one.is_none_or(|one| one.id == colleague.id))
    {
        for time in colleague
            .next_free
            .iter()
            .filter(|time| time.starts_at != appointment.starts_at)
        {
            let when = format!(
                "{}, {} {}",
                time.local.short_day(),
                time.local.hours(),
                time.local.zone_name()
            );
            let label = if one.is_some() {
                when
            } else {
                format!("{}: {when}", colleague.full_name)
            };
            choices.push(Choice::new(rfc3339(time.starts_at), label));
        }
    }
    choices
}
