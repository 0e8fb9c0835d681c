//! A file of organisations, a row for each. Every row is taken, known already, or refused with its reason.

use super::organisation::{Draft, Kind, folded};
use super::{number, once};
use documents::rows::{self, Rows};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use text::table;

/// A row that can be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// As a spreadsheet numbers it; the head is 1.
    pub row: usize,
    pub draft: Draft,
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

/// A row that is not taken.
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
}

/// What stands in the register, and earlier in the file: who bears a number and who bears a folded name.
#[derive(Debug, Default, Clone)]
pub(crate) struct Known {
    pub numbers: HashMap<String, String>,
    pub names: HashMap<String, String>,
}

impl Known {
    pub(crate) fn add(&mut self, name: &str, number: &str) {
        if !number.is_empty() {
            self.numbers.insert(number.to_owned(), name.to_owned());
        }
        self.names.insert(folded(name), name.to_owned());
    }

    /// The problem of adding one more, if there is one.
    fn duplicate(&self, draft: &Draft) -> Option<Problem> {
        if let Some(name) = self.numbers.get(&draft.number) {
            return Some(Problem::new("civil-import-same-number", name));
        }
        let name = self.names.get(&folded(&draft.name))?;
        Some(Problem::new("civil-import-same-name", name))
    }
}

/// The columns: the first name is the one that is asked for.
const COLUMNS: [(&str, &[&str]); 12] = [
    ("name", &["namn", "förening", "organisation", "name"]),
    (
        "number",
        &["organisationsnummer", "orgnr", "org.nr", "organisation number"],
    ),
    ("kind", &["typ", "organisationstyp", "kind", "type"]),
    ("aims", &["syfte", "ändamål", "aims"]),
    ("topics", &["verksamhet", "inriktning", "topics"]),
    ("groups", &["målgrupper", "målgrupp", "groups"]),
    ("areas", &["områden", "område", "areas"]),
    ("website", &["webbplats", "webb", "hemsida", "website"]),
    ("contact-role", &["kontaktroll", "roll", "contact role"]),
    (
        "contact-address",
        &["kontaktadress", "e-post", "epost", "contact address"],
    ),
    ("source", &["källa", "source"]),
    ("meeting", &["årsmöte", "annual meeting"]),
];

/// Where each column stands, by the name of its field.
struct Columns(HashMap<&'static str, usize>);

impl Columns {
    fn of(table: &Rows) -> Result<Columns, Problem> {
        let head: Vec<String> = table.head.iter().map(|cell| cell.trim().to_lowercase()).collect();
        let place = |names: &[&str]| head.iter().position(|cell| names.contains(&cell.as_str()));
        let found: HashMap<_, _> = COLUMNS
            .iter()
            .filter_map(|(field, names)| Some((*field, place(names)?)))
            .collect();
        if found.contains_key("name") {
            Ok(Columns(found))
        } else {
            Err(Problem::new("civil-import-no-column", COLUMNS[0].1[0]))
        }
    }

    fn cell<'c>(&self, cells: &'c [String], field: &str) -> &'c str {
        let cell = self.0.get(field).and_then(|place| cells.get(*place));
        cell.map_or("", |cell| cell.trim())
    }
}

/// Reads a file. `words`: how each kind may be written; `source`: what stands as source when the row says nothing.
pub(crate) fn read(
    bytes: &[u8],
    mut known: Known,
    words: &HashMap<String, Kind>,
    source: &str,
) -> Result<Reading, Problem> {
    let table = rows::read(bytes).map_err(whole)?;
    let columns = Columns::of(&table)?;
    let mut reading = Reading::default();
    for record in table.records {
        let row = record.row;
        let taken = match record.cells {
            Ok(cells) => take(&cells, &columns, words, source),
            Err(_) => Err(Problem::new("civil-import-broken-row", "")),
        };
        let taken = taken.and_then(|draft| known.duplicate(&draft).map_or(Ok(draft), Err));
        match taken {
            Ok(draft) => {
                known.add(&draft.name, &draft.number);
                reading.rows.push(Row { row, draft });
            }
            Err(problem) => reading.refused.push(Refused { row, problem }),
        }
    }
    Ok(reading)
}

fn whole(fault: rows::Fault) -> Problem {
    use rows::Fault;
    match fault {
        Fault::Table(table::Fault::Empty | table::Fault::NoRows) => Problem::new("civil-import-empty", ""),
        Fault::Table(table::Fault::TooLarge { .. } | table::Fault::TooManyRows { .. }) => {
            Problem::new("civil-import-too-large", "")
        }
        Fault::Json { line } => Problem::new("civil-import-json", line.to_string()),
        Fault::NoRecords => Problem::new("civil-import-no-records", ""),
        Fault::Workbook => Problem::new("civil-import-workbook", ""),
        Fault::Table(_) => Problem::new("civil-import-unreadable", ""),
    }
}

