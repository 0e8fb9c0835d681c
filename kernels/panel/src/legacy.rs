//! The greedy algorithm that most citizens' assemblies were drawn with, under the name it has in the literature: LEGACY
//! (Flanigan, Gölz, Gupta, Hennig & Procaccia, *Nature* 596, 2021, supplement 1). Seat by seat it serves the quota that is in
//! the greatest need. It gives some people very small odds and proves nothing; it is here to be compared with, and
//! for pools that are too large for exact odds.

use crate::chance::Stream;
use crate::composition::Composition;
use crate::error::Error;
use crate::problem::Problem;

/// How often it starts again for one panel.
const MOST_ATTEMPTS: usize = 1_000;

/// One panel by member types. O(attempts · seats · (types + features)).
pub(crate) fn draw(problem: &Problem, stream: &mut Stream) -> Result<Composition, Error> {
    let start = Draw::new(problem);
    for _ in 0..MOST_ATTEMPTS {
        if let Some(composition) = start.clone().run(stream) {
            return Ok(composition);
        }
    }
    Err(Error::NoneFound {
        attempts: MOST_ATTEMPTS,
    })
}

/// A quota as it fills.
#[derive(Clone)]
struct Feature {
    low: u32,
    high: u32,
    chosen: u32,
    /// People who have the feature and can still be chosen.
    left: u64,
}

/// A panel half drawn.
#[derive(Clone)]
struct Draw<'a> {
    problem: &'a Problem,
    /// The features, and for each type the places of its own.
    features: Vec<Feature>,
    of_type: Vec<Vec<usize>>,
    chosen: Composition,
    /// People of each type who can still be chosen.
    left: Vec<u64>,
    /// Households of each class that have a member on the panel.
    used: Vec<u64>,
}

impl<'a> Draw<'a> {
    fn new(problem: &'a Problem) -> Draw<'a> {
        let types = problem.types();
        let (mut features, mut of_type) = (Vec::new(), vec![Vec::new(); types.list.len()]);
        for place in &types.order {
            for feature in &place.features {
                for (t, kind) in types.list.iter().enumerate() {
                    if kind.features[place.category] == *feature {
                        of_type[t].push(features.len());
                    }
                }
                let quota = &problem.categories()[place.category].quotas[*feature];
                features.push(Feature {
                    low: quota.low,
                    high: quota.high,
                    chosen: 0,
                    left: 0,
                });
            }
        }
        let none = vec![0; types.list.len()];
        let used = vec![0; types.classes.len()];
        let mut draw = Draw {
            problem,
            features,
            of_type,
            chosen: vec![0; types.list.len()],
            left: none,
            used,
        };
        for (t, kind) in types.list.iter().enumerate() {
            draw.leave(t, kind.people.len() as u64);
        }
        draw.close_full();
        draw
    }

    fn run(mut self, stream: &mut Stream) -> Option<Composition> {
        for _ in 0..self.problem.size() {
            let needy = self.neediest(stream)?;
            let has = |t: usize| needy.is_none_or(|feature| self.of_type[t].contains(&feature));
            let candidates: Vec<usize> = (0..self.left.len()).filter(|t| self.left[*t] > 0 && has(*t)).collect();
            let people: u64 = candidates.iter().map(|t| self.left[*t]).sum();
            // A person of all that are left with the feature, each as likely.
            let mut place = stream.below(people);
            let seated = candidates.into_iter().find(|t| {
                let here = place < self.left[*t];
                place = place.saturating_sub(self.left[*t]);
                here
            })?;
            self.seat(seated);
        }
        self.features
            .iter()
            .all(|feature| feature.chosen >= feature.low)
            .then_some(self.chosen)
    }

    fn seat(&mut self, t: usize) {
        let types = self.problem.types();
        self.chosen[t] += 1;
        for feature in self.of_type[t].clone() {
            self.features[feature].chosen += 1;
        }
        match types.list[t].class {
            None => self.leave(t, self.left[t] - 1),
            Some(class) => {
                // The household goes with its member, and takes its part of each type of its class.
                self.used[class] += 1;
                let households = u64::from(types.classes[class]);
                let unused = households.saturating_sub(self.used[class]);
                for (t, kind) in types
                    .list
                    .iter()
                    .enumerate()
                    .filter(|(_, kind)| kind.class == Some(class))
                {
                    if self.left[t] > 0 {
                        self.leave(t, kind.people.len() as u64 / households * unused);
                    }
                }
            }
        }
        self.close_full();
    }

    /// From now on this many people of the type can be chosen.
    fn leave(&mut self, t: usize, people: u64) {
        for feature in &self.of_type[t] {
            let left = &mut self.features[*feature].left;
            *left = *left + people - self.left[t];
        }
        self.left[t] = people;
    }

    /// Nobody more with a feature whose upper quota is reached.
    fn close_full(&mut self) {
        let full = |feature: &Feature| feature.chosen >= feature.high && feature.left > 0;
        while let Some(place) = self.features.iter().position(full) {
            for t in 0..self.left.len() {
                if self.left[t] > 0 && self.of_type[t].contains(&place) {
                    self.leave(t, 0);
                }
            }
        }
    }

    /// The feature with most seats missing for each person left, one of them by lot when several are; `Some(None)` when no feature
    /// misses any, `None` when one misses more than there are people.
    fn neediest(&self, stream: &mut Stream) -> Option<Option<usize>> {
        let mut most: (u64, u64) = (0, 1);
        let mut neediest: Vec<usize> = Vec::new();
        for (place, feature) in self
            .features
            .iter()
            .enumerate()
            .filter(|(_, feature)| feature.chosen < feature.low)
        {
            let missing = u64::from(feature.low - feature.chosen);
            if missing > feature.left {
                return None;
            }
            // missing / left against the greatest so far, without a division.
            let (this, other) = (missing * most.1, most.0 * feature.left);
            if this > other {
                most = (missing, feature.left);
                neediest.clear();
            }
            if this >= other {
                neediest.push(place);
            }
        }
        if neediest.is_empty() {
            return Some(None);
        }
        let place = stream.below(neediest.len() as u64) as usize;
        Some(Some(neediest[place]))
    }
}
