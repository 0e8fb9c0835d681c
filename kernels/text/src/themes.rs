//! Suggests themes: groups of contributions that speak of the same, each with its key terms and its most typical
//! contributions. A suggestion for the person who codes, never the coding itself.
//!
//! Texts become TF-IDF vectors of length 1 (Salton and Buckley, *Term-weighting approaches in automatic text retrieval*,
//! 1988: logarithmic frequency, smoothed inverse document frequency). Spherical k-means, begun several times, finds the
//! directions in which themes lie, and each text is decomposed on them with weights that are not negative, so that it may
//! belong to several themes in part: the *concept decomposition* of Dhillon and Modha (*Concept decompositions for large sparse
//! text data using clustering*, 2001). It is a non-negative factorisation whose themes stay means of real texts; letting the
//! themes move on by alternating least squares (NMF) was tried and agreed less with known topics (README).
//! The same texts, options and seed give the same themes on every machine.

mod clustering;
mod factors;
#[cfg(test)]
mod tests;
mod vectors;

use crate::compounds::Compounds;
use crate::embedding::Sentences;
use crate::numbers::Stream;
use crate::terms::Terms;
use vectors::Vectors;

/// Most themes that can be asked for: more is no overview.
pub const MOST_THEMES: usize = 100;
/// What part of a cosine the meaning is, beside the terms.
const MEANING: f64 = 0.1;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// How many themes to look for, 1 to [`MOST_THEMES`].
    pub themes: usize,
    /// Chooses where the search begins. Another seed is another try.
    pub seed: u64,
    /// Key terms to name for each theme.
    pub terms: usize,
    /// Typical contributions to name for each theme.
    pub typical: usize,
    /// In how many texts a term must stand to be used; what few persons wrote is then not shown as a theme's term.
    pub least_texts: usize,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            themes: 8,
            seed: 1,
            terms: 10,
            typical: 5,
            least_texts: 2,
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct KeyTerm {
    /// The form in which the term was written most often.
    pub term: String,
    /// Its weight in the theme, the first term has 1.
    pub weight: f64,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// The weightiest first; those that set the theme apart from the others, not those common to all.
    pub terms: Vec<KeyTerm>,
    /// Places of the most typical texts in the input, the most typical first.
    pub typical: Vec<usize>,
    /// Texts that belong to this theme more than to any other.
    pub texts: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Themes {
    /// The largest first. Fewer than asked for when the texts do not hold so many.
    pub themes: Vec<Theme>,
    /// For each text its theme by place in `themes`. `None` for a text without a term that is used, by meaning for one without a
    /// vector as well, and for one that points away from all themes.
    pub assigned: Vec<Option<usize>>,
    /// For each text its share in each theme; they sum to 1, or are all 0 without a theme.
    pub shares: Vec<Vec<f64>>,
    /// Terms used.
    pub vocabulary: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Error {
    /// Ask for 1 to [`MOST_THEMES`] themes.
    Count(usize),
    /// The vectors are of other texts: embed the same ones, in the same order.
    Vectors { texts: usize, vectors: usize },
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Error::Count(asked) => write!(f, "{asked} themes cannot be made; ask for 1 to {MOST_THEMES}"),
            Error::Vectors { texts, vectors } => {
                write!(f, "{texts} texts, but vectors of {vectors}; embed the same texts")
            }
        }
    }
}

impl std::error::Error for Error {}

/// Suggests themes for the texts.
///
/// Time: (terms in all texts × themes × rounds), some hundred rounds; memory: the terms, texts × themes and
/// vocabulary × themes.
///
/// # Errors
/// [`Error::Count`] for no or too many themes.
pub fn suggest<T: AsRef<str>>(texts: &[T], options: &Options) -> Result<Themes, Error> {
    suggest_with(texts, options, |vectors| vectors)
}

/// Suggests themes by the terms of the texts and by what they mean, so that texts on one subject meet though they share no
/// word; it helps most where texts are few. `sentences` are the same texts as vectors ([`crate::embedding::Vectors::embed`]).
///
/// Each text is its TF-IDF vector and its vector of meaning side by side: the cosine of two texts is nine parts that of their
/// terms and one part that of their meaning. So little is enough, since meanings are far more alike than terms are, and
/// themes by meaning alone lose what sets neighbouring subjects apart (README). A text that has only one of the two is that one. Key
/// terms are those that the theme's texts have more than others, as in [`suggest`].
///
/// Time: ((terms in all texts + texts × dimensions) × themes × rounds), some hundred rounds; memory: sixteen bytes × texts ×
/// dimensions, and as [`suggest`].
///
/// # Errors
/// [`Error::Count`] for no or too many themes, [`Error::Vectors`] when the vectors are not those of the texts.
pub fn suggest_by_meaning<T: AsRef<str>>(
    texts: &[T],
    sentences: &Sentences,
    options: &Options,
) -> Result<Themes, Error> {
    if sentences.len() != texts.len() {
        return Err(Error::Vectors {
            texts: texts.len(),
            vectors: sentences.len(),
        });
    }
    suggest_with(texts, options, |vectors| vectors.beside(sentences, MEANING))
}

