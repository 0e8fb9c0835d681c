//! From form fields to a typed answer, and back again for a form that is shown filled.
//!
//! Fields are named `f-{question}`; the parts of a date add `-day`, `-month`, `-year`, an area `-area`, a rank
//! `-{option}`, and the choice not to answer `-skip` where the kind has no options of its own.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::answer::{Answer, fits, show};
use super::definition::{Choice, DECLINED, Kind, Question, UNSURE};
use super::problem::Problem;

/// What a form sent; `web::Form` and the tests' map are such.
pub trait Fields {
    /// The value, or "" when missing.
    fn value(&self, name: &str) -> String;
    fn values(&self, name: &str) -> Vec<String>;
}

/// Fields in memory: a stored answer shown in a form, and forms in tests.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled(pub BTreeMap<String, Vec<String>>);

impl Filled {
    pub fn put(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.entry(name.into()).or_default().push(value.into());
    }
}

impl Fields for Filled {
    fn value(&self, name: &str) -> String {
        self.0.get(name).and_then(|v| v.first()).cloned().unwrap_or_default()
    }
    fn values(&self, name: &str) -> Vec<String> {
        self.0.get(name).cloned().unwrap_or_default()
    }
}

/// The name, and the id on the page, of a question's field.
pub fn field(key: &str) -> String {
    format!("f-{key}")
}

/// Reads the answer to one question. `Ok(None)` when it was left empty; whether it may be is for `accept`.
pub fn parse(question: &Question, form: &impl Fields) -> Result<Option<Answer>, Problem> {
    let Some(answer) = read(question, form)? else {
        return Ok(None);
    };
    fits(question, &answer)?;
    Ok(Some(answer))
}

/// What somebody typed or ticked, whether or not it may stand: to be shown to them again, never to be stored.
pub fn as_typed(question: &Question, form: &impl Fields) -> Option<Answer> {
    read(question, form).unwrap_or_else(|_| {
        let name = field(&question.key);
        let parts: Vec<String> = match &question.kind {
            Kind::Date { .. } => ["-day", "-month", "-year"]
                .map(|part| form.value(&format!("{name}{part}")))
                .into(),
            Kind::Ranking { options } => (options.iter())
                .map(|option| (option, form.value(&format!("{name}-{}", option.key))))
                .filter(|(_, rank)| !rank.is_empty())
                .map(|(option, rank)| format!("{} {rank}", option.label.sv))
                .collect(),
            _ => form.values(&name),
        };
        let text = clean(&parts.join(" "));
        (!text.is_empty()).then_some(Answer::Text(text))
    })
}

fn read(question: &Question, form: &impl Fields) -> Result<Option<Answer>, Problem> {
    let name = field(&question.key);
    let value = clean(&form.value(&name));
    let written = match &question.kind {
        Kind::Information => None,
        Kind::Single { .. } | Kind::Statement { .. } => {
            (!value.is_empty()).then(|| special(&value).unwrap_or(Answer::Choice(value)))
        }
        Kind::Scale { .. } => read_scale(&value)?,
        Kind::Multiple { options, .. } | Kind::Budget { options, .. } => read_multiple(options, &form.values(&name))?,
        Kind::ShortText { .. } => {
            let one_line = value.split_whitespace().collect::<Vec<_>>().join(" ");
            (!one_line.is_empty()).then_some(Answer::Text(one_line))
        }
        Kind::LongText { .. } => (!value.is_empty()).then_some(Answer::Text(value)),
        Kind::Email => (!value.is_empty()).then_some(Answer::Email(value)),
        Kind::Number { .. } => read_number(&value)?,
        Kind::Date { .. } => read_date(&name, form)?,
        Kind::Ranking { options } => read_ranking(&name, options, form)?,
        Kind::Place { .. } => read_place(&name, &value, form),
    };
    let skipped = special(&form.value(&format!("{name}-skip")));
    match (written, skipped) {
        (Some(_), Some(_)) => Err(Problem::new("participation-answer-both")),
        (written, skipped) => Ok(written.or(skipped)),
    }
}

fn special(value: &str) -> Option<Answer> {
    match value {
        UNSURE => Some(Answer::Unsure),
        DECLINED => Some(Answer::Declined),
        _ => None,
    }
}

