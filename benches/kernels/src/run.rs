//! Runs each case in a process of its own, ours and the other tool's in turn, and prints a line of the table for each.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::goals::{Case, Places, Wanted, cases};
use crate::report::{Report, differences};

/// What to measure beside what.
pub struct Bench {
    pub places: Places,
    pub goal: Option<String>,
    /// A Python that has the other tools; `None`: ours alone.
    pub python: Option<PathBuf>,
    /// The script that calls them.
    pub script: PathBuf,
}

const HEAD: &str = "| goal | case | CPU s | MB | reference | CPU s | MB | ratio | wanted | lower bound, s | answers | |\n\
                    |---|---|---|---|---|---|---|---|---|---|---|---|";

impl Bench {
    /// Prints the table. True when every goal that was judged holds and every answer that was compared is equal.
    pub fn run(&self) -> Result<bool> {
        let cases = cases(&self.places, self.goal.as_deref())?;
        if cases.is_empty() {
            bail!(
                "there is no data for that goal: say with --data where the public data lies (benches/kernels/README.md)"
            );
        }
        println!("{HEAD}");
        let (mut held, mut judged, mut notes) = (0, 0, Vec::new());
        for case in &cases {
            let own = report(
                Command::new(std::env::current_exe()?)
                    .arg("own")
                    .arg(case.kernel)
                    .args(&case.words),
            )
            .with_context(|| case.name.clone())?;
            let reference = self.reference(case);
            let row = Row::new(case, &own, &reference);
            println!("{}", row.line);
            judged += usize::from(row.holds.is_some());
            held += usize::from(row.holds == Some(true));
            notes.extend(row.notes.into_iter().map(|note| format!("{}: {note}", case.name)));
        }
        println!("\n{held} of {judged} goals hold.");
        notes.iter().for_each(|note| println!("- {note}"));
        Ok(held == judged)
    }

    fn reference(&self, case: &Case) -> Report {
        let (Some(python), Some(_)) = (&self.python, case.reference) else {
            return skipped("");
        };
        let mut command = Command::new(python);
        // One thread each: the table compares work, not cores.
        for threads in ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"] {
            command.env(threads, "1");
        }
        report(command.arg(&self.script).arg(case.kernel).args(&case.words))
            .unwrap_or_else(|error| skipped(&format!("{error:#}")))
    }
}

fn skipped(why: &str) -> Report {
    Report {
        skipped: Some(why.to_owned()),
        ..Report::default()
    }
}

fn report(command: &mut Command) -> Result<Report> {
    let output = command.output().context("starting a measurement")?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("{}", said.trim().lines().last().unwrap_or("it ended without a word"));
    }
    Report::read(&String::from_utf8_lossy(&output.stdout))
}

struct Row {
    line: String,
    holds: Option<bool>,
    notes: Vec<String>,
}

impl Row {
    fn new(case: &Case, own: &Report, reference: &Report) -> Row {
        let mut notes = Vec::new();
        let ratio = reference.skipped.is_none().then(|| reference.seconds / own.seconds);
        let mut answers = String::new();
        match &reference.skipped {
            Some(why) if !why.is_empty() => {
                notes.push(format!("{} skipped: {why}", case.reference.unwrap_or_default()))
            }
            Some(_) => {}
            None => {
                let differing = differences(own, reference);
                let compared = own.answers.keys().any(|name| reference.answers.contains_key(name));
                answers = if compared {
                    if differing.is_empty() { "equal" } else { "DIFFER" }
                } else {
                    ""
                }
                .to_owned();
                notes.extend(differing.into_iter().map(|name| format!("{name} differs")));
            }
        }
        for (side, report) in [("here", own), ("there", reference)] {
            let qualities: Vec<String> = report
                .qualities
                .iter()
                .map(|(name, value)| format!("{name} {}", figure(*value)))
                .collect();
            if !qualities.is_empty() {
                notes.push(format!("{side} {}", qualities.join(", ")));
            }
        }
        let verdicts = verdicts(&case.wanted, own, ratio);
        let missed = verdicts.iter().any(|(_, holds)| *holds == Some(false)) || answers == "DIFFER";
        let is_judged = answers == "DIFFER" || verdicts.iter().any(|(_, holds)| holds.is_some());
        let wanted: Vec<&str> = verdicts.iter().map(|(words, _)| words.as_str()).collect();
        let there = |value: f64| {
            if reference.skipped.is_none() {
                figure(value)
            } else {
                String::new()
            }
        };
        let line = format!(
            "| {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {answers} | {} |",
            case.goal,
            case.name,
            figure(own.seconds),
            figure(own.megabytes),
            case.reference.unwrap_or_default(),
            there(reference.seconds),
            there(reference.megabytes),
            ratio.map_or(String::new(), |ratio| format!("{ratio:.0}×")),
            wanted.join(", "),
            own.bound
                .map_or(String::new(), |bound| format!("{} ({})", figure(bound), case.bound)),
            match (is_judged, missed) {
                (false, _) => "",
                (true, false) => "pass",
                (true, true) => "FAIL",
            },
        );
        Row {
            line,
            holds: is_judged.then_some(!missed),
            notes,
        }
    }
}

