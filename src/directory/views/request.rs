//! What stands beside the form of a request: for which time it is, and which others there are.

use chrono::{Days, NaiveDate};
use dioxus::prelude::*;
use uuid::Uuid;

use crate::availability::model::VisitType;
use crate::availability::service::{self as availability, Question};
use crate::availability::views::{
    Picker, chosen_visit, join, request_page, slot_picker, visit_choices,
};
use crate::directory::model::{DoctorProfile, RequestView};
use crate::directory::service;
use crate::error::{Answer, ErrorKind};
use crate::server::state::App;
use crate::texts::Language;
use crate::time::{FreeTime, Instant, parse_instant, rfc3339};
use crate::ui::*;

/// The page of a request to a doctor, for a time and a kind of visit as they stand in its address.
///
/// # Errors
/// 404 where there is no such doctor.
pub async fn request_view(app: &App, id: Uuid, visit: &str, start: &str) -> Answer<RequestView> {
    let profile = service::doctor(app, id).await?;
    let wanted = parse_instant(start);
    let kind = chosen_visit(&profile.visit_types, visit);
    let visit = kind.map(|kind| kind.id.to_string()).unwrap_or_default();
    let chosen = match wanted {
        Some(wanted) => free_at(app, id, wanted, &visit).await?,
        None => None,
    };
    let first = profile.next_free.as_ref().map(|time| time.local.date);
    let from: Option<NaiveDate> = chosen
        .as_ref()
        .map(|time| time.local.date)
        .or(wanted.map(|at| at.date_naive()))
        .or(first);
    let times = match from {
        Some(from) => {
            let picker = Picker {
                doctor: id,
                from,
                visit: visit.clone(),
                clinics: &profile.clinics,
                chosen: chosen.as_ref().map(|time| time.starts_at),
                first,
            };
            match slot_picker(app, picker).await {
                Err(error) if error.kind == ErrorKind::NotFound => nothing(id, &visit),
                times => times?,
            }
        }
        None => nothing(id, &visit),
    };
    let kinds = match kind {
        Some(_) => {
            let page = |visit: &str| request_page(&id.to_string(), visit, start);
            Html::of(visit_choices(&profile.visit_types, kind, page))
        }
        None => Html::default(),
    };
    Ok(RequestView {
        doctor_id: id.to_string(),
        kinds,
        told: Html::of(told(&profile, chosen.as_ref(), kind, start)),
        times: Html::of(times),
        visit,
        starts_at: chosen.map_or_else(|| start.to_owned(), |time| rfc3339(time.starts_at)),
        specialty: profile.specialty.name,
        full_name: profile.full_name,
        photo: profile.photo,
        answer_hours: profile.answer_hours,
    })
}

/// The time, where it is free.
async fn free_at(app: &App, id: Uuid, at: Instant, visit: &str) -> Answer<Option<FreeTime>> {
    // The clinic's date may be the day before or after the one in UTC.
    let Some(before) = at.date_naive().checked_sub_days(Days::new(1)) else {
        return Ok(None);
    };
    let question = Question {
        from: Some(before.to_string()),
        days: Some("3".to_owned()),
        visit_type: Some(visit.to_owned()),
        ahead: None,
    };
    match availability::public_slots(app, id, &question).await {
        Ok(page) => Ok(page.items.into_iter().find(|time| time.starts_at == at)),
        Err(error) if matches!(error.kind, ErrorKind::NotFound | ErrorKind::Invalid) => Ok(None),
        Err(error) => Err(error),
    }
}

fn nothing(doctor: Uuid, visit: &str) -> Element {
    rsx! {
        Empty { icon: IconName::Calendar, title: ts!("directory-no-time"),
            p { {ts!("directory-all-taken")} }
            {join(doctor, visit)}
        }
    }
}

/// The time that is asked for.
fn told(
    profile: &DoctorProfile,
    chosen: Option<&FreeTime>,
    kind: Option<&VisitType>,
    start: &str,
) -> Element {
    let Some(time) = chosen else {
        if start.is_empty() {
            return rsx! { p { class: "quiet", {ts!("directory-choose-first")} } };
        }
        return rsx! {
            Banner { kind: BannerKind::Warning,
                p {
                    if let Some(kind) = kind {
                        {ts!("directory-not-free-for", visit = kind.name)}
                    } else {
                        {ts!("directory-not-free")}
                    }
                }
            }
        };
    };
    let clinic = profile
        .clinics
        .iter()
        .find(|clinic| clinic.id == time.clinic_id);
    rsx! {
        p {
            strong { "{time.local.long_day()}{Language::current().comma()}{time.local.hours()}" }
            br {}
            span { class: "quiet small",
                "{time.local.zone_name()}"
                if let Some(clinic) = clinic {
                    " · "
                    bdi { "{clinic.name}" }
                }
                if let Some(kind) = kind {
                    " · "
                    bdi { "{kind.name}" }
                }
            }
        }
    }
}
