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

/// A fresh random key, for telling a repeated submission from a new one.
pub fn random_key() -> String {
    imp::random_key()
}

#[cfg(all(feature = "web", not(feature = "server")))]
mod imp {
    use std::cell::Cell;

    use dioxus::prelude::{FormEvent, MouseEvent};
    use dioxus::web::WebEventExt;
    use wasm_bindgen::prelude::Closure;
    use wasm_bindgen::{JsCast, JsValue};

    thread_local! {
        static HYDRATED: Cell<bool> = const { Cell::new(false) };
        /// When the browser last went back or forward, in milliseconds.
        static CAME_BACK: Cell<f64> = const { Cell::new(0.0) };
    }

    fn document() -> Option<web_sys::Document> {
        web_sys::window().and_then(|window| window.document())
    }

    fn element<T: JsCast>(id: &str) -> Option<T> {
        document()?.get_element_by_id(id)?.dyn_into().ok()
    }

    pub fn is_hydrated() -> bool {
        HYDRATED.get()
    }

    pub fn mark_hydrated() {
        HYDRATED.set(true);
        if let Some(root) = document().and_then(|document| document.document_element()) {
            let _ = root.set_attribute("data-hydrated", "true");
        }
    }

    pub fn set_title(title: &str) {
        if let Some(document) = document() {
            document.set_title(title);
        }
    }

    pub fn address() -> Option<String> {
        let location = web_sys::window()?.location();
        Some(location.pathname().ok()? + &location.search().ok()?)
    }

    pub fn focus(id: &str, quietly: bool) {
        let Some(element) = element::<web_sys::HtmlElement>(id) else {
            return;
        };
        if !quietly {
            let _ = element.focus();
            return;
        }
        let options = js_sys::Object::new();
        let _ = js_sys::Reflect::set(
            &options,
            &JsValue::from_str("preventScroll"),
            &JsValue::TRUE,
        );
        if let Ok(focus) = js_sys::Reflect::get(&element, &JsValue::from_str("focus"))
            && let Some(focus) = focus.dyn_ref::<js_sys::Function>()
        {
            let _ = focus.call1(&element, &options);
        }
    }

    /// How often, and after how many milliseconds, a page that is not there yet is looked for.
    const LOOKS: u32 = 80;
    const PAUSE: i32 = 25;

    pub async fn arrive(id: &str) {
        let place = place_in_history();
        for _ in 0..LOOKS {
            focus(id, true);
            let there = document().and_then(|document| document.active_element());
            if there.is_some_and(|element| element.id() == id) {
                return come_back_to(place).await;
            }
            pause().await;
        }
    }

    /// How long after a step back its page may still be waited for, in milliseconds.
    const PATIENCE: f64 = 2500.0;

    /// How far down somebody was when they left this entry of the history, where they have just come
    /// back to it: the router keeps it there. (A new entry begins with that of the page before.)
    fn place_in_history() -> f64 {
        if js_sys::Date::now() - CAME_BACK.get() > PATIENCE {
            return 0.0;
        }
        let state = web_sys::window().and_then(|window| window.history().ok()?.state().ok());
        let place = state.and_then(|state| js_sys::Reflect::get_u32(&state, 1).ok());
        place.and_then(|place| place.as_f64()).unwrap_or(0.0)
    }

    /// The page may grow meanwhile, as its parts come.
    async fn come_back_to(place: f64) {
        let Some(window) = web_sys::window().filter(|_| place > 0.0) else {
            return;
        };
        for _ in 0..LOOKS / 4 {
            window.scroll_to_with_x_and_y(0.0, place);
            if window.scroll_y().is_ok_and(|now| (now - place).abs() < 2.0) {
                return;
            }
            pause().await;
        }
    }

