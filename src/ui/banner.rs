//! A message that belongs to the page.

use dioxus::prelude::*;

use super::{Icon, IconName};

/// What a banner is about; told by its symbol and words as well as its colour.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum BannerKind {
    /// Good to know.
    #[default]
    Info,
    /// It worked.
    Success,
    /// Take care.
    Warning,
    /// It did not work.
    Error,
}

/// A message that belongs to the page. Errors are announced at once.
#[component]
pub fn Banner(
    #[props(default)] kind: BannerKind,
    title: Option<String>,
    children: Element,
) -> Element {
    let (class, name, role) = match kind {
        BannerKind::Info => ("banner info", IconName::Info, None),
        BannerKind::Success => ("banner success", IconName::Check, Some("status")),
        BannerKind::Warning => ("banner warning", IconName::Warning, None),
        BannerKind::Error => ("banner error", IconName::Warning, Some("alert")),
    };
    rsx! {
        div { class, role,
            Icon { name }
            if let Some(title) = title {
                h2 { "{title}" }
            }
            {children}
        }
    }
}
