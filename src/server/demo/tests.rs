//! Into an SQLite database of its own; the integration tests serve it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use chrono::TimeDelta;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::*;
use crate::accounts::entity::{doctor, patient};
use crate::accounts::rules;
use crate::appointments::entity::{appointment, event};
use crate::appointments::model::Part;
use crate::appointments::model::{Action, Status};
use crate::appointments::service;
use crate::availability::entity::clinic;
use crate::notifications::entity as notification;
use crate::server::settings::Settings;
use crate::server::startup;
use crate::time::{Instant, parse_instant};
use crate::waiting::entity::wish;
use crate::waiting::model::{OfferStatus, Wish};
use crate::waiting::service as waiting_list;

/// An application with a data folder of its own, which goes when the test ends.
struct Scratch {
    app: App,
    folder: PathBuf,
}

impl Scratch {
    async fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("medappoint-demo-{}", Uuid::now_v7()));
        let settings = Settings::read(|name| {
            (name == "MEDAPPOINT_DATA_DIR").then(|| folder.display().to_string())
        })
        .unwrap();
        Self {
            app: startup::prepare(settings).await.unwrap(),
            folder,
        }
    }

    async fn id_of(&self, email: &str) -> Uuid {
        let found = user::Entity::find()
            .filter(user::Column::EmailKey.eq(email))
            .one(self.app.db.read())
            .await;
        found.unwrap().unwrap().id
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

#[tokio::test]
async fn an_empty_database_is_filled_once() {
    let scratch = Scratch::new().await;
    fill(&scratch.app).await.unwrap();
    let db = scratch.app.db.read();
    let appointments = appointment::Entity::find()
        .order_by_asc(appointment::Column::Id)
        .all(db)
        .await
        .unwrap();
    let zones: BTreeSet<String> = clinic::Entity::find()
        .all(db)
        .await
        .unwrap()
        .into_iter()
        .map(|clinic| clinic.time_zone)
        .collect();
    let doctors = doctor::Entity::find().all(db).await.unwrap();
    let specialties: BTreeSet<&str> = doctors
        .iter()
        .map(|doctor| doctor.specialty.as_str())
        .collect();
    assert!(doctors.len() >= 24 && specialties.len() >= 8 && zones.len() >= 3);
    assert!(patient::Entity::find().count(db).await.unwrap() >= 60);
    assert!(appointments.len() >= 300, "{}", appointments.len());
    for status in Status::ALL {
        assert!(
            appointments.iter().any(|row| row.status == status.as_str()),
            "{status:?}"
        );
    }
    let cases: BTreeSet<Uuid> = event::Entity::find()
        .all(db)
        .await
        .unwrap()
        .iter()
        .map(|event| event.case_id)
        .collect();
    assert!(appointments.iter().all(|row| cases.contains(&row.case_id)));

    fill(&scratch.app).await.unwrap();
    let again = appointment::Entity::find()
        .order_by_asc(appointment::Column::Id)
        .all(db)
        .await
        .unwrap();
    assert_eq!(again, appointments);
}

#[tokio::test]
async fn one_time_is_held_and_two_patients_wait() {
    let scratch = Scratch::new().await;
    fill(&scratch.app).await.unwrap();
    let ana = scratch.id_of("ana.reyes@example.org").await;
    let list = waiting_list::list(&scratch.app, ana).await.unwrap().items;
    let offers = |wish: &Wish| wish.offers.len();
    assert_eq!(list.iter().map(offers).collect::<Vec<_>>(), [0, 1]);
    assert_eq!(list[1].offers[0].status, OfferStatus::Open);
    let wishes = wish::Entity::find().count(scratch.app.db.read()).await;
    assert_eq!(wishes.unwrap(), 3);
}

#[tokio::test]
async fn a_database_that_holds_a_user_is_left_alone() {
    let scratch = Scratch::new().await;
    let somebody = user::Model {
        id: Uuid::now_v7(),
        email: "somebody@example.org".into(),
        email_key: "somebody@example.org".into(),
        password_hash: String::new(),
        role: "patient".into(),
        full_name: "Some Body".into(),
        photo: None,
        last_notification: 0,
        language: None,
        suspended_at: None,
        created_at: scratch.app.now(),
        profile_version: 1,
    };
    insert(scratch.app.db.write(), vec![somebody])
        .await
        .unwrap();
    fill(&scratch.app).await.unwrap();
    let db = scratch.app.db.read();
    assert_eq!(user::Entity::find().count(db).await.unwrap(), 1);
    assert_eq!(doctor::Entity::find().count(db).await.unwrap(), 0);
}

#[tokio::test]
async fn the_accounts_open_and_show_something() {
    let scratch = Scratch::new().await;
    fill(&scratch.app).await.unwrap();
    let app = &scratch.app;
    for account in accounts() {
        assert_eq!(
            rules::new_password(&account.password, &account.email, &account.label),
            Ok(())
        );
        let signed_in =
            crate::accounts::service::sign_in(app, &account.email, account.password, "")
                .await
                .unwrap();
        // Numbered from one, without gaps, up to the number that the person's row holds.
        let told: Vec<notification::Model> = notification::Entity::find()
            .filter(notification::Column::UserId.eq(signed_in.user.id))
            .order_by_asc(notification::Column::Number)
            .all(app.db.read())
            .await
            .unwrap();
        let row = user::Entity::find_by_id(signed_in.user.id)
            .one(app.db.read())
            .await
            .unwrap()
            .unwrap();
        assert!(
            told.iter()
                .map(|told| told.number)
                .eq(1..=row.last_notification),
            "{}",
            account.email
        );
        assert!(
            told.windows(2)
                .all(|two| two[0].created_at <= two[1].created_at && two[0].id < two[1].id)
        );
        assert!(
            told.iter().any(|told| told.read_at.is_none())
                && told.iter().any(|told| told.read_at.is_some())
        );
    }
    let omar = scratch.id_of("omar.haddad@example.org").await;
    let dashboard = service::dashboard(app, omar).await.unwrap();
    assert!(
        dashboard.pending >= 5
            && dashboard.today >= 4
            && dashboard.this_week >= 4
            && dashboard.patients >= 10
    );
    let wanted = service::Wanted {
        limit: Some("100".into()),
        ..Default::default()
    };
    let listed = service::list(app, Part::Doctor, omar, wanted)
        .await
        .unwrap()
        .items;
    assert!(listed.len() >= 50);
    for row in listed {
        let detail = service::get(app, row.id, Part::Doctor, omar).await.unwrap();
        assert!(!detail.timeline.is_empty());
        assert!(
            row.status != Status::Pending
                || (row.answer_by > app.now() && row.actions.contains(&Action::Accept))
        );
    }
}

/// Whatever the hour and the day at which it is filled.
#[test]
fn every_day_of_the_week_has_its_plan() {
    let first: Instant = parse_instant("2026-10-19T00:00:00Z").unwrap();
    for hour in (0..24 * 14).step_by(29) {
        let now = first + TimeDelta::hours(hour);
        let mut ids = Ids::default();
        let world = World::new(now, &mut ids);
        let rows = story::tell(&world, &visits::plan(&world), &mut ids);
        assert!(
            rows.appointments.len() >= 300,
            "{now}: {}",
            rows.appointments.len()
        );
        let mut by_status: BTreeMap<&str, usize> = BTreeMap::new();
        for row in &rows.appointments {
            *by_status.entry(&row.status).or_default() += 1;
            let live = Status::parse(&row.status).unwrap().is_live();
            assert!(
                row.created_at < row.updated_at || row.version == 1,
                "{now}: {row:?}"
            );
            assert!(
                row.created_at <= now && row.updated_at <= now && row.created_at < row.starts_at,
                "{now}: {row:?}"
            );
            assert!(
                row.status != "pending" || row.answer_by > now,
                "{now}: {row:?}"
            );
            assert!(
                live || row.status != "completed" || row.ends_at <= now,
                "{now}: {row:?}"
            );
        }
        assert_eq!(by_status.len(), Status::ALL.len(), "{now}: {by_status:?}");
        assert!(rows.events.iter().all(|event| event.at <= now));
        assert!(rows.notifications.iter().all(|told| told.created_at <= now));
        overlaps(&rows.appointments);
        let (omar, ana) = (world.doctors[OMAR].id, world.patients[ANA].0);
        let of = |who: Uuid, status: &str| {
            let theirs = rows
                .appointments
                .iter()
                .filter(|row| row.doctor_id == who || row.patient_id == who);
            theirs.filter(|row| row.status == status).count()
        };
        assert!(
            (5..=8).contains(&of(omar, "pending")),
            "{now}: {}",
            of(omar, "pending")
        );
        assert!(
            of(omar, "accepted") >= 6 && of(ana, "accepted") >= 1 && of(ana, "pending") >= 1,
            "{now}"
        );
        // What reports are about.
        let theirs = rows.appointments.iter().filter(|row| row.doctor_id == omar);
        let months: BTreeSet<String> = theirs
            .map(|row| row.created_at.format("%Y-%m").to_string())
            .collect();
        assert!(months.len() >= 9, "{now}: {months:?}");
    }
}

/// The guards of the database, written once more.
fn overlaps(rows: &[appointment::Model]) {
    let live: Vec<_> = rows
        .iter()
        .filter(|row| Status::parse(&row.status).unwrap().is_live())
        .collect();
    for (n, a) in live.iter().enumerate() {
        for b in &live[..n] {
            let same = a.doctor_id == b.doctor_id || a.patient_id == b.patient_id;
            assert!(
                !same || a.starts_at >= b.ends_at || b.starts_at >= a.ends_at,
                "{a:?} {b:?}"
            );
        }
    }
}

#[test]
fn the_plan_is_the_same_each_time() {
    let plan = || {
        let mut ids = Ids::default();
        let world = World::new(parse_instant("2026-11-24T09:00:00Z").unwrap(), &mut ids);
        story::tell(&world, &visits::plan(&world), &mut ids).appointments
    };
    assert_eq!(plan(), plan());
}
