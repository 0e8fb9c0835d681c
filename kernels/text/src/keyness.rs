//! Which words one group uses more than the others: "parents write about the road to school". A hint where to read, with the
//! counts beside it; that a word is a group's own does not mean that the group agrees.
//!
//! The measure is the log-likelihood ratio (Dunning, *Accurate methods for the statistics of surprise and coincidence*, 1993)
//! in the form of Rayson and Garside (*Comparing corpora using frequency profiling*, 2000) over the occurrences, and
//! the log ratio of Hardie (2014) for how great the difference is.

use crate::numbers::ln;
use crate::terms::Terms;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// Terms to name for each group.
    pub terms: usize,
    /// In how many of the group's texts a term must stand. A word of few persons would point them out, and one person
    /// who repeats a word would make it the group's.
    pub least_texts: u32,
    /// Least log-likelihood: 3.84 is the 5 % level of one comparison, 15.13 the 0.01 % level, which suits a list of many.
    pub least_likelihood: f64,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            terms: 15,
            least_texts: 5,
            least_likelihood: 15.13,
        }
    }
}

/// A term that a group uses more than the others do.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyTerm {
    pub term: String,
    /// Occurrences in the group, and in all other texts.
    pub here: u64,
    pub elsewhere: u64,
    /// Texts of the group that have it.
    pub texts: u32,
    pub log_likelihood: f64,
    /// Binary logarithm of how many times commoner it is here; half an occurrence stands in for none elsewhere.
    pub log_ratio: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Error {
    /// Each text needs its group.
    Groups { texts: usize, groups: usize },
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Error::Groups { texts, groups } => {
                write!(f, "{groups} groups were given for {texts} texts; give each text one")
            }
        }
    }
}

impl std::error::Error for Error {}

/// The key terms of every group against all other texts, the most telling first. `groups` holds for each text the
/// number of its group; the result has a list for each number from 0 to the greatest. `None` belongs to no group but to the
/// others. Time: terms in all texts, plus vocabulary for each group that has texts.
pub fn compare(terms: &Terms, groups: &[Option<u16>], options: &Options) -> Result<Vec<Vec<KeyTerm>>, Error> {
    if groups.len() != terms.texts.len() {
        return Err(Error::Groups {
            texts: terms.texts.len(),
            groups: groups.len(),
        });
    }
    let mut all = vec![0_u64; terms.shown.len()];
    for (term, count) in terms.texts.iter().flatten() {
        all[*term as usize] += u64::from(*count);
    }
    let count = groups.iter().flatten().max().map_or(0, |most| usize::from(*most) + 1);
    let mut members = vec![Vec::new(); count];
    for (text, group) in groups.iter().enumerate() {
        if let Some(group) = group {
            members[usize::from(*group)].push(text);
        }
    }
    Ok(members
        .iter()
        .map(|members| key_terms(terms, members, &all, options))
        .collect())
}

fn key_terms(terms: &Terms, members: &[usize], all: &[u64], options: &Options) -> Vec<KeyTerm> {
    if members.is_empty() {
        return Vec::new();
    }
    let mut here = vec![(0_u64, 0_u32); all.len()];
    for (term, count) in members.iter().flat_map(|text| &terms.texts[*text]) {
        let (occurrences, texts) = &mut here[*term as usize];
        *occurrences += u64::from(*count);
        *texts += 1;
    }
    let size = here.iter().map(|(occurrences, _)| occurrences).sum::<u64>();
    let others = all.iter().sum::<u64>() - size;
    let mut found: Vec<(usize, KeyTerm)> = here
        .iter()
        .enumerate()
        .filter(|(_, (_, texts))| *texts >= options.least_texts.max(1))
        .filter_map(|(term, (occurrences, texts))| {
            let (here, elsewhere) = (*occurrences, all[term] - occurrences);
            let log_likelihood = log_likelihood(here, elsewhere, size, others);
            let log_ratio = log_ratio(here, elsewhere, size, others);
            (log_likelihood >= options.least_likelihood && log_ratio > 0.0).then(|| {
                let key = KeyTerm {
                    term: terms.shown[term].clone(),
                    here,
                    elsewhere,
                    texts: *texts,
                    log_likelihood,
                    log_ratio,
                };
                (term, key)
            })
        })
        .collect();
    found.sort_by(|a, b| b.1.log_likelihood.total_cmp(&a.1.log_likelihood).then(a.0.cmp(&b.0)));
    found.into_iter().take(options.terms).map(|(_, key)| key).collect()
}

