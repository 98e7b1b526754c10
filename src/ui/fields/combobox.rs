//! A field to type into that proposes what may be meant.
//!
//! The browser's own: `<input list>` with a `<datalist>`. It works by keyboard, is announced as
//! what it is, and needs nothing of the client; where a browser shows no proposals, it is a line
//! of text. So the server judges what was typed, whatever was proposed.

use dioxus::prelude::*;

use super::TextField;
use crate::ui::Form;

/// The field. Its proposals are the [`proposals`] with the id `list`, which several may share.
pub fn combobox(
    form: Form,
    name: &str,
    label: &str,
    hint: Option<String>,
    value: Option<String>,
    list: &str,
) -> Element {
    rsx! {
        // What the browser remembers of other forms would cover the proposals.
        TextField { form, name, label, hint, value, list: list.to_owned(), width: "w-24", autocomplete: "off", spellcheck: false }
    }
}

/// What comboboxes with this `list` propose.
pub fn proposals(list: &str, values: &[String]) -> Element {
    rsx! {
        datalist { id: list,
            for value in values {
                option { key: "{value}", "value": value.as_str() }
            }
        }
    }
}
