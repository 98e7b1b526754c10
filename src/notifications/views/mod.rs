//! The bell, the page of notifications, and what keeps open pages up to date.

mod bell;
mod live;
mod page;

pub use bell::Bell;
pub use live::{Live, use_live, use_live_provider};
pub use page::NotificationsPage;
