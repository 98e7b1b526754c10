//! The search for a doctor.

use std::collections::HashMap;

use chrono::Days;
use sea_orm::sea_query::{Expr, ExprTrait, Func};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, FromQueryResult, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, Select,
};
use uuid::Uuid;

use super::listed;
use crate::accounts::entity::{doctor, user};
use crate::accounts::service::languages;
use crate::availability::service::{Diary, diaries};
use crate::directory::guide;
use crate::directory::model::{ClinicName, DoctorCard, Doctors, SpecialtyName};
use crate::directory::rules::{normalise, telling_words};
use crate::directory::specialties;
use crate::error::{Answer, Problems};
use crate::paging::{Page, cut, parse_limit};
use crate::server::media;
use crate::server::state::App;

/// How many doctors are read at once, and how many times, to find those who are free soon:
/// whether one is free can't be asked of the database.
const BATCH: u64 = 100;
const BATCHES: usize = 5;

/// How soon a doctor should be free.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Soon {
    Today,
    ThisWeek,
}

/// What somebody looks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Search {
    q: String,
    specialty: Option<&'static str>,
    language: Option<String>,
    soon: Option<Soon>,
    /// The last doctor of the page before.
    after: Option<(String, Uuid)>,
    limit: u64,
}

impl Search {
    /// Reads what was typed: query, specialty, language, availability, cursor, limit.
    ///
    /// # Errors
    /// 422 with each that means nothing.
    pub fn parse(typed: &[String; 6]) -> Answer<Self> {
        let [q, specialty, language, available, cursor, limit] =
            typed.each_ref().map(|text| text.trim());
        let mut problems = Problems::default();
        if q.chars().count() > 100 {
            problems.add("q", ts!("directory-q-long"));
        }
        let slug = specialties::by_slug(specialty).map(|entry| entry.slug);
        if slug.is_none() && !specialty.is_empty() {
            problems.add("specialty", ts!("directory-specialty-unknown"));
        }
        let language = normalise(language);
        if language.len() > 60 {
            problems.add("language", ts!("directory-language-unknown"));
        }
        let soon = match available {
            "today" => Some(Soon::Today),
            "this-week" | "week" => Some(Soon::ThisWeek),
            "" => None,
            _ => {
                problems.add("available", ts!("directory-available-unknown"));
                None
            }
        };
        let after = problems.take("cursor", parse_cursor(cursor)).flatten();
        match problems.take("limit", parse_limit(Some(limit))) {
            Some(limit) if problems.is_empty() => Ok(Self {
                q: q.to_owned(),
                specialty: slug,
                language: Some(language).filter(|language| !language.is_empty()),
                soon,
                after,
                limit,
            }),
            _ => Err(problems.into_error()),
        }
    }
}

/// A doctor's row as a list needs it.
#[derive(Clone, Debug, FromQueryResult)]
struct Row {
    user_id: Uuid,
    full_name: String,
    name_key: String,
    specialty: String,
    languages: String,
    photo: Option<String>,
    accepting: bool,
}

/// Doctors by name, specialty, symptom, language, and how soon they are free.
///
/// # Errors
/// When the database does not answer.
pub async fn doctors(app: &App, search: &Search) -> Answer<Doctors> {
    let db = app.db.read();
    let slugs = specialties_of(db, &search.q).await?;
    let query = filtered(search, &slugs);
    let now = app.now();
    let page = if search.soon.is_none() {
        let rows = batch(db, &query, search.after.as_ref(), search.limit + 1).await?;
        let page = cut(rows, search.limit, |row| cursor(&row.name_key, row.user_id));
        let ids: Vec<Uuid> = page.items.iter().map(|row| row.user_id).collect();
        let mut diaries = diaries(db, &ids, now).await?;
        page.map(|row| card(row, &mut diaries))
    } else {
        soon_free(app, search, &query).await?
    };
    Ok(Doctors {
        items: page.items,
        next: page.next,
        specialties: slugs.into_iter().map(str::to_owned).collect(),
    })
}

