//! What may change between versions of an activity once people have answered.
//!
//! Answers keep the version they were given to, and results put versions side by side by key. That is honest
//! only as long as a key means the same thing in all of them: a question keeps its kind and its measure, an
//! option key keeps its meaning. Correcting the wording is allowed; saying something else needs a new key,
//! which the builder gives by itself.

use std::collections::BTreeSet;

use super::check::Fault;
use super::definition::{Choice, Definition, Kind, Question};
use super::keys::{fresh, likeness};
use super::problem::Problem;

/// Labels at least this alike are the same words corrected.
const CORRECTED: f64 = 0.6;

/// What in a new definition would give an old key another meaning. `earlier` are all published versions.
pub fn refused<'a>(earlier: impl IntoIterator<Item = &'a Definition>, new: &Definition) -> Vec<Fault> {
    let mut faults: Vec<Fault> = Vec::new();
    for old in earlier {
        for question in &new.questions {
            let Some(before) = old.question(&question.key) else {
                continue;
            };
            if let Some(problem) = clash(before, question) {
                let fault = Fault {
                    question: question.key.clone(),
                    problem,
                };
                if !faults.contains(&fault) {
                    faults.push(fault);
                }
            }
        }
    }
    faults
}

fn clash(before: &Question, now: &Question) -> Option<Problem> {
    if !same_measure(&before.kind, &now.kind) {
        return Some(Problem::new("participation-version-measure"));
    }
    if let (Kind::Budget { terms: a, .. }, Kind::Budget { terms: b, .. }) = (&before.kind, &now.kind)
        && let Some(key) = a.differs(b)
    {
        return Some(Problem::new(key));
    }
    if before.is_background() != now.is_background() {
        return Some(Problem::new("participation-version-background"));
    }
    before.choices().iter().find_map(|old| {
        let new = now.choice(&old.key)?;
        (likeness(&old.label.sv, &new.label.sv) < CORRECTED).then(|| {
            Problem::new("participation-version-option")
                .with("old", old.label.sv.as_str())
                .with("new", new.label.sv.as_str())
        })
    })
}

/// True when answers to both can stand in one table.
pub fn same_measure(before: &Kind, now: &Kind) -> bool {
    match (before, now) {
        (Kind::ShortText { .. } | Kind::LongText { .. }, Kind::ShortText { .. } | Kind::LongText { .. }) => true,
        (Kind::Scale { steps: a, .. }, Kind::Scale { steps: b, .. }) => a == b,
        (Kind::Number { unit: a, .. }, Kind::Number { unit: b, .. }) => a.sv.trim() == b.sv.trim(),
        (before, now) => before.name() == now.name(),
    }
}

/// Question keys that any version has used; a new question gets none of them.
pub fn question_keys<'a>(definitions: impl IntoIterator<Item = &'a Definition>) -> BTreeSet<String> {
    definitions
        .into_iter()
        .flat_map(|d| &d.questions)
        .map(|q| q.key.clone())
        .collect()
}

