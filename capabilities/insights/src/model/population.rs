//! Figures about the population from a file, matched to the background questions, so that who took part can be
//! compared with who lives here. The whole file is taken or nothing: half a population misleads.

use participation::model::definition::{Choice, Question, Wording};
use serde::{Deserialize, Serialize};

/// Rows taken at most; five questions of twenty groups are a hundred.
const MAX_ROWS: usize = 2_000;
/// No municipality has more inhabitants.
const MAX_POPULATION: i64 = 20_000_000;

/// A background question that figures can be matched to.
#[derive(Debug, Clone, PartialEq)]
pub struct Dimension {
    pub key: String,
    pub label: Wording,
    pub choices: Vec<Choice>,
}

impl Dimension {
    /// Questions with one answer of a list.
    pub fn of(question: &Question) -> Option<Dimension> {
        let choices = question.choices();
        let one_of_a_list = matches!(question.kind.name(), "single" | "place") && !choices.is_empty();
        (one_of_a_list && question.is_background()).then(|| Dimension {
            key: question.key.clone(),
            label: question.label.clone(),
            choices: choices.to_vec(),
        })
    }
}

/// The population of one group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PopulationCell {
    /// The option's key.
    pub key: String,
    pub population: i64,
}

/// All groups of one question, from one source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Population {
    pub question: String,
    /// "SCB TAB6574, 2025".
    pub source: String,
    pub cells: Vec<PopulationCell>,
}

/// Why a row was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowProblem {
    /// As a spreadsheet counts: the head is row 1.
    pub row: usize,
    pub key: &'static str,
    pub value: String,
    /// What would have been understood.
    pub known: String,
}

/// What a file held: everything, or what is wrong with it.
pub type Reading = Result<Vec<Population>, Vec<RowProblem>>;

/// Reads `fråga;kategori;befolkning;källa;år`, with comma, semicolon or tab between, columns in any order.
pub fn read(bytes: &[u8], dimensions: &[Dimension]) -> Reading {
    let problem = |row, key, value: &str, known: String| RowProblem {
        row,
        key,
        value: value.to_owned(),
        known,
    };
    let Ok(text) = std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)) else {
        return Err(vec![problem(1, "insights-population-encoding", "", String::new())]);
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(text))
        .flexible(true)
        .has_headers(false)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let rows: Vec<Vec<String>> = reader
        .records()
        .flatten()
        .take(MAX_ROWS + 1)
        .map(|row| row.iter().map(str::to_owned).collect())
        .collect();
    let Some(head) = rows.first() else {
        return Err(vec![problem(1, "insights-population-empty", "", String::new())]);
    };
    let columns = Columns::find(head)
        .map_err(|missing| vec![problem(1, "insights-population-column", missing, String::new())])?;
    if rows.len() > MAX_ROWS {
        return Err(vec![problem(
            MAX_ROWS + 1,
            "insights-population-long",
            "",
            String::new(),
        )]);
    }
    let mut read: Vec<Population> = Vec::new();
    let mut problems = Vec::new();
    for (row, cells) in rows
        .iter()
        .enumerate()
        .skip(1)
        .filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()))
    {
        if let Err((key, value, known)) = take(cells, &columns, dimensions, &mut read) {
            problems.push(problem(row + 1, key, &value, known));
        }
    }
    // Groups are missing anyway while rows are faulty.
    if problems.is_empty() {
        problems = missing_groups(&read, dimensions);
    }
    if problems.is_empty() && read.is_empty() {
        problems.push(problem(2, "insights-population-empty", "", String::new()));
    }
    if problems.is_empty() { Ok(read) } else { Err(problems) }
}

struct Columns {
    question: usize,
    category: usize,
    population: usize,
    source: Option<usize>,
    year: Option<usize>,
}

