//! A panel by lot: those who said yes, the published file, the draw on its day, and the lottery for a seat that became empty.

use super::dice::Dice;
use super::stage::{Life, Stage, fault};
use anyhow::Context as _;
use db::Id;
use serde::Deserialize;
use std::fmt::Write as _;

/// The revisions in which a lottery stands when it is prepared, and when it is published.
const PREPARED: i64 = 1;
const PUBLISHED: i64 = 2;

/// The panel as its file tells it. Days are counted from today.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Panel {
    /// The dialogue it is drawn for: the name of its file.
    dialogue: String,
    /// A word of the town's people.
    lead: String,
    name: String,
    seats: u32,
    /// How many said yes.
    people: usize,
    /// What settles the draw, and what it came to.
    source: String,
    seed: String,
    prepared: i32,
    published: i32,
    settles: i32,
    drawn: i32,
    left: i32,
    left_seats: usize,
    left_reason: String,
    left_source: String,
    left_published: i32,
    left_settles: i32,
    erase: i32,
    categories: Vec<Category>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Category {
    name: String,
    groups: Vec<Group>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    name: String,
    /// Of a hundred in the pool.
    share: u32,
    least: u32,
    most: u32,
}

impl Panel {
    /// The file of quotas that the official writes.
    fn quotas(&self) -> String {
        let mut file = "kategori;grupp;minst;högst\n".to_owned();
        for category in &self.categories {
            for group in &category.groups {
                let row = (&category.name, &group.name, group.least, group.most);
                let _ = writeln!(file, "{};{};{};{}", row.0, row.1, row.2, row.3);
            }
        }
        file
    }

    /// The file of those who said yes: numbers, and the groups they belong to.
    fn pool(&self) -> String {
        let mut dice = Dice::new("panel");
        let names: Vec<&str> = self.categories.iter().map(|category| category.name.as_str()).collect();
        let mut file = format!("nummer;{}\n", names.join(";"));
        for number in 1..=self.people {
            let _ = write!(file, "M{number:03}");
            for category in &self.categories {
                let shares: Vec<f64> = category.groups.iter().map(|group| f64::from(group.share)).collect();
                let _ = write!(file, ";{}", category.groups[dice.weighted(&shares)].name);
            }
            file.push('\n');
        }
        file
    }
}

impl Stage<'_> {
    /// The panel, from those who said yes to the seat that waits for its draw.
    pub(super) async fn panel(&self, lives: &[Life<'_>]) -> anyhow::Result<()> {
        let told = &self.content.panel;
        let life = lives.iter().find(|life| life.name == told.dialogue);
        let dialogue = life.context("the panel's dialogue")?.id()?;
        let lead = self.person(&told.lead)?;
        let actor = || lead.actor();
        let day = |days| self.calendar.working_day(days);

        self.comes(told.prepared, 10)?;
        let (quotas, pool) = (told.quotas(), told.pool());
        let draft = lottery::Draft::of_files(&told.name, told.seats, &quotas, &pool, day(told.erase));
        let draft = draft.map_err(|told| anyhow::anyhow!("{told:?}"))?;
        let panel = lottery::prepare(&self.site, actor(), dialogue, &draft, "demonstration-panel")
            .await
            .map_err(fault)?;
        self.computed().await?;

        self.comes(told.published, 11)?;
        lottery::publish(&self.site, actor(), panel, PREPARED, &told.source, day(told.settles))
            .await
            .map_err(fault)?;
        self.comes(told.drawn, 9)?;
        lottery::draw(&self.site, actor(), panel, PUBLISHED, &told.seed)
            .await
            .map_err(fault)?;

        self.comes(told.left, 14)?;
        let leaving = lottery::Leaving {
            gone: self.some_members(dialogue, panel, told.left_seats).await?,
            unavailable: Vec::new(),
            reason: told.left_reason.clone(),
        };
        let seat = lottery::replace(&self.site, actor(), panel, &leaving, "demonstration-seat")
            .await
            .map_err(fault)?;
        self.computed().await?;
        self.comes(told.left_published, 13)?;
        lottery::publish(
            &self.site,
            actor(),
            seat,
            PREPARED,
            &told.left_source,
            day(told.left_settles),
        )
        .await
        .map_err(fault)
    }

    /// What is computed apart from requests, as the program's worker does it.
    async fn computed(&self) -> anyhow::Result<()> {
        background::run_waiting(&self.site).await?;
        Ok(())
    }

    fn comes(&self, days: i32, hour: i8) -> anyhow::Result<()> {
        let at = self.calendar.moment(self.calendar.working_day(days), hour, 20)?;
        self.clock.set(at);
        Ok(())
    }

    async fn some_members(&self, dialogue: Id, panel: Id, some: usize) -> anyhow::Result<Vec<String>> {
        let mut read = self.site.db.read().await?;
        let all = lottery::of_dialogue(&mut read, dialogue).await?;
        let panel = all.iter().find(|one| one.id == panel).context("the panel")?;
        let members = lottery::members(&mut read, panel).await.map_err(fault)?;
        Ok(members.into_iter().take(some).collect())
    }
}
