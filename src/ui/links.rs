//! Links and GET forms, which the frame around every page follows within the application. So they
//! are plain elements wherever they stand, in what the server made too, and cost the client nothing.

use dioxus::prelude::*;

use super::browser;

/// Follows a link within the application: what the frame does with each press. So a link is a plain
/// `a` wherever it stands, in what the server made too. With another button or a modifier the
/// browser opens it elsewhere, as it does with any link, and so it does with files.
pub fn follow(event: &MouseEvent) {
    let plain = event.trigger_button() == Some(dioxus::html::input_data::MouseButton::Primary);
    if plain
        && event.modifiers().is_empty()
        && event.default_action_enabled()
        && let Some(to) = browser::link_under(event)
    {
        event.prevent_default();
        navigator().push(to);
    }
}

/// Sends a GET form within the application: its page is the form's path with what was filled in.
pub fn ask(event: &FormEvent) {
    if event.default_action_enabled()
        && let Some(to) = browser::asked_by(event)
    {
        event.prevent_default();
        navigator().push(to);
    }
}
