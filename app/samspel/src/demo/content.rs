//! What the demonstration tells, as content: one TOML file for each dialogue and two for the municipality. The files lie
//! beside the code because they are part of the program; a test reads them all.

use super::lot::Panel;
use super::organisations::Society;
use super::telling::Telling;
use super::thread::Project;
use anyhow::Context as _;
use participation::model::definition::{Question, Wording};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The municipality: settings, officials, assignments, courses.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Town {
    pub settings: web::Settings,
    /// The password of all log-ins.
    pub password: String,
    /// By the word that dialogues call them by.
    pub people: BTreeMap<String, Person>,
    pub assignments: Vec<Assignment>,
    /// Rights that ask for a course.
    pub requirements: Vec<Requirement>,
    /// Courses that officials took.
    pub courses: Vec<Taken>,
    /// School breaks, the same weeks every year.
    pub breaks: Vec<Break>,
}

/// A right that asks for a course from a day on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    pub day: i32,
    /// Who set it: a word of [`Town::people`].
    pub by: String,
    pub permission: String,
    pub course: String,
    pub grace_days: i64,
    pub renew_months: i64,
}

/// A course that somebody took and passed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Taken {
    /// A word of [`Town::people`].
    pub person: String,
    pub course: String,
    pub day: i32,
}

/// A school break: the week it begins in, and how many weeks it lasts from Monday to Friday.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Break {
    pub name: String,
    pub week: i8,
    pub weeks: i32,
}

/// An official.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub name: String,
    pub email: String,
    pub unit: String,
    /// The role's code.
    pub role: String,
    /// The role in English, for the printed table.
    pub shown: String,
}

/// What a board told an office to do. Days are counted from today.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    pub body: String,
    pub decided: i32,
    pub registered: i32,
    pub paragraph: String,
    pub wording: String,
    pub due: Option<i32>,
    pub case_number: String,
    pub responsible: String,
    #[serde(default)]
    pub note: String,
    /// File names of the dialogues that carry it out.
    #[serde(default)]
    pub dialogues: Vec<String>,
    /// How far it came, each with its day.
    #[serde(default)]
    pub progress: Vec<Progress>,
}

/// A new status of an assignment.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    pub day: i32,
    pub status: String,
    pub note: String,
}

/// What all dialogues of a municipality share: its standing texts about personal data, risks, channels.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shared {
    pub facts: toml::Table,
    /// Checklist items by the step before which they are ticked, each with its note.
    pub ticks: BTreeMap<String, BTreeMap<String, String>>,
    /// The questions "Om dig".
    pub about: Vec<Question>,
    /// How often each option of a background question is chosen.
    pub lean: BTreeMap<String, Vec<f64>>,
    /// How answers come in.
    pub channels: BTreeMap<String, f64>,
}

/// One dialogue's life so far.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// Where it has come: a state of the pack.
    pub state: String,
    /// Who leads it: a word of [`Town::people`].
    pub lead: String,
    /// The day of each step taken, and of `begin`; `themes`, `coded` and `contact` for work without a step.
    pub days: BTreeMap<String, i32>,
    pub facts: toml::Table,
    /// Why, for steps that ask.
    #[serde(default)]
    pub reasons: BTreeMap<String, String>,
    /// Changes that everybody is told.
    #[serde(default)]
    pub changes: Vec<Change>,
    /// Templates that are completed and approved.
    #[serde(default)]
    pub templates: Vec<Completed>,
    /// Checklist items that somebody is to do.
    #[serde(default)]
    pub work: Vec<Given>,
    #[serde(default)]
    pub activities: Vec<Asking>,
    pub answers: Option<Answers>,
    /// What people said, by the question they said it to.
    #[serde(default)]
    pub voices: BTreeMap<String, Vec<Voice>>,
    #[serde(default)]
    pub themes: Vec<Theme>,
    pub decision: Option<Decision>,
    /// The example that was made of it.
    pub example: Option<Example>,
    /// What officials wrote in the report, by section.
    #[serde(default)]
    pub report: BTreeMap<String, String>,
    /// What officials wrote in the tjänsteutlåtande, by section.
    #[serde(default)]
    pub statement: BTreeMap<String, String>,
}

/// A change after publication, with the reason that everybody reads.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    pub day: i32,
    pub facts: toml::Table,
    pub reason: String,
}

/// A template that the lead completes and comments on, and the coordinator approves.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Completed {
    pub key: String,
    pub day: i32,
    pub facts: toml::Table,
    pub comment: Remark,
}

/// Something said about a section of a template.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remark {
    pub section: String,
    pub says: String,
}

