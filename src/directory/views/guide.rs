//! `/guide`: from what troubles somebody to a kind of doctor.
//!
//! The answers stand in the address, and each step is a plain form or links (`parts`).

mod end;
mod parts;

pub(super) use parts::{crisis_line, numbers};

use dioxus::prelude::*;

use super::GP;
use crate::directory::guide::answers::Answers;
use crate::directory::guide::told::Told;
use crate::directory::guide::walk;
use crate::directory::service;
use crate::error::Answer;
use crate::served::{Query, ServedPage};
use crate::server::state::App;
use crate::ui::*;

/// `/guide?where=&who=&signs=&what=&since=&how=&at=`
///
/// # Errors
/// When the database does not answer where the doctors at the end come from.
pub async fn guide(app: &App, query: &Query) -> Answer<ServedPage> {
    let step = guide_told(app, &Answers::read(query.text())).await?.step;
    let page = rsx! {
        div { class: "stack gap-5",
            PageHeader {
                title: step.title.clone(),
                eyebrow: step.eyebrow,
                lede: step.lede,
                back: step.back.map(|back| (back, ts!("directory-back"))),
            }
            Made { part: step.part }
        }
    };
    Ok(ServedPage::new(step.title, page))
}

/// The step after these answers.
///
/// # Errors
/// As those of [`guide`].
pub async fn guide_told(app: &App, answers: &Answers) -> Answer<Told> {
    let next = walk::next(answers);
    let (doctors, listed) = match &next {
        walk::Next::End(end) => {
            let first = end.first.specialty.slug;
            let second = end.second.as_ref().map_or(GP, |lead| lead.specialty.slug);
            let listed = service::with_doctors(app, &[first, second, GP]).await?;
            (service::free_soonest(app, first, 3).await?, listed)
        }
        _ => (Vec::new(), Vec::new()),
    };
    let step = parts::guide_step(answers, &next, &doctors, &listed);
    Ok(Told::new(answers, &next, doctors, step))
}
