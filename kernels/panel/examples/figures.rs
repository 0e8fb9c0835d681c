//! What the algorithms make of a pool, and what it costs: `figures POOL.csv QUOTAS.csv SIZE [household column ...]`.
#![allow(clippy::print_stdout)]

use panel::read::{self, Columns};
use panel::{Algorithm, Lottery, Problem, leximin, maximin, select};
use std::error::Error;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [pool, quotas, size, household @ ..] = arguments.as_slice() else {
        return Err("figures POOL.csv QUOTAS.csv SIZE [household column ...]".into());
    };
    let household: Vec<&str> = household.iter().map(String::as_str).collect();
    let categories = read::quotas(&std::fs::read(quotas)?)?;
    let people = read::pool(
        &std::fs::read(pool)?,
        &categories,
        &Columns {
            id: None,
            household: &household,
        },
    )?;
    let problem = Problem::new(categories, people, size.parse()?)?;
    println!(
        "{} people, {} seats, {} member types",
        problem.people().len(),
        problem.size(),
        problem.member_types()
    );
    for (name, algorithm) in [("leximin", leximin as fn(&Problem) -> _), ("maximin", maximin)] {
        let start = Instant::now();
        let odds = algorithm(&problem)?;
        let seconds = start.elapsed().as_secs_f64();
        let (certificate, p) = (&odds.certificate, &odds.probabilities);
        let start = Instant::now();
        let lottery = Lottery::of(&problem, &odds)?;
        println!(
            "{name}: {seconds:.3} s, min {:.7}, geometric mean {:.7}, Gini {:.7}; {} levels, {} cuts, gap {:.1e}; \
             lottery {:.3} s, largest difference {:.5}",
            odds.min_probability(),
            geometric_mean(p),
            gini(p),
            certificate.levels.len(),
            certificate.cuts,
            certificate.gap(),
            start.elapsed().as_secs_f64(),
            lottery.largest_difference(&odds),
        );
    }
    let start = Instant::now();
    let legacy = select(&problem, Algorithm::Legacy, "seed")?;
    println!(
        "legacy: {:.3} s, min {:.4}",
        start.elapsed().as_secs_f64(),
        legacy.min_probability
    );
    Ok(())
}

fn geometric_mean(p: &[f64]) -> f64 {
    (p.iter().map(|p| p.ln()).sum::<f64>() / p.len() as f64).exp()
}

fn gini(p: &[f64]) -> f64 {
    let mut sorted = p.to_vec();
    sorted.sort_by(f64::total_cmp);
    let (n, sum) = (p.len() as f64, p.iter().sum::<f64>());
    let ranked: f64 = sorted
        .iter()
        .enumerate()
        .map(|(rank, p)| (2.0 * (rank as f64 + 1.0) - n - 1.0) * p)
        .sum();
    ranked / (n * sum)
}
