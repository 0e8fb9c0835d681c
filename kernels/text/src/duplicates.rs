//! Which contributions say the same in nearly the same words: a letter sent twice, a text that many copied and
//! changed a little (a campaign). They are shown beside each other to a person; nobody's voice counts less for it.
//!
//! Two texts are as alike as their sets of four-character pieces are: the Jaccard similarity, shared pieces through
//! all pieces (Broder, *On the resemblance and containment of documents*, 1997). Comparing all with all is
//! quadratic, so candidates are drawn by MinHash and banding (Leskovec, Rajaraman and Ullman, *Mining of Massive
//! Datasets*, ch. 3) and each is then **verified on the pieces themselves**: no pair below the threshold is
//! reported. A pair exactly at the threshold is missed with a probability of at most 1 %, one clearly above it
//! practically never; identical texts are never missed.
//!
//! Upper and lower case, punctuation and spaces do not count. The result depends on the texts and their order only.

mod candidates;
mod sketch;
#[cfg(test)]
mod tests;

use candidates::Buckets;
use sketch::{Plan, Sketches, fold, pieces};
use std::collections::HashMap;

/// What counts as nearly the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// Least similarity of a pair, 0.1–1. At 0.6 about every seventh word may differ.
    pub threshold: f64,
    /// Most pairs to list. The clusters are whole all the same.
    pub max_pairs: usize,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            threshold: 0.6,
            max_pairs: 1_000_000,
        }
    }
}

/// Two texts by their places in the input, `first < second`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    pub first: usize,
    pub second: usize,
    /// Jaccard similarity, from the threshold to 1.
    pub similarity: f64,
}

/// Texts that hang together by pairs; the first and the last of a long chain may differ more than the threshold says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cluster {
    /// Two or more places in the input, ascending.
    pub members: Vec<usize>,
    /// The member that resembles the others most: what to show for them all.
    pub typical: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Duplicates {
    /// By `first`, then `second`.
    pub pairs: Vec<Pair>,
    /// The largest first, then by first member.
    pub clusters: Vec<Cluster>,
    /// Whether all pairs found are listed. Not so when there are more than [`Options::max_pairs`], or when so
    /// many different texts are alike that each was compared with some of its neighbours only.
    pub complete: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Error {
    /// The threshold is not a number from 0.1 to 1: choose one, 0.6 when in doubt.
    Threshold(f64),
    /// More texts than the places can be counted (2³²): divide the input.
    TooManyTexts(usize),
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Error::Threshold(given) => write!(f, "the threshold {given} is not between 0.1 and 1; 0.6 is a good one"),
            Error::TooManyTexts(given) => write!(f, "{given} texts are too many at once; divide them"),
        }
    }
}

impl std::error::Error for Error {}

/// Finds the pairs and clusters. Texts without a letter or digit are like nothing, not even each other.
///
/// Expected time is linear in the characters plus the pairs found; memory about 600 bytes a text, the folded
/// texts, and the pieces of those that are candidates.
pub fn find<T: AsRef<str>>(texts: &[T], options: &Options) -> Result<Duplicates, Error> {
    let Some(plan) = Plan::for_threshold(options.threshold) else {
        return Err(Error::Threshold(options.threshold));
    };
    if u32::try_from(texts.len()).is_err() {
        return Err(Error::TooManyTexts(texts.len()));
    }
    let different = Different::of(texts);
    let sketches = Sketches::draw(&plan, &different.folded);
    let mut links = Vec::new();
    let mut verifier = Verifier::new(&different.folded, options.threshold);
    let complete = Buckets::new(&plan, &sketches).each_candidate(|a, b| {
        if let Some(similarity) = verifier.similarity(a, b) {
            links.push((a, b, similarity));
        }
    });
    links.sort_unstable_by_key(|link| (link.0, link.1));
    links.dedup_by_key(|link| (link.0, link.1));
    let clusters = clusters(&different, &links, texts.len());
    let (pairs, all) = list(&different, &links, options.max_pairs);
    Ok(Duplicates {
        pairs,
        clusters,
        complete: complete && all,
    })
}

/// The texts that differ once folded, and where each of them stands.
struct Different {
    folded: Vec<String>,
    places: Vec<Vec<usize>>,
}

