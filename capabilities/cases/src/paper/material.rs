//! Everything the house knows about a dialogue, read at once, for the generated parts of its papers.

use crate::model::{Answer, Assignment, Decision};
use crate::store::{self, papers as store_papers};
use db::{Conn, Id};
use dialogues::Dialogue;
use insights::{Compared, QuestionResult, Quote, Themes};
use jiff::civil::Date;
use participation::{Activity, Counts, Definition};
use std::collections::HashMap;
use web::{Cx, Fault};

/// Quotes for each theme: enough to hear the voices, few enough to read.
const QUOTES: usize = 3;

/// What the generators write from.
pub(crate) struct Material {
    pub dialogue: Dialogue,
    /// The name of its level, if one is chosen.
    pub level: String,
    pub counts: Counts,
    /// Activities that have been open, with the newest questions and how many answers each has.
    pub activities: Vec<Asked>,
    pub results: Vec<QuestionResult>,
    pub themes: Themes,
    pub quotes: HashMap<Id, Vec<Quote>>,
    pub representation: Vec<Compared>,
    pub assignments: Vec<Assignment>,
    pub decisions: Vec<Decision>,
    pub answers: Vec<Answer>,
    /// The adopted report that a case builds on, if any: version and day.
    pub report: Option<(i64, Date)>,
    /// The title of the paper, for its own line in the list of papers.
    pub title: String,
}

/// An activity as it was answered.
pub(crate) struct Asked {
    pub activity: Activity,
    pub definition: Option<Definition>,
    pub n: i64,
}

/// Reads it all through the faces of the rooms below.
pub(crate) async fn gather(cx: &Cx, conn: &mut Conn, id: Id, title: &str) -> Result<Material, Fault> {
    let dialogue = dialogues::dialogue(conn, id).await?;
    let process = method::process(conn, id).await?;
    let pack = method::packs(cx.site()).of(&process);
    let level = process.level.as_deref().and_then(|key| pack.ladder.level(key));
    let level = level
        .map(|level| level.name.get(cx.lang).to_owned())
        .unwrap_or_default();
    let themes = insights::themes(conn, id).await?;
    let mut quotes = HashMap::new();
    // A code plan has some tens of themes; each brings its own few quotes.
    for one in &themes.themes {
        quotes.insert(one.theme.id, insights::quotes(conn, one.theme.id, QUOTES).await?);
    }
    let snapshots = store_papers::snapshots(conn, id, super::Kind::Report).await?;
    Ok(Material {
        dialogue,
        level,
        counts: participation::counts(conn, id).await?,
        activities: asked(conn, id).await?,
        results: insights::results(conn, id).await?,
        quotes,
        representation: insights::representation(conn, id).await?,
        assignments: store::assignments_of(conn, id).await?,
        decisions: store::decisions(conn, id).await?,
        answers: store::answers(conn, id).await?,
        report: snapshots
            .first()
            .map(|one| (one.version, cx.site().day(one.adopted_at))),
        title: title.to_owned(),
        themes,
    })
}

async fn asked(conn: &mut Conn, dialogue: Id) -> Result<Vec<Asked>, Fault> {
    let counts = participation::store::counts_by_activity(conn, dialogue).await?;
    let mut asked = Vec::new();
    // A dialogue has a handful of activities.
    for activity in participation::activities(conn, dialogue)
        .await?
        .into_iter()
        .filter(|one| one.version > 0)
    {
        let versions = participation::versions(conn, activity.id).await?;
        let n = counts
            .iter()
            .filter(|one| one.activity_id == activity.id)
            .map(|one| one.n)
            .sum();
        asked.push(Asked {
            definition: versions.into_iter().next_back().map(|(_, definition)| definition),
            activity,
            n,
        });
    }
    Ok(asked)
}

impl Material {
    /// When one could take part.
    pub(crate) fn period(&self, cx: &Cx) -> String {
        match (self.dialogue.opens_on, self.dialogue.closes_on) {
            (Some(from), Some(to)) => cx.period(&from, &to),
            _ => String::new(),
        }
    }

    /// The channels with their counts, in words.
    pub(crate) fn channels(&self, cx: &Cx) -> Vec<(String, i64)> {
        let named = |(channel, n): &(participation::Channel, i64)| (cx.t(participation::channel_label(*channel)), *n);
        self.counts.by_channel.iter().map(named).collect()
    }

    /// Themes that somebody spoke about, largest first.
    pub(crate) fn leading(&self) -> Vec<&insights::ThemeCount> {
        self.themes.leading().into_iter().filter(|one| one.n > 0).collect()
    }
}
