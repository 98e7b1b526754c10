//! The picture of a map: tiles of the source that the settings name, and a pin in the middle.
//! The server draws it, and the client shows what it gets.

use dioxus::prelude::*;

use crate::error::{Answer, Problems};
use crate::place::mercator::{CLOSEST, Point, TILE, tiles};
use crate::place::{coordinates, map_link};
use crate::server::tiles::TileSource;
use crate::ui::Html;
use crate::ui::map::{MapTile, map, map_figure};

/// The size of a picture, in pixels of the tiles.
const WIDTH: u32 = 512;
const HEIGHT: u32 = 256;
/// A name and an address are no longer than a clinic's.
const NAME_MOST: usize = 120;
const ADDRESS_MOST: usize = 300;

/// What a picture shows.
pub struct View {
    middle: Point,
    zoom: u8,
    /// The name and the address of the place, which a bare picture does without.
    place: Option<(String, String)>,
}

impl View {
    /// From what was asked for: latitude, longitude, zoom, name, address.
    ///
    /// # Errors
    /// 422 with each field that is wrong.
    pub fn parse([latitude, longitude, zoom, name, address]: &[String; 5]) -> Answer<Self> {
        let mut problems = Problems::default();
        let point = match coordinates(latitude, longitude) {
            Ok(Some(point)) => Some(point),
            Ok(None) => {
                problems.add("latitude", ts!("availability-need-point"));
                None
            }
            Err((field, sentence)) => {
                problems.add(field, sentence);
                None
            }
        };
        let zoom = zoom.parse().ok().filter(|zoom| *zoom <= CLOSEST);
        if zoom.is_none() {
            problems.add("zoom", ts!("availability-need-zoom", most = CLOSEST));
        }
        for (field, text, most) in [
            ("name", name, NAME_MOST),
            ("address", address, ADDRESS_MOST),
        ] {
            if text.chars().count() > most {
                problems.add(field, ts!("availability-map-too-long", most = most));
            }
        }
        match (point, zoom) {
            (Some((latitude, longitude)), Some(zoom)) if problems.is_empty() => Ok(Self {
                middle: Point {
                    latitude,
                    longitude,
                },
                zoom,
                place: (!name.is_empty()).then(|| (name.clone(), address.clone())),
            }),
            _ => Err(problems.into_error()),
        }
    }
}

/// A place's map is a picture with words, in a link to the way there. A bare one is the picture
/// alone. Without a source there is none.
pub fn picture(source: Option<&TileSource>, view: &View) -> Html {
    let Some(source) = source else {
        return Html::default();
    };
    let credit = credit(source.attribution());
    match &view.place {
        Some((name, address)) => {
            let label = ts!("availability-map-of", name = name, address = address);
            let Point {
                latitude,
                longitude,
            } = view.middle;
            let way = map_link(address, Some(latitude), Some(longitude));
            let map = drawing(source, view, Some(label));
            Html::of(map_figure(map, way, credit))
        }
        None => Html::of(rsx! {
            {drawing(source, view, None)}
            p { class: "map-credit", {credit} }
        }),
    }
}

fn drawing(source: &TileSource, view: &View, label: Option<String>) -> Element {
    let tiles: Vec<MapTile> = tiles(view.middle, view.zoom, WIDTH, HEIGHT)
        .into_iter()
        .map(|tile| MapTile {
            src: source.tile(view.zoom, tile.x, tile.y),
            left: tile.left,
            top: tile.top,
        })
        .collect();
    map(&tiles, TILE, (WIDTH, HEIGHT), label)
}

