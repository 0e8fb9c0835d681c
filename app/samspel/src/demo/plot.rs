//! From a dialogue's story to what is done when: officials write one form after the other, take the steps of the method on
//! their days, moderate and code in between. Nothing is done here; see `stage`.

use super::answering::{self, Sent};
use super::calendar::Calendar;
use super::content::{Change, Completed, Given, Shared, Story, Voice};
use anyhow::{Context as _, ensure};
use jiff::{SignedDuration, Timestamp, civil::Date};
use method::Pack;
use serde_json::{Map, Value};

/// Something that happens to a dialogue.
#[derive(Debug)]
pub enum Step<'a> {
    /// Somebody begins to write.
    Begin,
    /// A form of the planner is filled in.
    Write(Map<String, Value>),
    /// Something that residents rely on is changed, with the reason for all to read.
    Change(&'a Change),
    /// A template is completed and approved.
    Complete(&'a Completed),
    /// A checklist item is ticked.
    Tick(&'a str, &'a str),
    /// A checklist item is given to somebody.
    Give(&'a Given),
    /// A step of the method is taken.
    Take(&'static str),
    /// A day comes on which the method moves by itself.
    Calendar,
    /// An activity is built, published and opened.
    Build(usize),
    /// Somebody answers.
    Answer(Sent),
    /// What was said at a meeting comes in as a file: activity, day of the meeting, voices.
    Import(usize, Date, Vec<&'a Voice>),
    /// A moderator reads what waits.
    Moderate,
    /// The code plan is made.
    Themes,
    /// Figures about who lives here come in.
    Population,
    /// The first so many hundredths of the texts are coded.
    Code(usize),
    /// Two people ask to be told what comes of it.
    Contacts,
    /// The dialogue report is written and adopted.
    Report,
    /// The tjänsteutlåtande is written and adopted.
    Statement,
    /// The board's decision is recorded.
    Decision,
    /// Themes are answered; published too when the story goes on to *answered*.
    Answers { published: bool },
    /// An example is made of the dialogue and published.
    Example,
}

/// A step and its moment.
pub type Timed<'a> = (Timestamp, Step<'a>);

/// The steps that officials take, in the order of the method, each with the forms that are filled in before it.
const CHAPTERS: [(&str, &[&str]); 12] = [
    ("examine", &["question", "decision", "examination"]),
    ("decline", &[]),
    ("inform", &["context", "level", "public-page"]),
    (
        "assign",
        &["context", "purpose", "scope", "level", "groups", "feedback-promise"],
    ),
    (
        "plan",
        &[
            "methods",
            "timetable",
            "staffing",
            "communication",
            "personal-data",
            "risks",
            "evaluation-plan",
        ],
    ),
    ("publish", &["public-page"]),
    ("compile", &["account", "next"]),
    ("adopt-report", &[]),
    ("hand-over", &[]),
    ("decide", &[]),
    ("answer", &[]),
    ("evaluate", &["evaluation"]),
];
/// What can come between, or last.
const ENDINGS: [&str; 3] = ["end", "pause", "cancel"];
/// The steps on the common road; the others turn off it.
const BRANCHES: [&str; 2] = ["decline", "inform"];

/// A story being told.
struct Telling<'a> {
    story: &'a Story,
    shared: &'a Shared,
    calendar: &'a Calendar,
    pack: &'a Pack,
    now: Timestamp,
    steps: Vec<Timed<'a>>,
    /// The officials' last moment: they do one thing after the other.
    last: Timestamp,
}

/// Everything that happens in a story, in no order of time.
///
/// # Errors
/// Names what the story lacks.
pub fn plot<'a>(
    name: &'a str,
    story: &'a Story,
    shared: &'a Shared,
    calendar: &'a Calendar,
    pack: &'a Pack,
    now: Timestamp,
) -> anyhow::Result<Vec<Timed<'a>>> {
    let mut telling = Telling {
        story,
        shared,
        calendar,
        pack,
        now,
        steps: Vec::new(),
        last: Timestamp::MIN,
    };
    let begin = telling.day("begin").context("a story needs the day it begins")?;
    telling.at(begin, 9, Step::Begin)?;
    let mut before = begin;
    for (step, forms) in CHAPTERS {
        if let Some(day) = telling.day(step) {
            telling.chapter(step, forms, before, day)?;
            before = day;
        }
    }
    for one in &story.templates {
        telling.beside(one.day, 14, Step::Complete(one))?;
    }
    telling.begun(before)?;
    for given in &story.work {
        telling.beside(given.day, 10, Step::Give(given))?;
    }
    telling.residents(name)?;
    for step in ENDINGS {
        if let Some(day) = telling.day(step) {
            telling.ticks(step, day)?;
            telling.at(day, 14, Step::Take(step))?;
        }
    }
    if let Some(example) = &story.example {
        telling.at(example.day, 10, Step::Example)?;
    }
    Ok(telling.steps)
}

