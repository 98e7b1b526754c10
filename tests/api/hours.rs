//! Hours as clinics live them: kinds of visits, buffers, a cap a day, holidays, and what becomes of
//! appointments when hours change.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Browser, Doctor, Patient, Reply, TestApp, at_once, starts_at};

/// A Tuesday in winter; the clock stands three days before it.
const DAY: &str = "2027-01-12";

/// A patient, and a doctor in Madrid whose hours are these on top of 09:00 to 12:00 in half hours.
async fn scene(more: Value) -> (TestApp, Patient, Doctor) {
    let app = TestApp::start().await;
    app.set_clock("2027-01-09T08:00:00Z");
    let (patient, doctor) = (app.patient().await, app.working_doctor().await);
    doctor.works("09:00", "12:00").await;
    change(&doctor, more).await;
    (app, patient, doctor)
}

/// Changes a part of a doctor's hours, as a client that sends all of them.
async fn change(doctor: &Doctor, more: Value) -> Value {
    let mut hours = doctor.get("/api/availability").await.ok();
    hours
        .as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    doctor.put("/api/availability", hours).await.ok()
}

/// The times of the free slots of a day on the wall.
async fn wall(doctor: &Doctor, day: &str, visit_type: &str) -> Vec<String> {
    let path = format!(
        "/api/doctors/{}/slots?from={day}&days=1&visit_type={visit_type}",
        doctor.id
    );
    let page = doctor.get(path).await.ok();
    let slots = page["items"].as_array().unwrap();
    slots
        .iter()
        .map(|slot| slot["local"]["time"].as_str().unwrap().to_owned())
        .collect()
}

