//! The reader's own clock: the server renders times as it knows them, in UTC or at the clinic, and
//! once the client is there they read as on this browser's clock, or have that beside them (see
//! `browser::fill_in`).

use chrono::{TimeDelta, Timelike};
use dioxus::prelude::*;

use super::browser;
use crate::time::{Instant, Local, long_date, rfc3339, short_weekday};

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

/// Room for what the reader's own clock shows at an instant, beside how that reads at a clinic
/// (`local`): filled in where it shows something else (see [`browser::fill_in`]). Where the page has
/// `explained` already whose time it is, only a screen reader says it.
pub fn own_clock(at: Instant, local: &Local, explained: bool) -> Element {
    browser::fill_in_soon();
    let at = rfc3339(at);
    let reads = [&short_weekday(local.date), " ", &local.time].concat();
    rsx! {
        // A list of one: another instant is another element, in which nothing is filled in yet.
        for _ in [()] {
            span {
                key: "{at}",
                class: "small quiet own",
                hidden: true,
                "data-instant": at.clone(),
                "data-reads": reads.clone(),
                span { class: explained.then_some("visually-hidden"), " " {t!("ui-own-clock")} }
            }
        }
    }
}

/// What another clock shows where one reads otherwise ("Wed 08:30"): "08:00", or "Tue 23:30" where
/// it is another day.
pub fn differing(reads: &str, day: &str, time: &str) -> Option<String> {
    if reads == [day, " ", time].concat() {
        None
    } else if reads.split_once(' ').is_some_and(|(read, _)| read == day) {
        Some(time.to_owned())
    } else {
        Some([day, " ", time].concat())
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
    fn the_readers_own_clock_has_room_beside_the_clinics() {
        let at = crate::time::parse_instant("2026-11-25T08:05:00Z").unwrap();
        let local = Local::at("Europe/Madrid", at, at);
        let html = |explained| dioxus::ssr::render_element(own_clock(at, &local, explained));
        let open = "<span class=\"small quiet own\" hidden=true data-instant=\"2026-11-25T08:05:00Z\" data-reads=\"Wed 09:05\">";
        assert_eq!(
            html(false),
            [open, "<span> your time</span></span>"].concat()
        );
        let quiet = "<span class=\"visually-hidden\"> your time</span></span>";
        assert_eq!(html(true), [open, quiet].concat());
    }

    #[test]
    fn a_clock_that_shows_the_same_says_nothing() {
        let own = |day, time| differing("Wed 18:30", day, time);
        assert_eq!(own("Wed", "18:30"), None);
        assert_eq!(own("Wed", "15:30").as_deref(), Some("15:30"));
        assert_eq!(own("Thu", "00:30").as_deref(), Some("Thu 00:30"));
        assert_eq!(own("Thu", "18:30").as_deref(), Some("Thu 18:30"));
    }
}