/// Trims, makes line ends one kind and drops control characters, which no keyboard writes and PostgreSQL
/// (for NUL) cannot hold.
pub fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = text
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect();
    kept.trim().to_owned()
}

fn read_scale(value: &str) -> Result<Option<Answer>, Problem> {
    if value.is_empty() {
        return Ok(None);
    }
    if let Some(answer) = special(value) {
        return Ok(Some(answer));
    }
    value
        .parse()
        .map(|step| Some(Answer::Scale(step)))
        .map_err(|_| Problem::new("participation-answer-missing-scale"))
}

fn read_multiple(options: &[Choice], values: &[String]) -> Result<Option<Answer>, Problem> {
    let chosen: Vec<&String> = values.iter().filter(|v| !v.is_empty()).collect();
    let specials: Vec<Answer> = chosen.iter().filter_map(|v| special(v)).collect();
    match (specials.as_slice(), chosen.len()) {
        ([], 0) => Ok(None),
        ([], _) => {
            // In the order of the definition, so that equal answers are equal JSON; unknown values last, for `fits` to refuse.
            let place = |v: &String| options.iter().position(|o| o.key == *v).unwrap_or(options.len());
            let mut keys: Vec<String> = chosen.into_iter().cloned().collect();
            keys.sort_by_key(place);
            keys.dedup();
            Ok(Some(Answer::Choices(keys)))
        }
        ([only], 1) => Ok(Some(only.clone())),
        _ => Err(Problem::new("participation-answer-both")),
    }
}

/// A number as Swedes write it: "1 250,5", also "1250.5".
pub fn read_number(value: &str) -> Result<Option<Answer>, Problem> {
    let compact: String = value
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{202f}')
        .map(|c| match c {
            ',' => '.',
            '−' | '–' => '-',
            c => c,
        })
        .collect();
    if compact.is_empty() {
        return Ok(None);
    }
    let plain = compact
        .chars()
        .enumerate()
        .all(|(i, c)| c.is_ascii_digit() || c == '.' || (c == '-' && i == 0));
    match compact.parse::<f64>() {
        // Zero has one form: "-0" would be another JSON for the same answer.
        Ok(number) if plain && number.is_finite() => Ok(Some(Answer::Number(if number == 0.0 { 0.0 } else { number }))),
        _ => Err(Problem::new("participation-answer-missing-number")),
    }
}

fn read_date(name: &str, form: &impl Fields) -> Result<Option<Answer>, Problem> {
    let part = |part: &str| clean(&form.value(&format!("{name}-{part}"))).to_lowercase();
    let (day, month, year) = (part("day"), part("month"), part("year"));
    if day.is_empty() && month.is_empty() && year.is_empty() {
        let iso = clean(&form.value(name));
        return if iso.is_empty() {
            Ok(None)
        } else {
            read_iso_date(&iso).map(|d| Some(Answer::Date(d)))
        };
    }
    let missing = |key| Err(Problem::new(key));
    let Ok(day) = day.parse::<i8>() else {
        return missing("participation-answer-date-day");
    };
    let Some(month) = read_month(&month) else {
        return missing("participation-answer-date-month");
    };
    let Some(year) = year.parse::<i16>().ok().filter(|y| (1000..=9999).contains(y)) else {
        return missing("participation-answer-date-year");
    };
    Date::new(year, month, day)
        .map(|d| Some(Answer::Date(d)))
        .map_err(|_| Problem::new("participation-answer-date-unreal"))
}

/// A date written 2026-03-17.
pub fn read_iso_date(text: &str) -> Result<Date, Problem> {
    text.parse()
        .map_err(|_| Problem::new("participation-answer-missing-date"))
}

fn read_month(text: &str) -> Option<i8> {
    const NAMES: [&str; 12] = [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ];
    match text.parse::<i8>() {
        Ok(month) => (1..=12).contains(&month).then_some(month),
        Err(_) => NAMES.iter().position(|n| *n == text).map(|i| i as i8 + 1),
    }
}

