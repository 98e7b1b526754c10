//! Against an SQLite database of its own; the integration tests do the same on PostgreSQL.

use std::path::PathBuf;

use sea_orm::{ActiveModelTrait, IntoActiveModel};

use super::*;
use crate::server::database::Database;
use crate::texts::InEach;

/// A database in a file of its own, which goes when the test ends.
struct Scratch {
    db: Database,
    path: PathBuf,
}

impl Scratch {
    async fn new() -> Self {
        let path = std::env::temp_dir().join(format!("medappoint-{}.db", Uuid::now_v7()));
        let db = Database::connect(&format!("sqlite://{}?mode=rwc", path.display()), 4)
            .await
            .unwrap();
        db.migrate().await.unwrap();
        Self { db, path }
    }

    async fn person(&self) -> Uuid {
        let id = Uuid::now_v7();
        let row = user::Model {
            id,
            email: id.to_string(),
            email_key: id.to_string(),
            password_hash: String::new(),
            role: "patient".into(),
            full_name: "Ana Ruiz".into(),
            photo: None,
            last_notification: 0,
            language: None,
            suspended_at: None,
            created_at: now(),
            profile_version: 1,
        };
        user::Entity::insert(row.into_active_model().reset_all())
            .exec_without_returning(self.db.write())
            .await
            .unwrap();
        id
    }

    async fn tell(&self, notices: Vec<Notice>) -> Vec<Call> {
        let tx = self.db.begin().await.unwrap();
        let calls = tell(&tx, now(), notices).await.unwrap();
        tx.commit().await.unwrap();
        calls
    }

    async fn list(
        &self,
        user_id: Uuid,
        unread: &str,
        cursor: &str,
        limit: &str,
    ) -> Page<Notification> {
        let wanted = Wanted {
            unread: Some(unread.into()),
            cursor: Some(cursor.into()),
            limit: Some(limit.into()),
        };
        list_in(self.db.read(), user_id, wanted).await.unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        for end in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{end}", self.path.display()));
        }
    }
}

fn now() -> Instant {
    crate::time::parse_instant("2026-11-25T08:30:00Z").unwrap()
}

fn notice(user_id: Uuid, case_id: Option<Uuid>) -> Notice {
    Notice {
        user_id,
        kind: Kind::Accepted,
        words: InEach::say(|| {
            (
                "Your appointment is confirmed".into(),
                "Wed 25 Nov, 09:30".into(),
            )
        }),
        link: "/appointments/1".into(),
        case_id,
        location: Some(Location {
            name: "Clínica Sol".into(),
            address: "Calle Mayor 1".into(),
            latitude: Some(40.4168),
            longitude: Some(-3.7038),
        }),
    }
}

fn numbers(items: &[Notification]) -> Vec<i64> {
    items.iter().map(|item| item.number).collect()
}

#[tokio::test]
async fn numbers_have_no_gaps_even_after_a_rollback() {
    let scratch = Scratch::new().await;
    let (ana, ben) = (scratch.person().await, scratch.person().await);
    let case = Some(Uuid::from_u128(7));
    let calls = scratch
        .tell(vec![
            notice(ben, None),
            notice(ana, case),
            notice(ana, case),
        ])
        .await;
    assert_eq!(
        calls,
        [
            Call {
                user_id: ana,
                case_id: case
            },
            Call {
                user_id: ben,
                case_id: None
            }
        ],
        "one call for each person and case"
    );
    let tx = scratch.db.begin().await.unwrap();
    tell(&tx, now(), vec![notice(ana, case)]).await.unwrap();
    tx.rollback().await.unwrap();
    scratch.tell(vec![notice(ana, None)]).await;

    let seen = after(scratch.db.read(), ana, 0, 100, Language::En)
        .await
        .unwrap();
    assert_eq!(numbers(&seen), [1, 2, 3]);
    assert_eq!(seen[0].location.as_ref().unwrap().address, "Calle Mayor 1");
    assert_eq!(
        numbers(
            &after(scratch.db.read(), ana, 2, 100, Language::En)
                .await
                .unwrap()
        ),
        [3]
    );
    assert_eq!(newest(scratch.db.read(), ana).await.unwrap(), 3);
    assert_eq!(newest(scratch.db.read(), ben).await.unwrap(), 1);
}

