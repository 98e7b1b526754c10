//! `/reports`

use dioxus::prelude::*;

use crate::answer::use_answer;
use crate::app::Problem;
use crate::oversight::reports::api;
use crate::ui::*;

/// The lengths to choose from: where each leads, and its name.
const LENGTHS: [(&str, &str); 4] = [
    ("/reports", "Last 30 days"),
    ("/reports?range=90-days", "Last 90 days"),
    ("/reports?range=12-months", "Last 12 months"),
    ("/reports?range=own", "Own days"),
];

/// `/reports?range=&from=&to=`
#[component]
pub fn ReportsPage(
    range: ReadSignal<String>,
    from: ReadSignal<String>,
    to: ReadSignal<String>,
) -> Element {
    let mut answer = use_answer(move || api::report_part(Some(range()), Some(from()), Some(to())))?;
    let chosen = match range().as_str() {
        "90-days" => 1,
        "12-months" => 2,
        "" | "30-days" if from().is_empty() && to().is_empty() => 0,
        _ => 3,
    };
    let (title, content) = match &*answer.read() {
        Ok(shown) if shown.invalid => {
            #[cfg(feature = "server")]
            dioxus::fullstack::FullstackContext::commit_http_status(
                dioxus::fullstack::StatusCode::UNPROCESSABLE_ENTITY,
                None,
            );
            ("Error: Reports", rsx! { Made { part: shown.part.clone() } })
        }
        Ok(shown) => ("Reports", rsx! { Made { part: shown.part.clone() } }),
        Err(error) => {
            let error = error.clone();
            return rsx! { Problem { error, onretry: move |()| answer.restart() } };
        }
    };
    rsx! {
        PageTitle { text: title }
        div { class: "stack gap-5",
            PageHeader {
                title: "Reports",
                lede: "How your requests go. Nobody’s name and nothing about anybody’s health is in these figures.",
            }
            nav { class: "chips", aria_label: "Days",
                for (n , (to , name)) in LENGTHS.into_iter().enumerate() {
                    NavLink { key: "{n}", to, class: "chip", current: (n == chosen).then_some("page"), "{name}" }
                }
            }
            {content}
        }
    }
}
