//! Pages that the server makes, as the client asks for them.

use crate::harness::{Browser, TestApp};

/// The call for a page.
fn page(path: &str) -> String {
    let query = path
        .replace('?', "%3F")
        .replace('=', "%3D")
        .replace('&', "%26");
    format!("/api/page?path={}", query.replace('/', "%2F"))
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_may_see_a_page_is_given_it() {
    let app = TestApp::start().await;
    let (patient, doctor, _) = app.request().await;
    let colleague = app.working_doctor().await;
    let administrator = app.administrator().await;
    let nobody = app.anonymous();
    let theirs = format!("/patients/{}", patient.id);
    for path in ["/patients", "/reports", "/reports?range=own", &theirs] {
        nobody.get(page(path)).await.is(401);
        patient.get(page(path)).await.is(403);
        administrator.get(page(path)).await.is(403);
        doctor.get(page(path)).await.is(200);
    }
    // Somebody else's patient, and what is no id, are not there.
    colleague.get(page(&theirs)).await.is(404);
    doctor.get(page("/patients/1")).await.is(404);
    nobody.get(page("/appointments")).await.is(401);
    let cases = patient.get(page("/appointments")).await.ok();
    assert_eq!(cases["title"], "Appointments");
    assert!(
        cases["part"]["html"]
            .as_str()
            .unwrap()
            .contains(&doctor.name)
    );
    let week = doctor.get(page("/appointments?view=week")).await.ok();
    assert!(week["title"].as_str().unwrap().starts_with("Week "));
    for path in [
        "/",
        "/doctors",
        "/guide",
        &format!("/doctors/{}", doctor.id),
    ] {
        let shown = nobody.get(page(path)).await.ok();
        assert_eq!(shown["status"], 200, "{path}");
    }
    for path in [
        "",
        "/nothing",
        "/doctors/1",
        "/doctors/1/2",
        "//",
        "doctors",
    ] {
        let reply = nobody.get(page(path)).await;
        assert!([200, 404].contains(&reply.status), "{path}");
    }
}

/// What the client puts in its place is what the page has where the browser opens it.
#[tokio::test(flavor = "multi_thread")]
async fn a_page_is_the_same_by_either_way() {
    let app = TestApp::start().await;
    let doctor = app.working_doctor().await;
    let browser = Browser::of(&app, &doctor.email).await;
    for path in [
        "/",
        "/doctors?q=heart&specialty=",
        "/guide",
        "/patients",
        "/reports?range=90-days",
        "/nothing",
    ] {
        let called = browser.client().get(page(path)).await.ok();
        let opened = browser.open(path).await;
        assert_eq!(called["status"], opened.status, "{path}");
        let title = called["title"].as_str().unwrap();
        assert!(opened.text.contains(&format!("<title>{title}")), "{path}");
        assert!(
            opened
                .text
                .contains(called["part"]["html"].as_str().unwrap()),
            "{path}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_can_not_be_searched_is_told_on_the_page() {
    let app = TestApp::start().await;
    let browser = Browser::new(&app);
    let page = browser
        .open("/doctors?available=never&q=M%C3%BCller+%26+x")
        .await
        .is(422);
    assert!(
        page.text.contains("value=\"Müller &#38; x\""),
        "{}",
        page.text
    );
}
