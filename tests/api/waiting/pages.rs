//! The waiting list on its pages, without JavaScript.

use chrono::{Days, NaiveDate};
use serde_json::json;

use super::{World, list, offered};
use crate::harness::{Browser, Doctor, Patient, TestApp};

async fn browser(app: &TestApp, patient: &Patient) -> Browser {
    Browser::of(app, &patient.email).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_is_a_patients() {
    let world = World::full().await;
    let nobody = Browser::new(&world.app);
    let sent = nobody.open("/waiting?specialty=cardiology").await.is(303);
    assert_eq!(
        sent.location(),
        "/login?next=%2Fwaiting%3Fspecialty%3Dcardiology"
    );
    let doctor = Browser::of(&world.app, &world.doctor.email).await;
    doctor.open("/waiting").await.is(403);
    let patient = world.app.patient().await;
    let browser = browser(&world.app, &patient).await;
    let page = browser.open("/waiting").await.is(200).text;
    assert!(page.contains("You wait for nothing"));
    browser.open("/waiting?doctor=nonsense").await.is(404);
    browser
        .open(format!("/waiting?doctor={}", patient.id).as_str())
        .await
        .is(404);
    browser.open("/waiting?specialty=magic").await.is(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn joining_accepting_and_removing_need_no_javascript() {
    let world = World::full().await;
    let patient = world.app.patient().await;
    let browser = browser(&world.app, &patient).await;
    let doctor = world.doctor.id.to_string();
    let form = format!("/waiting?doctor={doctor}");
    let profile = browser
        .open(&format!("/doctors/{doctor}"))
        .await
        .is(200)
        .text;
    assert!(profile.contains(&form));
    let page = browser.open(&form).await.is(200).text;
    assert!(page.contains("Join the waiting list") && page.contains("name=\"weekdays.6\""));

    let (to, date) = ("/waiting?done=joined", world.date.to_string());
    let mut fields = vec![
        ("doctor_id", doctor.as_str()),
        ("weekdays.2", "9"),
        ("times.0", "morning"),
        ("earliest", date.as_str()),
        ("latest", date.as_str()),
        ("reason", ""),
        ("symptoms", "At night"),
        ("_to", to),
        ("_back", form.as_str()),
    ];
    let back = browser.submit("/api/waiting", &fields).await.is(303);
    assert_eq!(back.location(), form);
    let page = browser.open(&form).await.is(200).text;
    assert!(
        page.contains("<title>Error: Join the waiting list"),
        "{page}"
    );
    assert!(page.contains("Enter the reason for your visit."));
    assert!(page.contains("At night") && page.contains(&format!("value=\"{date}\"")));

    fields[1] = ("weekdays.", "");
    fields[5] = ("reason", "Palpitations");
    let made = browser.submit("/api/waiting", &fields).await.is(303);
    assert_eq!(made.location(), to);
    let page = browser.open(to).await.is(200).text;
    assert!(page.contains("You are on the waiting list.") && page.contains(&world.doctor.name));
    assert!(page.contains("Any day · morning"), "{page}");

    world.frees().await;
    world.round().await;
    let page = browser.open("/waiting").await.is(200).text;
    assert!(page.contains("A time is held for you") && page.contains("Clínica Sol"));
    let asks = format!("Accepting asks {} for this time.", world.doctor.name);
    assert!(
        page.contains(&asks) && page.contains("until they answer"),
        "{page}"
    );
    let offer = offered(&patient).await;
    let accept = format!("/api/waiting/offers/{offer}/accept");
    assert!(page.contains(&format!("action=\"{accept}\"")));
    let fields = [
        ("_to", "/appointments/{id}?requested=yes"),
        ("_back", "/waiting"),
    ];
    let made = browser.submit(&accept, &fields).await.is(303);
    let to = made.location().to_owned();
    assert!(
        to.starts_with("/appointments/") && to.ends_with("?requested=yes"),
        "{to}"
    );
    browser.open(&to).await.is(200);
    // Again: the page says why not.
    let back = browser.submit(&accept, &fields).await.is(303);
    assert_eq!(back.location(), "/waiting");
    let page = browser.open("/waiting").await.is(200).text;
    assert!(page.contains("You have accepted this time already."));

    let wish = list(&patient).await[0]["id"].as_str().unwrap().to_owned();
    let fields = [
        ("_method", "DELETE"),
        ("_to", "/waiting?done=removed"),
        ("_back", "/waiting"),
    ];
    let gone = browser
        .submit(&format!("/api/waiting/{wish}"), &fields)
        .await
        .is(303);
    let page = browser.open(gone.location()).await.is(200).text;
    assert!(page.contains("It is removed from your waiting list."));
    assert_eq!(json!(list(&patient).await), json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_doctors_week_says_for_whom_a_time_is_held() {
    let world = World::full().await;
    let (patient, _) = world.waits().await;
    world.frees().await;
    world.round().await;
    let until = super::offer(&patient).await.unwrap()["held_until_local"].clone();
    let path = format!("/api/calendar/week?from={}", world.date);
    let week = async |doctor: &Doctor| {
        let week = doctor.get(&path).await.ok();
        week["calendar"]["html"].as_str().unwrap().to_owned()
    };
    let date: NaiveDate = until["date"].as_str().unwrap().parse().unwrap();
    let said = format!(
        "Held for {} until {}, {}",
        patient.name,
        date.format("%a %-d %b"),
        until["time"].as_str().unwrap()
    );
    let html = week(&world.doctor).await;
    let block = format!("<div class=\"slot held\" title=\"08:00–08:30 {said}\">");
    assert!(html.contains(&block), "{block}: {html}");
    assert_eq!(html.matches("slot held").count(), 1);
    // It is not free, and not yet a request.
    let (_, day) = html.split_once("slot held").unwrap();
    let (day, _) = day.split_once("</section>").unwrap();
    assert!(!day.contains("Free") && !day.contains("href"), "{day}");
    // It is their own doctor's, and in its own week.
    let colleague = world.app.working_doctor().await;
    assert!(!week(&colleague).await.contains(&patient.name));
    let path = format!("/api/calendar/week?from={}", world.date + Days::new(14));
    let later = world.doctor.get(&path).await.ok();
    assert!(!later.to_string().contains(&patient.name));
    // What is declined is free again, and what is accepted is a request.
    let declined = offered(&patient).await;
    super::answer(&patient, &declined, "decline").await.is(200);
    let html = week(&world.doctor).await;
    assert!(!html.contains("slot held") && html.contains("Free 08:00–08:30"));
}
