//! An iCalendar file (RFC 5545, RFC 5546): times with their zone, nothing about health.

use std::fmt;

use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendar, ICalendarClassification, ICalendarComponent, ICalendarComponentType,
    ICalendarDuration, ICalendarEntry, ICalendarMethod, ICalendarParameter, ICalendarProperty,
    ICalendarStatus, ICalendarTransparency, ICalendarValue, ICalendarValueType, Uri,
};
use chrono::TimeZone;
use chrono_tz::Tz;

use super::zone;
use crate::place::Location;
use crate::time::Instant;

/// Who wrote the file.
const PRODUCT: &str = "-//MedAppoint//MedAppoint//EN";
/// How often a calendar program is asked to look again.
const LOOK_AGAIN_SECONDS: i64 = 60 * 60;

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// To be shown.
    Publish,
    /// To be taken out of a calendar.
    Cancel,
}

/// How an appointment stands, as calendars know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Tentative,
    Confirmed,
    Cancelled,
}

/// Whose appointment it is: the doctor.
#[derive(Clone, Debug)]
pub struct Organiser {
    pub name: String,
    /// Their page. A mail address is theirs to give.
    pub page: String,
}

/// An appointment in a file. It has no room for a reason or for symptoms: a calendar is
/// copied to phones, to other companies' servers, and to whoever shares it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The same for ever.
    pub uid: String,
    /// Rises with each change.
    pub sequence: i32,
    pub standing: Standing,
    /// IANA name of the clinic's zone.
    pub zone: String,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub changed_at: Instant,
    pub summary: String,
    pub description: String,
    pub location: Option<Location>,
    /// The appointment's page.
    pub page: String,
    pub organiser: Organiser,
}

/// A calendar file; [`fmt::Display`] writes it.
#[derive(Clone, Debug)]
pub struct File {
    pub method: Method,
    /// How a calendar program calls it, for a feed.
    pub name: Option<&'static str>,
    pub entries: Vec<Entry>,
    /// When it was written.
    pub at: Instant,
}

impl fmt::Display for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.calendar().write_to(f)
    }
}

impl File {
    fn calendar(&self) -> ICalendar {
        let mut root = ICalendarComponent::new(ICalendarComponentType::VCalendar);
        root.add_property(ICalendarProperty::Version, "2.0".to_owned());
        root.add_property(ICalendarProperty::Prodid, PRODUCT.to_owned());
        let method = match self.method {
            Method::Publish => ICalendarMethod::Publish,
            Method::Cancel => ICalendarMethod::Cancel,
        };
        root.add_property(ICalendarProperty::Method, ICalendarValue::Method(method));
        if let Some(name) = self.name {
            name_feed(&mut root, name);
        }
        let mut calendar = ICalendar {
            components: vec![root],
        };
        let mut zones = zone::Zones::default();
        for entry in &self.entries {
            let event = self.event(entry, &mut zones);
            let id = u32::try_from(calendar.components.len()).unwrap_or(u32::MAX);
            calendar.components[0].component_ids.push(id);
            calendar.components.push(event);
        }
        zones.define(&mut calendar);
        calendar
    }

