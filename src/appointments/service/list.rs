//! Lists of appointments.

use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::letters;
use super::read::{Row, rows, views};
use super::work::{Actor, terms};
use crate::appointments::entity::appointment;
use crate::appointments::model::{Appointment, Part, Status};
use crate::error::{Answer, Problems};
use crate::paging::{self, Page};
use crate::server::state::App;
use crate::time::{Instant, parse_instant, rfc3339};

/// What a list is asked for, as typed in the query.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Words of [`Status`], separated by commas; all of them where empty.
    pub status: Option<String>,
    /// `upcoming`: live and not over; `past`: the rest; all of them where empty.
    pub when: Option<String>,
    /// Not before this instant (RFC 3339).
    pub from: Option<String>,
    /// Before this instant.
    pub to: Option<String>,
    pub cursor: Option<String>,
    pub limit: Option<String>,
}

/// A person's appointments: live ones by time to come, otherwise the latest first; of a doctor's
/// requests that wait those that are urgent come first. A patient's referred and moved ones are
/// left out, since the appointment that continues them stands for the case.
///
/// # Errors
/// 422 with the query's field that is not valid.
pub async fn list(
    app: &App,
    part: Part,
    user_id: Uuid,
    wanted: Wanted,
) -> Answer<Page<Appointment>> {
    let actor = Actor { id: user_id, part };
    let mut problems = Problems::default();
    let statuses = problems.take("status", statuses(wanted.status.as_deref()));
    let upcoming = problems.take("when", upcoming(wanted.when.as_deref()));
    let from = problems.take(
        "from",
        instant(wanted.from.as_deref(), || ts!("appointments-err-from")),
    );
    let to = problems.take(
        "to",
        instant(wanted.to.as_deref(), || ts!("appointments-err-to")),
    );
    let after = problems.take("cursor", cursor(wanted.cursor.as_deref()));
    let limit = problems.take("limit", paging::parse_limit(wanted.limit.as_deref()));
    let (Some(statuses), Some(upcoming), Some(from), Some(to), Some(after), Some(limit)) =
        (statuses, upcoming, from, to, after, limit)
    else {
        return Err(problems.into_error());
    };
    let ascending =
        upcoming.unwrap_or(!statuses.is_empty() && statuses.iter().all(|status| status.is_live()));
    let now = app.now();
    let mine = match part {
        Part::Patient => appointment::Column::PatientId,
        _ => appointment::Column::DoctorId,
    };
    let mut query = rows().filter(mine.eq(user_id));
    if !statuses.is_empty() {
        query = query.filter(
            appointment::Column::Status.is_in(statuses.iter().map(|status| status.as_str())),
        );
    }
    let live = Status::LIVE.map(Status::as_str);
    query = match upcoming {
        None => query,
        Some(true) => query
            .filter(appointment::Column::Status.is_in(live))
            .filter(appointment::Column::EndsAt.gt(now)),
        Some(false) => query.filter(
            Condition::any()
                .add(appointment::Column::Status.is_not_in(live))
                .add(appointment::Column::EndsAt.lte(now)),
        ),
    };
    if part == Part::Patient {
        query = query
            .filter(appointment::Column::Status.ne(Status::Referred.as_str()))
            .filter(appointment::Column::MovedTo.is_null());
    }
    if let Some(from) = from {
        query = query.filter(appointment::Column::StartsAt.gte(from));
    }
    if let Some(to) = to {
        query = query.filter(appointment::Column::StartsAt.lt(to));
    }
    // Those who wait are equal but for this: which can wait least.
    let by_urgency = part == Part::Doctor && statuses == [Status::Pending] && ascending;
    let urgent = appointment::Column::Urgent;
    let (starts_at, id) = (appointment::Column::StartsAt, appointment::Column::Id);
    if let Some((was_urgent, at, last)) = after {
        let beyond = if ascending {
            Condition::any()
                .add(starts_at.gt(at))
                .add(Condition::all().add(starts_at.eq(at)).add(id.gt(last)))
        } else {
            Condition::any()
                .add(starts_at.lt(at))
                .add(Condition::all().add(starts_at.eq(at)).add(id.lt(last)))
        };
        let beyond = match (by_urgency, was_urgent) {
            (false, _) => beyond,
            (true, false) => Condition::all().add(beyond).add(urgent.eq(false)),
            (true, true) => Condition::any()
                .add(urgent.eq(false))
                .add(Condition::all().add(beyond).add(urgent.eq(true))),
        };
        query = query.filter(beyond);
    }
    if by_urgency {
        query = query.order_by_desc(urgent);
    }
    query = if ascending {
        query.order_by_asc(starts_at).order_by_asc(id)
    } else {
        query.order_by_desc(starts_at).order_by_desc(id)
    };
    let found = query
        .limit(limit + 1)
        .into_model::<Row>()
        .all(app.db.read())
        .await?;
    let page = paging::cut(found, limit, |row| {
        let urgent = by_urgency && row.appointment.urgent;
        format!(
            "{}{}_{}",
            if urgent { URGENT } else { "" },
            rfc3339(row.appointment.starts_at),
            row.appointment.id
        )
    });
    let mut items = views(page.items, actor, &terms(app, now))?;
    letters::attach(app.db.read(), actor, &mut items).await?;
    Ok(Page {
        items,
        next: page.next,
    })
}

fn given(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

fn statuses(text: Option<&str>) -> Result<Vec<Status>, String> {
    given(text)
        .map(|text| {
            text.split(',')
                .map(|word| Status::parse(word.trim()))
                .collect::<Option<Vec<_>>>()
        })
        .unwrap_or(Some(Vec::new()))
        .ok_or_else(|| ts!("appointments-err-status"))
}

fn upcoming(text: Option<&str>) -> Result<Option<bool>, String> {
    match given(text) {
        None => Ok(None),
        Some("upcoming") => Ok(Some(true)),
        Some("past") => Ok(Some(false)),
        Some(_) => Err(ts!("appointments-err-when")),
    }
}

fn instant(text: Option<&str>, wrong: impl FnOnce() -> String) -> Result<Option<Instant>, String> {
    match given(text) {
        None => Ok(None),
        Some(text) => parse_instant(text).map(Some).ok_or_else(wrong),
    }
}

/// Before the cursor of one that is urgent, where the list is by urgency.
const URGENT: &str = "urgent_";

/// The last one of the page before: whether it was urgent, its start, its id.
fn cursor(text: Option<&str>) -> Result<Option<(bool, Instant, Uuid)>, String> {
    let Some(text) = given(text) else {
        return Ok(None);
    };
    let (urgent, rest) = match text.strip_prefix(URGENT) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let parsed = rest
        .split_once('_')
        .and_then(|(at, id)| Some((urgent, parse_instant(at)?, id.parse().ok()?)));
    parsed.map(Some).ok_or_else(paging::no_cursor)
}
