//! Rows as a form or a program types them: what the server functions take.

use serde::{Deserialize, Serialize};

use crate::typed::Typed;

/// A row of weekly hours as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WeeklyDraft {
    pub clinic_id: Typed,
    pub weekday: Typed,
    pub from: Option<Typed>,
    pub to: Option<Typed>,
    pub slot_minutes: Typed,
}

/// An exception as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExceptionDraft {
    pub date: Option<Typed>,
    pub until: Typed,
    pub kind: Typed,
    pub clinic_id: Typed,
    pub from: Typed,
    pub to: Typed,
}

/// A kind of visit as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct VisitTypeDraft {
    /// Of one that is there already; a new one has none.
    pub id: Typed,
    pub name: Option<Typed>,
    pub minutes: Typed,
}
