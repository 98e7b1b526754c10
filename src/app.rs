//! The frame around every page; [`Route`] is the map of them.

mod route;

pub use route::{Access, Route, is_local, leading_on};

use dioxus::prelude::*;

use crate::accounts::api;
use crate::accounts::model::{Role, Viewer};
use crate::accounts::views::SignOut;
use crate::answer::{Shown, use_answer};
use crate::error::{AppError, ErrorKind};
use crate::notifications::views::{Bell, use_live_provider};
use crate::texts::Languages;
use crate::ui::*;

/// The root: what every page has before it is a page.
#[component]
pub fn App() -> Element {
    let replay = use_server_cached(waiting_replay);
    provide_ui("MedAppoint", replay);
    mark_hydrated();
    use_hook(link_files);
    rsx! {
        ErrorBoundary { handle_error: |_| rsx! { Broken {} },
            SuspenseBoundary { fallback: |_| rsx! { SkeletonRows {} },
                Router::<Route> {}
            }
        }
    }
}

/// What a form without JavaScript left for this page view.
fn waiting_replay() -> Option<Replay> {
    #[cfg(feature = "server")]
    return dioxus::fullstack::FullstackContext::current()?.extension::<Replay>();
    #[cfg(not(feature = "server"))]
    None
}

/// Puts stylesheet, icon and description in the head. The client finds them there: its own way of adding
/// to the head evaluates a script, which the content security policy forbids.
fn link_files() {
    const STYLES: Asset = asset!("/assets/medappoint.css");
    const ICON: Asset = asset!("/assets/favicon.svg");
    #[cfg(feature = "server")]
    {
        let head = dioxus::document::document();
        let link = |rel: &str, href: Asset| {
            head.create_link(
                dioxus::document::LinkProps::builder()
                    .rel(rel.to_owned())
                    .href(href.to_string())
                    .build(),
            );
        };
        link("stylesheet", STYLES);
        link("icon", ICON);
        let meta = |name: &str, content: &str| {
            head.create_meta(
                dioxus::document::MetaProps::builder()
                    .name(name.to_owned())
                    .content(content.to_owned())
                    .build(),
            );
        };
        meta("color-scheme", "light dark");
        meta("description", &ts!("server-description"));
    }
    // Named on both sides, so that the build lays the files out whichever it reads.
    let _ = (STYLES, ICON);
}

/// Who is signed in, for whatever is inside the frame.
#[derive(Clone, Copy, PartialEq)]
pub struct Session {
    answer: Shown<Option<Viewer>>,
}

impl Session {
    /// Who is signed in. Reading it subscribes.
    pub fn viewer(&self) -> Option<Viewer> {
        self.answer.get().ok().flatten()
    }

    /// Somebody has signed in.
    pub fn enter(&mut self, viewer: Option<Viewer>) {
        self.answer.set(Ok(viewer));
    }

    /// Asks the server again: after a change of name or photo.
    pub fn refresh(&mut self) {
        self.answer.restart();
    }
}

/// Who is signed in, in a page.
pub fn use_session() -> Session {
    use_context::<Session>()
}

/// The bar above, the page, the dock below on a phone.
#[component]
fn Frame() -> Element {
    let answer = use_answer(api::viewer)?;
    let session = use_context_provider(|| Session { answer });
    let viewer = session.viewer();
    use_live_provider(viewer.clone());
    let role = viewer.as_ref().map(|viewer| viewer.role);
    let route = use_route::<Route>();
    let unavailable = answer.get().err();
    rsx! {
        div {
            class: if viewer.is_some() { "frame with-dock" } else { "frame" },
            onclick: |event| follow(&event),
            onsubmit: |event| ask(&event),
            a { class: "skip", href: "#content", {t!("app-skip")} }
            header { class: "bar",
                div { class: "wide",
                    a { class: "mark", href: "/", Mark {} "MedAppoint" }
                    nav { class: "tabs", aria_label: t!("app-nav-main"),
                        for entry in entries(role) {
                            Entry { key: "{entry.path}", entry: entry.clone(), route: route.clone() }
                        }
                    }
                    div { class: "end",
                        match viewer.clone() {
                            Some(viewer) => rsx! {
                                Bell {}
                                Menu { viewer }
                            },
                            None => rsx! {
                                a { class: "button plain", href: "/login", {t!("app-nav-sign-in")} }
                                a { class: "button", href: "/register", {t!("app-register")} }
                            },
                        }
                    }
                }
                {offline_note()}
            }
            main { id: "content", class: "wide page", tabindex: "-1",
                if let Some(error) = unavailable {
                    PageTitle { text: t!("app-try-later") }
                    PageHeader { title: t!("app-try-later") }
                    Trouble { error }
                } else if allowed(&route, role) {
                    if let Some(Viewer { role: Role::Doctor, verified: false, .. }) = viewer {
                        Banner { kind: BannerKind::Info, title: t!("app-unverified-title"),
                            p { {t!("app-unverified")} }
                        }
                    }
                    SuspenseBoundary { fallback: |_| rsx! { SkeletonRows { rows: 5 } },
                        ErrorBoundary { handle_error: |_| rsx! { Broken {} },
                            Outlet::<Route> {}
                        }
                    }
                } else {
                    Refused { route: route.clone(), signed_in: role.is_some() }
                }
            }
            footer { class: "foot",
                div { class: "wide",
                    p { class: "small quiet", {t!("app-emergency")} }
                    Languages { to: route.to_string() }
                }
            }
            if viewer.is_some() {
                nav { class: "dock", aria_label: t!("app-nav-below"),
                    for entry in entries(role).into_iter().chain([you()]) {
                        Entry { key: "{entry.path}", entry: entry.clone(), route: route.clone(), icon: true }
                    }
                }
            }
            ToastRegion {}
        }
    }
}

