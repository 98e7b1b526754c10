//! What the page of an appointment shows, loaded as one. What has no fields is made here, on the
//! server; the client knows only what its actions need.

use dioxus::prelude::*;
use uuid::Uuid;

use super::detail::CaseView;
use super::ended::ended;
use super::history::history;
use super::letter;
use super::list::path_of;
use super::patients::information;
use super::ticket::ticket;
use crate::appointments::calendar::Standing;
use crate::appointments::model::{Action, Appointment, Part, Status};
use crate::appointments::service::{self, Look, Sought};
use crate::appointments::times;
use crate::availability::service as availability;
use crate::availability::views::map_made;
use crate::directory::specialties;
use crate::error::{Answer, ErrorKind};
use crate::paging::Page;
use crate::server::state::App;
use crate::ui::*;

/// How many colleagues are offered at once.
const COLLEAGUES: &str = "12";

/// The page of an appointment for who takes this part in it: with colleagues of this name, and
/// with the free times from a date on, where one is given.
///
/// # Errors
/// 404 where it isn't theirs; 422 where `from` is no date.
pub async fn case_view(
    app: &App,
    (part, user): (Part, Uuid),
    id: Uuid,
    (colleague, from): (String, String),
    look: Look,
) -> Answer<CaseView> {
    let a = service::get(app, id, part, user).await?;
    let doctor = part == Part::Doctor;
    let can = |action| a.actions.contains(&action);
    let free = if (can(Action::Suggest) || can(Action::Move)) && !from.is_empty() {
        times::choices(&service::times(app, part, user, id, &from).await?, part)
    } else {
        Html::default()
    };
    let clinics = if doctor && can(Action::Accept) {
        availability::clinics(app, user).await?.items
    } else {
        Vec::new()
    };
    let colleagues = if doctor && can(Action::Refer) {
        let sought = Sought {
            q: Some(colleague.clone()),
            cursor: None,
            limit: Some(COLLEAGUES.to_owned()),
        };
        service::colleagues(app, user, id, sought).await?
    } else {
        Page::whole(Vec::new())
    };
    let record = if doctor && readable(a.status) {
        match service::patient(app, user, a.patient.id, look).await {
            Err(error) if error.kind == ErrorKind::NotFound => Html::default(),
            record => Html::of(information(record?)),
        }
    } else {
        Html::default()
    };
    let ending = service::ending(app, part, user, &a).await?;
    let file = service::in_calendars(app, &a).await?;
    Ok(CaseView {
        title: title(&a, part),
        confirmation: confirmation(&a, part),
        continued: ended(&a, part, &ending),
        ticket: Html::of(at_a_glance(app, &a, part, file)),
        reason: Html::of(reason(&a, part)),
        history: Html::of(history(&a.timeline, part)),
        record,
        appointment: a,
        clinics,
        colleagues,
        colleague,
        free,
        from,
    })
}

fn title(a: &Appointment, part: Part) -> String {
    match part {
        Part::Patient => ts!(
            "appointments-case-title",
            specialty = specialties::name_of(&a.doctor.specialty),
            doctor = a.doctor.full_name
        ),
        _ => ts!(
            "appointments-case-title-patient",
            name = a.patient.full_name,
            age = a.patient.age
        ),
    }
}

/// After a request: what happens next, and by when.
fn confirmation(a: &Appointment, part: Part) -> Html {
    if part != Part::Patient || a.status != Status::Pending {
        return Html::default();
    }
    let by = &a.answer_by_local;
    Html::of(rsx! {
        div { class: "confirm", role: "status",
            h2 { {ts!("appointments-sent")} }
            p { {ts!("appointments-sent-answer", doctor = a.doctor.full_name, day = by.long_day(), time = by.time, zone = by.zone_name())} }
            p { {ts!("appointments-sent-held")} }
        }
    })
}

/// When and where, and what hangs on it.
fn at_a_glance(app: &App, a: &Appointment, part: Part, file: Option<Standing>) -> Element {
    let map = match &a.location {
        Some(place) if is_shown_on_a_map(a.status) => map_made(app, place),
        _ => Html::default(),
    };
    rsx! {
        {lead(a, part)}
        {another_time(a, part)}
        {ticket(a, part, map, file)}
        {moving(a, part)}
        {until(a)}
    }
}

/// Why: what its doctors wrote to each other, and what the patient wrote.
fn reason(a: &Appointment, part: Part) -> Element {
    let by = &a.answer_by_local;
    rsx! {
        if let Some(letter) = &a.referral {
            {letter::came(letter)}
        }
        if let Some(letter) = &a.passed_on {
            {letter::went(letter)}
        }
        section { class: "card stack", aria_labelledby: "why",
            h2 { id: "why", {ts!("appointments-case-reason")} }
            p { class: "pre-line", dir: "auto", "{a.reason}" }
            if let Some(symptoms) = &a.symptoms {
                h3 { {ts!("appointments-case-symptoms")} }
                p { class: "pre-line", dir: "auto", "{symptoms}" }
            }
            if a.status == Status::Pending || (a.status == Status::Proposed && part == Part::Doctor) {
                p { class: "small quiet", {ts!("appointments-case-answer-by", day = by.short_day(), time = by.time, zone = by.zone_name())} }
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
            h2 { {ts!("appointments-case-suggests", doctor = a.doctor.full_name)} }
            p {
                if let Some(was) = was {
                    {ts!("appointments-case-in-place", was = was.briefly())}
                    " "
                }
                {ts!("appointments-case-please-answer", day = by.long_day(), time = by.time)}
            }
        }
    }
}

/// That the time is another than was asked for, where a referral brought that about.
fn another_time(a: &Appointment, part: Part) -> Element {
    let mut steps = a.timeline.iter().rev();
    let referred = steps.find(|step| step.action == Action::Refer);
    let times = referred.and_then(|step| step.was.as_ref().zip(step.becomes.as_ref()));
    match times {
        Some((was, becomes)) if part == Part::Patient && *becomes == a.local => rsx! {
            p { class: "small", {ts!("appointments-case-referred-time", was = was.briefly())} }
        },
        _ => VNode::empty(),
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
    let when = other.local.briefly();
    let open = a.status.is_live() && other.status.is_live();
    let said = match (a.open_move.is_some(), doctor) {
        (true, true) => ts!(
            "appointments-case-asks",
            patient = a.patient.full_name,
            when = when
        ),
        (true, false) => ts!("appointments-case-you-asked", when = when),
        (false, true) if open => ts!("appointments-case-free-again", when = when),
        (false, false) if open => ts!("appointments-case-stays-yours", when = when),
        _ => ts!("appointments-case-asked", when = when),
    };
    rsx! {
        p { class: "small",
            "{said} "
            a { href: path_of(other.id), {ts!("appointments-case-see-other")} }
        }
    }
}

/// Until when a patient may cancel, where the clinic wants notice.
fn until(a: &Appointment) -> Element {
    let Some(until) = &a.cancel_until else {
        return VNode::empty();
    };
    let until = until.briefly();
    if a.actions.contains(&Action::Cancel) {
        return rsx! {
            p { class: "small quiet", {ts!("appointments-case-until", until = until)} }
        };
    }
    let late = match &a.location {
        Some(place) => ts!(
            "appointments-case-late-at",
            until = until,
            name = place.name,
            address = place.address
        ),
        None => ts!("appointments-case-late", until = until),
    };
    rsx! {
        p { class: "small", "{late}" }
    }
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