/// The specialties that a query leads to. One that leads nowhere as a whole and is nobody's
/// name leads to what its words have to do with: "palpitations at night" to the heart.
async fn specialties_of<C: ConnectionTrait>(db: &C, q: &str) -> Answer<Vec<&'static str>> {
    let mut found = guide::leads_to(q);
    if found.is_empty() && !q.is_empty() {
        let named = listed().filter(named(q)).count(db).await?;
        if named == 0 {
            found = guide::related_to(q);
        }
    }
    Ok(found.into_iter().map(|entry| entry.slug).collect())
}

/// Those who are free soon: reads on until a page is full, up to a bound; then the page is
/// shorter and its cursor goes on from where it stopped.
async fn soon_free(
    app: &App,
    search: &Search,
    query: &Select<doctor::Entity>,
) -> Answer<Page<DoctorCard>> {
    let limit = usize::try_from(search.limit).unwrap_or(usize::MAX);
    let db = app.db.read();
    let now = app.now();
    let mut items = Vec::new();
    let mut after = search.after.clone();
    for _ in 0..BATCHES {
        let rows = batch(db, query, after.as_ref(), BATCH).await?;
        let all_read = rows.len() < usize::try_from(BATCH).unwrap_or(usize::MAX);
        let ids: Vec<Uuid> = rows
            .iter()
            .filter(|row| row.accepting)
            .map(|row| row.user_id)
            .collect();
        let mut diaries = diaries(db, &ids, now).await?;
        for row in rows {
            let key = (row.name_key.clone(), row.user_id);
            let last_day =
                diaries
                    .get(&row.user_id)
                    .map(Diary::today)
                    .map(|today| match search.soon {
                        Some(Soon::Today) => today,
                        _ => today + Days::new(6),
                    });
            let card = card(row, &mut diaries);
            let next = card.next_free.as_ref().map(|free| free.local.date);
            if next.zip(last_day).is_some_and(|(next, last)| next <= last) {
                if items.len() == limit {
                    let next = after.map(|(name, id)| cursor(&name, id));
                    return Ok(Page { items, next });
                }
                items.push(card);
            }
            after = Some(key);
        }
        if all_read {
            return Ok(Page::whole(items));
        }
    }
    Ok(Page {
        items,
        next: after.map(|(name, id)| cursor(&name, id)),
    })
}