impl<'a> Telling<'a> {
    fn day(&self, step: &str) -> Option<i32> {
        self.story.days.get(step).copied()
    }

    /// An official does something: on a working day, after what was done before, never in the time to come.
    fn at(&mut self, days: i32, hour: i8, step: Step<'a>) -> anyhow::Result<()> {
        let wished = self.calendar.moment(self.calendar.working_day(days), hour, 5)?;
        let at = wished
            .max(self.last.saturating_add(SignedDuration::from_mins(9))?)
            .min(self.now);
        self.last = at;
        self.steps.push((at, step));
        Ok(())
    }

    /// Beside the officials' own order: what moderators and the calendar do.
    fn beside(&mut self, days: i32, hour: i8, step: Step<'a>) -> anyhow::Result<()> {
        let at = self.calendar.moment(self.calendar.working_day(days), hour, 15)?;
        if at < self.now {
            self.steps.push((at, step));
        }
        Ok(())
    }

    /// The forms before a step, what belongs to it, and the step itself.
    fn chapter(&mut self, step: &'static str, forms: &[&str], before: i32, day: i32) -> anyhow::Result<()> {
        if matches!(step, "compile") {
            self.reading(day)?;
        }
        self.forms(forms, before, day, true)?;
        self.ticks(step, day)?;
        match step {
            "publish" => {
                for activity in 0..self.story.activities.len() {
                    self.at(day - 3, 10, Step::Build(activity))?;
                }
            }
            "adopt-report" => self.at(day - 1, 15, Step::Report)?,
            "hand-over" => self.at(day - 1, 15, Step::Statement)?,
            "decide" => self.at(day - 1, 9, Step::Decision)?,
            "answer" => self.at(day - 1, 10, Step::Answers { published: true })?,
            _ => {}
        }
        self.at(day, 13, Step::Take(step))
    }

    /// Fills in forms, spread over the days between two steps.
    fn forms(&mut self, forms: &[&str], before: i32, day: i32, with_shared: bool) -> anyhow::Result<()> {
        let count = i32::try_from(forms.len()).unwrap_or(i32::MAX);
        for (place, form) in (1_i32..).zip(forms) {
            let values = self.values(form, with_shared)?;
            if !values.is_empty() {
                let on = before + (day - before) * place / (count + 1);
                self.at(on, 9 + i8::try_from(place % 7).unwrap_or(0), Step::Write(values))?;
            }
        }
        Ok(())
    }

    /// What the story, and behind it the municipality's standing texts, say to a form.
    fn values(&self, form: &str, with_shared: bool) -> anyhow::Result<Map<String, Value>> {
        let task = self
            .pack
            .task(form)
            .with_context(|| format!("the pack has no task {form}"))?;
        let mut values = Map::new();
        for field in &task.fields {
            for key in [field.clone(), format!("{field}@en")] {
                let own = self.story.facts.get(&key);
                let found = own.or_else(|| self.shared.facts.get(&key).filter(|_| with_shared));
                if let Some(value) = found {
                    values.insert(key, self.calendar.resolve(value)?);
                }
            }
        }
        Ok(values)
    }

    /// What has been begun of the step that comes next: only what the story itself says.
    fn begun(&mut self, before: i32) -> anyhow::Result<()> {
        let last = CHAPTERS.iter().rposition(|(step, _)| self.day(step).is_some());
        if last.is_some_and(|place| BRANCHES.contains(&CHAPTERS[place].0)) {
            return Ok(());
        }
        let mut next = CHAPTERS
            .iter()
            .skip(last.map_or(0, |place| place + 1))
            .filter(|(step, _)| !BRANCHES.contains(step));
        let Some((step, forms)) = next.next() else {
            return Ok(());
        };
        let waits_for_answers = *step == "compile" && self.closes().is_none_or(|closes| closes >= self.calendar.today);
        if !waits_for_answers {
            self.forms(forms, before, -3, false)?;
        }
        if *step == "publish" {
            for activity in 0..self.story.activities.len() {
                self.at(-3, 15, Step::Build(activity))?;
            }
        }
        if *step == "answer" && self.story.themes.iter().any(|theme| theme.answer.is_some()) {
            self.at(-12, 10, Step::Answers { published: false })?;
        }
        Ok(())
    }

