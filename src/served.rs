//! Pages that only show: the server makes them, and the client puts them in their place.
//!
//! What has no more than links and GET forms to it needs no code in the browser. Such a page is one
//! function of its feature's `views`, built for the server alone, which gives a [`ServedPage`]: its
//! title, and the rest as HTML. All of them share one component and one
//! call, [`page`], which asks [`Route::access`](crate::app::Route::access) again who may see what it
//! makes. A new page is a line in `made` and, where not everybody may see it, one in `Route::access`.
//!
//! In the HTML links are plain `a` elements (see `ui::follow`), and what should keep the focus
//! where other HTML takes its place has an `id`. What only this reader's browser knows it fills in
//! afterwards (`ui::browser::fill_in`).

use dioxus::prelude::*;
use serde::Serialize;

use crate::answer::use_answer;
use crate::app::Problem;
use crate::ask::reading;
use crate::error::Answer;
use crate::ui::{Html, Made, PageTitle, browser};
use crate::wire::wire;

#[cfg(feature = "server")]
pub use made::Query;

#[cfg(feature = "server")]
use crate::accounts::identity::Anyone;

/// A page as the server made it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ServedPage {
    /// The title of the document.
    pub title: String,
    /// All of the page, its heading too.
    pub part: Html,
    /// The HTTP status that the page has where the browser opens it.
    pub status: u16,
}

wire!(ServedPage {
    title,
    part,
    status
});

#[cfg(feature = "server")]
impl ServedPage {
    /// A page that shows what it should.
    pub fn new(title: impl Into<String>, page: Element) -> Self {
        Self {
            title: title.into(),
            part: Html::of(page),
            status: 200,
        }
    }

    /// With another status, which the page itself explains.
    #[must_use]
    pub fn status(self, status: u16) -> Self {
        Self { status, ..self }
    }
}

reading! {
    /// A page of this site that the server makes; `path` is its address, with its query.
    ///
    /// # Errors
    /// 401 for nobody, 403 for another role, 404 for what is somebody else's, where the page says so.
    #[get("/api/page?path", caller: Anyone)]
    pub async fn page(path: Option<String>) -> Answer<ServedPage> {
        made::page(&caller, &path.unwrap_or_default()).await
    }
}

/// The page at the present address. One that `follows` a part of what is live is asked for again
/// whenever that moves.
pub fn here(follows: Option<Signal<u64>>) -> Element {
    let address = browser::address();
    let path = address[..address.find('?').unwrap_or(address.len())].to_owned();
    rsx! {
        // A list of one: another path is another page, whose heading takes the focus. Another query is
        // the same page, on which the focus stays.
        for _ in [()] {
            At { key: "{path}", address: address.clone(), follows }
        }
    }
}

#[component]
fn At(address: ReadSignal<String>, follows: ReadSignal<Option<Signal<u64>>>) -> Element {
    let mut answer = use_answer(move || {
        if let Some(part) = *follows.read() {
            part.read();
        }
        page(Some(address.read().clone()))
    })?;
    let arrived = use_hook(browser::is_hydrated);
    use_effect(move || {
        if arrived {
            spawn(browser::arrive("page-title"));
        }
    });
    match &*answer.read() {
        Ok(page) => {
            #[cfg(feature = "server")]
            made::say(page.status);
            rsx! {
                PageTitle { text: page.title.clone() }
                Made { part: page.part.clone() }
            }
        }
        Err(error) => {
            rsx! { Problem { error: error.clone(), onretry: move |()| answer.restart() } }
        }
    }
}

#[cfg(feature = "server")]
mod made {
    use std::str::FromStr;

    use dioxus::fullstack::{FullstackContext, StatusCode};
    use dioxus::prelude::*;
    use uuid::Uuid;

    use super::ServedPage;
    use crate::accounts::identity::Anyone;
    use crate::accounts::model::Role;
    use crate::app::{Access, Route};
    use crate::appointments::views as appointments;
    use crate::directory::views as directory;
    use crate::error::{Answer, AppError};
    use crate::oversight::reports::views as reports;
    use crate::ui::PageHeader;
    use crate::waiting::views as waiting;

    /// What an address asks for.
    pub struct Query {
        text: String,
        pairs: Vec<(String, String)>,
    }

    impl Query {
        fn read(text: &str) -> Self {
            let pairs = url::form_urlencoded::parse(text.as_bytes());
            Self {
                text: text.to_owned(),
                pairs: pairs.into_owned().collect(),
            }
        }

        /// All of it, as it stands in the address.
        pub fn text(&self) -> &str {
            &self.text
        }

        /// What is asked by this name, without space around it; empty where nothing is.
        pub fn get(&self, name: &str) -> String {
            let mut all = self.pairs.iter();
            let found = all.find(|(found, _)| found == name);
            found.map_or_else(String::new, |(_, value)| value.trim().to_owned())
        }

        /// The same, where something is asked.
        pub fn some(&self, name: &str) -> Option<String> {
            Some(self.get(name)).filter(|value| !value.is_empty())
        }
    }

    /// Every page that is served, by its path.
    pub async fn page(caller: &Anyone, address: &str) -> Answer<ServedPage> {
        let Ok(route) = Route::from_str(address);
        let (role, id) = let_in(caller, &route)?;
        let app = &caller.app;
        let query = Query::read(route.query());
        match (route.path().as_slice(), role) {
            ([], _) => directory::landing(app).await,
            (["doctors"], _) => directory::doctors(app, &query).await,
            (["doctors", doctor], _) => directory::doctor(app, doctor, &query).await,
            (["guide"], _) => directory::guide(app, &query).await,
            (["appointments"], Some(Role::Patient)) => appointments::cases(app, id, &query).await,
            (["appointments"], Some(Role::Doctor)) => appointments::week(app, id, &query).await,
            (["patients"], _) => appointments::patients(app, id, &query).await,
            (["patients", patient], _) => appointments::patient(app, id, patient).await,
            (["reports"], _) => reports::reports(app, id, &query).await,
            (["waiting"], _) => waiting::waiting(app, id, &query).await,
            _ => Ok(nowhere()),
        }
    }

    /// Who asks, where they may: the gate and the frame have asked the same.
    fn let_in(caller: &Anyone, route: &Route) -> Answer<(Option<Role>, Uuid)> {
        let who = caller.identity.as_ref();
        let role = who.map(|who| who.role);
        match (route.access(), role) {
            (Access::SignedIn | Access::Only(_), None) => return Err(AppError::unauthenticated()),
            (Access::Only(needed), Some(role)) if role != needed => {
                return Err(AppError::forbidden());
            }
            _ => {}
        }
        Ok((role, who.map(|who| who.user_id).unwrap_or_default()))
    }

    /// The status of the page that is being rendered, where it is no good one.
    pub fn say(status: u16) {
        if status != 200 {
            let status = StatusCode::from_u16(status).unwrap_or_default();
            FullstackContext::commit_http_status(status, None);
        }
    }

    /// No such page.
    fn nowhere() -> ServedPage {
        let page = rsx! {
            PageHeader { title: ts!("server-no-page") }
            p { {ts!("server-no-page-what-now")} }
            div { class: "row",
                a { class: "button", href: "/", {ts!("server-find-doctor")} }
                a { class: "button second", href: "/appointments", {ts!("server-your-appointments")} }
            }
        };
        ServedPage::new(ts!("server-no-page-title"), page).status(404)
    }
}
