//! Where maps get their pictures: a source of raster tiles, as the settings name it.

use url::{Host, Url};

use super::settings::is_this_machine;

const TILES: &str = "MEDAPPOINT_MAP_TILES";
const ATTRIBUTION: &str = "MEDAPPOINT_MAP_ATTRIBUTION";

/// What a start is told of maps.
#[derive(Clone, Debug, PartialEq)]
pub enum Maps {
    /// Nothing: no maps, but in a demonstration.
    NotSet,
    /// There shall be none, in a demonstration either: the setting is there and empty.
    Off,
    /// With tiles of this source.
    Of(TileSource),
}

/// A server of square pictures of the world.
#[derive(Clone, Debug, PartialEq)]
pub struct TileSource {
    /// An address with `{z}`, `{x}` and `{y}` in it.
    template: String,
    origin: String,
    attribution: String,
}

impl Maps {
    /// Reads the two settings.
    ///
    /// # Errors
    /// The setting that is wrong, and a sentence.
    pub fn read(get: &impl Fn(&str) -> Option<String>) -> Result<Self, (&'static str, String)> {
        let Some(template) = get(TILES) else {
            return Ok(Self::NotSet);
        };
        let template = template.trim();
        if template.is_empty() {
            return Ok(Self::Off);
        }
        let (origin, host) = origin(template).map_err(|sentence| (TILES, sentence))?;
        let said = get(ATTRIBUTION).map(|text| text.trim().to_owned());
        let attribution = match said.filter(|text| !text.is_empty()) {
            Some(text) => text,
            None if is_openstreetmap(&host) => TileSource::OPENSTREETMAP.to_owned(),
            None => {
                return Err((
                    ATTRIBUTION,
                    format!(
                        "must say whose map it is that {host} serves, for example “© OpenStreetMap contributors”."
                    ),
                ));
            }
        };
        Ok(Self::Of(TileSource {
            template: template.to_owned(),
            origin,
            attribution,
        }))
    }

    /// As a demonstration has them: OpenStreetMap's, where the settings say nothing.
    pub fn or_openstreetmap(self) -> Self {
        match self {
            Self::NotSet => Self::Of(TileSource::openstreetmap()),
            said => said,
        }
    }

    /// Where tiles come from, where there are maps.
    pub fn source(&self) -> Option<&TileSource> {
        match self {
            Self::Of(source) => Some(source),
            Self::NotSet | Self::Off => None,
        }
    }
}

impl TileSource {
    /// What OpenStreetMap's licence asks to be written at a map.
    const OPENSTREETMAP: &str = "© OpenStreetMap contributors";

    /// The project's own tiles, which are there for everybody in small numbers.
    pub fn openstreetmap() -> Self {
        Self {
            template: "https://tile.openstreetmap.org/{z}/{x}/{y}.png".to_owned(),
            origin: "https://tile.openstreetmap.org".to_owned(),
            attribution: Self::OPENSTREETMAP.to_owned(),
        }
    }

    /// The address of a tile.
    pub fn tile(&self, zoom: u8, x: i64, y: i64) -> String {
        fill(&self.template, &[zoom.into(), x, y])
    }

    /// Scheme, host and port, as the Content Security Policy names them.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Whose map it is, for every map to say.
    pub fn attribution(&self) -> &str {
        &self.attribution
    }
}

fn fill(template: &str, numbers: &[i64; 3]) -> String {
    ["{z}", "{x}", "{y}"]
        .iter()
        .zip(numbers)
        .fold(template.to_owned(), |filled, (place, number)| {
            filled.replace(place, &number.to_string())
        })
}

/// The origin and the host of a template.
fn origin(template: &str) -> Result<(String, String), String> {
    let wrong = || {
        format!(
            "“{template}” is not the address of tiles, such as https://tile.openstreetmap.org/{{z}}/{{x}}/{{y}}.png."
        )
    };
    if !["{z}", "{x}", "{y}"]
        .iter()
        .all(|place| template.contains(place))
    {
        return Err(wrong());
    }
    let of = |number: i64| {
        let filled = fill(template, &[number; 3]);
        Some(filled)
            .filter(|filled| !filled.contains(['{', '}']))
            .and_then(|filled| Url::parse(&filled).ok())
            .filter(|url| url.username().is_empty() && url.password().is_none())
            // Of what a host may hold, the policy's grammar knows only these.
            .filter(|url| match url.host() {
                Some(Host::Domain(name)) => name
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte)),
                Some(Host::Ipv4(_)) => true,
                Some(Host::Ipv6(_)) | None => false,
            })
    };
    let (url, other) = (of(1).ok_or_else(wrong)?, of(2).ok_or_else(wrong)?);
    // One host serves all of them.
    if url.origin() != other.origin() {
        return Err(wrong());
    }
    match url.scheme() {
        "https" => {}
        "http" if is_this_machine(&url) => {}
        "http" => {
            return Err(format!(
                "“{template}” is plain HTTP, over which others see what places people look at. Use https://; http:// is for this machine alone."
            ));
        }
        _ => return Err(wrong()),
    }
    let host = url.host_str().unwrap_or_default().to_owned();
    Ok((url.origin().ascii_serialization(), host))
}