impl Different {
    fn of<T: AsRef<str>>(texts: &[T]) -> Different {
        // Only asked, never walked through: its order does not reach the result.
        let mut known: HashMap<String, usize> = HashMap::with_capacity(texts.len());
        let mut places: Vec<Vec<usize>> = Vec::new();
        for (place, text) in texts.iter().enumerate() {
            let folded = fold(text.as_ref());
            if folded.is_empty() {
                continue;
            }
            match known.get(&folded) {
                Some(&group) => places[group].push(place),
                None => {
                    known.insert(folded, places.len());
                    places.push(vec![place]);
                }
            }
        }
        let mut folded = vec![String::new(); places.len()];
        for (text, group) in known {
            folded[group] = text;
        }
        Different { folded, places }
    }
}

/// Measures candidates on their pieces, which are made when a text first is one.
struct Verifier<'t> {
    folded: &'t [String],
    threshold: f64,
    pieces: Vec<Option<Box<[u64]>>>,
}

impl<'t> Verifier<'t> {
    fn new(folded: &'t [String], threshold: f64) -> Self {
        Verifier {
            folded,
            threshold,
            pieces: vec![None; folded.len()],
        }
    }

    fn similarity(&mut self, a: usize, b: usize) -> Option<f64> {
        for one in [a, b] {
            if self.pieces[one].is_none() {
                self.pieces[one] = Some(pieces(&self.folded[one]));
            }
        }
        let (Some(a), Some(b)) = (&self.pieces[a], &self.pieces[b]) else {
            return None;
        };
        let (few, many) = (a.len().min(b.len()), a.len().max(b.len()));
        if (few as f64) < self.threshold * many as f64 {
            return None;
        }
        let shared = shared(a, b);
        let similarity = shared as f64 / (a.len() + b.len() - shared) as f64;
        (similarity >= self.threshold).then_some(similarity)
    }
}

/// How many values two ascending lists share. Without branches, which would be guessed wrong half of the time.
fn shared(a: &[u64], b: &[u64]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        let (x, y) = (a[i], b[j]);
        count += usize::from(x == y);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    count
}

type Link = (usize, usize, f64);

fn clusters(different: &Different, links: &[Link], texts: usize) -> Vec<Cluster> {
    let mut root: Vec<usize> = (0..different.places.len()).collect();
    // How like the others each different text is: by its links, and its own copies.
    let mut liking: Vec<f64> = different
        .places
        .iter()
        .map(|places| (places.len() - 1) as f64)
        .collect();
    for &(a, b, similarity) in links {
        liking[a] += similarity * different.places[b].len() as f64;
        liking[b] += similarity * different.places[a].len() as f64;
        let (a, b) = (find_root(&mut root, a), find_root(&mut root, b));
        root[a.max(b)] = a.min(b);
    }
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); different.places.len()];
    for one in 0..root.len() {
        let of = find_root(&mut root, one);
        groups[of].push(one);
    }
    let mut clusters: Vec<Cluster> = groups
        .iter()
        .filter_map(|group| {
            let mut members: Vec<usize> = group.iter().flat_map(|one| &different.places[*one]).copied().collect();
            members.sort_unstable();
            let typical = group
                .iter()
                .copied()
                .reduce(|best, one| if liking[one] > liking[best] { one } else { best })?;
            (members.len() > 1).then(|| Cluster {
                members,
                typical: different.places[typical][0],
            })
        })
        .collect();
    clusters.sort_by_key(|cluster| (texts - cluster.members.len(), cluster.members[0]));
    clusters
}

/// The representative of a set of joined texts; the way to it is shortened while walking.
fn find_root(root: &mut [usize], mut one: usize) -> usize {
    while root[one] != one {
        root[one] = root[root[one]];
        one = root[one];
    }
    one
}

/// The pairs of texts behind the links, and whether all had room.
fn list(different: &Different, links: &[Link], most: usize) -> (Vec<Pair>, bool) {
    let copies = different.places.iter().flat_map(|places| {
        let each = places.iter().enumerate();
        each.flat_map(|(at, a)| places[at + 1..].iter().map(|b| (*a, *b, 1.0)))
    });
    let alike = links.iter().flat_map(|&(a, b, similarity)| {
        let others = &different.places[b];
        let each = different.places[a].iter();
        each.flat_map(move |a| others.iter().map(move |b| (*a, *b, similarity)))
    });
    let mut pairs: Vec<Pair> = copies
        .chain(alike)
        .take(most.saturating_add(1))
        .map(|(a, b, similarity)| Pair {
            first: a.min(b),
            second: a.max(b),
            similarity,
        })
        .collect();
    let all = pairs.len() <= most;
    pairs.truncate(most);
    pairs.sort_unstable_by_key(|pair| (pair.first, pair.second));
    (pairs, all)
}
