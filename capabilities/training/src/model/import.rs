//! A file of courses taken elsewhere: `e-post`, `kurs`, `datum`, a row for each. Every row is taken or refused with its reason.

use db::Id;
use jiff::civil::Date;
use method::pack::Library;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use text::table::{self, Table};

/// What a row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// As a spreadsheet numbers it; the head is 1.
    pub row: usize,
    pub account: Id,
    pub name: String,
    /// The course's key.
    pub course: String,
    pub passed_on: Date,
}

/// Why a row, or the whole file, cannot be taken: a text with `$value`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Problem {
    pub text: String,
    pub value: String,
}

impl Problem {
    fn new(text: &str, value: impl Into<String>) -> Problem {
        Problem {
            text: text.to_owned(),
            value: value.into(),
        }
    }
}

/// A row that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Refused {
    pub row: usize,
    pub problem: Problem,
}

/// A whole file.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    pub rows: Vec<Row>,
    pub refused: Vec<Refused>,
    /// Rows that say what is known already.
    pub already: usize,
}

/// What rows are read against.
pub(crate) struct Known<'a> {
    /// Accounts in use by their address in small letters: the account and the name.
    pub people: &'a HashMap<String, (Id, String)>,
    pub library: &'a Library,
    /// What stands in the register: account, course, day.
    pub records: HashSet<(Id, String, Date)>,
    pub today: Date,
}

/// Where the three columns stand.
struct Columns {
    email: usize,
    course: usize,
    date: usize,
}

/// Reads a file.
pub(crate) fn read(bytes: &[u8], mut known: Known<'_>) -> Result<Reading, Problem> {
    let table = table::read(bytes).map_err(whole)?;
    let columns = columns(&table)?;
    let mut reading = Reading::default();
    for record in table.records {
        let row = record.row;
        let taken = match record.cells {
            Ok(cells) => take(row, &cells, &columns, &known),
            Err(_) => Err(Problem::new("training-import-broken-row", "")),
        };
        match taken {
            Ok(row) if known.records.insert((row.account, row.course.clone(), row.passed_on)) => reading.rows.push(row),
            Ok(_) => reading.already += 1,
            Err(problem) => reading.refused.push(Refused { row, problem }),
        }
    }
    Ok(reading)
}

fn whole(fault: table::Fault) -> Problem {
    let text = match fault {
        table::Fault::Empty | table::Fault::NoRows => "training-import-empty",
        table::Fault::TooLarge { .. } | table::Fault::TooManyRows { .. } => "training-import-too-large",
        table::Fault::Workbook => "training-import-workbook",
        _ => "training-import-unreadable",
    };
    Problem::new(text, "")
}

fn columns(table: &Table) -> Result<Columns, Problem> {
    let find = |names: &[&str]| {
        let is_named = |head: &String| names.contains(&head.trim().to_lowercase().as_str());
        let missing = || Problem::new("training-import-no-column", names[0]);
        table.head.iter().position(is_named).ok_or_else(missing)
    };
    Ok(Columns {
        email: find(&["e-post", "epost", "e-postadress", "e-mail", "email"])?,
        course: find(&["kurs", "course"])?,
        date: find(&["datum", "date"])?,
    })
}

fn take(row: usize, cells: &[String], columns: &Columns, known: &Known<'_>) -> Result<Row, Problem> {
    let cell = |place: usize| cells.get(place).map_or("", |cell| cell.trim());
    let (email, course, date) = (cell(columns.email), cell(columns.course), cell(columns.date));
    let person = known.people.get(&email.to_lowercase());
    let (account, name) = person.ok_or_else(|| Problem::new("training-import-no-account", shown(email)))?;
    let folded = course.to_lowercase();
    let is_meant = |one: &&method::pack::Course| {
        one.key == folded || one.name.sv.to_lowercase() == folded || one.name.en.to_lowercase() == folded
    };
    let course = known.library.courses.iter().find(is_meant);
    let course = course.ok_or_else(|| Problem::new("training-import-no-course", shown(cell(columns.course))))?;
    // A moment is a day with a time behind it.
    let day = date.split(['T', ' ']).next().unwrap_or_default();
    let passed_on: Date = day
        .parse()
        .map_err(|_| Problem::new("training-import-date", shown(date)))?;
    if passed_on > known.today || passed_on.year() < 1990 {
        return Err(Problem::new("training-import-day", shown(date)));
    }
    Ok(Row {
        row,
        account: *account,
        name: name.clone(),
        course: course.key.clone(),
        passed_on,
    })
}

