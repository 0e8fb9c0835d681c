//! Who took which course, and which right asks for one: through the product's own acts, question by question.

use super::content::{Requirement, Taken};
use super::stage::{Stage, fault};
use anyhow::Context as _;
use jiff::Timestamp;

/// Something that happens in training, by its place in the content.
#[derive(Debug, Clone, Copy)]
pub enum Lesson<'a> {
    Required(&'a Requirement),
    Taken(&'a Taken),
}

impl<'a> Stage<'a> {
    /// When rights began to ask for courses, and when each course was taken.
    pub fn lessons(&self) -> anyhow::Result<Vec<(Timestamp, Lesson<'a>)>> {
        let town = &self.content.town;
        let required = town.requirements.iter().map(|one| (one.day, 9, Lesson::Required(one)));
        let taken = town.courses.iter().map(|one| (one.day, 14, Lesson::Taken(one)));
        let moment = |(day, hour, lesson)| {
            let day = self.calendar.working_day(day);
            Ok((self.calendar.moment(day, hour, 10)?, lesson))
        };
        required.chain(taken).map(moment).collect()
    }

    /// Performs it.
    pub async fn learn(&self, at: Timestamp, lesson: Lesson<'a>) -> anyhow::Result<()> {
        self.clock.set(at);
        match lesson {
            Lesson::Required(one) => self.require(one).await,
            Lesson::Taken(one) => self.take(one).await.with_context(|| format!("{one:?}")),
        }
    }

    async fn require(&self, one: &Requirement) -> anyhow::Result<()> {
        let what = (one.permission.as_str(), one.course.as_str());
        let times = (one.grace_days, one.renew_months);
        let by = self.person(&one.by)?.actor();
        training::acts::require(&self.site, by, what, times, 0)
            .await
            .map_err(fault)
    }

    /// Reads every page and answers every question right.
    async fn take(&self, one: &Taken) -> anyhow::Result<()> {
        let staff = self.person(&one.person)?;
        let pack = method::packs(&self.site).dialogue();
        let course = pack.library.course(&one.course).context("there is no such course")?;
        for page in &course.pages {
            training::acts::mark_read(&self.site, staff, &course.key, &page.key)
                .await
                .map_err(fault)?;
            for question in &page.questions {
                let place = (page.key.as_str(), question.key.as_str());
                training::acts::answer(&self.site, staff, &course.key, place, &question.right())
                    .await
                    .map_err(fault)?;
            }
        }
        Ok(())
    }
}
