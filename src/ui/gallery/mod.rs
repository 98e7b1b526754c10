//! Every part of the design system in each of its states, on one page: `/gallery`, in development
//! builds alone. It stands alone, without an account or a database row; the browser tests walk it.

mod data;
mod feedback;
mod forms;
mod layout;
mod pictures;
mod tokens;

use std::collections::BTreeMap;
use std::rc::Rc;

use dioxus::history::{History, MemoryHistory};
use dioxus::prelude::*;
use dioxus::router::components::HistoryProvider;

use super::{Avatar, Icon, IconName, PageHeader, Replay, Toasts, offline_note, provide_ui};
use crate::error::{AppError, Problems};

/// Where the page lives, and its stylesheet.
pub const PATH: &str = "/gallery";
pub const STYLES: &str = "/gallery.css";

/// The form that shows what went wrong.
const FAILED: &str = "/gallery/failed";

/// The whole document.
pub fn document() -> String {
    let mut gallery = VirtualDom::new(Gallery);
    gallery.rebuild_in_place();
    let body = dioxus::ssr::render(&gallery);
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>Gallery · MedAppoint</title>\
         <link rel=\"stylesheet\" href=\"{STYLES}\"></head><body>{body}</body></html>"
    )
}

/// The parts' links need a router to lead through; all of them lead here.
#[derive(Clone, Debug, PartialEq, Routable)]
enum Shelf {
    #[route("/:..path")]
    Parts { path: Vec<String> },
}

#[component]
fn Gallery() -> Element {
    provide_ui("MedAppoint", Some(failed()));
    rsx! {
        HistoryProvider { history: |()| Rc::new(MemoryHistory::with_initial_path(PATH)) as Rc<dyn History>,
            Router::<Shelf> {}
        }
    }
}

/// A form that came back with an error at each field.
fn failed() -> Replay {
    let mut problems = Problems::default();
    problems.add("reason", "Enter the reason.");
    problems.add("born", "The date of birth must be a real date.");
    problems.add("specialty", "Choose a specialty.");
    problems.add("priority", "Choose how urgent it is.");
    problems.add("zone", "There is no time zone of this name.");
    problems.add("picture", "That file is not a picture that we can show.");
    problems.add("agreed", "Read this first.");
    problems.add("symptoms", "Use at most 2,000 characters.");
    problems.add("password", "Enter your password.");
    let typed = [
        ("reason", ""),
        ("born.day", "31"),
        ("born.month", "2"),
        ("born.year", "1990"),
        ("zone", "Europe/Nowhere"),
    ];
    let typed = typed.map(|(name, text)| (name.to_owned(), text.to_owned()));
    Replay {
        form: FAILED.to_owned(),
        error: problems.into_error(),
        values: BTreeMap::from(typed),
    }
}

#[component]
fn Parts(path: Vec<String>) -> Element {
    let _ = path;
    let toasts = use_context::<Toasts>();
    use_hook(|| {
        toasts.info("A neighbour has asked for a time.");
        toasts.success("Your hours are saved.");
        toasts.error("That could not be sent.");
        toasts.link("Dr Haddad accepted.", PATH, "See where");
    });
    rsx! {
        div { class: "frame with-dock",
            {bar()}
            main { id: "content", class: "wide page", tabindex: "-1",
                div { class: "stack gap-6",
                    PageHeader { title: "Gallery", lede: "Every part in every state.",
                        back: (PATH.to_owned(), "Somewhere above".to_owned()) }
                    tokens::Tokens {}
                    layout::LayoutParts {}
                    forms::FormParts {}
                    feedback::FeedbackParts {}
                    data::DataParts {}
                    pictures::PictureParts {}
                    layout::LongParts {}
                }
            }
            {below()}
            super::ToastRegion {}
        }
    }
}

/// The bar above a page, with all that may stand in it.
fn bar() -> Element {
    rsx! {
        a { class: "skip", href: "#content", "Skip to content" }
        header { class: "bar",
            div { class: "wide",
                a { class: "mark", href: PATH, "MedAppoint" }
                nav { class: "tabs", aria_label: "Main",
                    a { href: PATH, "aria-current": "page", "Requests" }
                    a { href: PATH, "Patients" }
                }
                div { class: "end",
                    a { class: "icon-button", href: PATH, aria_label: "Notifications, 3 unread",
                        Icon { name: IconName::Bell }
                        span { class: "count", "3" }
                    }
                    details { class: "menu",
                        summary { aria_label: "Your account", Avatar { name: "Ana Reyes" } }
                        ul {
                            li { class: "who", "Ana Reyes" }
                            li { a { href: PATH, "Settings" } }
                            li { class: "sep", button { r#type: "button", "Sign out" } }
                        }
                    }
                }
            }
            {offline_note()}
        }
    }
}

/// What is below a page, and at the bottom of a phone.
fn below() -> Element {
    rsx! {
        footer { class: "foot",
            div { class: "wide", p { class: "small quiet", "In an emergency call your local emergency number." } }
        }
        nav { class: "dock", aria_label: "Main, below",
            a { href: PATH, "aria-current": "page", Icon { name: IconName::Inbox } "Requests" span { class: "count", "3" } }
            a { href: PATH, Icon { name: IconName::Person } "Patients" }
            a { href: PATH, Icon { name: IconName::Clock } "Hours" }
        }
    }
}

/// A group of parts.
fn shelf(id: &'static str, title: &'static str, parts: Element) -> Element {
    rsx! {
        section { class: "stack gap-5", aria_labelledby: id,
            h2 { id, "{title}" }
            {parts}
        }
    }
}

/// One part with its name.
fn part(name: &'static str, shown: Element) -> Element {
    rsx! {
        div { class: "card stack",
            h3 { "{name}" }
            {shown}
        }
    }
}

/// An error that is nobody's field.
fn trouble() -> AppError {
    AppError::no_answer()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_gallery_is_a_page_without_inline_styles() {
        let page = super::document();
        for part in [
            "There is a problem",
            "Nothing here yet",
            "error-summary",
            "class=\"toast",
            "list=\"zones\"",
            "You are offline",
            "class=\"week five\"",
            "class=\"week fine\"",
            "<dialog class=\"dialog\" id=\"gallery-dialog\" open",
            "class=\"chart heat\"",
            "class=\"map-pin\"",
            "class=\"table to-cards\"",
            "<progress",
        ] {
            assert!(page.contains(part), "{part}");
        }
        assert!(!page.contains(" style="));
    }
}
