//! Reading a doctor's requests, each with its steps, for the figures.

use chrono::{Days, NaiveDate};
use chrono_tz::Tz;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, RelationTrait, Select,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use super::model::{Report, ReportPart};
use super::range::{Last, Range, unknown_length};
use super::rules::{self, By, Reply, Request};
use super::views::part;
use crate::appointments::entity::{appointment, event};
use crate::appointments::model::Status;
use crate::availability::service as availability;
use crate::error::{Answer, AppError, ErrorKind};
use crate::server::state::App;
use crate::time::{Instant, midnight};
use crate::ui::Html;

/// The most requests that a report is made of: a very busy practice has as many in three years.
const REQUESTS_MOST: u64 = 50_000;

/// The report on the requests that came in on these days.
///
/// # Errors
/// 422 with the day that can't be.
pub async fn report(
    app: &App,
    doctor_id: Uuid,
    from: Option<&str>,
    to: Option<&str>,
) -> Answer<Report> {
    let zone = availability::zone(app.db.read(), doctor_id).await?;
    let range = Range::parse(from, to, today(app, zone))?;
    on(app, doctor_id, range, zone).await
}

/// What is chosen on the page, as typed.
pub struct Chosen {
    /// A word of [`Last`], or `own`.
    pub length: String,
    pub from: String,
    pub to: String,
}

impl Chosen {
    /// Days of one's own are chosen.
    fn is_own(&self) -> bool {
        self.length == "own" || !self.from.is_empty() || !self.to.is_empty()
    }

    fn range(&self, today: NaiveDate) -> Answer<Range> {
        if self.is_own() {
            return Range::parse(Some(&self.from), Some(&self.to), today);
        }
        let last = Last::parse(&self.length).ok_or_else(unknown_length)?;
        Ok(last.until(today))
    }
}

/// The same as the page shows it. Days that can't be are shown with the reason beside them.
///
/// # Errors
/// When the database does not answer.
pub async fn page(app: &App, doctor_id: Uuid, chosen: Chosen) -> Answer<ReportPart> {
    let zone = availability::zone(app.db.read(), doctor_id).await?;
    let today = today(app, zone);
    let made = match chosen.range(today) {
        Ok(range) => on(app, doctor_id, range, zone).await,
        Err(error) => Err(error),
    };
    let own = chosen.is_own();
    match made {
        Ok(report) => {
            let newcomer = report.totals.requests == 0 && !was_ever_asked(app, doctor_id).await?;
            let form =
                own.then(|| part::form(&report.from.to_string(), &report.to.to_string(), None));
            Ok(ReportPart {
                part: Html::of(part::whole(&report, form, newcomer)),
                invalid: false,
            })
        }
        Err(error) if error.kind == ErrorKind::Invalid => Ok(ReportPart {
            part: Html::of(part::form(&chosen.from, &chosen.to, Some(&error))),
            invalid: true,
        }),
        Err(error) => Err(error),
    }
}

fn today(app: &App, zone: Tz) -> NaiveDate {
    app.now().with_timezone(&zone).date_naive()
}

async fn on(app: &App, doctor_id: Uuid, range: Range, zone: Tz) -> Answer<Report> {
    let db = app.db.read();
    let (from, to) = (
        midnight(zone, range.from),
        midnight(zone, range.to + Days::new(1)),
    );
    if asked(doctor_id, from, to).count(db).await? > REQUESTS_MOST {
        return Err(AppError::field(
            "from",
            ts!("oversight-too-many", most = REQUESTS_MOST),
        ));
    }
    let requests = requests(db, doctor_id, from, to).await?;
    Ok(rules::report(&requests, range, zone))
}

/// What came in from one instant on and before another.
///
/// A request is always for a time after it, so that the index of the doctor's appointments by
/// their start leaves out what lies before.
fn asked(doctor_id: Uuid, from: Instant, to: Instant) -> Select<appointment::Entity> {
    appointment::Entity::find()
        .filter(appointment::Column::DoctorId.eq(doctor_id))
        .filter(appointment::Column::StartsAt.gt(from))
        .filter(appointment::Column::CreatedAt.gte(from))
        .filter(appointment::Column::CreatedAt.lt(to))
}