/// A checklist item given to somebody. All days are counted from today.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Given {
    pub item: String,
    /// A word of [`Town::people`]; nobody's, and so the lead's, without it.
    pub who: Option<String>,
    /// When it was given.
    pub day: i32,
    pub due: i32,
}

/// A way to take part.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asking {
    pub kind: String,
    pub title: Wording,
    pub lead: Wording,
    #[serde(default)]
    pub intro: Wording,
    #[serde(default)]
    pub questions: Vec<Question>,
}

/// How many answered, and how they leaned.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    /// Answers to the survey.
    pub count: usize,
    /// How often each option is chosen; what is not told falls as it falls.
    #[serde(default)]
    pub lean: BTreeMap<String, Vec<f64>>,
    /// Places that people name.
    #[serde(default)]
    pub places: Vec<String>,
    #[serde(default)]
    pub channels: BTreeMap<String, f64>,
    /// The day of the meeting whose notes come in as a file.
    pub meeting: Option<i32>,
}

/// What one person said.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Voice {
    pub says: String,
    /// Keys of its themes, with a space between; empty when it belongs to none.
    #[serde(default)]
    pub t: String,
    /// May be quoted.
    #[serde(default)]
    pub quote: bool,
    /// In English.
    #[serde(default)]
    pub en: bool,
    /// Said at the meeting, noted by the recorder.
    #[serde(default)]
    pub meeting: bool,
    /// What the moderator does: `mask`, a reason to hide, or nothing, which publishes.
    #[serde(default)]
    pub moderation: String,
    /// Came in so lately that nobody has read it.
    #[serde(default)]
    pub fresh: bool,
}

/// A theme of the code plan, with what became of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    pub key: String,
    pub name: String,
    pub definition: String,
    #[serde(default)]
    pub counts_in: String,
    #[serde(default)]
    pub counts_out: String,
    #[serde(default)]
    pub shortcut: String,
    pub answer: Option<Answer>,
}

/// "Ni sa – vi gör".
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    pub you_said: String,
    pub outcome: String,
    pub reason: String,
    #[serde(default)]
    pub responsible: String,
    #[serde(default)]
    pub due: String,
}

/// An example in the bank: the dialogue proposes the texts, the lead writes the introduction and whom one can ask.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    pub day: i32,
    pub lead: String,
    pub contact: String,
}

/// The board's decision.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    pub day: i32,
    pub body: String,
    pub paragraph: String,
    pub wording: String,
    pub effect: String,
    pub reason: String,
}

/// Everything the demonstration tells.
pub struct Content {
    pub town: Town,
    pub shared: Shared,
    /// What it tells about itself.
    pub telling: Telling,
    /// The organisations that it meets.
    pub society: Society,
    /// Figures about who lives here, as a municipality downloads them.
    pub population: &'static str,
    /// A project of service design.
    pub project: Project,
    /// A panel by lot.
    pub panel: Panel,
    /// File name and story.
    pub stories: Vec<(&'static str, Story)>,
}

macro_rules! stories {
    ($($name:literal)*) => { &[$(($name, include_str!(concat!("data/", $name, ".toml")))),*] };
}

/// In the order of the method, from the first draft to the end.
const STORIES: &[(&str, &str)] = stories!(
    "buller" "torget" "skolmat" "simhallen" "oversiktsplan" "motesplatser" "medborgarbudget" "kvarnparken" "skolvagar"
    "biblioteket" "cykelplan" "belysning" "fritidsgarden" "kulturplan" "atervinning" "strandpromenaden" "skolgatan" "idrottshall"
);

impl Content {
    /// Reads the embedded files.
    ///
    /// # Errors
    /// Names the file, and the line within it.
    pub fn read() -> anyhow::Result<Content> {
        let story = |(name, text): &(&'static str, &str)| {
            Ok((*name, toml::from_str(text).with_context(|| format!("{name}.toml"))?))
        };
        Ok(Content {
            town: toml::from_str(include_str!("data/kommunen.toml")).context("kommunen.toml")?,
            shared: toml::from_str(include_str!("data/gemensamt.toml")).context("gemensamt.toml")?,
            telling: toml::from_str(include_str!("data/information.toml")).context("information.toml")?,
            panel: toml::from_str(include_str!("data/lottning.toml")).context("lottning.toml")?,
            project: toml::from_str(include_str!("data/projekt.toml")).context("projekt.toml")?,
            society: toml::from_str(include_str!("data/civilsamhallet.toml")).context("civilsamhallet.toml")?,
            population: include_str!("data/befolkning.csv"),
            stories: STORIES.iter().map(story).collect::<anyhow::Result<_>>()?,
        })
    }
}
