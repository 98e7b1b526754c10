//! The program as one starts it: its command line, its log, and the files it serves.

use std::path::Path;

use medappoint::server::database::Database;
use sea_orm::{ConnectionTrait, Statement};
use serde_json::Value;

use crate::harness::{Program, Running, TestApp};

#[tokio::test(flavor = "multi_thread")]
async fn a_check_says_that_all_is_well_or_which_setting_is_not() {
    let app = TestApp::start().await;
    let program = Program::beside(&app);
    let said = program.run(&["check"]).await;
    assert!(said.well, "{said:?}");
    assert_eq!(
        said.out,
        "The settings are fine and the database answers.\n"
    );
    for (name, value) in [
        ("MEDAPPOINT_REQUEST_TIMEOUT", "0"),
        ("MEDAPPOINT_PUBLIC_URL", "https://clinic.example/medappoint"),
        ("RUST_LOG", "medappoint=loud"),
    ] {
        let said = program.with(name, value).run(&["check"]).await;
        let sentence = format!("medappoint: {name}: ");
        assert!(!said.well && said.log.starts_with(&sentence), "{said:?}");
        assert_eq!(said.out, "");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn migrate_makes_the_tables() {
    let app = TestApp::start().await;
    let mut url = app.settings.database_url.0.clone();
    if app.db.is_sqlite() {
        let file = app.settings.data_dir.join("new.db");
        url = format!("sqlite://{}?mode=rwc", file.display());
    } else {
        app.sql("drop schema public cascade", vec![]).await.unwrap();
        app.sql("create schema public", vec![]).await.unwrap();
    }
    let program = Program::beside(&app).with("DATABASE_URL", &url);
    // The second time there is nothing to do.
    for _ in 0..2 {
        let said = program.run(&["migrate"]).await;
        assert!(said.well, "{said:?}");
        assert_eq!(said.out, "The database is up to date.\n");
    }
    let made = Database::connect(&url, 1).await.unwrap();
    let count = Statement::from_string(
        made.read().get_database_backend(),
        "select count(*) from appointments",
    );
    let row = made.read().query_one_raw(count).await.unwrap().unwrap();
    assert_eq!(row.try_get_by_index::<i64>(0).unwrap(), 0);
    made.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn verifying_a_doctor_lists_them() {
    let app = TestApp::with(&[("MEDAPPOINT_VERIFY_DOCTORS", "by-administrator")]).await;
    let doctor = app.working_doctor().await;
    let listed = async || {
        let found = app.anonymous().get("/api/doctors").await.ok();
        found["items"].as_array().unwrap().len()
    };
    assert_eq!(listed().await, 0);
    let program = Program::beside(&app);
    let said = program
        .run(&["doctor", "verify", "nobody@example.org"])
        .await;
    assert!(!said.well && said.out.is_empty(), "{said:?}");
    assert_eq!(listed().await, 0);
    let said = program.run(&["doctor", "verify", &doctor.email]).await;
    assert!(said.well, "{said:?}");
    assert_eq!(
        said.out,
        format!("{} is verified and listed.\n", doctor.email)
    );
    assert_eq!(listed().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_log_of_json_names_the_request_and_ends_with_the_stop() {
    let app = TestApp::start().await;
    let program = Program::beside(&app).with("MEDAPPOINT_LOG", "json");
    let running = program.serve().await;
    let answer = running
        .http
        .get(format!("{}/api/appointments", running.url))
        .header("x-request-id", "clinic-17")
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 401);
    assert_eq!(answer.headers()["x-request-id"], "clinic-17");
    let (well, log) = running.stop().await;
    assert!(well, "{log}");
    let lines: Vec<Value> = log
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
        .collect();
    let answered = lines.iter().find(|line| line["message"] == "answered");
    let answered = answered.unwrap_or_else(|| panic!("{log}"));
    assert_eq!(answered["span"]["id"], "clinic-17");
    assert_eq!(answered["span"]["route"], "/api/appointments");
    assert_eq!(answered["status"], 401);
    assert!(log.contains("stopping: finishing what is under way"));
}

/// The header of an answer; empty where there is none.
fn header<'a>(answer: &'a reqwest::Response, name: &str) -> &'a str {
    let value = answer.headers().get(name);
    value.map_or("", |value| value.to_str().unwrap())
}

async fn file(running: &Running, path: &str, coding: &str) -> reqwest::Response {
    running
        .http
        .get(format!("{}{path}", running.url))
        .header("accept-encoding", coding)
        .send()
        .await
        .unwrap()
}

fn write(folder: &Path, name: &str, content: &str) {
    std::fs::write(folder.join(name), content).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_kept_for_ever_and_that_it_is_missing_is_not() {
    let app = TestApp::start().await;
    let public = app.settings.data_dir.join("public");
    let assets = public.join("assets");
    std::fs::create_dir_all(&assets).unwrap();
    write(&assets, "client-1f.wasm", "the whole client");
    write(&assets, "client-1f.wasm.br", "packed");
    let running = Program::beside(&app)
        .with("DIOXUS_PUBLIC_PATH", &public.display().to_string())
        .serve()
        .await;

    for (coding, content) in [("br", "packed"), ("identity", "the whole client")] {
        let answer = file(&running, "/assets/client-1f.wasm", coding).await;
        assert_eq!(answer.status(), 200);
        assert_eq!(
            header(&answer, "cache-control"),
            "public, max-age=31536000, immutable"
        );
        // Whoever keeps it for others keeps both.
        assert_eq!(header(&answer, "vary"), "accept-encoding", "{coding}");
        assert_eq!(
            header(&answer, "content-encoding"),
            if coding == "br" { "br" } else { "" }
        );
        assert_eq!(answer.text().await.unwrap(), content);
    }
    // As while instances of two builds take turns.
    for path in ["/assets/client-2e.wasm", "/assets/", "/assets/../secret"] {
        let answer = file(&running, path, "br").await;
        assert_eq!(answer.status(), 404, "{path}");
        assert_eq!(header(&answer, "cache-control"), "no-store", "{path}");
    }
    assert!(running.stop().await.0);
}