fn read_ranking(name: &str, options: &[Choice], form: &impl Fields) -> Result<Option<Answer>, Problem> {
    let mut ranked: Vec<(usize, String)> = Vec::new();
    for option in options {
        let rank = clean(&form.value(&format!("{name}-{}", option.key)));
        if rank.is_empty() {
            continue;
        }
        let rank = rank
            .parse()
            .ok()
            .filter(|r| (1..=options.len()).contains(r))
            .ok_or(Problem::new("participation-answer-missing-ranking"))?;
        ranked.push((rank, option.key.clone()));
    }
    ranked.sort();
    if ranked.windows(2).any(|pair| pair[0].0 == pair[1].0) {
        return Err(Problem::new("participation-answer-ranking-twice"));
    }
    if ranked.iter().enumerate().any(|(i, (rank, _))| *rank != i + 1) {
        return Err(Problem::new("participation-answer-ranking-gap"));
    }
    Ok((!ranked.is_empty()).then(|| Answer::Ranking(ranked.into_iter().map(|(_, key)| key).collect())))
}

fn read_place(name: &str, value: &str, form: &impl Fields) -> Option<Answer> {
    let address = value.split_whitespace().collect::<Vec<_>>().join(" ");
    let area = clean(&form.value(&format!("{name}-area")));
    match special(&area) {
        Some(skipped) if address.is_empty() => Some(skipped),
        Some(_) => Some(Answer::Place {
            address,
            area: String::new(),
        }),
        None => (!address.is_empty() || !area.is_empty()).then_some(Answer::Place { address, area }),
    }
}

/// The fields that would give this answer.
pub fn fill(question: &Question, answer: Option<&Answer>) -> Filled {
    let mut filled = Filled::default();
    let name = field(&question.key);
    match answer {
        None | Some(Answer::EmailLeft) => {}
        Some(Answer::Text(text) | Answer::Email(text) | Answer::Choice(text)) => filled.put(name, text),
        Some(Answer::Choices(keys)) => keys.iter().for_each(|k| filled.put(&name, k)),
        Some(Answer::Scale(step)) => filled.put(name, step.to_string()),
        Some(Answer::Ranking(keys)) => {
            keys.iter()
                .enumerate()
                .for_each(|(i, k)| filled.put(format!("{name}-{k}"), (i + 1).to_string()));
        }
        Some(Answer::Number(n)) => filled.put(name, show(*n)),
        Some(Answer::Date(date)) => {
            filled.put(format!("{name}-day"), date.day().to_string());
            filled.put(format!("{name}-month"), date.month().to_string());
            filled.put(format!("{name}-year"), date.year().to_string());
        }
        Some(Answer::Place { address, area }) => {
            filled.put(&name, address);
            filled.put(format!("{name}-area"), area);
        }
        Some(Answer::Unsure) => filled.put(skip_field(question), UNSURE),
        Some(Answer::Declined) => filled.put(skip_field(question), DECLINED),
    }
    filled
}

