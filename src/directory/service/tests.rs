//! The directory against a database.

use uuid::Uuid;

use super::*;
use crate::availability::service::scratch::Scratch;
use crate::directory::model::Doctors;
use crate::error::ErrorKind;
use crate::server::state::App;

/// A search by query, specialty, language, availability, cursor and limit.
async fn search(app: &App, typed: [&str; 6]) -> Doctors {
    doctors(app, &Search::parse(&typed.map(str::to_owned)).unwrap())
        .await
        .unwrap()
}

fn names(found: &Doctors) -> Vec<&str> {
    found
        .items
        .iter()
        .map(|card| card.full_name.as_str())
        .collect()
}

async fn city() -> (Scratch, Vec<Uuid>) {
    let scratch = Scratch::new().await;
    let mut ids = Vec::new();
    for (name, specialty) in [
        ("Omar Haddad", "cardiology"),
        ("Eva Núñez", "cardiology"),
        ("Ana Öberg", "dermatology"),
        ("Ben Cole", "neurology"),
        ("Zoë Marsh", "neurology"),
    ] {
        ids.push(scratch.doctor(name, specialty).await);
    }
    scratch.working(ids[0]).await;
    scratch.working(ids[2]).await;
    (scratch, ids)
}

#[tokio::test]
async fn doctors_are_found_by_name_specialty_symptom_and_language() {
    let (scratch, ids) = city().await;
    let app = &scratch.app;
    scratch
        .set(ids[3], |row| row.languages = "English, German".into())
        .await;
    assert_eq!(
        names(&search(app, [""; 6]).await),
        [
            "Ana Öberg",
            "Ben Cole",
            "Eva Núñez",
            "Omar Haddad",
            "Zoë Marsh"
        ]
    );
    assert_eq!(
        names(&search(app, ["dr nunez", "", "", "", "", ""]).await),
        ["Eva Núñez"]
    );
    assert_eq!(
        names(&search(app, ["OBERG", "", "", "", "", ""]).await),
        ["Ana Öberg"]
    );
    assert_eq!(
        names(&search(app, ["", "neurology", "", "", "", ""]).await),
        ["Ben Cole", "Zoë Marsh"]
    );
    assert_eq!(
        names(&search(app, ["", "", "german", "", "", ""]).await),
        ["Ben Cole"]
    );
    assert_eq!(
        names(&search(app, ["", "", "Spanish", "", "", ""]).await).len(),
        4
    );
    assert_eq!(
        names(&search(app, ["", "", "man", "", "", ""]).await).len(),
        0
    );
    let palpitations = search(app, ["palpitations", "", "", "", "", ""]).await;
    assert_eq!(names(&palpitations), ["Eva Núñez", "Omar Haddad"]);
    assert_eq!(palpitations.specialties, ["cardiology"]);
    // No complaint holds all of it, and nobody is called so: what it has to do with.
    let at_night = search(app, ["palpitations at night", "", "", "", "", ""]).await;
    assert_eq!(
        (names(&at_night), at_night.specialties.as_slice()),
        (
            vec!["Eva Núñez", "Omar Haddad"],
            ["cardiology".to_owned()].as_slice()
        )
    );
    for nobody in ["zzz", "haddad zzz"] {
        assert_eq!(
            names(&search(app, [nobody, "", "", "", "", ""]).await),
            [""; 0],
            "{nobody}"
        );
    }
    // A wildcard of LIKE is nothing but a character that is left out.
    assert_eq!(
        names(&search(app, ["%b%en", "", "", "", "", ""]).await),
        [""; 0]
    );
}

#[tokio::test]
async fn pages_follow_each_other_without_gaps() {
    let (scratch, _) = city().await;
    let (mut cursor, mut seen) = (String::new(), Vec::new());
    loop {
        let page = search(&scratch.app, ["", "", "", "", &cursor, "2"]).await;
        seen.extend(page.items.into_iter().map(|card| card.full_name));
        match page.next {
            Some(next) => cursor = next,
            None => break,
        }
    }
    assert_eq!(
        seen,
        [
            "Ana Öberg",
            "Ben Cole",
            "Eva Núñez",
            "Omar Haddad",
            "Zoë Marsh"
        ]
    );
}

