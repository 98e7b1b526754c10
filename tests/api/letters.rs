//! What goes with a referral: who reads which part of it, and the word back to whoever referred.

use serde_json::{Value, json};

use crate::harness::{Browser, Doctor, Patient, Person, TestApp, starts_at};

/// Refers with everything that can be said.
async fn refer(from: &Doctor, id: &str, to: &Doctor, n: u8) -> String {
    let typed = json!({
        "doctor_id": to.id, "priority": "urgent", "reason": format!("Reason {n}"),
        "note": format!("Note {n}"),
    });
    from.post(format!("/api/appointments/{id}/refer"), typed)
        .await
        .ok();
    waiting(to).await["id"].as_str().unwrap().to_owned()
}

async fn waiting(doctor: &Doctor) -> Value {
    doctor.get("/api/appointments?status=pending").await.ok()["items"][0].clone()
}

/// A case that three doctors had, and its appointments in their order; the last one waits.
async fn chain(app: &TestApp) -> (Patient, [Doctor; 3], [String; 3]) {
    let (patient, first, one) = app.request().await;
    let (second, third) = (app.working_doctor().await, app.working_doctor().await);
    let two = refer(&first, &one, &second, 1).await;
    let three = refer(&second, &two, &third, 2).await;
    (patient, [first, second, third], [one, two, three])
}

