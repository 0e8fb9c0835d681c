//! The greedy algorithm that most citizens' assemblies were drawn with, under the name it has in the literature:
//! LEGACY (Flanigan, Gölz, Gupta, Hennig & Procaccia, *Nature* 596, 2021, supplement 1). Seat by seat it serves the
//! quota that is in the greatest need. It gives some people very small odds and proves nothing; it is here to be
//! compared with, and for pools that are too large for exact odds.

use crate::chance::Stream;
use crate::composition::Composition;
use crate::error::Error;
use crate::problem::Problem;

/// How often it may start again, for all panels together, as a multiple of their number.
const MOST_ATTEMPTS: usize = 100;

/// Panels by member types. O(panels · attempts · seats · (types + features)).
pub(crate) fn draw(problem: &Problem, panels: usize, stream: &mut Stream) -> Result<Vec<Composition>, Error> {
    let layout = Layout::of(problem);
    let start = Draw::new(problem, &layout);
    let (attempts, mut found) = (MOST_ATTEMPTS * panels, Vec::with_capacity(panels));
    for _ in 0..attempts {
        found.extend(start.clone().run(stream));
        if found.len() == panels {
            return Ok(found);
        }
    }
    Err(Error::Greedy {
        attempts,
        found: found.len(),
        wanted: panels,
    })
}

/// Which types have which features.
struct Layout {
    features: Vec<Feature>,
    /// For each type the places of its features.
    of_type: Vec<Vec<usize>>,
    /// For each feature its types.
    types: Vec<Vec<usize>>,
}

impl Layout {
    fn of(problem: &Problem) -> Layout {
        let list = &problem.types().list;
        let (mut features, mut of_type) = (Vec::new(), vec![Vec::new(); list.len()]);
        for place in &problem.types().order {
            let mut places = vec![0; place.features.len()];
            for feature in &place.features {
                places[*feature] = features.len();
                let quota = &problem.categories()[place.category].quotas[*feature];
                features.push(Feature {
                    low: quota.low,
                    high: quota.high,
                    chosen: 0,
                    left: 0,
                });
            }
            for (kind, own) in list.iter().zip(&mut of_type) {
                own.push(places[kind.features[place.category]]);
            }
        }
        let mut types = vec![Vec::new(); features.len()];
        for (t, own) in of_type.iter().enumerate() {
            own.iter().for_each(|feature: &usize| types[*feature].push(t));
        }
        Layout {
            features,
            of_type,
            types,
        }
    }
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
    layout: &'a Layout,
    features: Vec<Feature>,
    chosen: Composition,
    /// People of each type who can still be chosen.
    left: Vec<u64>,
    /// Households of each class that have a member on the panel.
    used: Vec<u64>,
}

impl<'a> Draw<'a> {
    fn new(problem: &'a Problem, layout: &'a Layout) -> Draw<'a> {
        let types = problem.types();
        let (chosen, left) = (vec![0; types.list.len()], vec![0; types.list.len()]);
        let used = vec![0; types.classes.len()];
        let mut draw = Draw {
            problem,
            layout,
            features: layout.features.clone(),
            chosen,
            left,
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
            let all = 0..self.left.len();
            let candidates: Vec<usize> = match needy {
                Some(feature) => self.layout.types[feature].clone(),
                None => all.collect(),
            };
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
        for feature in &self.layout.of_type[t] {
            self.features[*feature].chosen += 1;
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
        for feature in &self.layout.of_type[t] {
            let left = &mut self.features[*feature].left;
            *left = *left + people - self.left[t];
        }
        self.left[t] = people;
    }

    /// Nobody more with a feature whose upper quota is reached.
    fn close_full(&mut self) {
        let full = |feature: &Feature| feature.chosen >= feature.high && feature.left > 0;
        while let Some(place) = self.features.iter().position(full) {
            for t in &self.layout.types[place] {
                self.leave(*t, 0);
            }
        }
    }

    /// The feature with most seats missing for each person left, one of them by lot when several are; `Some(None)`
    /// when no feature misses any, `None` when one misses more than there are people.
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
