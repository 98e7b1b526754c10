//! Finding a doctor, for anybody.

use serde_json::json;

use crate::harness::{Browser, TestApp};

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

/// What the main part of a page shows, and its title.
async fn page(browser: &Browser, path: &str) -> (String, String) {
    let text = browser.open(path).await.is(200).text;
    let between = |from: &str, to: &str| {
        let (_, rest) = text.split_once(from).unwrap();
        rest.split_once(to).unwrap().0.to_owned()
    };
    (between("<main", "</main>"), between("<title>", "</title>"))
}

const NOBODY_OF_IT: &str = "No doctor of this specialty is listed here";

#[tokio::test(flavor = "multi_thread")]
async fn a_specialty_without_doctors_leads_to_somebody() {
    let app = TestApp::start().await;
    app.doctor_named("Zoë Ibáñez", "cardiology").await;
    let browser = Browser::new(&app);
    let leads_to = |slug: &str| format!("href=\"/doctors?specialty={slug}\"");
    // Kidney stones lead to two specialties, of which nobody is here.
    for path in [
        "/doctors?q=kidney+stones",
        "/doctors?specialty=nephrology",
        "/doctors?specialty=nephrology&available=today",
    ] {
        let (shown, _) = page(&browser, path).await;
        assert!(shown.contains(NOBODY_OF_IT), "{path}");
        assert!(shown.contains("href=\"/doctors\""), "{path}");
        // Whoever names a specialty may wait for its first doctor.
        let waits = shown.contains("href=\"/waiting?specialty=nephrology\"");
        assert_eq!(waits, path.contains("specialty="), "{path}");
        for slug in ["nephrology", "urology", "general-practice"] {
            assert!(!shown.contains(&leads_to(slug)), "{path}: {slug}");
        }
    }
    app.doctor_named("Ben Cole", "general-practice").await;
    let (shown, _) = page(&browser, "/doctors?q=kidney+stones").await;
    assert!(shown.contains(NOBODY_OF_IT) && shown.contains(&leads_to("general-practice")));
    // With a doctor, there is a way.
    app.doctor_named("Ana Ruiz", "urology").await;
    let (shown, _) = page(&browser, "/doctors?q=kidney+stones").await;
    assert!(shown.contains("Ana Ruiz") && shown.contains(&leads_to("urology")));
    assert!(!shown.contains(&leads_to("nephrology")));
    let (shown, _) = page(&browser, "/doctors?q=kidney+stones&language=greek").await;
    assert!(!shown.contains(NOBODY_OF_IT));
    assert!(shown.contains(&leads_to("urology")) && !shown.contains(&leads_to("nephrology")));
    // The form offers all of them; lists lead to those with doctors.
    let (shown, _) = page(&browser, "/doctors").await;
    assert!(shown.contains("value=\"nephrology\"") && shown.contains("Nobody is listed here of:"));
    assert!(shown.contains(&leads_to("urology")) && !shown.contains(&leads_to("nephrology")));
    let (shown, _) = page(&browser, "/").await;
    assert!(shown.contains(&leads_to("cardiology")) && !shown.contains(&leads_to("dentistry")));
    assert!(shown.contains("Any day") && !shown.contains("As soon as possible"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_says_how_many_and_what_it_was_for() {
    let app = TestApp::start().await;
    for n in 0..21 {
        app.doctor_named(&format!("Doctor {n:02}"), "neurology")
            .await;
    }
    let browser = Browser::new(&app);
    for (path, title, count) in [
        (
            "/doctors?q=migraine",
            "migraine · Find a doctor",
            "The first 20 doctors",
        ),
        (
            "/doctors?q=doctor+20",
            "doctor 20 · Find a doctor",
            "1 doctor",
        ),
        ("/doctors?q=zzz", "zzz · Find a doctor", "No doctors found"),
        (
            "/doctors?q=20&specialty=neurology",
            "20 · Doctors: Neurology",
            "1 doctor",
        ),
    ] {
        let (shown, titled) = page(&browser, path).await;
        assert!(titled.starts_with(title), "{path}: {titled}");
        let status = shown.split_once("role=\"status\"").unwrap().1;
        let status = status.split_once("</p>").unwrap().0;
        assert!(status.contains(&format!(">{count}")), "{path}: {status}");
    }
    let (shown, _) = page(&browser, "/doctors?specialty=neurology").await;
    let next = shown
        .split_once("/doctors?specialty=neurology&#38;cursor=")
        .unwrap()
        .1;
    let next = next.split_once('"').unwrap().0;
    let next = format!("/doctors?specialty=neurology&cursor={next}");
    assert!(page(&browser, &next).await.0.contains("1 more doctor"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_wait_is_said_above_the_search() {
    let app = TestApp::start().await;
    app.doctor_named("Zoë Ibáñez", "cardiology").await;
    let browser = Browser::new(&app);
    let crisis = "https://findahelpline.com/";
    for (q, said) in [
        ("chest+pain", "Call your emergency number now"),
        ("I+can%27t+breathe", "Call your emergency number now"),
        ("stroke", "Call your emergency number now"),
        ("suicide", "Get help right now"),
    ] {
        let (shown, _) = page(&browser, &format!("/doctors?q={q}")).await;
        assert!(
            shown.contains("banner warning") && shown.contains(said),
            "{q}"
        );
        assert!(shown.contains("tel:112"), "{q}");
        assert_eq!(shown.contains(crisis), q == "suicide", "{q}");
    }
    for path in ["/doctors", "/doctors?q=palpitations", "/"] {
        let (shown, _) = page(&browser, path).await;
        assert!(shown.contains("In an emergency call your local emergency number."));
        assert!(!shown.contains("banner warning"), "{path}");
    }
}
