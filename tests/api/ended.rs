//! What a page says of an appointment that is over, and where it leads from there.

use chrono::DateTime;
use medappoint::appointments::service::expire_overdue;
use serde_json::Value;

use crate::harness::{Browser, Person, TestApp};

async fn page(app: &TestApp, who: &Person, id: &str) -> String {
    let browser = Browser::of(app, &who.email).await;
    browser
        .open(&format!("/appointments/{id}"))
        .await
        .is(200)
        .text
}

/// What stands above the appointment itself.
fn head(page: &str) -> &str {
    page.split_once("class=\"split\"").unwrap().0
}

const AGAIN: &str = "Ask for another time";
const OTHERS: &str = "href=\"/doctors?specialty=cardiology\"";

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_came_to_nothing_says_why_and_leads_on() {
    let app = TestApp::start().await;
    for end in ["decline", "cancel", "given up", "expire"] {
        let (patient, doctor, id) = app.request().await;
        let open = page(&app, &patient, &id).await;
        assert!(!open.contains(AGAIN) && !open.contains(OTHERS), "{end}");
        let (title, reason) = match end {
            "decline" => {
                doctor.decline(&id).await.is(200);
                (format!("{} declined", doctor.name), "I am away that week")
            }
            "cancel" => {
                doctor.accept(&id).await.is(200);
                doctor.cancel(&id).await.is(200);
                (format!("{} cancelled", doctor.name), "Something came up")
            }
            "given up" => {
                patient.cancel(&id).await.is(200);
                ("You cancelled".to_owned(), "")
            }
            _ => {
                let due = patient.sees(&id).await["answer_by"].clone();
                let due = DateTime::parse_from_rfc3339(due.as_str().unwrap()).unwrap();
                app.set_clock(&due.to_rfc3339());
                assert_eq!(expire_overdue(&app).await.unwrap(), 1);
                (format!("{} did not answer in time", doctor.name), "")
            }
        };
        let over = page(&app, &patient, &id).await;
        let head = head(&over);
        for part in [
            title.as_str(),
            reason,
            AGAIN,
            &format!("href=\"/doctors/{}\"", doctor.id),
            OTHERS,
            "Other doctors: Cardiology",
        ] {
            assert!(head.contains(part), "{end}: {part}: {head}");
        }
        let theirs = page(&app, &doctor, &id).await;
        assert!(!theirs.contains(AGAIN) && !theirs.contains(OTHERS), "{end}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_keeps_the_time_before_a_move_is_not_sent_elsewhere() {
    let app = TestApp::start().await;
    let (patient, doctor, old) = app.request().await;
    doctor.accept(&old).await.is(200);
    let new = patient.moves(&old, &doctor.slot(9).await).await;
    doctor.decline(&new).await.is(200);
    let declined = page(&app, &patient, &new).await;
    assert!(head(&declined).contains("I am away that week"));
    assert!(!declined.contains(AGAIN));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_appointment_goes_on_at_another_time_only_once_that_is_agreed() {
    let app = TestApp::start().await;
    let (patient, doctor, old) = app.request().await;
    doctor.accept(&old).await.is(200);
    let new = patient.moves(&old, &doctor.slot(9).await).await;
    doctor.cancel(&old).await.is(200);
    let goes_on = "This appointment goes on at another time";
    let waits = "The other time that you asked for still waits for an answer";
    let theirs = "The other time that the patient asked for still waits for your answer";
    let suggested = "Another time is suggested, and waits for an answer";
    let link = format!("href=\"/appointments/{new}\"");

    let said = page(&app, &patient, &old).await;
    let said = head(&said);
    for part in [waits, &link, "Something came up"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!said.contains(goes_on) && !said.contains(AGAIN), "{said}");
    let said = page(&app, &doctor, &old).await;
    assert!(said.contains(theirs) && !said.contains(goes_on), "{said}");

    doctor.suggest(&new, &doctor.slot(12).await).await.is(200);
    for who in [&*patient as &Person, &doctor] {
        let said = page(&app, who, &old).await;
        assert!(said.contains(suggested) && !said.contains(goes_on));
    }
    patient.agree(&new).await.is(200);
    for who in [&*patient as &Person, &doctor] {
        let said = page(&app, who, &old).await;
        assert!(said.contains(goes_on) && !said.contains(suggested));
        assert!(!said.contains(waits) && !said.contains(theirs));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn that_a_patient_did_not_come_is_confirmed_in_a_panel() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    doctor.accept(&id).await.is(200);
    let begins: Value = patient.sees(&id).await["starts_at"].clone();
    app.set_clock(begins.as_str().unwrap());
    let said = page(&app, &doctor, &id).await;
    let (_, panel) = said.split_once("<details class=\"action\"").unwrap();
    let (panel, _) = panel.split_once("</details>").unwrap();
    let action = format!("action=\"/api/appointments/{id}/no-show\"");
    assert!(said.matches(&action).count() == 1 && panel.contains(&action));
    for part in [
        "</summary>",
        "is told. This can’t be undone.",
        &*patient.name,
    ] {
        assert!(panel.contains(part), "{part}: {panel}");
    }
    // The button that sends it stands within, and not where one press opens the panel.
    let (summary, _) = panel.split_once("</summary>").unwrap();
    assert!(summary.contains("The patient did not come") && !summary.contains("<form"));
}
