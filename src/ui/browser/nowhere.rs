//! On a server, where there is no browser.

pub fn is_hydrated() -> bool {
    false
}

pub fn mark_hydrated() {}

pub fn set_title(title: &str) {
    #[cfg(feature = "server")]
    dioxus::document::document().set_title(title.to_owned());
    #[cfg(not(feature = "server"))]
    let _ = title;
}

pub fn address() -> Option<String> {
    #[cfg(feature = "server")]
    {
        let page = dioxus::fullstack::FullstackContext::current()?;
        let whole = page.parts_mut().uri.path_and_query().cloned();
        Some(whole?.to_string())
    }
    #[cfg(not(feature = "server"))]
    None
}

pub fn focus(_id: &str, _quietly: bool) {}

pub async fn arrive(_id: &str) {}

pub fn catch_focus() {}

pub fn listen() {}

pub fn reset_form(_id: &str) {}

pub fn set_dialog(_id: &str, _open: bool) {}

pub fn link_under(_event: &dioxus::prelude::MouseEvent) -> Option<String> {
    None
}

pub fn asked_by(_event: &dioxus::prelude::FormEvent) -> Option<String> {
    None
}

pub fn fill_in() {}

pub fn fill_in_soon() {}

pub fn focused_in_made() -> Option<String> {
    None
}

pub fn refocus(_named: &str) {}

pub fn copy(_text: &str) -> bool {
    false
}

pub fn typed_in(_id: &str) -> String {
    String::new()
}

pub fn type_in(_id: &str, _text: &str) {}

pub fn show_picture(_field: &str, _image: &str) -> Option<()> {
    None
}

pub fn note(_name: &str, _away: bool) {}

pub fn press_from_middle(_event: &dioxus::prelude::MouseEvent, _id: &str) -> Option<(f64, f64)> {
    None
}

pub fn in_a_task_of_its_own(run: impl FnOnce() + 'static) {
    run();
}

pub fn random_key() -> String {
    #[cfg(feature = "server")]
    return uuid::Uuid::now_v7().simple().to_string();
    #[cfg(not(feature = "server"))]
    String::new()
}
