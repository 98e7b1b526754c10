//! A doctor's week, laid out ([`plan`]) and drawn ([`drawn`]) on the server alone: it has no
//! fields, and comes to the client as finished HTML.

mod drawn;
mod plan;

pub use plan::{Material, Plan};

use chrono::Days;

use super::model::Week;

/// The answer to who asks for a week.
pub fn shown(plan: &Plan) -> Week {
    let monday = plan.monday;
    Week {
        title: plan.title(),
        previous: monday - Days::new(7),
        next: monday + Days::new(7),
        current: plan.days.iter().any(|day| day.date == plan.today),
        calendar: drawn::drawn(plan),
    }
}
