//! The reader's own clock: the server renders times as it knows them, in UTC or at the clinic, and
//! once the client is there they read as on this browser's clock, or have that beside them.

use chrono::{TimeDelta, Timelike};
use dioxus::prelude::*;

use crate::time::{Instant, Local, long_date, short_weekday};

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
    let own = at + TimeDelta::minutes(minutes.unwrap_or(0));
    let day = long_date(own.date_naive());
    let time = format!("{:02}:{:02}", own.hour(), own.minute());
    if minutes.is_some() {
        t!("ui-your-time", day = day, time = time)
    } else {
        t!("ui-utc", day = day, time = time)
    }
}

/// What this browser's clock shows when the clinic's shows `local`, where that differs: "08:30",
/// or "Tue 23:30" where it is another day.
pub fn beside(at: Instant, local: &Local, at_clients: bool) -> Option<String> {
    let minutes = if at_clients { minutes_ahead(at) } else { None };
    differing(at + TimeDelta::minutes(minutes?), local)
}

fn differing(own: Instant, local: &Local) -> Option<String> {
    let time = format!("{:02}:{:02}", own.hour(), own.minute());
    let day = own.date_naive();
    match (day == local.date, time == local.time) {
        (true, true) => None,
        (true, false) => Some(time),
        (false, _) => Some(format!("{} {time}", short_weekday(day))),
    }
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

    #[test]
    fn a_clock_that_shows_the_same_says_nothing() {
        let at = crate::time::parse_instant("2026-11-25T23:30:00Z").unwrap();
        let local = Local::at("America/New_York", at, at);
        let own = |hours| differing(at + TimeDelta::hours(hours), &local);
        assert_eq!(own(-5), None);
        assert_eq!(own(-8).as_deref(), Some("15:30"));
        assert_eq!(own(1).as_deref(), Some("Thu 00:30"));
        assert_eq!(own(19).as_deref(), Some("Thu 18:30"));
        assert_eq!(beside(at, &local, true), None);
    }
}