/// All that somebody can read of a case: calls and pages.
async fn reads(app: &TestApp, who: &Person, id: &str) -> String {
    let mut all = who.sees(id).await.to_string();
    for path in ["/api/appointments", "/api/notifications"] {
        all += &who.get(path).await.ok().to_string();
    }
    let browser = Browser::of(app, &who.email).await;
    for path in [
        &format!("/appointments/{id}"),
        "/appointments",
        "/appointments?status=past",
        "/notifications",
    ] {
        all += &browser.open(path).await.is(200).text;
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn each_reads_their_part_of_the_letters() {
    let app = TestApp::start().await;
    let (patient, [first, second, third], [one, two, three]) = chain(&app).await;
    let typed = json!({"reason": "Refusal 3", "advice": "Advice 3"});
    third
        .post(format!("/api/appointments/{three}/decline"), typed)
        .await
        .ok();
    let all = [
        "Reason 1",
        "Note 1",
        "Reason 2",
        "Note 2",
        "Refusal 3",
        "Advice 3",
    ];
    for (who, id, part) in [
        // Why, each time, and what to do now; never what the doctors write to each other.
        (&*patient, &three, vec![0, 2, 4, 5]),
        (&*patient, &one, vec![0, 2, 4, 5]),
        // The first doctor's colleague passed it on; the rest is not theirs.
        (&*first, &one, vec![0, 1]),
        // What came to the second and what went from them, with the advice.
        (&*second, &two, vec![0, 1, 2, 3, 5]),
        // The reasons that led to the third, and the note to them.
        (&*third, &three, vec![0, 2, 3, 4, 5]),
    ] {
        let text = reads(&app, who, id).await;
        for (n, words) in all.iter().enumerate() {
            let expected = part.contains(&n);
            assert_eq!(text.contains(words), expected, "{} {words}", who.name);
        }
    }
    for id in [&one, &two, &three] {
        let path = format!("/api/appointments/{id}");
        app.patient().await.get(&path).await.is(404);
        app.working_doctor().await.get(&path).await.is(404);
        app.anonymous().get(&path).await.is(401);
    }
    first.get(format!("/api/appointments/{two}")).await.is(404);
    third.get(format!("/api/appointments/{two}")).await.is(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn urgency_is_for_the_patient_and_the_two_doctors() {
    let app = TestApp::start().await;
    let (patient, [first, second, third], [one, two, three]) = chain(&app).await;
    let told = async |who: &Person, id: &str| -> Vec<Value> {
        let seen = who.sees(id).await;
        seen["timeline"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|step| step["action"] == "refer")
            .map(|step| step["priority"].clone())
            .collect()
    };
    let (urgent, unsaid) = (json!("urgent"), Value::Null);
    assert_eq!(
        told(&patient, &three).await,
        [urgent.clone(), urgent.clone()]
    );
    assert_eq!(told(&first, &one).await, [urgent.clone(), unsaid]);
    assert_eq!(told(&second, &two).await, [urgent.clone(), urgent.clone()]);
    assert_eq!(told(&third, &three).await, [urgent.clone(), urgent.clone()]);
    let seen = second.sees(&two).await;
    assert_eq!(seen["referral"]["from"], first.name);
    assert_eq!(seen["referral"]["priority"], "urgent");
    assert_eq!(seen["passed_on"]["to"], third.name);
    for (who, id) in [(&*patient, &three), (&*first, &one)] {
        assert_eq!(who.sees(id).await.get("referral"), None, "{}", who.name);
    }
    assert_eq!(third.sees(&three).await.get("passed_on"), None);
    assert_eq!(patient.sees(&one).await.get("passed_on"), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_colleague_sees_at_the_desk_who_refers_why_and_how_urgent_it_is() {
    let app = TestApp::start().await;
    let (_, first, one) = app.request().await;
    let second = app.working_doctor().await;
    refer(&first, &one, &second, 1).await;
    let row = waiting(&second).await;
    assert_eq!(
        row["referral"],
        json!({
            "from": first.name, "to": second.name, "priority": "urgent", "reason": "Reason 1",
            "note": "Note 1",
        })
    );
    let told = &second.notifications().await[0];
    let title = told["title"].as_str().unwrap();
    assert!(title.starts_with(&format!("Urgent: {} refers", first.name)));
    let browser = Browser::of(&app, &second.email).await;
    for path in [
        "/appointments".to_owned(),
        format!("/appointments/{}", row["id"].as_str().unwrap()),
    ] {
        let page = browser.open(&path).await.is(200).text;
        let seen = page.split("application/json").next().unwrap();
        for words in ["badge red urgent", &first.name, "Reason 1", "Note 1"] {
            assert!(seen.contains(words), "{path}: {words}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_referral_is_routine_unless_it_says_otherwise() {
    let app = TestApp::start().await;
    let (_, first, one) = app.request().await;
    let second = app.working_doctor().await;
    let path = format!("/api/appointments/{one}/refer");
    let with = |field: &str, value: String| {
        let mut typed = json!({"doctor_id": second.id, "reason": "Knows more"});
        typed[field] = value.into();
        typed
    };
    for (field, wrong) in [
        ("priority", "soon".to_owned()),
        ("priority", "URGENT!".to_owned()),
        ("note", "n".repeat(1001)),
        ("note", "a\u{0}b".to_owned()),
    ] {
        first.post(&path, with(field, wrong)).await.field(field);
    }
    first
        .post(&path, with("priority", String::new()))
        .await
        .ok();
    let letter = &waiting(&second).await["referral"];
    assert_eq!(letter["priority"], "routine");
    assert_eq!(letter.get("note"), None);
    let page = Browser::of(&app, &second.email)
        .await
        .open("/appointments")
        .await
        .text;
    assert!(!page.contains("badge red urgent"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_urgent_comes_first_then_the_soonest() {
    let app = TestApp::start().await;
    let (first, second) = (app.working_doctor().await, app.working_doctor().await);
    let day = app.now().date_naive() + chrono::Days::new(2);
    let slots: Vec<String> = first.slots(day, 1).await.iter().map(starts_at).collect();
    let mut expected = Vec::new();
    for (n, priority) in [(0, "routine"), (2, "urgent"), (4, "routine"), (6, "urgent")] {
        let patient = app.patient().await;
        let id = patient.asked(&first, &slots[n]).await;
        let typed = json!({"doctor_id": second.id, "priority": priority, "reason": "Knows more"});
        let path = format!("/api/appointments/{id}/refer");
        first.post(path, typed).await.ok();
        expected.push((priority == "routine", n, patient.id.to_string()));
    }
    let own = app.patient().await;
    own.asked(&second, &slots[3]).await;
    expected.push((true, 3, own.id.to_string()));
    expected.sort();
    for limit in [1, 2, 3, 100] {
        let (mut seen, mut cursor) = (Vec::new(), String::new());
        loop {
            let path = format!(
                "/api/appointments?status=pending&when=upcoming&limit={limit}&cursor={cursor}"
            );
            let page = second.get(path).await.ok();
            for item in page["items"].as_array().unwrap() {
                seen.push(item["patient"]["id"].as_str().unwrap().to_owned());
            }
            match page["next"].as_str() {
                Some(next) => cursor = next.to_owned(),
                None => break,
            }
        }
        let expected: Vec<_> = expected.iter().map(|(_, _, id)| id.clone()).collect();
        assert_eq!(seen, expected, "{limit}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn advice_goes_with_a_referral() {
    let app = TestApp::start().await;
    let (patient, first, one) = app.request().await;
    let second = app.working_doctor().await;
    let typed =
        json!({"reason": "I am away", "advice": "See your family doctor", "idempotency_key": "no"});
    let path = |id: &str| format!("/api/appointments/{id}/decline");
    first.post(path(&one), typed.clone()).await.field("advice");
    assert_eq!(patient.sees(&one).await["status"], "pending");
    let two = refer(&first, &one, &second, 1).await;
    for wrong in ["a\u{0}b".to_owned(), "a".repeat(1001)] {
        let typed = json!({"reason": "I am away", "advice": wrong});
        second.post(path(&two), typed).await.field("advice");
    }
    let answer = second.post(path(&two), typed.clone()).await.ok();
    assert_eq!(second.post(path(&two), typed).await.ok(), answer);
    for who in [&*patient, &*first] {
        let told = &who.notifications().await[0];
        assert!(
            told["body"]
                .as_str()
                .unwrap()
                .contains("Advice: See your family doctor")
        );
    }
    let spanish = patient.with("accept-language", "es");
    let told = spanish.get("/api/notifications").await.ok();
    assert_eq!(
        told["items"][0]["body"],
        "I am away\nConsejo: See your family doctor"
    );
    let last = |seen: Value| seen["timeline"].as_array().unwrap().last().unwrap().clone();
    for (who, id) in [(&*patient, &two), (&*first, &one), (&*second, &two)] {
        assert_eq!(last(who.sees(id).await)["advice"], "See your family doctor");
    }
    assert_eq!(
        first.sees(&one).await["passed_on"]["outcome"]["advice"],
        "See your family doctor"
    );
    assert_eq!(last(first.sees(&one).await).get("reason"), None);
}

/// The referrals that were made before letters were kept.
#[tokio::test(flavor = "multi_thread")]
async fn earlier_referrals_have_their_letters_too() {
    let app = TestApp::start().await;
    let (_, [first, second, third], [one, two, three]) = chain(&app).await;
    app.sql("delete from referrals", vec![]).await.unwrap();
    assert_eq!(second.sees(&two).await.get("referral"), None);
    let script = include_str!("../../migration/src/sql/000005_referrals.sql");
    let fill = script.split(";\n\n").nth(1).unwrap();
    app.sql(fill, vec![]).await.unwrap();
    for (doctor, id, from, reason) in [
        (&second, &two, &first, "Reason 1"),
        (&third, &three, &second, "Reason 2"),
    ] {
        let letter = doctor.sees(id).await["referral"].clone();
        assert_eq!(letter["from"], from.name);
        assert_eq!(
            (&letter["reason"], &letter["priority"]),
            (&json!(reason), &json!("routine"))
        );
    }
    // The one that is decided is not told again; the one that waits will be.
    let told = (
        first.notifications().await.len(),
        second.notifications().await.len(),
    );
    third.accept(&three).await.is(200);
    assert_eq!(
        first.sees(&one).await["passed_on"]["outcome"]["action"],
        "accept"
    );
    assert_eq!(
        (
            first.notifications().await.len(),
            second.notifications().await.len()
        ),
        (told.0, told.1 + 1)
    );
}
