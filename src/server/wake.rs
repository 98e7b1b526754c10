//! Wake-up calls: "look again, there may be something new for this person".
//!
//! A call carries no data but ids: the tables are the truth, and a lost call costs
//! at most one heartbeat. Within a process calls go by a channel; between instances
//! by PostgreSQL's `LISTEN` and `NOTIFY`.

use std::time::Duration;

use sea_orm::sqlx::{self, postgres::PgListener};
use tokio::sync::broadcast;
use uuid::Uuid;

use super::database::Database;

const CHANNEL: &str = "medappoint_wake";

/// Who should look again, and at which case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    pub user_id: Uuid,
    pub case_id: Option<Uuid>,
}

/// Sends and receives wake-up calls.
#[derive(Clone)]
pub struct Wake {
    here: broadcast::Sender<Call>,
    postgres: Option<sqlx::PgPool>,
}

impl Wake {
    /// For this database: between instances where it is PostgreSQL.
    pub fn new(db: &Database) -> Self {
        // A receiver that lags behind looks at the tables once and has missed nothing.
        let (here, _) = broadcast::channel(1024);
        Self {
            here,
            postgres: db.postgres_pool().cloned(),
        }
    }

    /// Calls these people, in this process and in all others. Call it after the commit.
    pub async fn call(&self, calls: &[Call]) {
        match &self.postgres {
            // Our own listener hears it too, and passes it on here.
            Some(pool) => {
                for call in calls {
                    let payload = encode(*call);
                    let sent = sqlx::query("select pg_notify($1, $2)")
                        .bind(CHANNEL)
                        .bind(payload)
                        .execute(pool)
                        .await;
                    if let Err(error) = sent {
                        tracing::warn!(%error, "a wake-up call was not sent; streams look again by themselves");
                    }
                }
            }
            None => calls.iter().for_each(|call| self.pass_on(*call)),
        }
    }

    fn pass_on(&self, call: Call) {
        // An error means that nobody listens, which is fine.
        let _ = self.here.send(call);
    }

    /// Hears all calls from now on.
    pub fn listen(&self) -> broadcast::Receiver<Call> {
        self.here.subscribe()
    }

    /// Passes calls of all instances on to this process's streams; never ends on PostgreSQL.
    pub async fn relay(self) {
        let Some(pool) = self.postgres.clone() else {
            return;
        };
        loop {
            if let Err(error) = self.relay_once(&pool).await {
                tracing::warn!(%error, "lost the wake-up channel; trying again");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    }

    async fn relay_once(&self, pool: &sqlx::PgPool) -> Result<(), sqlx::Error> {
        let mut listener = PgListener::connect_with(pool).await?;
        listener.listen(CHANNEL).await?;
        loop {
            let heard = listener.recv().await?;
            if let Some(call) = decode(heard.payload()) {
                self.pass_on(call);
            }
        }
    }
}

fn encode(call: Call) -> String {
    match call.case_id {
        Some(case_id) => format!("{} {case_id}", call.user_id),
        None => call.user_id.to_string(),
    }
}

fn decode(payload: &str) -> Option<Call> {
    let mut words = payload.split(' ');
    let user_id = words.next()?.parse().ok()?;
    let case_id = match words.next() {
        Some(word) => Some(word.parse().ok()?),
        None => None,
    };
    Some(Call { user_id, case_id })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_survives_the_wire() {
        for case_id in [None, Some(Uuid::from_u128(7))] {
            let call = Call {
                user_id: Uuid::from_u128(3),
                case_id,
            };
            assert_eq!(decode(&encode(call)), Some(call));
        }
        assert_eq!(decode("nonsense"), None);
    }
}
