//! Lists: `{items, next}` with a keyset cursor, never an offset.

use serde::Serialize;

use crate::wire::wire;

/// One page of a list; `next` is the cursor of the page after it, if there is one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Page<T> {
    pub items: Vec<T>,
    pub next: Option<String>,
}

wire!(Page<T> { items, next });

impl<T> Page<T> {
    /// A list that fits on one page.
    pub fn whole(items: Vec<T>) -> Self {
        Self { items, next: None }
    }

    /// The same page with each item turned into another.
    pub fn map<U>(self, f: impl FnMut(T) -> U) -> Page<U> {
        Page {
            items: self.items.into_iter().map(f).collect(),
            next: self.next,
        }
    }
}

/// The most items that one page may hold.
pub const MOST: u64 = 100;

/// How many items a caller wants: 50 unless told, at most [`MOST`].
///
/// # Errors
/// A sentence for the field `limit`.
#[cfg(feature = "server")]
pub fn parse_limit(text: Option<&str>) -> Result<u64, String> {
    match text.map(str::trim).filter(|text| !text.is_empty()) {
        None => Ok(50),
        Some(text) => match text.parse() {
            Ok(n) if (1..=MOST).contains(&n) => Ok(n),
            _ => Err(ts!("error-limit", most = MOST)),
        },
    }
}

/// The sentence for a field `cursor` that no page of ours gave out.
#[cfg(feature = "server")]
pub fn no_cursor() -> String {
    ts!("error-cursor")
}

/// Cuts a page out of rows read with `limit + 1`; `cursor` names the last one kept.
pub fn cut<T>(mut rows: Vec<T>, limit: u64, cursor: impl Fn(&T) -> String) -> Page<T> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = if more { rows.last().map(cursor) } else { None };
    Page { items: rows, next }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_have_bounds() {
        assert_eq!(parse_limit(None), Ok(50));
        assert_eq!(parse_limit(Some("7")), Ok(7));
        for wrong in ["0", "101", "-1", "x"] {
            assert!(parse_limit(Some(wrong)).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_full_page_names_the_next() {
        let page = cut(vec![1, 2, 3], 2, |n| n.to_string());
        assert_eq!((page.items, page.next), (vec![1, 2], Some("2".into())));
        let last = cut(vec![1, 2], 2, |n| n.to_string());
        assert_eq!(last.next, None);
    }
}
