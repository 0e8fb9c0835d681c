//! Puts what a rule says into words.

use jiff::tz::TimeZone;
use texts::{Lang, Local, Texts, Value};

use crate::model::problem::{Arg, Problem};

/// The text of a problem in a language.
pub fn words(texts: &Texts, lang: Lang, problem: &Problem) -> String {
    let zone = TimeZone::UTC;
    let local = Local { lang, zone };
    let values: Vec<(&str, Value<'_>)> = problem
        .args
        .iter()
        .map(|(name, arg)| match arg {
            Arg::Text(text) => (*name, Value::from(text.as_str())),
            Arg::Number(number) => (*name, Value::from(*number)),
            Arg::Kronor(kronor) => (*name, Value::from(local.number(*kronor))),
        })
        .collect();
    texts.with(lang, problem.key, &values)
}
