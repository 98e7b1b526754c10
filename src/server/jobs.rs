//! What runs beside the requests, again and again, in every instance: each job must stand
//! others that do the same at the same moment.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval, sleep};

use super::form_bridge;
use super::idempotency;
use super::state::App;
use super::wake::Call;
use crate::accounts::reset;
use crate::appointments::service as appointments;
use crate::error::Answer;
use crate::notifications::mail;
use crate::waiting::service as waiting;

/// How often what was kept for a while is looked through.
const TIDY_EVERY: Duration = Duration::from_secs(5 * 60);
/// How often it is looked whether something is overdue.
const EXPIRE_EVERY: Duration = Duration::from_secs(15);
/// How often it is looked whether what is free fits somebody who waits, where nothing wakes us.
const OFFER_EVERY: Duration = Duration::from_secs(15);
/// How long after a wake-up call a run begins, so that many calls at once make one.
const GATHER: Duration = Duration::from_millis(250);

/// How often it is looked whether a letter is due: somebody waits for it.
const MAIL_EVERY: Duration = Duration::from_secs(3);

/// One run of a job. One that takes long looks at [`App`]'s `stopping` in between.
type Run = Pin<Box<dyn Future<Output = Answer<()>> + Send>>;

/// Something to be done at the start and every so often.
#[derive(Clone, Copy)]
struct Job {
    /// For the log.
    name: &'static str,
    every: Duration,
    /// Whether it runs too whenever something has changed that somebody is told of.
    woken: bool,
    run: fn(App) -> Run,
}

/// All jobs.
const JOBS: [Job; 6] = [
    Job {
        name: "forget what was typed",
        every: TIDY_EVERY,
        woken: false,
        run: |app| Box::pin(async move { Ok(form_bridge::forget(&app).await?) }),
    },
    Job {
        name: "forget kept answers",
        every: TIDY_EVERY,
        woken: false,
        run: |app| Box::pin(async move { idempotency::forget(&app).await }),
    },
    Job {
        name: "forget letters and links",
        every: TIDY_EVERY,
        woken: false,
        run: |app| {
            Box::pin(async move {
                mail::forget(&app).await?;
                reset::forget(&app).await
            })
        },
    },
    Job {
        name: "send letters",
        every: MAIL_EVERY,
        woken: false,
        run: |app| Box::pin(async move { mail::send_due(&app).await.map(drop) }),
    },
    Job {
        name: "expire what is overdue",
        every: EXPIRE_EVERY,
        woken: false,
        run: |app| {
            Box::pin(async move {
                let expired = appointments::expire_overdue(&app).await?;
                if expired > 0 {
                    tracing::info!(expired, "overdue appointments have expired");
                }
                Ok(())
            })
        },
    },
    Job {
        name: "offer what is free to who waits",
        every: OFFER_EVERY,
        woken: true,
        run: |app| {
            Box::pin(async move {
                let done = waiting::match_waiting(&app).await?;
                if done != waiting::Matched::default() {
                    let waiting::Matched {
                        offered,
                        lapsed,
                        ended,
                    } = done;
                    tracing::info!(offered, lapsed, ended, "the waiting list has moved on");
                }
                Ok(())
            })
        },
    },
];

/// The jobs of a running server.
pub struct Jobs {
    app: App,
    running: JoinSet<()>,
}

impl Jobs {
    /// Starts all of them.
    pub fn start(app: &App) -> Self {
        Self::of(app, &JOBS)
    }

    fn of(app: &App, jobs: &[Job]) -> Self {
        let mut running = JoinSet::new();
        for job in jobs {
            running.spawn(repeat(app.clone(), *job));
        }
        Self {
            app: app.clone(),
            running,
        }
    }

    /// Begins no run any more, and waits for those under way. Whoever can't wait drops it.
    pub async fn stop(self) {
        let Self { app, running } = self;
        app.stopping.cancel();
        running.join_all().await;
    }
}

/// Runs a job until the server stops. What goes wrong in one run is logged, and tried again.
async fn repeat(app: App, job: Job) {
    let mut turn = interval(job.every);
    turn.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut calls = job.woken.then(|| app.wake.listen());
    loop {
        tokio::select! {
            biased;
            () = app.stopping.cancelled() => return,
            _ = turn.tick() => {}
            () = called(&mut calls) => {}
        }
        // A task of its own: a panic ends this run alone.
        match tokio::spawn((job.run)(app.clone())).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::warn!(job = job.name, %error, "a job failed"),
            Err(error) => tracing::error!(job = job.name, %error, "a job broke"),
        }
    }
}