fn is_openstreetmap(host: &str) -> bool {
    host == "openstreetmap.org" || host.ends_with(".openstreetmap.org")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(tiles: &str, attribution: Option<&str>) -> Result<Maps, (&'static str, String)> {
        Maps::read(&|name| match name {
            TILES => Some(tiles.to_owned()),
            ATTRIBUTION => attribution.map(str::to_owned),
            _ => None,
        })
    }

    fn source(tiles: &str, attribution: Option<&str>) -> TileSource {
        match read(tiles, attribution) {
            Ok(Maps::Of(source)) => source,
            other => panic!("{tiles}: {other:?}"),
        }
    }

    #[test]
    fn a_template_gives_tiles_and_an_origin() {
        let ours = source(
            "https://Tiles.example:8443/v1/{z}/{x}/{y}@2x.png?key=a;b",
            Some(" © Example "),
        );
        assert_eq!(
            ours.tile(16, 32093, 24711),
            "https://Tiles.example:8443/v1/16/32093/24711@2x.png?key=a;b"
        );
        assert_eq!(ours.origin(), "https://tiles.example:8443");
        assert_eq!(ours.attribution(), "© Example");
        for here in ["localhost:9000", "127.0.0.1:9000", "tiles.localhost"] {
            let ours = source(&format!("http://{here}/{{z}}/{{x}}/{{y}}"), Some("Ours"));
            assert_eq!(ours.origin(), format!("http://{here}"));
        }
    }

    #[test]
    fn openstreetmap_is_credited_by_itself_and_others_must_be() {
        let template = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";
        assert_eq!(source(template, None), TileSource::openstreetmap());
        assert_eq!(source(template, Some(" ")), TileSource::openstreetmap());
        assert_eq!(source(template, Some("OSM")).attribution(), "OSM");
        for other in [
            "https://tiles.example/{z}/{x}/{y}.png",
            "https://openstreetmap.org.example/{z}/{x}/{y}.png",
            "https://notopenstreetmap.org/{z}/{x}/{y}.png",
        ] {
            let (name, sentence) = read(other, None).unwrap_err();
            assert_eq!(name, ATTRIBUTION, "{other}: {sentence}");
        }
    }

    #[test]
    fn a_wrong_template_is_refused() {
        for wrong in [
            "tiles",
            "https://tiles.example/",
            "https://tiles.example/{z}/{x}.png",
            "https://tiles.example/{z}/{x}/{y}/{s}",
            "https://{s}.tiles.example/{z}/{x}/{y}.png",
            "https://{z}.tiles.example/{x}/{y}.png",
            "https://tiles.example:{z}/{x}/{y}.png",
            "https://key:secret@tiles.example/{z}/{x}/{y}.png",
            "https://tiles;script-src.example/{z}/{x}/{y}.png",
            "https://[2001:db8::1]/{z}/{x}/{y}.png",
            "ftp://localhost/{z}/{x}/{y}.png",
            "data:image/png,{z}{x}{y}",
            "http://tiles.example/{z}/{x}/{y}.png",
        ] {
            let (name, sentence) = read(wrong, Some("©")).unwrap_err();
            assert_eq!(name, TILES, "{wrong}");
            assert!(sentence.contains(wrong), "{sentence}");
        }
    }

    #[test]
    fn a_demonstration_has_maps_unless_told_otherwise() {
        let unset = Maps::read(&|_| None).unwrap();
        assert_eq!((&unset, unset.source()), (&Maps::NotSet, None));
        let demo = unset.or_openstreetmap();
        assert_eq!(demo.source(), Some(&TileSource::openstreetmap()));
        let off = read(" ", None).unwrap();
        assert_eq!(off.or_openstreetmap().source(), None);
        let ours = read("https://tiles.example/{z}/{x}/{y}", Some("Ours")).unwrap();
        assert_eq!(ours.clone().or_openstreetmap(), ours);
    }
}
