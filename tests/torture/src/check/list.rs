//! The waiting list as the rows have it, with who asked for what.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::ops::Op;
use crate::book::{Book, Offer, Wish};
use crate::words::{Action, OfferStatus, WishStatus};

/// The audit trail's word for an offer, which nobody asks for.
pub const OFFER: &str = "offer";

/// All of it.
pub struct List<'a> {
    pub book: &'a Book,
    pub wishes: HashMap<Uuid, &'a Wish>,
    pub offers: HashMap<Uuid, &'a Offer>,
    /// What a wish was offered.
    of_wish: HashMap<Uuid, Vec<&'a Offer>>,
    /// What was sent about the list.
    pub ops: Vec<&'a Op>,
    kept: HashSet<(Uuid, &'a str)>,
}

impl<'a> List<'a> {
    pub fn of(book: &'a Book, ops: &'a [Op]) -> Self {
        let mut of_wish: HashMap<Uuid, Vec<&Offer>> = HashMap::new();
        for offer in &book.offers {
            of_wish.entry(offer.wish_id).or_default().push(offer);
        }
        Self {
            book,
            wishes: book.wishes.iter().map(|wish| (wish.id, wish)).collect(),
            offers: book.offers.iter().map(|offer| (offer.id, offer)).collect(),
            of_wish,
            ops: ops.iter().filter(|op| op.action.is_of_list()).collect(),
            kept: book
                .keys
                .iter()
                .map(|row| (row.user_id, row.key.as_str()))
                .collect(),
        }
    }

    /// What a wish was offered.
    pub fn offered(&self, wish: Uuid) -> &[&'a Offer] {
        self.of_wish
            .get(&wish)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// What was sent to do this to that wish or offer, by whoever.
    pub fn sent(&self, action: Action, target: Uuid) -> impl Iterator<Item = &'a Op> {
        let ops = self.ops.iter().copied();
        ops.filter(move |op| op.action == action && op.target == Some(target))
    }

    /// Its answer was kept: it happened.
    pub fn is_kept(&self, op: &Op) -> bool {
        self.kept.contains(&(op.actor, op.key.as_str()))
    }
}

/// Who is told what of the list.
pub fn told(book: &Book) -> Vec<(Uuid, &'static str)> {
    let expired = |offer: &&Offer| offer.status == OfferStatus::Expired;
    let offered = book.offers.iter().map(|offer| (offer.patient_id, "offer"));
    let lapsed = book.offers.iter().filter(expired);
    offered
        .chain(lapsed.map(|offer| (offer.patient_id, "offer_expired")))
        .collect()
}

/// What the audit trail says of the list; of what becomes a request, what it says of requests.
pub fn written(book: &Book) -> Vec<(Option<Uuid>, &'static str, Uuid)> {
    let mut entries = Vec::new();
    for wish in &book.wishes {
        entries.push((Some(wish.patient_id), Action::Wait.word(), wish.id));
        if wish.status == WishStatus::Removed {
            entries.push((Some(wish.patient_id), Action::Leave.word(), wish.id));
        }
    }
    for offer in &book.offers {
        entries.push((None, OFFER, offer.id));
        if offer.status == OfferStatus::Declined {
            entries.push((Some(offer.patient_id), Action::Pass.word(), offer.id));
        }
    }
    entries
}