/// Waits for calls, and takes all of them; for ever where there is nothing to hear.
async fn called(calls: &mut Option<Receiver<Call>>) {
    match calls {
        Some(hears) => {
            // One that was missed counts as well: this job looks at the tables.
            if let Err(RecvError::Closed) = hears.recv().await {
                std::future::pending::<()>().await;
            }
            sleep(GATHER).await;
            *hears = hears.resubscribe();
        }
        None => std::future::pending().await,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use tokio::time::timeout;

    use super::*;
    use crate::error::AppError;
    use crate::server::settings::Settings;
    use crate::server::startup;

    /// An application with a data folder of its own.
    async fn scratch() -> (App, std::path::PathBuf) {
        let folder = std::env::temp_dir().join(format!("medappoint-jobs-{}", uuid::Uuid::now_v7()));
        let settings = Settings::read(|name| {
            (name == "MEDAPPOINT_DATA_DIR").then(|| folder.display().to_string())
        });
        (startup::prepare(settings.unwrap()).await.unwrap(), folder)
    }

    async fn until(runs: &AtomicU32, at_least: u32) {
        let enough = async {
            while runs.load(Ordering::SeqCst) < at_least {
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        };
        timeout(Duration::from_secs(10), enough).await.unwrap();
    }

    static FAILED: AtomicU32 = AtomicU32::new(0);
    static BROKEN: AtomicU32 = AtomicU32::new(0);
    static SLOW: AtomicU32 = AtomicU32::new(0);

    #[tokio::test(flavor = "multi_thread")]
    async fn a_job_that_fails_or_breaks_runs_again_until_the_server_stops() {
        let (app, folder) = scratch().await;
        let every = Duration::from_millis(1);
        let jobs = [
            Job {
                name: "fails",
                every,
                woken: false,
                run: |_| {
                    Box::pin(async {
                        FAILED.fetch_add(1, Ordering::SeqCst);
                        Err(AppError::internal())
                    })
                },
            },
            Job {
                name: "breaks",
                every,
                woken: false,
                run: |_| {
                    Box::pin(async {
                        BROKEN.fetch_add(1, Ordering::SeqCst);
                        panic!("on purpose")
                    })
                },
            },
        ];
        let running = Jobs::of(&app, &jobs);
        until(&FAILED, 3).await;
        until(&BROKEN, 3).await;
        running.stop().await;
        let counts = || [&FAILED, &BROKEN].map(|runs| runs.load(Ordering::SeqCst));
        let before = counts();
        tokio::time::sleep(Duration::from_millis(50)).await;
        assert_eq!(counts(), before);
        let _ = std::fs::remove_dir_all(folder);
    }

    static WOKEN: AtomicU32 = AtomicU32::new(0);

    #[tokio::test(flavor = "multi_thread")]
    async fn a_call_wakes_those_that_listen_and_many_calls_make_one_run() {
        let (app, folder) = scratch().await;
        let job = Job {
            name: "woken",
            every: Duration::from_secs(3600),
            woken: true,
            run: |_| {
                Box::pin(async {
                    WOKEN.fetch_add(1, Ordering::SeqCst);
                    Ok(())
                })
            },
        };
        let running = Jobs::of(&app, &[job]);
        until(&WOKEN, 1).await;
        let call = Call {
            user_id: uuid::Uuid::nil(),
            case_id: None,
        };
        app.wake.call(&[call; 50]).await;
        until(&WOKEN, 2).await;
        tokio::time::sleep(GATHER * 2).await;
        assert_eq!(WOKEN.load(Ordering::SeqCst), 2);
        running.stop().await;
        let _ = std::fs::remove_dir_all(folder);
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn stopping_waits_for_the_run_that_is_under_way() {
        let (app, folder) = scratch().await;
        let job = Job {
            name: "slow",
            every: Duration::from_millis(1),
            woken: false,
            run: |_| {
                Box::pin(async {
                    SLOW.fetch_add(1, Ordering::SeqCst);
                    tokio::time::sleep(Duration::from_millis(300)).await;
                    SLOW.fetch_add(1, Ordering::SeqCst);
                    Ok(())
                })
            },
        };
        let running = Jobs::of(&app, &[job]);
        until(&SLOW, 1).await;
        running.stop().await;
        assert_eq!(SLOW.load(Ordering::SeqCst) % 2, 0);
        let _ = std::fs::remove_dir_all(folder);
    }
}