    fn ticks(&mut self, step: &str, day: i32) -> anyhow::Result<()> {
        let shared = self.shared;
        for (item, note) in shared.ticks.get(step).into_iter().flatten() {
            self.at(day - 1, 11, Step::Tick(item, note))?;
        }
        Ok(())
    }

    /// The day a fact names, as it stands after all changes.
    fn date(&self, key: &str) -> Option<Date> {
        let changed = self.story.changes.iter().rev().find_map(|change| change.facts.get(key));
        let value = changed.or_else(|| self.story.facts.get(key))?;
        self.calendar.resolve(value).ok()?.as_str()?.parse().ok()
    }

    fn closes(&self) -> Option<Date> {
        self.date("closes-on")
    }

    /// Everything from the first day of the dialogue: answers, moderation, and the reading that is not finished.
    fn residents(&mut self, name: &'a str) -> anyhow::Result<()> {
        let (Some(opens), Some(closes)) = (self.date("opens-on"), self.closes()) else {
            return Ok(());
        };
        if self.day("publish").is_none() || opens > self.calendar.today {
            return Ok(());
        }
        ensure!(self.story.answers.is_some(), "a dialogue that has opened needs answers");
        let first = self.calendar.moment(opens, 0, 1)?;
        let after = self.calendar.moment(closes.tomorrow()?, 0, 1)?;
        let stopped = self.day("pause").or(self.day("cancel"));
        let stopped = stopped
            .map(|day| self.calendar.moment(self.calendar.working_day(day), 12, 0))
            .transpose()?;
        let until = [Some(after), stopped, Some(self.now)]
            .into_iter()
            .flatten()
            .min()
            .unwrap_or(after);
        self.steps.push((first, Step::Calendar));
        if after < self.now && stopped.is_none() {
            self.steps.push((after, Step::Calendar));
        }
        let sent = answering::all(name, self.story, self.shared, self.calendar, first, until)?;
        self.steps.extend(sent);
        for change in &self.story.changes {
            self.beside(change.day, 14, Step::Change(change))?;
        }
        if let Some(day) = self.day("contact") {
            self.beside(day, 16, Step::Contacts)?;
        }
        self.moderation(
            self.days_to(opens),
            self.days_to(until.to_zoned(jiff::tz::TimeZone::UTC).date()),
        )?;
        match (self.day("compile"), self.day("themes"), self.day("coded")) {
            (None, Some(themes), Some(coded)) => self.begun_reading(themes, coded),
            _ => Ok(()),
        }
    }

    fn days_to(&self, day: Date) -> i32 {
        let span = day.since(self.calendar.today).map(|span| span.get_days());
        span.unwrap_or(0)
    }

    /// A moderator reads every third day, and once more when everything has come in.
    fn moderation(&mut self, from: i32, until: i32) -> anyhow::Result<()> {
        for day in (from + 1..=until).step_by(3).chain([until + 2]) {
            // Today's texts wait for whoever tries the demonstration.
            if day <= -3 {
                self.beside(day, 10, Step::Moderate)?;
            }
        }
        Ok(())
    }

    fn begun_reading(&mut self, themes: i32, coded: i32) -> anyhow::Result<()> {
        self.beside(themes, 9, Step::Themes)?;
        self.beside(themes, 10, Step::Population)?;
        self.beside(coded - 2, 13, Step::Code(30))?;
        self.beside(coded, 13, Step::Code(60))
    }

    /// Between the closing and *compiled* everything is read.
    fn reading(&mut self, day: i32) -> anyhow::Result<()> {
        let closes = self.closes().map_or(day - 20, |closes| self.days_to(closes));
        self.ticks("close", closes + 4)?;
        let themes = self
            .day("themes")
            .context("a dialogue that is compiled needs the day of its themes")?;
        self.at(themes, 9, Step::Themes)?;
        self.at(themes, 10, Step::Population)?;
        for (place, share) in (1..).zip([30, 55, 80, 100]) {
            self.at(themes + (day - themes) * place / 5, 13, Step::Code(share))?;
        }
        Ok(())
    }
}
