//! A case that goes from doctor to doctor, and what the pages say of it.

use serde_json::{Value, json};

use crate::harness::{Browser, Doctor, Patient, TestApp};

async fn waiting(doctor: &Doctor) -> String {
    let page = doctor.get("/api/appointments?status=pending").await.ok();
    page["items"][0]["id"].as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chain_of_any_length_reads_as_one_timeline() {
    const DOCTORS: usize = 6;
    let app = TestApp::start().await;
    let (patient, first, one) = app.request().await;
    let (mut doctors, mut ids) = (vec![first], vec![one]);
    while doctors.len() < DOCTORS {
        let (n, next) = (doctors.len(), app.working_doctor().await);
        doctors[n - 1].refer(&ids[n - 1], &next).await.is(200);
        ids.push(waiting(&next).await);
        doctors.push(next);
        reads_as_one(&app, &patient, &doctors, &ids, false).await;
    }
    let (last, id) = (&doctors[DOCTORS - 1], &ids[DOCTORS - 1]);
    last.accept(id).await.is(200);
    reads_as_one(&app, &patient, &doctors, &ids, true).await;
}

/// A case that each of these doctors referred to the next, who has `accepted` it at last or not
/// yet: every page of it tells all of it, and leads to where it stands now.
async fn reads_as_one(
    app: &TestApp,
    patient: &Patient,
    doctors: &[Doctor],
    ids: &[String],
    accepted: bool,
) {
    let step = |action: &str, doctor: &Doctor, colleague: &str| {
        (action.to_owned(), doctor.name.clone(), colleague.to_owned())
    };
    let referred = doctors.windows(2);
    let referred = referred.map(|two| step("refer", &two[0], &two[1].name));
    let last = accepted.then(|| step("accept", &doctors[doctors.len() - 1], ""));
    let wanted: Vec<_> = std::iter::once(step("request", &doctors[0], ""))
        .chain(referred)
        .chain(last)
        .collect();
    let now = &ids[ids.len() - 1];
    let whole = patient.sees(now).await["timeline"].clone();
    let steps: Vec<_> = whole
        .as_array()
        .unwrap()
        .iter()
        .map(|step| {
            let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            (
                word(&step["action"]),
                word(&step["doctor"]),
                word(&step["colleague"]),
            )
        })
        .collect();
    assert_eq!(steps, wanted);
    for id in ids {
        let seen = patient.sees(id).await;
        let next = (id != now).then_some(now.as_str());
        assert_eq!(
            (&seen["timeline"], seen["continued_as"].as_str()),
            (&whole, next)
        );
    }
    let list = patient.get("/api/appointments").await.ok();
    assert_eq!(list["items"].as_array().unwrap().len(), 1);
    assert_eq!(list["items"][0]["id"], json!(now));
    let names: Vec<&str> = doctors.iter().map(|doctor| doctor.name.as_str()).collect();
    let (has, had) = names.split_last().unwrap();
    let page = Browser::of(app, &patient.email)
        .await
        .open(&format!("/appointments/{}", ids[0]))
        .await
        .is(200)
        .text;
    let referrals = names
        .windows(2)
        .map(|two| format!("{} referred you to {}", two[0], two[1]));
    for words in [
        format!("{}, now {has}", had.join(", then ")),
        format!("href=\"/appointments/{now}\""),
        "My colleague knows more of this".to_owned(),
    ]
    .into_iter()
    .chain(referrals)
    {
        assert!(page.contains(&words), "{words}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_who_had_the_case_is_offered_it_again() {
    let app = TestApp::start().await;
    let (_, first, one) = app.request().await;
    let mut had = vec![first.clone()];
    let (mut last, mut id) = (first, one);
    for _ in 0..3 {
        let next = app.working_doctor().await;
        last.refer(&id, &next).await.is(200);
        (id, last) = (waiting(&next).await, next.clone());
        had.push(next);
        let list = last
            .get(format!("/api/appointments/{id}/colleagues"))
            .await
            .ok();
        assert!(list["items"].as_array().unwrap().is_empty());
        for doctor in &had {
            last.refer(&id, doctor).await.field("doctor_id");
        }
    }
    let fresh = app.working_doctor().await;
    let list = last
        .get(format!("/api/appointments/{id}/colleagues"))
        .await
        .ok();
    assert_eq!(list["items"].as_array().unwrap().len(), 1);
    assert_eq!(list["items"][0]["id"], fresh.id.to_string());
}

/// Each of them tells the other, while both are at work themselves.
#[tokio::test(flavor = "multi_thread")]
async fn two_who_answer_each_other_at_once_do_not_block_each_other() {
    let app = TestApp::start().await;
    let (ana, ben) = (app.working_doctor().await, app.working_doctor().await);
    for n in 0..6 {
        let (one, two) = (app.patient().await, app.patient().await);
        let first = one.asked(&ana, &ana.slot(n).await).await;
        let second = two.asked(&ben, &ben.slot(n + 1).await).await;
        ana.refer(&first, &ben).await.is(200);
        ben.refer(&second, &ana).await.is(200);
        let (with_ana, with_ben) = (waiting(&ana).await, waiting(&ben).await);
        let (a, b) = tokio::join!(ana.accept(&with_ana), ben.accept(&with_ben));
        a.is(200);
        b.is(200);
    }
    for doctor in [&ana, &ben] {
        let numbers: Vec<_> = doctor
            .notifications()
            .await
            .iter()
            .map(|told| told["number"].as_i64().unwrap())
            .collect();
        assert_eq!(numbers, (1..=18).rev().collect::<Vec<_>>());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_doctor_reads_first_and_the_patient_knows_the_clinic() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let path = format!("/appointments/{id}");
    let page = Browser::of(&app, &doctor.email)
        .await
        .open(&path)
        .await
        .text;
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}"));
    assert!(at("id=\"why\"") < at("Symptoms") && at("Symptoms") < at("id=\"accept\""));

    assert_eq!(patient.sees(&id).await["clinic"]["name"], "Clínica Sol");
    let browser = Browser::of(&app, &patient.email).await;
    let page = browser.open(&path).await.text;
    assert!(page.contains("Clínica Sol, Calle Mayor 1, Madrid"));
    // Once there is a place, that is where to go.
    doctor.accept(&id).await.is(200);
    let seen = patient.sees(&id).await;
    assert_eq!(
        (seen.get("clinic"), &seen["location"]["name"]),
        (None, &json!("Clínica Sol"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_referral_works_without_javascript() {
    let app = TestApp::start().await;
    let (_, doctor, id) = app.request().await;
    let colleague = app.doctor_named("Dr Nuria Núñez", "cardiology").await;
    let colleague = colleague.with_hours("Europe/Madrid").await;
    let browser = Browser::of(&app, &doctor.email).await;
    let page = format!("/appointments/{id}");
    let found = browser
        .open(&format!("{page}?colleague=nunez"))
        .await
        .is(200)
        .text;
    assert!(found.contains("<details class=\"action\" open") && found.contains("Dr Nuria Núñez"));
    let none = browser
        .open(&format!("{page}?colleague=zzz"))
        .await
        .is(200)
        .text;
    assert!(none.contains("has a name like that") && !none.contains("name=\"doctor_id\""));

    let action = format!("/api/appointments/{id}/refer");
    let (there, to) = (
        format!("{page}?requested=&colleague=nunez"),
        colleague.id.to_string(),
    );
    let mut fields = vec![
        ("_to", page.as_str()),
        ("_back", there.as_str()),
        ("doctor_id", to.as_str()),
        ("starts_at", ""),
        ("priority", "urgent"),
        ("note", "Between us"),
        ("reason", ""),
    ];
    let refused = browser.submit(&action, &fields).await.is(303);
    assert_eq!(refused.location(), there);
    let again = browser.open(&there).await.text;
    for kept in ["Between us", "There is a problem"] {
        assert!(again.contains(kept), "{kept}");
    }
    fields[6].1 = "Knows more";
    let done = browser.submit(&action, &fields).await.is(303);
    assert_eq!(done.location(), page);
    let got = colleague.get("/api/appointments?status=pending").await.ok();
    assert_eq!(got["items"][0]["referral"]["note"], "Between us");
    assert_eq!(got["items"][0]["referral"]["priority"], "urgent");
}
