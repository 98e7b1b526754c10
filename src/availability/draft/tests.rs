//! What is typed, and what becomes of it.

use serde_json::json;
use uuid::Uuid;

use super::*;
use crate::availability::model::Clinic;
use crate::error::Answer;

fn clinic(n: u128, zone: &str) -> Clinic {
    Clinic {
        id: Uuid::from_u128(n),
        name: "Clínica Sol".into(),
        address: "Calle Mayor 1, Madrid".into(),
        latitude: None,
        longitude: None,
        time_zone: zone.into(),
        notes: None,
        version: 1,
    }
}

fn draft(json: serde_json::Value) -> AvailabilityDraft {
    serde_json::from_value(json).unwrap()
}

fn fields(answer: Answer<HoursDetails>) -> Vec<String> {
    answer.unwrap_err().fields.into_keys().collect()
}

#[test]
fn a_program_and_a_form_mean_the_same() {
    let clinics = [clinic(1, "Europe/Madrid")];
    let id = clinics[0].id;
    let program = draft(json!({
        "weekly": [{"clinic_id": id, "weekday": 1, "from": "09:00", "to": "12:00", "slot_minutes": 30}],
        "exceptions": [{"date": "2026-12-24", "kind": "closed"}],
        "minimum_notice_minutes": 60, "horizon_days": 30
    }));
    let form = draft(json!({
        "weekly": [
            {"clinic_id": id, "weekday": "1", "from": "9:00", "to": "12:00", "slot_minutes": "30"},
            {"clinic_id": id, "weekday": "1", "from": "", "to": "", "slot_minutes": "30"}
        ],
        "exceptions": [
            {"date": "2026-12-24", "kind": "closed", "clinic_id": "", "from": "", "to": ""},
            {"date": "", "kind": "closed", "clinic_id": "", "from": "", "to": ""}
        ],
        "minimum_notice_minutes": "60", "horizon_days": "30"
    }));
    let availability = program.parse(&clinics, &[]).unwrap();
    assert_eq!(form.parse(&clinics, &[]).unwrap(), availability);
    assert_eq!(availability.weekly.len(), 1);
    assert_eq!(availability.exceptions[0].from, None);
}

#[test]
fn every_wrong_field_is_named() {
    let clinics = [clinic(1, "Europe/Madrid")];
    let wrong = draft(json!({
        "weekly": [
            {"clinic_id": Uuid::from_u128(9), "weekday": 8, "from": "x", "to": "", "slot_minutes": 5},
            {"clinic_id": clinics[0].id, "weekday": 1, "from": "12:00", "to": "09:00", "slot_minutes": 30},
            {"clinic_id": clinics[0].id, "weekday": 1}
        ],
        "exceptions": [{"date": "tomorrow", "kind": "extra"}],
        "minimum_notice_minutes": -1, "horizon_days": 9999
    }));
    assert_eq!(
        fields(wrong.parse(&clinics, &[])),
        [
            "exceptions.0.clinic_id",
            "exceptions.0.date",
            "exceptions.0.from",
            "exceptions.0.to",
            "horizon_days",
            "minimum_notice_minutes",
            "weekly.0.clinic_id",
            "weekly.0.from",
            "weekly.0.slot_minutes",
            "weekly.0.to",
            "weekly.0.weekday",
            "weekly.1.to",
            "weekly.2.from",
            "weekly.2.to",
        ]
    );
    assert_eq!(
        fields(
            draft(json!({"exceptions": [], "minimum_notice_minutes": "", "horizon_days": ""}))
                .parse(&clinics, &[])
        ),
        ["weekly"]
    );
}

#[test]
fn hours_of_one_clock_must_not_overlap() {
    let row = |clinic: &Clinic| json!({"clinic_id": clinic.id, "weekday": 1, "from": "09:00", "to": "12:00", "slot_minutes": 30});
    let both = |a: &Clinic, b: &Clinic| {
        draft(
            json!({"weekly": [row(a), {"from": "", "to": ""}, row(b)], "exceptions": [], "minimum_notice_minutes": "", "horizon_days": ""}),
        )
    };
    let (madrid, also_madrid, london) = (
        clinic(1, "Europe/Madrid"),
        clinic(2, "Europe/Madrid"),
        clinic(3, "Europe/London"),
    );
    let clinics = [madrid.clone(), also_madrid.clone(), london.clone()];
    assert_eq!(
        fields(both(&madrid, &also_madrid).parse(&clinics, &[])),
        ["weekly.2.from"]
    );
    assert!(both(&madrid, &london).parse(&clinics, &[]).is_ok());
}

#[test]
fn a_clinic_needs_a_name_an_address_and_a_zone() {
    let parse = |draft: ClinicDraft| draft.parse(|zone| zone == "Europe/Madrid");
    let good = ClinicDraft {
        name: " Clínica Sol ".into(),
        address: "Calle Mayor 1".into(),
        latitude: "40,4168".into(),
        longitude: "-3.7038".into(),
        time_zone: "Europe/Madrid".into(),
        notes: "".into(),
    };
    let details = parse(good.clone()).unwrap();
    assert_eq!(
        (details.name.as_str(), details.point, details.notes),
        ("Clínica Sol", Some((40.4168, -3.7038)), None)
    );
    let wrong = ClinicDraft {
        latitude: "91".into(),
        longitude: "0".into(),
        time_zone: "Mars/Olympus".into(),
        ..ClinicDraft::default()
    };
    let named: Vec<_> = parse(wrong).unwrap_err().fields.into_keys().collect();
    assert_eq!(named, ["address", "latitude", "name", "time_zone"]);
    let half = ClinicDraft {
        longitude: "".into(),
        ..good.clone()
    };
    assert!(parse(half).unwrap_err().fields.contains_key("longitude"));
    for not_a_place in ["NaN", "inf"] {
        assert!(
            parse(ClinicDraft {
                latitude: not_a_place.into(),
                ..good.clone()
            })
            .is_err()
        );
    }
}
