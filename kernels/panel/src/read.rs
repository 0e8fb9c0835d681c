//! Reading pool and quotas from CSV files, with the line of whatever is wrong.
//!
//! Quotas: one row for each feature. The columns are `category`, `feature`, `min`, `max`, or, as other tools name
//! them, `feature`, `value`, `min`, `max`; `min_flex` and `max_flex` may follow and tell how far the quota may be
//! moved when there is no panel. Pool: one row for each person, a column for each category, by its name. Other columns
//! may stand there and are not looked at, except those that [`Columns`] names. Names of columns, categories and
//! features agree whatever their capitals.

use crate::csv;
use crate::problem::{Category, Person, Quota};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

pub use crate::csv::Row;

/// Which columns of the pool are more than features.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Columns<'a> {
    /// Holds the id. `None`: a column named `id`, or the first that ends in `_id`; when there is none, people are
    /// numbered from 1.
    pub id: Option<&'a str>,
    /// Who agrees in all of these shares a household, such as street and postcode. Empty: no household rule. A person
    /// whose cells here are all empty shares with nobody.
    pub household: &'a [&'a str],
}

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// From 1, as an editor counts.
    pub line: usize,
    pub fault: Fault,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    Empty,
    /// There is a head and nothing below it.
    NoRows,
    NotUtf8,
    /// More cells in a row than any table has.
    NotATable,
    /// A row is longer or shorter than the head.
    Cells {
        cells: usize,
        columns: usize,
    },
    UnclosedQuote,
    /// Something stands between a closing quotation mark and the delimiter.
    AfterQuote,
    /// The head lacks a column.
    MissingColumn {
        name: String,
    },
    /// The head has a column twice.
    SameColumn {
        name: String,
    },
    /// A cell that must hold something.
    EmptyCell {
        column: String,
    },
    /// Not a whole number from 0 to 4,294,967,295.
    NotANumber {
        column: String,
        cell: String,
    },
    /// The quota of this feature stands on an earlier line too.
    SameFeature {
        category: String,
        feature: String,
        first: usize,
    },
    /// A lower quota above its upper.
    Crossed {
        low: u32,
        high: u32,
    },
    /// `min_flex` above `min`, or `max_flex` below `max`.
    Flex,
    /// A feature of a person that has no quota.
    UnknownFeature {
        category: String,
        feature: String,
    },
    /// An id that stands on an earlier line too.
    SameId {
        id: String,
        first: usize,
    },
    /// An id with a control character in it.
    Id {
        id: String,
    },
}

/// Reads a file of quotas. Categories and features keep the order of the file.
pub fn quotas(bytes: &[u8]) -> Result<Vec<Category>, Unreadable> {
    quotas_of_rows(&csv::rows(bytes)?)
}

/// [`quotas`] from rows that were read elsewhere, the head first.
pub fn quotas_of_rows(rows: &[Row]) -> Result<Vec<Category>, Unreadable> {
    let head = Head::of(rows)?;
    let (category, feature) = match (head.find("category"), head.find("feature"), head.find("value")) {
        (Some(category), Some(feature), _) | (Some(category), None, Some(feature)) => (category, feature),
        (None, Some(category), Some(feature)) => (category, feature),
        (None, _, _) => return Err(head.missing("category")),
        (Some(_), None, None) => return Err(head.missing("feature")),
    };
    let (low, high) = (head.need("min")?, head.need("max")?);
    let flex = head.find("min_flex").zip(head.find("max_flex"));
    let mut categories: Vec<Category> = Vec::new();
    let mut lines: BTreeMap<(String, String), usize> = BTreeMap::new();
    for row in &rows[1..] {
        let (name, feature) = (head.text(row, category)?, head.text(row, feature)?);
        let first = *lines
            .entry((name.to_lowercase(), feature.to_lowercase()))
            .or_insert(row.line);
        if first != row.line {
            let fault = Fault::SameFeature {
                category: name.to_owned(),
                feature: feature.to_owned(),
                first,
            };
            return Err(Unreadable { line: row.line, fault });
        }
        let quota = quota(&head, row, feature, (low, high), flex)?;
        match categories.iter_mut().find(|category| same(&category.name, name)) {
            Some(category) => category.quotas.push(quota),
            None => categories.push(Category {
                name: name.to_owned(),
                quotas: vec![quota],
            }),
        }
    }
    Ok(categories)
}

