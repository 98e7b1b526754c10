//! A patient asks for another time, and keeps the one they have until it is accepted.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::harness::{Doctor, Patient, TestApp, at_once};

fn action(id: &str, verb: &str) -> String {
    format!("/api/appointments/{id}/{verb}")
}

/// An accepted appointment, and an open request for another time in its place.
struct Scene {
    app: TestApp,
    patient: Patient,
    doctor: Doctor,
    old: String,
    new: String,
    /// The other time.
    slot: String,
}

impl Scene {
    async fn set() -> Self {
        Self::with(true).await
    }

    async fn with(accepted: bool) -> Self {
        let app = TestApp::start().await;
        let (patient, doctor, old) = app.request().await;
        if accepted {
            doctor.accept(&old).await.is(200);
        }
        let slot = doctor.slot(9).await;
        let new = patient.moves(&old, &slot).await;
        Self {
            app,
            patient,
            doctor,
            old,
            new,
            slot,
        }
    }

    /// How both stand.
    async fn states(&self) -> (String, String) {
        let of = |seen: Value| seen["status"].as_str().unwrap().to_owned();
        (
            of(self.patient.sees(&self.old).await),
            of(self.patient.sees(&self.new).await),
        )
    }

    #[track_caller]
    fn are((old, new): (String, String), expected: (&str, &str)) {
        assert_eq!((old.as_str(), new.as_str()), expected);
    }
}

