//! Places: where an appointment is, and where that is on a map.

pub mod mercator;

use serde::Serialize;

use crate::wire::wire;

/// A place that a patient can find.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Location {
    pub name: String,
    pub address: String,
    /// Degrees north (WGS 84).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latitude: Option<f64>,
    /// Degrees east (WGS 84).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub longitude: Option<f64>,
}

wire!(Location {
    name,
    address,
    latitude,
    longitude
});

impl Location {
    /// Its page on OpenStreetMap: the point where coordinates are known, else a search for the address.
    pub fn map_link(&self) -> String {
        map_link(&self.address, self.latitude, self.longitude)
    }
}

/// The page of a place on OpenStreetMap.
pub fn map_link(address: &str, latitude: Option<f64>, longitude: Option<f64>) -> String {
    match (latitude, longitude) {
        (Some(latitude), Some(longitude)) => format!(
            "https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=17/{latitude}/{longitude}"
        ),
        _ => format!(
            "https://www.openstreetmap.org/search?query={}",
            percent_encode(address)
        ),
    }
}

/// Percent-encodes all but unreserved characters (RFC 3986, section 2.3).
fn percent_encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// Latitude and longitude as typed: both or none.
///
/// # Errors
/// The field (`latitude` or `longitude`) and its sentence.
#[cfg(feature = "server")]
pub fn coordinates(
    latitude: &str,
    longitude: &str,
) -> Result<Option<(f64, f64)>, (&'static str, String)> {
    let parse = |field, typed: &str, most: f64| match typed.trim().replace(',', ".").parse::<f64>()
    {
        Ok(degrees) if degrees.is_finite() && degrees.abs() <= most => Ok(degrees),
        _ => Err((field, ts!("availability-degrees", most = most))),
    };
    match (latitude.trim(), longitude.trim()) {
        ("", "") => Ok(None),
        ("", _) => Err(("latitude", ts!("availability-latitude-too"))),
        (_, "") => Err(("longitude", ts!("availability-longitude-too"))),
        (latitude, longitude) => Ok(Some((
            parse("latitude", latitude, 90.0)?,
            parse("longitude", longitude, 180.0)?,
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_open_at_the_point_or_search_the_address() {
        let mut place = Location {
            name: "Clínica Sol".into(),
            address: "Calle Mayor 1 & 2".into(),
            latitude: Some(40.4168),
            longitude: Some(-3.7038),
        };
        assert!(place.map_link().contains("mlat=40.4168&mlon=-3.7038"));
        place.longitude = None;
        assert!(
            place
                .map_link()
                .ends_with("query=Calle%20Mayor%201%20%26%202")
        );
    }

    #[test]
    #[cfg(feature = "server")]
    fn coordinates_come_in_pairs() {
        assert_eq!(coordinates("", ""), Ok(None));
        assert_eq!(coordinates("40,5", "-3.7"), Ok(Some((40.5, -3.7))));
        assert_eq!(coordinates("40", "").unwrap_err().0, "longitude");
        assert_eq!(coordinates("91", "0").unwrap_err().0, "latitude");
        assert_eq!(coordinates("NaN", "0").unwrap_err().0, "latitude");
    }
}
