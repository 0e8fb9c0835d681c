//! From the rows of a file to contributions: which column answers what, and why a row is refused.

use std::collections::BTreeMap;

use jiff::civil::Date;
use text::table::{self, Encoding, Table};

use super::answer::Answers;
use super::cells::{read_cell, read_date, read_language, unknown};
use super::channel::Channel;
use super::definition::{Definition, Kind, Question};
use super::finish::{Finished, Strictness, finish};
use super::keys::fold;
use super::parse::clean;
use super::problem::Problem;

/// How to read a file. `map` says which columns give a target (`text`, `date`, `channel`, `language` or a
/// question key); several columns are joined with an empty line between. What is not mapped goes by its name.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    pub map: BTreeMap<String, Vec<String>>,
    /// For rows whose file does not say.
    pub channel: Channel,
    pub language: String,
    /// Take rows again that this file has brought before.
    pub force: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            map: BTreeMap::new(),
            channel: Channel::Import,
            language: "sv".to_owned(),
            force: false,
        }
    }
}

impl Options {
    /// Reads `text=title+text,date=date`.
    pub fn with_map(mut self, map: &str) -> Result<Self, Problem> {
        for pair in map.split(',').map(str::trim).filter(|p| !p.is_empty()) {
            let (target, columns) = pair
                .split_once('=')
                .ok_or(Problem::new("participation-import-map").with("part", pair))?;
            let columns: Vec<String> = columns
                .split('+')
                .map(|c| c.trim().to_owned())
                .filter(|c| !c.is_empty())
                .collect();
            if columns.is_empty() {
                return Err(Problem::new("participation-import-map").with("part", pair));
            }
            self.map.insert(target.trim().to_owned(), columns);
        }
        Ok(self)
    }
}

/// A row that can be taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub row: usize,
    pub channel: Channel,
    pub language: String,
    pub date: Option<Date>,
    pub finished: Finished,
}

/// A row that cannot, with the column (empty: the whole row) and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    pub row: usize,
    pub column: String,
    pub problem: Problem,
}

/// A whole file read against one activity.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub encoding: Encoding,
    pub delimiter: char,
    /// Column and what it gives.
    pub used: Vec<(String, Target)>,
    pub ignored: Vec<String>,
    pub rows: Vec<Row>,
    pub refused: Vec<Refused>,
}

/// What a column gives.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    Channel,
    Date,
    Language,
    Question(String),
}

/// Reads a file. Rows fail one by one; the whole fails only when it is no table or nothing in it fits.
pub fn read(bytes: &[u8], definition: &Definition, options: &Options, today: Date) -> Result<Reading, Problem> {
    let sheet = table::read(bytes)?;
    let plan = plan(&sheet, definition, options)?;
    let mut reading = Reading {
        encoding: sheet.encoding,
        delimiter: sheet.delimiter,
        used: plan
            .iter()
            .flat_map(|(target, columns)| columns.iter().map(|c| (sheet.head[*c].clone(), target.clone())))
            .collect(),
        ignored: ignored(&sheet, &plan),
        rows: Vec::new(),
        refused: Vec::new(),
    };
    for record in sheet.records {
        let row = record.row;
        let taken = match record.cells {
            Ok(cells) => take(row, &cells, &plan, definition, options, today).map_err(|(target, problem)| Refused {
                row,
                column: target
                    .and_then(|t| plan.get(&t))
                    .and_then(|c| c.first())
                    .map(|c| sheet.head[*c].clone())
                    .unwrap_or_default(),
                problem,
            }),
            Err(fault) => Err(Refused {
                row,
                column: String::new(),
                problem: fault.into(),
            }),
        };
        match taken {
            Ok(row) => reading.rows.push(row),
            Err(refused) => reading.refused.push(refused),
        }
    }
    Ok(reading)
}

type Plan = BTreeMap<Target, Vec<usize>>;