#[tokio::test]
async fn who_is_free_this_week_is_asked_of_the_hours() {
    let (scratch, ids) = city().await;
    let app = &scratch.app;
    let free = search(app, ["", "", "", "this-week", "", ""]).await;
    assert_eq!(names(&free), ["Ana Öberg", "Omar Haddad"]);
    assert_eq!(
        free.items[0]
            .next_free
            .as_ref()
            .unwrap()
            .local
            .date
            .to_string(),
        "2026-11-25"
    );
    assert_eq!(free.items[0].clinics[0].name, "Clínica Sol");
    let first = search(app, ["", "", "", "this-week", "", "1"]).await;
    assert_eq!(names(&first), ["Ana Öberg"]);
    let second = search(
        app,
        ["", "", "", "this-week", first.next.as_deref().unwrap(), "1"],
    )
    .await;
    assert_eq!((names(&second), &second.next), (vec!["Omar Haddad"], &None));
    assert_eq!(
        names(&search(app, ["", "", "", "today", "", ""]).await).len(),
        0
    );
    scratch.set(ids[0], |row| row.accepting = false).await;
    assert_eq!(
        names(&search(app, ["", "", "", "this-week", "", ""]).await),
        ["Ana Öberg"]
    );
}

#[tokio::test]
async fn only_verified_doctors_are_listed() {
    let (scratch, ids) = city().await;
    let app = &scratch.app;
    scratch.set(ids[0], |row| row.verified_at = None).await;
    scratch.suspend(ids[2]).await;
    assert_eq!(
        names(&search(app, [""; 6]).await),
        ["Ben Cole", "Eva Núñez", "Zoë Marsh"]
    );
    for id in [ids[0], ids[2], Uuid::now_v7()] {
        assert_eq!(doctor(app, id).await.unwrap_err().kind, ErrorKind::NotFound);
    }
    let counts = specialties(app).await.unwrap().items;
    let count = |slug| counts.iter().find(|one| one.slug == slug).unwrap().doctors;
    assert_eq!(
        (
            count("cardiology"),
            count("dermatology"),
            count("neurology")
        ),
        (1, 0, 2)
    );
}

#[tokio::test]
async fn a_profile_shows_what_anybody_may_see() {
    let (scratch, ids) = city().await;
    scratch
        .set(ids[0], |row| {
            row.biography = Some("Hearts, since 1998.".into())
        })
        .await;
    let profile = doctor(&scratch.app, ids[0]).await.unwrap();
    assert_eq!(
        (profile.full_name.as_str(), profile.specialty.name.as_str()),
        ("Omar Haddad", "Cardiology")
    );
    assert_eq!(profile.languages, ["Spanish", "English"]);
    assert_eq!(profile.biography.as_deref(), Some("Hearts, since 1998."));
    assert_eq!(
        (profile.clinics.len(), profile.clinics[0].notes.clone()),
        (1, None)
    );
    assert_eq!(profile.next_free.unwrap().local.time, "09:00");
    scratch.set(ids[0], |row| row.accepting = false).await;
    assert_eq!(doctor(&scratch.app, ids[0]).await.unwrap().next_free, None);
}

#[tokio::test]
async fn the_front_page_says_when_the_first_is_free() {
    let (scratch, _) = city().await;
    let soonest = soonest(&scratch.app).await.unwrap().items;
    let read: Vec<_> = soonest
        .iter()
        .map(|one| (one.slug.as_str(), one.free.as_deref()))
        .collect();
    assert_eq!(
        read,
        [
            ("cardiology", Some("tomorrow")),
            ("neurology", None),
            ("dermatology", Some("tomorrow"))
        ]
    );
}

#[tokio::test]
async fn specialties_with_doctors_are_told_from_those_without() {
    let (scratch, ids) = city().await;
    let app = &scratch.app;
    let asked = ["neurology", "urology", "cardiology", "neurology"];
    assert_eq!(
        with_doctors(app, &asked).await.unwrap(),
        ["neurology", "cardiology"]
    );
    assert_eq!(
        listed_specialties(app).await.unwrap(),
        ["cardiology", "dermatology", "neurology"]
    );
    // One who isn't verified, and one who is suspended.
    scratch.set(ids[2], |row| row.verified_at = None).await;
    scratch.suspend(ids[3]).await;
    scratch.suspend(ids[4]).await;
    let asked = ["neurology", "dermatology", "cardiology"];
    assert_eq!(with_doctors(app, &asked).await.unwrap(), ["cardiology"]);
    assert_eq!(listed_specialties(app).await.unwrap(), ["cardiology"]);
}
