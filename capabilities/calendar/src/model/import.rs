//! Days from a CSV file: `namn;från;till;slag`, one row each. A row that cannot be taken says why; the others can.

use super::{LocalDay, LocalKind, Period};
use jiff::civil::Date;
use participation::model::problem::Problem;
use text::table::{self, Record};

/// Longest name, in characters.
pub const NAME_LENGTH: usize = 100;
/// Longest period, in days: what lasts longer is no break but a mistake in the year.
pub const MOST_DAYS: i64 = 120;
/// More rows than this are not looked at: a year has a dozen.
const MOST_ROWS: usize = 500;

/// A day that is not there yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDay {
    pub name: String,
    pub kind: LocalKind,
    pub period: Period,
}

impl NewDay {
    /// Does it stand in the calendar already?
    pub fn is_among<'a>(&self, mut days: impl Iterator<Item = (&'a str, Period)>) -> bool {
        days.any(|(name, period)| name.to_lowercase() == self.name.to_lowercase() && period == self.period)
    }
}

/// A row of the file, as a spreadsheet numbers it: what it gives, or why not.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadRow {
    pub number: usize,
    pub day: Result<NewDay, Problem>,
}

/// Reads a whole file against the days that stand already.
///
/// # Errors
/// What is wrong with the file as a whole.
pub fn read(bytes: &[u8], standing: &[LocalDay]) -> Result<Vec<ReadRow>, Problem> {
    let sheet = table::read(bytes)?;
    let columns = Columns::of(&sheet.head)?;
    if sheet.records.len() > MOST_ROWS {
        return Err(Problem::new("calendar-import-too-many").with("max", MOST_ROWS));
    }
    let mut rows: Vec<ReadRow> = Vec::new();
    for record in sheet.records {
        let number = record.row;
        let day = columns.day(record).and_then(|day| {
            let here = standing.iter().map(|one| (one.name.as_str(), one.period));
            let above = rows.iter().filter_map(|row| row.day.as_ref().ok());
            let above = above.map(|one| (one.name.as_str(), one.period));
            if day.is_among(here.chain(above)) {
                Err(Problem::new("calendar-import-known"))
            } else {
                Ok(day)
            }
        });
        rows.push(ReadRow { number, day });
    }
    Ok(rows)
}

/// Where each column stands.
struct Columns {
    name: usize,
    first: usize,
    last: Option<usize>,
    kind: Option<usize>,
}

impl Columns {
    fn of(head: &[String]) -> Result<Columns, Problem> {
        let find = |names: &[&str]| {
            head.iter()
                .position(|cell| names.contains(&cell.to_lowercase().as_str()))
        };
        let missing = |column: &str| Problem::new("calendar-import-column").with("column", column);
        Ok(Columns {
            name: find(&["namn", "name"]).ok_or_else(|| missing("namn"))?,
            first: find(&["från", "fran", "from"]).ok_or_else(|| missing("från"))?,
            last: find(&["till", "to"]),
            kind: find(&["slag", "kind"]),
        })
    }

    fn day(&self, record: Record) -> Result<NewDay, Problem> {
        let cells = record.cells?;
        let cell = |place: Option<usize>| place.and_then(|at| cells.get(at)).map_or("", |text| text.trim());
        let first = date(cell(Some(self.first)))?.ok_or_else(|| Problem::new("calendar-error-first"))?;
        let last = date(cell(self.last))?.unwrap_or(first);
        let kind = match cell(self.kind) {
            "" => LocalKind::SchoolBreak,
            word => kind(word).ok_or_else(|| Problem::new("calendar-import-kind").with("word", word))?,
        };
        new_day(cell(Some(self.name)), kind, first, last).map_err(|(_, problem)| problem)
    }
}

