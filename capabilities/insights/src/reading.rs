//! What can be read out of a dialogue: results per question, themes with their counts, quotes, who took part. Computed
//! from the answers each time, so that a figure is never older than the answers behind it.

use std::collections::HashMap;

use db::{Conn, Id};
use jiff::Timestamp;
use participation::model::answer::{Answer, Answers};
use participation::model::definition::{Definition, Wording};
use participation::store::{self as voices, Activity, Passage, PassageFilter};
use serde::Deserialize;
use stats::representation;

use crate::model::coding::{Codings, Progress};
use crate::model::plan::{Theme, in_order};
use crate::model::population::{self, Dimension, PopulationCell, Reading};
use crate::model::results::QuestionResult;
use crate::model::tally::Tallies;
use crate::store;

/// How many contributions stand in memory at once.
const PIECE: i64 = 2_000;
/// How many quotes are looked for at once; also what `participation` fetches in one statement.
const QUOTES_AT_ONCE: usize = 25;

/// An activity that has been answered, with all its published versions, oldest first.
pub(crate) struct Asked {
    pub activity: Activity,
    pub versions: Vec<Definition>,
}

impl Asked {
    pub fn title(&self) -> Wording {
        Wording::new(&self.activity.title, &self.activity.title_en)
    }

    /// The newest wording of a question, also of one that is no longer asked.
    pub fn question(&self, key: &str) -> Option<&participation::model::definition::Question> {
        self.versions
            .iter()
            .rev()
            .find_map(|definition| definition.question(key))
    }
}

/// The activities of a dialogue that have a published version.
pub(crate) async fn asked(conn: &mut Conn, dialogue: Id) -> db::Result<Vec<Asked>> {
    let mut asked = Vec::new();
    // A dialogue has a handful of activities; each needs its definitions.
    for activity in voices::activities(conn, dialogue)
        .await?
        .into_iter()
        .filter(|activity| activity.version > 0)
    {
        let met = participation::met_versions(conn, activity.id).await?;
        let versions = met.into_iter().map(|(_, definition)| definition).collect();
        asked.push(Asked { activity, versions });
    }
    Ok(asked)
}

/// Goes through all standing answers of an activity, a piece at a time.
async fn each_answer(conn: &mut Conn, activity: Id, mut take: impl FnMut(&Answers, &Answers)) -> db::Result<()> {
    let mut after = None;
    loop {
        let rows = voices::answer_rows_after(conn, activity, after, PIECE).await?;
        for row in &rows {
            let answers = Answers::from_json(&row.answers).unwrap_or_default();
            let background = Answers::from_json(&row.background).unwrap_or_default();
            take(&answers, &background);
        }
        match rows.last() {
            Some(last) if rows.len() as i64 == PIECE => after = Some((last.submitted_at, last.id)),
            _ => return Ok(()),
        }
    }
}

/// Results per question, activity by activity, in the order in which people met the questions. Small cells are hidden
/// in them already, so they may be shown to anyone.
///
/// # Errors
/// The database's.
pub async fn results(conn: &mut Conn, dialogue: Id) -> db::Result<Vec<QuestionResult>> {
    let mut results = Vec::new();
    for asked in asked(conn, dialogue).await? {
        let mut tallies = Tallies::new(asked.activity.id, asked.title(), &asked.versions);
        each_answer(conn, asked.activity.id, |answers, background| {
            for (key, answer) in answers.0.iter().chain(&background.0) {
                tallies.add(key, answer.as_ref());
            }
        })
        .await?;
        results.extend(tallies.finish());
    }
    Ok(results)
}

/// A theme and how many passages were given it, its children's included once.
#[derive(Debug, Clone, PartialEq)]
pub struct ThemeCount {
    pub theme: Theme,
    pub n: i64,
}

/// The code plan in use with its counts. The base of a theme's share is `progress.coded`.
#[derive(Debug, Clone, PartialEq)]
pub struct Themes {
    pub themes: Vec<ThemeCount>,
    pub progress: Progress,
}

impl Themes {
    /// Largest first; only those that stand by themselves, not their children.
    pub fn leading(&self) -> Vec<&ThemeCount> {
        let mut tops: Vec<&ThemeCount> = self.themes.iter().filter(|one| one.theme.parent_id.is_none()).collect();
        tops.sort_by_key(|one| std::cmp::Reverse(one.n));
        tops
    }
}

