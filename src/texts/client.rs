//! Texts in the browser: the page has brought a function that says them (`assets/texts/say.js`),
//! and the catalogue that it says them from.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::{Arg, Language};

thread_local! {
    static SAY: Option<Function> = Reflect::get(&js_sys::global(), &"medappointSay".into())
        .ok()
        .and_then(|say| say.dyn_into().ok());
}

/// The text with this key, or the key where the catalogue could not be loaded.
pub fn say(key: &'static str, args: &[(&'static str, Arg)]) -> String {
    let list = Array::new();
    for (name, value) in args {
        list.push(&JsValue::from_str(name));
        list.push(&match value {
            Arg::Text(text) => JsValue::from_str(text),
            Arg::Number(number) => JsValue::from_f64(*number),
        });
    }
    SAY.with(|say| {
        let said = say
            .as_ref()?
            .call2(&JsValue::NULL, &key.into(), &list)
            .ok()?;
        said.as_string()
    })
    .unwrap_or_else(|| key.to_owned())
}

/// The page's language.
pub fn current() -> Language {
    let document = web_sys::window().and_then(|window| window.document());
    let root = document.and_then(|document| document.document_element());
    root.and_then(|root| Language::parse(&root.get_attribute("lang")?))
        .unwrap_or_default()
}
