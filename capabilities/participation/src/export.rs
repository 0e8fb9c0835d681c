//! Answers as a table with a codebook: one row per contribution, the same columns whatever version was answered.
//!
//! A question with several parts takes several columns: one per option of a multiple choice (1 or 0), one per
//! option of a ranking (its rank), address and area of a place. A cell is empty when the question was not seen or
//! not answered; "vet-inte" and "vill-inte-svara" stand as words. E-mail addresses are in no export.

use std::collections::HashMap;

use db::{Conn, Id};
use jiff::{Timestamp, civil::Date, tz::TimeZone};

use crate::model::answer::{Answer, Answers};
use crate::model::definition::{Choice, DECLINED, Definition, Kind, Question, UNSURE};
use crate::store::{self, AnswerRow};
use texts::{Lang, Texts};

/// Who will read the export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// The municipality itself: everything as it was said.
    Official,
    /// Anyone: texts only as published, and no answers to "Om dig", which beside a text could point somebody out.
    Anyone,
}

/// A column and its line in the codebook.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The head: stable over versions and languages.
    pub name: String,
    /// The question, and the option where the column is one.
    pub label: String,
    /// The kind of question; empty for the general columns.
    pub kind: &'static str,
    /// What cells can hold and what it means.
    pub values: Vec<(String, String)>,
    pub background: bool,
    source: Source,
}

#[derive(Debug, Clone, PartialEq)]
enum Source {
    Number,
    Version,
    Channel,
    Language,
    Day,
    Whole(String),
    Option(String, String),
    Address(String),
    Area(String),
}

#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Number(f64),
    Date(Date),
}

/// An export on its way, piece by piece.
pub struct Export {
    activity: Id,
    reader: Reader,
    zone: TimeZone,
    columns: Vec<Column>,
    public_texts: HashMap<(Id, String), String>,
    after: Option<(Timestamp, Id)>,
    number: usize,
}

/// Rows read at once.
const PIECE: i64 = 1_000;

impl Export {
    /// Prepares the export of one activity. `zone` decides the day a contribution came.
    pub async fn begin(
        conn: &mut Conn,
        texts: &Texts,
        activity: Id,
        reader: Reader,
        zone: TimeZone,
    ) -> db::Result<Self> {
        let met = crate::met_versions(conn, activity).await?;
        let versions: Vec<Definition> = met.into_iter().map(|(_, definition)| definition).collect();
        let public_texts = match reader {
            Reader::Official => HashMap::new(),
            Reader::Anyone => {
                let texts = store::public_texts(conn, activity).await?;
                texts
                    .into_iter()
                    .map(|t| ((t.contribution_id, t.question), t.public_body))
                    .collect()
            }
        };
        Ok(Self {
            activity,
            reader,
            zone,
            columns: columns(texts, &versions, reader),
            public_texts,
            after: None,
            number: 0,
        })
    }

    /// Heads and codebook.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The next rows, in the order they came; empty at the end.
    pub async fn next(&mut self, conn: &mut Conn) -> db::Result<Vec<Vec<Cell>>> {
        let rows = store::answer_rows_after(conn, self.activity, self.after, PIECE).await?;
        if let Some(last) = rows.last() {
            self.after = Some((last.submitted_at, last.id));
        }
        Ok(rows.iter().map(|row| self.row(row)).collect())
    }

    /// All rows, for small exports.
    pub async fn all(&mut self, conn: &mut Conn) -> db::Result<Vec<Vec<Cell>>> {
        let mut all = Vec::new();
        loop {
            let piece = self.next(conn).await?;
            if piece.is_empty() {
                return Ok(all);
            }
            all.extend(piece);
        }
    }

    fn row(&mut self, row: &AnswerRow) -> Vec<Cell> {
        self.number += 1;
        let answers = Answers::from_json(&row.answers).unwrap_or_default();
        let background = Answers::from_json(&row.background).unwrap_or_default();
        self.columns
            .iter()
            .map(|column| {
                let answers = if column.background { &background } else { &answers };
                self.cell(column, row, answers)
            })
            .collect()
    }

