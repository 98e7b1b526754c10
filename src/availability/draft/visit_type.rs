//! Kinds of visits as typed.

use uuid::Uuid;

use super::fields::{is_blank, length, required};
use super::rows::VisitTypeDraft;
use crate::availability::model::{MOST_VISIT_TYPES, VisitType};
use crate::error::Problems;
use crate::typed::Typed;

/// A kind of visit, checked; one without an id is new.
#[derive(Clone, Debug, PartialEq)]
pub struct VisitTypeDetails {
    pub id: Option<Uuid>,
    pub name: String,
    pub minutes: u16,
}

impl VisitTypeDraft {
    /// A form's empty row: the name is there and says nothing. One that had a name loses it, and goes.
    pub fn is_empty_row(&self) -> bool {
        self.name.as_ref().is_some_and(is_blank) && (is_blank(&self.minutes) || !is_blank(&self.id))
    }
}

/// All rows, against those that the doctor has; notes what is wrong with them.
pub fn parse(
    rows: &[VisitTypeDraft],
    kept: &[VisitType],
    problems: &mut Problems,
) -> Vec<VisitTypeDetails> {
    if rows.len() > MOST_VISIT_TYPES {
        let sentence = ts!("availability-too-many-visits", most = MOST_VISIT_TYPES);
        problems.add("visit_types", sentence);
        return Vec::new();
    }
    let mut types: Vec<VisitTypeDetails> = Vec::new();
    for (n, row) in rows.iter().enumerate() {
        if row.is_empty_row() {
            continue;
        }
        let field = |field| format!("visit_types.{n}.{field}");
        let id = problems.take(&field("id"), own(&row.id, kept, &types));
        let name = required(
            row.name.as_ref().unwrap_or(&Typed::default()),
            60,
            ts!("availability-need-visit-name"),
        );
        let name = problems.take(&field("name"), name.and_then(|name| new(name, &types)));
        let minutes = if is_blank(&row.minutes) {
            Err(ts!("availability-need-visit-minutes"))
        } else {
            length(&row.minutes, 0)
        };
        let minutes = problems.take(&field("minutes"), minutes);
        if let (Some(id), Some(name), Some(minutes)) = (id, name, minutes) {
            types.push(VisitTypeDetails { id, name, minutes });
        }
    }
    types
}

/// One of the doctor's own, once; or none.
fn own(
    typed: &Typed,
    kept: &[VisitType],
    named: &[VisitTypeDetails],
) -> Result<Option<Uuid>, String> {
    let Some(text) = typed.some() else {
        return Ok(None);
    };
    text.parse()
        .ok()
        .filter(|id| kept.iter().any(|kind| kind.id == *id))
        .filter(|id| named.iter().all(|kind| kind.id != Some(*id)))
        .map(Some)
        .ok_or_else(|| ts!("availability-visit-not-yours"))
}

/// A name that no earlier row has: patients could not tell the two apart.
fn new(name: String, named: &[VisitTypeDetails]) -> Result<String, String> {
    let same = |kind: &VisitTypeDetails| kind.name.to_lowercase() == name.to_lowercase();
    if named.iter().any(same) {
        Err(ts!("availability-visit-name-taken"))
    } else {
        Ok(name)
    }
}
