//! The posterior as a function of the strengths: its slope, its curvature times a vector, and its mode.

use super::{Choice, logistic};

/// Newton's steps end when none moves a strength further than this.
const STILL: f64 = 1e-10;
/// Five are usual. Where one thing won every time each step adds about 1 to the log-odds, and the prior stops it by 60.
const MOST_STEPS: usize = 150;

/// Pairs whose chances are computed side by side.
const TOGETHER: usize = 64;

/// The pairs that were compared.
pub(super) struct Curvature {
    pub(super) items: usize,
    /// Each compared pair once, the lower number first, in order.
    pub(super) pairs: Vec<Pair>,
    /// Wins of each.
    wins: Vec<f64>,
}

pub(super) struct Pair {
    pub(super) first: u32,
    pub(super) second: u32,
    pub(super) times: f64,
}

/// Where the search ended.
pub(super) struct Mode {
    pub(super) strengths: Vec<f64>,
    /// n·p·(1 − p) of each pair at these strengths.
    pub(super) weights: Vec<f64>,
    /// Whether the steps came to rest.
    pub(super) converged: bool,
}

impl Curvature {
    pub(super) fn of(items: usize, choices: &[Choice]) -> Curvature {
        let mut wins = vec![0.0; items];
        for choice in choices {
            wins[choice.winner] += choice.times as f64;
        }
        let mut pairs: Vec<Pair> = Vec::new();
        for choice in sorted(items, choices) {
            let (first, second) = ends(choice);
            match pairs.last_mut() {
                Some(pair) if (pair.first, pair.second) == (first, second) => pair.times += choice.times as f64,
                _ => pairs.push(Pair {
                    first,
                    second,
                    times: choice.times as f64,
                }),
            }
        }
        Curvature { items, pairs, wins }
    }

    /// Pairs with the same first thing, whose figures then need be fetched only once.
    fn rows(&self) -> impl Iterator<Item = &[Pair]> {
        self.pairs.chunk_by(|a, b| a.first == b.first)
    }

    /// The strengths of greatest posterior density. It is strictly concave, so there is one, and its mean is 0.
    pub(super) fn mode(&self, precision: f64) -> Mode {
        let mut strengths = vec![0.0; self.items];
        for _ in 0..MOST_STEPS {
            let (slope, weights) = self.slope(&strengths, precision);
            let mut step = self.solve(&weights, precision, &slope);
            let furthest = step.iter().fold(0.0_f64, |furthest, step| furthest.max(step.abs()));
            if furthest <= STILL {
                return Mode {
                    strengths,
                    weights,
                    converged: true,
                };
            }
            // While no compared pair's difference changes by more than 1, its curvature changes by a factor e at most, and a
            // step of Newton's is sure to lead upwards (Bach, *EJS* 4, 2010, proposition 1).
            let change = |pair: &Pair| (step[pair.first as usize] - step[pair.second as usize]).abs();
            let change = self.pairs.iter().map(change).fold(0.0, f64::max);
            if change > 1.0 {
                step.iter_mut().for_each(|step| *step /= change);
            }
            strengths
                .iter_mut()
                .zip(&step)
                .for_each(|(strength, step)| *strength += step);
        }
        Mode {
            weights: self.slope(&strengths, precision).1,
            strengths,
            converged: false,
        }
    }

    /// Wins less expected wins, less the pull of the prior; and n·p·(1 − p) of each pair.
    fn slope(&self, strengths: &[f64], precision: f64) -> (Vec<f64>, Vec<f64>) {
        let pulled = |(wins, strength): (&f64, &f64)| wins - precision * strength;
        let mut slope: Vec<f64> = self.wins.iter().zip(strengths).map(pulled).collect();
        let mut weights = Vec::with_capacity(self.pairs.len());
        // Many chances at once, since they do not wait for each other; then to each thing what is its.
        let mut chances = [0.0; TOGETHER];
        for pairs in self.rows().flat_map(|pairs| pairs.chunks(TOGETHER)) {
            let first = pairs[0].first as usize;
            let (own, mut sum) = (strengths[first], slope[first]);
            let chances = &mut chances[..pairs.len()];
            for (chance, pair) in chances.iter_mut().zip(pairs) {
                *chance = own - strengths[pair.second as usize];
            }
            chances.iter_mut().for_each(|chance| *chance = logistic(*chance));
            for (chance, pair) in chances.iter().zip(pairs) {
                let expected = pair.times * chance;
                sum -= expected;
                slope[pair.second as usize] -= pair.times * (1.0 - chance);
                weights.push(expected * (1.0 - chance));
            }
            slope[first] = sum;
        }
        (slope, weights)
    }