    fn cell(&self, column: &Column, row: &AnswerRow, answers: &Answers) -> Cell {
        match &column.source {
            Source::Number => Cell::Number(self.number as f64),
            Source::Version => Cell::Number(row.version as f64),
            Source::Channel => Cell::Text(row.channel.clone()),
            Source::Language => Cell::Text(row.language.clone()),
            Source::Day => Cell::Date(row.submitted_at.to_zoned(self.zone.clone()).date()),
            Source::Whole(key) => match answers.given(key) {
                Some(Answer::Text(_)) if self.reader == Reader::Anyone => self
                    .public_texts
                    .get(&(row.id, key.clone()))
                    .map_or(Cell::Empty, |text| Cell::Text(text.clone())),
                answer => whole(answer),
            },
            Source::Option(key, option) => option_cell(answers.given(key), option),
            Source::Address(key) => place_cell(answers.given(key), |address, _| address),
            Source::Area(key) => place_cell(answers.given(key), |_, area| area),
        }
    }
}

fn skipped(answer: &Answer) -> Cell {
    match answer {
        Answer::Unsure => Cell::Text(UNSURE.trim_start_matches('-').to_owned()),
        Answer::Declined => Cell::Text(DECLINED.trim_start_matches('-').to_owned()),
        _ => Cell::Empty,
    }
}

fn whole(answer: Option<&Answer>) -> Cell {
    match answer {
        None => Cell::Empty,
        Some(Answer::Text(text) | Answer::Choice(text)) => Cell::Text(text.clone()),
        Some(Answer::Scale(step)) => Cell::Number(f64::from(*step)),
        Some(Answer::Number(n)) => Cell::Number(*n),
        Some(Answer::Date(date)) => Cell::Date(*date),
        Some(other) => skipped(other),
    }
}

fn option_cell(answer: Option<&Answer>, option: &str) -> Cell {
    match answer {
        None => Cell::Empty,
        Some(Answer::Choices(keys)) => Cell::Number(f64::from(u8::from(keys.iter().any(|k| k == option)))),
        Some(Answer::Ranking(keys)) => keys
            .iter()
            .position(|k| k == option)
            .map_or(Cell::Empty, |i| Cell::Number((i + 1) as f64)),
        Some(other) => skipped(other),
    }
}

fn place_cell(answer: Option<&Answer>, part: fn(String, String) -> String) -> Cell {
    match answer {
        Some(Answer::Place { address, area }) => match part(address.clone(), area.clone()) {
            text if text.is_empty() => Cell::Empty,
            text => Cell::Text(text),
        },
        Some(other) => skipped(other),
        None => Cell::Empty,
    }
}

/// The columns of all versions together; a question has the words of the newest version that asks it.
fn columns(texts: &Texts, versions: &[Definition], reader: Reader) -> Vec<Column> {
    // The codebook is part of the municipality's records: in Swedish.
    let words = |key| texts.get(Lang::Sv, key);
    let mut columns = vec![
        general("nummer", words("participation-export-number"), Source::Number),
        general("version", words("participation-export-version"), Source::Version),
        general("kanal", words("participation-export-channel"), Source::Channel),
        general("sprak", words("participation-export-language"), Source::Language),
        general("datum", words("participation-export-day"), Source::Day),
    ];
    for question in questions(versions) {
        let is_shown = question.asks() && !matches!(question.kind, Kind::Email);
        if is_shown && !(reader == Reader::Anyone && question.is_background()) {
            columns.extend(question_columns(texts, question, &options(versions, &question.key)));
        }
    }
    columns
}

fn general(name: &str, label: String, source: Source) -> Column {
    Column {
        name: name.into(),
        label,
        kind: "",
        values: Vec::new(),
        background: false,
        source,
    }
}

/// Every question of any version once: the newest version's in its order, then those no longer asked.
fn questions(versions: &[Definition]) -> Vec<&Question> {
    let mut found: Vec<&Question> = Vec::new();
    for question in versions.iter().rev().flat_map(Definition::in_order) {
        if !found.iter().any(|q| q.key == question.key) {
            found.push(question);
        }
    }
    found
}

