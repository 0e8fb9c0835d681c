//! Representative work of each kernel on small made-up data, to count its instructions: a number that hardly depends on the machine or
//! on what else it does, so that code which grew slower shows at once.
//!
//! To add a work: a line in [`WORKS`], then `cargo xtask counts --write`.

use std::hint::black_box;

use anyhow::{Context, Result};
use budget::{TieBreak, pabulib};
use opinion::read::read_votes;
use opinion::{Settings, analyse};
use panel::leximin;
use stats::crosstab::CrossTable;
use stats::paired::{Choice, PRIOR, rank};
use stats::schulze::Duels;
use stats::weighting::{Margin, Raking, rake};
use stats::{ballots, stv};

use crate::made;
use crate::own;

/// Makes its data and answers the work that is counted.
type Make = fn() -> Result<Box<dyn FnMut() -> Result<()>>>;

pub const WORKS: [(&str, Make); 18] = [
    ("opinion-read", opinion_read),
    ("opinion-analyse", opinion_analyse),
    ("opinion-one-vote", opinion_one_vote),
    ("budget-read", budget_read),
    ("budget-greedy", || election("greedy-cost")),
    ("budget-phragmen", || election("phragmen")),
    ("budget-equal-shares", || election("equal-shares-add1u")),
    ("panel-leximin", panel_leximin),
    ("text-duplicates", text_duplicates),
    ("text-themes", text_themes),
    ("text-stems", text_stems),
    ("text-language", text_language),
    ("text-personal-data", text_personal_data),
    ("stats-raking", stats_raking),
    ("stats-paired", stats_paired),
    ("stats-stv", stats_stv),
    ("stats-schulze", stats_schulze),
    ("stats-crosstab", stats_crosstab),
];

/// Does one work once.
pub fn run(name: &str) -> Result<()> {
    let (_, make) = WORKS
        .iter()
        .find(|(work, _)| *work == name)
        .with_context(|| format!("no work `{name}`"))?;
    let mut work = make()?;
    counted_work(&mut work)
}

/// Counting begins and ends here: `cargo xtask counts` knows this function by its name.
#[inline(never)]
fn counted_work(work: &mut dyn FnMut() -> Result<()>) -> Result<()> {
    work()
}

fn boxed<T>(mut work: impl FnMut() -> Result<T> + 'static) -> Result<Box<dyn FnMut() -> Result<()>>> {
    Ok(Box::new(move || work().map(|result| drop(black_box(result)))))
}

fn votes_file() -> String {
    made::conversation(600, 80, 30.0, 1)
}

fn opinion_read() -> Result<Box<dyn FnMut() -> Result<()>>> {
    let text = votes_file();
    boxed(move || Ok(read_votes(text.as_bytes())?))
}

fn opinion_analyse() -> Result<Box<dyn FnMut() -> Result<()>>> {
    let votes = read_votes(votes_file().as_bytes())?;
    boxed(move || Ok(analyse(&votes, &[], &Settings::default(), None)))
}

fn opinion_one_vote() -> Result<Box<dyn FnMut() -> Result<()>>> {
    let votes = read_votes(votes_file().as_bytes())?;
    let memory = analyse(&votes, &[], &Settings::default(), None).memory;
    boxed(move || Ok(analyse(&votes, &[], &Settings::default(), Some(&memory))))
}

fn budget_read() -> Result<Box<dyn FnMut() -> Result<()>>> {
    let text = made::election(2_000, 40, 1);
    boxed(move || Ok(pabulib::read(text.as_bytes())?))
}

fn election(rule: &str) -> Result<Box<dyn FnMut() -> Result<()>>> {
    let (rule, election) = (
        own::rule(rule)?,
        pabulib::read(made::election(2_000, 40, 1).as_bytes())?.election,
    );
    boxed(move || Ok(rule.decide(&election, TieBreak::Id)?))
}

fn panel_leximin() -> Result<Box<dyn FnMut() -> Result<()>>> {
    let (pool, quotas) = made::pool(150, 20, &[2, 4, 3], 1);
    let problem = own::problem(pool.as_bytes(), quotas.as_bytes(), 20)?;
    boxed(move || Ok(leximin(&problem)?))
}