/// Everything coded in a dialogue, without what belongs to withdrawn passages.
pub(crate) async fn codings(conn: &mut Conn, dialogue: Id) -> db::Result<(Vec<Id>, Codings)> {
    let standing = voices::passage_ids(
        conn,
        &PassageFilter {
            dialogue: Some(dialogue),
            ..PassageFilter::default()
        },
    )
    .await?;
    let coded = store::codings(conn, dialogue).await?;
    let read = store::read_passages(conn, dialogue).await?;
    let codings = Codings::new(&standing, coded, read);
    Ok((standing, codings))
}

/// The themes of a dialogue in the order of the code plan, with how many passages each has.
///
/// # Errors
/// The database's.
pub async fn themes(conn: &mut Conn, dialogue: Id) -> db::Result<Themes> {
    let themes = store::themes(conn, dialogue).await?;
    let (_, codings) = codings(conn, dialogue).await?;
    Ok(counted(&themes, &codings))
}

pub(crate) fn counted(themes: &[Theme], codings: &Codings) -> Themes {
    let parents: HashMap<Id, Id> = themes
        .iter()
        .filter_map(|theme| Some((theme.id, theme.parent_id?)))
        .collect();
    let counts = codings.counts(&parents);
    let count = |theme: &Theme| ThemeCount {
        theme: theme.clone(),
        n: counts.get(&theme.id).copied().unwrap_or(0),
    };
    Themes {
        themes: in_order(themes).into_iter().map(count).collect(),
        progress: codings.progress(),
    }
}

/// How far the reading has come.
///
/// # Errors
/// The database's.
pub async fn progress(conn: &mut Conn, dialogue: Id) -> db::Result<Progress> {
    Ok(codings(conn, dialogue).await?.1.progress())
}

/// Something a resident wrote that may be quoted outside.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    pub passage: Id,
    pub activity: Id,
    pub question: String,
    /// As it may be shown: masked where a person decided so.
    pub text: String,
    pub channel: String,
    pub language: String,
}

/// Quotes for a theme: marked "får citeras" by the one who coded, and published by the one who moderates.
///
/// # Errors
/// The database's.
pub async fn quotes(conn: &mut Conn, theme: Id, limit: usize) -> db::Result<Vec<Quote>> {
    let marked = store::quotable_passages(conn, theme).await?;
    let mut quotes = Vec::new();
    for some in marked.chunks(QUOTES_AT_ONCE) {
        if quotes.len() >= limit {
            break;
        }
        let passages = voices::passages_by_id(conn, some).await?;
        quotes.extend(
            passages
                .into_iter()
                .filter(|passage| passage.state().is_public())
                .map(quote),
        );
    }
    quotes.truncate(limit);
    Ok(quotes)
}

fn quote(passage: Passage) -> Quote {
    Quote {
        passage: passage.id,
        activity: passage.activity_id,
        question: passage.question,
        text: passage.public_body,
        channel: passage.channel,
        language: passage.language,
    }
}

/// One group among those who took part and in the population.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedGroup {
    pub key: String,
    pub label: Wording,
    pub figures: representation::Group,
}

/// Who took part, by one background question, beside the population.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    pub question: String,
    pub label: Wording,
    pub source: String,
    pub imported_at: Timestamp,
    pub imported_by: String,
    /// n: those who told a group that has population figures.
    pub n: u64,
    /// Saw the question and told no such group.
    pub untold: u64,
    pub population: u64,
    pub groups: Vec<ComparedGroup>,
    /// ½·Σ|p − q| between 0 and 1.
    pub dissimilarity: Option<f64>,
    /// Who is missing, most lacking first, with how many more from the group alone would make its share that of the population.
    /// Groups whose count is hidden are not told of.
    pub missing: Vec<(Wording, u64)>,
}

/// Reads a file of population figures against the background questions of a dialogue: what
/// [`import_population`](crate::import_population) takes in, or what is wrong with its rows.
///
/// # Errors
/// The database's.
pub async fn read_population(conn: &mut Conn, dialogue: Id, bytes: &[u8]) -> db::Result<Reading> {
    Ok(population::read(bytes, &dimensions(&asked(conn, dialogue).await?)))
}

/// How many chose each option of the background questions, over all activities.
#[derive(Default)]
struct Told {
    asked: HashMap<String, u64>,
    options: HashMap<(String, String), u64>,
}

