//! Every page: its address, who may see it, and what shows it.
//!
//! Written out rather than derived: what the derive makes of twenty addresses weighs thirty kilobytes
//! in the client, before compression.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use dioxus::prelude::*;
use dioxus::router::{SiteMapSegment, routable::Routable};

use super::Frame;
use crate::accounts::model::Role;
use crate::accounts::views::{
    Login, Register, RegisterDoctor, RegisterPatient, ResetPage, SettingsPage,
};
use crate::appointments::views::{AppointmentPage, AppointmentsPage, CalendarPage, RequestPage};
use crate::ask::encoded;
use crate::availability::views::AvailabilityPage;
use crate::notifications::views::{Live, NotificationsPage};
use crate::served;

/// Whether an address is a path of this site, and nothing that a browser could take for more
/// (WHATWG URL: a tab or line feed is left out, a backslash is a slash).
pub fn is_local(address: &str) -> bool {
    address.starts_with('/')
        && !address.starts_with("//")
        && !address
            .bytes()
            .any(|byte| byte <= b' ' || byte == b'\\' || byte == 127)
}

/// A page by its address: a path and a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    address: String,
}

/// Who may see a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anybody.
    Public,
    /// Only who is not signed in; others are led on.
    SignedOut,
    /// Whoever is signed in.
    SignedIn,
    /// Whoever is signed in with this role.
    Only(Role),
}

impl Route {
    /// Who may see this page: the gate on the server, the frame in the browser, and the call for
    /// pages that the server makes ask this. What is no page is anybody's, and says so.
    pub fn access(&self) -> Access {
        match self.path().as_slice() {
            ["login"] | ["register"] | ["register", "patient" | "doctor"] => Access::SignedOut,
            ["doctors", _, "request"] | ["doctors", _, "request", _] | ["waiting"] => {
                Access::Only(Role::Patient)
            }
            ["patients"] | ["patients", _] | ["availability"] | ["reports"] => {
                Access::Only(Role::Doctor)
            }
            ["appointments"]
            | ["appointments", _]
            | ["notifications"]
            | ["settings"]
            | ["settings", "calendar"] => Access::SignedIn,
            _ => Access::Public,
        }
    }

    /// What shows this page, within the frame. The server makes all that are not named here.
    fn page(&self) -> Element {
        let asked = |name| self.asked(name);
        match self.path().as_slice() {
            ["login"] => rsx! { Login { next: asked("next") } },
            ["register"] => rsx! { Register { next: asked("next") } },
            ["register", "patient"] => rsx! { RegisterPatient { next: asked("next") } },
            ["register", "doctor"] => rsx! { RegisterDoctor {} },
            ["forgot-password" | "reset-password"] => rsx! { ResetPage {} },
            ["doctors", id, "request", visit @ ..] if visit.len() < 2 => rsx! {
                RequestPage { id: (*id).to_owned(), visit: visit.concat(), start: asked("start") }
            },
            ["appointments"] => rsx! {
                AppointmentsPage { status: asked("status"), cursor: asked("cursor"), view: asked("view"), from: asked("from") }
            },
            ["appointments", id] => rsx! {
                AppointmentPage { id: (*id).to_owned(), requested: asked("requested"), colleague: asked("colleague"), from: asked("from") }
            },
            ["availability"] => rsx! { AvailabilityPage {} },
            ["notifications"] => rsx! { NotificationsPage { cursor: asked("cursor") } },
            ["settings"] => rsx! { SettingsPage {} },
            ["settings", "calendar"] => rsx! { CalendarPage {} },
            // The form to it stands at the same path, and keeps what is typed.
            ["waiting"] if asked("doctor").is_empty() && asked("specialty").is_empty() => {
                served::here(Some(consume_context::<Live>().news))
            }
            _ => served::here(None),
        }
    }

    /// The parts of the path.
    pub fn path(&self) -> Vec<&str> {
        let path = self.address.split('?').next().unwrap_or_default();
        path.split('/').filter(|part| !part.is_empty()).collect()
    }

