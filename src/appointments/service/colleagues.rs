//! To whom a request can be referred, and who is free when.
//!
//! How soon somebody is free can't be asked of the database, so every colleague who may take the
//! request is looked at: their hours, and of what is taken no more than is needed to tell who
//! comes first. The number of queries does not depend on how many they are.

mod rank;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use chrono::TimeDelta;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use self::rank::Rank;
use super::another::like;
use super::work::Actor;
use crate::accounts::entity::{doctor, user};
use crate::accounts::service::languages;
use crate::appointments::entity::appointment;
use crate::appointments::model::Colleague;
use crate::availability::service::{self as availability, Diary};
use crate::directory::service::named;
use crate::error::{Answer, AppError, Problems};
use crate::paging::{self, Page};
use crate::server::media;
use crate::server::state::App;
use crate::time::Instant;

/// The most colleagues that are looked at; where a specialty has more, a name finds the others.
const LOOKED_AT: u64 = 2_000;
/// How many free times of each who is listed.
const TIMES: usize = 4;
/// How many days ahead one looks, further only while too few are found to be free.
const AHEAD: [i64; 2] = [3, 14];
/// The longest name to look for.
const NAME_MOST: usize = 100;

/// Which colleagues, as typed in the query.
#[derive(Clone, Debug, Default)]
pub struct Sought {
    /// Beginnings of words of the name.
    pub q: Option<String>,
    pub cursor: Option<String>,
    pub limit: Option<String>,
}

/// Doctors of the same specialty who take requests and have not had this case, by how soon they are
/// free: see [`Rank`].
///
/// # Errors
/// 404 where the appointment isn't this doctor's; 422 with the query's field that is not valid.
pub async fn colleagues(
    app: &App,
    doctor_id: Uuid,
    id: Uuid,
    sought: Sought,
) -> Answer<Page<Colleague>> {
    let mut problems = Problems::default();
    let limit = problems.take("limit", paging::parse_limit(sought.limit.as_deref()));
    let after = problems.take("cursor", after(sought.cursor.as_deref()));
    let q = sought.q.unwrap_or_default();
    if q.chars().count() > NAME_MOST {
        problems.add("q", ts!("appointments-err-search-most", most = NAME_MOST));
    }
    let (Some(limit), Some(after), true) = (limit, after, problems.is_empty()) else {
        return Err(problems.into_error());
    };
    let db = app.db.read();
    let row = appointment::Entity::find_by_id(id)
        .one(db)
        .await?
        .filter(|row| Actor::doctor(doctor_id).owns(row))
        .ok_or_else(|| AppError::not_found("appointment"))?;
    let candidates = candidates(db, &row, q.trim()).await?;
    let search = Search {
        db,
        at: row.starts_at,
        minutes: like(&row).minutes,
        now: app.now(),
        enough: usize::try_from(limit).unwrap_or(usize::MAX) + 1,
        after,
    };
    let ranks = search.ranks(candidates).await?;
    let page = paging::cut(ranks, limit, Rank::cursor);
    let items = search.shown(page.items).await?;
    Ok(Page {
        items,
        next: page.next,
    })
}

fn after(text: Option<&str>) -> Result<Option<Rank>, String> {
    match text.map(str::trim).filter(|text| !text.is_empty()) {
        None => Ok(None),
        Some(text) => Rank::parse(text).map(Some).ok_or_else(paging::no_cursor),
    }
}

/// Whoever may take it: verified, not suspended, taking requests, of the same specialty, and
/// without a part in the case so far; each with the name by which they are sorted.
async fn candidates<C: ConnectionTrait>(
    db: &C,
    row: &appointment::Model,
    q: &str,
) -> Answer<HashMap<Uuid, String>> {
    let specialty = doctor::Entity::find_by_id(row.doctor_id)
        .one(db)
        .await?
        .map(|doctor| doctor.specialty)
        .ok_or_else(|| AppError::not_found("doctor"))?;
    let had: Vec<Uuid> = appointment::Entity::find()
        .select_only()
        .column(appointment::Column::DoctorId)
        .filter(appointment::Column::CaseId.eq(row.case_id))
        .into_tuple()
        .all(db)
        .await?;
    let mut query = doctor::Entity::find()
        .select_only()
        .columns([doctor::Column::UserId, doctor::Column::NameKey])
        .filter(doctor::Column::Specialty.eq(specialty))
        .filter(doctor::Column::VerifiedAt.is_not_null())
        .filter(doctor::Column::Accepting.eq(true))
        .filter(doctor::Column::UserId.is_not_in(had))
        .inner_join(user::Entity)
        .filter(user::Column::SuspendedAt.is_null())
        .order_by_asc(doctor::Column::NameKey)
        .order_by_asc(doctor::Column::UserId)
        .limit(LOOKED_AT);
    if !q.is_empty() {
        query = query.filter(named(q));
    }
    let found: Vec<(Uuid, String)> = query.into_tuple().all(db).await?;
    Ok(found.into_iter().collect())
}

