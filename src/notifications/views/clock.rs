//! When something was told: in UTC as the server renders it, on the reader's own clock once
//! the client is there.

use chrono::{TimeDelta, Timelike};
use dioxus::prelude::*;

use crate::time::{Instant, long_date};

/// Whether times may read as on this browser's clock: not during the first rendering, which
/// must be the server's.
pub fn use_client() -> bool {
    let mut client = use_signal(|| false);
    use_effect(move || client.set(cfg!(all(feature = "web", not(feature = "server")))));
    client()
}

/// "25 November 2026, 09:30 your time", or "25 November 2026, 08:30 UTC".
pub fn reads(at: Instant, at_clients: bool) -> String {
    let minutes = if at_clients { minutes_ahead(at) } else { None };
    let (at, zone) = match minutes {
        Some(minutes) => (at + TimeDelta::minutes(minutes), "your time"),
        None => (at, "UTC"),
    };
    format!(
        "{}, {:02}:{:02} {zone}",
        long_date(at.date_naive()),
        at.hour(),
        at.minute()
    )
}

/// By how many minutes this browser's clock is ahead of UTC at that instant.
fn minutes_ahead(at: Instant) -> Option<i64> {
    #[cfg(all(feature = "web", not(feature = "server")))]
    {
        let date = js_sys::Date::new(&(at.timestamp_millis() as f64).into());
        Some(-(date.get_timezone_offset() as i64))
    }
    #[cfg(not(all(feature = "web", not(feature = "server"))))]
    {
        let _ = at;
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_server_says_utc() {
        let at = crate::time::parse_instant("2026-11-25T08:05:00Z").unwrap();
        assert_eq!(reads(at, false), "25 November 2026, 08:05 UTC");
    }
}
