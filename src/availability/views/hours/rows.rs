//! Lists of rows that come and go.

use dioxus::prelude::*;

use crate::ui::*;

/// What sets one list of rows apart from another.
pub struct List {
    /// Its name in the form.
    pub name: &'static str,
    /// The field by which the rows of a form that failed without the client are counted.
    pub mark: &'static str,
    /// Empty rows below those that are filled.
    pub spare: usize,
    /// The most rows.
    pub most: usize,
    /// What the row with this number is called, from 1 on.
    pub row: fn(usize) -> String,
    /// What the button says that adds one.
    pub add: fn() -> String,
    pub class: &'static str,
}

/// What the fields of a row held at first, in their order; nothing for an empty row.
pub type Row = Vec<String>;

/// Each row has a number of its own for as long as it is on the page.
pub type Rows = Signal<Vec<(usize, Row)>>;

/// The rows that a form begins with: those that are kept, or as many as it had when it failed.
pub fn use_rows(form: Form, list: &List, kept: impl FnOnce() -> Vec<Row>) -> Rows {
    let begin = || {
        let kept = kept();
        let replayed = (0..)
            .take_while(|n| {
                let name = format!("{}.{n}.{}", list.name, list.mark);
                form.value(&name).is_some()
            })
            .count();
        let count = if replayed > 0 {
            replayed
        } else {
            kept.len() + list.spare
        };
        let filled = kept.into_iter().chain(std::iter::repeat_with(Row::new));
        (0..count).zip(filled).collect()
    };
    use_signal(begin)
}

/// What a field of a row held.
pub fn held(row: &[String], field: usize) -> Option<String> {
    row.get(field).filter(|text| !text.is_empty()).cloned()
}

/// The rows, each with its fields and, once the client is there, a button that takes it away.
pub fn list(
    form: Form,
    list: &'static List,
    mut rows: Rows,
    fields: impl Fn(usize, &[String]) -> Element,
) -> Element {
    let id = format!("{}-rows", list.name);
    rsx! {
        // Without a row, too, this is a list.
        Hidden { name: "{list.name}.", value: "" }
        div { class: "hours", id: "{id}", tabindex: "-1",
            for (n , (key , row)) in rows.read().iter().enumerate() {
                div { key: "{key}", class: list.class, role: "group", "aria-label": (list.row)(n + 1),
                    {fields(n, row)}
                    div { class: "client-only",
                        button {
                            class: "icon-button",
                            r#type: "button",
                            "aria-label": t!("availability-remove-row", row = (list.row)(n + 1)),
                            onclick: {
                                let (key, id) = (*key, id.clone());
                                move |_| {
                                    // The rows below move up, away from what was said of them; the
                                    // focus must not go with the row.
                                    form.clear();
                                    rows.write().retain(|(other, _)| *other != key);
                                    browser::focus_quietly(&id);
                                }
                            },
                            Icon { name: IconName::Cross }
                        }
                    }
                }
            }
        }
        if rows.read().len() < list.most {
            div { class: "client-only",
                Button {
                    label: (list.add)(),
                    kind: ButtonKind::Second,
                    icon: IconName::Plus,
                    onclick: move |_| {
                        let next = rows.peek().iter().map(|(key, _)| key + 1).max();
                        rows.write().push((next.unwrap_or_default(), Row::new()));
                    },
                }
            }
        }
    }
}
