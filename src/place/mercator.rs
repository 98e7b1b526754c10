//! Web Mercator: where a point lies on the square map of the world that tile sources serve.
//!
//! At zoom `z` the world is 256 · 2^z pixels wide and high, cut into tiles of 256. Pixels count
//! eastward from the 180th meridian and southward from the map's northern edge. The map ends at
//! [`EDGE`] in the north and the south, and goes around at the 180th meridian.

use std::f64::consts::PI;

/// Pixels along the side of a tile.
pub const TILE: u32 = 256;
/// Degrees north and south at which the map ends: there it is as high as it is wide.
pub const EDGE: f64 = 85.051_128_779_806_6;
/// The closest zoom, at which a house fills a tile.
pub const CLOSEST: u8 = 19;

/// A point on earth, in degrees (WGS 84).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
}

impl Point {
    /// The point as typed, where both are numbers of degrees.
    pub fn typed(latitude: &str, longitude: &str) -> Option<Self> {
        let degrees = |typed: &str, most: f64| {
            let degrees = number(&typed.replace(',', "."))?;
            (degrees >= -most && degrees <= most).then_some(degrees)
        };
        Some(Self {
            latitude: degrees(latitude, 90.0)?,
            longitude: degrees(longitude, 180.0)?,
        })
    }

    /// Where it is on the map, in pixels.
    pub fn pixels(self, zoom: u8) -> (f64, f64) {
        let world = world(zoom);
        let north = self.latitude.clamp(-EDGE, EDGE) * PI / 180.0;
        let x = (self.longitude / 360.0 + 0.5) * world;
        let y = (0.5 - asinh(tan(north)) / (2.0 * PI)) * world;
        (x, y)
    }

    /// The point at these pixels: around the world eastward, and no further than its edges.
    pub fn at((x, y): (f64, f64), zoom: u8) -> Self {
        let (x, y) = (x / world(zoom), y / world(zoom));
        let north = atan(sinh(PI * (1.0 - 2.0 * y.clamp(0.0, 1.0))));
        Self {
            latitude: north * 180.0 / PI,
            longitude: (x - x.floor()) * 360.0 - 180.0,
        }
    }

    /// So many pixels to the east and to the south of it, to five decimals: about a metre.
    pub fn moved(self, east: f64, south: f64, zoom: u8) -> Self {
        let (x, y) = self.pixels(zoom);
        let to = Self::at((x + east, y + south), zoom);
        let rounded = |degrees: f64| (degrees * 1e5 + 0.5).floor() / 1e5;
        Self {
            latitude: rounded(to.latitude),
            longitude: rounded(to.longitude),
        }
    }
}

/// How wide and high the map of the world is, in pixels.
fn world(zoom: u8) -> f64 {
    f64::from(TILE << zoom.min(CLOSEST))
}

/// A tile, by its numbers, and where its top left corner is in a picture.
#[cfg(feature = "server")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tile {
    pub x: i64,
    pub y: i64,
    /// Pixels from the picture's left and top.
    pub left: i64,
    pub top: i64,
}

/// The tiles of a picture of this size with the point in its middle.
#[cfg(feature = "server")]
pub fn tiles(middle: Point, zoom: u8, width: u32, height: u32) -> Vec<Tile> {
    let side = i64::from(TILE);
    let across = 1_i64 << zoom.min(CLOSEST);
    let (x, y) = middle.pixels(zoom);
    // Whole pixels, so that tiles meet without a seam.
    let from = |middle: f64, size: u32| (middle - f64::from(size) / 2.0).round() as i64;
    let numbers = |from: i64, size: u32| {
        from.div_euclid(side)..=(from + i64::from(size) - 1).div_euclid(side)
    };
    let (left, top) = (from(x, width), from(y, height));
    let rows = numbers(top, height).filter(|row| (0..across).contains(row));
    rows.flat_map(|row| {
        numbers(left, width).map(move |column| Tile {
            x: column.rem_euclid(across),
            y: row,
            left: column * side - left,
            top: row * side - top,
        })
    })
    .collect()
}

#[cfg(all(feature = "web", not(feature = "server")))]
use browser::{asinh, atan, number, sinh, tan};
#[cfg(not(all(feature = "web", not(feature = "server"))))]
use native::{asinh, atan, number, sinh, tan};

/// A browser has these functions already, and so the client need not bring them along.
#[cfg(all(feature = "web", not(feature = "server")))]
mod browser {
    pub use js_sys::Math::{asinh, atan, sinh, tan};

    /// The number that a text is.
    pub fn number(text: &str) -> Option<f64> {
        // An empty text would count as nought.
        let text = Some(text.trim()).filter(|text| !text.is_empty())?;
        f64::try_from(wasm_bindgen::JsValue::from_str(text)).ok()
    }
}

#[cfg(not(all(feature = "web", not(feature = "server"))))]
mod native {
    pub fn asinh(x: f64) -> f64 {
        x.asinh()
    }

    pub fn atan(x: f64) -> f64 {
        x.atan()
    }

    pub fn sinh(x: f64) -> f64 {
        x.sinh()
    }

    pub fn tan(x: f64) -> f64 {
        x.tan()
    }

