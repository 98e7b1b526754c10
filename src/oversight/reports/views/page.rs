//! `/reports`

use dioxus::prelude::*;
use uuid::Uuid;

use crate::error::Answer;
use crate::oversight::reports::service::{self, Chosen};
use crate::served::{Query, ServedPage};
use crate::server::state::App;
use crate::ui::*;

/// The lengths to choose from: where each leads, and its name.
fn lengths() -> [(&'static str, String); 4] {
    [
        ("/reports", ts!("oversight-last-30")),
        ("/reports?range=90-days", ts!("oversight-last-90")),
        ("/reports?range=12-months", ts!("oversight-last-year")),
        ("/reports?range=own", ts!("oversight-own")),
    ]
}

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
                title: ts!("oversight-title"),
                lede: ts!("oversight-lede"),
            }
            nav { class: "chips", aria_label: ts!("oversight-days"),
                for (n , (to , name)) in lengths().into_iter().enumerate() {
                    a { href: to, class: "chip", aria_current: (n == length).then_some("page"), "{name}" }
                }
            }
            Made { part: shown.part }
        }
    };
    Ok(if shown.invalid {
        ServedPage::new(ts!("oversight-title-error"), page).status(422)
    } else {
        ServedPage::new(ts!("oversight-title"), page)
    })
}