impl Columns {
    /// Or the name of the first one that is missing.
    fn find(head: &[String]) -> Result<Columns, &'static str> {
        let place = |names: &[&str]| head.iter().position(|name| names.contains(&fold(name).as_str()));
        Ok(Columns {
            question: place(&["fråga", "question", "dimension"]).ok_or("fråga")?,
            category: place(&["kategori", "category", "svar", "grupp"]).ok_or("kategori")?,
            population: place(&["befolkning", "population", "antal"]).ok_or("befolkning")?,
            source: place(&["källa", "source"]),
            year: place(&["år", "year"]),
        })
    }
}

type Refusal = (&'static str, String, String);

fn take(
    cells: &[String],
    columns: &Columns,
    dimensions: &[Dimension],
    read: &mut Vec<Population>,
) -> Result<(), Refusal> {
    let cell = |place: usize| cells.get(place).map(String::as_str).unwrap_or_default();
    let question = cell(columns.question);
    let dimension = dimensions
        .iter()
        .find(|dimension| is_named(question, &dimension.key, &dimension.label))
        .ok_or_else(|| {
            let known = list(dimensions.iter().map(|dimension| dimension.key.as_str()));
            ("insights-population-question", question.to_owned(), known)
        })?;
    let category = cell(columns.category);
    let choice = dimension
        .choices
        .iter()
        .find(|choice| is_named(category, &choice.key, &choice.label))
        .ok_or_else(|| {
            let known = list(dimension.choices.iter().map(|choice| choice.label.sv.as_str()));
            ("insights-population-category", category.to_owned(), known)
        })?;
    let number = cell(columns.population);
    let population = whole(number).ok_or_else(|| ("insights-population-number", number.to_owned(), String::new()))?;
    let optional = |place: Option<usize>| place.map(cell).unwrap_or_default();
    let (source, year) = (optional(columns.source), optional(columns.year));
    if !year.is_empty() && !year.parse::<u16>().is_ok_and(|year| (1900..=2200).contains(&year)) {
        return Err(("insights-population-year", year.to_owned(), String::new()));
    }
    let source = [source, year]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    let place = read
        .iter()
        .position(|population| population.question == dimension.key)
        .unwrap_or_else(|| {
            read.push(Population {
                question: dimension.key.clone(),
                source: source.clone(),
                cells: Vec::new(),
            });
            read.len() - 1
        });
    let of_question = &mut read[place];
    if of_question.cells.iter().any(|cell| cell.key == choice.key) {
        return Err(("insights-population-twice", category.to_owned(), String::new()));
    }
    if !source.is_empty() && of_question.source.is_empty() {
        of_question.source = source;
    }
    of_question.cells.push(PopulationCell {
        key: choice.key.clone(),
        population,
    });
    Ok(())
}

/// A question with one group only cannot be compared: its share is always the whole.
fn missing_groups(read: &[Population], dimensions: &[Dimension]) -> Vec<RowProblem> {
    let alone = read
        .iter()
        .filter(|population| population.cells.len() < 2 || population.cells.iter().all(|cell| cell.population == 0));
    let known = |key: &str| {
        dimensions
            .iter()
            .find(|dimension| dimension.key == key)
            .map(|dimension| dimension.choices.as_slice())
            .unwrap_or_default()
    };
    alone
        .map(|population| RowProblem {
            row: 1,
            key: "insights-population-one-group",
            value: population.question.clone(),
            known: list(
                known(&population.question)
                    .iter()
                    .map(|choice| choice.label.sv.as_str()),
            ),
        })
        .collect()
}

/// "12 345" with any kind of space; no decimals, nothing below nought.
fn whole(text: &str) -> Option<i64> {
    let digits: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    digits
        .parse()
        .ok()
        .filter(|number| (0..=MAX_POPULATION).contains(number))
}

fn is_named(written: &str, key: &str, label: &Wording) -> bool {
    let written = fold(written);
    !written.is_empty()
        && [key, &label.sv, &label.en]
            .into_iter()
            .any(|name| fold(name) == written)
}

/// Alike whatever the case, the spaces and the kind of dash: "16 – 24 år" is "16-24 år".
fn fold(text: &str) -> String {
    let text = text
        .to_lowercase()
        .replace(['\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}'], "-");
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace(" - ", "-")
}

fn list<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.take(20).collect::<Vec<_>>().join(", ")
}

