//! One run: people, servers, clients, blows, and the look at what is left.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use chrono::{TimeDelta, Utc};
use tokio::task::JoinSet;
use tokio::time::{sleep, sleep_until};

use crate::arguments::Arguments;
use crate::client::{Client, Summary};
use crate::dice::pick;
use crate::journal;
use crate::listener::Listener;
use crate::people::{Person, register};
use crate::plan::{blows, leap};
use crate::report::{Report, Setting};
use crate::servers::{Fleet, Setup};
use crate::store::Store;
use crate::words::Part;
use crate::world::World;

/// How long clients may take to finish what they have begun.
const FINISH: Duration = Duration::from_secs(120);

/// Runs, and looks.
pub async fn run(arguments: &Arguments) -> Result<Report> {
    let folder = std::env::temp_dir().join(format!(
        "medappoint-torture-{}",
        uuid::Uuid::new_v4().simple()
    ));
    std::fs::create_dir_all(&folder)?;
    let store = Store::make(&folder, arguments.postgres).await?;
    let outcome = torture(arguments, &folder, &store).await;
    let outcome =
        outcome.with_context(|| format!("what there is of it is in {}", folder.display()));
    store.drop().await?;
    let mut report = outcome?;
    if report.is_good() {
        std::fs::remove_dir_all(&folder)?;
    } else {
        report.kept = Some(folder);
    }
    Ok(report)
}

async fn torture(arguments: &Arguments, folder: &Path, store: &Store) -> Result<Report> {
    let mut fleet = Fleet::start(Setup {
        program: arguments.server.clone(),
        folder: folder.to_path_buf(),
        database_url: store.url.clone(),
        count: if arguments.postgres { 2 } else { 1 },
    })
    .await?;
    // Two of three clients are patients; two of three people have one client, the others two.
    let (patients, doctors) = (
        arguments.clients - arguments.clients / 3,
        arguments.clients / 3,
    );
    let counts = (fewer(patients), fewer(doctors));
    let servers = fleet
        .instances
        .iter()
        .map(|one| one.address)
        .collect::<Vec<_>>();
    let people = register(servers[0], arguments.seed, counts.0, counts.1).await?;
    let world = Arc::new(World::new(
        servers,
        people,
        folder.to_path_buf(),
        arguments.seed,
    ));

    let mut clients = JoinSet::new();
    for number in 0..arguments.clients {
        let part = if number < patients {
            Part::Patient
        } else {
            Part::Doctor
        };
        let mine: Vec<&Person> = world
            .people
            .iter()
            .filter(|person| person.part == part)
            .collect();
        let me = pick(u64::try_from(number)?, &mine)
            .copied()
            .cloned()
            .context("nobody")?;
        let client = Client::new(world.clone(), number, me).await?;
        clients.spawn(client.run());
    }

    let mut listeners = JoinSet::new();
    for (number, person) in world.people.iter().enumerate() {
        let listener = Listener::new(world.clone(), number, person.clone()).await?;
        listeners.spawn(listener.run());
    }

    let begun = Instant::now();
    let course = async {
        let kills = strike(&mut fleet, arguments, &mut clients).await?;
        world.end();
        let sign_ins = finish(&mut clients).await?;
        // One last time all are gone for hours: what is overdue then expires, and is told.
        let all = fleet.all();
        fleet.kill(&all).await?;
        fleet.ahead += leap(&blows(arguments.seed, arguments.length));
        let started = Utc::now() + TimeDelta::from_std(fleet.ahead)?;
        fleet.begin(&all).await?;
        store.wait_for_expiry(started).await?;
        world.hush();
        while let Some(ended) = listeners.join_next().await {
            ended??;
        }
        Ok((kills, sign_ins, started))
    };
    let course: Result<_> = course.await;
    let (kills, sign_ins, started) = match course {
        Ok(course) => course,
        Err(error) => {
            let said = fleet.complaints()?;
            let said = said.iter().take(5).map(|line| format!("\n{line}"));
            bail!("{error:#}{}", said.collect::<String>());
        }
    };
    let seconds = begun.elapsed();
    let last = fleet.all();
    fleet.kill(&last).await?;

    let mut book = store.read().await?;
    book.started = Some(started);
    std::fs::write(folder.join("book.json"), serde_json::to_vec(&book)?)?;
    let journals = journal::read_all(folder)?;
    let mut report = Report::of(&book, &journals);
    report.complaints = fleet.complaints()?;
    report.setting = Some(Setting {
        seed: arguments.seed,
        database: if arguments.postgres {
            "postgres"
        } else {
            "sqlite"
        },
        servers: fleet.instances.len(),
        clients: arguments.clients,
        people: counts,
        seconds,
        kills: kills.0 + 2 * fleet.instances.len(),
        all_at_once: kills.1 + 2,
        ahead: fleet.ahead,
        slowest_start: fleet.slowest_start,
        sign_ins,
    });
    Ok(report)
}

/// Two people for every three clients.
fn fewer(clients: usize) -> usize {
    clients.div_ceil(3) * 2
}

/// Kills servers and starts them again, as the plan has it; how often, and how often all at once.
async fn strike(
    fleet: &mut Fleet,
    arguments: &Arguments,
    clients: &mut JoinSet<Result<Summary>>,
) -> Result<(usize, usize)> {
    let begun = tokio::time::Instant::now();
    let plan = blows(arguments.seed, arguments.length);
    let leap = leap(&plan);
    let (mut kills, mut all_at_once) = (0, 0);
    for blow in plan {
        // A client that has ended has failed.
        tokio::select! {
            () = sleep_until(begun + blow.at) => {}
            ended = clients.join_next() => match ended {
                Some(Ok(Err(error))) => bail!("a client ended before its time: {error:#}"),
                other => bail!("a client ended before its time: {other:?}"),
            },
        }
        let numbers = match blow.one {
            Some(one) => pick(one, &fleet.all()).copied().into_iter().collect(),
            None => fleet.all(),
        };
        fleet.kill(&numbers).await?;
        kills += numbers.len();
        sleep(blow.gone).await;
        if blow.one.is_none() {
            all_at_once += 1;
            fleet.ahead += leap;
        }
        fleet.begin(&numbers).await?;
    }
    sleep_until(begun + arguments.length).await;
    Ok((kills, all_at_once))
}

/// Waits until every client has finished what it had begun.
async fn finish(clients: &mut JoinSet<Result<Summary>>) -> Result<u32> {
    let all = async {
        let mut sign_ins = 0;
        while let Some(ended) = clients.join_next().await {
            sign_ins += ended??.sign_ins;
        }
        Ok(sign_ins)
    };
    tokio::time::timeout(FINISH, all)
        .await
        .context("clients did not come to an end")?
}