fn plan(sheet: &Table, definition: &Definition, options: &Options) -> Result<Plan, Problem> {
    let mut plan = Plan::new();
    for (name, columns) in &options.map {
        let target = target(name, definition)
            .ok_or_else(|| Problem::new("participation-import-map-target").with("target", name.as_str()))?;
        let mut found = Vec::new();
        for column in columns {
            let at = sheet
                .head
                .iter()
                .position(|h| h == column)
                .or_else(|| sheet.head.iter().position(|h| fold(h) == fold(column)));
            found.push(at.ok_or_else(|| {
                Problem::new("participation-import-map-column")
                    .with("column", column.as_str())
                    .with("columns", listed(&sheet.head))
            })?);
        }
        plan.insert(target, found);
    }
    let mapped: Vec<usize> = plan.values().flatten().copied().collect();
    for (at, name) in sheet
        .head
        .iter()
        .enumerate()
        .filter(|(at, name)| !mapped.contains(at) && !name.is_empty())
    {
        if let Some(target) = target(name, definition) {
            plan.entry(target).or_insert_with(|| vec![at]);
        }
    }
    if !plan.keys().any(|t| matches!(t, Target::Question(_))) {
        return Err(Problem::new("participation-import-no-columns").with("columns", listed(&sheet.head)));
    }
    Ok(plan)
}

fn listed(head: &[String]) -> String {
    let shown: Vec<&str> = head
        .iter()
        .map(String::as_str)
        .filter(|h| !h.is_empty())
        .take(20)
        .collect();
    shown.join(", ")
}

/// A column by its name: the four general ones, a question's key or its label in either language.
/// Addresses are not imported: nobody in the file has said yes to mail from here.
fn target(name: &str, definition: &Definition) -> Option<Target> {
    let name = fold(name);
    let can_take = |q: &&Question| q.asks() && !matches!(q.kind, Kind::Email);
    let named = |q: &&Question| {
        q.key == name || fold(&q.label.sv) == name || (!q.label.en.is_empty() && fold(&q.label.en) == name)
    };
    if let Some(question) = definition.in_order().filter(can_take).find(named) {
        return Some(Target::Question(question.key.clone()));
    }
    match name.as_str() {
        "kanal" | "channel" => Some(Target::Channel),
        "datum" | "date" => Some(Target::Date),
        "sprak" | "language" | "lang" => Some(Target::Language),
        "text" => {
            let long = definition.in_order().find(|q| matches!(q.kind, Kind::LongText { .. }));
            long.or_else(|| definition.in_order().find(|q| q.is_free_text()))
                .map(|q| Target::Question(q.key.clone()))
        }
        _ => None,
    }
}

fn ignored(sheet: &Table, plan: &Plan) -> Vec<String> {
    let used: Vec<usize> = plan.values().flatten().copied().collect();
    sheet
        .head
        .iter()
        .enumerate()
        .filter(|(at, name)| !used.contains(at) && !name.is_empty())
        .map(|(_, name)| name.clone())
        .collect()
}

fn take(
    row: usize,
    cells: &[String],
    plan: &Plan,
    definition: &Definition,
    options: &Options,
    today: Date,
) -> Result<Row, (Option<Target>, Problem)> {
    let mut taken = Row {
        row,
        channel: options.channel,
        language: options.language.clone(),
        date: None,
        finished: Finished::default(),
    };
    let mut answers = Answers::default();
    for (target, columns) in plan {
        let cell = cell(cells, columns);
        if cell.is_empty() {
            continue;
        }
        let problem = |problem| (Some(target.clone()), problem);
        match target {
            Target::Channel => {
                taken.channel =
                    Channel::read(&cell).ok_or_else(|| problem(unknown("participation-import-channel", &cell)))?
            }
            Target::Date => taken.date = Some(read_date(&cell, today).map_err(problem)?),
            Target::Language => taken.language = read_language(&cell).map_err(problem)?,
            Target::Question(key) => {
                if let Some(question) = definition.question(key) {
                    answers.put(key, Some(read_cell(question, &cell).map_err(problem)?));
                }
            }
        }
    }
    let only = plan.keys().filter(|t| matches!(t, Target::Question(_))).count() == 1;
    let asked = |key: String| {
        only.then_some(Target::Question(key))
            .or_else(|| plan.keys().find(|t| matches!(t, Target::Question(_))).cloned())
    };
    taken.finished = finish(definition, &answers, Strictness::SecondHand).map_err(|problems| {
        let blank = answers.is_blank();
        problems.into_iter().next().map_or_else(
            || (None, Problem::new("participation-import-blank")),
            |(key, problem)| {
                (
                    asked(key),
                    if blank {
                        Problem::new("participation-import-blank")
                    } else {
                        problem
                    },
                )
            },
        )
    })?;
    // A question without a column in the file was not put to these people.
    let had_column = |key: &String| plan.contains_key(&Target::Question(key.clone()));
    taken.finished.answers.0.retain(|key, _| had_column(key));
    taken.finished.background.0.retain(|key, _| had_column(key));
    Ok(taken)
}

