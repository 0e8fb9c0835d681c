//! The published lottery: a thousand panels, each as likely, so that one number drawn in public decides; and the
//! document that is published before that number is known.

use crate::chance::{Stream, hash};
use crate::composition::{Composition, Within};
use crate::error::{Error, Fault};
use crate::infeasible;
use crate::legacy;
use crate::odds::Odds;
use crate::problem::Problem;
use std::collections::BTreeSet;

/// Panels in a published lottery.
pub const PANELS: usize = 1_000;

/// A thousand equally likely panels. They depend on the pool and its quotas alone, not on the order of rows and not on
/// any seed: whoever organises the draw has nothing to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lottery {
    panels: Vec<Vec<usize>>,
    counts: Vec<u32>,
}

impl Lottery {
    /// Panels that give everybody the odds of `odds` as closely as a thousand panels can: for a pool where nobody
    /// shares a household, each person's place count is nearly always the probability · 1,000 rounded up or down
    /// ([`Lottery::largest_difference`] tells). After Flanigan, Kehne & Procaccia, "Fair sortition made transparent",
    /// NeurIPS 2021, who show that rounding to uniform lotteries costs little.
    pub fn of(problem: &Problem, odds: &Odds) -> Result<Lottery, Error> {
        let types = problem.member_types();
        if odds.probabilities.len() != problem.people().len()
            || odds.mixture.iter().any(|(_, panel)| panel.len() != types)
        {
            return Err(Fault::OtherProblem.into());
        }
        let mut stream = Stream::new(fingerprint(problem));
        let mut compositions = round(problem, odds)?;
        stream.shuffle(&mut compositions);
        Ok(seat(problem, &compositions, &mut stream))
    }

    /// A thousand panels by the greedy algorithm known as LEGACY. The probabilities are what came out.
    pub fn legacy(problem: &Problem) -> Result<Lottery, Error> {
        match infeasible::explain(problem) {
            Ok(None) => {}
            // Greedy drawing does not need to know; it gives up by itself.
            Err(Error::TooManyTypes { .. } | Error::TooHard | Error::Solver(_)) => {}
            Ok(Some(why)) => return Err(Error::Infeasible(Box::new(why))),
            Err(error) => return Err(error),
        }
        let mut stream = Stream::new(fingerprint(problem));
        let compositions = legacy::draw(problem, PANELS, &mut stream)?;
        Ok(seat(problem, &compositions, &mut stream))
    }

    /// The panels, as indices into [`Problem::people`] in the order of ids. The panel with number 1 stands first.
    pub fn panels(&self) -> &[Vec<usize>] {
        &self.panels
    }

    /// In how many of the thousand panels each person of the pool is: "your odds were 64 in 1,000".
    pub fn counts(&self) -> &[u32] {
        &self.counts
    }

    /// The probabilities that this lottery gives.
    pub fn probabilities(&self) -> Vec<f64> {
        self.counts
            .iter()
            .map(|count| f64::from(*count) / PANELS as f64)
            .collect()
    }

    /// How far anybody's odds in this lottery are from the exact ones.
    pub fn largest_difference(&self, odds: &Odds) -> f64 {
        let pairs = self.probabilities().into_iter().zip(&odds.probabilities);
        pairs
            .map(|(published, exact)| (published - exact).abs())
            .fold(0.0, f64::max)
    }

    /// The text to publish: a head, then a line for each panel with its number and the ids of its members, all parted
    /// by tabs. [`crate::draw`](mod@crate::draw) tells how a panel is drawn from it.
    pub fn document(&self, problem: &Problem) -> String {
        let mut text = format!(
            "{HEAD}\t{}\t{}\t{}\n",
            problem.people().len(),
            problem.size(),
            self.panels.len()
        );
        for (place, panel) in self.panels.iter().enumerate() {
            text.push_str(&(place + 1).to_string());
            for person in panel {
                text.push('\t');
                text.push_str(&problem.people()[*person].id);
            }
            text.push('\n');
        }
        text
    }
}

/// How a document begins; people, seats and panels follow.
pub(crate) const HEAD: &str = "panel lottery 1";

/// Identifies pool and quotas, whatever order they are given in.
fn fingerprint(problem: &Problem) -> [u8; 32] {
    let types = problem.types();
    let mut text = format!("{}\n", problem.size());
    for place in &types.order {
        let category = &problem.categories()[place.category];
        for feature in &place.features {
            let quota = &category.quotas[*feature];
            text.push_str(&format!(
                "{:?} {:?} {} {}\n",
                category.name, quota.feature, quota.low, quota.high
            ));
        }
    }
    for kind in &types.list {
        // Types stand in the order of names and people in that of ids; what differs between types is the household
        // class.
        text.push_str(&format!("{:?}\n", kind.class));
        for person in &kind.people {
            text.push_str(&problem.people()[*person].id);
            text.push('\n');
        }
    }
    hash(&[b"panel arrangement 1\n", text.as_bytes()].concat())
}