/// What was wanted, in words, and whether it holds; `None` where there was nothing to hold it against.
fn verdicts(wanted: &Wanted, own: &Report, ratio: Option<f64>) -> Vec<(String, Option<bool>)> {
    let mut verdicts = Vec::new();
    if let Some(least) = wanted.ratio {
        verdicts.push((format!("≥ {least:.0}×"), ratio.map(|ratio| ratio >= least)));
    }
    if let Some(most) = wanted.seconds {
        verdicts.push((format!("≤ {} s", figure(most)), Some(own.seconds <= most)));
    }
    if let Some(most) = wanted.megabytes {
        verdicts.push((format!("≤ {most:.0} MB"), Some(own.megabytes <= most)));
    }
    if let Some((name, least)) = wanted.quality {
        let value = own.qualities.get(name).copied().unwrap_or(0.0);
        verdicts.push((format!("{name} ≥ {}", figure(least)), Some(value >= least)));
    }
    verdicts
}

/// Three digits that count.
fn figure(value: f64) -> String {
    match value.abs() {
        0.0 => "0".to_owned(),
        size if size >= 100.0 => format!("{value:.0}"),
        size if size >= 1e-6 => {
            let digits = (2 - size.log10().floor() as i32).max(0) as usize;
            let text = format!("{value:.digits$}");
            if text.contains('.') {
                text.trim_end_matches('0').trim_end_matches('.').to_owned()
            } else {
                text
            }
        }
        _ => format!("{value:.1e}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_three_digits() {
        for (value, text) in [
            (1234.5, "1234"),
            (12.345, "12.3"),
            (0.5, "0.5"),
            (0.0012345, "0.00123"),
            (3e-13, "3.0e-13"),
            (0.0, "0"),
        ] {
            assert_eq!(figure(value), text);
        }
    }

    #[test]
    fn a_goal_holds_when_all_of_it_holds() {
        let case = Case {
            goal: "g",
            kernel: "k",
            name: "n".into(),
            words: Vec::new(),
            reference: Some("tool"),
            bound: "each byte once",
            wanted: Wanted {
                ratio: Some(50.0),
                seconds: Some(0.5),
                ..Wanted::default()
            },
        };
        let took = |seconds| Report {
            seconds,
            ..Report::default()
        };
        assert_eq!(Row::new(&case, &took(0.1), &took(6.0)).holds, Some(true));
        assert_eq!(Row::new(&case, &took(0.1), &took(4.0)).holds, Some(false));
        assert_eq!(Row::new(&case, &took(0.6), &took(60.0)).holds, Some(false));
        assert_eq!(Row::new(&case, &took(0.1), &skipped("not installed")).holds, Some(true));
        let (mut own, mut other) = (took(0.1), took(6.0));
        own.answer("winners", "1");
        other.answer("winners", "2");
        assert_eq!(Row::new(&case, &own, &other).holds, Some(false));
    }
}