fn quota(
    head: &Head<'_>,
    row: &Row,
    feature: &str,
    (low, high): (usize, usize),
    flex: Option<(usize, usize)>,
) -> Result<Quota, Unreadable> {
    let (low, high) = (head.number(row, low)?, head.number(row, high)?);
    let at = |fault: Fault| Unreadable { line: row.line, fault };
    if low > high {
        return Err(at(Fault::Crossed { low, high }));
    }
    let flex = match flex {
        None => None,
        Some((least, most)) => {
            let (least, most) = (head.number(row, least)?, head.number(row, most)?);
            Some((low.checked_sub(least).zip(most.checked_sub(high))).ok_or(at(Fault::Flex))?)
        }
    };
    Ok(Quota {
        feature: feature.to_owned(),
        low,
        high,
        flex,
    })
}

/// Reads a file of people, whose features are those of `categories`.
pub fn pool(bytes: &[u8], categories: &[Category], columns: &Columns<'_>) -> Result<Vec<Person>, Unreadable> {
    pool_of_rows(&csv::rows(bytes)?, categories, columns)
}

/// [`pool`] from rows that were read elsewhere, the head first. O(cells · log people).
pub fn pool_of_rows(rows: &[Row], categories: &[Category], columns: &Columns<'_>) -> Result<Vec<Person>, Unreadable> {
    let head = Head::of(rows)?;
    let id = match columns.id {
        Some(name) => Some(head.need(name)?),
        None => head
            .find("id")
            .or_else(|| head.names.iter().position(|name| name.ends_with("_id"))),
    };
    let household = columns
        .household
        .iter()
        .map(|name| head.need(name))
        .collect::<Result<Vec<usize>, _>>()?;
    let mut features: Vec<(usize, BTreeMap<String, usize>)> = Vec::with_capacity(categories.len());
    for category in categories {
        let names = category
            .quotas
            .iter()
            .enumerate()
            .map(|(place, quota)| (quota.feature.to_lowercase(), place));
        features.push((head.need(&category.name)?, names.collect()));
    }
    let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
    let mut people = Vec::with_capacity(rows.len() - 1);
    for (number, row) in rows[1..].iter().enumerate() {
        let name = id.map(|id| head.text(row, id)).transpose()?;
        if let Some(name) = name {
            unique(&mut ids, name, row.line)?;
        }
        let mut of_person = Vec::with_capacity(categories.len());
        for ((column, places), category) in features.iter().zip(categories) {
            let cell = head.text(row, *column)?;
            let unknown = || Fault::UnknownFeature {
                category: category.name.clone(),
                feature: cell.to_owned(),
            };
            let place = places.get(&cell.to_lowercase());
            of_person.push(*place.ok_or_else(|| Unreadable {
                line: row.line,
                fault: unknown(),
            })?);
        }
        let home: Vec<String> = household
            .iter()
            .map(|column| row.cells[*column].to_lowercase())
            .collect();
        people.push(Person {
            id: name.map_or_else(|| (number + 1).to_string(), str::to_owned),
            features: of_person,
            household: home.iter().any(|cell| !cell.is_empty()).then(|| home.join("\n")),
        });
    }
    Ok(people)
}

fn unique<'a>(ids: &mut BTreeMap<&'a str, usize>, id: &'a str, line: usize) -> Result<(), Unreadable> {
    if id.chars().any(char::is_control) {
        return Err(Unreadable {
            line,
            fault: Fault::Id { id: id.to_owned() },
        });
    }
    match ids.insert(id, line) {
        Some(first) => Err(Unreadable {
            line,
            fault: Fault::SameId {
                id: id.to_owned(),
                first,
            },
        }),
        None => Ok(()),
    }
}

fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// The names of the columns, in small letters.
struct Head<'a> {
    row: &'a Row,
    names: Vec<String>,
}