/// What stood in a cell, no longer than a message bears.
fn shown(cell: &str) -> String {
    cell.chars().take(80).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use db::{FixedClock, Ids};
    use jiff::civil::date;
    use proptest::prelude::*;

    fn library() -> Library {
        let files = method::pack::embedded(method::CITIZEN_DIALOGUE);
        method::pack::read(&files)
            .unwrap_or_else(|faults| panic!("{faults:?}"))
            .templates[0]
            .library
    }

    fn maja() -> Id {
        Ids::seeded(7).next(&FixedClock::new(testkit::start()))
    }

    fn reading(file: &[u8], library: &Library) -> Result<Reading, Problem> {
        let people = HashMap::from([("maja@exempel.se".to_owned(), (maja(), "Maja Lind".to_owned()))]);
        let records = HashSet::from([(maja(), "ladder-30-minutes".to_owned(), date(2025, 1, 1))]);
        let today = date(2026, 3, 17);
        read(
            file,
            Known {
                people: &people,
                library,
                records,
                today,
            },
        )
    }

    #[test]
    fn each_row_is_taken_known_or_refused_with_its_reason() {
        let file = "E-post;Kurs;Datum\nMaja@Exempel.se;ladder-30-minutes;2026-01-02\n\
                    maja@exempel.se;Så leder du en dialog;20260103\nmaja@exempel.se;How to lead a dialogue;2026-01-03\n\
                    maja@exempel.se;ladder-30-minutes;2025-01-01\nokand@exempel.se;ladder-30-minutes;2026-01-02\n\
                    maja@exempel.se;Svetsning;2026-01-02\nmaja@exempel.se;ladder-30-minutes;i fjol\n\
                    maja@exempel.se;ladder-30-minutes;2026-03-18\n\"maja;x;y\n";
        let reading = reading(file.as_bytes(), &library()).expect("the file is a table");
        let taken: Vec<_> = reading
            .rows
            .iter()
            .map(|one| (one.row, one.course.as_str(), one.passed_on))
            .collect();
        assert_eq!(
            taken,
            [
                (2, "ladder-30-minutes", date(2026, 1, 2)),
                (3, "lead-a-dialogue", date(2026, 1, 3))
            ]
        );
        assert_eq!(
            reading.already, 2,
            "the same by another name, and what stood in the register"
        );
        let refused: Vec<_> = reading
            .refused
            .iter()
            .map(|one| (one.row, one.problem.text.as_str()))
            .collect();
        assert_eq!(
            refused,
            [
                (6, "training-import-no-account"),
                (7, "training-import-no-course"),
                (8, "training-import-date"),
                (9, "training-import-day"),
                (10, "training-import-broken-row"),
            ]
        );
    }

    #[test]
    fn a_file_without_its_columns_says_which_is_missing() {
        let problem = |file: &[u8]| reading(file, &library()).expect_err("the file is no list of courses");
        assert_eq!(
            problem(b"e-post,kurs\na,b\n"),
            Problem::new("training-import-no-column", "datum")
        );
        assert_eq!(problem(b"").text, "training-import-empty");
        assert_eq!(problem(b"PK\x03\x04xx").text, "training-import-workbook");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_file_is_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let library = Library::default();
            let file = [b"e-post,kurs,datum\n".as_slice(), &bytes].concat();
            if let Ok(reading) = reading(&file, &library) {
                prop_assert!(reading.rows.is_empty());
            }
        }
    }
}
