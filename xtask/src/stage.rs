//! Runs the stages one after the other, with seconds, and closes with one line that says how it went.

use std::io::Write;
use std::time::Instant;

use anyhow::Result;

use crate::house::House;

/// One thing that must hold.
pub struct Stage {
    pub name: &'static str,
    /// What it says when it is green.
    pub about: &'static str,
    /// Whether `--fast` keeps it.
    pub fast: bool,
    pub run: fn(&House) -> Result<Outcome>,
}

/// How a stage ended, short of a tool that could not run (that is an error).
pub enum Outcome {
    /// Holds; with what was looked at, in numbers.
    Holds(String),
    /// Could not be run here and need not be; with what would make it run.
    Skipped(String),
    /// Does not hold; one finding per line, `file:line: what`.
    Broken(Vec<String>),
}

impl Outcome {
    /// Green when there are no findings.
    pub fn of(findings: Vec<String>, looked_at: String) -> Outcome {
        if findings.is_empty() {
            Outcome::Holds(looked_at)
        } else {
            Outcome::Broken(findings)
        }
    }
}

/// Runs all stages, also after one is broken, so that one run shows everything. True when all hold.
pub fn run_all(house: &House, stages: &[&Stage]) -> bool {
    let begun = Instant::now();
    let mut broken = Vec::new();
    let mut skipped = Vec::new();
    for stage in stages {
        println!("── {:<10} {}", stage.name, stage.about);
        // A stage's own children write straight to the terminal; what we said must stand above it.
        let _ = std::io::stdout().flush();
        let start = Instant::now();
        let outcome = (stage.run)(house).unwrap_or_else(|error| Outcome::Broken(vec![format!("{error:#}")]));
        let seconds = start.elapsed().as_secs_f64();
        match outcome {
            Outcome::Holds(what) => println!("   holds      {seconds:>7.1} s   {what}"),
            Outcome::Skipped(why) => {
                println!("   skipped    {seconds:>7.1} s   {why}");
                skipped.push(stage.name);
            }
            Outcome::Broken(findings) => {
                for finding in &findings {
                    println!("   {finding}");
                }
                println!("   BROKEN     {seconds:>7.1} s   {} finding(s)", findings.len());
                broken.push(stage.name);
            }
        }
    }
    println!(
        "{}",
        closing(stages.len(), &broken, &skipped, begun.elapsed().as_secs())
    );
    broken.is_empty()
}

fn closing(all: usize, broken: &[&str], skipped: &[&str], seconds: u64) -> String {
    let time = format!("{} min {:02} s", seconds / 60, seconds % 60);
    let not_run = if skipped.is_empty() {
        String::new()
    } else {
        format!(", skipped: {}", skipped.join(", "))
    };
    if broken.is_empty() {
        format!("check: all {} stages hold{not_run} ({time})", all - skipped.len())
    } else {
        format!("check: BROKEN: {}{not_run} ({time})", broken.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_line_names_what_is_broken() {
        assert_eq!(closing(3, &[], &[], 61), "check: all 3 stages hold (1 min 01 s)");
        assert_eq!(
            closing(3, &[], &["deny"], 5),
            "check: all 2 stages hold, skipped: deny (0 min 05 s)"
        );
        assert_eq!(closing(3, &["sql"], &[], 5), "check: BROKEN: sql (0 min 05 s)");
    }
}
