//! Fields, forms and dialogs.

use dioxus::prelude::MouseEvent;
use dioxus::web::WebEventExt;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::element;

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