/// The mapped columns joined; a column that only repeats another is left out.
fn cell(cells: &[String], columns: &[usize]) -> String {
    let mut parts: Vec<String> = Vec::new();
    for at in columns {
        let part = cells.get(*at).map(|c| clean(c)).unwrap_or_default();
        if !part.is_empty() && !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts.join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::answer::Answer;
    use crate::model::samples;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn comment() -> Definition {
        let mut question = samples::question("text", Kind::LongText { max_length: 10_000 });
        question.required = true;
        Definition {
            intro: Default::default(),
            questions: vec![question],
        }
    }

    fn reading(csv: &str, definition: &Definition, options: &Options) -> Reading {
        read(csv.as_bytes(), definition, options, date(2026, 3, 17)).unwrap()
    }

    fn refused(reading: &Reading) -> Vec<(usize, &str, &'static str)> {
        reading
            .refused
            .iter()
            .map(|r| (r.row, r.column.as_str(), r.problem.key))
            .collect()
    }

    #[test]
    fn comments_are_read_by_the_names_of_the_columns() {
        let reading = reading(
            "Kanal;Datum;Språk;Text;Annat\npapper;2026-03-01;sv;Mer träd;x\n;;;=SUMMA(A1);\nflygpost;;;Hej;\n;2027-01-01;;Hej;\n;;;;x\n",
            &comment(),
            &Options::default(),
        );
        assert_eq!(reading.ignored, ["Annat"]);
        assert_eq!(reading.rows.len(), 2);
        assert_eq!(
            (reading.rows[0].channel, reading.rows[0].date),
            (Channel::Paper, Some(date(2026, 3, 1)))
        );
        assert_eq!(reading.rows[1].finished.passages[0].1, "=SUMMA(A1)");
        assert_eq!(
            refused(&reading),
            [
                (4, "Kanal", "participation-import-channel"),
                (5, "Datum", "participation-import-date-range"),
                (6, "Text", "participation-import-blank"),
            ]
        );
    }

    #[test]
    fn columns_can_be_pointed_out_and_joined() {
        let csv =
            ",id,title,summary,text,date\n0,7,Städa,Rent,,2015-09-15\n1,8,Träd,Träd,Fler träd,2015-09-15 10:00:00\n";
        let options = Options::default()
            .with_map("text=title+summary+text, date=date")
            .unwrap();
        let reading = reading(csv, &comment(), &options);
        assert_eq!(reading.rows[0].finished.passages[0].1, "Städa\n\nRent");
        assert_eq!(reading.rows[1].finished.passages[0].1, "Träd\n\nFler träd");
        assert_eq!(reading.rows[1].date, Some(date(2015, 9, 15)));
        assert_eq!(refused(&reading), []);
        let bad = Options::default().with_map("text=brödtext").unwrap();
        assert_eq!(
            read(csv.as_bytes(), &comment(), &bad, date(2026, 1, 1))
                .unwrap_err()
                .key,
            "participation-import-map-column"
        );
        let bad = Options::default().with_map("rubrik=title").unwrap();
        assert_eq!(
            read(csv.as_bytes(), &comment(), &bad, date(2026, 1, 1))
                .unwrap_err()
                .key,
            "participation-import-map-target"
        );
        assert_eq!(
            Options::default().with_map("text").unwrap_err().key,
            "participation-import-map"
        );
    }

    #[test]
    fn survey_answers_are_read_by_key_or_label() {
        let csv = "fardsatt,Fråga om mest,hur-trygg,ordning,hur-manga,nar,var,alder\n\
                   Val buss,Val a|b,4,y > x,\"2,5\",2026-03-01,Val norr,vill inte svara\n\
                   rymdskepp,,,,,,,\n,a;b;c,,,,,,\n,,9,,,,,\n,,,,många,,,\n,,,,,,Torget 1,\n";
        let reading = reading(csv, &samples::every_kind(), &Options::default());
        let answers = &reading.rows[0].finished.answers;
        assert_eq!(
            answers.given("mest"),
            Some(&Answer::Choices(vec!["a".into(), "b".into()]))
        );
        assert_eq!(
            answers.given("ordning"),
            Some(&Answer::Ranking(vec!["y".into(), "x".into()]))
        );
        assert_eq!(answers.given("hur-manga"), Some(&Answer::Number(2.5)));
        assert!(!answers.seen("namn-pa-torget"), "no column: not asked");
        assert_eq!(
            reading.rows[0].finished.background.given("alder"),
            Some(&Answer::Declined)
        );
        assert_eq!(
            reading.rows[1].finished.answers.given("var"),
            Some(&Answer::Place {
                address: "Torget 1".into(),
                area: String::new()
            })
        );
        assert_eq!(
            refused(&reading),
            [
                (3, "fardsatt", "participation-import-option"),
                (4, "Fråga om mest", "participation-answer-choose-fewer"),
                (5, "hur-trygg", "participation-import-scale"),
                (6, "hur-manga", "participation-answer-missing-number"),
            ]
        );
    }

    #[test]
    fn a_file_with_no_known_column_says_which_it_has() {
        let problem = read(
            b"a,b\n1,2\n",
            &samples::every_kind(),
            &Options::default(),
            date(2026, 1, 1),
        )
        .unwrap_err();
        assert_eq!(problem.key, "participation-import-no-columns");
        assert_eq!(
            problem.args,
            [("columns", super::super::problem::Arg::Text("a, b".into()))]
        );
    }

    proptest! {
        #[test]
        fn any_file_is_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let mut file = b"text,datum,kanal,hur-trygg,mest\n".to_vec();
            file.extend(bytes);
            let _ = read(&file, &samples::every_kind(), &Options::default(), date(2026, 3, 17));
        }
    }

    #[test]
    fn what_residents_of_madrid_wrote_is_read_as_it_is() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/madrid/");
        let bytes =
            |name: &str| std::fs::read(format!("{folder}{name}")).unwrap_or_else(|e| panic!("{folder}{name}: {e}"));
        let options = Options {
            language: "es".into(),
            ..Options::default()
        }
        .with_map("text=text,date=date")
        .unwrap();
        let comments = read(&bytes("comments.csv"), &comment(), &options, date(2026, 3, 17)).unwrap();
        assert_eq!(comments.rows.len() + comments.refused.len(), 5633);
        let reasons: BTreeMap<&str, usize> = comments.refused.iter().fold(BTreeMap::new(), |mut n, r| {
            *n.entry(r.problem.key).or_default() += 1;
            n
        });
        assert_eq!(
            reasons,
            BTreeMap::from([("participation-import-blank", 62)]),
            "rows whose text is empty in the file"
        );
        let options = options.with_map("text=title+summary+text").unwrap();
        let proposals = read(&bytes("proposals.csv"), &comment(), &options, date(2026, 3, 17)).unwrap();
        assert_eq!(proposals.refused, []);
        assert!(proposals.rows.len() > 50);
    }
}
