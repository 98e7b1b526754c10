//! The text of Server-Sent Events (WHATWG HTML, section 9.2).

use serde::Serialize;

/// Appends an event. JSON has no line breaks, so its data is one line.
pub fn event<T: Serialize>(
    out: &mut String,
    name: &str,
    id: Option<i64>,
    data: &T,
) -> serde_json::Result<()> {
    let data = serde_json::to_string(data)?;
    out.push_str("event: ");
    out.push_str(name);
    if let Some(id) = id {
        out.push_str("\nid: ");
        out.push_str(&id.to_string());
    }
    out.push_str("\ndata: ");
    out.push_str(&data);
    out.push_str("\n\n");
    Ok(())
}

/// A comment, which says no more than that the connection lives.
pub const HEARTBEAT: &str = ": alive\n\n";

/// How long the browser waits before it connects again, in milliseconds.
pub fn retry(milliseconds: u64) -> String {
    format!("retry: {milliseconds}\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notifications::model::Unread;

    #[test]
    fn an_event_is_lines_and_an_empty_one() {
        let mut out = String::new();
        event(&mut out, "unread", None, &Unread { unread: 3 }).unwrap();
        event(&mut out, "notification", Some(7), &"two\nlines").unwrap();
        assert_eq!(
            out,
            "event: unread\ndata: {\"unread\":3}\n\nevent: notification\nid: 7\ndata: \"two\\nlines\"\n\n"
        );
    }
}
