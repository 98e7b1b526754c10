//! The symptom guide, as a browser without JavaScript walks it and as a program asks it.

use crate::harness::{Browser, TestApp};

/// What a part of a page says between two marks, for each time it stands there.
fn all_between<'a>(text: &'a str, from: &str, to: &str) -> Vec<&'a str> {
    let mut rest = text;
    let mut found = Vec::new();
    while let Some((_, after)) = rest.split_once(from) {
        let (inside, after) = after.split_once(to).unwrap_or((after, ""));
        found.push(inside);
        rest = after;
    }
    found
}

/// The page itself, without what it hands to the client.
fn main_of(page: &str) -> &str {
    let main = page.split_once("<main").unwrap().1;
    main.split_once("</main>").unwrap().0
}

/// The addresses of a page's links.
fn links(page: &str) -> Vec<String> {
    all_between(main_of(page), "href=\"", "\"")
        .into_iter()
        .map(|link| link.replace("&#38;", "&"))
        .collect()
}

/// Where the page's form leads with this answer: its hidden fields, then the chosen radio.
#[track_caller]
fn answered(page: &str, name: &str, value: &str) -> String {
    let form = all_between(main_of(page), "<form", "</form>")[0];
    assert!(form.contains("method=\"get\"") && form.contains("action=\"/guide\""));
    let mut query = Vec::new();
    let mut offered = false;
    for input in all_between(form, "<input", "/>") {
        let field = |field: &str| {
            all_between(input, &format!(" {field}=\""), "\"")
                .first()
                .copied()
        };
        let (input_name, input_value) = (field("name").unwrap(), field("value").unwrap());
        match field("type").unwrap() {
            "hidden" => query.push(format!("{input_name}={input_value}")),
            _ => offered |= (input_name, input_value) == (name, value),
        }
    }
    assert!(offered, "{name}={value} is not offered: {form}");
    query.push(format!("{name}={value}"));
    format!("/guide?{}", query.join("&"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_without_scripts_is_led_to_a_doctor() {
    let app = TestApp::start().await;
    let doctor = app.working_doctor().await;
    let without_hours = app.doctor().await;
    let browser = Browser::new(&app);
    for page in ["/", "/doctors"] {
        let page = browser.open(page).await.is(200);
        assert!(links(&page.text).contains(&"/guide".to_owned()));
    }
    let start = browser.open("/guide").await.is(200);
    assert!(start.text.contains("This is not a diagnosis"));
    let mut at = links(&start.text)
        .into_iter()
        .find(|link| link == "/guide?where=chest")
        .unwrap();
    for (name, value, question) in [
        ("who", "adult", "Who is it for?"),
        ("signs", "none", "Is any of this happening now?"),
        ("what", "beat", "What is it like?"),
        ("since", "weeks", "Since when?"),
        ("how", "bad", "How bad is it?"),
    ] {
        let page = browser.open(&at).await.is(200);
        assert!(page.text.contains(&format!(">{question}<")) || page.text.contains(question));
        at = answered(&page.text, name, value);
    }
    assert_eq!(
        at,
        "/guide?where=chest&who=adult&signs=none&what=beat&since=weeks&how=bad"
    );
    let end = browser.open(&at).await.is(200).text;
    let shown = main_of(&end);
    assert!(shown.contains("Start with a cardiologist"));
    assert!(shown.contains("This is not a diagnosis"));
    assert!(shown.contains("People whose heart races or skips usually see a cardiologist."));
    assert!(shown.contains(&doctor.name) && !shown.contains(&without_hours.name));
    let links = links(&end);
    for link in [
        "/guide",
        "/doctors?specialty=cardiology",
        &format!("/doctors/{}", doctor.id),
    ] {
        assert!(links.iter().any(|one| one == link), "{link}: {links:?}");
    }
    let request = format!("/doctors/{}/request?start=", doctor.id);
    assert!(links.iter().any(|link| link.starts_with(&request)));
    // The answer to change is shown as it was, and the others stay.
    let change = links
        .iter()
        .find(|link| link.ends_with("&at=what"))
        .unwrap();
    let page = browser.open(change).await.is(200).text;
    let chosen = all_between(main_of(&page), "<input", "/>")
        .into_iter()
        .filter(|input| input.contains("checked"))
        .collect::<Vec<_>>();
    assert!(
        chosen.len() == 1 && chosen[0].contains("value=\"beat\""),
        "{chosen:?}"
    );
    assert_eq!(
        answered(&page, "what", "cough"),
        "/guide?where=chest&who=adult&signs=none&since=weeks&how=bad&what=cough"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_red_flag_shows_whom_to_call_and_no_doctors() {
    let app = TestApp::start().await;
    let doctor = app.working_doctor().await;
    let browser = Browser::of(&app, &app.patient().await.email).await;
    for (query, call) in [
        (
            "where=chest&who=adult&signs=crushing",
            "Call your emergency number now",
        ),
        ("where=mind&who=adult&signs=harm", "Get help right now"),
        (
            "where=belly&who=pregnant&signs=pregnant-baby",
            "Call your maternity unit now",
        ),
        (
            "where=head&who=adult&signs=none&what=headache&since=today&how=severe",
            "Call your emergency number now",
        ),
    ] {
        let page = browser.open(&format!("/guide?{query}")).await.is(200).text;
        let shown = main_of(&page);
        assert!(
            shown.contains(call) && shown.contains("class=\"emergency"),
            "{query}"
        );
        let links = links(&page);
        for number in ["tel:112", "tel:999", "tel:911"] {
            assert!(links.iter().any(|link| link == number), "{query}");
        }
        assert!(
            links.iter().all(|link| !link.starts_with("/doctors")),
            "{links:?}"
        );
        assert!(!shown.contains(&doctor.name));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_an_address_says_is_a_step() {
    let app = TestApp::start().await;
    let browser = Browser::new(&app);
    let long = format!("where={}", "x".repeat(4000));
    for query in [
        "where=",
        "where=moon",
        "where=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "where=%FF%FE&who=%00",
        "where=%",
        "&&&===&",
        "where[]=eyes",
        "who=adult&signs=none",
        "how='; drop table users; --",
        "where=moon&at=how",
        &long,
    ] {
        let query = query.replace(' ', "%20");
        let page = browser.open(&format!("/guide?{query}")).await.is(200).text;
        let shown = main_of(&page);
        assert!(shown.contains("Where does it trouble you?"), "{query}");
        for echo in ["alert(1)", "drop table", "moon", "xxx"] {
            assert!(!shown.contains(echo), "{query}");
        }
    }
    for query in [
        "where=eyes&where=moon",
        "where=eyes&at=who",
        "where=eyes&signs=crushing",
    ] {
        let page = browser.open(&format!("/guide?{query}")).await.is(200).text;
        assert!(page.contains("Is any of this happening now?"), "{query}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_reads_steps_as_json() {
    let app = TestApp::start().await;
    let late = app
        .doctor_of("ophthalmology")
        .await
        .with_hours("Europe/Madrid")
        .await;
    late.put("/api/availability", serde_json::json!({
        "weekly": (1..=7).map(|day| serde_json::json!({"clinic_id": late.clinic, "weekday": day, "from": "08:00", "to": "20:00", "slot_minutes": 30})).collect::<Vec<_>>(),
        "minimum_notice_minutes": 4 * 24 * 60,
    })).await.ok();
    let early = app
        .doctor_of("ophthalmology")
        .await
        .with_hours("Europe/Madrid")
        .await;
    let nobody = app.anonymous();
    let start = nobody.get("/api/guide").await.ok();
    assert_eq!(
        (&start["kind"], &start["question"]["name"]),
        (&"question".into(), &"where".into())
    );
    assert!(start["question"]["options"].as_array().unwrap().len() >= 10);
    assert!(
        start["part"]["html"]
            .as_str()
            .unwrap()
            .contains("/guide?where=eyes")
    );
    let flag = nobody
        .get("/api/guide?where=eyes&signs=sight-lost")
        .await
        .ok();
    assert_eq!(flag["kind"], "red-flag");
    assert_eq!(flag["red_flag"]["call"], "Call your emergency number now");
    let end = nobody
        .get("/api/guide?where=eyes&signs=none&what=sight&since=today&how=bad")
        .await
        .ok();
    assert_eq!(
        (&end["kind"], &end["end"]["urgency"]),
        (&"end".into(), &"today".into())
    );
    assert_eq!(end["end"]["specialties"][0]["slug"], "ophthalmology");
    let names: Vec<_> = end["end"]["doctors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|doctor| doctor["full_name"].as_str().unwrap())
        .collect();
    assert_eq!(names, [early.name.as_str(), late.name.as_str()]);
    assert_eq!(
        end["answers"][0],
        serde_json::json!({"name": "where", "value": "eyes", "label": "Eyes"})
    );
    // What can't be read as a query at all is no step.
    assert!([200, 400].contains(&nobody.get("/api/guide?where[=eyes").await.status));
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nobody_is_free_it_says_so() {
    let app = TestApp::start().await;
    app.doctor_of("dentistry").await;
    let page = Browser::new(&app)
        .open("/guide?where=mouth&signs=none&what=check")
        .await
        .is(200)
        .text;
    assert!(main_of(&page).contains("Nobody of this specialty has a free time here at present."));
    assert!(links(&page).contains(&"/doctors?specialty=dentistry".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_guide_speaks_the_readers_language() {
    let app = TestApp::start().await;
    let signs = "/api/guide?where=chest&who=adult";
    for (language, question, call, number) in [
        (
            "en",
            "Is any of this happening now?",
            "Call your emergency number now",
            "Call 112 in Europe and many other countries",
        ),
        (
            "es",
            "¿Ocurre ahora algo de esto?",
            "Llame ahora a su número de emergencias",
            "Llame al 112 en Europa y muchos otros países",
        ),
        (
            "ar",
            "هل يحدث شيء من هذا الآن؟",
            "اتصل الآن برقم الطوارئ",
            "اتصل بالرقم 112 في أوروبا ودول كثيرة أخرى",
        ),
    ] {
        let reader = app.anonymous().with("accept-language", language);
        let asked = reader.get(signs).await.ok();
        assert_eq!(asked["question"]["text"], question);
        let raised = reader.get(format!("{signs}&signs=crushing")).await.ok();
        assert_eq!(raised["kind"], "red-flag");
        assert_eq!(raised["red_flag"]["call"], call);
        let page = reader
            .with("accept", "text/html")
            .get("/guide?where=chest&who=adult&signs=crushing")
            .await
            .is(200);
        assert!(page.text.contains(call) && page.text.contains(number));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_end_leads_only_where_somebody_is_listed() {
    let app = TestApp::start().await;
    let browser = Browser::new(&app);
    // A cardiologist within the week; an ophthalmologist or an allergist.
    let heart = "/guide?where=chest&who=adult&signs=none&what=pain&since=weeks&how=bad";
    let eyes = "/guide?where=eyes&signs=none&what=dry&since=weeks&how=little";
    let none = "No doctor of this specialty is listed here";
    let everybody = "/doctors".to_owned();
    let of = |slug: &str| format!("/doctors?specialty={slug}");
    for path in [heart, eyes] {
        let shown = browser.open(path).await.is(200).text;
        let links = links(&shown);
        assert!(main_of(&shown).contains(none) && links.contains(&everybody));
        let leads = |link: &&String| link.starts_with("/doctors?");
        assert_eq!(links.iter().find(leads), None, "{path}");
    }
    app.doctor_of("general-practice").await;
    app.doctor_of("allergology").await;
    let shown = browser.open(heart).await.is(200).text;
    assert!(main_of(&shown).contains(none));
    let links_of = links(&shown);
    // In the advice, and where nobody is listed.
    let gp = of("general-practice");
    assert_eq!(links_of.iter().filter(|link| **link == gp).count(), 2);
    assert!(!links_of.contains(&everybody) && !links_of.contains(&of("cardiology")));
    let shown = browser.open(eyes).await.is(200).text;
    assert!(main_of(&shown).contains(none) && links(&shown).contains(&of("allergology")));
    app.doctor_of("ophthalmology").await;
    let shown = browser.open(eyes).await.is(200).text;
    assert!(!main_of(&shown).contains(none) && links(&shown).contains(&of("ophthalmology")));
}
