//! Figures in rows. Only the server makes them.

use dioxus::prelude::*;

/// What becomes of a table where the screen has no room for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Narrow {
    /// It scrolls sideways in its place: for a grid, whose columns are compared.
    Scrolls,
    /// Each row becomes a card, which names its figures: for many columns of different kinds.
    Cards,
}

/// A table whose first column names its rows. `caption` says what it shows, unseen.
pub fn table<Head: AsRef<str>>(
    caption: &str,
    heads: &[Head],
    rows: Vec<Vec<String>>,
    narrow: Narrow,
) -> Element {
    let heads: Vec<&str> = heads.iter().map(AsRef::as_ref).collect();
    let cards = narrow == Narrow::Cards;
    // Rows that are drawn as cards are a table no more to those who hear it, unless told.
    let role = |role: &'static str| cards.then_some(role);
    let table = rsx! {
        table { class: if cards { "table to-cards" } else { "table" }, role: role("table"),
            caption { class: "visually-hidden", "{caption}" }
            thead { role: role("rowgroup"),
                tr { role: role("row"),
                    for (n , head) in heads.iter().enumerate() {
                        th { scope: "col", role: role("columnheader"), class: (n > 0).then_some("number"), "{head}" }
                    }
                }
            }
            tbody { role: role("rowgroup"),
                for row in rows {
                    tr { role: role("row"),
                        for (n , cell) in row.into_iter().enumerate() {
                            if n == 0 {
                                th { scope: "row", role: role("rowheader"), "{cell}" }
                            } else {
                                td { class: "number", role: role("cell"), "data-label": cards.then(|| heads.get(n).copied()), "{cell}" }
                            }
                        }
                    }
                }
            }
        }
    };
    // Between a phone and a wide page cards are tables again, which may have too little room.
    rsx! {
        div { class: "scroll-x", tabindex: "0", role: "region", aria_label: "{caption}", {table} }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(narrow: Narrow) -> String {
        let rows = vec![vec!["Monday".to_owned(), "<12>".to_owned()]];
        dioxus::ssr::render_element(table("Visits", &["Day", "Visits"], rows, narrow))
    }

    #[test]
    fn a_card_names_its_figures_and_stays_a_row_of_a_table() {
        let html = made(Narrow::Cards);
        for part in [
            "role=\"table\"",
            "role=\"rowheader\"",
            "data-label=\"Visits\"",
            "&#60;12&#62;",
        ] {
            assert!(html.contains(part), "{part}: {html}");
        }
    }

    #[test]
    fn what_scrolls_is_reached_by_keyboard() {
        let html = made(Narrow::Scrolls);
        assert!(
            html.contains("tabindex=\"0\" role=\"region\" aria-label=\"Visits\""),
            "{html}"
        );
        assert!(!html.contains("data-label"), "{html}");
    }
}