/// The search for those who come first after a place in the list.
struct Search<'a, C> {
    db: &'a C,
    /// When the appointment is, and how long where that was asked for.
    at: Instant,
    minutes: Option<u16>,
    now: Instant,
    /// As many as are needed.
    enough: usize,
    after: Option<Rank>,
}

impl<C: ConnectionTrait> Search<'_, C> {
    /// The ranks of those who come first, in their order: at least as many as are enough, if
    /// there are. Looks further ahead only while there are too few.
    async fn ranks(&self, candidates: HashMap<Uuid, String>) -> Answer<Vec<Rank>> {
        let ids: Vec<Uuid> = candidates.keys().copied().collect();
        let day = TimeDelta::days(1);
        let window = Some(self.at - day..self.at + day);
        let then = self.diaries(&ids, window).await?;
        let same_time: HashSet<Uuid> = then
            .into_iter()
            .filter(|(_, diary)| diary.free_at(self.at).is_some())
            .map(|(id, _)| id)
            .collect();
        let mut left = candidates;
        let mut found = Vec::new();
        for ahead in AHEAD.map(Some).into_iter().chain([None]) {
            if left.is_empty() || found.len() >= self.enough {
                break;
            }
            let ids: Vec<Uuid> = left.keys().copied().collect();
            let until = ahead.map(|days| self.now + TimeDelta::days(days));
            // A day more than is judged, so that nothing that counts is cut off.
            let window = until.map(|until| self.now..until + day);
            let mut ranks: Vec<Rank> = Vec::new();
            for (id, diary) in self.diaries(&ids, window).await? {
                let soonest = diary.soonest().map(|time| time.starts_at);
                let known = until.is_none_or(|until| soonest.is_some_and(|at| at < until));
                if known && let Some(name) = left.remove(&id) {
                    ranks.push(Rank::new(soonest, same_time.contains(&id), name, id));
                }
            }
            ranks.retain(|rank| self.after.as_ref().is_none_or(|after| rank > after));
            ranks.sort_unstable();
            found.extend(ranks);
        }
        Ok(found)
    }

    /// What they have taken in a window, or at all, for visits of this length.
    async fn diaries(
        &self,
        ids: &[Uuid],
        window: Option<Range<Instant>>,
    ) -> Answer<HashMap<Uuid, Diary>> {
        let diaries = match window {
            Some(window) => availability::diaries_within(self.db, ids, window, self.now).await?,
            None => availability::diaries(self.db, ids, self.now).await?,
        };
        let diaries = diaries.into_iter();
        Ok(diaries
            .map(|(id, diary)| (id, diary.for_visits(self.minutes)))
            .collect())
    }

    /// Those who are listed, with their next free times.
    async fn shown(&self, ranks: Vec<Rank>) -> Answer<Vec<Colleague>> {
        let ids: Vec<Uuid> = ranks.iter().map(|rank| rank.id).collect();
        let people: Vec<Person> = doctor::Entity::find()
            .select_only()
            .columns([doctor::Column::UserId, doctor::Column::Languages])
            .columns([user::Column::FullName, user::Column::Photo])
            .inner_join(user::Entity)
            .filter(doctor::Column::UserId.is_in(ids.iter().copied()))
            .into_model()
            .all(self.db)
            .await?;
        let mut people: HashMap<Uuid, Person> = people
            .into_iter()
            .map(|person| (person.user_id, person))
            .collect();
        let diaries = self.diaries(&ids, None).await?;
        let items = ranks.into_iter().filter_map(|rank| {
            let person = people.remove(&rank.id)?;
            let diary = diaries.get(&rank.id)?;
            Some(Colleague {
                id: rank.id,
                full_name: person.full_name,
                photo: person.photo.as_deref().and_then(media::url),
                languages: languages(&person.languages),
                same_time_free: rank.same_time.0,
                next_free: diary.nearest(self.now, TIMES),
            })
        });
        Ok(items.collect())
    }
}

#[derive(FromQueryResult)]
struct Person {
    user_id: Uuid,
    languages: String,
    full_name: String,
    photo: Option<String>,
}
