//! Referring to a colleague of the same specialty.

use std::cell::Cell;
use std::rc::Rc;

use dioxus::prelude::*;
use uuid::Uuid;

use super::{GROUP, basis, use_action_form};
use crate::appointments::model::{Appointment, Colleague};
use crate::appointments::views::list::path_of;
use crate::ask::encoded;
use crate::paging::Page;
use crate::texts::Language;
use crate::time::rfc3339;
use crate::ui::*;

#[component]
pub fn Refer(
    appointment: Appointment,
    colleagues: Page<Colleague>,
    /// The name that was looked for.
    sought: String,
    onchange: EventHandler<()>,
) -> Element {
    let (id, version) = (appointment.id, appointment.version);
    let form = use_action_form(id, "refer");
    let toasts = use_toasts();
    let mut picked = use_signal(String::new);
    let Page {
        items: colleagues,
        next,
    } = colleagues;
    let times = times(&appointment, &colleagues, &picked.read());
    let searched = !sought.is_empty();
    // Once open for a reason it stays so, also when the name is taken back.
    let opened = use_hook(|| Rc::new(Cell::new(false)));
    opened.set(opened.get() | searched | form.failed());
    rsx! {
        ActionPanel { label: t!("appointments-refer"), kind: ButtonKind::Second, open: opened.get(), group: GROUP,
            if searched || next.is_some() {
                Search { id, sought: sought.clone() }
            }
            if colleagues.is_empty() {
                p { class: "quiet",
                    if searched {
                        {t!("appointments-refer-none-named")}
                    } else {
                        {t!("appointments-refer-none")}
                    }
                }
            } else {
                PostForm {
                    form,
                    to: path_of(id),
                    back: page(id, &sought),
                    onsaved: move |_: Saved| {
                        toasts.success(t!("appointments-referred"));
                        onchange.call(());
                    },
                    {basis(version)}
                    RadioCards { form, name: "doctor_id", label: t!("appointments-colleague"), options: colleagues.iter().map(choice).collect(),
                        onpick: move |id: String| picked.set(id) }
                    SelectField { form, name: "starts_at", label: t!("appointments-time"), options: times }
                    RadioCards { form, name: "priority", label: t!("appointments-priority"), across: true, value: "routine",
                        options: vec![
                            Choice::new("routine", t!("appointments-routine")),
                            Choice::new("urgent", t!("appointments-urgent")).hint(t!("appointments-refer-first")),
                        ] }
                    TextArea { form, name: "reason", label: t!("appointments-reason"), rows: 3, maxlength: 1000,
                        hint: t!("appointments-refer-reason-hint") }
                    TextArea { form, name: "note", label: t!("appointments-refer-note"), rows: 2, maxlength: 1000, optional: true,
                        hint: t!("appointments-refer-note-hint") }
                    SubmitButton { form, label: t!("appointments-refer") }
                }
            }
        }
    }
}

/// The page of the appointment, with colleagues of this name.
fn page(id: Uuid, colleague: &str) -> String {
    [
        path_of(id).as_str(),
        "?colleague=",
        encoded(colleague).as_str(),
    ]
    .concat()
}

/// Finds a colleague by name: the list holds those who are free soonest.
#[component]
fn Search(id: Uuid, sought: String) -> Element {
    rsx! {
        form {
            class: "filters",
            method: "get",
            action: "/appointments/{id}",
            role: "search",
            div { class: "field",
                label { r#for: "colleague", {t!("appointments-refer-find")} }
                p { class: "hint", id: "colleague-hint", {t!("appointments-refer-find-hint")} }
                input { class: "input", id: "colleague", name: "colleague", r#type: "search", maxlength: "100", autocomplete: "off",
                    "aria-describedby": "colleague-hint",
                    autofocus: !sought.is_empty(),
                    "value": sought }
            }
            button { class: "button second", r#type: "submit", {t!("appointments-refer-search")} }
        }
    }
}

/// A colleague, and how soon they are free.
fn choice(colleague: &Colleague) -> Choice {
    let soonest = colleague.next_free.first();
    let mut hint = vec![match (colleague.same_time_free, soonest) {
        (true, _) => t!("appointments-refer-free"),
        (false, Some(_)) => t!("appointments-refer-busy"),
        (false, None) => t!("appointments-refer-full"),
    }];
    // They stand in this order.
    if let Some(time) = soonest {
        hint.push(t!(
            "appointments-refer-next",
            day = time.local.short_day(),
            time = time.local.time,
            zone = time.local.zone_name()
        ));
    }
    if !colleague.languages.is_empty() {
        hint.push(colleague.languages.join(Language::current().comma()));
    }
    let choice = Choice::new(colleague.id.to_string(), &colleague.full_name).hint(hint.join(" · "));
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
    let same = t!(
        "appointments-refer-same",
        day = appointment.local.short_day(),
        hours = appointment.local.hours()
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
            let when = t!(
                "appointments-slot",
                day = time.local.short_day(),
                hours = time.local.hours(),
                zone = time.local.zone_name()
            );
            let label = if one.is_some() {
                when
            } else {
                t!(
                    "appointments-slot-of",
                    name = colleague.full_name,
                    when = when
                )
            };
            choices.push(Choice::new(rfc3339(time.starts_at), label));
        }
    }
    choices
}
