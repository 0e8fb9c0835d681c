//! What the municipality tells about itself: the accessibility statement and the pages it has written, one of them
//! planned for a day that has not come.

use super::stage::{Stage, fault};
use anyhow::anyhow;
use information::{Assessor, Both, Conformance, Content, Shelf, Statement, TextKey, When};
use serde::Deserialize;
use web::Lang;

/// What is told.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Telling {
    statement: Said,
    texts: Vec<Written>,
}

/// The accessibility statement. Days are counted from today.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    by: String,
    reviewed: i32,
    saved: i32,
    gaps: String,
    gaps_en: String,
    how: String,
    how_en: String,
}

/// A text for residents.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    by: String,
    /// The page's key in the pack.
    text: String,
    title: String,
    lead: String,
    body: String,
    note: String,
    written: i32,
    /// The day it is shown from; approved the day after it was written.
    shown: i32,
}

impl Stage<'_> {
    /// Tells it all, each thing on its day.
    pub(super) async fn tell_residents(&self) -> anyhow::Result<()> {
        let telling = &self.content.telling;
        for one in &telling.texts {
            self.write(one).await?;
        }
        let said = &telling.statement;
        self.clock
            .set(self.calendar.moment(self.calendar.working_day(said.saved), 14, 5)?);
        let statement = Statement {
            service: self.site.settings().site_name.clone(),
            conformance: Conformance::Partial,
            gaps: both(&said.gaps, &said.gaps_en),
            reviewed_on: Some(self.calendar.working_day(said.reviewed)),
            assessor: Assessor::Own,
            how: both(&said.how, &said.how_en),
            answer_days: 5,
            burden: Both::default(),
            outside: Both::default(),
        };
        let saved = information::save_statement(&self.site, self.person(&said.by)?, 0, &statement).await;
        saved.map_err(|unsaved| anyhow!("the accessibility statement: {unsaved:?}"))
    }

    async fn write(&self, one: &Written) -> anyhow::Result<()> {
        let (site, who) = (&self.site, self.person(&one.by)?);
        let key = TextKey::new(Shelf::Public, &one.text, Lang::Sv);
        let content = Content {
            title: one.title.clone(),
            lead: one.lead.clone(),
            body: one.body.clone(),
        };
        let refused = |refused| anyhow!("the text {}: {refused:?}", one.text);
        self.clock
            .set(self.calendar.moment(self.calendar.working_day(one.written), 10, 40)?);
        let number = information::write(site, who, &key, 0, &content, &one.note)
            .await
            .map_err(refused)?;
        self.clock.set(
            self.calendar
                .moment(self.calendar.working_day(one.written + 1), 8, 15)?,
        );
        let shown = self.calendar.moment(self.calendar.working_day(one.shown), 8, 0)?;
        let when = if shown > site.clock.now() {
            When::From(shown)
        } else {
            When::Now
        };
        information::approve(site, who, &key, number, when, "")
            .await
            .map_err(refused)?;
        information::tick(site).await.map_err(fault)
    }
}

fn both(sv: &str, en: &str) -> Both {
    Both {
        sv: sv.trim().to_owned(),
        en: en.trim().to_owned(),
    }
}