    async fn pause() {
        let promise = js_sys::Promise::new(&mut |resolve, _| {
            if let Some(window) = web_sys::window() {
                let _ =
                    window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, PAUSE);
            }
        });
        let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
    }

    pub fn catch_focus() {
        wasm_bindgen_futures::spawn_local(async {
            for _ in 0..LOOKS {
                pause().await;
                let there = document().and_then(|document| document.active_element());
                if there.is_none_or(|element| element.tag_name() == "BODY") {
                    focus("page-title", true);
                    return;
                }
            }
        });
    }

    pub fn listen() {
        let Some(window) = web_sys::window() else {
            return;
        };
        let listen = |event: &str, heard: fn(web_sys::Event)| {
            let heard = Closure::<dyn Fn(web_sys::Event)>::new(heard).into_js_value();
            let _ = window.add_event_listener_with_callback(event, heard.unchecked_ref());
        };
        listen("popstate", |_| CAME_BACK.set(js_sys::Date::now()));
        listen("keydown", |event| {
            // What fills in a form may say "keydown" without a key.
            let Ok(event) = event.dyn_into::<web_sys::KeyboardEvent>() else {
                return;
            };
            match event.key().as_str() {
                _ if event.default_prevented() => {}
                "Escape" => close_around_focus(),
                key if press_by_key(key, &event).is_some() => event.prevent_default(),
                key if walk(key, &event).is_some() => event.prevent_default(),
                _ => {}
            }
        });
        listen("offline", |_| note("data-offline", true));
        listen("online", |_| note("data-offline", false));
        listen("click", |event| {
            let target = event.target().and_then(|target| target.dyn_into().ok());
            close_menu_elsewhere(target.as_ref());
        });
    }

    /// Notes on the root element that the server is out of reach; when it is in reach again, what
    /// could not be shown is asked for anew.
    pub fn note(name: &str, away: bool) {
        let Some(document) = document() else { return };
        let Some(root) = document.document_element() else {
            return;
        };
        if root.has_attribute(name) == away {
            return;
        }
        let _ = root.toggle_attribute_with_force(name, away);
        if !away {
            wasm_bindgen_futures::spawn_local(async {
                pause().await;
                try_again();
            });
        }
    }

    fn try_again() {
        let retries = document().and_then(|it| it.query_selector_all("[data-retry]").ok());
        let Some(retries) = retries else { return };
        for n in 0..retries.length() {
            let retry = retries.item(n);
            if let Some(retry) = retry.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
                retry.click();
            }
        }
    }

    /// The most that is shown before it is sent, in bytes: in the document it is a third larger.
    const PICTURE_MOST: f64 = 5.0 * 1024.0 * 1024.0;

    /// As a data URL, which the security policy allows.
    pub fn show_picture(field: &str, image: &str) -> Option<()> {
        let image = element::<web_sys::HtmlImageElement>(image)?;
        let _ = image.remove_attribute("src");
        let file = element::<web_sys::HtmlInputElement>(field)?;
        let file = file.files()?.item(0)?;
        if !file.type_().starts_with("image/") || file.size() > PICTURE_MOST {
            return None;
        }
        let reader = web_sys::FileReader::new().ok()?;
        let read = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
            let reader = event
                .target()
                .and_then(|it| it.dyn_into::<web_sys::FileReader>().ok());
            // Handed on as it is: it may be many megabytes.
            if let Some(Ok(picture)) = reader.map(|reader| reader.result()) {
                let _ = js_sys::Reflect::set(&image, &"src".into(), &picture);
            }
        });
        reader.set_onload(Some(read.into_js_value().unchecked_ref()));
        reader.read_as_data_url(&file).ok()
    }

    /// Moves the focus among links that stand in rows with the attribute `data-walk`: to the one
    /// before or behind with the arrows left and right, to the row above or below with up and down.
    fn walk(key: &str, event: &web_sys::KeyboardEvent) -> Option<()> {
        if event.shift_key() || event.ctrl_key() || event.alt_key() || event.meta_key() {
            return None;
        }
        let (step, row) = match key {
            "ArrowLeft" => (-1, false),
            "ArrowRight" => (1, false),
            "ArrowUp" => (-1, true),
            "ArrowDown" => (1, true),
            _ => return None,
        };
        let focused = document()?.active_element()?;
        focused.closest("[data-walk] > a").ok()??;
        let kind = if row {
            "[data-walk] > a:first-child"
        } else {
            "[data-walk] > a"
        };
        let all = document()?.query_selector_all(kind).ok()?;
        let own = if row {
            focused.parent_element()?.first_element_child()?
        } else {
            focused
        };
        let here = (0..all.length()).find(|n| all.item(*n).is_some_and(|it| it == *own))?;
        let there = all.item(here.checked_add_signed(step)?)?;
        there.dyn_into::<web_sys::HtmlElement>().ok()?.focus().ok()
    }

    /// Presses the button beside what has the focus that this key stands for.
    fn press_by_key(key: &str, event: &web_sys::KeyboardEvent) -> Option<()> {
        // Only these can be a part of a selector as they are.
        let plain = key
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+=-_".contains(c));
        if !plain || event.ctrl_key() || event.alt_key() || event.meta_key() {
            return None;
        }
        let focused = document()?.active_element()?;
        let around = focused.closest("[data-keys]").ok()??.parent_element()?;
        let button = around
            .query_selector(&format!("[data-key~='{key}']"))
            .ok()??;
        let press = web_sys::MouseEventInit::new();
        press.set_bubbles(true);
        press.set_cancelable(true);
        press.set_shift_key(event.shift_key());
        let press = web_sys::MouseEvent::new_with_mouse_event_init_dict("click", &press).ok()?;
        button.dispatch_event(&press).ok().map(drop)
    }

    /// Closes the disclosure that has the focus, and leaves the focus on what opens it.
    fn close_around_focus() {
        let focused = document().and_then(|document| document.active_element());
        let open = focused.and_then(|element| element.closest("details[open]").ok()?);
        let Some(open) = open else { return };
        let _ = open.remove_attribute("open");
        let summary = open.query_selector("summary").ok().flatten();
        if let Some(summary) = summary.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = summary.focus();
        }
    }

    /// A menu is closed by a press anywhere else, and by following what stands in it.
    fn close_menu_elsewhere(target: Option<&web_sys::Element>) {
        let menu = document().and_then(|it| it.query_selector("details.menu[open]").ok()?);
        let Some(menu) = menu else { return };
        let on_summary = target.is_some_and(|target| {
            let summary = target.closest("summary").ok().flatten();
            summary.is_some_and(|summary| menu.contains(Some(&summary)))
        });
        let inside = target.is_some_and(|target| menu.contains(Some(target)));
        let link = target
            .and_then(|target| target.closest("a").ok()?)
            .is_some();
        if !on_summary && (!inside || link) {
            let _ = menu.remove_attribute("open");
        }
    }

    pub fn reset_form(id: &str) {
        if let Some(form) = element::<web_sys::HtmlFormElement>(id) {
            form.reset();
        }
    }

    pub fn set_dialog(id: &str, open: bool) {
        let Some(dialog) = element::<web_sys::HtmlDialogElement>(id) else {
            return;
        };
        match (open, dialog.open()) {
            (true, false) => {
                let _ = dialog.show_modal();
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    }

    pub fn link_under(event: &MouseEvent) -> Option<String> {
        let target = event.data().try_as_web_event()?.target()?;
        let target = target.dyn_into::<web_sys::Element>().ok()?;
        let link = target.closest("a[href^='/']:not([download]):not([target])");
        let to = link.ok()??.get_attribute("href")?;
        // Files and feeds are for the browser itself.
        (!to.starts_with("/api/")).then_some(to)
    }

    pub fn asked_by(event: &FormEvent) -> Option<String> {
        let target = event.data().try_as_web_event()?.target()?;
        let form = target.dyn_into::<web_sys::HtmlFormElement>().ok()?;
        if form.method() != "get" {
            return None;
        }
        let fields = web_sys::FormData::new_with_form(&form).ok()?;
        let query = web_sys::UrlSearchParams::new_with_str_sequence_sequence(&fields).ok()?;
        let query = String::from(query.to_string());
        let filled: Vec<&str> = query.split('&').filter(|it| !it.ends_with('=')).collect();
        let path = form.get_attribute("action")?;
        Some(if filled.is_empty() {
            path
        } else {
            [path, filled.join("&")].join("?")
        })
    }

    pub fn fill_in() {
        let Some(document) = document() else { return };
        let Ok(all) = document.query_selector_all("[data-instant][hidden]") else {
            return;
        };
        let mut some = false;
        for n in 0..all.length() {
            let element = all.item(n).and_then(|it| it.dyn_into().ok());
            some |= element.is_some_and(|it: web_sys::Element| own_clock(&it).is_some());
        }
        if some && let Ok(Some(note)) = document.query_selector("[data-own-clock][hidden]") {
            let _ = note.remove_attribute("hidden");
        }
    }

    /// "08:30", or "Tue 23:30" where it is another day; nothing where the clocks show the same.
    fn own_clock(element: &web_sys::Element) -> Option<()> {
        // Read by the browser: our own reading of numbers with a point has large tables.
        let own = js_sys::Date::new(&element.get_attribute("data-instant")?.into());
        let time = format!("{:02}:{:02}", own.get_hours(), own.get_minutes());
        let clinic = element.get_attribute("data-reads")?;
        let (day, reads) = clinic.split_once(' ')?;
        let own_day = chrono::Weekday::try_from((own.get_day() as u8 + 6) % 7).ok()?;
        let own_day = crate::time::short_weekday_name(own_day);
        let text = if own_day != day {
            [own_day.as_str(), " ", time.as_str()].concat()
        } else if time != reads {
            time
        } else {
            return None;
        };
        element.insert_adjacent_text("afterbegin", &text).ok()?;
        element.remove_attribute("hidden").ok()
    }

    pub fn focused_in_made() -> Option<String> {
        let focused = document()?.active_element()?;
        focused.closest("[data-made]").ok()??;
        let named = |name: &str| {
            let value = focused.get_attribute(name)?;
            Some(["[data-made] [", name, "=\"", value.as_str(), "\"]"].concat())
        };
        // What has neither is found nowhere again.
        Some(named("id").or_else(|| named("href")).unwrap_or_default())
    }

    pub fn refocus(named: &str) {
        let Some(document) = document() else { return };
        let lost = document
            .active_element()
            .is_none_or(|element| element.tag_name() == "BODY");
        if !lost {
            return;
        }
        let again = document.query_selector(named).ok().flatten();
        match again.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
            Some(element) => {
                let _ = element.focus();
            }
            None => focus("page-title", true),
        }
    }

    pub fn copy(text: &str) -> bool {
        let of = |object: &JsValue, name: &str| js_sys::Reflect::get(object, &name.into()).ok();
        let call = || {
            let window: JsValue = web_sys::window()?.into();
            let clipboard = of(&of(&window, "navigator")?, "clipboard")?;
            let write = of(&clipboard, "writeText")?;
            let write = write.dyn_ref::<js_sys::Function>()?;
            write.call1(&clipboard, &text.into()).ok()
        };
        call().is_some()
    }

    pub fn typed_in(id: &str) -> String {
        let field = element::<web_sys::Element>(id);
        let text = field.and_then(|field| js_sys::Reflect::get(&field, &"value".into()).ok());
        text.and_then(|text| text.as_string()).unwrap_or_default()
    }

    pub fn type_in(id: &str, text: &str) {
        if let Some(field) = element::<web_sys::Element>(id) {
            let _ = js_sys::Reflect::set(&field, &"value".into(), &text.into());
        }
    }

    pub fn press_from_middle(event: &MouseEvent, id: &str) -> Option<(f64, f64)> {
        let event = event.data().try_as_web_event()?;
        let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
        let middle = |size: i32| f64::from(size) / 2.0;
        (target.id() == id).then(|| {
            (
                f64::from(event.offset_x()) - middle(target.client_width()),
                f64::from(event.offset_y()) - middle(target.client_height()),
            )
        })
    }

    pub fn random_key() -> String {
        const DIGITS: &[u8; 32] = b"0123456789abcdefghijkmnpqrstuvwx";
        (0..24)
            .map(|_| {
                let at = (js_sys::Math::random() * 32.0) as usize;
                char::from(DIGITS[at & 31])
            })
            .collect()
    }
}

#[cfg(not(all(feature = "web", not(feature = "server"))))]
mod imp {
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

    pub fn press_from_middle(
        _event: &dioxus::prelude::MouseEvent,
        _id: &str,
    ) -> Option<(f64, f64)> {
        None
    }

    pub fn random_key() -> String {
        #[cfg(feature = "server")]
        return uuid::Uuid::now_v7().simple().to_string();
        #[cfg(not(feature = "server"))]
        String::new()
    }
}
