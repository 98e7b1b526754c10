//! The addresses of the API. Other programs hold on to them: one that is gone or has another
//! name needs a new version.

use dioxus::server::ServerFunction;

use crate::harness::TestApp;

const PATHS: &str = "\
DELETE /api/calendar-feed
DELETE /api/clinics/{id}
DELETE /api/waiting/{id}
GET /api/appointments
GET /api/appointments/{id}
GET /api/appointments/{id}/colleagues
GET /api/appointments/{id}/page
GET /api/appointments/{id}/times
GET /api/auth/demo
GET /api/availability
GET /api/calendar-feed
GET /api/calendar/week
GET /api/clinics
GET /api/dashboard
GET /api/doctors
GET /api/doctors/{id}
GET /api/doctors/{id}/request
GET /api/doctors/{id}/slots
GET /api/guide
GET /api/map
GET /api/me
GET /api/notifications
GET /api/page
GET /api/patients
GET /api/patients/{id}
GET /api/reports
GET /api/session
GET /api/specialties
GET /api/specialties/soonest
GET /api/time-zones
GET /api/waiting
POST /api/appointments
POST /api/appointments/{id}/accept
POST /api/appointments/{id}/agree
POST /api/appointments/{id}/cancel
POST /api/appointments/{id}/complete
POST /api/appointments/{id}/decline
POST /api/appointments/{id}/move
POST /api/appointments/{id}/no-show
POST /api/appointments/{id}/refer
POST /api/appointments/{id}/suggest
POST /api/auth/forgot-password
POST /api/auth/login
POST /api/auth/logout
POST /api/auth/refresh
POST /api/auth/register/doctor
POST /api/auth/register/patient
POST /api/auth/reset-password
POST /api/calendar-feed
POST /api/clinics
POST /api/notifications/read-all
POST /api/notifications/{id}/read
POST /api/waiting
POST /api/waiting/offers/{id}/accept
POST /api/waiting/offers/{id}/decline
PUT /api/availability
PUT /api/clinics/{id}
PUT /api/me";

#[test]
fn the_server_functions_are_these() {
    let mut paths: Vec<String> = ServerFunction::collect()
        .into_iter()
        .map(|function| format!("{} {}", function.method(), function.path()))
        .collect();
    paths.sort();
    assert_eq!(paths.join("\n"), PATHS);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_does_not_exist_says_so_in_our_shape() {
    let app = TestApp::start().await;
    let nobody = app.anonymous();
    for path in [
        "/api",
        "/api/nothing",
        "/api/appointments/1/2/3",
        "/api/me/",
        "/api/%00",
    ] {
        let reply = nobody.get(path).await;
        assert!(
            (400..500).contains(&reply.status),
            "{path}: {}",
            reply.status
        );
    }
    nobody.get("/api/nothing").await.is(404);
    nobody.get("/api/auth/login").await.is(405);
    nobody.delete("/api/me").await.is(405);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_changed_by_get() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let before = patient.sees(&id).await;
    for verb in [
        "accept", "decline", "refer", "suggest", "agree", "move", "cancel", "complete", "no-show",
    ] {
        doctor
            .get(format!(
                "/api/appointments/{id}/{verb}?reason=x&clinic_id={}",
                doctor.clinic
            ))
            .await
            .is(405);
    }
    patient.get("/api/auth/logout").await.is(405);
    assert_eq!(patient.sees(&id).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_carries_its_safety_headers_and_an_id() {
    let app = TestApp::with(&[("MEDAPPOINT_PUBLIC_URL", "https://clinic.example")]).await;
    for path in [
        "/",
        "/api/specialties",
        "/api/me",
        "/api/nothing",
        "/healthz",
        "/nothing",
    ] {
        let reply = app.anonymous().get(path).await;
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(reply.header("x-frame-options"), "DENY", "{path}");
        assert_eq!(reply.header("cache-control"), "no-store", "{path}");
        assert!(
            reply
                .header("strict-transport-security")
                .starts_with("max-age="),
            "{path}"
        );
        assert!(
            reply
                .header("content-security-policy")
                .starts_with("default-src 'none'"),
            "{path}"
        );
        assert_eq!(reply.header("x-request-id").len(), 36, "{path}");
    }
}