fn suggest_with<T: AsRef<str>>(
    texts: &[T],
    options: &Options,
    join: impl FnOnce(Vectors) -> Vectors,
) -> Result<Themes, Error> {
    if !(1..=MOST_THEMES).contains(&options.themes) {
        return Err(Error::Count(options.themes));
    }
    let terms = Terms::count(texts, Some(&Compounds::learn(texts)));
    let vectors = join(Vectors::weigh(&terms, options.least_texts));
    let filled = vectors.rows().filter(|row| !row.is_empty()).count();
    let themes = options.themes.min(filled);
    if themes == 0 {
        return Ok(Themes {
            themes: Vec::new(),
            assigned: vec![None; texts.len()],
            shares: vec![Vec::new(); texts.len()],
            vocabulary: vectors.terms(),
        });
    }
    let centres = clustering::best_centres(&vectors, themes, &mut Stream(options.seed));
    let factors = factors::decompose(&vectors, centres, themes);
    Ok(read_out(texts, &terms, &vectors, &factors, options))
}

fn read_out<T: AsRef<str>>(
    texts: &[T],
    terms: &Terms,
    vectors: &Vectors,
    factors: &factors::Factors,
    options: &Options,
) -> Themes {
    let first: Vec<Option<usize>> = (0..texts.len()).map(|text| largest(factors.text(text))).collect();
    let mut sizes = vec![0_usize; factors.themes];
    for theme in first.iter().flatten() {
        sizes[*theme] += 1;
    }
    let mut order: Vec<usize> = (0..factors.themes).filter(|theme| sizes[*theme] > 0).collect();
    order.sort_by_key(|theme| (texts.len() - sizes[*theme], *theme));
    let place = |theme: usize| order.iter().position(|one| *one == theme);
    Themes {
        themes: order
            .iter()
            .map(|&theme| Theme {
                terms: key_terms(terms, vectors, factors, theme, options.terms),
                typical: typical(texts, factors, &first, theme, options.typical),
                texts: sizes[theme],
            })
            .collect(),
        assigned: first.iter().map(|theme| theme.and_then(place)).collect(),
        shares: (0..texts.len())
            .map(|text| shares(factors.text(text), &order))
            .collect(),
        vocabulary: vectors.terms(),
    }
}

/// The place of the largest positive value, the first among equals.
fn largest(values: &[f64]) -> Option<usize> {
    let positive = values.iter().enumerate().filter(|(_, value)| **value > 0.0);
    positive
        .reduce(|best, one| if one.1 > best.1 { one } else { best })
        .map(|(place, _)| place)
}

fn shares(values: &[f64], order: &[usize]) -> Vec<f64> {
    let sum: f64 = order.iter().map(|theme| values[*theme]).sum();
    let share = |theme: &usize| if sum > 0.0 { values[*theme] / sum } else { 0.0 };
    order.iter().map(share).collect()
}

/// Terms by their weight in the theme times the part of their whole weight that it is.
fn key_terms(terms: &Terms, vectors: &Vectors, factors: &factors::Factors, theme: usize, most: usize) -> Vec<KeyTerm> {
    let mut scored: Vec<(f64, usize)> = (0..vectors.terms())
        .filter_map(|term| {
            let weights = factors.term(term);
            let sum: f64 = weights.iter().sum();
            (weights[theme] > 0.0).then(|| (weights[theme] * weights[theme] / sum, term))
        })
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    scored.truncate(most);
    let top = scored.first().map_or(1.0, |best| best.0);
    scored
        .into_iter()
        .map(|(score, term)| KeyTerm {
            term: terms.shown[vectors.number(term)].clone(),
            weight: score / top,
        })
        .collect()
}

/// Texts that lie most in the theme and least in others; a text that was sent many times is named once.
fn typical<T: AsRef<str>>(
    texts: &[T],
    factors: &factors::Factors,
    assigned: &[Option<usize>],
    theme: usize,
    most: usize,
) -> Vec<usize> {
    let mut scored: Vec<(f64, usize)> = (0..texts.len())
        .filter(|text| assigned[*text] == Some(theme))
        .map(|text| {
            let values = factors.text(text);
            (values[theme] * values[theme] / values.iter().sum::<f64>(), text)
        })
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut chosen: Vec<usize> = Vec::new();
    for (_, text) in scored {
        if chosen.len() == most {
            break;
        }
        if !chosen
            .iter()
            .any(|other| texts[*other].as_ref() == texts[text].as_ref())
        {
            chosen.push(text);
        }
    }
    chosen
}
