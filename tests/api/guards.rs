//! What the database itself refuses, whatever code runs.

use chrono::{DateTime, TimeDelta, Utc};
use medappoint::server::database::{Guard, refused_by};
use sea_orm::DbErr;
use uuid::Uuid;

use crate::harness::{Doctor, Patient, TestApp};

/// An appointment, and what a second one beside it is.
struct Scene {
    app: TestApp,
    patient: Patient,
    doctor: Doctor,
    other_patient: Patient,
    other_doctor: Doctor,
    id: Uuid,
    starts_at: DateTime<Utc>,
}

impl Scene {
    async fn set() -> Self {
        let app = TestApp::start().await;
        let (patient, doctor) = (app.patient().await, app.working_doctor().await);
        let (other_patient, other_doctor) = (app.patient().await, app.doctor().await);
        let slot = doctor.slot(6).await;
        let id = patient.asked(&doctor, &slot).await.parse().unwrap();
        Self {
            app,
            patient,
            doctor,
            other_patient,
            other_doctor,
            id,
            starts_at: slot.parse().unwrap(),
        }
    }

    /// Goes round every rule of the service.
    async fn insert(
        &self,
        doctor: &Doctor,
        patient: &Patient,
        status: &str,
        case_id: Uuid,
        starts_at: DateTime<Utc>,
    ) -> Result<u64, DbErr> {
        let text = "insert into appointments (id, case_id, doctor_id, patient_id, status, starts_at, ends_at, time_zone, \
                    reason, answer_by, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, 'UTC', 'None', $8, $9, $10)";
        let ends_at = starts_at + TimeDelta::minutes(30);
        let values = vec![
            Uuid::now_v7().into(),
            case_id.into(),
            doctor.id.into(),
            patient.id.into(),
            status.into(),
            starts_at.into(),
            ends_at.into(),
            starts_at.into(),
            starts_at.into(),
            starts_at.into(),
        ];
        self.app.sql(text, values).await
    }

