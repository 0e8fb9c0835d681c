//! Suggestions for the one who codes: texts that say nearly the same, and groups of texts that speak of the same. They are about texts,
//! never about persons (dataskyddslagen 3:3), and they code nothing: a person takes them up or puts them aside.

use std::collections::{HashMap, HashSet};

use db::Id;
use serde::{Deserialize, Serialize};
use text::embedding::Sentences;
use text::{duplicates, themes};

/// Below this many texts reading them is quicker, and themes of so few are chance.
pub(crate) const FEWEST: usize = 30;
/// Texts for each theme looked for, and how many themes at least and at most.
const TEXTS_A_THEME: usize = 20;
const THEMES: (usize, usize) = (3, 12);
/// A term stands in so many texts at least, so that it is nobody's own word.
const LEAST_TEXTS: usize = 3;
/// Terms shown, and terms that a suggestion is known by.
const TERMS: usize = 8;
const KNOWN_BY: usize = 4;

/// What was suggested, and from which texts.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Suggestions {
    /// The texts, in the order that the others count them.
    pub texts: Vec<Id>,
    /// Texts that say nearly the same, the largest cluster first.
    pub alike: Vec<Alike>,
    /// Groups of texts, the largest first.
    pub themes: Vec<Theme>,
    /// The word vectors that the themes go by besides the words; none without a file of them.
    #[serde(default)]
    pub meaning: Option<Meaning>,
}

/// A file of word vectors, and how many of the texts' running words it knows.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Meaning {
    pub file: String,
    /// False when it could not be read; the themes then go by the words alone.
    pub is_read: bool,
    pub known: u64,
    pub words: u64,
}

/// Texts that say nearly the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Alike {
    /// The one to read for them all.
    pub typical: usize,
    pub members: Vec<usize>,
}

/// Texts that speak of the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Theme {
    /// The weightiest first.
    pub terms: Vec<String>,
    /// The most typical first.
    pub members: Vec<usize>,
}

/// Computes them. Linear in the texts for what is alike; some hundred rounds over all terms for the themes.
/// `by_meaning` embeds the texts, where the operator has a file of word vectors.
pub(crate) fn suggest(
    texts: &[(Id, String)],
    by_meaning: impl FnOnce(&[&str]) -> Option<(Meaning, Option<Sentences>)>,
) -> Suggestions {
    let bodies: Vec<&str> = texts.iter().map(|(_, body)| body.as_str()).collect();
    // Without themes there is nothing for a large file to help.
    let (meaning, sentences) = match (bodies.len() >= FEWEST).then(|| by_meaning(&bodies)).flatten() {
        Some((meaning, sentences)) => (Some(meaning), sentences),
        None => (None, None),
    };
    let options = duplicates::Options {
        max_pairs: 0,
        ..duplicates::Options::default()
    };
    let found = duplicates::find(&bodies, &options);
    let clusters = found.map(|found| found.clusters).unwrap_or_default();
    Suggestions {
        texts: texts.iter().map(|(id, _)| *id).collect(),
        alike: clusters
            .into_iter()
            .map(|one| Alike {
                typical: one.typical,
                members: one.members,
            })
            .collect(),
        themes: grouped(&bodies, sentences.as_ref()),
        meaning,
    }
}

fn grouped(bodies: &[&str], sentences: Option<&Sentences>) -> Vec<Theme> {
    if bodies.len() < FEWEST {
        return Vec::new();
    }
    let options = themes::Options {
        themes: (bodies.len() / TEXTS_A_THEME).clamp(THEMES.0, THEMES.1),
        terms: TERMS,
        typical: 0,
        least_texts: LEAST_TEXTS,
        ..themes::Options::default()
    };
    let found = match sentences {
        Some(sentences) => themes::suggest_by_meaning(bodies, sentences, &options),
        None => themes::suggest(bodies, &options),
    };
    let Ok(found) = found else {
        return Vec::new();
    };
    let members = |theme: usize| {
        let places = (0..bodies.len()).filter(|text| found.assigned[*text] == Some(theme));
        let mut members: Vec<usize> = places.collect();
        // Those that lie most in this theme first; equals in the order they came.
        members.sort_by(|a, b| {
            found.shares[*b][theme]
                .total_cmp(&found.shares[*a][theme])
                .then(a.cmp(b))
        });
        members
    };
    let theme = |(place, one): (usize, &themes::Theme)| Theme {
        terms: one.terms.iter().map(|term| term.term.clone()).collect(),
        members: members(place),
    };
    let all = found.themes.iter().enumerate().map(theme);
    all.filter(|one| one.members.len() >= LEAST_TEXTS && !one.terms.is_empty())
        .collect()
}

/// One suggestion by its word in the address: `tema-1`, `lika-1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Theme(usize),
    Alike(usize),
}

impl Place {
    pub(crate) fn named(word: &str) -> Option<Place> {
        let (kind, number) = word.split_once('-')?;
        let place = number.parse::<usize>().ok()?.checked_sub(1)?;
        match kind {
            "tema" => Some(Place::Theme(place)),
            "lika" => Some(Place::Alike(place)),
            _ => None,
        }
    }

    pub(crate) fn word(self) -> String {
        match self {
            Place::Theme(place) => format!("tema-{}", place + 1),
            Place::Alike(place) => format!("lika-{}", place + 1),
        }
    }
}

