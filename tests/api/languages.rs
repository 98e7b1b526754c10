//! Pages in the language of whoever asks, and the choice of another.

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
