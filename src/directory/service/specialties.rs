//! Specialties with what is known of their doctors.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::listed;
use crate::accounts::entity::doctor;
use crate::availability::service::{Diary, diaries_until};
use crate::directory::about;
use crate::directory::model::{Soonest, Specialty};
use crate::directory::rules::{HORIZON_OF_WORDS, day_in_words};
use crate::directory::specialties::ALL;
use crate::error::Answer;
use crate::paging::Page;
use crate::server::state::App;
use crate::time::{Instant, Local};

/// How many specialties the front page shows.
const FRONT: usize = 8;
/// How many doctors of each are looked at there, which bounds the work of a visit.
const LOOKED_AT: usize = 12;

/// All specialties, with what leads to each and how many doctors are listed.
///
/// # Errors
/// When the database does not answer.
pub async fn specialties(app: &App) -> Answer<Page<Specialty>> {
    let counts = counts(app).await?;
    let items = ALL.iter().map(|entry| Specialty {
        slug: entry.slug.to_owned(),
        name: entry.name.said(),
        about: about::about(entry.slug),
        doctor: about::doctor_of(entry.slug),
        symptoms: about::complaints(entry.slug),
        doctors: counts
            .get(entry.slug)
            .and_then(|count| u64::try_from(*count).ok())
            .unwrap_or_default(),
    });
    Ok(Page::whole(items.collect()))
}

/// How many doctors of each specialty are listed; those without any are not in it.
async fn counts(app: &App) -> Answer<HashMap<String, i64>> {
    let counts = listed()
        .select_only()
        .column(doctor::Column::Specialty)
        .column_as(doctor::Column::UserId.count(), "doctors")
        .group_by(doctor::Column::Specialty)
        .into_tuple::<(String, i64)>()
        .all(app.db.read())
        .await?;
    Ok(counts.into_iter().collect())
}

/// The slugs of all specialties in which somebody is listed.
///
/// # Errors
/// When the database does not answer.
pub async fn listed_specialties(app: &App) -> Answer<Vec<&'static str>> {
    let counts = counts(app).await?;
    let slugs = ALL.iter().map(|entry| entry.slug);
    Ok(slugs.filter(|slug| counts.contains_key(*slug)).collect())
}

/// Those of a few specialties in which somebody is listed: for each one look into an index.
///
/// # Errors
/// When the database does not answer.
pub async fn with_doctors(app: &App, slugs: &[&'static str]) -> Answer<Vec<&'static str>> {
    let mut found = Vec::new();
    for slug in slugs {
        let first: Option<Uuid> = listed()
            .select_only()
            .column(doctor::Column::UserId)
            .filter(doctor::Column::Specialty.eq(*slug))
            .order_by_asc(doctor::Column::NameKey)
            .order_by_asc(doctor::Column::UserId)
            .limit(1)
            .into_tuple()
            .one(app.db.read())
            .await?;
        if first.is_some() && !found.contains(slug) {
            found.push(*slug);
        }
    }
    Ok(found)
}

/// The specialties with the most doctors who take requests, and a day on which one of each is
/// free: the first of it where there are at most a dozen of them.
///
/// # Errors
/// When the database does not answer.
pub async fn soonest(app: &App) -> Answer<Page<Soonest>> {
    let db = app.db.read();
    let now = app.now();
    let rows: Vec<(String, Uuid)> = listed()
        .select_only()
        .columns([doctor::Column::Specialty, doctor::Column::UserId])
        .filter(doctor::Column::Accepting.eq(true))
        .order_by_asc(doctor::Column::Specialty)
        .order_by_asc(doctor::Column::NameKey)
        .into_tuple()
        .all(db)
        .await?;
    let mut groups: Vec<(String, Vec<Uuid>)> = Vec::new();
    for (slug, id) in rows {
        match groups.last_mut() {
            Some((last, ids)) if *last == slug => ids.push(id),
            _ => groups.push((slug, vec![id])),
        }
    }
    // Stable, so that equals stay in the order of their names.
    groups.sort_by_key(|(_, ids)| std::cmp::Reverse(ids.len()));
    groups.truncate(FRONT);
    for (_, ids) in &mut groups {
        ids.truncate(LOOKED_AT);
    }
    let ids: Vec<Uuid> = groups.iter().flat_map(|(_, ids)| ids).copied().collect();
    let until = now + chrono::TimeDelta::days(HORIZON_OF_WORDS + 1);
    let diaries = diaries_until(db, &ids, until, now).await?;
    let items = groups.into_iter().map(|(slug, ids)| Soonest {
        slug,
        free: ids
            .iter()
            .filter_map(|id| diaries.get(id).and_then(|diary| first_day(diary, now)))
            .min()
            .map(|(days, date)| day_in_words(days, date)),
    });
    Ok(Page::whole(items.collect()))
}

/// How many days ahead the first free time is, and its date, if it lies within the next days.
fn first_day(diary: &Diary, now: Instant) -> Option<(i64, NaiveDate)> {
    let free = diary.first_free()?;
    let today = Local::at(&free.local.zone, now, now).date;
    let days = (free.local.date - today).num_days();
    (days < HORIZON_OF_WORDS).then_some((days, free.local.date))
}
