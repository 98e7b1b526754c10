//! Registration, sign-in, and one's own profile.

use serde_json::{Value, json};

use crate::harness::{Browser, PASSWORD, TestApp, at_once};

const PATIENT: &str = "/api/auth/register/patient";
const DOCTOR: &str = "/api/auth/register/doctor";
const LOGIN: &str = "/api/auth/login";

fn ana() -> Value {
    json!({
        "full_name": "  Ana   Reyes ", "email": "Ana@example.org", "password": PASSWORD,
        "date_of_birth": "1984-03-09", "phone": "+34 600 123 456",
    })
}

fn omar() -> Value {
    json!({
        "full_name": "Omar Haddad", "email": "omar@example.org", "password": PASSWORD,
        "specialty": "cardiology", "licence_number": "md-1234",
    })
}

/// The same with one field changed.
fn with(mut body: Value, field: &str, value: Value) -> Value {
    body[field] = value;
    body
}

#[tokio::test(flavor = "multi_thread")]
async fn a_patient_registers_and_is_signed_in() {
    let app = TestApp::start().await;
    let reply = app.anonymous().post(PATIENT, ana()).await.is(201);
    let made = &reply.json;
    assert_eq!(
        (&made["token_type"], &made["expires_in"]),
        (&json!("Bearer"), &json!(900))
    );
    assert_eq!(
        (&made["user"]["role"], &made["user"]["full_name"]),
        (&json!("patient"), &json!("Ana Reyes"))
    );
    assert_eq!(reply.cookies().len(), 2);
    let me = app
        .anonymous()
        .bearing(made["access_token"].as_str().unwrap())
        .get("/api/me")
        .await
        .is(200);
    assert_eq!(
        (&me.json["email"], &me.json["date_of_birth"]),
        (&json!("Ana@example.org"), &json!("1984-03-09"))
    );
    assert_eq!(
        (&me.json["phone"], &me.json["id"]),
        (&json!("+34 600 123 456"), &made["user"]["id"])
    );
    for secret in ["argon2", "password", PASSWORD] {
        assert!(
            !me.text.contains(secret) && !reply.text.contains(secret),
            "{secret}"
        );
    }
    let hashed =
        "select count(*) from users where password_hash like '$argon2id$v=19$m=19456,t=2,p=1$%'";
    assert_eq!(app.count(hashed, vec![]).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_field_of_a_patient_that_is_wrong_is_named() {
    let app = TestApp::start().await;
    let nobody = app.anonymous();
    let missing = nobody.post(PATIENT, json!({})).await.fields();
    assert_eq!(missing, ["date_of_birth", "email", "full_name", "password"]);
    for (field, value) in [
        ("full_name", json!("")),
        ("full_name", json!("12345")),
        ("full_name", json!("a".repeat(121))),
        ("full_name", json!("Ana\u{0}Reyes")),
        ("email", json!("ana")),
        ("email", json!("ana@example")),
        ("email", json!("a b@example.org")),
        ("email", json!(format!("{}@example.org", "a".repeat(250)))),
        ("password", json!("short")),
        ("password", json!("passwordpassword")),
        ("password", json!("ana@example.org1")),
        ("password", json!("p".repeat(257))),
        ("date_of_birth", json!("9 March 1984")),
        ("date_of_birth", json!("1984-02-30")),
        ("date_of_birth", json!("2999-01-01")),
        ("date_of_birth", json!("1850-01-01")),
        ("phone", json!("call me")),
        ("phone", json!("1".repeat(40))),
    ] {
        assert_eq!(
            nobody
                .post(PATIENT, with(ana(), field, value.clone()))
                .await
                .fields(),
            [field],
            "{value}"
        );
    }
    assert_eq!(app.count("select count(*) from users", vec![]).await, 0);
    nobody
        .post(PATIENT, with(ana(), "phone", json!(null)))
        .await
        .is(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_email_address_has_one_account() {
    let app = TestApp::start().await;
    let nobody = app.anonymous();
    nobody.post(PATIENT, ana()).await.is(201);
    nobody.post(PATIENT, ana()).await.field("email");
    nobody
        .post(PATIENT, with(ana(), "email", json!(" ANA@EXAMPLE.ORG ")))
        .await
        .field("email");
    nobody
        .post(DOCTOR, with(omar(), "email", json!("ana@example.org")))
        .await
        .field("email");
    assert_eq!(app.count("select count(*) from users", vec![]).await, 1);

    let both = at_once((0..4).map(|_| {
        let nobody = nobody.clone();
        async move {
            nobody
                .post(PATIENT, with(ana(), "email", json!("ben@example.org")))
                .await
        }
    }))
    .await;
    assert_eq!(both.iter().filter(|reply| reply.status == 201).count(), 1);
    for refused in both.into_iter().filter(|reply| reply.status != 201) {
        refused.field("email");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_doctor_registers_with_specialty_and_licence() {
    let app = TestApp::start().await;
    let nobody = app.anonymous();
    let missing = nobody.post(DOCTOR, json!({})).await.fields();
    assert_eq!(
        missing,
        [
            "email",
            "full_name",
            "licence_number",
            "password",
            "specialty"
        ]
    );
    for (field, value) in [
        ("specialty", json!("Cardiology")),
        ("specialty", json!("witchcraft")),
        ("licence_number", json!("1")),
        ("licence_number", json!("<b>")),
        ("licence_number", json!("1".repeat(41))),
        ("password", json!("short")),
    ] {
        assert_eq!(
            nobody
                .post(DOCTOR, with(omar(), field, value.clone()))
                .await
                .fields(),
            [field],
            "{value}"
        );
    }
    let made = nobody.post(DOCTOR, omar()).await.is(201).json;
    assert_eq!(made["user"]["role"], "doctor");
    let me = nobody
        .bearing(made["access_token"].as_str().unwrap())
        .get("/api/me")
        .await
        .ok();
    assert_eq!(
        (&me["specialty"], &me["licence_number"]),
        (&json!("cardiology"), &json!("MD-1234"))
    );
    assert_eq!(
        (&me["verified"], &me["accepting"]),
        (&json!(true), &json!(true))
    );
    // A licence is one doctor's.
    nobody
        .post(DOCTOR, with(omar(), "email", json!("other@example.org")))
        .await
        .field("licence_number");
    assert_eq!(app.count("select count(*) from users", vec![]).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_registers_as_what_they_like() {
    let app = TestApp::start().await;
    let body = with(
        with(ana(), "role", json!("administrator")),
        "verified",
        json!(true),
    );
    let made = app.anonymous().post(PATIENT, body).await.is(201).json;
    assert_eq!(made["user"]["role"], "patient");
    let patient = app
        .anonymous()
        .bearing(made["access_token"].as_str().unwrap());
    patient
        .put(
            "/api/me",
            json!({"role": "doctor", "email": "x@example.org", "id": "1"}),
        )
        .await
        .ok();
    let me = patient.get("/api/me").await.ok();
    assert_eq!(
        (&me["role"], &me["email"]),
        (&json!("patient"), &json!("Ana@example.org"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn doctors_are_listed_once_they_are_verified() {
    let app = TestApp::with(&[("MEDAPPOINT_VERIFY_DOCTORS", "by-administrator")]).await;
    let doctor = app.working_doctor().await;
    let nobody = app.anonymous();
    let listed = || async {
        nobody.get("/api/doctors").await.ok()["items"]
            .as_array()
            .unwrap()
            .len()
    };
    assert_eq!(listed().await, 0);
    nobody
        .get(format!("/api/doctors/{}", doctor.id))
        .await
        .is(404);
    nobody
        .get(format!("/api/doctors/{}/slots", doctor.id))
        .await
        .is(404);
    assert_eq!(doctor.get("/api/session").await.ok()["verified"], false);
    assert_eq!(doctor.get("/api/me").await.ok()["verified"], false);
    app.verify(&doctor).await;
    app.verify(&doctor).await;
    assert_eq!(listed().await, 1);
    nobody
        .get(format!("/api/doctors/{}", doctor.id))
        .await
        .is(200);
    assert_eq!(doctor.get("/api/session").await.ok()["verified"], true);
    let patient = app.patient().await;
    assert!(
        medappoint::accounts::service::verify_doctor(&app, &patient.email)
            .await
            .is_err()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_address_and_a_wrong_password_are_answered_alike() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    let login = |email: &str, password: &str| {
        let (nobody, body) = (
            app.anonymous(),
            json!({"email": email, "password": password}),
        );
        async move { nobody.post(LOGIN, body).await }
    };
    let wrong = login(&patient.email, "another long password").await.is(401);
    let unknown = login("nobody@example.org", PASSWORD).await.is(401);
    assert_eq!(wrong.text, unknown.text);
    assert!(wrong.cookies().is_empty() && unknown.cookies().is_empty());
    let endless = login(&patient.email, &PASSWORD.repeat(100)).await.is(401);
    assert_eq!(wrong.text, endless.text);
    app.sql("update users set suspended_at = $1", vec![app.now().into()])
        .await
        .unwrap();
    assert_eq!(
        login(&patient.email, PASSWORD).await.is(401).text,
        wrong.text
    );
    app.sql("update users set suspended_at = null", vec![])
        .await
        .unwrap();
    login(&patient.email.to_uppercase(), PASSWORD).await.is(200);
    assert_eq!(login("", "").await.fields(), ["email", "password"]);
    assert_eq!(
        app.anonymous().post(LOGIN, json!({})).await.fields(),
        ["email", "password"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_profile_is_changed_by_its_owner_as_a_whole_or_not_at_all() {
    let app = TestApp::start().await;
    let (patient, doctor) = (app.patient().await, app.doctor().await);
    let change = json!({
        "full_name": "Ana María Reyes", "conditions": "Asthma", "allergies": "Penicillin", "medicines": "",
        "address": "Calle Mayor 1", "accepting": "no", "biography": "Not mine",
    });
    let me = patient.put("/api/me", change).await.ok();
    assert_eq!(
        (&me["full_name"], &me["conditions"], &me["medicines"]),
        (&json!("Ana María Reyes"), &json!("Asthma"), &json!(null))
    );
    assert_eq!((me.get("accepting"), me.get("biography")), (None, None));
    let wrong = json!({"full_name": "Other Name", "date_of_birth": "yesterday", "phone": "x", "allergies": "a".repeat(2001)});
    assert_eq!(
        patient.put("/api/me", wrong).await.fields(),
        ["allergies", "date_of_birth", "phone"]
    );
    assert_eq!(patient.get("/api/me").await.ok(), me);
    // An empty text clears, an absent one stays.
    let me = patient
        .put("/api/me", json!({"conditions": " "}))
        .await
        .ok();
    assert_eq!(
        (&me["conditions"], &me["allergies"]),
        (&json!(null), &json!("Penicillin"))
    );

    let me = doctor
        .put(
            "/api/me",
            json!({"languages": "Spanish,  English,", "biography": "Hearts", "accepting": "no"}),
        )
        .await
        .ok();
    assert_eq!(
        (&me["languages"], &me["accepting"]),
        (&json!(["Spanish", "English"]), &json!(false))
    );
    doctor
        .put("/api/me", json!({"accepting": "perhaps"}))
        .await
        .field("accepting");
    assert_eq!(
        app.anonymous()
            .get(format!("/api/doctors/{}", doctor.id))
            .await
            .ok()["biography"],
        "Hearts"
    );
    for path in ["/api/me"] {
        app.anonymous().get(path).await.is(401);
        app.anonymous()
            .put(path, json!({"full_name": "Nobody"}))
            .await
            .is(401);
    }
    assert_eq!(app.anonymous().get("/api/session").await.ok(), Value::Null);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_patients_own_fields_say_what_they_are_for() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    let browser = Browser::of(&app, &patient.email).await;
    let page = browser.open("/settings").await.is(200).text;
    // WCAG 2.2, 1.3.5.
    for (name, purpose) in [
        ("full_name", "name"),
        ("phone", "tel"),
        ("address", "street-address"),
        ("date_of_birth.day", "bday-day"),
        ("date_of_birth.month", "bday-month"),
        ("date_of_birth.year", "bday-year"),
    ] {
        let field = page
            .split('<')
            .find(|tag| tag.contains(&format!("name=\"{name}\"")))
            .unwrap_or_else(|| panic!("no {name}"));
        assert!(
            field.contains(&format!("autocomplete=\"{purpose}\"")),
            "{field}"
        );
    }
}
