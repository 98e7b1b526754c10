//! The way to the notifications, with how many are unread.

use dioxus::prelude::*;

use super::use_live;
use crate::ui::{Icon, IconName};

/// A link to the notifications that counts the unread.
#[component]
pub fn Bell() -> Element {
    let unread = *use_live().unread.read();
    rsx! {
        a { class: "icon-button", href: "/notifications", aria_label: label(unread),
            Icon { name: IconName::Bell }
            if unread > 0 {
                span { class: "count", aria_hidden: "true", {count(unread)} }
            }
        }
    }
}

fn label(unread: u64) -> String {
    match unread {
        0 => t!("notifications-title"),
        unread => t!("notifications-bell-unread", count = unread),
    }
}

/// Short enough for the corner of an icon.
fn count(unread: u64) -> String {
    if unread > 99 {
        "99+".into()
    } else {
        unread.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bell_says_how_many() {
        assert_eq!(label(0), "Notifications");
        assert_eq!(label(3), "Notifications, 3 unread");
        assert_eq!((count(99), count(100)), ("99".into(), "99+".into()));
    }
}