/// The doctors who fit, by name; a query fits by name or by the specialties it leads to.
fn filtered(search: &Search, slugs: &[&'static str]) -> Select<doctor::Entity> {
    let mut query = listed()
        .select_only()
        .columns([
            doctor::Column::UserId,
            doctor::Column::NameKey,
            doctor::Column::Specialty,
            doctor::Column::Languages,
            doctor::Column::Accepting,
        ])
        .columns([user::Column::FullName, user::Column::Photo])
        .order_by_asc(doctor::Column::NameKey)
        .order_by_asc(doctor::Column::UserId);
    if let Some(slug) = search.specialty {
        query = query.filter(doctor::Column::Specialty.eq(slug));
    }
    if !search.q.is_empty() {
        query = query.filter(
            Condition::any()
                .add(named(&search.q))
                .add(doctor::Column::Specialty.is_in(slugs.iter().copied())),
        );
    }
    if let Some(language) = &search.language {
        // Names are kept as "Spanish, English".
        let spoken = Expr::expr(Func::lower(Expr::col((
            doctor::Entity,
            doctor::Column::Languages,
        ))));
        query = query.filter(
            Condition::any()
                .add(spoken.clone().eq(language.as_str()))
                .add(spoken.clone().like(format!("{language}, %")))
                .add(spoken.clone().like(format!("%, {language}, %")))
                .add(spoken.like(format!("%, {language}"))),
        );
    }
    query
}

/// A name of which each word of the query begins a word.
pub fn named(q: &str) -> Condition {
    name_words(q)
        .into_iter()
        .fold(Condition::all(), |all, word| {
            let begins = doctor::Column::NameKey.like(format!("{word}%"));
            let holds = doctor::Column::NameKey.like(format!("% {word}%"));
            all.add(Condition::any().add(begins).add(holds))
        })
}

/// The words that a name must hold. Being normalised, they hold no wildcard of LIKE.
fn name_words(q: &str) -> Vec<String> {
    let words = telling_words(q);
    if words.is_empty() {
        // "An" is a name too.
        return normalise(q).split(' ').map(str::to_owned).collect();
    }
    words
}

async fn batch<C: ConnectionTrait>(
    db: &C,
    query: &Select<doctor::Entity>,
    after: Option<&(String, Uuid)>,
    limit: u64,
) -> Answer<Vec<Row>> {
    let mut query = query.clone();
    if let Some((name, id)) = after {
        let same_name = Condition::all()
            .add(doctor::Column::NameKey.eq(name.as_str()))
            .add(doctor::Column::UserId.gt(*id));
        query = query.filter(
            Condition::any()
                .add(doctor::Column::NameKey.gt(name.as_str()))
                .add(same_name),
        );
    }
    Ok(query.limit(limit).into_model::<Row>().all(db).await?)
}

fn card(row: Row, diaries: &mut HashMap<Uuid, Diary>) -> DoctorCard {
    let diary = diaries.remove(&row.user_id);
    DoctorCard {
        id: row.user_id,
        full_name: row.full_name,
        specialty: SpecialtyName {
            name: specialties::name_of(&row.specialty),
            slug: row.specialty,
        },
        languages: languages(&row.languages),
        photo: row.photo.as_deref().and_then(media::url),
        accepting: row.accepting,
        next_free: diary
            .as_ref()
            .filter(|_| row.accepting)
            .and_then(Diary::first_free),
        clinics: diary.map_or_else(Vec::new, |diary| {
            let named = diary.clinics.into_iter();
            named
                .map(|clinic| ClinicName {
                    name: clinic.name,
                    address: clinic.address,
                })
                .collect()
        }),
    }
}

/// A cursor is the id of the last doctor, then the name by which it is sorted.
fn cursor(name_key: &str, id: Uuid) -> String {
    format!("{}-{name_key}", id.simple())
}

fn parse_cursor(text: &str) -> Result<Option<(String, Uuid)>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    text.split_once('-')
        .and_then(|(id, name)| Some((name.to_owned(), Uuid::try_parse(id).ok()?)))
        .filter(|(name, _)| !name.contains('\0'))
        .map(Some)
        .ok_or_else(|| ts!("directory-no-page"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(typed: [&str; 6]) -> Answer<Search> {
        Search::parse(&typed.map(str::to_owned))
    }

    #[test]
    fn a_search_without_filters_is_everybody() {
        let search = parse([""; 6]).unwrap();
        assert_eq!(
            (search.limit, search.soon, search.specialty, search.after),
            (50, None, None, None)
        );
    }

    #[test]
    fn every_filter_that_means_nothing_is_named() {
        let long = "x".repeat(101);
        let error = parse([&long, "magic", "", "never", "1", "0"]).unwrap_err();
        assert_eq!(
            error.fields.into_keys().collect::<Vec<_>>(),
            ["available", "cursor", "limit", "q", "specialty"]
        );
    }

    #[test]
    fn cursors_come_back_as_they_went() {
        let id = Uuid::from_u128(7);
        for name in ["omar haddad", "", "a-b"] {
            assert_eq!(
                parse_cursor(&cursor(name, id)),
                Ok(Some((name.to_owned(), id)))
            );
        }
    }

    #[test]
    fn a_name_of_idle_words_is_still_a_name() {
        assert_eq!(name_words("Dr An"), ["dr", "an"]);
        assert_eq!(name_words("Dr Omar Haddad"), ["omar", "haddad"]);
        assert_eq!(name_words("50%_x"), ["50", "x"]);
    }
}
