//! The frame of a page: its title, its heading, where it stands.

use dioxus::prelude::*;

use super::browser;
use super::form::{Form, Replay, ReplayContext};
use super::toast::Toasts;

/// The name behind every title.
#[derive(Clone, Copy, PartialEq)]
struct SiteName(&'static str);

/// Provides what the parts need from the root: the site's name, the replay of a form that
/// failed without the client, and the toasts. Called once, in the root component.
pub fn provide_ui(site: &'static str, replay: Option<Replay>) {
    use_context_provider(|| SiteName(site));
    use_context_provider(|| ReplayContext(replay));
    use_context_provider(Toasts::new);
}

/// Marks the document once the client is in charge, and lets Escape close what is open. Called
/// once, in the root component.
pub fn mark_hydrated() {
    use_effect(|| {
        browser::mark_hydrated();
        browser::listen();
    });
}

/// The title of the document: "text · Site", with "Error: " before it while the form has
/// an error. Every page has exactly one.
///
/// In the browser it is set through the DOM: the framework's own title evaluates a script,
/// which the content security policy forbids.
#[component]
pub fn PageTitle(text: String, form: Option<Form>) -> Element {
    let site = use_hook(|| try_consume_context::<SiteName>().map_or("", |site| site.0));
    let mut title = String::new();
    if form.is_some_and(|form| form.failed()) {
        title.push_str(&t!("ui-error"));
        title.push(' ');
    }
    title.push_str(&text);
    if !site.is_empty() && text != site {
        title.push_str(" · ");
        title.push_str(site);
    }
    browser::set_title(&title);
    VNode::empty()
}

/// The heading of a page. It takes the focus when the client has led here, so that people
/// who hear the page know where they are.
#[component]
pub fn PageHeader(
    title: String,
    /// What the page is for, in a sentence.
    lede: Option<String>,
    /// A line above the heading.
    eyebrow: Option<String>,
    /// Where this page hangs: path and name.
    back: Option<(String, String)>,
    /// Stands above the heading: a status, say.
    status: Option<Element>,
    /// Buttons beside the heading.
    actions: Option<Element>,
) -> Element {
    let arrived = use_hook(browser::is_hydrated);
    use_effect(move || {
        if arrived {
            spawn(browser::arrive("page-title"));
        }
    });
    rsx! {
        header { class: "stack gap-3",
            if let Some((to, name)) = back {
                Crumbs { items: vec![(to, name)] }
            }
            div { class: "page-head",
                div { class: "stack gap-2",
                    if let Some(status) = status {
                        div { class: "row", {status} }
                    }
                    if let Some(eyebrow) = eyebrow {
                        p { class: "quiet small", "{eyebrow}" }
                    }
                    h1 { id: "page-title", tabindex: "-1", "{title}" }
                    if let Some(lede) = lede {
                        p { class: "lede", "{lede}" }
                    }
                }
                if let Some(actions) = actions {
                    div { class: "row gap-2", {actions} }
                }
            }
        }
    }
}

/// Where a page hangs: paths and names, the outermost first.
#[component]
pub fn Crumbs(items: Vec<(String, String)>) -> Element {
    rsx! {
        nav { "aria-label": t!("ui-breadcrumb"),
            ol { class: "crumbs",
                for (to , name) in items {
                    li { key: "{to}",
                        a { href: "{to}", "{name}" }
                    }
                }
            }
        }
    }
}
