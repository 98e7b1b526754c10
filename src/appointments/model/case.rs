//! What happened in a case: its steps, and the letter of a referral.

use serde::Serialize;

use super::{Action, Part, Priority, Status};
use crate::time::{Instant, Local};
use crate::wire::wire;

/// One step of a case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Step {
    pub at: Instant,
    /// `at`, as it reads at the clinic.
    pub local: Local,
    pub actor: Actor,
    pub action: Action,
    pub from: Option<Status>,
    pub to: Status,
    /// Left out where it does not concern whoever asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The doctor whose appointment the step is of.
    pub doctor: String,
    /// The colleague to whom a referral led.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colleague: Option<String>,
    /// The referral was urgent. Left out where it does not concern whoever asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// What whoever declined a referral advises instead, for the patient and whoever referred.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub advice: Option<String>,
    /// The time before a step that changes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<Local>,
    /// The time that is suggested or asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub becomes: Option<Local>,
}

wire!(Step {
    at,
    local,
    actor,
    action,
    from,
    to,
    reason,
    doctor,
    colleague,
    priority,
    advice,
    was,
    becomes
});

/// Who took a step.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Actor {
    pub role: Part,
    pub full_name: String,
}

wire!(Actor { role, full_name });

/// A referral, for the doctor who wrote it and the one to whom it came.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Letter {
    /// Who referred.
    pub from: String,
    /// To whom.
    pub to: String,
    pub priority: Priority,
    pub reason: String,
    /// For these two alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The latest that happened since, for whoever referred.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Step>,
    /// When the patient is seen instead, once that is agreed, for whoever referred.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seen_at: Option<Local>,
}

wire!(Letter {
    from,
    to,
    priority,
    reason,
    note,
    outcome,
    seen_at
});
