//! Maps: where they are shown, where their pictures may come from, and what is no place.

use serde_json::{Value, json};

use crate::harness::{Browser, Doctor, Reply, TestApp};

const TILES: (&str, &str) = (
    "MEDAPPOINT_MAP_TILES",
    "https://tiles.example/{z}/{x}/{y}.png",
);
const ATTRIBUTION: (&str, &str) = ("MEDAPPOINT_MAP_ATTRIBUTION", "© Example maps");
/// The tile in which the doctor's clinic is.
const TILE: &str = "https://tiles.example/16/32093/24711.png";

async fn with_maps() -> TestApp {
    TestApp::with(&[TILES, ATTRIBUTION]).await
}

/// What the policy says of images.
fn images(reply: &Reply) -> &str {
    reply
        .header("content-security-policy")
        .split("; ")
        .find(|directive| directive.starts_with("img-src"))
        .unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn images_may_come_from_the_origin_of_the_tiles_and_nowhere_else_new() {
    let without = TestApp::start().await;
    let with = with_maps().await;
    for path in ["/", "/api/specialties"] {
        let (plain, mapped) = (
            without.anonymous().get(path).await,
            with.anonymous().get(path).await,
        );
        let before = "img-src 'self' data: https://*.cloudinary.com";
        assert_eq!(images(&plain), before, "{path}");
        assert_eq!(
            images(&mapped),
            format!("{before} https://tiles.example"),
            "{path}"
        );
        let others = |reply: &Reply| {
            let policy = reply.header("content-security-policy").to_owned();
            let directives = policy.split("; ").map(str::to_owned);
            directives
                .filter(|it| !it.starts_with("img-src") && !it.starts_with("script-src"))
                .collect::<Vec<_>>()
        };
        assert_eq!(others(&plain), others(&mapped), "{path}");
        assert_eq!(mapped.header("referrer-policy"), "same-origin", "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn anybody_may_ask_for_a_map() {
    let app = with_maps().await;
    let place = "latitude=40.4168&longitude=-3.7038&zoom=16";
    let bare = app
        .anonymous()
        .get(format!("/api/map?{place}"))
        .await
        .is(200);
    assert!(bare.header("content-type").starts_with("application/json"));
    let html = bare.json["html"].as_str().unwrap();
    assert!(html.contains(TILE) && html.contains("© Example maps"));
    // Its name is all that the source learns of the site.
    assert_eq!(
        html.matches("<img").count(),
        html.matches("referrerpolicy=\"strict-origin\"").count()
    );
    assert!(!html.contains("<a ") && !html.contains("style="), "{html}");
    let named = format!("/api/map?{place}&name=Sol&address=Calle+Mayor+1");
    let html = app.anonymous().get(named).await.ok();
    let html = html["html"].as_str().unwrap();
    assert!(html.contains("aria-label=\"Map of Sol, Calle Mayor 1\""));
    let without = TestApp::start().await;
    let nothing = without.anonymous().get(format!("/api/map?{place}")).await;
    assert_eq!(nothing.ok(), json!({"html": ""}));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_place_is_named() {
    let long = "n".repeat(400);
    for app in [with_maps().await, TestApp::start().await] {
        for (query, fields) in [
            ("", vec!["latitude", "zoom"]),
            ("latitude=&longitude=&zoom=3", vec!["latitude"]),
            ("latitude=40&zoom=3", vec!["longitude"]),
            ("latitude=90.1&longitude=0&zoom=3", vec!["latitude"]),
            ("latitude=NaN&longitude=0&zoom=3", vec!["latitude"]),
            ("latitude=0&longitude=-181&zoom=3", vec!["longitude"]),
            (
                "latitude=0&longitude=here&zoom=99",
                vec!["longitude", "zoom"],
            ),
            ("latitude=0&longitude=0&zoom=20", vec!["zoom"]),
            ("latitude=0&longitude=0&zoom=-1", vec!["zoom"]),
            ("latitude=0&longitude=0&zoom=1e1", vec!["zoom"]),
            (
                &format!("latitude=0&longitude=0&zoom=1&name={long}&address={long}"),
                vec!["address", "name"],
            ),
        ] {
            let reply = app.anonymous().get(format!("/api/map?{query}")).await;
            assert_eq!(reply.fields(), fields, "{query}");
        }
        for edge in ["latitude=90&longitude=180", "latitude=-90&longitude=-180"] {
            for zoom in [0, 19] {
                let query = format!("/api/map?{edge}&zoom={zoom}");
                app.anonymous().get(query).await.is(200);
            }
        }
    }
}

/// A page without what it hands to the client.
fn without_scripts(page: &str) -> String {
    let parts = page.split("<script");
    parts
        .map(|part| part.split_once("</script>").map_or(part, |(_, rest)| rest))
        .collect()
}

/// The pages that show where the doctor's clinic is.
async fn pages(
    app: &TestApp,
    doctor: &Doctor,
    email: &str,
    case: &str,
) -> [(&'static str, Reply); 4] {
    let theirs = Browser::of(app, email).await;
    let ours = Browser::of(app, &doctor.email).await;
    let visitor = Browser::new(app);
    let case = format!("/appointments/{case}");
    [
        ("the patient's case", theirs.open(&case).await.is(200)),
        ("the doctor's case", ours.open(&case).await.is(200)),
        (
            "the profile",
            visitor
                .open(&format!("/doctors/{}", doctor.id))
                .await
                .is(200),
        ),
        ("the clinics", ours.open("/availability").await.is(200)),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_with_coordinates_is_shown_wherever_it_matters() {
    let app = with_maps().await;
    let (patient, doctor, id) = app.request().await;
    let theirs = Browser::of(&app, &patient.email).await;
    let case = format!("/appointments/{id}");
    // Nobody has said yet where it will be.
    let page = theirs.open(&case).await.is(200).text;
    assert!(!page.contains("tiles.example"));
    doctor.accept(&id).await.is(200);
    for (which, page) in pages(&app, &doctor, &patient.email, &id).await {
        let shown = without_scripts(&page.text);
        assert_eq!(shown.matches(TILE).count(), 1, "{which}");
        assert!(
            shown.contains("aria-label=\"Map of Clínica Sol, Calle Mayor 1, Madrid\""),
            "{which}"
        );
        // The address, the way there and whose map it is, without the picture.
        assert!(shown.contains("Show on a map"), "{which}");
        assert!(shown.contains("© Example maps"), "{which}");
        assert!(!shown.contains("style="), "{which}");
    }
    patient.cancel(&id).await.is(200);
    let page = theirs.open(&case).await.is(200).text;
    assert!(!page.contains("tiles.example") && page.contains("Show on a map"));
}

#[tokio::test(flavor = "multi_thread")]
async fn without_tiles_the_address_and_the_way_there_stand_alone() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    doctor.accept(&id).await.is(200);
    for (which, page) in pages(&app, &doctor, &patient.email, &id).await {
        for part in ["class=\"map\"", "map-credit", "Choose on a map"] {
            assert!(!page.text.contains(part), "{which}: {part}");
        }
        assert!(page.text.contains("Calle Mayor 1, Madrid"), "{which}");
        assert!(page.text.contains("Show on a map"), "{which}");
        assert!(page.text.contains("mlat=40.4168"), "{which}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_without_coordinates_has_no_map() {
    let app = with_maps().await;
    let (patient, doctor, id) = app.request().await;
    let clinic = json!({"name": "Clínica Sol", "address": "Calle Mayor 1, Madrid", "time_zone": "Europe/Madrid"});
    doctor
        .put(format!("/api/clinics/{}", doctor.clinic), clinic)
        .await
        .ok();
    doctor.accept(&id).await.is(200);
    for (which, page) in pages(&app, &doctor, &patient.email, &id).await {
        assert!(!page.text.contains("tiles.example/"), "{which}");
        assert!(
            page.text
                .contains("search?query=Calle%20Mayor%201%2C%20Madrid"),
            "{which}"
        );
        // It may be chosen now.
        assert_eq!(
            page.text.contains("Choose on a map"),
            which == "the clinics",
            "{which}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clinic_is_a_text_whatever_it_is_called() {
    let app = with_maps().await;
    let (patient, doctor, id) = app.request().await;
    let name = "</svg><script>alert('name')</script>\" onload=\"alert(1)";
    let address = "<img src=x onerror=alert(2)> & \"Sons\"";
    let clinic = json!({
        "name": name, "address": address, "time_zone": "Europe/Madrid",
        "latitude": 40.4168, "longitude": -3.7038,
    });
    doctor
        .put(format!("/api/clinics/{}", doctor.clinic), clinic)
        .await
        .ok();
    doctor.accept(&id).await.is(200);
    for (which, page) in pages(&app, &doctor, &patient.email, &id).await {
        assert!(page.text.contains(TILE), "{which}");
        for active in ["<script>alert", "<img src=x", "\" onload=\""] {
            assert!(!page.text.contains(active), "{which}: {active}");
        }
    }
    let query = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs([
            ("latitude", "0"),
            ("longitude", "0"),
            ("zoom", "1"),
            ("name", name),
            ("address", address),
        ])
        .finish();
    let answer: Value = app.anonymous().get(format!("/api/map?{query}")).await.ok();
    let html = answer["html"].as_str().unwrap();
    for active in ["<script", "<img src=x", "\" onload"] {
        assert!(!html.contains(active), "{html}");
    }
}
