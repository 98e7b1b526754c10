//! Letters: they leave once, survive an outage, and say no more than they must.

mod forgotten;
mod pages;
mod stand_in;

use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;

use chrono::TimeDelta;
use medappoint::notifications::mail::send_due;
use serde_json::json;
use tokio::time::{sleep, timeout};

use self::stand_in::MailServer;
use crate::harness::{TestApp, at_once};

const FORGOT: &str = "/api/auth/forgot-password";

/// An application that sends its letters to this stand-in.
async fn app_with(mail: &MailServer, more: &[(&str, &str)]) -> TestApp {
    let url = format!("smtp://{}", mail.address);
    let mut settings = vec![
        ("MEDAPPOINT_SMTP_URL", url.as_str()),
        ("MEDAPPOINT_MAIL_FROM", "Clinic Sol <news@clinic.example>"),
    ];
    settings.extend_from_slice(more);
    TestApp::with(&settings).await
}

/// Asks for a link to this address.
async fn ask(app: &TestApp, email: &str) {
    let answer = app.anonymous().post(FORGOT, json!({"email": email})).await;
    assert!(answer.is(200).json.is_null());
}

async fn waiting(app: &TestApp) -> i64 {
    let query = "select count(*) from outbox where sent_at is null and given_up_at is null";
    app.count(query, vec![]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_leaves_once_whoever_looks() {
    let mail = MailServer::start().await;
    let app = Arc::new(app_with(&mail, &[]).await);
    let patients = app.patients(5).await;
    for patient in &patients {
        ask(&app, &patient.email).await;
    }
    // Twice at once, as two instances would.
    let runs = (0..2).map(|_| {
        let app = Arc::clone(&app);
        async move { send_due(&app).await.unwrap() }
    });
    let sent = at_once(runs).await;
    assert_eq!(sent.iter().sum::<u64>(), 5, "{sent:?}");
    let mut to: Vec<_> = mail.taken().into_iter().map(|letter| letter.to).collect();
    to.sort();
    let mut emails: Vec<_> = patients.iter().map(|one| one.email.clone()).collect();
    emails.sort();
    assert_eq!(to, emails);
    assert_eq!((send_due(&app).await.unwrap(), waiting(&app).await), (0, 0));
    let letter = &mail.taken()[0];
    assert_eq!(
        letter.header("From"),
        "\"Clinic Sol\" <news@clinic.example>"
    );
    assert_eq!(letter.header("Auto-Submitted"), "auto-generated");
    assert!(letter.header("Message-ID").ends_with("@clinic.example>"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_running_server_sends_by_itself() {
    let mail = MailServer::start().await;
    let app = app_with(&mail, &[]).await;
    let patient = app.patient().await;
    ask(&app, &patient.email).await;
    let live = app.listen().await;
    let sent = async {
        while mail.taken().is_empty() {
            sleep(Duration::from_millis(50)).await;
        }
    };
    timeout(Duration::from_secs(10), sent).await.unwrap();
    assert_eq!(mail.only().to, patient.email);
    live.stop().await.unwrap().unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_outage_of_the_mail_server_delays_letters_and_nothing_else() {
    let mail = MailServer::start().await;
    let (app, address) = (app_with(&mail, &[]).await, mail.address);
    mail.stop().await;
    let (patient, doctor, id) = app.request().await;
    ask(&app, &patient.email).await;
    doctor.accept(&id).await.is(200);
    assert_eq!(patient.sees(&id).await["status"], "accepted");
    assert_eq!(send_due(&app).await.unwrap(), 0);
    let letters = waiting(&app).await;
    assert_eq!(letters, 3);
    // The one that was tried waits, and the server is left alone with the others.
    assert_eq!(
        app.count("select cast(max(attempts) as bigint) from outbox", vec![])
            .await,
        1
    );
    let mail = MailServer::at(address).await;
    app.clock.advance(TimeDelta::seconds(61));
    assert_eq!(send_due(&app).await.unwrap(), 3);
    assert_eq!(mail.taken().len(), 3);
    assert_eq!(waiting(&app).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_that_is_refused_is_tried_for_a_day_and_given_up() {
    let mail = MailServer::start().await;
    let app = app_with(&mail, &[]).await;
    let (one, other) = (app.patient().await, app.patient().await);
    ask(&app, &one.email).await;
    mail.answers("451 not now");
    for _ in 0..60 {
        send_due(&app).await.unwrap();
        app.clock.advance(TimeDelta::minutes(30));
    }
    let attempts = app
        .count("select cast(max(attempts) as bigint) from outbox", vec![])
        .await;
    assert!((10..16).contains(&attempts), "{attempts}");
    assert_eq!(waiting(&app).await, 0);
    // What can never be delivered is not tried again.
    ask(&app, &other.email).await;
    mail.answers("550 no such mailbox");
    send_due(&app).await.unwrap();
    assert_eq!(waiting(&app).await, 0);
    mail.answers("250 fine");
    app.clock.advance(TimeDelta::days(1));
    assert_eq!(send_due(&app).await.unwrap(), 0);
    assert!(mail.taken().is_empty());
    let kept = "select count(*) from outbox where address is not null";
    assert_eq!(app.count(kept, vec![]).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_of_an_appointment_is_told_without_what_it_is_about() {
    let mail = MailServer::start().await;
    let app = app_with(&mail, &[]).await;
    let (patient, doctor, id) = app.request().await;
    send_due(&app).await.unwrap();
    assert_eq!(mail.only().to, doctor.email);
    doctor.accept(&id).await.is(200);
    send_due(&app).await.unwrap();
    let letters = mail.taken();
    assert_eq!((letters.len(), &letters[1].to), (2, &patient.email));
    let case = patient.sees(&id).await;
    for letter in &letters {
        assert!(
            letter
                .link()
                .starts_with("http://localhost:8080/appointments/")
        );
        for private in [&patient.name, &doctor.name] {
            assert!(!letter.raw.contains(private.as_str()), "{}", letter.raw);
        }
        for field in ["reason", "starts_at"] {
            assert!(!letter.text.contains(case[field].as_str().unwrap()));
        }
    }
}

/// Keeps what is logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// All that this process logs from now on. One log for all its threads: where some have
    /// none, `tracing` may take a line for one that nobody wants.
    fn begin() -> Self {
        static ONE: LazyLock<Log> = LazyLock::new(|| {
            let log = Log::default();
            let made = log.clone();
            let subscriber = tracing_subscriber::fmt()
                .with_env_filter("medappoint=debug")
                .with_writer(move || made.clone())
                .finish();
            tracing::subscriber::set_global_default(subscriber).unwrap();
            log
        });
        ONE.clone()
    }
}

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn neither_addresses_nor_links_are_logged() {
    let log = Log::begin();
    let mail = MailServer::start().await;
    let app = app_with(&mail, &[]).await;
    let (one, other) = (app.patient().await, app.patient().await);
    ask(&app, &one.email).await;
    ask(&app, "nobody@example.org").await;
    send_due(&app).await.unwrap();
    let token = mail.only().token();
    let body = json!({"token": token, "password": "another lantern by the river"});
    app.anonymous()
        .post("/api/auth/reset-password", body)
        .await
        .is(200);
    app.anonymous()
        .get(format!("/reset-password?token={token}"))
        .await
        .is(303);
    ask(&app, &other.email).await;
    // What a mail server writes may name people.
    mail.answers("550 no such mailbox: patient@example.org");
    send_due(&app).await.unwrap();
    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(log.contains("a letter has left"), "{log}");
    assert!(log.contains("a letter was given up"), "{log}");
    for secret in ["@example.org", &token, "lantern by the"] {
        assert!(!log.contains(secret), "{secret}: {log}");
    }
}