    /// Solves curvature · x = right by conjugate gradients, each unknown scaled by its own curvature.
    fn solve(&self, weights: &[f64], precision: f64, right: &[f64]) -> Vec<f64> {
        let mut diagonal = vec![precision; self.items];
        for (pair, weight) in self.pairs.iter().zip(weights) {
            diagonal[pair.first as usize] += weight;
            diagonal[pair.second as usize] += weight;
        }
        let scaled =
            |values: &[f64]| -> Vec<f64> { values.iter().zip(&diagonal).map(|(value, own)| value / own).collect() };
        let (mut x, mut rest) = (vec![0.0; self.items], right.to_vec());
        let mut preconditioned = scaled(&rest);
        let mut direction = preconditioned.clone();
        let mut length = dot(&rest, &preconditioned);
        // Newton's next step mends what this one leaves: four digits each time cost least in all.
        let enough = length * 1e-8;
        // In exact arithmetic as many steps as unknowns; a hundred or so are usual.
        for _ in 0..self.items.clamp(50, 1_000) {
            if length <= enough || length <= f64::MIN_POSITIVE {
                break;
            }
            let image = self.times(weights, precision, &direction);
            let share = length / dot(&direction, &image);
            for (((x, rest), direction), image) in x.iter_mut().zip(&mut rest).zip(&direction).zip(&image) {
                *x += share * direction;
                *rest -= share * image;
            }
            preconditioned = scaled(&rest);
            let next = dot(&rest, &preconditioned);
            let kept = next / length;
            direction
                .iter_mut()
                .zip(&preconditioned)
                .for_each(|(direction, own)| *direction = own + kept * *direction);
            length = next;
        }
        x
    }

    /// Curvature times a vector.
    fn times(&self, weights: &[f64], precision: f64, vector: &[f64]) -> Vec<f64> {
        let mut image: Vec<f64> = vector.iter().map(|value| precision * value).collect();
        let mut weights = weights.iter();
        for pairs in self.rows() {
            let first = pairs[0].first as usize;
            let (own, mut sum) = (vector[first], image[first]);
            for (pair, weight) in pairs.iter().zip(weights.by_ref()) {
                let second = pair.second as usize;
                let flow = weight * (own - vector[second]);
                sum += flow;
                image[second] -= flow;
            }
            image[first] = sum;
        }
        image
    }
}

/// The two things of a choice, the lower number first.
fn ends(choice: &Choice) -> (u32, u32) {
    (
        choice.winner.min(choice.loser) as u32,
        choice.winner.max(choice.loser) as u32,
    )
}

/// The choices in the order of their ends, by two counting sorts.
fn sorted(items: usize, choices: &[Choice]) -> Vec<&Choice> {
    let by_second = counted(items, choices.iter(), |choice| ends(choice).1);
    counted(items, by_second.into_iter(), |choice| ends(choice).0)
}

/// The choices by a key below `items`; those with the same key stay in their order.
fn counted<'a>(
    items: usize,
    choices: impl ExactSizeIterator<Item = &'a Choice> + Clone,
    key: impl Fn(&Choice) -> u32,
) -> Vec<&'a Choice> {
    let mut next = vec![0; items + 1];
    for choice in choices.clone() {
        next[key(choice) as usize + 1] += 1;
    }
    for place in 1..next.len() {
        next[place] += next[place - 1];
    }
    let mut sorted: Vec<&Choice> = choices.clone().collect();
    for choice in choices {
        let place = &mut next[key(choice) as usize];
        sorted[*place] = choice;
        *place += 1;
    }
    sorted
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
