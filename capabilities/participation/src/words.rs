//! Puts what a rule says into words.

use texts::{Lang, Texts, Value};

use crate::model::problem::{Arg, Problem};

/// The text of a problem in a language.
pub fn words(texts: &Texts, lang: Lang, problem: &Problem) -> String {
    let values: Vec<(&str, Value<'_>)> = problem
        .args
        .iter()
        .map(|(name, arg)| match arg {
            Arg::Text(text) => (*name, Value::from(text.as_str())),
            Arg::Number(number) => (*name, Value::from(*number)),
        })
        .collect();
    texts.with(lang, problem.key, &values)
}