#[tokio::test]
async fn many_at_once_are_numbered_one_by_one() {
    let scratch = Scratch::new().await;
    let ana = scratch.person().await;
    let tasks: Vec<_> = (0..20)
        .map(|_| {
            let db = scratch.db.clone();
            tokio::spawn(async move {
                let tx = db.begin().await.unwrap();
                tell(&tx, now(), vec![notice(ana, None)]).await.unwrap();
                tx.commit().await.unwrap();
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    let seen = after(scratch.db.read(), ana, 0, 100, Language::En)
        .await
        .unwrap();
    assert_eq!(numbers(&seen), (1..=20).collect::<Vec<_>>());
}

#[tokio::test]
async fn nobody_is_told_whose_account_is_gone() {
    let scratch = Scratch::new().await;
    assert!(
        scratch
            .tell(vec![notice(Uuid::now_v7(), None)])
            .await
            .is_empty()
    );
}

#[tokio::test]
async fn the_list_pages_from_the_newest_and_knows_the_unread() {
    let scratch = Scratch::new().await;
    let ana = scratch.person().await;
    scratch
        .tell((0..5).map(|_| notice(ana, None)).collect())
        .await;

    let first = scratch.list(ana, "", "", "2").await;
    assert_eq!(
        (numbers(&first.items), first.next.as_deref()),
        (vec![5, 4], Some("4"))
    );
    let last = scratch.list(ana, "", "2", "2").await;
    assert_eq!((numbers(&last.items), last.next), (vec![1], None));

    let read = mark_read_in(scratch.db.write(), now(), ana, first.items[0].id)
        .await
        .unwrap();
    assert!(read.0.read && read.1);
    assert_eq!(
        numbers(&scratch.list(ana, "true", "", "2").await.items),
        [4, 3]
    );
    assert_eq!(unread_count(scratch.db.read(), ana).await.unwrap(), 4);
}

#[tokio::test]
async fn only_your_own_is_marked_and_twice_is_no_harm() {
    let scratch = Scratch::new().await;
    let (ana, ben) = (scratch.person().await, scratch.person().await);
    scratch
        .tell(vec![
            notice(ana, None),
            notice(ana, None),
            notice(ana, None),
        ])
        .await;
    let id = scratch.list(ana, "", "", "").await.items[0].id;

    let foreign = mark_read_in(scratch.db.write(), now(), ben, id)
        .await
        .unwrap_err();
    assert_eq!(foreign, AppError::not_found("notification"));
    assert_eq!(unread_count(scratch.db.read(), ana).await.unwrap(), 3);
    assert!(
        mark_read_in(scratch.db.write(), now(), ana, id)
            .await
            .unwrap()
            .1
    );
    assert!(
        !mark_read_in(scratch.db.write(), now(), ana, id)
            .await
            .unwrap()
            .1
    );

    assert!(
        !mark_all_read_in(scratch.db.write(), now(), ben, None)
            .await
            .unwrap()
    );
    assert!(
        mark_all_read_in(scratch.db.write(), now(), ana, Some(1))
            .await
            .unwrap()
    );
    assert_eq!(numbers(&scratch.list(ana, "true", "", "").await.items), [2]);
    assert!(
        mark_all_read_in(scratch.db.write(), now(), ana, None)
            .await
            .unwrap()
    );
    assert_eq!(unread_count(scratch.db.read(), ana).await.unwrap(), 0);
}

#[test]
fn wrong_queries_name_their_field() {
    assert_eq!(parse_switch(Some(" true ")), Ok(true));
    assert_eq!(parse_switch(None), Ok(false));
    assert!(parse_switch(Some("maybe")).is_err());
    let sentence = || "Cursor".to_owned();
    assert_eq!(parse_number(Some("12"), sentence), Ok(Some(12)));
    assert_eq!(parse_number(Some(""), sentence), Ok(None));
    for wrong in ["-1", "x", "99999999999999999999"] {
        assert!(parse_number(Some(wrong), sentence).is_err(), "{wrong}");
    }
}
