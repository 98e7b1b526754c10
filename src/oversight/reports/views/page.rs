//! `/reports`

use dioxus::prelude::*;
use uuid::Uuid;

use crate::error::Answer;
use crate::oversight::reports::service::{self, Chosen};
use crate::served::{Query, ServedPage};
use crate::server::state::App;
use crate::ui::*;

/// The lengths to choose from: where each leads, and its name.
const LENGTHS: [(&str, &str); 4] = [
    ("/reports", "Last 30 days"),
    ("/reports?range=90-days", "Last 90 days"),
    ("/reports?range=12-months", "Last 12 months"),
    ("/reports?range=own", "Own days"),
];

/// `/reports?range=&from=&to=`. Days that can't be are told on the page.
///
/// # Errors
/// When the database does not answer.
pub async fn reports(app: &App, doctor_id: Uuid, query: &Query) -> Answer<ServedPage> {
    let chosen = Chosen {
        length: query.get("range"),
        from: query.get("from"),
        to: query.get("to"),
    };
    let length = match chosen.length.as_str() {
        "90-days" => 1,
        "12-months" => 2,
        "" | "30-days" if chosen.from.is_empty() && chosen.to.is_empty() => 0,
        _ => 3,
    };
    let shown = service::page(app, doctor_id, chosen).await?;
    let page = rsx! {
        div { class: "stack gap-5",
            PageHeader {
                title: "Reports",
                lede: "How your requests go. Nobody’s name and nothing about anybody’s health is in these figures.",
            }
            nav { class: "chips", aria_label: "Days",
                for (n , (to , name)) in LENGTHS.into_iter().enumerate() {
                    a { href: to, class: "chip", aria_current: (n == length).then_some("page"), "{name}" }
                }
            }
            Made { part: shown.part }
        }
    };
    Ok(if shown.invalid {
        ServedPage::new("Error: Reports", page).status(422)
    } else {
        ServedPage::new("Reports", page)
    })
}