impl<'a> Head<'a> {
    fn of(rows: &'a [Row]) -> Result<Head<'a>, Unreadable> {
        let row = rows.first().ok_or(Unreadable {
            line: 1,
            fault: Fault::Empty,
        })?;
        let names: Vec<String> = row.cells.iter().map(|name| name.to_lowercase()).collect();
        let mut seen = BTreeSet::new();
        for name in names.iter().filter(|name| !name.is_empty()) {
            if !seen.insert(name) {
                return Err(Unreadable {
                    line: row.line,
                    fault: Fault::SameColumn { name: name.clone() },
                });
            }
        }
        if let Some(row) = rows.iter().find(|row| row.cells.len() != names.len()) {
            let fault = Fault::Cells {
                cells: row.cells.len(),
                columns: names.len(),
            };
            return Err(Unreadable { line: row.line, fault });
        }
        Ok(Head { row, names })
    }

    fn find(&self, name: &str) -> Option<usize> {
        let name = name.trim().to_lowercase();
        self.names.iter().position(|other| *other == name)
    }

    fn need(&self, name: &str) -> Result<usize, Unreadable> {
        self.find(name).ok_or_else(|| self.missing(name))
    }

    fn missing(&self, name: &str) -> Unreadable {
        Unreadable {
            line: self.row.line,
            fault: Fault::MissingColumn { name: name.to_owned() },
        }
    }

    fn text<'r>(&self, row: &'r Row, column: usize) -> Result<&'r str, Unreadable> {
        match row.cells[column].as_str() {
            "" => {
                let fault = Fault::EmptyCell {
                    column: self.row.cells[column].clone(),
                };
                Err(Unreadable { line: row.line, fault })
            }
            cell => Ok(cell),
        }
    }

    fn number(&self, row: &Row, column: usize) -> Result<u32, Unreadable> {
        let cell = self.text(row, column)?;
        cell.parse().map_err(|_| {
            let fault = Fault::NotANumber {
                column: self.row.cells[column].clone(),
                cell: cell.to_owned(),
            };
            Unreadable { line: row.line, fault }
        })
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: ", self.line)?;
        match &self.fault {
            Fault::Empty => f.write_str("the file is empty; it needs a head and a row below it"),
            Fault::NoRows => f.write_str("there is nothing below the head"),
            Fault::NotUtf8 => f.write_str("this is not UTF-8; save the file as \"CSV UTF-8\""),
            Fault::NotATable => f.write_str("a row of over a thousand cells; is this a CSV file?"),
            Fault::Cells { cells, columns } => {
                write!(
                    f,
                    "{cells} cells where the head has {columns}; is a quotation mark or a delimiter missing?"
                )
            }
            Fault::UnclosedQuote => f.write_str("the quotation mark that opens here is never closed"),
            Fault::AfterQuote => {
                f.write_str("text after a closing quotation mark; write a quotation mark within a cell twice")
            }
            Fault::MissingColumn { name } => write!(f, "the column \"{name}\" is missing"),
            Fault::SameColumn { name } => write!(f, "the column \"{name}\" stands twice; rename or remove one"),
            Fault::EmptyCell { column } => write!(f, "\"{column}\" is empty; fill it in or leave the row out"),
            Fault::NotANumber { column, cell } => write!(f, "\"{column}\" is \"{cell}\", not a whole number"),
            Fault::SameFeature {
                category,
                feature,
                first,
            } => {
                write!(
                    f,
                    "the quota of {category}, {feature} stands on line {first} already; keep one"
                )
            }
            Fault::Crossed { low, high } => write!(f, "min {low} is above max {high}; swap or correct them"),
            Fault::Flex => f.write_str("min_flex may not be above min, nor max_flex below max"),
            Fault::UnknownFeature { category, feature } => {
                write!(
                    f,
                    "\"{feature}\" has no quota under \"{category}\"; correct it or give it one"
                )
            }
            Fault::SameId { id, first } => write!(f, "the id \"{id}\" stands on line {first} already"),
            Fault::Id { id } => write!(f, "the id {id:?} has a control character; give another"),
        }
    }
}

impl std::error::Error for Unreadable {}
