//! Pages in the language of whoever asks, and the choice of another.

use serde_json::json;

use crate::harness::{Browser, TestApp};

#[tokio::test(flavor = "multi_thread")]
async fn a_page_speaks_as_the_browser_asks_or_as_was_chosen() {
    let app = TestApp::start().await;
    for (asked, chosen, root, heading) in [
        ("", "", "<html lang=\"en\">", "Sign in"),
        ("es-AR,es;q=0.9", "", "<html lang=\"es\">", "Iniciar sesión"),
        ("ar", "", "<html lang=\"ar\" dir=\"rtl\">", "تسجيل الدخول"),
        (
            "es",
            "language=ar",
            "<html lang=\"ar\" dir=\"rtl\">",
            "تسجيل الدخول",
        ),
        ("ar", "language=en", "<html lang=\"en\">", "Sign in"),
        (
            "es",
            "language=klingon",
            "<html lang=\"es\">",
            "Iniciar sesión",
        ),
        ("tlh, *;q=0.1", "", "<html lang=\"en\">", "Sign in"),
        (";;,q=,\"", "language=", "<html lang=\"en\">", "Sign in"),
    ] {
        let mut client = app.anonymous().0;
        for (name, value) in [("accept-language", asked), ("cookie", chosen)] {
            if !value.is_empty() {
                client = client.with(name, value);
            }
        }
        // Twice: pages at the door are shared for a second, in each language its own.
        for _ in 0..2 {
            let page = client
                .with("accept", "text/html")
                .get("/login")
                .await
                .is(200);
            assert!(page.text.contains(root), "{asked} {chosen}: {root}");
            assert!(
                page.text.contains(&format!(">{heading}<")),
                "{asked} {chosen}"
            );
            let code = &root[12..14];
            assert_eq!(page.header("content-language"), code);
            assert!(page.header("vary").contains("accept-language"));
            assert!(page.text.contains(&format!("src=\"/texts/{code}-")));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn refusals_are_in_the_language_of_who_asks() {
    let app = TestApp::start().await;
    let spanish = app.anonymous().with("accept-language", "es");
    let id = uuid::Uuid::now_v7();
    let missing = spanish.get(format!("/api/doctors/{id}")).await.is(404);
    assert_eq!(missing.json["message"], "Ese médico no existe.");
    let nobody = spanish.get("/api/me").await.is(401);
    assert_eq!(nobody.json["message"], "Inicie sesión para hacer esto.");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_texts_of_a_page_are_one_file_for_ever() {
    let app = TestApp::start().await;
    let page = app
        .anonymous()
        .with("accept-language", "es")
        .get("/login")
        .await
        .text;
    let (_, rest) = page.split_once("src=\"/texts/").unwrap();
    let path = format!("/texts/{}", rest.split('"').next().unwrap());
    let file = app.anonymous().get(&path).await.is(200);
    assert!(file.header("cache-control").contains("immutable"));
    assert!(file.header("content-type").starts_with("text/javascript"));
    assert!(file.text.contains("accounts-sign-in = Iniciar sesión"));
    let packed = app
        .anonymous()
        .with("accept-encoding", "gzip, br")
        .get(&path)
        .await
        .is(200);
    assert_eq!(packed.header("content-encoding"), "br");
    app.anonymous()
        .get("/texts/es-0000000000000000.js")
        .await
        .is(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_language_is_chosen_and_stays_on_this_site() {
    let app = TestApp::start().await;
    let browser = Browser::new(&app);
    let page = browser.open("/doctors?q=heart").await.is(200).text;
    assert!(page.contains("action=\"/language\""));
    assert!(page.contains("lang=\"ar\"") && page.contains("العربية"));
    let choice = |to, language| {
        let client = app.anonymous().with("sec-fetch-site", "same-origin");
        async move {
            let fields = [("_to", to), ("language", language)];
            client.form("/language", &fields).await.is(303)
        }
    };
    let chosen = choice("/doctors?q=heart", "es").await;
    assert_eq!(chosen.location(), "/doctors?q=heart");
    let cookie = chosen.header("set-cookie");
    for part in ["language=es;", "Max-Age=31536000", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    for elsewhere in [
        "//evil.example",
        "https://evil.example/",
        "/\\evil.example",
        "",
    ] {
        assert_eq!(choice(elsewhere, "es").await.location(), "/");
    }
    let unknown = choice("/", "klingon").await;
    assert!(!unknown.headers.contains_key("set-cookie"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_people_are_told_is_in_the_language_of_whoever_reads() {
    let app = TestApp::start().await;
    let doctor = app.working_doctor().await;
    let patient = app.patient().await;
    // Whoever acts reads Arabic; that is no matter to the other side.
    let arabic = patient.with("accept-language", "ar");
    let typed = json!({
        "doctor_id": doctor.id, "starts_at": doctor.slot(1).await, "reason": "Palpitations",
    });
    let asked = arabic.post("/api/appointments", typed).await.is(201).json;
    let told = async |language: &str| {
        let reader = doctor.with("accept-language", language);
        let page = reader.get("/api/notifications").await.ok();
        let first = &page["items"][0];
        [&first["title"], &first["body"]].map(|text| text.as_str().unwrap().to_owned())
    };
    let name = &patient.name;
    let [title, body] = told("en").await;
    assert_eq!(title, format!("{name} asks for an appointment"));
    assert!(
        body.contains("time (UTC") && body.ends_with("Palpitations"),
        "{body}"
    );
    let [title, body] = told("es").await;
    assert_eq!(title, format!("{name} solicita una cita"));
    assert!(
        body.contains("hora de ") && body.ends_with("Palpitations"),
        "{body}"
    );
    let [title, _] = told("ar").await;
    assert_eq!(title, format!("يطلب \u{2068}{name}\u{2069} موعدًا"));
    // What programs read stays as it is.
    let spanish = doctor.with("accept-language", "es");
    let id = asked["id"].as_str().unwrap();
    let seen = spanish.get(format!("/api/appointments/{id}")).await.ok();
    assert_eq!(seen["status"], "pending");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_live_stream_speaks_as_its_page_does() {
    let app = TestApp::start().await;
    let doctor = app.working_doctor().await;
    let patient = app.patient().await;
    let live = app.listen().await;
    let mut stream = live
        .stream_with(&doctor, &[("accept-language", "es")])
        .await;
    patient
        .request(&doctor, &doctor.slot(1).await)
        .await
        .is(201);
    let told = stream.next_named("notification").await;
    assert!(
        told.data["title"]
            .as_str()
            .unwrap()
            .ends_with("solicita una cita")
    );
}