/// Options as staff wrote them, one per line, with the keys they have had: the same or a corrected label keeps
/// its key, a new one gets a key that the question has never used. `before` is the question as it stands in the
/// draft and in every published version, newest first.
pub fn keep_keys(lines: &[(String, String)], before: &[&[Choice]]) -> Vec<Choice> {
    let mut used: BTreeSet<String> = before
        .iter()
        .flat_map(|choices| choices.iter())
        .map(|c| c.key.clone())
        .collect();
    let known: Vec<&Choice> = before.iter().flat_map(|choices| choices.iter()).collect();
    let mut given: BTreeSet<String> = BTreeSet::new();
    let mut keys: Vec<Option<String>> = vec![None; lines.len()];
    // First the unchanged labels, wherever they now stand; then corrections, the most alike first.
    for (key, (sv, _)) in keys.iter_mut().zip(lines) {
        let same = known
            .iter()
            .find(|c| c.label.sv.trim() == sv.trim() && !given.contains(&c.key));
        if let Some(same) = same {
            given.insert(same.key.clone());
            *key = Some(same.key.clone());
        }
    }
    for (key, (sv, _)) in keys.iter_mut().zip(lines).filter(|(key, _)| key.is_none()) {
        let corrected = known
            .iter()
            .filter(|c| {
                !given.contains(&c.key)
                    && known
                        .iter()
                        .all(|k| k.key != c.key || likeness(&k.label.sv, sv) >= CORRECTED)
            })
            .max_by(|a, b| likeness(&a.label.sv, sv).total_cmp(&likeness(&b.label.sv, sv)));
        let chosen = corrected.map_or_else(|| fresh(sv, "val", &used), |c| c.key.clone());
        used.insert(chosen.clone());
        given.insert(chosen.clone());
        *key = Some(chosen);
    }
    keys.into_iter()
        .flatten()
        .zip(lines)
        .map(|(key, (sv, en))| Choice {
            key,
            label: super::definition::Wording::new(sv.trim(), en.trim()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::definition::Wording;
    use crate::model::samples;
    use proptest::prelude::*;

    fn choice(key: &str, label: &str) -> Choice {
        Choice {
            key: key.into(),
            label: Wording::new(label, ""),
        }
    }

    fn lines(labels: &[&str]) -> Vec<(String, String)> {
        labels.iter().map(|l| ((*l).to_owned(), String::new())).collect()
    }

    #[test]
    fn unchanged_and_corrected_options_keep_their_keys() {
        let before = [choice("bibloteket", "Bibloteket"), choice("parken", "Parken")];
        let after = keep_keys(&lines(&["Parken", "Biblioteket", "Simhallen"]), &[&before]);
        assert_eq!(
            after.iter().map(|c| c.key.as_str()).collect::<Vec<_>>(),
            ["parken", "bibloteket", "simhallen"]
        );
    }

    #[test]
    fn a_key_once_used_is_not_given_to_another_meaning() {
        let published = [choice("ja", "Ja"), choice("nej", "Nej")];
        let draft = [choice("nej", "Nej")];
        let after = keep_keys(&lines(&["Ja, men bara på sommaren", "Nej"]), &[&draft, &published]);
        assert_eq!(after[0].key, "ja-men-bara-pa-sommaren");
        assert_eq!(after[1].key, "nej");
        let back = keep_keys(&lines(&["Ja", "Nej"]), &[&draft, &published]);
        assert_eq!(back[0].key, "ja", "the same option come back is the same option");
    }

    #[test]
    fn another_kind_or_meaning_is_refused_and_a_correction_is_not() {
        let old = samples::every_kind();
        let mut new = old.clone();
        new.questions[1].kind = Kind::Single {
            options: vec![choice("buss", "Val bus"), choice("flyg", "Flyg")],
        };
        assert_eq!(refused([&old], &new), []);
        new.questions[1].kind = Kind::Single {
            options: vec![choice("buss", "Rymdskepp"), choice("flyg", "Flyg")],
        };
        assert_eq!(refused([&old, &old], &new).len(), 1);
        new.questions[1].kind = Kind::Scale {
            steps: 3,
            low: Wording::new("a", ""),
            high: Wording::new("b", ""),
        };
        assert_eq!(refused([&old], &new)[0].problem.key, "participation-version-measure");
    }

    proptest! {
        #[test]
        fn what_the_builder_makes_is_never_refused(labels in prop::collection::btree_set("[A-ZÅÄÖa-zåäö ]{2,12}", 2..6)) {
            let old = samples::every_kind();
            let labels: Vec<&str> = labels.iter().map(|l| l.trim()).filter(|l| !l.is_empty()).collect();
            let mut new = old.clone();
            let options = keep_keys(&lines(&labels), &[old.questions[1].choices()]);
            let distinct: BTreeSet<&String> = options.iter().map(|c| &c.key).collect();
            prop_assert_eq!(distinct.len(), options.len());
            new.questions[1].kind = Kind::Single { options };
            prop_assert_eq!(refused([&old], &new), vec![]);
        }
    }
}