/// Participants beside the population, for each question with imported figures.
///
/// # Errors
/// The database's.
pub async fn representation(conn: &mut Conn, dialogue: Id) -> db::Result<Vec<Compared>> {
    let figures = store::population(conn, dialogue).await?;
    if figures.is_empty() {
        return Ok(Vec::new());
    }
    let asked = asked(conn, dialogue).await?;
    let mut told = Told::default();
    for one in &asked {
        each_answer(conn, one.activity.id, |_, background| told.take(background)).await?;
    }
    let dimensions = dimensions(&asked);
    Ok(figures
        .into_iter()
        .filter_map(|row| told.compare(row, &dimensions))
        .collect())
}

impl Told {
    fn take(&mut self, background: &Answers) {
        for (key, answer) in &background.0 {
            *self.asked.entry(key.clone()).or_default() += 1;
            let group = match answer {
                Some(Answer::Choice(group)) => group,
                Some(Answer::Place { area, .. }) if !area.is_empty() => area,
                _ => continue,
            };
            *self.options.entry((key.clone(), group.clone())).or_default() += 1;
        }
    }

    fn compare(&self, row: store::PopulationRow, dimensions: &[Dimension]) -> Option<Compared> {
        let dimension = dimensions.iter().find(|dimension| dimension.key == row.question)?;
        let cells = Vec::<PopulationCell>::deserialize(&row.cells).ok()?;
        let count = |key: &str| {
            self.options
                .get(&(row.question.clone(), key.to_owned()))
                .copied()
                .unwrap_or(0)
        };
        let pairs: Vec<(u64, u64)> = cells
            .iter()
            .map(|cell| (count(&cell.key), cell.population.unsigned_abs()))
            .collect();
        let compared = representation::compare(&pairs);
        let missing = compared.missing();
        let label = |key: &str| {
            let choice = dimension.choices.iter().find(|choice| choice.key == key);
            choice.map_or_else(|| Wording::new(key, ""), |choice| choice.label.clone())
        };
        let group = |(cell, figures): (&PopulationCell, representation::Group)| ComparedGroup {
            key: cell.key.clone(),
            label: label(&cell.key),
            figures,
        };
        Some(Compared {
            label: dimension.label.clone(),
            n: compared.n,
            untold: self
                .asked
                .get(&row.question)
                .copied()
                .unwrap_or(0)
                .saturating_sub(compared.n),
            missing: missing
                .iter()
                .map(|one| (label(&cells[one.group].key), one.lacking))
                .collect(),
            population: compared.population,
            groups: cells.iter().zip(compared.groups).map(group).collect(),
            dissimilarity: compared.dissimilarity,
            question: row.question,
            source: row.source,
            imported_at: row.imported_at,
            imported_by: row.imported_by,
        })
    }
}

/// The background questions that figures can be matched to. One asked in several activities stands once, with all the
/// options it had.
pub(crate) fn dimensions(asked: &[Asked]) -> Vec<Dimension> {
    let mut dimensions: Vec<Dimension> = Vec::new();
    let questions = asked
        .iter()
        .flat_map(|one| one.versions.iter().rev())
        .flat_map(Definition::in_order);
    for dimension in questions.filter_map(Dimension::of) {
        match dimensions.iter_mut().find(|known| known.key == dimension.key) {
            None => dimensions.push(dimension),
            Some(known) => {
                let new = |choice: &&participation::model::definition::Choice| {
                    !known.choices.iter().any(|one| one.key == choice.key)
                };
                let more: Vec<_> = dimension.choices.iter().filter(new).cloned().collect();
                known.choices.extend(more);
            }
        }
    }
    dimensions
}

/// Whose text each passage is: the contribution behind it. Withdrawn texts are left out.
///
/// # Errors
/// The database's.
pub async fn givers(conn: &mut Conn, passages: &[Id]) -> db::Result<HashMap<Id, Id>> {
    let found = voices::passages_by_id(conn, passages).await?;
    Ok(found.into_iter().map(|one| (one.id, one.contribution_id)).collect())
}

/// The contributions behind a theme and those under it, each once, in a steady order.
///
/// # Errors
/// The database's.
pub async fn givers_of_theme(conn: &mut Conn, theme: Id) -> db::Result<Vec<Id>> {
    let coded = store::passages_under(conn, theme).await?;
    let givers = givers(conn, &coded).await?;
    let each: std::collections::BTreeSet<Id> = givers.into_values().collect();
    Ok(each.into_iter().collect())
}
