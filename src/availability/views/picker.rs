//! Where a clinic is, chosen on a map: by a press, by buttons, or by keys. The two fields of the
//! form hold the point; the map moves them and follows them. Without the client, or without
//! sight, the fields do alone.

use dioxus::prelude::*;

use crate::availability::api;
use crate::place::mercator::{CLOSEST, Point};
use crate::ui::*;

/// Pixels of a step, and of a short one.
const STEP: f64 = 32.0;
const SHORT_STEP: f64 = 4.0;
/// The zooms: the whole world, a town, the streets around a point.
const WORLD: u8 = 1;
const TOWN: u8 = 12;
const STREETS: u8 = 16;

/// What the map shows. The pin is in the middle.
#[derive(Clone, Copy, PartialEq)]
struct View {
    middle: Point,
    zoom: u8,
    /// Whether the middle has been chosen.
    pinned: bool,
}

/// What a button or a key does.
#[derive(Clone, Copy, PartialEq)]
enum Move {
    /// Steps to the east and to the south.
    Pin(f64, f64),
    /// Doubles or halves the scale so many times.
    Zoom(i8),
}

/// The buttons, and the keys that press them; `=` and `_` are on the keys of plus and minus.
fn moves() -> [(String, &'static str, Move); 6] {
    [
        (t!("availability-north"), "ArrowUp", Move::Pin(0.0, -1.0)),
        (t!("availability-south"), "ArrowDown", Move::Pin(0.0, 1.0)),
        (t!("availability-west"), "ArrowLeft", Move::Pin(-1.0, 0.0)),
        (t!("availability-east"), "ArrowRight", Move::Pin(1.0, 0.0)),
        (t!("availability-closer"), "+ =", Move::Zoom(1)),
        (t!("availability-farther"), "- _", Move::Zoom(-1)),
    ]
}

/// The map, once somebody asks for it.
#[component]
pub(super) fn Picker(
    form: Form,
    /// How often somebody has typed into the fields.
    typed: ReadSignal<u32>,
    /// Where to begin where nothing is typed.
    near: Option<Point>,
) -> Element {
    let mut open = use_signal(|| false);
    rsx! {
        div { class: "picker client-only",
            button {
                class: "button second small",
                r#type: "button",
                "aria-expanded": if open() { "true" } else { "false" },
                onclick: move |_| open.toggle(),
                Icon { name: IconName::Pin, class: "icon s" }
                {t!("availability-map-choose")}
            }
            if open() {
                Map { form, typed, near }
            }
        }
    }
}

#[component]
fn Map(form: Form, typed: ReadSignal<u32>, near: Option<Point>) -> Element {
    let id = form.id("map", "");
    let hint = form.id("map-hint", "");
    let fields = use_hook(|| ["latitude", "longitude"].map(|name| form.id("field", name)));
    let fields = use_signal(|| fields);
    let mut view = use_signal(|| first(near));
    let mut said = use_signal(String::new);
    let pictures = use_pictures(view);

    use_effect(move || {
        typed.read();
        let [latitude, longitude] = fields.peek().clone().map(|id| browser::typed_in(&id));
        let before = *view.peek();
        let now = match Point::typed(&latitude, &longitude) {
            Some(middle) if before.pinned && before.middle == middle => before,
            Some(middle) => View {
                middle,
                zoom: before.zoom.max(STREETS),
                pinned: true,
            },
            None => View {
                pinned: before.pinned && !(latitude.is_empty() && longitude.is_empty()),
                ..before
            },
        };
        if now != before {
            view.set(now);
        }
        if now != before || pictures.shown.peek().is_empty() {
            pictures.follow();
        }
    });

    let mut pin = move |east: f64, south: f64| {
        let View { middle, zoom, .. } = *view.peek();
        let middle = middle.moved(east, south, zoom);
        let [latitude, longitude] = [middle.latitude, middle.longitude].map(|it| it.to_string());
        for (id, degrees) in fields.peek().iter().zip([&latitude, &longitude]) {
            browser::type_in(id, degrees);
        }
        said.set(t!(
            "availability-pin-at",
            latitude = latitude,
            longitude = longitude
        ));
        view.set(View {
            middle,
            zoom,
            pinned: true,
        });
        pictures.follow();
    };
    let mut go = move |does: Move, step: f64| match does {
        Move::Pin(east, south) => pin(east * step, south * step),
        Move::Zoom(by) => {
            let zoom = view.peek().zoom.saturating_add_signed(by);
            let zoom = zoom.clamp(WORLD, CLOSEST);
            said.set(t!("availability-zoom", zoom = zoom, most = CLOSEST));
            view.write().zoom = zoom;
            pictures.follow();
        }
    };
    rsx! {
        div { class: "stack gap-2", role: "group", "aria-label": t!("availability-map"),
            p { class: "hint", id: "{hint}",
                {t!("availability-map-hint")}
            }
            div {
                class: if view.read().pinned { "picker-map" } else { "picker-map no-pin" },
                id: "{id}",
                tabindex: "0",
                // Without it the arrow keys would stay with the screen reader.
                role: "application",
                "aria-label": t!("availability-pin"),
                "aria-describedby": "{hint}",
                onclick: {
                    let id = id.clone();
                    move |event| {
                        if let Some((right, down)) = browser::press_from_middle(&event, &id) {
                            pin(right, down);
                        }
                    }
                },
                "data-keys": "true",
                for (n , picture) in pictures.shown() {
                    Made { key: "{n}", part: picture }
                }
            }
            div { class: "row gap-2",
                for (label , keys , does) in moves() {
                    button {
                        key: "{keys}",
                        class: "button second small",
                        r#type: "button",
                        "data-key": keys,
                        onclick: move |event| {
                            go(does, if event.modifiers().shift() { SHORT_STEP } else { STEP });
                        },
                        "{label}"
                    }
                }
            }
            p { class: "visually-hidden", role: "status", "{said}" }
        }
    }
}

/// Where a map begins that nothing is typed for.
fn first(near: Option<Point>) -> View {
    let world = Point {
        latitude: 25.0,
        longitude: 0.0,
    };
    View {
        middle: near.unwrap_or(world),
        zoom: if near.is_some() { TOWN } else { WORLD },
        pinned: false,
    }
}

/// The pictures of a map that moves.
#[derive(Clone, Copy)]
struct Pictures {
    view: Signal<View>,
    /// With their numbers: the last one, and below it the one before, which is seen until the
    /// tiles of the last are there.
    shown: Signal<Vec<(u32, Html)>>,
    asking: Signal<bool>,
}

fn use_pictures(view: Signal<View>) -> Pictures {
    let shown = use_signal(Vec::new);
    let asking = use_signal(|| false);
    Pictures {
        view,
        shown,
        asking,
    }
}

impl Pictures {
    fn shown(self) -> Vec<(u32, Html)> {
        self.shown.read().clone()
    }

    /// Shows the view as it is now. One picture is asked for at a time; where the view has moved
    /// on meanwhile, the next one is of where it then is.
    fn follow(self) {
        let Self {
            view,
            mut shown,
            mut asking,
        } = self;
        if *asking.peek() {
            return;
        }
        asking.set(true);
        spawn(async move {
            loop {
                let wanted = *view.peek();
                if let Some(picture) = picture(wanted).await {
                    let mut shown = shown.write();
                    let n = shown.last().map_or(0, |(n, _)| n + 1);
                    shown.push((n, picture));
                    if shown.len() > 2 {
                        shown.remove(0);
                    }
                }
                if *view.peek() == wanted {
                    break;
                }
            }
            asking.set(false);
        });
    }
}

/// The bare picture of a view. Where it can't be had, what is shown stays.
async fn picture(view: View) -> Option<Html> {
    let text = |degrees: f64| Some(degrees.to_string());
    let View { middle, zoom, .. } = view;
    let (latitude, longitude) = (text(middle.latitude), text(middle.longitude));
    let zoom = Some(zoom.to_string());
    api::map_picture(latitude, longitude, zoom, None, None)
        .await
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_begins_nearby_or_shows_the_world() {
        let madrid = Point {
            latitude: 40.4168,
            longitude: -3.7038,
        };
        assert!(first(Some(madrid)).middle == madrid && first(Some(madrid)).zoom == TOWN);
        assert!(first(None).zoom == WORLD && !first(None).pinned);
    }
}