    /// The number that a text is.
    pub fn number(text: &str) -> Option<f64> {
        text.trim().parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn point(latitude: f64, longitude: f64) -> Point {
        Point {
            latitude,
            longitude,
        }
    }

    const MADRID: Point = point(40.4168, -3.7038);

    #[track_caller]
    fn close((x, y): (f64, f64), to: (f64, f64)) {
        assert!(
            (x - to.0).abs() < 1e-6 && (y - to.1).abs() < 1e-6,
            "({x}, {y}) is not {to:?}"
        );
    }

    #[test]
    fn points_lie_where_everybody_else_puts_them() {
        close(point(0.0, 0.0).pixels(0), (128.0, 128.0));
        close(point(EDGE, -180.0).pixels(3), (0.0, 0.0));
        close(point(-EDGE, 180.0).pixels(3), (2048.0, 2048.0));
        // After OpenStreetMap's formula: ln(tan φ + sec φ).
        close(
            MADRID.pixels(16),
            (8_215_998.409_386_667, 6_326_069.764_733_315),
        );
        close(
            point(51.5055, -0.0754).pixels(16),
            (8_385_094.105_315_556, 5_578_994.778_466_302),
        );
        close(
            point(-33.8568, 151.2153).pixels(12),
            (964_734.484_48, 629_200.240_158_354_3),
        );
    }

    #[test]
    fn the_poles_are_drawn_at_the_edge() {
        assert_eq!(point(90.0, 10.0).pixels(4), point(EDGE, 10.0).pixels(4));
        assert_eq!(point(-90.0, 10.0).pixels(4), point(-EDGE, 10.0).pixels(4));
        let north = Point::at((0.0, -1e9), 4);
        assert!((north.latitude - EDGE).abs() < 1e-9, "{north:?}");
    }

    #[test]
    fn pixels_lead_back_to_their_point() {
        for place in [MADRID, point(-33.8568, 151.2153), point(85.0, -179.9)] {
            for zoom in [0, 5, CLOSEST] {
                let back = Point::at(place.pixels(zoom), zoom);
                close(
                    (back.latitude, back.longitude),
                    (place.latitude, place.longitude),
                );
            }
        }
    }

    #[test]
    fn moves_go_around_the_world_and_stop_at_its_edges() {
        assert_eq!(point(0.0, 0.0).moved(64.0, 0.0, 0), point(0.0, 90.0));
        assert_eq!(point(0.0, 170.0).moved(128.0, 0.0, 1), point(0.0, -100.0));
        assert_eq!(point(0.0, -170.0).moved(-128.0, 0.0, 1), point(0.0, 100.0));
        assert_eq!(point(80.0, 5.0).moved(0.0, -1e6, 2), point(85.05113, 5.0));
        // Five decimals, and never a nought with a sign.
        assert_eq!(MADRID.moved(32.0, -32.0, 16), point(40.41732, -3.70311));
        let origin = point(0.0, 0.0).moved(0.0, 0.0, 19);
        assert_eq!(
            (origin.latitude.to_string(), origin.longitude.to_string()),
            ("0".to_owned(), "0".to_owned())
        );
    }

    #[test]
    fn a_typed_point_is_two_numbers_within_the_world() {
        assert_eq!(Point::typed(" 40,4168", "-3.7038 "), Some(MADRID));
        for (latitude, longitude) in [
            ("", ""),
            ("40", ""),
            ("", "0"),
            ("91", "0"),
            ("0", "-180.1"),
            ("north", "0"),
            ("NaN", "0"),
            ("0", "inf"),
        ] {
            assert_eq!(Point::typed(latitude, longitude), None, "{latitude}");
        }
    }

    #[cfg(feature = "server")]
    #[test]
    fn tiles_fill_the_picture() {
        let all = tiles(MADRID, 16, 512, 256);
        let numbers: Vec<_> = all.iter().map(|tile| (tile.x, tile.y)).collect();
        assert_eq!(
            numbers,
            [
                (32092, 24710),
                (32093, 24710),
                (32094, 24710),
                (32092, 24711),
                (32093, 24711),
                (32094, 24711)
            ]
        );
        // The point is 190 pixels into tile 32093, 54 into row 24711, and 256, 128 in the picture.
        assert_eq!((all[4].left, all[4].top), (256 - 190, 128 - 54));
        for (place, zoom) in [
            (MADRID, 0),
            (point(0.0, 179.99), 9),
            (point(10.0, -180.0), 19),
        ] {
            let all = tiles(place, zoom, 512, 256);
            let covered: i64 = all
                .iter()
                .map(|tile| {
                    let wide = (tile.left + 256).min(512) - tile.left.max(0);
                    let high = (tile.top + 256).min(256) - tile.top.max(0);
                    wide * high
                })
                .sum();
            let most = 1 << zoom;
            assert!(
                all.iter()
                    .all(|tile| (0..most).contains(&tile.x) && (0..most).contains(&tile.y))
            );
            // At zoom 0 the world is as high as the picture, so some of it is beyond an edge.
            let whole = if zoom == 0 { 200 } else { 256 };
            assert!(covered >= 512 * whole, "{place:?} {zoom}: {covered}");
        }
    }
}