    async fn rows(&self) -> i64 {
        self.app
            .count("select count(*) from appointments", vec![])
            .await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_second_live_appointment_overlaps_a_doctors() {
    let scene = Scene::set().await;
    for minutes in [-29, -15, 0, 15, 29] {
        for status in ["pending", "proposed", "accepted"] {
            let at = scene.starts_at + TimeDelta::minutes(minutes);
            let refused = scene
                .insert(
                    &scene.doctor,
                    &scene.other_patient,
                    status,
                    Uuid::now_v7(),
                    at,
                )
                .await
                .unwrap_err();
            assert_eq!(
                refused_by(&refused),
                Some(Guard::DoctorOverlap),
                "{status} {minutes}: {refused}"
            );
        }
    }
    // By one millisecond.
    let at = scene.starts_at + TimeDelta::minutes(30) - TimeDelta::milliseconds(1);
    assert!(
        scene
            .insert(
                &scene.doctor,
                &scene.other_patient,
                "accepted",
                Uuid::now_v7(),
                at
            )
            .await
            .is_err()
    );
    assert_eq!(scene.rows().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_second_live_appointment_overlaps_a_patients() {
    let scene = Scene::set().await;
    for minutes in [-29, -15, 0, 15, 29] {
        for status in ["pending", "proposed", "accepted"] {
            let at = scene.starts_at + TimeDelta::minutes(minutes);
            let refused = scene
                .insert(
                    &scene.other_doctor,
                    &scene.patient,
                    status,
                    Uuid::now_v7(),
                    at,
                )
                .await
                .unwrap_err();
            assert_eq!(
                refused_by(&refused),
                Some(Guard::PatientOverlap),
                "{status} {minutes}: {refused}"
            );
        }
    }
    assert_eq!(scene.rows().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_over_touches_or_continues_the_case_may_stand_beside_it() {
    let scene = Scene::set().await;
    for status in [
        "declined",
        "referred",
        "cancelled",
        "completed",
        "no_show",
        "expired",
    ] {
        scene
            .insert(
                &scene.doctor,
                &scene.patient,
                status,
                Uuid::now_v7(),
                scene.starts_at,
            )
            .await
            .unwrap();
    }
    for minutes in [-30, 30] {
        let at = scene.starts_at + TimeDelta::minutes(minutes);
        scene
            .insert(
                &scene.doctor,
                &scene.patient,
                "accepted",
                Uuid::now_v7(),
                at,
            )
            .await
            .unwrap();
    }
    scene
        .insert(
            &scene.other_doctor,
            &scene.other_patient,
            "accepted",
            Uuid::now_v7(),
            scene.starts_at,
        )
        .await
        .unwrap();
    let case_id: String = scene.patient.sees(&scene.id.to_string()).await["case_id"]
        .as_str()
        .unwrap()
        .to_owned();
    let at = scene.starts_at + TimeDelta::minutes(5);
    // A doctor who holds the patient's other case at another time is not in its way.
    scene
        .insert(
            &scene.doctor,
            &scene.patient,
            "cancelled",
            case_id.parse().unwrap(),
            at,
        )
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_comes_back_to_life_over_a_live_appointment() {
    let scene = Scene::set().await;
    let old = Uuid::now_v7();
    scene
        .insert(
            &scene.doctor,
            &scene.other_patient,
            "declined",
            old,
            scene.starts_at,
        )
        .await
        .unwrap();
    let revive = "update appointments set status = 'accepted' where case_id = $1";
    let refused = scene.app.sql(revive, vec![old.into()]).await.unwrap_err();
    assert_eq!(refused_by(&refused), Some(Guard::DoctorOverlap));
    // Nor is a live one moved over it.
    let later = Uuid::now_v7();
    let at = scene.starts_at + TimeDelta::hours(2);
    scene
        .insert(&scene.doctor, &scene.other_patient, "accepted", later, at)
        .await
        .unwrap();
    let moved = "update appointments set starts_at = $1 where case_id = $2";
    let refused = scene
        .app
        .sql(moved, vec![scene.starts_at.into(), later.into()])
        .await
        .unwrap_err();
    assert_eq!(refused_by(&refused), Some(Guard::DoctorOverlap));
    // Once the first is off, it may.
    scene.patient.cancel(&scene.id.to_string()).await.is(200);
    scene.app.sql(revive, vec![old.into()]).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_tables_refuse_what_no_build_should_write() {
    let scene = Scene::set().await;
    let id = || vec![scene.id.into()];
    for nonsense in [
        "update appointments set status = 'maybe' where id = $1",
        "update appointments set ends_at = starts_at where id = $1",
        "update appointments set doctor_id = patient_id where id = $1",
        "update appointments set patient_id = doctor_id where id = $1",
    ] {
        assert!(scene.app.sql(nonsense, id()).await.is_err(), "{nonsense}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_suggested_time_is_guarded_like_any_other() {
    let scene = Scene::set().await;
    let slot = scene.doctor.slot(9).await;
    scene
        .doctor
        .suggest(&scene.id.to_string(), &slot)
        .await
        .is(200);
    let suggested: DateTime<Utc> = slot.parse().unwrap();
    for (doctor, patient, guard) in [
        (&scene.doctor, &scene.other_patient, Guard::DoctorOverlap),
        (&scene.other_doctor, &scene.patient, Guard::PatientOverlap),
    ] {
        let refused = scene
            .insert(doctor, patient, "accepted", Uuid::now_v7(), suggested)
            .await
            .unwrap_err();
        assert_eq!(refused_by(&refused), Some(guard), "{refused}");
    }
    // The time before is free.
    scene
        .insert(
            &scene.doctor,
            &scene.other_patient,
            "accepted",
            Uuid::now_v7(),
            scene.starts_at,
        )
        .await
        .unwrap();
    // So the suggestion can't be taken back to it.
    let back = "update appointments set starts_at = $1, ends_at = $2 where id = $3";
    let values = vec![
        scene.starts_at.into(),
        (scene.starts_at + TimeDelta::minutes(30)).into(),
        scene.id.into(),
    ];
    let refused = scene.app.sql(back, values).await.unwrap_err();
    assert_eq!(refused_by(&refused), Some(Guard::DoctorOverlap));
}

#[tokio::test(flavor = "multi_thread")]
async fn both_halves_of_a_move_are_guarded_and_may_overlap_each_other() {
    let scene = Scene::set().await;
    let slot = scene.doctor.slot(9).await;
    let new = scene.patient.moves(&scene.id.to_string(), &slot).await;
    for at in [scene.starts_at, slot.parse().unwrap()] {
        for (doctor, patient, guard) in [
            (&scene.doctor, &scene.other_patient, Guard::DoctorOverlap),
            (&scene.other_doctor, &scene.patient, Guard::PatientOverlap),
        ] {
            let refused = scene
                .insert(doctor, patient, "pending", Uuid::now_v7(), at)
                .await
                .unwrap_err();
            assert_eq!(refused_by(&refused), Some(guard), "{at}: {refused}");
        }
    }
    // Of one case, only one of them will take place.
    let new: Uuid = new.parse().unwrap();
    let onto = "update appointments set starts_at = $1, ends_at = $2 where id = $3";
    let values = vec![
        (scene.starts_at + TimeDelta::minutes(10)).into(),
        (scene.starts_at + TimeDelta::minutes(40)).into(),
        new.into(),
    ];
    scene.app.sql(onto, values).await.unwrap();
    // But two open ones in place of the same are one too many.
    let text = "insert into appointments (id, case_id, doctor_id, patient_id, moved_from, status, starts_at, ends_at, time_zone, \
                reason, answer_by, created_at, updated_at) select $1, case_id, doctor_id, patient_id, moved_from, 'proposed', \
                starts_at, ends_at, time_zone, reason, answer_by, created_at, updated_at from appointments where id = $2";
    let refused = scene
        .app
        .sql(text, vec![Uuid::now_v7().into(), new.into()])
        .await
        .unwrap_err();
    assert_eq!(refused_by(&refused), Some(Guard::Unique), "{refused}");
}

/// The guards look back a day, so nothing may be longer.
#[tokio::test(flavor = "multi_thread")]
async fn no_appointment_is_longer_than_a_day_and_a_whole_day_is_guarded() {
    let scene = Scene::set().await;
    let other = Uuid::now_v7();
    let at = scene.starts_at + TimeDelta::days(3);
    scene
        .insert(&scene.doctor, &scene.other_patient, "accepted", other, at)
        .await
        .unwrap();
    let longer = "update appointments set ends_at = $1 where case_id = $2";
    let until = |length: TimeDelta| vec![(at + length).into(), other.into()];
    assert!(
        scene
            .app
            .sql(longer, until(TimeDelta::hours(24) + TimeDelta::seconds(1)))
            .await
            .is_err()
    );
    scene
        .app
        .sql(longer, until(TimeDelta::hours(24)))
        .await
        .unwrap();
    let last = at + TimeDelta::hours(24) - TimeDelta::seconds(1);
    let refused = scene
        .insert(
            &scene.doctor,
            &scene.patient,
            "pending",
            Uuid::now_v7(),
            last,
        )
        .await
        .unwrap_err();
    assert_eq!(refused_by(&refused), Some(Guard::DoctorOverlap));
    scene
        .insert(
            &scene.doctor,
            &scene.patient,
            "pending",
            Uuid::now_v7(),
            at + TimeDelta::hours(24),
        )
        .await
        .unwrap();
}

/// What SQLite's guards ask, as the triggers themselves have it.
#[tokio::test(flavor = "multi_thread")]
async fn the_guards_find_what_overlaps_by_an_index_on_the_start() {
    let app = TestApp::start().await;
    if !app.db.is_sqlite() {
        // PostgreSQL's constraints are an index.
        return;
    }
    let triggers = "select sql from sqlite_master where type = 'trigger' and name like 'appointments%overlap%'";
    let triggers = app.texts(triggers, "sql").await;
    assert_eq!(triggers.len(), 4);
    for trigger in triggers {
        let (_, question) = trigger.split_once("where exists (").unwrap();
        let (question, _) = question.rsplit_once(')').unwrap();
        let mut question = question.to_owned();
        for (column, value) in [
            ("starts_at", "'2026-11-25T08:30:00+00:00'"),
            ("ends_at", "'2026-11-25T09:00:00+00:00'"),
            ("doctor_id", "x'00'"),
            ("patient_id", "x'00'"),
            ("case_id", "x'00'"),
            ("id", "x'00'"),
        ] {
            question = question.replace(&format!("new.{column}"), value);
        }
        let plan = app
            .texts(&format!("explain query plan {question}"), "detail")
            .await
            .join("\n");
        assert!(
            plan.contains("_status (") && plan.contains("starts_at>? AND starts_at<?"),
            "{plan}"
        );
    }
}
