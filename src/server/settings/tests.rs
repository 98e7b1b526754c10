use super::*;

fn read(pairs: &[(&str, &str)]) -> Result<Settings, SettingsError> {
    Settings::read(|name| {
        pairs
            .iter()
            .find(|(key, _)| *key == name)
            .map(|(_, value)| (*value).to_owned())
    })
}

#[test]
fn defaults_serve_this_machine_on_sqlite() {
    let settings = read(&[]).unwrap();
    assert_eq!(settings.port, 8080);
    assert!(
        settings
            .database_url
            .0
            .starts_with("sqlite://./data/medappoint.db")
    );
    assert!(settings.secure_cookies());
    assert!(settings.rate_limits);
    assert!(!settings.verify_doctors_at_once);
}

#[test]
fn a_wrong_setting_is_named() {
    for (name, value) in [
        ("IP", "here"),
        ("PORT", "70000"),
        ("DATABASE_URL", "mysql://x"),
        ("MEDAPPOINT_DATABASE_CONNECTIONS", "0"),
        ("MEDAPPOINT_PUBLIC_URL", "clinic"),
        ("MEDAPPOINT_PUBLIC_URL", "http://clinic.example"),
        ("MEDAPPOINT_PUBLIC_URL", "https://clinic.example/medappoint"),
        ("MEDAPPOINT_PUBLIC_URL", "https://clinic.example/?from=mail"),
        ("MEDAPPOINT_PUBLIC_URL", "https://clinic.example/#top"),
        ("MEDAPPOINT_PUBLIC_URL", "https://ana:secret@clinic.example"),
        ("MEDAPPOINT_JWT_SECRET", "short"),
        ("CLOUDINARY_URL", "https://cloudinary.com"),
        ("MEDAPPOINT_SMTP_URL", "mail.example"),
        ("MEDAPPOINT_MAIL_FROM", "nobody"),
        ("MEDAPPOINT_MAP_TILES", "https://tiles.example/"),
        ("MEDAPPOINT_RATE_LIMITS", "maybe"),
        ("MEDAPPOINT_VERIFY_DOCTORS", "yes"),
        ("MEDAPPOINT_LOG", "xml"),
        ("MEDAPPOINT_METRICS", "all"),
        ("MEDAPPOINT_REQUEST_TIMEOUT", "soon"),
        ("MEDAPPOINT_REQUEST_TIMEOUT", "0"),
        ("MEDAPPOINT_REQUEST_TIMEOUT", "601"),
        ("RUST_LOG", "medappoint=loud"),
        ("MEDAPPOINT_CLOCK_AHEAD", "-60"),
        ("MEDAPPOINT_ANSWER_HOURS", "0"),
        ("MEDAPPOINT_ANSWER_HOURS", "two"),
        ("MEDAPPOINT_OFFER_HOURS", "0"),
        ("MEDAPPOINT_OFFER_HOURS", "721"),
        ("MEDAPPOINT_CANCEL_NOTICE_HOURS", "-1"),
        ("MEDAPPOINT_CANCEL_NOTICE_HOURS", "721"),
    ] {
        let error = read(&[(name, value)]).unwrap_err().to_string();
        assert!(error.starts_with(name), "{name}={value}: {error}");
    }
}

#[test]
fn plain_http_elsewhere_must_be_meant() {
    let meant = read(&[
        ("MEDAPPOINT_PUBLIC_URL", "http://clinic.example"),
        ("MEDAPPOINT_ALLOW_HTTP", "on"),
    ])
    .unwrap();
    assert!(!meant.secure_cookies());
}

#[test]
fn secrets_are_not_printed() {
    let secret = "0123456789abcdef0123456789abcdef";
    let database = format!("postgres://medappoint:{secret}@localhost/x");
    let cloudinary = format!("cloudinary://1:{secret}@clinic");
    let settings = read(&[
        ("MEDAPPOINT_JWT_SECRET", secret),
        ("DATABASE_URL", &database),
        ("CLOUDINARY_URL", &cloudinary),
    ])
    .unwrap();
    assert!(!format!("{settings:?}").contains(secret));
}

#[test]
fn a_site_is_taken_with_and_without_its_last_slash() {
    for text in ["https://clinic.example", "https://clinic.example/"] {
        let settings = read(&[("MEDAPPOINT_PUBLIC_URL", text)]).unwrap();
        assert_eq!(settings.origin(), "https://clinic.example");
    }
}

#[test]
fn limits_are_taken_at_their_ends() {
    for seconds in [1, 600] {
        let settings = read(&[("MEDAPPOINT_REQUEST_TIMEOUT", &seconds.to_string())]).unwrap();
        assert_eq!(settings.request_timeout, Duration::from_secs(seconds));
    }
    let settings = read(&[("RUST_LOG", "info,medappoint=debug")]).unwrap();
    assert_eq!(
        settings.log_filter.as_deref(),
        Some("info,medappoint=debug")
    );
}
