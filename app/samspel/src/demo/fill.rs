//! Fills an empty site: the municipality first, then everything that has happened in it, moment by moment, so that lists,
//! histories and the log read as they would have in life.

use super::calendar::Calendar;
use super::content::Content;
use super::learning::Lesson;
use super::plot::{Step, plot};
use super::society::{Entered, Part};
use super::stage::{Life, Stage, fault};
use anyhow::{Context as _, ensure};
use db::{Actor, FixedClock, Id};
use identity::{NewAccount, Role, Staff};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::sync::Arc;
use web::Site;

/// Something that happens: to a dialogue or to an assignment, by its place in the content, or in training.
enum Event<'a> {
    Dialogue(usize, Step<'a>),
    Register(usize),
    Link(usize, usize),
    Progress(usize, usize),
    Lesson(Lesson<'a>),
    Society(Part),
}

/// Fills the site, whose clock must be the one given; it shows `now` when all is told.
///
/// # Errors
/// Names the story, the step and what the product said to it.
pub async fn fill(
    site: &Arc<Site>,
    clock: &Arc<FixedClock>,
    now: Timestamp,
    content: &Content,
    mut tell: impl FnMut(&str),
) -> anyhow::Result<()> {
    clock.set(now);
    let calendar = Calendar::new(site.today(), site.zone.clone());
    let earliest = content
        .stories
        .iter()
        .filter_map(|(_, story)| story.days.get("begin"))
        .min()
        .copied()
        .unwrap_or(0);
    let earliest = earliest.min(
        content
            .town
            .assignments
            .iter()
            .map(|one| one.registered)
            .min()
            .unwrap_or(0),
    );
    clock.set(calendar.moment(calendar.working_day(earliest - 7), 8, 0)?);
    tell("a municipality and its officials");
    let people = inhabit(site, content).await?;
    let pages = crate::compose::router(site.clone());
    let stage = Stage {
        site: site.clone(),
        clock: clock.clone(),
        content,
        calendar,
        people,
        pages,
    };

    stage.breaks(&content.town).await?;

    let pack = method::packs(site).dialogue();
    let mut events: Vec<(Timestamp, Event)> = Vec::new();
    for (place, (name, story)) in content.stories.iter().enumerate() {
        let steps =
            plot(name, story, &content.shared, &stage.calendar, &pack, now).with_context(|| format!("{name}.toml"))?;
        events.extend(steps.into_iter().map(|(at, step)| (at, Event::Dialogue(place, step))));
    }
    events.extend(assignments(&stage)?);
    events.extend(
        stage
            .lessons()?
            .into_iter()
            .map(|(at, lesson)| (at, Event::Lesson(lesson))),
    );
    let society = stage.society_days()?;
    events.extend(society.into_iter().map(|(at, part)| (at, Event::Society(part))));
    events.sort_by_key(|(at, _)| *at);
    tell(&format!(
        "{} dialogues: {} things that happened in {} days",
        content.stories.len(),
        events.len(),
        -earliest
    ));

    let mut lives: Vec<Life> = content
        .stories
        .iter()
        .map(|(name, story)| Life::new(name, story))
        .collect();
    let mut entered = Entered::default();
    let mut registered: BTreeMap<usize, (Id, i64)> = BTreeMap::new();
    for (count, (at, event)) in events.iter().enumerate() {
        match event {
            Event::Dialogue(place, step) => {
                let life = &mut lives[*place];
                let name = life.name;
                stage
                    .perform(life, *at, step)
                    .await
                    .with_context(|| format!("{name}.toml: {step:?}"))?;
            }
            Event::Lesson(lesson) => stage.learn(*at, *lesson).await?,
            Event::Society(part) => stage.society(*at, *part, &mut entered).await?,
            other => board(&stage, *at, other, &lives, &mut registered).await?,
        }
        if count % 400 == 399 {
            tell(&format!("{} of {}", count + 1, events.len()));
        }
    }
    stage.tell_residents().await?;
    stage.panel(&lives).await.context("lottning.toml")?;
    clock.set(now);
    stage.thread(&lives).await.context("projekt.toml")?;
    let mut read = site.db.read().await?;
    for life in &lives {
        let state = dialogues::dialogue(&mut read, life.id()?).await?.state;
        ensure!(
            state == life.story.state,
            "{}.toml: it came to {state}, not to {}",
            life.name,
            life.story.state
        );
    }
    Ok(())
}

/// Settings and log-ins.
async fn inhabit<'a>(site: &Arc<Site>, content: &'a Content) -> anyhow::Result<BTreeMap<&'a str, Staff>> {
    let town = &content.town;
    let mut accounts = Vec::new();
    for (word, person) in &town.people {
        let role = Role::from_code(&person.role).with_context(|| format!("no role {}", person.role))?;
        let new = NewAccount {
            email: person.email.clone(),
            name: person.name.clone(),
            unit: person.unit.clone(),
            password: town.password.clone(),
            roles: vec![role],
        };
        accounts.push((word.as_str(), new));
    }
    site.db
        .write(Actor::System, async |tx| {
            identity::save_settings(tx, &town.settings).await?;
            for (_, new) in &accounts {
                identity::create_account(tx, new).await?;
            }
            Ok(())
        })
        .await
        .map_err(fault)?;
    site.apply(town.settings.clone());
    let mut people = BTreeMap::new();
    let mut read = site.db.read().await?;
    for (word, new) in &accounts {
        let staff = identity::staff_by_email(&mut read, &new.email).await.map_err(fault)?;
        people.insert(*word, staff.context("the account just made")?);
    }
    Ok(people)
}

