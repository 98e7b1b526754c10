//! A stream from the database to its text, without the network.

use std::time::Duration;

use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use tokio::time::timeout;
use tokio_stream::StreamExt;
use uuid::Uuid;

use super::*;
use crate::accounts::entity::user;
use crate::accounts::identity::Reply;
use crate::accounts::model::Role;
use crate::accounts::session;
use crate::notifications::model::Kind;
use crate::notifications::service::{Notice, mark_all_read, tell};
use crate::server::settings::Settings;
use crate::server::startup;
use crate::server::state::App;
use crate::server::wake::Call;
use crate::texts::InEach;

/// An application on a folder of its own, with one person who is signed in.
struct Scratch {
    app: App,
    folder: std::path::PathBuf,
    user_id: Uuid,
    session_id: Uuid,
    places: Places,
}

impl Scratch {
    async fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("medappoint-{}", Uuid::now_v7()));
        let data = folder.display().to_string();
        let settings =
            Settings::read(|name| (name == "MEDAPPOINT_DATA_DIR").then(|| data.clone())).unwrap();
        let app = startup::prepare(settings).await.unwrap();
        let row = user::Model {
            id: Uuid::now_v7(),
            email: "ana@example.org".into(),
            email_key: "ana@example.org".into(),
            password_hash: String::new(),
            role: "patient".into(),
            full_name: "Ana Ruiz".into(),
            photo: None,
            last_notification: 0,
            language: None,
            suspended_at: None,
            created_at: app.now(),
            profile_version: 1,
        };
        user::Entity::insert(row.clone().into_active_model().reset_all())
            .exec_without_returning(app.db.write())
            .await
            .unwrap();
        let session_id = Uuid::now_v7();
        crate::accounts::entity::session::Entity::insert(
            crate::accounts::entity::session::ActiveModel {
                id: Set(session_id),
                user_id: Set(row.id),
                refresh_hash: Set("hash".into()),
                previous_hash: Set(None),
                rotated_at: Set(app.now()),
                created_at: Set(app.now()),
                expires_at: Set(app.now() + chrono::TimeDelta::days(1)),
                revoked_at: Set(None),
            },
        )
        .exec_without_returning(app.db.write())
        .await
        .unwrap();
        Self {
            app,
            folder,
            user_id: row.id,
            session_id,
            places: Places::default(),
        }
    }

    fn caller(&self) -> SignedIn {
        SignedIn {
            app: self.app.clone(),
            id: self.user_id,
            role: Role::Patient,
            session_id: self.session_id,
            reply: Reply::default(),
        }
    }

    async fn open(&self, last_event_id: Option<&str>, query: Option<&str>) -> Reader {
        let caller = self.caller();
        let mut headers = HeaderMap::new();
        if let Some(id) = last_event_id {
            headers.insert("last-event-id", id.parse().unwrap());
        }
        let places = Extension(self.places.clone());
        let response = open(caller, places, RawQuery(query.map(str::to_owned)), headers)
            .await
            .unwrap();
        assert_eq!(
            response.headers()[header::CONTENT_TYPE],
            "text/event-stream"
        );
        assert_eq!(response.headers()["x-accel-buffering"], "no");
        let mut reader = Reader {
            stream: Box::pin(response.into_body().into_data_stream()),
        };
        assert!(reader.next().await.unwrap().starts_with("retry: "));
        reader
    }

    async fn tell(&self, case_id: Option<Uuid>) {
        let tx = self.app.db.begin().await.unwrap();
        let notice = Notice {
            user_id: self.user_id,
            kind: Kind::Accepted,
            words: InEach::say(|| {
                (
                    "Your appointment is confirmed".into(),
                    "Wed 25 Nov, 09:30".into(),
                )
            }),
            link: "/appointments/1".into(),
            case_id,
            location: None,
        };
        let calls = tell(&tx, self.app.now(), vec![notice]).await.unwrap();
        tx.commit().await.unwrap();
        self.app.wake.call(&calls).await;
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

struct Reader {
    stream: Pin<
        Box<
            dyn Stream<
                Item = Result<dioxus::server::axum::body::Bytes, dioxus::server::axum::Error>,
            >,
        >,
    >,
}

impl Reader {
    /// The next piece of text, within two seconds; nothing where the stream is at its end.
    async fn next(&mut self) -> Option<String> {
        let piece = timeout(Duration::from_secs(2), self.stream.next())
            .await
            .expect("the stream says nothing")?;
        Some(String::from_utf8(piece.unwrap().to_vec()).unwrap())
    }

    async fn is_silent(&mut self) -> bool {
        timeout(Duration::from_millis(1500), self.stream.next())
            .await
            .is_err()
    }
}

fn ids(text: &str) -> Vec<i64> {
    text.lines()
        .filter_map(|line| line.strip_prefix("id: "))
        .map(|id| id.parse().unwrap())
        .collect()
}

#[tokio::test]
async fn what_happens_is_told_at_once_with_its_case_and_the_count() {
    let scratch = Scratch::new().await;
    let mut reader = scratch.open(None, None).await;
    let case = Uuid::from_u128(7);
    scratch.tell(Some(case)).await;
    let text = reader.next().await.unwrap();
    let events: Vec<_> = text
        .lines()
        .filter(|line| line.starts_with("event: "))
        .collect();
    assert_eq!(
        events,
        ["event: notification", "event: case", "event: unread"]
    );
    assert_eq!(ids(&text), [1]);
    assert!(text.contains(&format!("data: {{\"case_id\":\"{case}\"}}")));
    assert!(text.contains("data: {\"unread\":1}"));

    mark_all_read(&scratch.app, scratch.user_id, None)
        .await
        .unwrap();
    assert_eq!(
        reader.next().await.unwrap(),
        "event: unread\ndata: {\"unread\":0}\n\n"
    );
    assert!(reader.is_silent().await, "nothing comes twice");
}

#[tokio::test]
async fn a_broken_stream_goes_on_where_it_was() {
    let scratch = Scratch::new().await;
    for _ in 0..120 {
        scratch.tell(None).await;
    }
    let mut reader = scratch.open(Some("3"), Some("after=0")).await;
    // What `open` has read holds the first batch.
    let mut seen = Vec::new();
    while seen.last() != Some(&120) {
        seen.extend(ids(&reader.next().await.unwrap()));
    }
    assert_eq!(seen, (54..=120).collect::<Vec<_>>());
    drop(reader);
    let mut late = scratch.open(Some("99999"), None).await;
    scratch.tell(None).await;
    assert_eq!(
        ids(&late.next().await.unwrap()),
        [121],
        "a number from elsewhere deafens nobody"
    );
}

#[tokio::test]
async fn other_peoples_calls_and_lost_ones_change_nothing() {
    let scratch = Scratch::new().await;
    let mut reader = scratch.open(None, None).await;
    for n in 0..3000 {
        scratch
            .app
            .wake
            .call(&[Call {
                user_id: Uuid::from_u128(n),
                case_id: None,
            }])
            .await;
    }
    let text = reader.next().await.unwrap();
    assert_eq!(
        text, "event: case\ndata: {\"case_id\":null}\n\n",
        "it fell behind, and says so"
    );
    scratch.tell(None).await;
    assert_eq!(ids(&reader.next().await.unwrap()), [1]);
}

#[tokio::test]
async fn a_revoked_session_is_dead_within_a_second() {
    let scratch = Scratch::new().await;
    let mut reader = scratch.open(None, None).await;
    session::end(&scratch.app, scratch.session_id)
        .await
        .unwrap();
    // Ending a session calls for its person; so does anything else that happens to them.
    scratch
        .app
        .wake
        .call(&[Call {
            user_id: scratch.user_id,
            case_id: None,
        }])
        .await;
    assert_eq!(reader.next().await, None);
}

#[tokio::test]
async fn a_stream_at_rest_is_small() {
    let scratch = Scratch::new().await;
    let listener = Listener::new(
        scratch.caller(),
        scratch.app.wake.listen(),
        0,
        scratch.places.take(scratch.user_id).unwrap(),
    );
    let size = std::mem::size_of_val(&listener.next());
    assert!(size <= 2048, "{size} bytes");
}

#[tokio::test]
async fn streams_end_when_the_server_stops_and_are_counted() {
    let scratch = Scratch::new().await;
    let mut readers = Vec::new();
    for _ in 0..20 {
        readers.push(scratch.open(None, None).await);
    }
    assert!(scratch.places.take(scratch.user_id).is_err());
    scratch.app.stopping.cancel();
    for reader in &mut readers {
        assert_eq!(reader.next().await, None);
    }
    drop(readers);
    assert!(scratch.places.take(scratch.user_id).is_ok());
}

#[test]
fn a_stream_begins_where_the_last_one_ended() {
    assert_eq!(start(Some("7"), Some("3")).unwrap(), Some(7));
    assert_eq!(start(None, Some("3")).unwrap(), Some(3));
    assert_eq!(start(Some("nonsense"), Some("3")).unwrap(), Some(3));
    assert_eq!(start(Some("-1"), None).unwrap(), None);
    assert_eq!(start(None, None).unwrap(), None);
    assert!(
        start(None, Some("x"))
            .unwrap_err()
            .fields
            .contains_key("after")
    );
}
