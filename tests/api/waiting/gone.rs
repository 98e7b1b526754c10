//! A kind of visit that its doctor does not offer any more, and who waits for it.

use serde_json::{Value, json};

use super::{World, answer, did, list, offer, offered, text, wishes};
use crate::harness::{Browser, Patient};

impl World {
    /// The doctor offers these kinds of visits, and works longer, so that a long one fits: the kinds.
    async fn offers(&self, kinds: Value) -> Vec<Value> {
        let mut hours = self.doctor.get("/api/availability").await.ok();
        hours["exceptions"] = json!([{
            "date": self.date, "kind": "extra", "clinic_id": self.doctor.clinic, "from": "18:00", "to": "19:00",
        }]);
        hours["visit_types"] = kinds;
        let saved = self.doctor.put("/api/availability", hours).await.ok();
        saved["visit_types"].as_array().unwrap().clone()
    }

    /// A patient who waits for a visit of this kind on the day, and the wish.
    async fn waits_for(&self, kind: &Value) -> (Patient, String) {
        let patient = self.app.patient().await;
        let mut wish = self.wish();
        wish["visit_type"] = kind["id"].clone();
        let wish = wishes(&patient, wish).await;
        (patient, wish)
    }
}

fn long_and_short() -> Value {
    json!([{"name": "Long", "minutes": 60}, {"name": "Short", "minutes": 30}])
}

/// What a patient was told last: its kind, its text and where it leads.
async fn told(patient: &Patient) -> (String, String, String) {
    let told = patient.notifications().await.remove(0);
    (
        text(&told["kind"]),
        text(&told["body"]),
        text(&told["link"]),
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waits_for_a_kind_of_visit_that_is_removed_is_told_and_waits_no_more() {
    let world = World::full().await;
    let kinds = world.offers(long_and_short()).await;
    let (first, _) = world.waits_for(&kinds[0]).await;
    let (second, _) = world.waits_for(&kinds[0]).await;
    let (other, _) = world.waits_for(&kinds[1]).await;
    assert_eq!(world.round().await, did(1, 0, 0));
    let held = offered(&first).await;
    assert_eq!(offer(&other).await, None);
    world.offers(json!([kinds[1]])).await;
    // What was held is free, and goes to whoever waits for something that there is.
    assert_eq!(world.round().await, did(1, 0, 2));
    assert_eq!(offer(&other).await.unwrap()["local"]["time"], "18:00");
    let back = format!("/waiting?doctor={}", world.doctor.id);
    let (kind, body, link) = told(&first).await;
    assert_eq!((kind.as_str(), &link), ("wish_ended", &back));
    assert!(
        body.contains("“Long”") && body.contains("not held any more"),
        "{body}"
    );
    let (kind, body, link) = told(&second).await;
    assert_eq!((kind.as_str(), &link), ("wish_ended", &back));
    assert!(
        body.contains("join the waiting list again") && !body.contains("not held"),
        "{body}"
    );
    for patient in [&first, &second] {
        assert_eq!(list(patient).await[0]["status"], "ended");
    }
    assert_eq!(list(&first).await[0]["offers"][0]["status"], "withdrawn");
    answer(&first, &held, "accept").await.is(409);
    // Once; and it is written down.
    assert_eq!(world.round().await, did(0, 0, 0));
    assert_eq!(told(&first).await.0, "wish_ended");
    assert_eq!(second.notifications().await.len(), 1);
    let trail =
        "select count(*) from audit_entries where action = 'end_wish' and actor_role = 'system'";
    assert_eq!(world.app.count(trail, vec![]).await, 2);
    // Where the news lead another wish is left.
    let browser = Browser::of(&world.app, &first.email).await;
    let page = browser.open(&back).await.is(200).text;
    assert!(page.contains("Join the waiting list") && page.contains("Short"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_accepted_too_late_for_its_kind_of_visit_holds_its_time_no_more() {
    let world = World::full().await;
    let kinds = world.offers(long_and_short()).await;
    let (patient, _) = world.waits_for(&kinds[0]).await;
    assert_eq!(world.round().await, did(1, 0, 0));
    let held = offered(&patient).await;
    world.offers(json!([kinds[1]])).await;
    assert!(world.doctor.slots(world.date, 1).await.is_empty());
    // Before any round.
    let refused = answer(&patient, &held, "accept").await.is(409).json;
    let said = refused["message"].as_str().unwrap();
    assert!(said.contains("so your wish has ended"), "{said}");
    let wish = &list(&patient).await[0];
    assert_eq!(
        (&wish["status"], &wish["offers"][0]["status"]),
        (&json!("ended"), &json!("withdrawn"))
    );
    assert_eq!(told(&patient).await.0, "wish_ended");
    assert!(!world.doctor.slots(world.date, 1).await.is_empty());
    assert_eq!(world.round().await, did(0, 0, 0));
}