fn allowed(route: &Route, role: Option<Role>) -> bool {
    match route.access() {
        Access::Public | Access::SignedOut => true,
        Access::SignedIn => role.is_some(),
        Access::Only(needed) => role == Some(needed),
    }
}

/// A place in the navigation.
#[derive(Clone, PartialEq)]
struct Place {
    label: String,
    icon: IconName,
    path: &'static str,
}

fn you() -> Place {
    Place {
        label: t!("app-nav-you"),
        icon: IconName::Person,
        path: "/settings",
    }
}

/// What this role needs at hand.
fn entries(role: Option<Role>) -> Vec<Place> {
    let place = |label, icon, path| Place { label, icon, path };
    match role {
        Some(Role::Doctor) => vec![
            place(t!("app-nav-requests"), IconName::Inbox, "/appointments"),
            place(t!("app-nav-patients"), IconName::Person, "/patients"),
            place(t!("app-nav-hours"), IconName::Clock, "/availability"),
            place(t!("app-nav-reports"), IconName::Chart, "/reports"),
        ],
        Some(Role::Patient) => vec![
            place(
                t!("app-nav-appointments"),
                IconName::Calendar,
                "/appointments",
            ),
            place(t!("app-nav-doctors"), IconName::Search, "/doctors"),
        ],
        Some(Role::Administrator) => vec![],
        None => vec![place(t!("app-nav-doctors"), IconName::Search, "/doctors")],
    }
}

#[component]
fn Entry(entry: Place, route: Route, #[props(default)] icon: bool) -> Element {
    let here = route.path().first().copied() == entry.path.strip_prefix('/');
    rsx! {
        a { href: entry.path, aria_current: here.then_some("page"),
            if icon {
                Icon { name: entry.icon }
            }
            "{entry.label}"
        }
    }
}

/// You: settings and the way out. A disclosure, so that it opens without JavaScript.
#[component]
fn Menu(viewer: Viewer) -> Element {
    rsx! {
        details { class: "menu",
            summary { aria_label: t!("app-account-menu"),
                Avatar { name: viewer.full_name.clone(), image: viewer.photo.clone() }
            }
            ul {
                li { class: "who", "{viewer.full_name}" }
                li { a { href: "/settings", {t!("app-settings")} } }
                li { class: "sep", SignOut {} }
            }
        }
    }
}

#[component]
fn Mark() -> Element {
    rsx! {
        svg { view_box: "0 0 32 32", "aria-hidden": "true",
            rect { x: "2", y: "2", width: "28", height: "28", rx: "9", fill: "currentColor" }
            path { class: "tick", d: "M9 17.2l4.6 4.6L23.4 11", fill: "none" }
        }
    }
}

/// A page that this person may not see, met by navigation in the browser or by a wrong role.
#[component]
fn Refused(route: Route, signed_in: bool) -> Element {
    #[cfg(feature = "server")]
    dioxus::fullstack::FullstackContext::commit_http_status(
        dioxus::fullstack::StatusCode::FORBIDDEN,
        None,
    );
    rsx! {
        if signed_in {
            PageTitle { text: t!("app-refused-title") }
            PageHeader { title: t!("app-refused") }
            p { {t!("app-refused-why")} " " a { href: "/appointments", {t!("app-refused-go")} } }
        } else {
            PageTitle { text: t!("app-sign-in") }
            PageHeader { title: t!("app-sign-in-first") }
            p { {t!("app-sign-in-then")} }
            div { class: "row",
                a { class: "button", href: leading_on("/login", &route.to_string()), {t!("app-sign-in")} }
                a { class: "button second", href: leading_on("/register", &route.to_string()), {t!("app-create-account")} }
            }
        }
    }
}

/// What a page shows where what it is about could not be had.
#[component]
pub fn Problem(error: AppError, #[props(default)] onretry: Option<EventHandler<()>>) -> Element {
    let route = use_route::<Route>();
    match error.kind {
        ErrorKind::Unauthenticated => rsx! { Refused { route, signed_in: false } },
        ErrorKind::Forbidden => rsx! { Refused { route, signed_in: true } },
        ErrorKind::NotFound => rsx! {
            PageTitle { text: t!("app-not-found-title") }
            PageHeader { title: error.message, lede: t!("app-not-found-lede") }
            div { class: "row",
                a { class: "button", href: "/appointments", {t!("app-your-appointments")} }
                a { class: "button second", href: "/doctors", {t!("app-find-doctor")} }
            }
        },
        _ => rsx! {
            PageTitle { text: t!("app-try-later") }
            PageHeader { title: t!("app-try-later") }
            Trouble { error, onretry }
        },
    }
}

/// Something that should not happen did.
#[component]
fn Broken() -> Element {
    rsx! {
        PageTitle { text: t!("app-broken-title") }
        div { class: "stack",
            PageHeader { title: t!("app-broken-title") }
            Trouble { error: AppError::new(ErrorKind::Internal, t!("app-broken")) }
        }
    }
}
