//! Pictures at Cloudinary, against a stand-in that speaks its upload API.

mod stand_in;
mod world;

use std::future::Future;
use std::time::{Duration, Instant};

use medappoint::server::media::cloudinary::{Asset, Cloudinary};
use medappoint::server::media::picture::Picture;
use url::Url;

use self::stand_in::StandIn;
use self::world::{World, run_again};
use crate::harness::{Patient, TestApp};
use crate::photo::{files, png, upload};

fn picture() -> Picture {
    Picture::from_upload(&png(8, 8)).unwrap()
}

/// An account whose cloud's name says how the stand-in treats it.
fn account(cloud: &str) -> Cloudinary {
    let url = Url::parse(&format!(
        "cloudinary://{}:{}@{cloud}",
        stand_in::KEY,
        stand_in::SECRET
    ))
    .unwrap();
    Cloudinary::with_patience(&url, Duration::from_secs(2)).unwrap()
}

fn wait_for<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap()
        .block_on(work)
}

#[test]
fn a_picture_is_kept_there_and_removed_again() {
    let stand_in = StandIn::start();
    if run_again(
        "cloudinary::a_picture_is_kept_there_and_removed_again",
        &World::with(&stand_in),
    ) {
        let seen = stand_in.seen();
        let [kept, removed] = seen.as_slice() else {
            panic!("{seen:?}")
        };
        assert_eq!(kept.action, "upload");
        assert_eq!(kept.file, picture().jpeg());
        assert!(kept.public_id.starts_with("medappoint/"));
        assert_eq!(
            (removed.action, &removed.public_id),
            ("destroy", &kept.public_id)
        );
        return;
    }
    wait_for(async {
        let cloudinary = account("clinic");
        let asset = cloudinary.keep(&picture()).await.unwrap();
        assert!(
            asset.url().starts_with(
                "https://res.cloudinary.com/clinic/image/upload/v1700000000/medappoint/"
            )
        );
        cloudinary.remove(&asset).await.unwrap();
        // It is gone by now, which is no error.
        let gone =
            Asset::parse("https://res.cloudinary.com/gone/image/upload/v1/medappoint/gone.jpg")
                .unwrap();
        account("gone").remove(&gone).await.unwrap();
    });
}

#[test]
fn an_account_of_the_newer_kind_answers_in_another_shape() {
    let stand_in = StandIn::start();
    if run_again(
        "cloudinary::an_account_of_the_newer_kind_answers_in_another_shape",
        &World::with(&stand_in),
    ) {
        return;
    }
    let asset = wait_for(account("newer").keep(&picture())).unwrap();
    assert!(asset.url().starts_with("https://res.cloudinary.com/newer/"));
}

#[test]
fn a_refusal_is_an_error() {
    let stand_in = StandIn::start();
    if run_again("cloudinary::a_refusal_is_an_error", &World::with(&stand_in)) {
        return;
    }
    let wrong = Url::parse(&format!("cloudinary://{}:wrong@clinic", stand_in::KEY)).unwrap();
    let refusal = wait_for(Cloudinary::new(&wrong).unwrap().keep(&picture())).unwrap_err();
    assert!(
        refusal.to_string().contains("Invalid Signature"),
        "{refusal}"
    );
}

#[test]
fn an_answer_of_500_is_an_error() {
    let stand_in = StandIn::start();
    if run_again(
        "cloudinary::an_answer_of_500_is_an_error",
        &World::with(&stand_in),
    ) {
        return;
    }
    let error = wait_for(account("broken").keep(&picture())).unwrap_err();
    assert!(error.to_string().contains("failed to parse"), "{error}");
}

#[test]
fn an_address_elsewhere_is_an_error() {
    let stand_in = StandIn::start();
    if run_again(
        "cloudinary::an_address_elsewhere_is_an_error",
        &World::with(&stand_in),
    ) {
        return;
    }
    let error = wait_for(account("strange").keep(&picture())).unwrap_err();
    assert!(error.to_string().contains("strange address"), "{error}");
}