/// Where "Vet inte" stands: among the options when there are some, else in a field of its own.
fn skip_field(question: &Question) -> String {
    let name = field(&question.key);
    match question.kind {
        Kind::Single { .. }
        | Kind::Multiple { .. }
        | Kind::Scale { .. }
        | Kind::Statement { .. }
        | Kind::Budget { .. } => name,
        _ => format!("{name}-skip"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::samples;
    use proptest::prelude::*;

    fn form(fields: &[(&str, &str)]) -> Filled {
        let mut filled = Filled::default();
        fields.iter().for_each(|(n, v)| filled.put(*n, *v));
        filled
    }

    fn parsed(key: &str, fields: &[(&str, &str)]) -> Result<Option<Answer>, &'static str> {
        let definition = samples::every_kind();
        parse(definition.question(key).unwrap(), &form(fields)).map_err(|p| p.key)
    }

    #[test]
    fn forms_become_answers() {
        assert_eq!(parsed("fardsatt", &[]), Ok(None));
        assert_eq!(
            parsed("fardsatt", &[("f-fardsatt", "tag")]),
            Ok(Some(Answer::Choice("tag".into())))
        );
        assert_eq!(parsed("fardsatt", &[("f-fardsatt", UNSURE)]), Ok(Some(Answer::Unsure)));
        assert_eq!(
            parsed("fardsatt", &[("f-fardsatt", "<script>")]),
            Err("participation-answer-missing-choice")
        );
        let both = [("f-mest", "b"), ("f-mest", "a")];
        assert_eq!(
            parsed("mest", &both),
            Ok(Some(Answer::Choices(vec!["a".into(), "b".into()])))
        );
        assert_eq!(
            parsed("hur-manga", &[("f-hur-manga", " 12,5 ")]),
            Ok(Some(Answer::Number(12.5)))
        );
        assert_eq!(
            parsed("hur-manga", &[("f-hur-manga", "1e1")]),
            Err("participation-answer-missing-number")
        );
        assert_eq!(
            parsed("namn-pa-torget", &[("f-namn-pa-torget", " Ljus \r\n\0torg ")]),
            Ok(Some(Answer::Text("Ljus torg".into())))
        );
        let place = [("f-var", "Torget 1"), ("f-var-area", "norr")];
        assert_eq!(
            parsed("var", &place),
            Ok(Some(Answer::Place {
                address: "Torget 1".into(),
                area: "norr".into()
            }))
        );
    }

    #[test]
    fn a_date_says_which_part_is_missing() {
        let date =
            |d: &str, m: &str, y: &str| parsed("nar", &[("f-nar-day", d), ("f-nar-month", m), ("f-nar-year", y)]);
        assert_eq!(
            date("17", "3", "2026"),
            Ok(Some(Answer::Date(jiff::civil::date(2026, 3, 17))))
        );
        assert_eq!(
            date("17", "Mars", "2026"),
            Ok(Some(Answer::Date(jiff::civil::date(2026, 3, 17))))
        );
        assert_eq!(date("17", "", "2026"), Err("participation-answer-date-month"));
        assert_eq!(date("", "3", "2026"), Err("participation-answer-date-day"));
        assert_eq!(date("17", "3", "26"), Err("participation-answer-date-year"));
        assert_eq!(date("31", "2", "2026"), Err("participation-answer-date-unreal"));
    }

    #[test]
    fn ranks_are_one_of_each_from_one_up() {
        let rank = |x: &str, y: &str, z: &str| {
            parsed("ordning", &[("f-ordning-x", x), ("f-ordning-y", y), ("f-ordning-z", z)])
        };
        assert_eq!(
            rank("2", "1", ""),
            Ok(Some(Answer::Ranking(vec!["y".into(), "x".into()])))
        );
        assert_eq!(rank("1", "1", "2"), Err("participation-answer-ranking-twice"));
        assert_eq!(rank("1", "3", ""), Err("participation-answer-ranking-gap"));
        assert_eq!(rank("0", "", ""), Err("participation-answer-missing-ranking"));
        assert_eq!(rank("", "", ""), Ok(None));
    }

    #[test]
    fn an_answer_and_not_answering_exclude_each_other() {
        assert_eq!(
            parsed("mest", &[("f-mest", "a"), ("f-mest", UNSURE)]),
            Err("participation-answer-both")
        );
        let mut question = samples::question("namn", Kind::ShortText { max_length: 10 });
        question.decline = true;
        assert_eq!(
            parse(&question, &form(&[("f-namn-skip", DECLINED)])),
            Ok(Some(Answer::Declined))
        );
        assert!(parse(&question, &form(&[("f-namn-skip", DECLINED), ("f-namn", "Ljus")])).is_err());
    }

    proptest! {
        #[test]
        fn a_filled_form_gives_the_answer_back(answers in samples::any_answers()) {
            for question in &samples::every_kind().questions {
                if let Some(answer) = answers.given(&question.key).filter(|a| fits(question, a).is_ok()) {
                    let again = parse(question, &fill(question, Some(answer)));
                    // Forms trim and join white space, and put choices in order; what was stored had been through that.
                    match answer {
                        Answer::Text(_) | Answer::Choices(_) | Answer::Number(_) | Answer::EmailLeft | Answer::Place { .. } => {}
                        _ => prop_assert_eq!(again, Ok(Some(answer.clone()))),
                    }
                }
            }
        }

        #[test]
        fn any_field_is_read_or_refused(value in ".{0,60}") {
            for question in &samples::every_kind().questions {
                let mut filled = Filled::default();
                for part in ["", "-day", "-month", "-year", "-area", "-skip", "-x"] {
                    filled.put(format!("f-{}{part}", question.key), &value);
                }
                if let Ok(Some(answer)) = parse(question, &filled) {
                    prop_assert!(fits(question, &answer).is_ok());
                }
            }
        }
    }
}
