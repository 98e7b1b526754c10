//! Finding a doctor, for anybody.

use serde_json::json;

use crate::harness::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn a_doctor_is_found_by_name_specialty_and_symptom() {
    let app = TestApp::start().await;
    let doctor = app
        .doctor_named("Zoë Ibáñez", "cardiology")
        .await
        .with_hours("Europe/Madrid")
        .await;
    app.doctor_named("Ben Cole", "neurology").await;
    let nobody = app.anonymous();
    for query in [
        "q=ibanez",
        "q=ZOE",
        "specialty=cardiology",
        "q=palpitations",
        "specialty=cardiology&q=ib",
        "available=this-week",
    ] {
        let found = nobody.get(format!("/api/doctors?{query}")).await.ok();
        let names: Vec<_> = found["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["full_name"].as_str().unwrap())
            .collect();
        assert_eq!(names, ["Zoë Ibáñez"], "{query}");
    }
    for (query, field) in [
        ("specialty=witchcraft", "specialty"),
        ("available=never", "available"),
        ("limit=500", "limit"),
        ("cursor=x", "cursor"),
    ] {
        nobody
            .get(format!("/api/doctors?{query}"))
            .await
            .field(field);
    }
    assert_eq!(
        nobody.get("/api/doctors?q=nobody+of+that+name").await.ok()["items"],
        json!([])
    );
    // The licence was checked under this name.
    doctor
        .put("/api/me", json!({"full_name": "Zoë Marsh"}))
        .await
        .field("full_name");
    assert_eq!(
        nobody.get("/api/doctors?q=marsh").await.ok()["items"],
        json!([])
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_doctor_is_found_in_the_readers_words_and_in_english() {
    let app = TestApp::start().await;
    app.doctor_named("Zoë Ibáñez", "cardiology").await;
    app.doctor_named("Ben Cole", "neurology").await;
    for (language, words, query, specialty) in [
        ("es", "Migraña", "migra%C3%B1as", "Neurología"),
        ("es", "Migraña", "me+duele+la+cabeza", "Neurología"),
        ("es", "Migraña", "migraine", "Neurología"),
        (
            "ar",
            "دوار أو دوخة",
            "%D8%A7%D9%84%D8%AF%D9%88%D8%AE%D8%A9",
            "طب الأعصاب",
        ),
        ("ar", "دوار أو دوخة", "migraine", "طب الأعصاب"),
    ] {
        let reader = app.anonymous().with("accept-language", language);
        let found = reader.get(format!("/api/doctors?q={query}")).await.ok();
        let found = &found["items"][0];
        assert_eq!(found["full_name"], "Ben Cole", "{language} {query}");
        assert_eq!(found["specialty"]["slug"], "neurology");
        assert_eq!(found["specialty"]["name"], specialty);
        let all = reader.get("/api/specialties").await.ok();
        let all = all["items"].as_array().unwrap();
        let neurology = all.iter().find(|one| one["slug"] == "neurology").unwrap();
        let symptoms = neurology["symptoms"].as_array().unwrap();
        assert!(symptoms.contains(&json!(words)), "{symptoms:?}");
    }
    let refused = app
        .anonymous()
        .with("accept-language", "es")
        .get("/api/doctors?specialty=magia")
        .await;
    assert_eq!(
        refused.json["message"],
        "Elija una especialidad de la lista."
    );
    refused.field("specialty");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_profile_shows_what_is_public() {
    let app = TestApp::start().await;
    let doctor = app.working_doctor().await;
    let notes = json!({"name": "Clínica Sol", "address": "Calle Mayor 1", "time_zone": "Europe/Madrid", "notes": "Code 4711"});
    doctor
        .put(format!("/api/clinics/{}", doctor.clinic), notes)
        .await
        .ok();
    for path in [
        format!("/api/doctors/{}", doctor.id),
        "/api/doctors".to_owned(),
    ] {
        let reply = app.anonymous().get(path).await.is(200);
        assert!(reply.text.contains(&doctor.name) && reply.text.contains("Clínica Sol"));
        for private in [
            doctor.email.as_str(),
            "MD-0",
            "4711",
            "password",
            "suspended",
        ] {
            assert!(!reply.text.contains(private), "{private} in {}", reply.text);
        }
    }
    app.anonymous()
        .get(format!("/api/doctors/{}", uuid::Uuid::now_v7()))
        .await
        .is(404);
    app.anonymous()
        .get(format!("/api/doctors/{}", app.patient().await.id))
        .await
        .is(404);
    doctor.put("/api/me", json!({"accepting": "no"})).await.ok();
    let profile = app
        .anonymous()
        .get(format!("/api/doctors/{}", doctor.id))
        .await
        .ok();
    assert_eq!(
        (&profile["accepting"], profile.get("next_free")),
        (&json!(false), None)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn specialties_name_what_leads_to_them() {
    let app = TestApp::start().await;
    app.doctor().await;
    let all = app.anonymous().get("/api/specialties").await.ok();
    let all = all["items"].as_array().unwrap();
    assert!(all.len() >= 20);
    for one in all {
        assert!(!one["symptoms"].as_array().unwrap().is_empty(), "{one}");
        assert_eq!(
            one["doctors"],
            u64::from(one["slug"] == "cardiology"),
            "{one}"
        );
    }
}