/// The words of the text kernel's own tests.
fn words() -> Vec<&'static str> {
    let lines = include_str!("../../../kernels/text/tests/data/stems.tsv").lines();
    lines.filter_map(|line| Some(line.split_once('\t')?.0)).collect()
}

fn text_duplicates() -> Result<Box<dyn FnMut() -> Result<()>>> {
    let texts = made::texts(1_000, &words(), 1);
    boxed(move || Ok(text::duplicates::find(&texts, &text::duplicates::Options::default())?))
}

fn text_themes() -> Result<Box<dyn FnMut() -> Result<()>>> {
    let texts = made::texts(500, &words(), 1);
    boxed(move || Ok(text::themes::suggest(&texts, &text::themes::Options::default())?))
}

fn text_stems() -> Result<Box<dyn FnMut() -> Result<()>>> {
    let words = words();
    boxed(move || Ok(words.iter().map(|word| text::stem::stem_of(word).len()).sum::<usize>()))
}

fn text_language() -> Result<Box<dyn FnMut() -> Result<()>>> {
    let texts = made::texts(300, &words(), 1);
    // The table is read once in the life of a program.
    black_box(text::language::guess(&texts[0]));
    boxed(move || {
        Ok(texts
            .iter()
            .filter(|text| text::language::guess(text) == text::language::Guess::Unsure)
            .count())
    })
}

fn text_personal_data() -> Result<Box<dyn FnMut() -> Result<()>>> {
    let mut numbers = made::Numbers(1);
    let texts: Vec<String> = (made::texts(500, &words(), 1).into_iter())
        .map(|text| {
            format!(
                "{text} {}-{} Storgatan {} ",
                100_000 + numbers.below(900_000),
                numbers.below(10_000),
                numbers.below(99)
            )
        })
        .collect();
    boxed(move || {
        Ok(texts
            .iter()
            .map(|text| text::personal_data::traces(text).len())
            .sum::<usize>())
    })
}

fn stats_raking() -> Result<Box<dyn FnMut() -> Result<()>>> {
    let sizes = [2, 7, 6, 3, 3];
    let columns = made::survey(5_000, &sizes, 1);
    let shares = sizes.map(|size| vec![1.0; size]);
    boxed(move || {
        let margins: Vec<Margin<'_>> = (columns.iter().zip(&shares))
            .map(|(categories, population)| Margin { categories, population })
            .collect();
        Ok(rake(&margins, Raking::default())?)
    })
}

fn stats_paired() -> Result<Box<dyn FnMut() -> Result<()>>> {
    let choices: Vec<Choice> = (made::choices(150, 5_000, 1).into_iter())
        .map(|(winner, loser)| Choice {
            winner,
            loser,
            times: 1,
        })
        .collect();
    boxed(move || Ok(rank(150, &choices, PRIOR)?))
}

fn stats_stv() -> Result<Box<dyn FnMut() -> Result<()>>> {
    let contest = ballots::read(&made::ballots(2_000, 9, 4, 1))?;
    let lot: Vec<usize> = (0..9).collect();
    boxed(move || Ok(stv::count(&contest.ballots, contest.seats, &lot)?))
}

fn stats_schulze() -> Result<Box<dyn FnMut() -> Result<()>>> {
    let contest = ballots::read(&made::ballots(2_000, 9, 4, 1))?;
    boxed(move || Ok(Duels::of(&contest.ballots).order()))
}

fn stats_crosstab() -> Result<Box<dyn FnMut() -> Result<()>>> {
    let mut numbers = made::Numbers(1);
    let counts = (0..144)
        .map(|_| numbers.below(5) as u64 * numbers.below(5) as u64)
        .collect();
    let table = CrossTable::new(12, 12, counts)?;
    boxed(move || Ok(table.publish()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_work_can_be_done() {
        for (name, _) in WORKS {
            run(name).unwrap_or_else(|error| panic!("{name}: {error:#}"));
        }
        assert!(run("nothing").is_err());
    }
}