/// When this time of the day is.
fn at(time: &str) -> String {
    // Madrid is an hour ahead of UTC in winter.
    let local = format!("{DAY}T{time}:00+01:00");
    DateTime::parse_from_rfc3339(&local)
        .unwrap()
        .to_utc()
        .to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

async fn ask(patient: &Patient, doctor: &Doctor, time: &str, visit_type: &str) -> Reply {
    let typed = json!({
        "doctor_id": doctor.id, "starts_at": at(time), "reason": "Palpitations", "visit_type": visit_type,
    });
    patient.post("/api/appointments", typed).await
}

fn id(kind: &Value) -> String {
    kind["id"].as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_doctor_defines_kinds_of_visits_and_a_patient_asks_for_one() {
    let (app, patient, doctor) = scene(json!({})).await;
    let wanted =
        json!([{"name": "First visit", "minutes": 45}, {"name": "Follow-up", "minutes": "20"}]);
    let saved = change(&doctor, json!({"visit_types": wanted})).await;
    let kinds = saved["visit_types"].as_array().unwrap().clone();
    let named: Vec<_> = kinds
        .iter()
        .map(|kind| (&kind["name"], &kind["minutes"]))
        .collect();
    assert_eq!(
        named,
        [
            (&json!("First visit"), &json!(45)),
            (&json!("Follow-up"), &json!(20))
        ]
    );
    assert_eq!(doctor.get("/api/availability").await.ok(), saved);
    // Anybody reads them with the profile, and the times of each.
    let profile = app
        .anonymous()
        .get(format!("/api/doctors/{}", doctor.id))
        .await
        .ok();
    assert_eq!(profile["visit_types"], json!(kinds));
    let (first, follow_up) = (id(&kinds[0]), id(&kinds[1]));
    assert_eq!(
        wall(&doctor, DAY, &first).await,
        ["09:00", "09:45", "10:30", "11:15"]
    );
    assert_eq!(wall(&doctor, DAY, &follow_up).await.len(), 9);
    assert_eq!(wall(&doctor, DAY, "").await.len(), 6);

    let made = ask(&patient, &doctor, "09:45", &first).await.is(201).json;
    let kind = json!({"id": first, "name": "First visit", "minutes": 45});
    assert_eq!(made["visit_type"], kind);
    assert_eq!(
        (&made["local"]["time"], &made["local"]["until"]),
        (&json!("09:45"), &json!("10:30"))
    );
    let made = id(&made);
    doctor.accept(&made).await.is(200);
    assert_eq!(patient.sees(&made).await["visit_type"], kind);
    assert_eq!(doctor.sees(&made).await["visit_type"], kind);
    // What was taken for one is taken for all.
    assert_eq!(
        wall(&doctor, DAY, &follow_up).await,
        ["09:00", "09:20", "10:40", "11:00", "11:20", "11:40"]
    );
    assert_eq!(
        wall(&doctor, DAY, "").await,
        ["09:00", "10:30", "11:00", "11:30"]
    );
    // A time of one grid is none of another's, and the nearest are of the kind that was asked for.
    let refused = ask(&patient, &doctor, "09:20", &first).await.is(409);
    let nearest = refused.json["data"]["nearest"].as_array().unwrap();
    assert!(nearest.iter().any(|slot| starts_at(slot) == at("09:00")));
    for slot in nearest {
        let time = |field: &str| {
            slot[field]
                .as_str()
                .unwrap()
                .parse::<DateTime<Utc>>()
                .unwrap()
        };
        assert_eq!(time("ends_at") - time("starts_at"), TimeDelta::minutes(45));
    }
    // Without a kind, the hours say the length.
    let usual = ask(&patient, &doctor, "11:30", "").await.is(201).json;
    assert!(usual.get("visit_type").is_none(), "{usual}");
    assert_eq!(usual["local"]["until"], "12:00");
}

#[tokio::test(flavor = "multi_thread")]
async fn kinds_of_visits_are_renamed_and_go_while_appointments_keep_theirs() {
    let (app, patient, doctor) = scene(json!({"visit_types": [
        {"name": "First visit", "minutes": 45}, {"name": "Follow-up", "minutes": 20},
    ]}))
    .await;
    let kinds = doctor.get("/api/availability").await.ok()["visit_types"].clone();
    let (first, follow_up) = (id(&kinds[0]), id(&kinds[1]));
    let made = id(&ask(&patient, &doctor, "09:00", &first).await.is(201).json);

    // Another order, another name, one new, one gone.
    let saved = change(
        &doctor,
        json!({"visit_types": [
            {"name": "Echo", "minutes": 60}, {"id": first, "name": "New patient", "minutes": 50},
        ]}),
    )
    .await;
    assert_eq!(saved["visit_types"][0]["name"], "Echo");
    assert_eq!(
        saved["visit_types"][1],
        json!({"id": first, "name": "New patient", "minutes": 50})
    );
    assert_eq!(
        patient.sees(&made).await["visit_type"],
        json!({"id": first, "name": "First visit", "minutes": 45})
    );
    let path = format!("/api/doctors/{}/slots?visit_type={follow_up}", doctor.id);
    app.anonymous().get(path).await.field("visit_type");
    ask(&patient, &doctor, "11:00", &follow_up)
        .await
        .field("visit_type");

    // A client that does not know of them changes nothing; one that names none takes all away.
    doctor.works("09:00", "12:00").await;
    assert_eq!(
        doctor.get("/api/availability").await.ok()["visit_types"],
        saved["visit_types"]
    );
    let none = change(&doctor, json!({"visit_types": []})).await;
    assert_eq!(none["visit_types"], json!([]));
    ask(&patient, &doctor, "11:00", &first)
        .await
        .field("visit_type");
    assert_eq!(
        patient.sees(&made).await["visit_type"]["name"],
        "First visit"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_asks_for_somebody_elses_kind_of_visit() {
    let kinds = json!({"visit_types": [{"name": "First visit", "minutes": 45}]});
    let (app, patient, doctor) = scene(kinds.clone()).await;
    let colleague = app.working_doctor().await;
    let theirs = id(&change(&colleague, kinds).await["visit_types"][0]);
    for wrong in [
        theirs.as_str(),
        &Uuid::now_v7().to_string(),
        "first",
        "\u{0}",
    ] {
        ask(&patient, &doctor, "09:00", wrong)
            .await
            .field("visit_type");
    }
    let path = format!("/api/doctors/{}/slots?visit_type={theirs}", doctor.id);
    app.anonymous().get(path).await.field("visit_type");
    // Nor does a doctor rename it.
    let typed =
        json!({"weekly": [], "visit_types": [{"id": theirs, "name": "Mine", "minutes": 10}]});
    doctor
        .put("/api/availability", typed)
        .await
        .field("visit_types.0.id");
    assert_eq!(
        colleague.get("/api/availability").await.ok()["visit_types"][0]["name"],
        "First visit"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_hours_is_named() {
    let (_app, _patient, doctor) = scene(json!({})).await;
    let before = doctor.get("/api/availability").await.ok();
    for (wrong, fields) in [
        (
            json!({"buffer_before_minutes": 121, "buffer_after_minutes": -1, "daily_cap": 201}),
            vec!["buffer_after_minutes", "buffer_before_minutes", "daily_cap"],
        ),
        (
            json!({"visit_types": [{"minutes": 9}, {"name": "A", "minutes": 121}, {"name": "a", "minutes": 20}, {"name": "B"}]}),
            vec![
                "visit_types.0.minutes",
                "visit_types.0.name",
                "visit_types.1.minutes",
                "visit_types.3.minutes",
            ],
        ),
        (
            json!({"visit_types": [{"name": "Echo", "minutes": 20}, {"name": "echo ", "minutes": 30}]}),
            vec!["visit_types.1.name"],
        ),
        (
            json!({"visit_types": [{"name": "x".repeat(61), "minutes": 20}]}),
            vec!["visit_types.0.name"],
        ),
        (
            json!({"visit_types": vec![json!({"name": "A", "minutes": 20}); 21]}),
            vec!["visit_types"],
        ),
        (
            json!({"exceptions": [
                {"date": "2027-02-02", "until": "2027-02-01", "kind": "closed"},
                {"date": "2027-02-02", "until": "2029-02-01", "kind": "closed"},
                {"date": "2027-02-02", "until": "soon", "kind": "closed"},
            ]}),
            vec![
                "exceptions.0.until",
                "exceptions.1.until",
                "exceptions.2.until",
            ],
        ),
    ] {
        let mut typed = json!({"weekly": before["weekly"]});
        typed
            .as_object_mut()
            .unwrap()
            .extend(wrong.as_object().unwrap().clone());
        assert_eq!(
            doctor.put("/api/availability", typed).await.fields(),
            fields
        );
    }
    assert_eq!(doctor.get("/api/availability").await.ok(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn buffers_and_the_cap_of_a_day_hold_for_whoever_asks() {
    let (app, patient, doctor) =
        scene(json!({"buffer_before_minutes": 5, "buffer_after_minutes": 10})).await;
    let hours = doctor.get("/api/availability").await.ok();
    assert_eq!(
        (
            &hours["buffer_before_minutes"],
            &hours["buffer_after_minutes"],
            hours.get("daily_cap")
        ),
        (&json!(5), &json!(10), None)
    );
    assert_eq!(
        wall(&doctor, DAY, "").await,
        ["09:00", "09:45", "10:30", "11:15"]
    );
    let first = id(&ask(&patient, &doctor, "09:45", "").await.is(201).json);
    assert_eq!(wall(&doctor, DAY, "").await, ["09:00", "10:30", "11:15"]);
    // With one that is a minute longer, what ends at 09:30 is too near.
    change(&doctor, json!({"buffer_after_minutes": 11})).await;
    assert_eq!(wall(&doctor, DAY, "").await, ["10:32", "11:18"]);
    change(
        &doctor,
        json!({"buffer_before_minutes": "", "buffer_after_minutes": 0, "daily_cap": "2"}),
    )
    .await;
    assert_eq!(
        wall(&doctor, DAY, "").await,
        ["09:00", "10:30", "11:00", "11:30"]
    );
    let second = app.patient().await;
    let last = id(&ask(&second, &doctor, "11:30", "").await.is(201).json);
    assert_eq!(wall(&doctor, DAY, "").await, Vec::<String>::new());
    assert_eq!(wall(&doctor, "2027-01-13", "").await.len(), 6);
    let refused = ask(&second, &doctor, "09:00", "").await.is(409);
    assert_eq!(refused.json["data"]["kind"], "slot_taken");
    assert_eq!(
        refused.json["data"]["nearest"][0]["local"]["date"],
        "2027-01-11"
    );
    // What is off leaves room again.
    doctor.decline(&last).await.is(200);
    assert_eq!(wall(&doctor, DAY, "").await.len(), 4);
    patient.cancel(&first).await.is(200);
    // A client that knows of neither leaves both.
    change(&doctor, json!({"buffer_before_minutes": 20})).await;
    doctor.works("09:00", "12:00").await;
    let hours = doctor.get("/api/availability").await.ok();
    assert_eq!(
        (&hours["buffer_before_minutes"], &hours["daily_cap"]),
        (&json!(20), &json!(2))
    );
    assert!(
        change(&doctor, json!({"daily_cap": 0}))
            .await
            .get("daily_cap")
            .is_none()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn two_at_once_get_no_times_that_hurt_a_buffer_or_the_cap() {
    for (hours, granted) in [
        // 09:00 to 09:20 and 09:30 to 10:00 would not overlap, but for the buffer.
        (
            json!({"buffer_after_minutes": 15, "visit_types": [{"name": "Follow-up", "minutes": 20}]}),
            1,
        ),
        (json!({"daily_cap": 3}), 3),
    ] {
        let (app, _, doctor) = scene(hours).await;
        let kind = doctor.get("/api/availability").await.ok()["visit_types"][0]["id"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        let patients = app.patients(8).await;
        let (usual, others) = if granted == 1 {
            (["09:00"; 8], kind.as_str())
        } else {
            (
                [
                    "09:00", "09:30", "10:00", "10:30", "11:00", "11:30", "09:00", "09:30",
                ],
                "",
            )
        };
        let asked = patients.into_iter().enumerate().map(|(n, patient)| {
            let (doctor, time) = (doctor.clone(), usual[n]);
            let kind = if n % 2 == 0 { "" } else { others }.to_owned();
            async move { ask(&patient, &doctor, time, &kind).await }
        });
        let replies = at_once(asked).await;
        let good = replies.iter().filter(|reply| reply.status == 201).count();
        let statuses: Vec<u16> = replies.iter().map(|reply| reply.status).collect();
        assert_eq!(good, granted, "{statuses:?}");
        assert!(statuses.iter().all(|status| [201, 409].contains(status)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_holiday_is_one_row_and_closes_all_its_days() {
    let holiday = json!([{"date": DAY, "until": "2027-01-14", "kind": "closed"}]);
    let (app, patient, doctor) = scene(json!({"exceptions": holiday})).await;
    let hours = doctor.get("/api/availability").await.ok();
    assert_eq!(hours["exceptions"], holiday);
    let day: NaiveDate = DAY.parse().unwrap();
    let free = doctor.slots(day - TimeDelta::days(1), 5).await;
    let dates: Vec<_> = free
        .iter()
        .map(|slot| slot["local"]["date"].as_str().unwrap())
        .collect();
    assert_eq!(
        (dates[0], dates[6], dates.len()),
        ("2027-01-11", "2027-01-15", 12)
    );
    ask(&patient, &doctor, "09:00", "").await.is(409);
    // It stands until its last day is over.
    app.set_clock("2027-01-14T12:00:00Z");
    let doctor = doctor.again(&app).await;
    assert_eq!(
        doctor.get("/api/availability").await.ok()["exceptions"],
        holiday
    );
    app.set_clock("2027-01-16T12:00:00Z");
    let doctor = doctor.again(&app).await;
    assert_eq!(
        doctor.get("/api/availability").await.ok()["exceptions"],
        json!([])
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn appointments_stay_when_hours_change_and_the_doctor_sees_which_are_outside() {
    let (app, patient, doctor) = scene(json!({})).await;
    let early = id(&ask(&patient, &doctor, "09:00", "").await.is(201).json);
    let late = id(&ask(&app.patient().await, &doctor, "11:00", "")
        .await
        .is(201)
        .json);
    let next = id(&ask(&app.patient().await, &doctor, "11:30", "")
        .await
        .is(201)
        .json);
    doctor.accept(&late).await.is(200);
    assert_eq!(
        doctor.get("/api/availability").await.ok()["outside"],
        json!([])
    );

    let outside = |hours: &Value| -> Vec<(String, String)> {
        let rows = hours["outside"].as_array().unwrap();
        let text = |row: &Value, field: &str| row[field].as_str().unwrap().to_owned();
        rows.iter()
            .map(|row| (text(row, "appointment_id"), text(row, "why")))
            .collect()
    };
    let pair = |id: &String, why: &str| (id.clone(), why.to_owned());
    doctor.works("10:00", "11:30").await;
    let hours = doctor.get("/api/availability").await.ok();
    assert_eq!(
        outside(&hours),
        [pair(&early, "hours"), pair(&next, "hours")]
    );
    let row = &hours["outside"][0];
    assert_eq!(row["patient_name"], patient.name);
    let seen = doctor.sees(&early).await;
    assert_eq!(
        (&row["starts_at"], &row["local"]),
        (&seen["starts_at"], &seen["local"])
    );
    let closed = json!([{"date": "2027-01-10", "until": "2027-01-20", "kind": "closed"}]);
    let hours = change(&doctor, json!({"exceptions": closed})).await;
    assert_eq!(
        outside(&hours),
        [
            pair(&early, "hours"),
            pair(&late, "closed"),
            pair(&next, "hours")
        ]
    );
    // None of them changed, and they can be answered as before.
    assert_eq!(patient.sees(&early).await["status"], "pending");
    doctor.accept(&early).await.is(200);
    doctor.decline(&next).await.is(200);
    assert_eq!(outside(&change(&doctor, json!({})).await).len(), 2);

    doctor.works("09:00", "12:00").await;
    let hours = change(
        &doctor,
        json!({"exceptions": [], "buffer_after_minutes": 91}),
    )
    .await;
    assert_eq!(
        outside(&hours),
        [pair(&early, "buffer"), pair(&late, "buffer")]
    );
    assert_eq!(
        outside(&change(&doctor, json!({"buffer_after_minutes": 90})).await),
        []
    );
    // Others' appointments are no matter, and what is over is over.
    let colleague = app.working_doctor().await;
    assert_eq!(
        colleague.get("/api/availability").await.ok()["outside"],
        json!([])
    );
    doctor.works("13:00", "14:00").await;
    app.set_clock("2027-01-12T08:10:00Z");
    let doctor = doctor.again(&app).await;
    assert_eq!(
        outside(&doctor.get("/api/availability").await.ok()),
        [pair(&late, "hours")]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_asks_first_is_told_whom_a_closure_concerns() {
    let (_app, patient, doctor) = scene(json!({})).await;
    let made = id(&ask(&patient, &doctor, "09:00", "").await.is(201).json);
    let mut typed = doctor.get("/api/availability").await.ok();
    typed["exceptions"] = json!([{"date": DAY, "kind": "closed"}]);
    typed["ask_first"] = json!(true);
    let refused = doctor.put("/api/availability", typed.clone()).await;

    let sentence = refused.json["data"]["fields"]["confirmed"]
        .as_str()
        .unwrap();
    assert!(
        sentence.contains(&patient.name) && sentence.contains("Tue 12 Jan, 09:00–09:30"),
        "{sentence}"
    );
    assert_eq!(
        doctor.get("/api/availability").await.ok()["exceptions"],
        json!([])
    );
    typed["confirmed"] = json!(true);
    let saved = doctor.put("/api/availability", typed.clone()).await.ok();
    assert_eq!(saved["outside"][0]["appointment_id"], made);
    // Who was told once is not asked again about the same, nor where nobody is concerned.
    typed["confirmed"] = json!("");
    typed["version"] = saved["version"].clone();
    typed["horizon_days"] = json!(30);
    doctor.put("/api/availability", typed.clone()).await.ok();
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_client_the_form_asks_and_the_page_lists_whom_a_closure_concerns() {
    let (app, patient, doctor) = scene(json!({})).await;
    let made = id(&ask(&patient, &doctor, "09:00", "").await.is(201).json);
    let browser = Browser::of(&app, &doctor.email).await;
    let page = browser.open("/availability").await.is(200);
    assert!(!page.text.contains("Appointments outside your hours"));
    let mut fields = vec![
        ("weekly.", ""),
        ("exceptions.0.date", DAY),
        ("exceptions.0.kind", "closed"),
        ("visit_types.", ""),
        ("ask_first", "true"),
        ("_method", "PUT"),
        ("_to", "/availability"),
        ("_back", "/availability"),
    ];
    browser.submit("/api/availability", &fields).await.is(303);
    let page = browser.open("/availability").await.is(200);
    for said in [
        patient.name.as_str(),
        "Tue 12 Jan, 09:00–09:30",
        "Save all the same",
    ] {
        assert!(page.text.contains(said), "{said}");
    }
    let hours = doctor.get("/api/availability").await.ok();
    assert_eq!(hours["weekly"].as_array().unwrap().len(), 7);

    fields.push(("confirmed", "true"));
    browser.submit("/api/availability", &fields).await.is(303);
    let page = browser.open("/availability").await.is(200);
    for said in [
        "Appointments outside your hours",
        &patient.name,
        &format!("/appointments/{made}"),
    ] {
        assert!(page.text.contains(said), "{said}");
    }
    assert!(!page.text.contains("Save all the same"));
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_client_the_kind_of_visit_is_chosen_by_links() {
    let (app, patient, doctor) = scene(json!({"visit_types": [
        {"name": "First visit", "minutes": 45}, {"name": "Follow-up", "minutes": 20},
    ]}))
    .await;
    let kinds = doctor.get("/api/availability").await.ok()["visit_types"].clone();
    let (first, follow_up) = (id(&kinds[0]), id(&kinds[1]));
    let address =
        |start: &str, visit: &str| format!("/doctors/{}/request/{visit}?start={start}", doctor.id);
    // Whoever is not signed in comes back to the same kind.
    let browser = Browser::new(&app);
    let chosen = address(&at("09:20"), &follow_up);
    let door = browser.open(&chosen).await.is(303).location().to_owned();
    let door = browser.open(&door).await.is(200);
    assert!(door.text.contains(&chosen), "{}", door.text);

    let browser = Browser::of(&app, &patient.email).await;
    // The first kind, unless another is named; its times are of its length.
    let page = browser
        .open(&format!("/doctors/{}/request?start=", doctor.id))
        .await
        .is(200);
    assert!(page.text.contains("What kind of visit is it?") && page.text.contains("45 minutes"));
    assert!(
        page.text.contains(&address("", &follow_up)),
        "{}",
        page.text
    );
    let times = |page: &str, visit: &str| {
        let day: Vec<_> = ["09:20", "09:45", "10:30"]
            .into_iter()
            .filter(|time| page.contains(&address(&at(time), visit)))
            .collect();
        day
    };
    let day = |visit: &str| format!("/doctors/{}?from={DAY}&visit={visit}", doctor.id);
    let page = browser.open(&day(&first)).await.is(200);
    assert_eq!(times(&page.text, &first), ["09:45", "10:30"]);
    let page = browser.open(&day(&follow_up)).await.is(200);
    assert_eq!(times(&page.text, &follow_up), ["09:20"]);

    let page = browser.open(&chosen).await.is(200);
    let hidden = format!("name=\"visit_type\" value=\"{follow_up}\"");
    assert!(page.text.contains(&hidden), "{}", page.text);
    assert!(page.text.contains("09:20–09:40"));
    let doctor_id = doctor.id.to_string();
    let start = at("09:20");
    let fields = [
        ("doctor_id", doctor_id.as_str()),
        ("starts_at", &start),
        ("visit_type", &follow_up),
        ("reason", "Palpitations"),
        ("_to", "/appointments/{id}"),
        ("_back", &chosen),
    ];
    let made = browser
        .submit("/api/appointments", &fields)
        .await
        .is(303)
        .location()
        .to_owned();
    let page = browser.open(&made).await.is(200);
    assert!(page.text.contains("Follow-up") && page.text.contains("09:20–09:40"));
    let desk = Browser::of(&app, &doctor.email).await;
    let page = desk.open("/appointments").await.is(200);
    assert!(page.text.contains("Follow-up"));
    // A time of another kind's is none of this one's.
    let page = browser.open(&address(&at("10:00"), &first)).await.is(200);
    assert!(
        page.text
            .contains("That time is not free for “First visit”")
    );
}
