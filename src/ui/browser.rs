//! The few things that a page asks of its browser. On a server each of them does nothing.

/// Whether the client has rendered its first page. What comes later was made here, not
/// by the server: it has no replay, and takes the focus.
pub fn is_hydrated() -> bool {
    imp::is_hydrated()
}

/// Notes that the client is in charge, as `data-hydrated="true"` on the root element.
pub fn mark_hydrated() {
    imp::mark_hydrated();
}

/// Sets the document's title.
pub fn set_title(title: &str) {
    imp::set_title(title);
}

/// The path and query of the page, as they stand in the address: the router takes a query apart
/// by rules of its own.
pub fn address() -> String {
    imp::address().unwrap_or_default()
}

/// Moves the focus to the element with this id, scrolling it into view.
pub fn focus(id: &str) {
    imp::focus(id, false);
}

/// Moves the focus to the element with this id and leaves the scroll position alone.
pub fn focus_quietly(id: &str) {
    imp::focus(id, true);
}

/// Moves the focus to the heading of a page that the client has led to, as soon as it is there
/// (a page may wait for its data), and scrolls to where somebody was who comes back to it.
pub async fn arrive(id: &str) {
    imp::arrive(id).await;
}

/// Where what has the focus goes from the page in the next two seconds, as a form does with its
/// success, the page's heading takes the focus.
pub fn catch_focus() {
    imp::catch_focus();
}

/// From now on Escape closes the disclosure that has the focus, a press elsewhere an open menu,
/// [`arrive`] knows who comes back, and keys press buttons: while an element with the attribute
/// `data-keys` has the focus, a key presses the button beside it whose `data-key` names it, with
/// Shift where that is held. (A handler of the framework's own would bring a table of all the keys
/// there are into the client.)
pub fn listen() {
    imp::listen();
}

/// Gives every field of the form with this id its first value again.
pub fn reset_form(id: &str) {
    imp::reset_form(id);
}

/// Opens or closes the `<dialog>` with this id, as a modal.
pub fn set_dialog(id: &str, open: bool) {
    imp::set_dialog(id, open);
}

/// The page of ours that the link under the pointer leads to.
pub fn link_under(event: &dioxus::prelude::MouseEvent) -> Option<String> {
    imp::link_under(event)
}

/// The page of ours that a GET form leads to, with its fields that are filled in.
pub fn asked_by(event: &dioxus::prelude::FormEvent) -> Option<String> {
    imp::asked_by(event)
}

/// Fills in what the server can't know in the parts that it made: beside each instant
/// (`data-instant`) how it reads on this browser's clock, where that is not what
/// the element's `data-reads` says it is on the clinic's.
pub fn fill_in() {
    imp::fill_in();
}

/// The same once the page stands as it is being rendered.
pub fn fill_in_soon() {
    imp::fill_in_soon();
}

/// What has the focus in a part that the server made, so that [`refocus`] finds it again in the
/// part that takes its place: by its id, or by where it leads.
pub fn focused_in_made() -> Option<String> {
    imp::focused_in_made()
}

/// Gives the focus back that went with a part: to what this names, else to the page's heading.
pub fn refocus(named: &str) {
    imp::refocus(named);
}

/// Puts a text where people paste from; false where this browser does not let us.
pub fn copy(text: &str) -> bool {
    imp::copy(text)
}

/// What stands in the field with this id.
pub fn typed_in(id: &str) -> String {
    imp::typed_in(id)
}

/// Puts a text into the field with this id, in place of what stands there.
pub fn type_in(id: &str, text: &str) {
    imp::type_in(id, text);
}

/// How many pixels to the right of the middle of the element with this id, and below it, a press
/// was. Nothing where it was on something inside the element.
pub fn press_from_middle(event: &dioxus::prelude::MouseEvent, id: &str) -> Option<(f64, f64)> {
    imp::press_from_middle(event, id)
}

/// Shows the picture that was chosen in the file field with this id in the image with that one,
/// as soon as it is read. False where no picture was chosen.
pub fn show_picture(field: &str, image: &str) -> bool {
    imp::show_picture(field, image).is_some()
}

/// Notes whether what keeps the page up to date has lost its way to the server, as the attribute
/// `data-lost` of the root element. (Whether the browser itself is offline is `data-offline`.)
pub fn note_lost(lost: bool) {
    imp::note("data-lost", lost);
}

/// Runs this once the browser has seen to what else waits for it (HTML, "queue a task"). Where there
/// is no browser, at once.
pub fn in_a_task_of_its_own(run: impl FnOnce() + 'static) {
    imp::in_a_task_of_its_own(run);
}

/// A fresh random key, for telling a repeated submission from a new one.
pub fn random_key() -> String {
    imp::random_key()
}

#[cfg(all(feature = "web", not(feature = "server")))]
mod client;
#[cfg(all(feature = "web", not(feature = "server")))]
use client as imp;
#[cfg(not(all(feature = "web", not(feature = "server"))))]
mod nowhere;
#[cfg(not(all(feature = "web", not(feature = "server"))))]
use nowhere as imp;
