//! What a client does on the waiting list: joins it, answers what is held for it, leaves it.

use anyhow::Result;
use serde_json::{Value, json};
use uuid::Uuid;

use super::Client;
use super::decide::items;
use crate::calls::{self, Op};
use crate::dice::pick;
use crate::people::{SPECIALTIES, uuid};
use crate::plan::Step;
use crate::words::{Action, Part};
use crate::world::Waiting;

impl Client {
    /// What a step on the list is; nothing where there is nothing to do it with.
    pub(super) async fn on_the_list(&mut self, action: Action, step: &Step) -> Result<Option<Op>> {
        if action == Action::Wait {
            return self.join(step).await.map(Some);
        }
        // Mostly what can be answered, else anything: what is over, above all.
        let any = step.picks[0].is_multiple_of(6);
        let wishes = match self.read("/api/waiting").await? {
            Some(page) => items(&page)
                .iter()
                .filter_map(|item| waiting(self.me.id, item))
                .collect(),
            None => Vec::new(),
        };
        for wish in &wishes {
            self.world.hear_wish(wish.clone());
        }
        let wishes = match any {
            true => self.world.wishes(self.me.id, true),
            false => wishes,
        };
        let targets = targets(action, &wishes, any);
        let target = pick(step.picks[1], &targets).copied();
        Ok(target.map(|target| self.list_op(step, action, Some(target), json!({}))))
    }

    /// Something on the list that must be refused: not a doctor's, or not mine.
    pub(super) fn astray(&self, action: Action, step: &Step) -> Option<Op> {
        let key = self.key(step.number);
        if action == Action::Wait {
            let content = calls::wait(&key, Err(SPECIALTIES[0]));
            return Some(self.list_op(step, action, None, content));
        }
        let targets = targets(action, &self.world.wishes(self.me.id, false), true);
        let target = pick(step.picks[1], &targets).copied()?;
        Some(self.list_op(step, action, Some(target), json!({})))
    }

    /// A wish: for a doctor or a specialty, any time or some, and now and then not for long.
    async fn join(&mut self, step: &Step) -> Result<Op> {
        let doctors = self.world.doctors();
        let doctor = pick(step.picks[0], &doctors).map(|doctor| doctor.id);
        let specialty = pick(step.picks[0], &SPECIALTIES).copied().unwrap_or("");
        let of = match doctor {
            Some(doctor) if !step.picks[1].is_multiple_of(3) => Ok(doctor),
            _ => Err(specialty),
        };
        let mut content = calls::wait(&self.key(step.number), of);
        match step.picks[2] % 6 {
            0 => content["times"] = json!(["morning"]),
            1 => content["times"] = json!(["afternoon", "evening"]),
            2 => content["weekdays"] = json!([1 + step.picks[3] % 7, 1 + step.picks[0] % 7]),
            // The day of a time that is free, and none after it: it is over some day.
            3 => {
                if let Some(doctor) = doctor {
                    let time = self.free_time(doctor, step.picks[3]).await?;
                    let day = time.as_deref().and_then(|time| time.get(..10));
                    content["latest"] = json!(day);
                }
            }
            _ => {}
        }
        Ok(self.list_op(step, Action::Wait, None, content))
    }

    fn list_op(&self, step: &Step, action: Action, target: Option<Uuid>, content: Value) -> Op {
        Op {
            number: step.number,
            key: self.key(step.number),
            action,
            target,
            version: None,
            content,
        }
    }

    /// Remembers the wish of an answer.
    pub(super) fn note_offers(&self, body: &Value) {
        if self.me.part == Part::Patient
            && let Some(wish) = waiting(self.me.id, body)
        {
            self.world.hear_wish(wish);
        }
    }
}

/// A wish, as the list or an answer has it.
fn waiting(patient: Uuid, item: &Value) -> Option<Waiting> {
    let open = |item: &Value| item["status"] == "open";
    let offers = item["offers"].as_array()?.iter();
    Some(Waiting {
        patient,
        wish: uuid(&item["id"])?,
        is_open: open(item),
        offers: offers
            .filter_map(|offer| Some((uuid(&offer["id"])?, open(offer))))
            .collect(),
    })
}

/// What an action may be tried on: what is open, or any.
fn targets(action: Action, wishes: &[Waiting], any: bool) -> Vec<Uuid> {
    let wishes = wishes.iter().filter(|wish| any || wish.is_open);
    if action == Action::Leave {
        return wishes.map(|wish| wish.wish).collect();
    }
    wishes
        .flat_map(|wish| &wish.offers)
        .filter(|(_, held)| any || *held)
        .map(|(offer, _)| *offer)
        .collect()
}
