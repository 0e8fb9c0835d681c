//! One cell of an imported file: what it says to a question, in the words of the question or by key.

use jiff::civil::Date;

use super::answer::{Answer, fits};
use super::definition::{Kind, Question};
use super::keys::fold;
use super::parse::read_number;
use super::problem::Problem;

/// A refusal that quotes what stood in the cell.
pub fn unknown(key: &'static str, value: &str) -> Problem {
    Problem::new(key).with("value", value.chars().take(80).collect::<String>())
}

/// 2026-03-17, with or without a time after it, or 20260317.
pub fn read_date(cell: &str, today: Date) -> Result<Date, Problem> {
    let day = cell.split(['T', ' ']).next().unwrap_or_default();
    let parsed = match day.len() {
        8 if day.bytes().all(|b| b.is_ascii_digit()) => {
            format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..]).parse::<Date>()
        }
        _ => day.parse::<Date>(),
    };
    let date = parsed.map_err(|_| unknown("participation-import-date", cell))?;
    if date.year() < 1900 || date > today {
        return Err(unknown("participation-import-date-range", cell));
    }
    Ok(date)
}

/// A language by its code or its Swedish or English name.
pub fn read_language(cell: &str) -> Result<String, Problem> {
    let word = fold(cell);
    let code = match word.as_str() {
        "svenska" | "swedish" => "sv",
        "engelska" | "english" => "en",
        "finska" | "finnish" => "fi",
        "spanska" | "spanish" => "es",
        "arabiska" | "arabic" => "ar",
        code if (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase()) => code,
        _ => return Err(unknown("participation-import-language", cell)),
    };
    Ok(code.to_owned())
}

/// The answer that a cell gives to a question.
pub fn read_cell(question: &Question, cell: &str) -> Result<Answer, Problem> {
    let answer = match special(question, cell) {
        Some(answer) => answer,
        None => read_kind(question, cell)?,
    };
    fits(question, &answer)?;
    Ok(answer)
}

fn special(question: &Question, cell: &str) -> Option<Answer> {
    match fold(cell).as_str() {
        "vet-inte" | "vet-ej" | "don-t-know" if question.unsure => Some(Answer::Unsure),
        "vill-inte-svara" | "vill-ej-svara" | "prefer-not-to-say" if question.decline => Some(Answer::Declined),
        _ => None,
    }
}

fn read_kind(question: &Question, cell: &str) -> Result<Answer, Problem> {
    let option = |part: &str| find_option(question, part).ok_or_else(|| unknown_option(question, part));
    let parts = || {
        cell.split(['|', ';', '\n', '>'])
            .map(str::trim)
            .filter(|p| !p.is_empty())
    };
    match &question.kind {
        Kind::ShortText { .. } | Kind::LongText { .. } => Ok(Answer::Text(cell.to_owned())),
        Kind::Single { .. } | Kind::Statement { .. } => option(cell).map(Answer::Choice),
        Kind::Multiple { options, .. } | Kind::Budget { options, .. } => {
            let mut keys = parts().map(option).collect::<Result<Vec<_>, _>>()?;
            keys.sort_by_key(|key| options.iter().position(|o| o.key == *key));
            keys.dedup();
            Ok(Answer::Choices(keys))
        }
        Kind::Ranking { .. } => parts().map(option).collect::<Result<Vec<_>, _>>().map(Answer::Ranking),
        Kind::Scale { steps, .. } => {
            let step = cell.parse().ok().filter(|step| (1..=*steps).contains(step));
            step.map(Answer::Scale)
                .ok_or_else(|| unknown("participation-import-scale", cell).with("max", usize::from(*steps)))
        }
        Kind::Number { .. } => read_number(cell)?.ok_or_else(|| unknown("participation-import-number", cell)),
        Kind::Date { .. } => cell
            .parse()
            .map(Answer::Date)
            .map_err(|_| unknown("participation-import-date", cell)),
        Kind::Place { .. } => Ok(match find_option(question, cell) {
            Some(area) => Answer::Place {
                address: String::new(),
                area,
            },
            None => Answer::Place {
                address: cell.split_whitespace().collect::<Vec<_>>().join(" "),
                area: String::new(),
            },
        }),
        Kind::Email | Kind::Information => Err(unknown("participation-import-not-asked", cell)),
    }
}

fn find_option(question: &Question, written: &str) -> Option<String> {
    let folded = fold(written);
    let alike = |label: &str| label.trim() == written.trim() || (!folded.is_empty() && fold(label) == folded);
    question
        .choices()
        .iter()
        .find(|c| c.key == folded || alike(&c.label.sv) || alike(&c.label.en))
        .map(|c| c.key.clone())
}

fn unknown_option(question: &Question, written: &str) -> Problem {
    let labels: Vec<&str> = question
        .choices()
        .iter()
        .map(|c| c.label.sv.as_str())
        .take(12)
        .collect();
    unknown("participation-import-option", written).with("options", labels.join(", "))
}
