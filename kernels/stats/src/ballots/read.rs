//! The form in which the counts of Scottish councils are collected: a line `candidates,seats`; a line `times,first,second,…`
//! for each order, candidates from 1; a line `"Candidate 1","Name","Party"` for each candidate; last the name of the ward.

use super::{BallotError, Ballots};

/// Ballots with what the file says about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contest {
    pub ballots: Ballots,
    pub seats: usize,
    /// Names of the candidates, as far as given.
    pub names: Vec<String>,
    /// The last line: what was elected.
    pub title: String,
}

/// What is wrong, and in which line, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// The first line must tell candidates and seats: `8,3`.
    Head {
        line: usize,
    },
    /// A field is not a whole number above 0.
    Number {
        line: usize,
        field: String,
    },
    Ballot {
        line: usize,
        error: BallotError,
    },
}

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Head { line } => write!(f, "line {line}: begin with the numbers of candidates and seats, as 8,3"),
            Self::Number { line, field } => write!(f, "line {line}: {field:?} is not a whole number above 0"),
            Self::Ballot { line, error } => write!(f, "line {line}: {error}"),
        }
    }
}

impl std::error::Error for ReadError {}

/// Reads a contest; candidates are numbered from 1 in the file and from 0 in the result.
pub fn read(text: &str) -> Result<Contest, ReadError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = text
        .lines()
        .enumerate()
        .map(|(place, line)| (place + 1, line.trim()))
        .filter(|(_, line)| !line.is_empty());
    let (line, head) = lines.next().ok_or(ReadError::Head { line: 1 })?;
    let mut fields = Vec::new();
    numbers(line, head, &mut fields).map_err(|_| ReadError::Head { line })?;
    let [candidates, seats] = fields[..] else {
        return Err(ReadError::Head { line });
    };
    let mut ballots = Ballots::new(candidates as usize).map_err(|error| ReadError::Ballot { line, error })?;
    let (mut names, mut title, mut order) = (Vec::new(), String::new(), Vec::new());
    for (line, text) in lines {
        if text.starts_with('"') {
            let mut fields = text
                .trim_end_matches(',')
                .split("\",\"")
                .map(|field| field.trim_matches('"'));
            match (fields.next(), fields.next()) {
                (Some(candidate), Some(name)) if candidate.starts_with("Candidate") => names.push(name.to_owned()),
                (Some(name), _) => title = name.to_owned(),
                (None, _) => {}
            }
            continue;
        }
        numbers(line, text, &mut fields)?;
        let Some((times, ranked)) = fields.split_first() else {
            continue;
        };
        order.clear();
        order.extend(ranked.iter().map(|candidate| *candidate as usize - 1));
        ballots
            .cast(&order, *times)
            .map_err(|error| ReadError::Ballot { line, error })?;
    }
    Ok(Contest {
        ballots,
        seats: seats as usize,
        names,
        title,
    })
}

/// The line's numbers, in the place of those of the line before.
fn numbers(line: usize, text: &str, fields: &mut Vec<u64>) -> Result<(), ReadError> {
    fields.clear();
    for field in text.trim_end_matches(',').split(',') {
        match field.trim().parse() {
            Ok(number) if (1..=Ballots::MOST).contains(&number) => fields.push(number),
            _ => {
                return Err(ReadError::Number {
                    line,
                    field: field.chars().take(40).collect(),
                });
            }
        }
    }
    Ok(())
}