/// When assignments are registered, linked to the dialogues that carry them out, and reported on.
fn assignments<'a>(stage: &Stage<'a>) -> anyhow::Result<Vec<(Timestamp, Event<'a>)>> {
    let at = |day: i32, hour: i8| stage.calendar.moment(stage.calendar.working_day(day), hour, 20);
    let mut events = Vec::new();
    for (place, one) in stage.content.town.assignments.iter().enumerate() {
        events.push((at(one.registered, 10)?, Event::Register(place)));
        for name in &one.dialogues {
            let story = stage.content.stories.iter().position(|(known, _)| known == name);
            let story = story.with_context(|| format!("an assignment names {name}, which is not told"))?;
            let begun = stage.content.stories[story].1.days.get("begin").copied().unwrap_or(0);
            events.push((at(begun.max(one.registered) + 1, 11)?, Event::Link(place, story)));
        }
        for (step, progress) in one.progress.iter().enumerate() {
            events.push((at(progress.day, 15)?, Event::Progress(place, step)));
        }
    }
    Ok(events)
}

async fn board<'a>(
    stage: &Stage<'a>,
    at: Timestamp,
    event: &Event<'a>,
    lives: &[Life<'a>],
    registered: &mut BTreeMap<usize, (Id, i64)>,
) -> anyhow::Result<()> {
    stage.clock.set(at);
    let assignments = &stage.content.town.assignments;
    match event {
        Event::Register(place) => {
            let id = stage.register(&assignments[*place]).await?;
            registered.insert(*place, (id, 1));
        }
        Event::Link(place, life) => {
            let (id, _) = registered
                .get(place)
                .context("an assignment is linked before it is registered")?;
            stage.link(*id, &lives[*life]).await?;
        }
        Event::Progress(place, step) => {
            let (id, revision) = registered
                .get_mut(place)
                .context("an assignment is reported before it is registered")?;
            let one = &assignments[*place];
            stage.report_progress(one, *id, *revision, &one.progress[*step]).await?;
            *revision += 1;
        }
        Event::Dialogue(..) | Event::Lesson(_) | Event::Society(_) => {}
    }
    Ok(())
}