/// Whose map it is. OpenStreetMap's licence is a page to read.
fn credit(attribution: &str) -> Element {
    const NAME: &str = "OpenStreetMap";
    match attribution.split_once(NAME) {
        Some((before, after)) => rsx! {
            "{before}"
            a { href: "https://www.openstreetmap.org/copyright", rel: "noopener noreferrer", target: "_blank",
                "{NAME}"
                span { class: "visually-hidden", " " {ts!("ui-new-tab")} }
            }
            "{after}"
        },
        None => rsx! { "{attribution}" },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(typed: [&str; 5]) -> Answer<View> {
        View::parse(&typed.map(str::to_owned))
    }

    fn html(typed: [&str; 5]) -> String {
        let view = view(typed).unwrap();
        let made = picture(Some(&TileSource::openstreetmap()), &view);
        let json = serde_json::to_value(&made).unwrap();
        json["html"].as_str().unwrap().to_owned()
    }

    #[test]
    fn a_place_is_a_picture_in_a_link_to_the_way_there() {
        let html = html(["40.4168", "-3.7038", "16", "Clínica Sol", "Calle Mayor 1"]);
        assert!(
            html.contains("aria-label=\"Map of Clínica Sol, Calle Mayor 1\""),
            "{html}"
        );
        // Only the pin says nothing.
        assert!(html.contains("role=\"img\""), "{html}");
        assert_eq!(html.matches("aria-hidden").count(), 1, "{html}");
        assert!(html.contains("mlat=40.4168&#38;mlon=-3.7038"), "{html}");
        assert!(html.contains("src=\"https://tile.openstreetmap.org/16/32093/24711.png\""));
        assert!(html.contains("https://www.openstreetmap.org/copyright"));
        assert_eq!(html.matches("<img").count(), 6);
        for said in ["alt=\"\"", "referrerpolicy=\"strict-origin\""] {
            assert_eq!(html.matches(said).count(), 6, "{said}");
        }
        assert!(!html.contains("style="));
        // One link after the other, not one in the other.
        let (first, second) = (html.find("</a>").unwrap(), html.rfind("<a ").unwrap());
        assert!(first < second, "{html}");
    }

    #[test]
    fn a_bare_picture_says_nothing_and_leads_nowhere() {
        let html = html(["0", "0", "1", "", ""]);
        assert!(html.contains("aria-hidden=\"true\"") && !html.contains("role="));
        assert_eq!(html.matches("<a ").count(), 1, "{html}");
    }

    #[test]
    fn what_a_clinic_is_called_stays_text() {
        let name = "<script>alert(1)</script>\" onload=\"alert(2)";
        let html = html(["0", "0", "16", name, "<img src=x onerror=alert(3)>"]);
        assert!(
            !html.contains("<script") && !html.contains("<img src=x"),
            "{html}"
        );
        assert!(!html.contains("\" onload"), "{html}");
    }

    #[test]
    fn another_source_is_credited_in_its_own_words() {
        for (attribution, links) in [
            ("© Example & Sons", 0),
            ("© Example, © OpenStreetMap contributors", 1),
        ] {
            let html = dioxus::ssr::render_element(credit(attribution));
            assert_eq!(html.matches("<a ").count(), links, "{html}");
            assert!(html.starts_with("© Example"), "{html}");
        }
    }

    #[test]
    fn what_can_not_be_shown_is_named() {
        let long = "n".repeat(301);
        for (typed, field) in [
            (["", "", "16", "", ""], "latitude"),
            (["91", "0", "16", "", ""], "latitude"),
            (["0", "", "16", "", ""], "longitude"),
            (["0", "181", "16", "", ""], "longitude"),
            (["0", "0", "", "", ""], "zoom"),
            (["0", "0", "20", "", ""], "zoom"),
            (["0", "0", "-1", "", ""], "zoom"),
            (["0", "0", "1.5", "", ""], "zoom"),
            (["0", "0", "16", &long, ""], "name"),
            (["0", "0", "16", "n", &long], "address"),
        ] {
            let error = view(typed).err().unwrap();
            assert!(error.fields.contains_key(field), "{typed:?}: {error:?}");
        }
    }

    #[test]
    fn without_a_source_there_is_no_map() {
        let view = view(["0", "0", "16", "n", "a"]).unwrap();
        assert!(picture(None, &view).is_empty());
    }
}
