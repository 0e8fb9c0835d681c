//! Panels drawn by lot, on a pool and its quotas.

use anyhow::{Result, bail};
use panel::read::{self, Columns};
use panel::{Lottery, Problem, leximin, maximin};

use crate::clock;
use crate::report::Report;

/// `leximin|maximin SIZE POOL QUOTAS`: certified odds.
pub fn odds(words: &[&str]) -> Result<Report> {
    let [algorithm, size, pool, quotas] = words else {
        bail!("an algorithm, a size, a pool and quotas")
    };
    let algorithm = match *algorithm {
        "leximin" => leximin,
        "maximin" => maximin,
        other => bail!("no algorithm `{other}`"),
    };
    let problem = problem(&std::fs::read(pool)?, &std::fs::read(quotas)?, size.parse()?)?;
    let (odds, seconds) = clock::least(|| Ok(algorithm(&problem)?))?;
    // A lottery over panels of which any gives everybody their odds has at least one panel for each type.
    let (_, drawn) = clock::least(|| Ok(Lottery::legacy(&problem)?))?;
    let mut report = Report {
        seconds,
        bound: Some(drawn / panel::PANELS as f64 * (problem.member_types() + 1) as f64),
        ..Report::default()
    };
    report.answer("about the least odds", odds.min_probability());
    report.quality("gap", odds.certificate.gap());
    report.quality("types", problem.member_types() as f64);
    Ok(report)
}

pub fn problem(pool: &[u8], quotas: &[u8], size: u32) -> Result<Problem> {
    let categories = read::quotas(quotas)?;
    let people = read::pool(pool, &categories, &Columns::default())?;
    Ok(Problem::new(categories, people, size)?)
}
