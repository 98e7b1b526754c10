//! The server functions of notifications.

use dioxus::prelude::*;

use super::model::{Notification, Unread};
#[cfg(feature = "server")]
use super::service::{self, Wanted};
#[cfg(feature = "server")]
use crate::accounts::identity::SignedIn;
use crate::ask::reading;
use crate::error::Answer;
use crate::paging::Page;

reading! {
    /// Your notifications, the newest first; with `unread=true` the unread alone.
    ///
    /// # Errors
    /// 401 for nobody, 422 where the query is not valid.
    #[get("/api/notifications?unread&cursor&limit", caller: SignedIn)]
    pub async fn list(
        unread: Option<String>,
        cursor: Option<String>,
        limit: Option<String>,
    ) -> Answer<Page<Notification>> {
        service::list(
            &caller.app,
            caller.id,
            Wanted {
                unread,
                cursor,
                limit,
            },
        )
        .await
    }
}

/// Marks one of your notifications read; again is no harm.
///
/// # Errors
/// 404 where it is not yours.
#[post("/api/notifications/{id}/read", caller: SignedIn)]
pub async fn mark_read(id: String) -> Answer<Notification> {
    service::mark_read(&caller.app, caller.id, &id).await
}

/// Marks your notifications read: all, or those up to the number `through`.
///
/// # Errors
/// 422 where `through` is not a number.
#[post("/api/notifications/read-all", caller: SignedIn)]
pub async fn mark_all_read(through: Option<String>) -> Answer<Unread> {
    service::mark_all_read(&caller.app, caller.id, through.as_deref()).await
}
