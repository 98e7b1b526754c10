//! The demonstration: a made-up world for whoever looks around, and for tests in the browser.
//!
//! [`fill`] writes it into an empty database: doctors with clinics and hours, patients, and
//! appointments in every state. It is the same each time, but for the day: all of it lies
//! around today. `people`, `places`, `words` and `answers` are tables; `visits` plans who sees
//! whom, in the calendar that is `book`, and `story` makes the rows that a visit leaves behind.

mod another;
mod answers;
mod book;
mod dice;
mod people;
mod places;
mod practice;
mod rows;
mod steps;
mod story;
#[cfg(test)]
mod tests;
mod visits;
mod waiting;
mod words;
mod world;

use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    PaginatorTrait,
};

use self::dice::Ids;
use self::people::{ANA, INES, OMAR, PATIENTS};
use self::world::World;
use super::database::{Guard, refused_by};
use super::state::App;
use crate::accounts::entity::user;
use crate::accounts::model::DemoAccount;
use crate::accounts::password;
use crate::directory::specialties;
use crate::error::Answer;

/// What all of them sign in with.
const PASSWORD: &str = "quiet harbour lantern";

/// How many rows go into one statement: SQLite takes 32,766 values, and no table here has 60 columns.
const ROWS: usize = 500;

/// Fills an empty database, in one transaction but for the waiting list. One that holds a user is left as it is.
///
/// # Errors
/// When the database does not answer.
pub async fn fill(app: &App) -> Answer<()> {
    if user::Entity::find().count(app.db.read()).await? > 0 {
        tracing::info!("the database holds data already, so the demonstration is not added to it");
        return Ok(());
    }
    // One hash for all: it takes a core for a while.
    let hash = password::hash(app, PASSWORD.to_owned()).await?;
    match write(app, &hash).await {
        Err(error) if refused_by(&error) == Some(Guard::Unique) => {
            tracing::info!("another instance has just filled the database");
            Ok(())
        }
        written => {
            written?;
            waiting::wait(app).await
        }
    }
}

async fn write(app: &App, hash: &str) -> Result<(), sea_orm::DbErr> {
    let mut ids = Ids::default();
    let world = World::new(app.now(), &mut ids);
    let story = story::tell(&world, &visits::plan(&world), &mut ids);
    let tx = app.db.begin().await?;
    let (doctors, patients, appointments) = (
        world.doctors.len(),
        world.patients.len(),
        story.appointments.len(),
    );
    insert(&tx, rows::users(&world, &story.notifications, hash)).await?;
    insert(&tx, rows::patients(&world)).await?;
    insert(&tx, rows::doctors(&world)).await?;
    insert(&tx, rows::clinics(&world)).await?;
    insert(&tx, rows::weekly_hours(&world, &mut ids)).await?;
    insert(&tx, rows::exceptions(&world, &mut ids)).await?;
    insert(&tx, rows::visit_types(&world, &mut ids)).await?;
    insert(&tx, story.appointments).await?;
    insert(&tx, story.referrals).await?;
    insert(&tx, story.events).await?;
    insert(&tx, story.notifications).await?;
    tx.commit().await?;
    tracing::info!(
        doctors,
        patients,
        appointments,
        "the demonstration is there"
    );
    Ok(())
}

/// Inserts whole rows, many at once.
async fn insert<C, M, A>(db: &C, rows: Vec<M>) -> Result<(), sea_orm::DbErr>
where
    C: ConnectionTrait,
    M: IntoActiveModel<A>,
    A: ActiveModelTrait + ActiveModelBehavior,
{
    let mut rows = rows
        .into_iter()
        .map(|row| row.into_active_model().reset_all())
        .peekable();
    while rows.peek().is_some() {
        let some: Vec<A> = rows.by_ref().take(ROWS).collect();
        A::Entity::insert_many(some)
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

/// The accounts that the sign-in page offers: a patient, and two doctors who can refer to each other.
pub fn accounts() -> Vec<DemoAccount> {
    let account = |label: String, name: &str| DemoAccount {
        label,
        email: rows::email(name),
        password: PASSWORD.to_owned(),
    };
    let ana = PATIENTS[ANA].name;
    let doctors = people::doctors()
        .enumerate()
        .filter(|(n, _)| [OMAR, INES].contains(n))
        .map(|(_, doctor)| {
            let specialty = specialties::name_of(doctor.specialty).to_lowercase();
            let name = doctor.name;
            account(
                ts!("server-demo-doctor", name = name, specialty = specialty),
                name,
            )
        });
    std::iter::once(account(ts!("server-demo-patient", name = ana), ana))
        .chain(doctors)
        .collect()
}
