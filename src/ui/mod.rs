//! The design system: page frame, forms, feedback, data display. It knows no product.
//!
//! Every part is plain HTML that works before the client arrives; hydration adds comfort,
//! never function. `form` is the contract with the server: a real `<form>` whose answer is
//! either a redirect or the same page with the error and the values typed. What touches the
//! browser stands in `browser` alone and does nothing on a server. Classes live in
//! `assets/medappoint.css`; there is no style attribute, since the CSP forbids them.
//! A root component calls `provide_ui`, then `mark_hydrated`; its layout holds one
//! `ToastRegion`; each page has one `PageTitle` and one `PageHeader`.

mod avatar;
mod banner;
pub mod browser;
mod button;
#[cfg(feature = "server")]
pub mod calendar;
#[cfg(feature = "server")]
pub mod chart;
pub mod clock;
mod dialog;
mod disclosure;
mod empty;
mod error_summary;
mod facts;
mod fields;
mod figures;
pub mod form;
#[cfg(all(feature = "server", debug_assertions))]
pub mod gallery;
mod icons;
mod links;
mod made;
#[cfg(feature = "server")]
pub mod map;
mod offline;
mod page;
mod pagination;
mod progress;
mod skeleton;
mod status;
#[cfg(feature = "server")]
pub mod table;
mod tabs;
mod timeline;
mod toast;

pub use avatar::{Avatar, initials, portrait};
pub use banner::{Banner, BannerKind};
pub use button::{Button, ButtonKind, ButtonLink, SubmitButton};
pub use dialog::Dialog;
pub use disclosure::{ActionPanel, Actions, Disclosure};
pub use empty::{Empty, Trouble};
pub use error_summary::ErrorSummary;
pub use facts::{Fact, Facts};
pub use fields::{
    Checkbox, Choice, DateField, FileField, Hidden, PasswordField, PictureField, RadioCards,
    SelectField, TextArea, TextField, combobox, proposals,
};
pub use figures::{Figure, Figures};
pub use form::{
    Fields, Form, IdempotencyKey, PostForm, Replay, ReplayContext, Saved, send, use_form,
    use_form_in,
};
pub use icons::{Icon, IconName};
pub use links::{ask, follow};
pub use made::{Html, Made};
pub use offline::offline_note;
pub use page::{Crumbs, PageHeader, PageTitle, mark_hydrated, provide_ui};
pub use pagination::LoadMore;
pub use progress::progress;
#[cfg(feature = "server")]
pub use progress::progress_bar;
pub use skeleton::{SkeletonCard, SkeletonRows, SkeletonText};
pub use status::{Badge, StatusPill, pill};
pub use tabs::Subnav;
pub use timeline::{Timeline, TimelineItem};
pub use toast::{ToastRegion, Toasts, use_toasts};
