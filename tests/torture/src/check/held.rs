//! What is held for one who waits is nobody else's: neither held for another nor in a live
//! appointment, in the end and at any moment before. Nobody has two times held at once that
//! overlap, nor one while they are busy; and nobody is offered a time twice.

use std::collections::HashMap;
use std::fmt::Debug;

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::history::{History, Span};
use super::list::List;
use super::{Findings, Kind, lines};
use crate::book::Offer;
use crate::words::OfferStatus;

/// Whoever leaves the list waits for nobody but themselves: what was held is free as soon as all
/// see it, which may be a moment before the clock that they looked at.
const LEAVING: TimeDelta = TimeDelta::seconds(1);

/// A time that was had for a while, by an offer or by an appointment.
#[derive(Clone, Copy)]
struct Had<'a> {
    doctor: Uuid,
    patient: Uuid,
    time: Span,
    since: DateTime<Utc>,
    until: DateTime<Utc>,
    is_offer: bool,
    row: &'a dyn Debug,
}

impl<'a> Had<'a> {
    /// By an offer, as long as it was open.
    fn by_offer(offer: &'a Offer) -> Self {
        let until = match offer.status {
            OfferStatus::Open => DateTime::<Utc>::MAX_UTC,
            OfferStatus::Withdrawn => offer.created_at.max(offer.updated_at - LEAVING),
            _ => offer.updated_at,
        };
        Self {
            doctor: offer.doctor_id,
            patient: offer.patient_id,
            time: (offer.starts_at, offer.ends_at),
            since: offer.created_at,
            until,
            is_offer: true,
            row: offer,
        }
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.time.0 < other.time.1 && other.time.0 < self.time.1
    }

    /// Both had it at the same moment.
    fn together(&self, other: &Self) -> bool {
        self.since < other.until && other.since < self.until
    }

    /// It was had when the other began.
    fn before(&self, other: &Self) -> bool {
        self.since < other.since && other.since < self.until
    }
}

pub fn check(list: &List<'_>, history: &History<'_>, findings: &mut Findings) {
    let offers = list.book.offers.iter().map(Had::by_offer);
    let had: Vec<Had<'_>> = offers.chain(appointments(history)).collect();
    // The rows as they are, whatever their timelines say.
    let open = list.book.offers.iter().filter(|offer| is_open(offer));
    let live = list
        .book
        .appointments
        .iter()
        .filter(|row| row.status.is_live());
    let live = live.map(|row| Had {
        doctor: row.doctor_id,
        patient: row.patient_id,
        time: (row.starts_at, row.ends_at),
        since: DateTime::<Utc>::MIN_UTC,
        until: DateTime::<Utc>::MAX_UTC,
        is_offer: false,
        row,
    });
    let end: Vec<Had<'_>> = open.map(Had::by_offer).chain(live).collect();
    for (had, when) in [(&end, "at the end"), (&had, "for a while")] {
        of_doctors(had, when, findings);
    }
    of_patients(&had, findings);
    once(list, findings);
}

fn is_open(offer: &Offer) -> bool {
    offer.status == OfferStatus::Open
}

/// All times that appointments held.
fn appointments<'a>(history: &'a History<'a>) -> Vec<Had<'a>> {
    let mut had = Vec::new();
    for life in history.lives.values() {
        for (n, stage) in life.stages.iter().enumerate() {
            let next = life.stages.get(n + 1);
            if stage.status.is_live() {
                had.push(Had {
                    doctor: life.row.doctor_id,
                    patient: life.row.patient_id,
                    time: stage.time,
                    since: stage.at,
                    until: next.map_or(DateTime::<Utc>::MAX_UTC, |next| next.at),
                    is_offer: false,
                    row: life.row,
                });
            }
        }
    }
    had
}

/// For each person, each offer with what overlaps it in time: appointments, and the offers after it.
fn pairs<'h>(had: &'h [Had<'h>], whose: fn(&Had<'_>) -> Uuid) -> Vec<(&'h Had<'h>, &'h Had<'h>)> {
    let mut people: HashMap<Uuid, Vec<&Had<'_>>> = HashMap::new();
    for one in had {
        people.entry(whose(one)).or_default().push(one);
    }
    let mut pairs = Vec::new();
    for had in people.into_values() {
        for (n, one) in had.iter().enumerate().filter(|(_, one)| one.is_offer) {
            let others = had.iter().enumerate();
            let others = others.filter(|(m, other)| !other.is_offer || *m > n);
            let overlapping = others.filter(|(_, other)| one.overlaps(other));
            pairs.extend(overlapping.map(|(_, other)| (*one, *other)));
        }
    }
    pairs
}

fn of_doctors(had: &[Had<'_>], when: &str, findings: &mut Findings) {
    for (one, other) in pairs(had, |one| one.doctor) {
        findings.hold_by(
            !one.together(other),
            Kind::Held,
            || format!("doctor {} had a time held twice, {when}", one.doctor),
            || lines(&[one.row, other.row]),
        );
    }
}

fn of_patients(had: &[Had<'_>], findings: &mut Findings) {
    for (one, other) in pairs(had, |one| one.patient) {
        // They may ask for another time while one is held, and are told no once they take both.
        let clash = match other.is_offer {
            true => one.together(other),
            false => other.before(one),
        };
        findings.hold_by(
            !clash,
            Kind::Held,
            || format!("patient {} was offered a time and had another", one.patient),
            || lines(&[one.row, other.row]),
        );
    }
}

/// Nobody is offered a time twice, whatever they said the first time, and for whichever wish.
fn once(list: &List<'_>, findings: &mut Findings) {
    let mut times: HashMap<(Uuid, Uuid, DateTime<Utc>), Vec<&Offer>> = HashMap::new();
    for offer in &list.book.offers {
        let time = (offer.patient_id, offer.doctor_id, offer.starts_at);
        times.entry(time).or_default().push(offer);
    }
    for (time, offers) in times {
        findings.hold(
            offers.len() == 1,
            Kind::Again,
            || {
                format!(
                    "patient {} was offered {} of {} {} times",
                    time.0,
                    time.2,
                    time.1,
                    offers.len()
                )
            },
            &offers,
        );
    }
}
