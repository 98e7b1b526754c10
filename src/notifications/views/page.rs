//! The centre: everything that somebody was told, the newest first.

use dioxus::prelude::*;

use super::use_live;
use crate::answer::use_answer;
use crate::notifications::api;
use crate::notifications::model::{Notification, Unread};
use crate::paging::MOST;
use crate::place::Location;
use crate::ui::*;

const PAGE: u64 = 20;
const HERE: &str = "/notifications";

/// Your notifications. `cursor` is empty on the first page.
#[component]
pub fn NotificationsPage(cursor: ReadSignal<String>) -> Element {
    let live = use_live();
    // More of them means a longer page rather than another one after it, so that a list that
    // moves down when something new arrives has no hole.
    let mut shown = use_signal(|| PAGE);
    let mut page = use_answer(move || {
        live.news.read();
        live.tick.read();
        let cursor = Some(cursor()).filter(|cursor| !cursor.is_empty());
        api::list(None, cursor, Some(shown.read().to_string()))
    })?;
    let at_clients = clock::use_client();
    let answer = page.read();
    let body = match &*answer {
        Err(error) => rsx! {
            Trouble { error: error.clone(), onretry: move |()| page.restart() }
        },
        Ok(page) if page.items.is_empty() => rsx! {
            Empty { icon: IconName::Bell, title: t!("notifications-empty"),
                p { {t!("notifications-empty-why")} }
                div { class: "row",
                    ButtonLink { to: "/appointments", label: t!("notifications-empty-go") }
                }
            }
        },
        Ok(page) => rsx! {
            h2 { class: "visually-hidden", {t!("notifications-list")} }
            ul { class: "card flush news",
                for item in page.items.iter().cloned() {
                    Item { key: "{item.id}", item, at_clients }
                }
            }
            if let Some(next) = &page.next {
                LoadMore {
                    href: [HERE, "?cursor=", next.as_str()].concat(),
                    // A page has its limit: after that the link leads on to the next one.
                    onmore: (shown() < MOST).then(|| EventHandler::new(move |()| shown.set((shown() + PAGE).min(MOST)))),
                }
            }
        },
    };
    let newest = match &*answer {
        Ok(page) => page.items.first().map(|item| item.number),
        Err(_) => None,
    };
    rsx! {
        PageTitle { text: t!("notifications-title") }
        div { class: "stack",
            PageHeader {
                title: t!("notifications-title"),
                lede: newest.map(|_| t!("notifications-summary", count = *live.unread.read())),
                actions: newest.filter(|_| *live.unread.read() > 0).map(|through| rsx! {
                    MarkAll { through }
                }),
            }
            if !cursor.read().is_empty() {
                a { href: HERE, {t!("notifications-back")} }
            }
            {body}
        }
    }
}

/// Marks all read that the page shows or that came before.
#[component]
fn MarkAll(through: i64) -> Element {
    let form = use_form("/api/notifications/read-all");
    let live = use_live();
    rsx! {
        PostForm {
            form,
            to: HERE,
            back: HERE,
            class: "row",
            // The button goes, maybe before the answer is there: the stream is as fast.
            focus_to: "page-title",
            onsaved: move |left: Saved| {
                if let Some(Unread { unread }) = left.read() {
                    live.marked(|_| unread);
                }
            },
            Hidden { name: "through", value: through.to_string() }
            SubmitButton { form, label: t!("notifications-mark-all"), kind: ButtonKind::Second, small: true }
        }
    }
}

#[component]
fn Item(item: Notification, at_clients: bool) -> Element {
    let id = item.id;
    let unread = !item.read;
    let title_id = format!("notification-{}", item.number);
    rsx! {
        li { class: if unread { "unread" },
            div { class: "stack gap-2",
                h3 {
                    a {
                        id: "{title_id}",
                        href: "{item.link}",
                        onclick: move |_| {
                            if unread {
                                mark_opened(&id.to_string());
                            }
                        },
                        "{item.title}"
                    }
                }
                p { class: "pre-line", "{item.body}" }
                if let Some(location) = item.location.clone() {
                    Place { location }
                }
                p { class: "row gap-2 small quiet",
                    if unread {
                        Badge { label: t!("notifications-unread"), tone: "accent" }
                    }
                    time { datetime: crate::time::rfc3339(item.created_at), {clock::reads(item.created_at, at_clients)} }
                }
            }
            if unread {
                MarkOne { id: id.to_string(), title_id: title_id.clone(), about: item.title }
            }
        }
    }
}

/// Whoever opens what a notification is about has read it. The page goes meanwhile, so the
/// call must not go with it.
fn mark_opened(id: &str) {
    let call = send("POST", read_path(id), Fields::new());
    dioxus::core::spawn_forever(async move {
        // It stays unread where this fails, which loses nothing.
        let _ = call.await;
    });
}

/// Where one is marked read.
fn read_path(id: &str) -> String {
    ["/api/notifications/", id, "/read"].concat()
}

/// Marks one read.
#[component]
fn MarkOne(id: String, title_id: String, about: String) -> Element {
    let form = use_form_in(&read_path(&id), &title_id);
    let live = use_live();
    rsx! {
        PostForm {
            form,
            to: HERE,
            back: HERE,
            class: "row",
            // The button goes, as above.
            focus_to: title_id,
            onsaved: move |_: Saved| live.marked(|before| before.saturating_sub(1)),
            SubmitButton { form, label: t!("notifications-mark-one"), about, kind: ButtonKind::Second, small: true }
        }
    }
}

/// Where to go, with a way to a map.
#[component]
fn Place(location: Location) -> Element {
    let map = location.map_link();
    rsx! {
        div { class: "place",
            Icon { name: IconName::Pin }
            div {
                if !location.name.is_empty() {
                    p { class: "strong", "{location.name}" }
                }
                p { dir: "auto", "{location.address}" }
                p { a { href: map, rel: "noopener", {t!("notifications-map")} } }
            }
        }
    }
}