    /// The query as it stands.
    pub fn query(&self) -> &str {
        let (_, query) = self.address.split_once('?').unwrap_or_default();
        query
    }

    /// What the query says by this name; empty where it says nothing.
    fn asked(&self, name: &str) -> String {
        let mut pairs = self
            .query()
            .split('&')
            .filter_map(|pair| pair.split_once('='));
        let found = pairs.find(|(found, _)| *found == name);
        found.map_or_else(String::new, |(_, value)| decoded(value))
    }
}

/// A page that leads on to another, `next`, once somebody is signed in.
pub fn leading_on(path: &str, next: &str) -> String {
    if next.is_empty() {
        path.to_owned()
    } else {
        [path, "?next=", encoded(next).as_str()].concat()
    }
}

/// A value of a query: `+` is a space, `%C3%B1` is `ñ`. What is no code stays as it is.
fn decoded(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let [first, others @ ..] = rest {
        rest = others;
        let code = match (first, others) {
            (b'%', [high, low, after @ ..]) => digit(*high)
                .zip(digit(*low))
                .map(|(high, low)| (high * 16 + low, after)),
            _ => None,
        };
        match (code, first) {
            (Some((byte, after)), _) => {
                bytes.push(byte);
                rest = after;
            }
            (None, b'+') => bytes.push(b' '),
            (None, other) => bytes.push(*other),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

impl FromStr for Route {
    type Err = Infallible;

    fn from_str(address: &str) -> Result<Self, Infallible> {
        let address = address.split('#').next().unwrap_or_default().to_owned();
        Ok(Self { address })
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.address)
    }
}

impl Routable for Route {
    const SITE_MAP: &'static [SiteMapSegment] = &[];

    fn render(&self, level: usize) -> Element {
        match level {
            0 => rsx! { Frame {} },
            1 => self.page(),
            _ => VNode::empty(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn route(address: &str) -> Route {
        address.parse().unwrap()
    }

    #[test]
    fn every_page_says_who_may_see_it() {
        use Access::{Only, Public, SignedIn, SignedOut};
        for (address, access) in [
            ("/", Public),
            ("/doctors?q=heart", Public),
            ("/doctors/1?from=2026-11-26", Public),
            ("/guide?where=eyes", Public),
            ("/forgot-password", Public),
            ("/reset-password?token=x", Public),
            ("/nothing", Public),
            ("/login?next=%2Fsettings", SignedOut),
            ("/register", SignedOut),
            ("/register/patient", SignedOut),
            ("/register/doctor", SignedOut),
            ("/doctors/1/request?start=x", Only(Role::Patient)),
            ("/doctors/1/request/2?start=x", Only(Role::Patient)),
            ("/waiting?doctor=1", Only(Role::Patient)),
            ("/patients?cursor=x", Only(Role::Doctor)),
            ("/patients/1", Only(Role::Doctor)),
            ("/availability", Only(Role::Doctor)),
            ("/reports?range=own", Only(Role::Doctor)),
            ("/appointments?view=week", SignedIn),
            ("/appointments/1#another", SignedIn),
            ("/notifications", SignedIn),
            ("/settings", SignedIn),
            ("/settings/calendar", SignedIn),
            // However it is written, it is the same page.
            ("//settings/", SignedIn),
        ] {
            assert_eq!(route(address).access(), access, "{address}");
        }
    }

    #[test]
    fn a_query_is_read() {
        let route = route("/appointments/1?from=a+b%20c&colleague=%C3%91%26%2B%zz%&from=d&x#y");
        assert_eq!(route.path(), ["appointments", "1"]);
        assert_eq!(route.asked("from"), "a b c");
        assert_eq!(route.asked("colleague"), "Ñ&+%zz%");
        assert_eq!(route.asked("requested"), "");
        assert_eq!(route.asked("x"), "");
        let next = "/doctors/1/request?start=2026-11-26T08:30:00Z&x=é";
        let login = super::Route::from_str(&leading_on("/login", next)).unwrap();
        assert_eq!(login.asked("next"), next);
        assert_eq!(leading_on("/login", ""), "/login");
    }
}
