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
