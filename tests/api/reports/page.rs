//! The page: its charts, what it says of days that can't be, and what is not in it.

use crate::harness::Browser;

use super::{ALL, DAYS, ten, world};

#[tokio::test(flavor = "multi_thread")]
async fn days_that_can_not_be_are_422_with_the_field() {
    let (app, doctor, _) = world().await;
    let page = Browser::of(&app, &doctor.email).await;
    for (query, wrong) in [
        ("?from=2026-02-30", &["from"][..]),
        ("?from=soon&to=2026-13-01", &["from", "to"]),
        ("?from=2026-11-02&to=2026-11-01", &["to"]),
        ("?from=2026-11-25", &["from"]),
        ("?from=2023-11-24&to=2026-11-24", &["from"]),
        ("?from=1999-12-31&to=2000-01-02", &["from"]),
    ] {
        for path in &ALL[..2] {
            assert_eq!(
                doctor.get(format!("{path}{query}")).await.fields(),
                wrong,
                "{query}"
            );
        }
        let shown = page.open(&format!("/reports{query}")).await.is(422).text;
        assert!(shown.contains("<title>Error: Reports"), "{query}");
        assert!(shown.contains("There is a problem"), "{query}");
        for name in ["from", "to"] {
            let said = shown.contains(&format!("id=\"{name}-error\""));
            let linked = shown.contains(&format!("href=\"#{name}\""));
            assert_eq!(
                (said, linked),
                (wrong.contains(&name), wrong.contains(&name)),
                "{query} {name}"
            );
        }
    }
    let typed = page
        .open("/reports?range=own&from=soon&to=2026-11-01")
        .await
        .is(422)
        .text;
    assert!(typed.contains("value=\"soon\"") && typed.contains("value=\"2026-11-01\""));
    page.open("/reports?range=ever").await.is(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_a_patient_is_in_it() {
    let (app, doctor, _) = world().await;
    let patient = app.patient_named("Zenobia Quartermain").await;
    ten(&app, &doctor, &patient).await;
    let page = Browser::of(&app, &doctor.email)
        .await
        .open(&format!("/reports{DAYS}"))
        .await;
    let mut shown = vec![page.is(200)];
    for path in ALL {
        shown.push(doctor.get(format!("{path}{DAYS}")).await.is(200));
    }
    for reply in shown {
        for private in [
            "Zenobia",
            "Quartermain",
            "Palpitations",
            &patient.email,
            &patient.id.to_string(),
        ] {
            assert!(!reply.text.contains(private), "{}: {private}", reply.call);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_shows_charts_with_their_tables() {
    let (app, doctor, patient) = world().await;
    let browser = Browser::of(&app, &doctor.email).await;
    let page = browser.open("/reports").await.is(200).text;
    assert!(page.contains("Nobody has asked you yet") && !page.contains("class=\"chart"));
    ten(&app, &doctor, &patient).await;
    let page = browser
        .open("/reports?range=own&from=2026-03-01&to=2026-03-31")
        .await
        .is(200)
        .text;
    assert!(page.contains("No requests came in on these days"));
    assert!(page.contains("value=\"2026-03-01\"") && page.contains("value=\"2026-03-31\""));

    for (path, days) in [
        ("/reports", "26 October 2026 to 24 November 2026"),
        (
            "/reports?range=90-days",
            "27 August 2026 to 24 November 2026",
        ),
        (
            "/reports?range=12-months",
            "1 December 2025 to 24 November 2026",
        ),
        (
            "/reports?from=2026-11-02&to=2026-11-22",
            "2 November 2026 to 22 November 2026",
        ),
    ] {
        let page = browser.open(path).await.is(200).text;
        assert!(
            page.contains(days) && page.contains("Madrid time"),
            "{path}"
        );
        assert_eq!(
            page.matches("aria-current=\"page\"").count(),
            3,
            "{path}: bar, dock and days"
        );
        for chart in ["over-time", "answer-time", "rates", "busiest"] {
            let named = format!("aria-labelledby=\"{chart}-title {chart}-desc\"");
            for part in [
                &named,
                &format!("<title id=\"{chart}-title\">"),
                &format!("<desc id=\"{chart}-desc\">"),
            ] {
                assert!(page.contains(part.as_str()), "{path}: {part}");
            }
        }
        assert_eq!(page.matches("<table").count(), 4, "{path}");
        assert!(!page.contains("style=\""), "{path}");
    }
    let page = browser.open(&format!("/reports{DAYS}")).await.text;
    let page = page.replace("&#38;", "&").replace("&amp;", "&");
    let file = "href=\"/api/reports.csv?from=2026-11-02&to=2026-11-22\"";
    assert!(page.contains(file));
    assert!(page.contains("Median 4 h, 90th percentile 16 h, of 7 answers."));
}
