//! What is said above a search for something that can't wait.

use dioxus::prelude::*;

use super::guide::{crisis_line, numbers};
use crate::directory::guide::data::Help;
use crate::directory::guide::{urgent, words};
use crate::ui::*;

/// Whom to call at once, where the words of a search say what no appointment should wait for.
pub(super) fn urgent(q: &str) -> Element {
    let Some(help) = urgent::help(q) else {
        return rsx! {};
    };
    rsx! {
        Banner { kind: BannerKind::Warning, title: words::call(help).said(),
            p { {words::whom_to_call(help).said()} }
            p { {ts!("guide-call")} " " {numbers()} }
            if help == Help::Crisis {
                {crisis_line()}
            }
        }
    }
}
