//! Appointments that the hours have left behind.

use serde::Serialize;
use uuid::Uuid;

use crate::time::{Instant, Local};
use crate::wire::{wire, word};

/// An appointment that the hours would not allow any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outside {
    pub appointment_id: Uuid,
    pub starts_at: Instant,
    pub local: Local,
    pub patient_name: String,
    pub why: Why,
}

wire!(Outside {
    appointment_id,
    starts_at,
    local,
    patient_name,
    why
});

/// Why the hours would not allow an appointment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// An exception closes the time.
    Closed,
    /// No hours at its clinic hold it.
    Hours,
    /// It is nearer to another one than the buffers allow.
    Buffer,
}

word!(Why, Why::parse, Why::Hours);

impl Why {
    fn parse(word: &str) -> Option<Self> {
        match word {
            "closed" => Some(Self::Closed),
            "hours" => Some(Self::Hours),
            "buffer" => Some(Self::Buffer),
            _ => None,
        }
    }

    /// As the doctor reads it.
    pub fn label(self) -> String {
        match self {
            Self::Closed => t!("availability-why-closed"),
            Self::Hours => t!("availability-why-hours"),
            Self::Buffer => t!("availability-why-buffer"),
        }
    }
}
