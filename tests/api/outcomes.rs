//! What becomes of a referral, also while times change, and what is kept of the visit.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::harness::{Browser, Doctor, TestApp};

async fn waiting(doctor: &Doctor) -> String {
    let page = doctor.get("/api/appointments?status=pending").await.ok();
    page["items"][0]["id"].as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_referred_learns_the_outcome_once() {
    let app = TestApp::start().await;
    for outcome in ["accept", "decline", "refer", "cancel"] {
        let (patient, first, one) = app.request().await;
        let (second, third) = (app.working_doctor().await, app.working_doctor().await);
        first.refer(&one, &second).await.is(200);
        let two = waiting(&second).await;
        let before = first.sees(&one).await["passed_on"].clone();
        assert_eq!(
            (&before["to"], before.get("outcome")),
            (&json!(second.name), None)
        );
        let told = first.notifications().await.len();
        let actor = if outcome == "cancel" {
            &patient.name
        } else {
            &second.name
        };
        match outcome {
            "accept" => second.accept(&two).await.is(200),
            "decline" => second.decline(&two).await.is(200),
            "refer" => second.refer(&two, &third).await.is(200),
            _ => patient.cancel(&two).await.is(200),
        };
        let news = first.notifications().await;
        assert_eq!(news.len(), told + 1, "{outcome}");
        assert_eq!(
            (&news[0]["kind"], &news[0]["link"]),
            (
                &json!("referral_outcome"),
                &json!(format!("/appointments/{one}"))
            )
        );
        let title = news[0]["title"].as_str().unwrap();
        assert!(
            title.contains(&second.name) && title.contains(&patient.name),
            "{title}"
        );
        // The case page and the desk say what, when and who.
        let list = first.get("/api/appointments?when=past").await.ok();
        for seen in [&first.sees(&one).await, &list["items"][0]] {
            let step = &seen["passed_on"]["outcome"];
            assert_eq!(step["action"], outcome);
            assert_eq!(&step["actor"]["full_name"], actor);
            assert!(step["at"].is_string() && step.get("reason").is_none());
        }
        let browser = Browser::of(&app, &first.email).await;
        let desk = browser.open("/appointments?status=past").await.is(200).text;
        assert!(
            desk.contains(&format!("Referred to {}. {actor}", second.name)),
            "{outcome}"
        );
        // What happens later is on the page, and no news any more.
        if outcome == "accept" {
            patient.cancel(&two).await.is(200);
            let step = first.sees(&one).await["passed_on"]["outcome"].clone();
            assert_eq!(step["action"], "cancel");
        }
        assert_eq!(first.notifications().await.len(), told + 1, "{outcome}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_outcome_is_what_is_agreed_whatever_is_asked_for_meanwhile() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let colleague = app.working_doctor().await;
    doctor.refer(&id, &colleague).await.is(200);
    let next = waiting(&colleague).await;
    let outcome = async || doctor.sees(&id).await["passed_on"]["outcome"].clone();
    assert_eq!(outcome().await, Value::Null);

    let slot = colleague.slot(9).await;
    colleague.suggest(&next, &slot).await.is(200);
    let suggested = outcome().await;
    assert_eq!(suggested["action"], "suggest");
    for private in ["was", "becomes", "reason"] {
        assert_eq!(suggested.get(private), None, "{private}");
    }
    patient
        .post(format!("/api/appointments/{next}/agree"), json!({}))
        .await
        .is(200);
    let agreed = outcome().await;
    assert_eq!(
        (&agreed["action"], &agreed["to"]),
        (&json!("agree"), &json!("accepted"))
    );
    // Another time is asked for, and is not possible: what was agreed stands.
    let new = patient.moves(&next, &colleague.slot(12).await).await;
    assert_eq!(outcome().await, agreed);
    colleague.decline(&new).await.is(200);
    assert_eq!(outcome().await, agreed);
    let new = patient.moves(&next, &colleague.slot(14).await).await;
    colleague.accept(&new).await.is(200);
    assert_eq!(outcome().await["action"], "accept");
    colleague.cancel(&new).await.is(200);
    let ended = outcome().await;
    assert_eq!(
        (&ended["action"], &ended["actor"]["full_name"]),
        (&json!("cancel"), &json!(colleague.name))
    );
    let told = doctor.notifications().await;
    let outcomes = told
        .iter()
        .filter(|told| told["kind"] == "referral_outcome");
    assert_eq!(outcomes.count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_urgent_referral_stays_urgent_where_it_is_moved() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let colleague = app.working_doctor().await;
    let typed = json!({
        "doctor_id": colleague.id, "priority": "urgent", "reason": "Knows more", "note": "Between us",
    });
    doctor
        .post(format!("/api/appointments/{id}/refer"), typed)
        .await
        .ok();
    let slot = colleague.slot(2).await;
    app.patient().await.asked(&colleague, &slot).await;
    let new = patient
        .moves(&waiting(&colleague).await, &colleague.slot(20).await)
        .await;
    let list = colleague.get("/api/appointments?status=pending").await.ok();
    let items = list["items"].as_array().unwrap();
    assert_eq!((items.len(), &items[1]["id"]), (3, &json!(new)));
    for item in &items[..2] {
        assert_eq!(item["referral"]["priority"], "urgent");
        assert_eq!(item["referral"]["note"], "Between us");
    }
    assert_eq!(items[2].get("referral"), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_referral_keeps_the_length_of_the_kind_of_visit_that_was_asked_for() {
    let app = TestApp::start().await;
    let (patient, doctor) = (app.patient().await, app.working_doctor().await);
    let mut hours = doctor.get("/api/availability").await.ok();
    hours["visit_types"] = json!([{"name": "First visit", "minutes": 60}]);
    let hours = doctor.put("/api/availability", hours).await.ok();
    let typed = json!({
        "doctor_id": doctor.id, "starts_at": doctor.slot(4).await, "reason": "Palpitations",
        "visit_type": hours["visit_types"][0]["id"],
    });
    let made = patient.post("/api/appointments", typed).await.is(201).json;
    let id = made["id"].as_str().unwrap();
    // Free for the first half of it, free for all of it.
    let (half, whole) = (app.working_doctor().await, app.working_doctor().await);
    let next_half = half.slot(5).await;
    app.patient().await.asked(&half, &next_half).await;
    let list = doctor
        .get(format!("/api/appointments/{id}/colleagues"))
        .await
        .ok();
    let free: Vec<_> = list["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| {
            (
                item["id"].as_str().unwrap(),
                item["same_time_free"].as_bool().unwrap(),
            )
        })
        .collect();
    let (half_id, whole_id) = (half.id.to_string(), whole.id.to_string());
    assert_eq!(free, [(whole_id.as_str(), true), (half_id.as_str(), false)]);

    let refused = doctor.refer(id, &half).await.is(409).json;
    let nearest = refused["data"]["nearest"][0].clone();
    let length = |time: &Value| {
        let at = |field: &str| {
            let text = time[field].as_str().unwrap();
            chrono::DateTime::parse_from_rfc3339(text).unwrap()
        };
        (at("ends_at") - at("starts_at")).num_minutes()
    };
    assert_eq!(length(&nearest), 60);
    doctor.refer(id, &whole).await.is(200);
    let next = whole.sees(&waiting(&whole).await).await;
    assert_eq!(next["starts_at"], made["starts_at"]);
    assert_eq!(length(&next), 60);
    assert_eq!(next["visit_type"]["name"], "First visit");
}

/// "Wed 25 Nov, 14:00"
fn briefly(appointment: &Value) -> String {
    let local = &appointment["local"];
    let date: NaiveDate = local["date"].as_str().unwrap().parse().unwrap();
    let time = local["time"].as_str().unwrap();
    format!("{}, {time}", date.format("%a %-d %b"))
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_referred_to_another_time_and_the_patient_read_which() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let colleague = app.working_doctor().await;
    let was = briefly(&patient.sees(&id).await);
    let typed = json!({
        "doctor_id": colleague.id, "reason": "My colleague is free sooner",
        "starts_at": colleague.slot(9).await,
    });
    let path = format!("/api/appointments/{id}/refer");
    doctor.post(path, typed).await.is(200);
    let next = waiting(&colleague).await;
    let becomes = briefly(&patient.sees(&next).await);
    assert_ne!(was, becomes);

    let open = async |email: &str, path: &str| {
        let browser = Browser::of(&app, email).await;
        browser.open(path).await.is(200).text
    };
    let (mine, theirs) = (
        format!("/appointments/{id}"),
        format!("/appointments/{next}"),
    );
    let page = open(&patient.email, &theirs).await;
    for part in [
        format!(
            "{} referred you to {}: {becomes}, instead of {was}",
            doctor.name, colleague.name
        ),
        format!("The referral changed the time: it was {was}."),
    ] {
        assert!(page.contains(&part), "{part}: {page}");
    }
    let letter = async || doctor.sees(&id).await["passed_on"].clone();
    assert_eq!(letter().await.get("seen_at"), None);

    colleague.accept(&next).await.is(200);
    assert_eq!(
        letter().await["seen_at"],
        patient.sees(&next).await["local"]
    );
    // The colleague, to whom it came, reads no outcome of their own.
    let came = colleague.sees(&next).await["referral"].clone();
    assert_eq!(came.get("seen_at"), None);
    let outcome = format!("{} accepted: {becomes}", colleague.name);
    for path in [mine.as_str(), "/appointments?status=past"] {
        let page = open(&doctor.email, path).await;
        assert!(page.contains(&outcome), "{path}: {page}");
    }
    // It is the time that is agreed now, and none where nothing is any more.
    let new = patient.moves(&next, &colleague.slot(12).await).await;
    assert_eq!(
        briefly(&json!({"local": letter().await["seen_at"]})),
        becomes
    );
    colleague.accept(&new).await.is(200);
    let moved = patient.sees(&new).await["local"].clone();
    assert_eq!(letter().await["seen_at"], moved);
    // Who has moved it themselves knows.
    let page = open(&patient.email, &format!("/appointments/{new}")).await;
    assert!(!page.contains("The referral changed the time"));
    colleague.cancel(&new).await.is(200);
    assert_eq!(letter().await.get("seen_at"), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_referral_that_keeps_the_time_speaks_of_no_other() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let colleague = app.working_doctor().await;
    doctor.refer(&id, &colleague).await.is(200);
    let next = waiting(&colleague).await;
    let browser = Browser::of(&app, &patient.email).await;
    let page = browser.open(&format!("/appointments/{next}")).await;
    let page = page.is(200).text;
    assert!(page.contains(&format!("referred you to {}", colleague.name)));
    assert!(!page.contains("instead of") && !page.contains("The referral changed"));
}
