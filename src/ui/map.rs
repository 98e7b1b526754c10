//! A map of tiles with a pin in its middle. Only the server draws it; where tiles come from, and
//! what lies on them, is its caller's.

use dioxus::prelude::*;

/// A square picture of a part of the map: its address, and where its corner lies on the drawing.
pub struct MapTile {
    pub src: String,
    pub left: i64,
    pub top: i64,
}

/// Tiles and pin on a drawing of `size`, cut to the room that there is. Without a `label` it is
/// for eyes alone.
///
/// Tiles are placed by SVG attributes: the security policy allows no styles. They are `img`
/// elements, since of an SVG `image` that does not come some browsers draw a broken one, as large as
/// the tile; of these nothing is seen but the ground. And they can say what their source learns: of
/// which site they are, which OpenStreetMap's insists on, and not of which page.
pub fn map(tiles: &[MapTile], tile: u32, size: (u32, u32), label: Option<String>) -> Element {
    let hidden = label.is_none().then_some("true");
    let role = label.is_some().then_some("img");
    // A page may show many maps far below; one that is being moved is looked at.
    let loading = label.is_some().then_some("lazy");
    rsx! {
        svg {
            class: "map",
            view_box: "0 0 {size.0} {size.1}",
            preserve_aspect_ratio: "xMidYMid slice",
            role,
            "aria-label": label,
            "aria-hidden": hidden,
            for MapTile { src , left , top } in tiles {
                foreignObject {
                    x: "{left}",
                    y: "{top}",
                    width: "{tile}",
                    height: "{tile}",
                    img {
                        src: src.as_str(),
                        alt: "",
                        width: "{tile}",
                        height: "{tile}",
                        "loading": loading,
                        "referrerpolicy": "strict-origin",
                    }
                }
            }
        }
        // Its tip is the point, in the middle of the room.
        svg { class: "map-pin", view_box: "0 0 30 42", "aria-hidden": "true",
            path { d: "M15 41c-1.7-8-13-14-13-26.5a13 13 0 1 1 26 0c0 12.5-11.3 18.5-13 26.5z" }
            circle { cx: "15", cy: "14.5", r: "4.5" }
        }
    }
}

/// A map in a link to the way there, with whose it is below.
pub fn map_figure(map: Element, way: String, credit: Element) -> Element {
    rsx! {
        figure { class: "map-figure",
            a { href: way, rel: "noopener noreferrer", target: "_blank",
                {map}
                span { class: "visually-hidden", " " {ts!("ui-new-tab")} }
            }
            figcaption { class: "map-credit", {credit} }
        }
    }
}