/// Every option a question has had, newest wording first.
fn options<'v>(versions: &'v [Definition], key: &str) -> Vec<&'v Choice> {
    let mut found: Vec<&Choice> = Vec::new();
    for choice in versions
        .iter()
        .rev()
        .filter_map(|v| v.question(key))
        .flat_map(Question::choices)
    {
        if !found.iter().any(|c| c.key == choice.key) {
            found.push(choice);
        }
    }
    found
}

fn question_columns(texts: &Texts, question: &Question, options: &[&Choice]) -> Vec<Column> {
    let column = |part: &str, label: String, values: Vec<(String, String)>, source: Source| Column {
        name: if part.is_empty() {
            question.key.clone()
        } else {
            format!("{}.{part}", question.key)
        },
        label,
        kind: question.kind.name(),
        values,
        background: question.is_background(),
        source,
    };
    let key = || question.key.clone();
    let label = || question.label.sv.clone();
    let coded = || {
        options
            .iter()
            .map(|c| (c.key.clone(), c.label.sv.clone()))
            .collect::<Vec<_>>()
    };
    let part = |key| texts.with(Lang::Sv, key, &[("question", question.label.sv.as_str().into())]);
    let each = |values: &[(&str, &str)]| {
        let values: Vec<_> = values
            .iter()
            .map(|(value, key)| ((*value).to_owned(), texts.get(Lang::Sv, key)))
            .collect();
        let one = |c: &&Choice| {
            let label = format!("{}: {}", question.label.sv, c.label.sv);
            column(
                &c.key,
                label,
                values.clone(),
                Source::Option(question.key.clone(), c.key.clone()),
            )
        };
        options.iter().map(one).collect::<Vec<_>>()
    };
    match &question.kind {
        Kind::Multiple { .. } | Kind::Budget { .. } => each(&[
            ("1", "participation-export-chosen"),
            ("0", "participation-export-not-chosen"),
        ]),
        Kind::Ranking { .. } => each(&[("1", "participation-export-first")]),
        Kind::Place { .. } => vec![
            column(
                "adress",
                part("participation-export-address"),
                Vec::new(),
                Source::Address(key()),
            ),
            column(
                "omrade",
                part("participation-export-area"),
                coded(),
                Source::Area(key()),
            ),
        ],
        Kind::Scale { steps, low, high } => {
            let ends = vec![("1".to_owned(), low.sv.clone()), (steps.to_string(), high.sv.clone())];
            vec![column("", label(), ends, Source::Whole(key()))]
        }
        Kind::Single { .. } | Kind::Statement { .. } => vec![column("", label(), coded(), Source::Whole(key()))],
        _ => vec![column("", label(), Vec::new(), Source::Whole(key()))],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::samples;

    fn words() -> Texts {
        Texts::load(&[crate::TEXTS]).unwrap()
    }

    #[test]
    fn columns_are_the_same_whatever_version_was_answered() {
        let old = samples::every_kind();
        let mut new = old.clone();
        new.questions.retain(|q| q.key != "hur-trygg");
        let names = |versions: &[Definition]| {
            columns(&words(), versions, Reader::Official)
                .into_iter()
                .map(|c| c.name)
                .collect::<Vec<_>>()
        };
        let (mut both, mut first) = (names(&[old.clone(), new]), names(&[old]));
        both.sort();
        first.sort();
        assert_eq!(both, first);
        assert!(first.contains(&"mest.a".to_owned()) && first.contains(&"var.omrade".to_owned()));
        assert!(!first.contains(&"mejl".to_owned()), "addresses are in no export");
    }

    #[test]
    fn what_goes_outside_says_nothing_about_the_person() {
        let names: Vec<String> = columns(&words(), &[samples::every_kind()], Reader::Anyone)
            .into_iter()
            .map(|c| c.name)
            .collect();
        assert!(!names.contains(&"alder".to_owned()));
    }

    #[test]
    fn cells_hold_what_was_answered() {
        assert_eq!(
            option_cell(Some(&Answer::Choices(vec!["a".into()])), "b"),
            Cell::Number(0.0)
        );
        assert_eq!(
            option_cell(Some(&Answer::Ranking(vec!["y".into(), "x".into()])), "x"),
            Cell::Number(2.0)
        );
        assert_eq!(whole(Some(&Answer::Declined)), Cell::Text("vill-inte-svara".into()));
        assert_eq!(whole(None), Cell::Empty);
    }
}