#[test]
fn silence_is_an_error_in_time_and_what_may_have_been_kept_is_removed() {
    let stand_in = StandIn::start();
    if run_again(
        "cloudinary::silence_is_an_error_in_time_and_what_may_have_been_kept_is_removed",
        &World::with(&stand_in),
    ) {
        let seen = stand_in.seen();
        let [kept, removed] = seen.as_slice() else {
            panic!("{seen:?}")
        };
        assert_eq!((kept.action, removed.action), ("upload", "destroy"));
        assert_eq!(kept.public_id, removed.public_id);
        return;
    }
    wait_for(async {
        let began = Instant::now();
        let error = account("silent").keep(&picture()).await.unwrap_err();
        assert!(error.to_string().contains("did not answer"), "{error}");
        assert!(began.elapsed() < Duration::from_secs(5));
        // The removal goes on while nobody waits for it.
        tokio::time::sleep(Duration::from_secs(1)).await;
    });
}

#[test]
fn a_refused_connection_is_an_error() {
    if run_again(
        "cloudinary::a_refused_connection_is_an_error",
        &World::out_of_reach(),
    ) {
        return;
    }
    let error = wait_for(account("clinic").keep(&picture())).unwrap_err();
    assert!(error.to_string().contains("upload to"), "{error}");
}

#[test]
fn a_machine_without_certificates_is_an_error_and_no_panic() {
    let stand_in = StandIn::start();
    let world = World::with(&stand_in).without_certificates();
    if run_again(
        "cloudinary::a_machine_without_certificates_is_an_error_and_no_panic",
        &world,
    ) {
        assert!(stand_in.seen().is_empty());
        return;
    }
    let error = wait_for(account("clinic").keep(&picture())).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("the client for Cloudinary failed"),
        "{error}"
    );
}

/// The application with an account at this cloud.
async fn app_with(cloud: &str) -> TestApp {
    let url = format!(
        "cloudinary://{}:{}@{cloud}",
        stand_in::KEY,
        stand_in::SECRET
    );
    TestApp::with(&[("CLOUDINARY_URL", &url)]).await
}

async fn photo_of(patient: &Patient) -> serde_json::Value {
    patient.get("/api/me").await.ok()["photo"].clone()
}

#[test]
fn with_cloudinary_set_photos_go_there_and_old_ones_are_removed() {
    let stand_in = StandIn::start();
    if run_again(
        "cloudinary::with_cloudinary_set_photos_go_there_and_old_ones_are_removed",
        &World::with(&stand_in),
    ) {
        let seen = stand_in.seen();
        let [first, second, removed] = seen.as_slice() else {
            panic!("{seen:?}")
        };
        assert_eq!(
            (first.action, second.action, removed.action),
            ("upload", "upload", "destroy")
        );
        assert_eq!(removed.public_id, first.public_id);
        return;
    }
    wait_for(async {
        let app = app_with("clinic").await;
        let patient = app.patient().await;
        let first = upload(&patient, &png(30, 20)).await.ok();
        let second = upload(&patient, &png(20, 30)).await.ok();
        for photo in [&first["photo"], &second["photo"]] {
            let start = "https://res.cloudinary.com/clinic/image/upload/v1700000000/medappoint/";
            assert!(photo.as_str().unwrap().starts_with(start), "{photo}");
        }
        assert_eq!(photo_of(&patient).await, second["photo"]);
        assert_eq!(files(&app), 0);
        // The removal goes on while nobody waits for it.
        tokio::time::sleep(Duration::from_secs(1)).await;
    });
}

#[test]
fn an_outage_at_cloudinary_loses_nothing() {
    let stand_in = StandIn::start();
    if run_again(
        "cloudinary::an_outage_at_cloudinary_loses_nothing",
        &World::with(&stand_in),
    ) {
        return;
    }
    wait_for(async {
        let app = app_with("broken").await;
        let patient = app.patient().await;
        // From a time when Cloudinary was well.
        let old = "https://res.cloudinary.com/clinic/image/upload/v1/medappoint/old.jpg";
        let values = vec![format!("cloudinary:{old}").into(), patient.id.into()];
        app.sql("update users set photo = $1 where id = $2", values)
            .await
            .unwrap();
        patient
            .put("/api/me", serde_json::json!({"phone": "+34 600 000 000"}))
            .await
            .ok();
        let before = patient.get("/api/me").await.ok();

        let reply = upload(&patient, &png(30, 20)).await.is(503);

        assert_eq!(reply.json["data"]["kind"], "unavailable");
        assert!(
            reply.json["message"]
                .as_str()
                .unwrap()
                .contains("Nothing else that you saved is lost")
        );
        assert_eq!(patient.get("/api/me").await.ok(), before);
        assert_eq!(before["photo"], old);
    });
}