fn take(cells: &[String], columns: &Columns, words: &HashMap<String, Kind>, source: &str) -> Result<Draft, Problem> {
    let cell = |field: &str| columns.cell(cells, field);
    let text = |field: &str| cell(field).to_owned();
    let list = |field: &str| once(cell(field).split([',', '|', '\n']));
    let number = number::read(cell("number")).map_err(|wrong| Problem::new(wrong.text(), shown(cell("number"))))?;
    let draft = Draft {
        name: text("name"),
        number,
        kind: kind(cell("kind"), words)?,
        aims: text("aims"),
        topics: list("topics"),
        groups: list("groups"),
        areas: list("areas"),
        website: text("website"),
        contact_role: text("contact-role"),
        contact_address: text("contact-address"),
        source: if cell("source").is_empty() {
            source.to_owned()
        } else {
            text("source")
        },
        meeting_on: day(cell("meeting"))?,
    };
    match draft.complaints().first() {
        // The number of a person is not written down once more.
        Some((_, text @ "civil-error-personal")) => Err(Problem::new(text, "")),
        Some((field, text)) => Err(Problem::new(text, shown(cell(field)))),
        None => Ok(draft),
    }
}

fn kind(cell: &str, words: &HashMap<String, Kind>) -> Result<Kind, Problem> {
    if cell.is_empty() {
        return Ok(Kind::Association);
    }
    let found = words.get(&cell.to_lowercase()).copied();
    found.ok_or_else(|| Problem::new("civil-import-kind", shown(cell)))
}

fn day(cell: &str) -> Result<Option<Date>, Problem> {
    // A moment is a day with a time behind it.
    match cell.split(['T', ' ']).next().unwrap_or_default() {
        "" => Ok(None),
        day => day
            .parse()
            .map(Some)
            .map_err(|_| Problem::new("civil-import-date", shown(cell))),
    }
}

/// What stood in a cell, no longer than a message bears.
fn shown(cell: &str) -> String {
    cell.chars().take(80).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words() -> HashMap<String, Kind> {
        HashMap::from([
            ("ideell förening".to_owned(), Kind::Association),
            ("samfund".to_owned(), Kind::Congregation),
        ])
    }

    fn known() -> Known {
        let mut known = Known::default();
        known.add("Exempelby IF", "8024001235");
        known
    }

    #[test]
    fn each_row_is_taken_or_refused_with_its_reason() {
        let file = "Namn;Orgnr;Typ;Områden;Årsmöte;Webb\nRädda ån;;ideell förening;Mörby, Berga,Mörby;2026-02-01;\n\
                    Föreningen Rädda Ån;;;;;\nExempelby idrott;802400-1235;;;;\nexempelby if;;;;;\n;;;;;\nSvetsarna;12;;;;\n\
                    Anna Ek;811218-9876;;;;\nKyrkan;;moské;;;\nOrkestern;;;;i fjol;\nScouterna;;;;;scouterna.se\n\
                    \"Trasig;x;y\n";
        let reading = read(file.as_bytes(), known(), &words(), "Filen").expect("the file is a table");
        let taken: Vec<_> = reading
            .rows
            .iter()
            .map(|one| (one.row, one.draft.name.as_str()))
            .collect();
        assert_eq!(taken, [(2, "Rädda ån")]);
        assert_eq!(reading.rows[0].draft.areas, ["Mörby", "Berga"]);
        assert_eq!(reading.rows[0].draft.source, "Filen");
        let refused: Vec<_> = reading
            .refused
            .iter()
            .map(|one| (one.row, one.problem.text.as_str()))
            .collect();
        assert_eq!(
            refused,
            [
                (3, "civil-import-same-name"),
                (4, "civil-import-same-number"),
                (5, "civil-import-same-name"),
                (7, "civil-error-number"),
                (8, "civil-error-number-personal"),
                (9, "civil-import-kind"),
                (10, "civil-import-date"),
                (11, "civil-error-website"),
                (12, "civil-import-broken-row"),
            ]
        );
    }

    #[test]
    fn a_file_without_names_is_no_register() {
        let problem = |file: &[u8]| read(file, known(), &words(), "x").expect_err("the file is no register");
        assert_eq!(
            problem(b"orgnr,typ\na,b\n"),
            Problem::new("civil-import-no-column", "namn")
        );
        assert_eq!(problem(b"").text, "civil-import-empty");
        assert_eq!(problem(b"PK\x03\x04xx").text, "civil-import-workbook");
    }

    #[test]
    fn ten_thousand_rows_of_all_sorts_are_read_each_by_itself() {
        let mut file = String::from("namn;orgnr;typ;webb\n");
        for n in 0..10_000 {
            let row = match n % 4 {
                0 => format!("Förening {n};;;\n"),
                1 => format!("Förening {};;;\n", n - 1),
                2 => format!("Förening {n};{n};;\n"),
                _ => format!("Förening {n};;okänd;\n"),
            };
            file.push_str(&row);
        }
        let reading = read(file.as_bytes(), known(), &words(), "x").expect("the file is a table");
        assert_eq!((reading.rows.len(), reading.refused.len()), (2_500, 7_500));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_file_is_read_or_refused_and_no_two_rows_are_alike(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let file = [b"namn;orgnr\n".as_slice(), &bytes].concat();
            if let Ok(reading) = read(&file, known(), &words(), "x") {
                let mut names: Vec<_> = reading.rows.iter().map(|one| folded(&one.draft.name)).collect();
                let all = names.len();
                names.sort();
                names.dedup();
                prop_assert_eq!(names.len(), all);
            }
        }
    }
}
