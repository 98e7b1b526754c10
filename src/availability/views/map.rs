//! Maps for pages, which load them with their other data.

use crate::availability::api;
use crate::availability::model::Clinic;
use crate::place::Location;
use crate::ui::Html;

/// How close a place is shown: the streets around it, with their names.
const STREETS: &str = "16";

/// The map of a place. Empty where it has no coordinates, or where there are no maps; a map that
/// can't be had now is left out, too.
pub async fn map_of(place: &Location) -> Html {
    match question(place) {
        Some(asked) => ask(asked).await,
        None => Html::default(),
    }
}

/// The same, for a page that the server makes.
#[cfg(feature = "server")]
pub fn map_made(app: &crate::server::state::App, place: &Location) -> Html {
    use crate::availability::map::{View, picture};
    let view = question(place).and_then(|asked| View::parse(&asked).ok());
    view.map(|view| picture(app.settings.maps.source(), &view))
        .unwrap_or_default()
}

fn question(place: &Location) -> Option<[String; 5]> {
    let (latitude, longitude) = (place.latitude?, place.longitude?);
    Some([
        latitude.to_string(),
        longitude.to_string(),
        STREETS.to_owned(),
        place.name.clone(),
        place.address.clone(),
    ])
}

/// The maps of clinics, in their order.
pub async fn maps_of(clinics: &[Clinic]) -> Vec<Html> {
    let mut maps = Vec::with_capacity(clinics.len());
    for clinic in clinics {
        maps.push(map_of(&clinic.place()).await);
    }
    maps
}

/// Whether there are maps at all; `maps` are those that are here already.
pub(super) async fn are_maps_on(maps: &[Html]) -> bool {
    let anywhere = ["0", "0", "0", "", ""].map(str::to_owned);
    maps.iter().any(|map| !map.is_empty()) || !ask(anywhere).await.is_empty()
}

async fn ask(asked: [String; 5]) -> Html {
    if let Some(map) = kept::find(&asked) {
        return map;
    }
    let [latitude, longitude, zoom, name, address] = asked.clone().map(Some);
    match api::map_picture(latitude, longitude, zoom, name, address).await {
        Ok(map) => {
            kept::keep(asked, &map);
            map
        }
        Err(_) => Html::default(),
    }
}

/// A page asks again whenever something on it changes, and its maps stay as they are.
#[cfg(not(feature = "server"))]
mod kept {
    use std::cell::RefCell;

    use crate::ui::Html;

    thread_local! {
        static KEPT: RefCell<Vec<([String; 5], Html)>> = const { RefCell::new(Vec::new()) };
    }

    /// The map of these questions. Where one is empty, there are no maps.
    pub fn find(asked: &[String; 5]) -> Option<Html> {
        KEPT.with_borrow(|kept| {
            let map = kept.iter().find(|(of, map)| map.is_empty() || of == asked);
            map.map(|(_, map)| map.clone())
        })
    }

    pub fn keep(asked: [String; 5], map: &Html) {
        KEPT.with_borrow_mut(|kept| kept.push((asked, map.clone())));
    }
}

/// On the server asking is a call of a function.
#[cfg(feature = "server")]
mod kept {
    use crate::ui::Html;

    pub fn find(_: &[String; 5]) -> Option<Html> {
        None
    }

    pub fn keep(_: [String; 5], _: &Html) {}
}
