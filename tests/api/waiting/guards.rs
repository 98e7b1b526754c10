//! What the database itself refuses, whatever code runs.

use chrono::{DateTime, TimeDelta, Utc};
use medappoint::server::database::{Guard, refused_by};
use sea_orm::DbErr;
use uuid::Uuid;

use super::World;
use crate::harness::TestApp;

impl World {
    /// An offer for a wish, past every rule of the service.
    async fn insert_offer(
        &self,
        wish: &str,
        starts_at: DateTime<Utc>,
        status: &str,
    ) -> Result<u64, DbErr> {
        let text = "insert into waiting_offers (id, wish_id, patient_id, doctor_id, clinic_id, starts_at, ends_at, time_zone, \
                    held_until, status, created_at, updated_at) \
                    select $1, id, patient_id, doctor_id, $2, $3, $4, 'UTC', $5, $6, $7, $8 from waiting_wishes where id = $9";
        let values = vec![
            Uuid::now_v7().into(),
            self.doctor.clinic.parse::<Uuid>().unwrap().into(),
            starts_at.into(),
            (starts_at + TimeDelta::minutes(30)).into(),
            starts_at.into(),
            status.into(),
            starts_at.into(),
            starts_at.into(),
            wish.parse::<Uuid>().unwrap().into(),
        ];
        self.app.sql(text, values).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_offer_holds_a_time_that_is_taken_or_held() {
    let world = World::full().await;
    let (_, first) = world.waits().await;
    let (_, second) = world.waits().await;
    let slot: DateTime<Utc> = world.slot.parse().unwrap();
    for minutes in [-29, 0, 29] {
        let at = slot + TimeDelta::minutes(minutes);
        let refused = world.insert_offer(&first, at, "open").await.unwrap_err();
        assert_eq!(
            refused_by(&refused),
            Some(Guard::Held),
            "{minutes}: {refused}"
        );
    }
    // One that is over holds nothing.
    world.insert_offer(&first, slot, "declined").await.unwrap();
    let reopened = world
        .app
        .sql("update waiting_offers set status = 'open'", vec![])
        .await;
    assert_eq!(refused_by(&reopened.unwrap_err()), Some(Guard::Held));
    let next = slot + TimeDelta::minutes(30);
    world.insert_offer(&first, next, "open").await.unwrap();
    for minutes in [-29, 0, 29] {
        let at = next + TimeDelta::minutes(minutes);
        let refused = world.insert_offer(&second, at, "open").await.unwrap_err();
        assert_eq!(
            refused_by(&refused),
            Some(Guard::Held),
            "{minutes}: {refused}"
        );
    }
    // One at a time for each wish.
    let at = next + TimeDelta::hours(2);
    let refused = world.insert_offer(&first, at, "open").await.unwrap_err();
    assert_eq!(refused_by(&refused), Some(Guard::Unique), "{refused}");
    world.insert_offer(&second, at, "open").await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_time_is_not_offered_twice_for_a_wish() {
    let world = World::full().await;
    let (_, wish) = world.waits().await;
    let slot: DateTime<Utc> = world.slot.parse().unwrap();
    let at = slot + TimeDelta::hours(1);
    world.insert_offer(&wish, at, "declined").await.unwrap();
    let refused = world.insert_offer(&wish, at, "expired").await.unwrap_err();
    assert_eq!(refused_by(&refused), Some(Guard::Unique), "{refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_live_appointment_takes_a_time_that_is_held() {
    let world = World::full().await;
    let (_, wish) = world.waits().await;
    let slot: DateTime<Utc> = world.slot.parse().unwrap();
    let held = slot + TimeDelta::hours(1);
    world.insert_offer(&wish, held, "open").await.unwrap();
    let other = world.app.patient().await;
    let insert = async |starts_at: DateTime<Utc>, status: &str| {
        let text = "insert into appointments (id, case_id, doctor_id, patient_id, status, starts_at, ends_at, time_zone, \
                    reason, answer_by, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, 'UTC', 'None', $8, $9, $10)";
        let values = vec![
            Uuid::now_v7().into(),
            Uuid::now_v7().into(),
            world.doctor.id.into(),
            other.id.into(),
            status.into(),
            starts_at.into(),
            (starts_at + TimeDelta::minutes(30)).into(),
            starts_at.into(),
            starts_at.into(),
            starts_at.into(),
        ];
        world.app.sql(text, values).await
    };
    for status in ["pending", "proposed", "accepted"] {
        for minutes in [-29, 0, 29] {
            let refused = insert(held + TimeDelta::minutes(minutes), status)
                .await
                .unwrap_err();
            assert_eq!(
                refused_by(&refused),
                Some(Guard::Held),
                "{status} {minutes}: {refused}"
            );
        }
    }
    insert(held, "declined").await.unwrap();
    let moved = "update appointments set starts_at = $1, ends_at = $2 where status = 'pending'";
    let values = vec![held.into(), (held + TimeDelta::minutes(30)).into()];
    let refused = world.app.sql(moved, values).await.unwrap_err();
    assert_eq!(refused_by(&refused), Some(Guard::Held), "{refused}");
    insert(held + TimeDelta::minutes(30), "pending")
        .await
        .unwrap();
}

/// What SQLite's guards ask, as the triggers themselves have it.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_held_is_found_by_an_index() {
    let app = TestApp::start().await;
    if !app.db.is_sqlite() {
        return;
    }
    let triggers = "select sql from sqlite_master where type = 'trigger' and (name like 'appointments_held%' or name like 'waiting_offers%')";
    let triggers = app.texts(triggers, "sql").await;
    assert_eq!(triggers.len(), 4);
    for trigger in triggers {
        let (_, questions) = trigger.split_once("where exists (").unwrap();
        for question in questions.split("or exists (") {
            let (question, _) = question.rsplit_once(')').unwrap();
            let mut question = question.to_owned();
            for (column, value) in [
                ("starts_at", "'2026-11-25T08:30:00+00:00'"),
                ("ends_at", "'2026-11-25T09:00:00+00:00'"),
                ("doctor_id", "x'00'"),
                ("id", "x'00'"),
            ] {
                question = question.replace(&format!("new.{column}"), value);
            }
            let plan = app
                .texts(&format!("explain query plan {question}"), "detail")
                .await
                .join("\n");
            assert!(plan.contains("starts_at<?"), "{plan}");
        }
    }
}