/// The day, or the field that is wrong and why.
///
/// # Errors
/// `name` or `last`, with what to write instead.
pub fn new_day(name: &str, kind: LocalKind, first: Date, last: Date) -> Result<NewDay, (&'static str, Problem)> {
    if name.is_empty() {
        return Err(("name", Problem::new("calendar-error-name")));
    }
    if name.chars().count() > NAME_LENGTH {
        return Err((
            "name",
            Problem::new("calendar-error-name-long").with("max", NAME_LENGTH),
        ));
    }
    if last < first {
        return Err(("last", Problem::new("calendar-error-backwards")));
    }
    let period = Period::new(first, last);
    if period.days() > MOST_DAYS {
        return Err(("last", Problem::new("calendar-error-long").with("max", MOST_DAYS)));
    }
    Ok(NewDay {
        name: name.to_owned(),
        kind,
        period,
    })
}

fn date(text: &str) -> Result<Option<Date>, Problem> {
    if text.is_empty() {
        return Ok(None);
    }
    let day: Option<Date> = text.parse().ok();
    match day.filter(|day| (1900..=2200).contains(&day.year())) {
        Some(day) => Ok(Some(day)),
        None => Err(Problem::new("calendar-import-date").with("text", text)),
    }
}

/// The words people write in the column, in both languages.
fn kind(word: &str) -> Option<LocalKind> {
    let word = word.to_lowercase();
    match word.split_whitespace().next().unwrap_or_default() {
        "lov" | "skollov" | "school" => Some(LocalKind::SchoolBreak),
        "religiös" | "religious" => Some(LocalKind::Religious),
        "evenemang" | "event" => Some(LocalKind::Event),
        "val" | "election" => Some(LocalKind::Election),
        _ => LocalKind::from_code(&word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn rows_are_taken_or_refused_one_by_one() {
        let file = "namn;från;till;slag\n\
            Sportlov;2026-02-23;2026-02-27;lov\n\
            Id al-fitr;2026-03-20;;religiös helg\n\
            Marknad;2026-13-01;;evenemang\n\
            ;2026-01-01;;\n\
            Påsklov;2026-04-10;2026-04-07;\n\
            Fest;2026-05-01;;kalas\n\
            sportlov;2026-02-23;2026-02-27;lov\n";
        let rows = read(file.as_bytes(), &[]).unwrap();
        let told: Vec<_> = rows
            .iter()
            .map(|row| match &row.day {
                Ok(day) => (row.number, day.kind.code()),
                Err(problem) => (row.number, problem.key),
            })
            .collect();
        assert_eq!(
            told,
            [
                (2, "school-break"),
                (3, "religious"),
                (4, "calendar-import-date"),
                (5, "calendar-error-name"),
                (6, "calendar-error-backwards"),
                (7, "calendar-import-kind"),
                (8, "calendar-import-known"),
            ]
        );
        let fitr = rows[1].day.as_ref().unwrap();
        assert_eq!(
            fitr.period,
            Period::day(date(2026, 3, 20)),
            "one day when no last is written"
        );
    }

    #[test]
    fn what_stands_already_is_not_taken_again_and_a_file_without_its_columns_is_refused() {
        let standing = LocalDay {
            id: db::Ids::seeded(1).next(&db::FixedClock::new(jiff::Timestamp::UNIX_EPOCH)),
            name: "Höstlov".into(),
            kind: LocalKind::SchoolBreak,
            period: Period::new(date(2026, 10, 26), date(2026, 10, 30)),
            revision: 1,
        };
        let rows = read("Name,From,To\nhöstlov,2026-10-26,2026-10-30\n".as_bytes(), &[standing]).unwrap();
        assert_eq!(rows[0].day.as_ref().unwrap_err().key, "calendar-import-known");
        assert_eq!(
            read(b"lov;vecka\nSportlov;9\n", &[]).unwrap_err().key,
            "calendar-import-column"
        );
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_fail_otherwise_than_in_words(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            if let Ok(rows) = read(&[b"namn;fr\xc3\xa5n;till;slag\n".as_slice(), &bytes].concat(), &[]) {
                for day in rows.iter().filter_map(|row| row.day.as_ref().ok()) {
                    prop_assert!(!day.name.is_empty() && day.period.first <= day.period.last);
                }
            }
        }
    }
}