/// Whether anybody asked this doctor at any time.
async fn was_ever_asked(app: &App, doctor_id: Uuid) -> Answer<bool> {
    let one = appointment::Entity::find()
        .select_only()
        .column(appointment::Column::Id)
        .filter(appointment::Column::DoctorId.eq(doctor_id))
        .limit(1)
        .into_tuple::<Uuid>()
        .one(app.db.read())
        .await?;
    Ok(one.is_some())
}

/// A request and one of its steps, or a request without any that matters here.
#[derive(Debug, FromQueryResult)]
struct Row {
    id: Uuid,
    created_at: Instant,
    starts_at: Instant,
    time_zone: String,
    status: String,
    at: Option<Instant>,
    action: Option<String>,
    actor_role: Option<String>,
    to_status: Option<String>,
}

/// One query, so that all figures are of one moment.
async fn requests<C: ConnectionTrait>(
    db: &C,
    doctor_id: Uuid,
    from: Instant,
    to: Instant,
) -> Answer<Vec<Request>> {
    // Steps of the same appointment, found by the index of its case.
    let steps = event::Relation::Appointment
        .def()
        .rev()
        .on_condition(|appointment, event| {
            Condition::all()
                .add(
                    Expr::col((event.clone(), event::Column::CaseId))
                        .equals((appointment, appointment::Column::CaseId)),
                )
                .add(Expr::col((event, event::Column::Action)).is_in(STEPS))
        });
    let rows = asked(doctor_id, from, to)
        .select_only()
        .columns([
            appointment::Column::Id,
            appointment::Column::CreatedAt,
            appointment::Column::StartsAt,
            appointment::Column::TimeZone,
            appointment::Column::Status,
        ])
        .columns([
            event::Column::At,
            event::Column::Action,
            event::Column::ActorRole,
            event::Column::ToStatus,
        ])
        .join(JoinType::LeftJoin, steps)
        .order_by_asc(appointment::Column::Id)
        .order_by_asc(event::Column::Id)
        .into_model::<Row>()
        .all(db)
        .await?;
    gather(rows)
}

/// The steps that figures are made of: the doctor's answers, the patient's agreement, and an end.
const STEPS: [&str; 6] = ["accept", "suggest", "refer", "decline", "agree", "cancel"];

/// Rows of one request stand together, its steps in their order.
fn gather(rows: Vec<Row>) -> Answer<Vec<Request>> {
    let mut requests: Vec<(Uuid, Request)> = Vec::with_capacity(rows.len());
    for row in rows {
        if requests.last().is_none_or(|(id, _)| *id != row.id) {
            requests.push((row.id, begin(&row)?));
        }
        if let Some((_, request)) = requests.last_mut() {
            step(request, &row);
        }
    }
    Ok(requests.into_iter().map(|(_, request)| request).collect())
}

fn begin(row: &Row) -> Answer<Request> {
    let status = Status::parse(&row.status).ok_or_else(|| {
        tracing::error!(id = %row.id, status = row.status, "an appointment of an unknown status");
        AppError::internal()
    })?;
    Ok(Request {
        asked_at: row.created_at,
        starts_at: row.starts_at,
        zone: row.time_zone.parse().unwrap_or(Tz::UTC),
        status,
        reply: None,
        confirmed: false,
        cancelled_by: None,
    })
}

fn step(request: &mut Request, row: &Row) {
    let (Some(at), Some(action)) = (row.at, row.action.as_deref()) else {
        return;
    };
    let by = match row.actor_role.as_deref() {
        Some("doctor") => By::Doctor,
        Some("patient") => By::Patient,
        _ => By::System,
    };
    if by == By::Doctor
        && request.reply.is_none()
        && let Some(reply) = Reply::parse(action)
    {
        request.reply = Some((reply, at));
    }
    request.confirmed |= row.to_status.as_deref() == Some(Status::Accepted.as_str());
    if action == "cancel" {
        request.cancelled_by = Some(by);
    }
}