/// G² of a word that stands `a` times in `c` words here and `b` times in `d` words elsewhere:
/// 2 (a ln(a / E₁) + b ln(b / E₂)) with Eᵢ = the expectation if both used it alike. Not negative; 0 when a side is empty.
pub fn log_likelihood(a: u64, b: u64, c: u64, d: u64) -> f64 {
    if c == 0 || d == 0 || a + b == 0 {
        return 0.0;
    }
    let [a, b, c, d] = [a, b, c, d].map(|count| count as f64);
    let part = |observed: f64, size: f64| match observed > 0.0 {
        true => observed * ln(observed * (c + d) / (size * (a + b))),
        false => 0.0,
    };
    (2.0 * (part(a, c) + part(b, d))).max(0.0)
}

fn log_ratio(a: u64, b: u64, c: u64, d: u64) -> f64 {
    if a == 0 || c == 0 || d == 0 {
        return 0.0;
    }
    let elsewhere = if b == 0 { 0.5 } else { b as f64 };
    ln((a as f64 / c as f64) / (elsewhere / d as f64)) / std::f64::consts::LN_2
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Worked by hand from the formula: E₁ = 1000·150/3000 = 50, E₂ = 100; 2 (100 ln 2 + 50 ln ½) = 100 ln 2.
    #[test]
    fn the_likelihood_follows_its_formula() {
        assert!((log_likelihood(100, 50, 1000, 2000) - 100.0 * std::f64::consts::LN_2).abs() < 1e-10);
        assert!((log_ratio(100, 50, 1000, 2000) - 2.0).abs() < 1e-12);
        assert_eq!(log_likelihood(10, 20, 1000, 2000), 0.0);
        assert_eq!(log_likelihood(0, 0, 0, 0), 0.0);
    }

    #[test]
    fn each_group_is_known_by_its_words() {
        let texts: Vec<String> = (0..40)
            .map(|n| match n % 2 {
                0 => format!("Vägen till skolan är farlig för barnen, tycker område {n}"),
                _ => format!("Bänkar och färdtjänst i centrum behövs, tycker område {n}"),
            })
            .collect();
        let terms = Terms::count(&texts, None);
        let groups: Vec<Option<u16>> = (0..40).map(|n| Some(n % 2)).collect();
        let found = compare(&terms, &groups, &Options::default()).unwrap();
        let named = |group: usize| found[group].iter().map(|key| key.term.as_str()).collect::<Vec<_>>();
        assert_eq!(named(0), ["vägen", "skolan", "farlig", "barnen"]);
        assert_eq!(named(1), ["bänkar", "färdtjänst", "centrum", "behövs"]);
        assert_eq!(
            (found[0][0].here, found[0][0].elsewhere, found[0][0].texts),
            (20, 0, 20)
        );
    }

    #[test]
    fn one_person_who_repeats_a_word_does_not_make_it_the_groups() {
        let texts = ["badhus ".repeat(500), "park".to_owned(), "park".to_owned()];
        let terms = Terms::count(&texts, None);
        let found = compare(&terms, &[Some(0), Some(1), None], &Options::default()).unwrap();
        assert_eq!(found, [vec![], vec![]]);
        assert!(compare(&terms, &[], &Options::default()).is_err());
        assert_eq!(compare(&Terms::default(), &[], &Options::default()), Ok(vec![]));
    }

    proptest! {
        #[test]
        fn the_likelihood_is_a_number_that_does_not_care_which_side(a in 0_u64..1_000_000, b in 0_u64..1_000_000, c in 0_u64..1_000_000_000, d in 0_u64..1_000_000_000) {
            let (c, d) = (a + c, b + d);
            let one = log_likelihood(a, b, c, d);
            prop_assert!(one.is_finite() && one >= 0.0);
            prop_assert!((one - log_likelihood(b, a, d, c)).abs() <= 1e-6 * one.max(1.0));
        }
    }
}