/// The newest thing that somebody was told.
async fn told(notifications: Vec<Value>) -> (String, String, String) {
    let text = |field: &str| notifications[0][field].as_str().unwrap().to_owned();
    (text("kind"), text("title"), text("body"))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_old_time_is_kept_and_the_doctor_is_asked_for_the_new_one() {
    let scene = Scene::set().await;
    let (patient, doctor) = (&scene.patient, &scene.doctor);
    let (old, new) = (
        patient.sees(&scene.old).await,
        patient.sees(&scene.new).await,
    );
    Scene::are(scene.states().await, ("accepted", "pending"));
    for same in [
        "case_id", "doctor", "patient", "reason", "symptoms", "timeline",
    ] {
        assert_eq!(old[same], new[same], "{same}");
    }
    assert_eq!(
        (&new["starts_at"], &new["version"]),
        (&json!(scene.slot), &json!(1))
    );
    assert_eq!(new["moved_from"]["id"], scene.old);
    assert_eq!(new["moved_from"]["local"], old["local"]);
    assert_eq!(old["open_move"]["id"], scene.new);
    assert_eq!(old["version"], 2);
    let steps = new["timeline"].as_array().unwrap();
    let step = steps.last().unwrap();
    assert_eq!(
        (&step["action"], &step["from"], &step["to"], &step["reason"]),
        (
            &json!("move"),
            &json!(null),
            &json!("pending"),
            &json!("I work then")
        )
    );
    assert_eq!(
        (&step["was"], &step["becomes"]),
        (&old["local"], &new["local"])
    );
    let (kind, title, body) = told(doctor.notifications().await).await;
    assert_eq!(kind, "moved");
    assert!(
        title.contains(&patient.name) && body.contains("I work then"),
        "{title} {body}"
    );
    assert_eq!(
        doctor.notifications().await[0]["link"],
        format!("/appointments/{}", scene.new)
    );
    // Both times are taken.
    let other = scene.app.patient().await;
    other.request(doctor, &scene.slot).await.is(409);
    other
        .request(doctor, old["starts_at"].as_str().unwrap())
        .await
        .is(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_move_is_open_at_a_time_and_the_case_stays_with_its_doctor() {
    for accepted in [true, false] {
        let scene = Scene::with(accepted).await;
        let (patient, doctor) = (&scene.patient, &scene.doctor);
        let colleague = scene.app.working_doctor().await;
        let other = doctor.slot(11).await;
        for id in [&scene.old, &scene.new] {
            patient.move_to(id, &other).await.is(409);
            doctor.refer(id, &colleague).await.is(409);
        }
        // The doctor may suggest another time for the new one, not for the old one.
        doctor.suggest(&scene.old, &other).await.is(409);
        let expected = if accepted {
            json!(["cancel"])
        } else {
            json!(["accept", "decline", "cancel"])
        };
        assert_eq!(doctor.sees(&scene.old).await["actions"], expected);
        assert_eq!(patient.sees(&scene.old).await["actions"], json!(["cancel"]));
        assert_eq!(
            doctor.sees(&scene.new).await["actions"],
            json!(["accept", "decline", "suggest", "cancel"])
        );
        // Lists say the same.
        let list = doctor.get("/api/appointments?when=upcoming").await.ok();
        for item in list["items"].as_array().unwrap() {
            let id = item["id"].as_str().unwrap();
            assert_eq!(item["actions"], doctor.sees(id).await["actions"]);
        }
        assert_eq!(list["items"].as_array().unwrap().len(), 2);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn once_the_new_one_is_accepted_the_old_one_is_free_again() {
    for accepted in [true, false] {
        let scene = Scene::with(accepted).await;
        let (patient, doctor) = (&scene.patient, &scene.doctor);
        let old_start = patient.sees(&scene.old).await["starts_at"].clone();
        doctor.accept(&scene.new).await.is(200);
        Scene::are(scene.states().await, ("cancelled", "accepted"));
        let seen = patient.sees(&scene.old).await;
        assert_eq!(seen["continued_as"], scene.new);
        assert_eq!(doctor.sees(&scene.old).await["continued_as"], scene.new);
        assert_eq!(seen.get("open_move"), None);
        let steps = seen["timeline"].as_array().unwrap();
        // It ends with what somebody did.
        let [.., step, last] = steps.as_slice() else {
            panic!("{steps:?}");
        };
        assert_eq!(last["action"], "accept");
        assert_eq!(
            (&step["action"], &step["to"], &step["actor"]["role"]),
            (&json!("cancel"), &json!("cancelled"), &json!("system"))
        );
        assert!(step["reason"].as_str().unwrap().starts_with("Moved to "));
        let (kind, title, body) = told(patient.notifications().await).await;
        assert_eq!(kind, "accepted");
        assert!(
            title.contains("new time") && body.contains("is free again"),
            "{title} {body}"
        );
        // Told once, and of nothing cancelled.
        let kinds: Vec<Value> = patient
            .notifications()
            .await
            .iter()
            .map(|told| told["kind"].clone())
            .collect();
        assert!(!kinds.contains(&json!("cancelled")), "{kinds:?}");
        scene
            .app
            .patient()
            .await
            .asked(doctor, old_start.as_str().unwrap())
            .await;
        // One case, one place in the list.
        let list = patient.get("/api/appointments").await.ok();
        let ids: Vec<&Value> = list["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| &item["id"])
            .collect();
        assert_eq!(ids, [&json!(scene.new)]);
        // And it can be moved again.
        assert_eq!(
            patient.sees(&scene.new).await["actions"],
            json!(["move", "cancel"])
        );
        patient.moves(&scene.new, &doctor.slot(13).await).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn once_the_patient_agrees_to_a_suggestion_the_old_one_is_free_again() {
    let scene = Scene::set().await;
    let (patient, doctor) = (&scene.patient, &scene.doctor);
    doctor
        .suggest(&scene.new, &doctor.slot(11).await)
        .await
        .is(200);
    Scene::are(scene.states().await, ("accepted", "proposed"));
    let (_, _, body) = told(patient.notifications().await).await;
    assert!(body.contains("stays yours"), "{body}");
    patient.agree(&scene.new).await.is(200);
    Scene::are(scene.states().await, ("cancelled", "accepted"));
    let (kind, _, body) = told(doctor.notifications().await).await;
    assert_eq!(kind, "agreed");
    assert!(body.contains("is free again"), "{body}");
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_new_one_comes_to_nothing_the_old_one_stays_and_the_patient_is_told() {
    for end in ["decline", "cancel", "cancel a suggestion"] {
        let scene = Scene::set().await;
        let (patient, doctor) = (&scene.patient, &scene.doctor);
        if end == "cancel a suggestion" {
            doctor
                .suggest(&scene.new, &doctor.slot(11).await)
                .await
                .is(200);
        }
        match end {
            "decline" => doctor.decline(&scene.new).await.is(200),
            _ => doctor.cancel(&scene.new).await.is(200),
        };
        let (kind, title, body) = told(patient.notifications().await).await;
        assert!(
            ["declined", "cancelled"].contains(&kind.as_str()),
            "{kind} {title}"
        );
        assert!(body.contains("stays as it was"), "{end}: {body}");
        let seen = patient.sees(&scene.old).await;
        assert_eq!(
            (&seen["status"], seen.get("open_move")),
            (&json!("accepted"), None)
        );
        // Another try, also for the same time.
        patient.moves(&scene.old, &scene.slot).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_patient_who_withdraws_the_move_keeps_the_old_time() {
    let scene = Scene::set().await;
    scene.patient.cancel(&scene.new).await.is(200);
    Scene::are(scene.states().await, ("accepted", "cancelled"));
    let (kind, title, _) = told(scene.doctor.notifications().await).await;
    assert_eq!(kind, "cancelled");
    assert!(title.contains("keeps the earlier time"), "{title}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_patient_who_cancels_the_old_one_withdraws_the_move_too() {
    for accepted in [true, false] {
        let scene = Scene::with(accepted).await;
        scene.patient.cancel(&scene.old).await.is(200);
        Scene::are(scene.states().await, ("cancelled", "cancelled"));
        let (kind, _, body) = told(scene.doctor.notifications().await).await;
        assert_eq!(kind, "cancelled");
        assert!(body.contains("is withdrawn too"), "{body}");
        scene.doctor.accept(&scene.new).await.is(409);
        // Nothing leads on.
        assert_eq!(
            scene.patient.sees(&scene.old).await.get("continued_as"),
            None
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_doctor_who_gives_the_old_one_up_still_answers_for_the_new_one() {
    for (accepted, verb) in [(true, "cancel"), (false, "cancel"), (false, "decline")] {
        let scene = Scene::with(accepted).await;
        let (patient, doctor) = (&scene.patient, &scene.doctor);
        let body = json!({"reason": "I operate then"});
        doctor.post(action(&scene.old, verb), body).await.is(200);
        let old = if verb == "cancel" {
            "cancelled"
        } else {
            "declined"
        };
        Scene::are(scene.states().await, (old, "pending"));
        let (_, _, body) = told(patient.notifications().await).await;
        assert!(
            body.contains("still waits for an answer") && body.contains("I operate then"),
            "{body}"
        );
        let (kind, title, _) = told(doctor.notifications().await).await;
        assert_eq!(kind, "moved");
        assert!(title.contains("still asks"), "{title}");
        assert_eq!(
            doctor.notifications().await[0]["link"],
            format!("/appointments/{}", scene.new)
        );
        // It is a request like any other now: it may be referred, and moved.
        assert_eq!(
            doctor.sees(&scene.new).await["actions"],
            json!(["accept", "decline", "refer", "suggest", "cancel"])
        );
        let again = patient.moves(&scene.new, &doctor.slot(11).await).await;
        patient.cancel(&again).await.is(200);
        doctor.accept(&scene.new).await.is(200);
        Scene::are(scene.states().await, (old, "accepted"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_doctor_may_accept_both_one_after_the_other() {
    let scene = Scene::with(false).await;
    scene.doctor.accept(&scene.old).await.is(200);
    Scene::are(scene.states().await, ("accepted", "pending"));
    let (kind, _, body) = told(scene.patient.notifications().await).await;
    assert_eq!(kind, "accepted");
    assert!(body.contains("still waits for an answer"), "{body}");
    scene.doctor.accept(&scene.new).await.is(200);
    Scene::are(scene.states().await, ("cancelled", "accepted"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_due_before_the_old_time_comes() {
    let scene = Scene::set().await;
    let (old, new) = (
        scene.patient.sees(&scene.old).await,
        scene.patient.sees(&scene.new).await,
    );
    let at = |value: &Value| value.as_str().unwrap().parse::<DateTime<Utc>>().unwrap();
    assert!(at(&new["answer_by"]) <= at(&old["starts_at"]));
    // Two days are not over then, and the new time is still to come.
    scene
        .app
        .set_clock(&(at(&old["starts_at"]) - TimeDelta::minutes(10)).to_rfc3339());
    let (patient, doctor) = (
        scene.patient.again(&scene.app).await,
        scene.doctor.again(&scene.app).await,
    );
    let far = doctor
        .slots(at(&old["starts_at"]).date_naive() + chrono::Days::new(3), 1)
        .await;
    let far = far[0]["starts_at"].as_str().unwrap();
    // The first one's answer was due already; the next one's is due within ten minutes.
    patient.cancel(&scene.new).await.is(200);
    let next = patient.moves(&scene.old, far).await;
    assert_eq!(patient.sees(&next).await["answer_by"], old["starts_at"]);
    // A suggestion does not make it later.
    let later = doctor
        .slots(at(&old["starts_at"]).date_naive() + chrono::Days::new(4), 1)
        .await;
    doctor
        .suggest(&next, later[0]["starts_at"].as_str().unwrap())
        .await
        .is(200);
    assert_eq!(patient.sees(&next).await["answer_by"], old["starts_at"]);
    scene.app.set_clock(old["starts_at"].as_str().unwrap());
    patient.agree(&next).await.is(409);
    // What has come takes place, and nothing is left open.
    doctor
        .post(action(&scene.old, "complete"), json!({}))
        .await
        .is(200);
    assert_eq!(patient.sees(&next).await["status"], "cancelled");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_move_needs_another_free_time_of_the_same_doctor() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let path = action(&id, "move");
    let taken = doctor.slot(9).await;
    app.patient().await.asked(&doctor, &taken).await;
    for (body, field) in [
        (json!({}), "starts_at"),
        (json!({"starts_at": "tomorrow"}), "starts_at"),
        (
            json!({"starts_at": patient.sees(&id).await["starts_at"]}),
            "starts_at",
        ),
        (
            json!({"starts_at": taken, "reason": "r".repeat(1001)}),
            "reason",
        ),
    ] {
        patient.post(&path, body).await.field(field);
    }
    let refused = patient.move_to(&id, &taken).await.is(409).json;
    assert_eq!(refused["data"]["kind"], "slot_taken");
    assert_eq!(refused["data"]["nearest"].as_array().unwrap().len(), 6);
    patient.move_to(&id, "2030-12-24T03:17:00Z").await.is(409);
    // Nor where the patient is elsewhere.
    let (other, slot) = (app.working_doctor().await, doctor.slot(12).await);
    patient.asked(&other, &slot).await;
    patient.move_to(&id, &slot).await.is(409);
    assert_eq!(
        app.count(
            "select count(*) from appointments where moved_from is not null",
            vec![]
        )
        .await,
        0
    );
    // Whoever takes no new requests still has those they have.
    doctor
        .put(
            "/api/me",
            json!({"full_name": doctor.name, "languages": "", "biography": "", "accepting": "no"}),
        )
        .await
        .is(200);
    patient
        .moves(&id, &doctor_slot(&app, &doctor, 14).await)
        .await;
}

/// A free time of a doctor whom nobody can ask for it.
async fn doctor_slot(app: &TestApp, doctor: &Doctor, n: usize) -> String {
    let from = app.now().date_naive() + chrono::Days::new(2);
    let free = medappoint::availability::service::free_times(
        app.db.read(),
        doctor.id,
        from,
        3,
        Default::default(),
        app.now(),
    )
    .await
    .unwrap();
    free[n].starts_at.to_rfc3339()
}

#[tokio::test(flavor = "multi_thread")]
async fn sent_again_it_is_the_same_move_and_ten_at_once_are_one() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let slot = doctor.slot(9).await;
    let typed = json!({"starts_at": slot, "idempotency_key": "move"});
    let first = patient.post(action(&id, "move"), typed.clone()).await.ok();
    assert_eq!(patient.post(action(&id, "move"), typed).await.ok(), first);
    patient.cancel(first["id"].as_str().unwrap()).await.is(200);
    let mut calls = Vec::new();
    for n in 0..10 {
        let (patient, id, slot) = (patient.clone(), id.clone(), doctor.slot(9 + n).await);
        calls.push(async move { patient.move_to(&id, &slot).await.status });
    }
    let mut answers = at_once(calls).await;
    answers.sort_unstable();
    assert_eq!(answers[0], 200);
    assert!(
        answers[1..].iter().all(|status| *status == 409),
        "{answers:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn of_an_acceptance_of_the_new_and_a_cancellation_of_the_old_both_hold_in_some_order() {
    for _ in 0..4 {
        let scene = Scene::set().await;
        let (accepted, cancelled) = tokio::join!(
            scene.doctor.accept(&scene.new),
            scene.patient.cancel(&scene.old)
        );
        match (accepted.status, cancelled.status) {
            (200, 409) => Scene::are(scene.states().await, ("cancelled", "accepted")),
            (409, 200) => Scene::are(scene.states().await, ("cancelled", "cancelled")),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_patient_gives_notice_where_the_clinic_wants_it() {
    let app = TestApp::with(&[("MEDAPPOINT_CANCEL_NOTICE_HOURS", "24")]).await;
    let (patient, doctor, id) = app.request().await;
    doctor.accept(&id).await.is(200);
    let seen = patient.sees(&id).await;
    assert_eq!(seen["cancel_until"]["time"], seen["local"]["time"]);
    let begins: DateTime<Utc> = seen["starts_at"].as_str().unwrap().parse().unwrap();
    app.set_clock(&(begins - TimeDelta::hours(24) + TimeDelta::seconds(1)).to_rfc3339());
    let (patient, doctor) = (patient.again(&app).await, doctor.again(&app).await);
    let refused = patient.cancel(&id).await.is(409).json;
    let sentence = refused["message"].as_str().unwrap();
    assert!(
        sentence.contains("24 hours") && sentence.contains("Clínica Sol, Calle Mayor 1, Madrid"),
        "{sentence}"
    );
    // Asking for another time is still possible: the doctor decides.
    assert_eq!(patient.sees(&id).await["actions"], json!(["move"]));
    doctor.cancel(&id).await.is(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn how_long_an_answer_may_take_is_a_setting() {
    let app = TestApp::with(&[("MEDAPPOINT_ANSWER_HOURS", "3")]).await;
    let (patient, _, id) = app.request().await;
    let seen = patient.sees(&id).await;
    let by: DateTime<Utc> = seen["answer_by"].as_str().unwrap().parse().unwrap();
    let left = by - app.now();
    assert!(
        left <= TimeDelta::hours(3) && left > TimeDelta::minutes(170),
        "{left}"
    );
    assert_eq!(
        TestApp::start().await.settings.answer_within,
        TimeDelta::hours(48)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_referred_hears_of_the_outcome_of_the_case_and_not_of_half_a_move() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let colleague = app.working_doctor().await;
    doctor.refer(&id, &colleague).await.is(200);
    let old = patient.sees(&id).await["continued_as"]
        .as_str()
        .unwrap()
        .to_owned();
    let new = patient.moves(&old, &colleague.slot(9).await).await;
    assert_eq!(colleague.sees(&new).await["referred"], true);
    // The other time is still to be answered.
    colleague.decline(&old).await.is(200);
    assert!(
        doctor
            .notifications()
            .await
            .iter()
            .all(|told| told["kind"] != "referral_outcome")
    );
    colleague.accept(&new).await.is(200);
    let told = &doctor.notifications().await[0];
    assert_eq!(told["kind"], "referral_outcome");
    let again = patient.moves(&new, &colleague.slot(11).await).await;
    colleague.accept(&again).await.is(200);
    let outcome = &doctor.sees(&id).await["passed_on"]["outcome"];
    assert_eq!(
        (&outcome["action"], &outcome["to"]),
        (&json!("accept"), &json!("accepted"))
    );
    // The patient is led to where the case stands, over a referral and a move.
    for earlier in [&id, &old, &new] {
        assert_eq!(patient.sees(earlier).await["continued_as"], again);
    }
    assert_eq!(colleague.sees(&old).await["continued_as"], again);
    assert_eq!(doctor.sees(&id).await.get("continued_as"), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_time_is_of_the_same_kind_of_visit_and_may_overlap_the_present_one() {
    let app = TestApp::start().await;
    let (patient, doctor) = (app.patient().await, app.working_doctor().await);
    let mut hours = doctor.get("/api/availability").await.ok();
    hours["visit_types"] = json!([{"name": "First visit", "minutes": 45}]);
    // Half an hour between visits, which the visit itself does not need from itself.
    hours["buffer_after_minutes"] = json!(30);
    let hours = doctor.put("/api/availability", hours).await.ok();
    let kind = hours["visit_types"][0]["id"].as_str().unwrap();
    let day = (app.now() + TimeDelta::days(3)).date_naive();
    let page = format!(
        "/api/doctors/{}/slots?from={day}&days=1&visit_type={kind}",
        doctor.id
    );
    let free = doctor.get(page).await.ok()["items"]
        .as_array()
        .unwrap()
        .clone();
    let start = |n: usize| free[n]["starts_at"].as_str().unwrap();
    let typed = json!({
        "doctor_id": doctor.id, "starts_at": start(4), "reason": "Palpitations", "visit_type": kind,
    });
    let made = patient.post("/api/appointments", typed).await.is(201).json;
    let id = made["id"].as_str().unwrap();
    let new = patient.moves(id, start(5)).await;
    let seen = patient.sees(&new).await;
    assert_eq!(seen["visit_type"], made["visit_type"]);
    let at = |field: &str| {
        seen[field]
            .as_str()
            .unwrap()
            .parse::<DateTime<Utc>>()
            .unwrap()
    };
    assert_eq!(at("ends_at") - at("starts_at"), TimeDelta::minutes(45));
    doctor
        .post(action(&new, "suggest"), json!({"starts_at": start(3)}))
        .await
        .is(200);
    let refused = patient.move_to(id, start(3)).await.is(409).json;
    assert_eq!(refused["data"]["kind"], "conflict");
    patient.agree(&new).await.is(200);
    let far = json!({"starts_at": "2030-12-24T03:17:00Z"});
    let refused = patient.post(action(&new, "move"), far).await.is(409).json;
    for time in refused["data"]["nearest"].as_array().unwrap() {
        let at = |field: &str| {
            time[field]
                .as_str()
                .unwrap()
                .parse::<DateTime<Utc>>()
                .unwrap()
        };
        assert_eq!(at("ends_at") - at("starts_at"), TimeDelta::minutes(45));
    }
}