/// The sign that the head uses most.
fn separator(text: &str) -> u8 {
    let head = text.lines().next().unwrap_or_default();
    let count = |sign: u8| head.bytes().filter(|byte| *byte == sign).count();
    [b';', b',', b'\t']
        .into_iter()
        .rev()
        .max_by_key(|sign| count(*sign))
        .unwrap_or(b';')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn dimensions() -> Vec<Dimension> {
        let choice = |key: &str, label: &str| Choice {
            key: key.into(),
            label: Wording::new(label, ""),
        };
        vec![Dimension {
            key: "alder".into(),
            label: Wording::new("Hur gammal är du?", "How old are you?"),
            choices: vec![
                choice("16-24", "16–24 år"),
                choice("25-64", "25–64 år"),
                choice("65", "65 år eller äldre"),
            ],
        }]
    }

    fn refused(text: &str) -> Vec<(usize, &'static str)> {
        read(text.as_bytes(), &dimensions())
            .unwrap_err()
            .into_iter()
            .map(|problem| (problem.row, problem.key))
            .collect()
    }

    #[test]
    fn figures_are_matched_by_key_or_words() {
        let file = "\u{feff}Fråga;Kategori;Befolkning;Källa;År\nalder;16 - 24 år;3 500;SCB TAB6574;2025\nHur gammal är du?;25-64;16000;;\nalder;65 ÅR ELLER ÄLDRE;6\u{a0}500;;\n";
        let read = read(file.as_bytes(), &dimensions()).unwrap();
        assert_eq!((read.len(), read[0].source.as_str()), (1, "SCB TAB6574, 2025"));
        assert_eq!(
            read[0]
                .cells
                .iter()
                .map(|cell| (cell.key.as_str(), cell.population))
                .collect::<Vec<_>>(),
            [("16-24", 3500), ("25-64", 16000), ("65", 6500)]
        );
    }

    #[test]
    fn every_faulty_row_is_named_and_nothing_is_taken() {
        let file = "fråga,kategori,befolkning,år\nkon,man,1,\nalder,0-15,1,\nalder,16-24,många,\nalder,16-24,1.5,\nalder,16-24,-3,\nalder,16-24,3,20x5\nalder,16-24,10,\nalder,16–24 år,10,\n";
        assert_eq!(
            refused(file),
            [
                (2, "insights-population-question"),
                (3, "insights-population-category"),
                (4, "insights-population-number"),
                (5, "insights-population-number"),
                (6, "insights-population-number"),
                (7, "insights-population-year"),
                (9, "insights-population-twice"),
            ]
        );
        assert_eq!(
            refused("fråga,kategori,befolkning\nalder,16-24,10\n"),
            [(1, "insights-population-one-group")]
        );
    }

    #[test]
    fn a_file_that_is_no_table_says_what_is_missing() {
        assert_eq!(refused(""), [(1, "insights-population-empty")]);
        assert_eq!(refused("a;b\n1;2\n"), [(1, "insights-population-column")]);
        assert_eq!(
            refused("fråga;kategori;befolkning\n"),
            [(2, "insights-population-empty")]
        );
        assert_eq!(
            read(b"fr\xe5ga;kategori", &dimensions()).unwrap_err()[0].key,
            "insights-population-encoding"
        );
    }

    proptest! {
        #[test]
        fn any_file_is_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let mut file = "fråga;kategori;befolkning;år\nalder;16-24;".as_bytes().to_vec();
            file.extend(bytes);
            let _ = read(&file, &dimensions());
        }
    }
}
