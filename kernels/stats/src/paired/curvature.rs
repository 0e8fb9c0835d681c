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

impl Curvature {
    pub(super) fn of(items: usize, choices: &[Choice]) -> Curvature {
        let mut wins = vec![0.0; items];
        let ordered = |choice: &Choice| {
            (
                choice.winner.min(choice.loser) as u32,
                choice.winner.max(choice.loser) as u32,
                choice.times,
            )
        };
        let mut sorted: Vec<(u32, u32, u64)> = choices.iter().map(ordered).collect();
        sorted.sort_unstable();
        for choice in choices {
            wins[choice.winner] += choice.times as f64;
        }
        let mut pairs: Vec<Pair> = Vec::new();
        for (first, second, times) in sorted {
            match pairs.last_mut() {
                Some(pair) if (pair.first, pair.second) == (first, second) => pair.times += times as f64,
                _ => pairs.push(Pair {
                    first,
                    second,
                    times: times as f64,
                }),
            }
        }
        Curvature { items, pairs, wins }
    }

    /// The strengths of greatest posterior density. It is strictly concave, so there is one, and its mean is 0.
    /// With it, whether the steps came to rest.
    pub(super) fn mode(&self, precision: f64) -> (Vec<f64>, bool) {
        let mut strengths = vec![0.0; self.items];
        for _ in 0..MOST_STEPS {
            let (slope, weights) = self.slope(&strengths, precision);
            let mut step = self.solve(&weights, precision, &slope);
            let furthest = step.iter().fold(0.0_f64, |furthest, step| furthest.max(step.abs()));
            if furthest <= STILL {
                return (strengths, true);
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
        (strengths, false)
    }

    /// Wins less expected wins, less the pull of the prior; and n·p·(1 − p) of each pair.
    fn slope(&self, strengths: &[f64], precision: f64) -> (Vec<f64>, Vec<f64>) {
        let pulled = |(wins, strength): (&f64, &f64)| wins - precision * strength;
        let mut slope: Vec<f64> = self.wins.iter().zip(strengths).map(pulled).collect();
        let mut weights = Vec::with_capacity(self.pairs.len());
        // Many chances at once, since they do not wait for each other; then to each thing what is its.
        let mut chances = [0.0; TOGETHER];
        for pairs in self.pairs.chunks(TOGETHER) {
            for (chance, pair) in chances.iter_mut().zip(pairs) {
                *chance = strengths[pair.first as usize] - strengths[pair.second as usize];
            }
            chances.iter_mut().for_each(|chance| *chance = logistic(*chance));
            for (chance, pair) in chances.iter().zip(pairs) {
                let expected = pair.times * chance;
                slope[pair.first as usize] -= expected;
                slope[pair.second as usize] -= pair.times * (1.0 - chance);
                weights.push(expected * (1.0 - chance));
            }
        }
        (slope, weights)
    }

    /// n·p·(1 − p) of each pair.
    pub(super) fn weights(&self, strengths: &[f64]) -> Vec<f64> {
        self.slope(strengths, 0.0).1
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
        for (pair, weight) in self.pairs.iter().zip(weights) {
            let (first, second) = (pair.first as usize, pair.second as usize);
            let flow = weight * (vector[first] - vector[second]);
            image[first] += flow;
            image[second] -= flow;
        }
        image
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
