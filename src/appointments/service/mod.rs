//! Use cases: one function, one transaction.

mod answer;
mod calendar;
mod cancel;
mod close;
mod colleagues;
mod dashboard;
mod feed;
mod idempotency;
mod letters;
mod patients;
mod read;
mod refer;
mod request;
mod timeline;
mod work;

pub use answer::{Acceptance, Refusal, accept, decline};
pub use calendar::{calendar_feed, calendar_file};
pub use cancel::cancel;
pub use close::close;
pub use colleagues::{Sought, colleagues};
pub use dashboard::dashboard;
pub use feed::{close_feed, feed_since, open_feed};
pub use idempotency::forget as forget_answers;
pub use patients::{patient, patients};
pub use read::{Wanted, get, list};
pub use refer::{Referral, refer};
pub use request::{Request, request};