impl Suggestions {
    /// The texts of a suggestion; `None` when there is none there.
    pub(crate) fn members(&self, place: Place) -> Option<Vec<Id>> {
        let members = match place {
            Place::Theme(place) => &self.themes.get(place)?.members,
            Place::Alike(place) => &self.alike.get(place)?.members,
        };
        Some(
            members
                .iter()
                .filter_map(|text| self.texts.get(*text))
                .copied()
                .collect(),
        )
    }

    /// What a suggestion is known by when suggestions are made anew.
    pub(crate) fn key(&self, place: Place) -> Option<String> {
        match place {
            Place::Theme(theme) => {
                let mut terms: Vec<&str> = self
                    .themes
                    .get(theme)?
                    .terms
                    .iter()
                    .take(KNOWN_BY)
                    .map(String::as_str)
                    .collect();
                terms.sort_unstable();
                Some(format!("tema: {}", terms.join(" ")))
            }
            Place::Alike(_) => Some(format!("lika: {}", self.members(place)?.first()?)),
        }
    }

    /// All of them, as they are shown: those alike first, since one reading then does for many.
    pub(crate) fn places(&self) -> Vec<Place> {
        let alike = (0..self.alike.len()).map(Place::Alike);
        alike.chain((0..self.themes.len()).map(Place::Theme)).collect()
    }

    /// How many of the texts that stand now were not there, and how many of those that were still are.
    pub(crate) fn against(&self, standing: &[Id]) -> (usize, usize) {
        let known: HashSet<&Id> = self.texts.iter().collect();
        let still = standing.iter().filter(|id| known.contains(id)).count();
        (standing.len() - still, still)
    }
}

/// How many of some texts have each theme, for telling what is coded already: the commonest theme and its count.
pub(crate) fn commonest<'a>(
    themes_of: impl Iterator<Item = &'a std::collections::BTreeSet<Id>>,
) -> Option<(Id, usize)> {
    let mut counts: HashMap<Id, usize> = HashMap::new();
    for theme in themes_of.flatten() {
        *counts.entry(*theme).or_default() += 1;
    }
    counts
        .into_iter()
        .max_by_key(|(theme, count)| (*count, std::cmp::Reverse(*theme)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: usize) -> Id {
        format!("00000000-0000-7000-8000-{:012x}", n + 1).parse().unwrap()
    }

    fn texts() -> Vec<(Id, String)> {
        let subject = |n: usize| match n % 3 {
            0 => format!("Vi vill ha bättre belysning vid gångvägen till skolan, lampor saknas nummer {n}"),
            1 => format!("Bussen går för sällan på kvällen och hållplatsen ligger långt bort, tur {n}"),
            _ => format!("Lekplatsen behöver gungor och en rutschkana för små barn, önskan {n}"),
        };
        (0..60).map(|n| (id(n), subject(n))).collect()
    }

    #[test]
    fn themes_are_of_texts_with_the_most_typical_first() {
        let found = suggest(&texts(), |_| None);
        assert_eq!(found.themes.len(), 3);
        let whole: usize = found.themes.iter().map(|one| one.members.len()).sum();
        assert_eq!(whole, 60);
        for theme in &found.themes {
            assert!(
                theme.members.iter().all(|text| text % 3 == theme.members[0] % 3),
                "{theme:?}"
            );
        }
        assert_eq!(
            suggest(&texts(), |_| None),
            found,
            "the same texts give the same suggestions"
        );
    }

    #[test]
    fn what_says_nearly_the_same_is_one_cluster_and_nothing_is_merged() {
        let mut some: Vec<(Id, String)> = vec![(id(0), "Spara eken vid torget, den är hundra år gammal".into())];
        some.push((id(1), "SPARA EKEN vid torget! Den är hundra år gammal.".into()));
        some.push((id(2), "Något helt annat om parkering".into()));
        let found = suggest(&some, |_| None);
        assert_eq!(found.members(Place::Alike(0)), Some(vec![id(0), id(1)]));
        assert_eq!(
            (found.alike.len(), found.themes.len()),
            (1, 0),
            "three texts are read, not grouped"
        );
        assert_eq!(found.against(&[id(1), id(2), id(9)]), (1, 2));
    }

    #[test]
    fn a_suggestion_is_known_again_when_texts_have_come() {
        let (before, mut more) = (suggest(&texts(), |_| None), texts());
        let first = (
            before.key(Place::Theme(0)).unwrap(),
            before.key(Place::Alike(0)).unwrap(),
        );
        more.push((
            id(60),
            "Vi vill ha bättre belysning vid gångvägen till skolan, lampor saknas nummer 60".into(),
        ));
        let after = suggest(&more, |_| None);
        let keys: Vec<String> = after
            .places()
            .into_iter()
            .filter_map(|place| after.key(place))
            .collect();
        assert!(keys.contains(&first.0) && keys.contains(&first.1), "{first:?} {keys:?}");
    }

    #[test]
    fn words_of_an_address_are_read_or_nothing() {
        for place in [Place::Theme(0), Place::Alike(11)] {
            assert_eq!(Place::named(&place.word()), Some(place));
        }
        for word in ["", "tema", "tema-0", "tema--1", "annat-1", "lika-99999999999999999999"] {
            assert_eq!(Place::named(word), None, "{word}");
        }
        assert_eq!(Suggestions::default().members(Place::Theme(7)), None);
        assert_eq!(suggest(&[], |_| None), Suggestions::default());
    }
}