    fn event(&self, entry: &Entry, zones: &mut zone::Zones) -> ICalendarComponent {
        let mut event = ICalendarComponent::new(ICalendarComponentType::VEvent);
        event.add_uid(&entry.uid);
        event.add_dtstamp(in_utc(self.at));
        event.add_property(ICalendarProperty::LastModified, in_utc(entry.changed_at));
        event.add_sequence(i64::from(entry.sequence));
        let (starts_at, ends_at) = times(entry, zones);
        event.entries.push(starts_at);
        event.entries.push(ends_at);
        let (status, transparency) = match entry.standing {
            Standing::Tentative => (ICalendarStatus::Tentative, ICalendarTransparency::Opaque),
            Standing::Confirmed => (ICalendarStatus::Confirmed, ICalendarTransparency::Opaque),
            Standing::Cancelled => (
                ICalendarStatus::Cancelled,
                ICalendarTransparency::Transparent,
            ),
        };
        event.add_property(ICalendarProperty::Status, ICalendarValue::Status(status));
        event.add_property(
            ICalendarProperty::Transp,
            ICalendarValue::Transparency(transparency),
        );
        // Whoever shares their calendar shares that they are busy, not with whom.
        event.add_property(
            ICalendarProperty::Class,
            ICalendarValue::Classification(ICalendarClassification::Private),
        );
        event.add_property(ICalendarProperty::Summary, one_line(&entry.summary));
        event.add_property(ICalendarProperty::Description, one_line(&entry.description));
        if let Some(place) = &entry.location {
            let text = format!("{}, {}", place.name, place.address);
            event.add_property(ICalendarProperty::Location, one_line(&text));
            if let (Some(latitude), Some(longitude)) = (place.latitude, place.longitude) {
                let point = [latitude, longitude].map(|it| ICalendarValue::Float(to_a_metre(it)));
                let point = ICalendarEntry::new(ICalendarProperty::Geo).with_values(point.into());
                event.entries.push(point);
            }
        }
        event.add_property(ICalendarProperty::Url, Uri::Location(entry.page.clone()));
        // A name in a parameter can hold no quotation mark.
        let name = one_line(&entry.organiser.name).replace('"', "'");
        event.entries.push(
            ICalendarEntry::new(ICalendarProperty::Organizer)
                .with_param(ICalendarParameter::cn(name))
                .with_value(Uri::Location(entry.organiser.page.clone())),
        );
        event
    }
}

fn name_feed(root: &mut ICalendarComponent, name: &str) {
    for property in [
        ICalendarProperty::Name,
        ICalendarProperty::Other("X-WR-CALNAME".to_owned()),
    ] {
        root.add_property(property, name.to_owned());
    }
    let pause = ICalendarDuration::from_seconds(LOOK_AGAIN_SECONDS);
    root.add_property_with_params(
        ICalendarProperty::RefreshInterval,
        [ICalendarParameter::value(ICalendarValueType::Duration)],
        pause.clone(),
    );
    root.add_property(
        ICalendarProperty::Other("X-PUBLISHED-TTL".to_owned()),
        pause.to_string(),
    );
}

/// Start and end on the clinic's wall, with its zone. Where the wall does not say which of two
/// instants is meant, since the clock goes back, both are in UTC.
fn times(entry: &Entry, zones: &mut zone::Zones) -> (ICalendarEntry, ICalendarEntry) {
    let zone: Tz = entry.zone.parse().unwrap_or(Tz::UTC);
    // A wall time that comes twice means the first one (RFC 5545, section 3.3.5).
    let is_plain = |at: Instant| {
        let wall = at.with_timezone(&zone).naive_local();
        zone.from_local_datetime(&wall).earliest() == Some(at.with_timezone(&zone))
    };
    let on_the_wall = zone != Tz::UTC && is_plain(entry.starts_at) && is_plain(entry.ends_at);
    if on_the_wall {
        zones.note(zone, entry.starts_at, entry.ends_at);
    }
    let time = |property, at: Instant| {
        if on_the_wall {
            let wall = at.with_timezone(&zone).naive_local().and_utc().timestamp();
            ICalendarEntry::new(property)
                .with_param(ICalendarParameter::tzid(zone.name().to_owned()))
                .with_value(PartialDateTime::from_naive_timestamp(wall))
        } else {
            ICalendarEntry::new(property).with_value(in_utc(at))
        }
    };
    (
        time(ICalendarProperty::Dtstart, entry.starts_at),
        time(ICalendarProperty::Dtend, entry.ends_at),
    )
}

fn in_utc(at: Instant) -> PartialDateTime {
    PartialDateTime::from_utc_timestamp(at.timestamp())
}

/// A text without line breaks and control characters, which may not stand in a file.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_control())
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// Degrees with the six decimals that RFC 5545 asks for, a tenth of a metre.
fn to_a_metre(degrees: f64) -> f64 {
    (degrees * 1e6).round() / 1e6
}

#[cfg(test)]
#[path = "file_tests.rs"]
mod tests;