/// A thousand compositions whose average is the mixture's. Each composition is repeated as often as the integer part
/// of its chance allows; the fractions that are left are a small lottery of their own, from which whole panels are
/// taken so that every count stays between floor and ceiling of what is still owed.
fn round(problem: &Problem, odds: &Odds) -> Result<Vec<Composition>, Error> {
    let rules = problem.rules();
    let mut compositions: Vec<Composition> = Vec::with_capacity(PANELS);
    let mut owed = vec![0.0; rules.people.len()];
    for (chance, composition) in &odds.mixture {
        let share = chance * PANELS as f64;
        let whole = (share + NEARLY).floor();
        compositions.extend(std::iter::repeat_n(composition.clone(), whole as usize));
        for (owed, seats) in owed.iter_mut().zip(composition) {
            *owed += (share - whole) * f64::from(*seats);
        }
    }
    compositions.truncate(PANELS);
    for left in (1..=PANELS - compositions.len()).rev() {
        let next: Vec<f64> = owed.iter().map(|owed| owed.max(0.0) / left as f64).collect();
        let prices: Vec<f64> = next.iter().map(|count| count - count.floor() - 0.5).collect();
        let bounds = |count: f64| ((count + NEARLY).floor() as u32, (count - NEARLY).ceil().max(0.0) as u32);
        let near = Within {
            types: next
                .iter()
                .zip(&rules.most)
                .map(|(count, most)| bounds(count.min(f64::from(*most))))
                .collect(),
            rows: rules
                .rows
                .iter()
                .map(|row| clamp(bounds(row.expected(&next)), (row.low, row.high)))
                .collect(),
            tight: Vec::new(),
        };
        let panel = match rules.quick(&prices, &near) {
            Some(panel) => panel,
            // Nothing so near: of the lottery's own panels the one with those who are owed most.
            None => dearest(&odds.mixture, &next).ok_or(Error::TooHard)?,
        };
        for (owed, seats) in owed.iter_mut().zip(&panel) {
            *owed -= f64::from(*seats);
        }
        compositions.push(panel);
    }
    Ok(compositions)
}

fn dearest(mixture: &[(f64, Composition)], prices: &[f64]) -> Option<Composition> {
    let worth = |panel: &Composition| -> f64 {
        panel
            .iter()
            .zip(prices)
            .map(|(seats, price)| f64::from(*seats) * price)
            .sum()
    };
    let panels = mixture.iter().map(|(_, panel)| panel);
    panels.max_by(|a, b| worth(a).total_cmp(&worth(b))).cloned()
}

/// Rounding errors of a thousand sums are smaller.
const NEARLY: f64 = 1e-7;

fn clamp((low, high): (u32, u32), (least, most): (u32, u32)) -> (u32, u32) {
    (low.clamp(least, most), high.clamp(least, most))
}

/// Who sits for each type: its people take turns in an order drawn by lot, and a new order is drawn when all had their
/// turn; never two of a household. O(seats of all panels + people), logarithms aside.
fn seat(problem: &Problem, compositions: &[Composition], stream: &mut Stream) -> Lottery {
    let types = problem.types();
    let mut turns: Vec<Vec<usize>> = vec![Vec::new(); types.list.len()];
    let mut counts = vec![0_u32; problem.people().len()];
    let mut panels = Vec::with_capacity(compositions.len());
    for composition in compositions {
        let mut panel: Vec<usize> = Vec::with_capacity(problem.size() as usize);
        let mut households: BTreeSet<&str> = BTreeSet::new();
        for (t, seats) in composition.iter().enumerate().filter(|(_, seats)| **seats > 0) {
            panel.extend(take(
                problem,
                t,
                *seats as usize,
                &mut turns[t],
                &mut households,
                stream,
            ));
        }
        panel.iter().for_each(|person| counts[*person] += 1);
        panel.sort_by(|a, b| problem.people()[*a].id.cmp(&problem.people()[*b].id));
        panels.push(panel);
    }
    Lottery { panels, counts }
}

/// The next people of a type. Who is passed over, since the household has a member or the turn came round within one
/// panel, is first in line for the next.
fn take<'a>(
    problem: &'a Problem,
    t: usize,
    seats: usize,
    turns: &mut Vec<usize>,
    households: &mut BTreeSet<&'a str>,
    stream: &mut Stream,
) -> Vec<usize> {
    let kind = &problem.types().list[t];
    let (mut taken, mut passed, mut rounds) = (Vec::with_capacity(seats), Vec::new(), 0);
    while taken.len() < seats {
        let Some(person) = turns.pop() else {
            // Each household of a class has every type of the class, and the rules ask for no more seats than
            // households: one new round finds somebody for each seat.
            if rounds == 2 {
                break;
            }
            rounds += 1;
            turns.extend(&kind.people);
            stream.shuffle(turns);
            continue;
        };
        let household = problem.people()[person]
            .household
            .as_deref()
            .filter(|_| kind.class.is_some());
        if taken.contains(&person) || household.is_some_and(|household| households.contains(household)) {
            passed.push(person);
        } else {
            households.extend(household);
            taken.push(person);
        }
    }
    turns.extend(passed.into_iter().rev());
    taken
}
