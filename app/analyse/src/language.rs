//! `samspel analyse language`.

use crate::input::TextSource;
use crate::report::{Report, Words};
use crate::{Forms, Found, progress};
use clap::Args;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use text::language::{Guess, guess};

#[derive(Debug, Args)]
pub struct Options {
    #[command(flatten)]
    source: TextSource,
    #[command(flatten)]
    pub forms: Forms,
}

/// What `--json` answers.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Languages {
    /// For each text its language (ISO 639: sv, en, fi, ar …); null when it is too short or nothing is sure.
    languages: Vec<Option<&'static str>>,
    /// How many texts are in each language.
    counts: BTreeMap<&'static str, usize>,
    /// Texts with too few letters to tell.
    too_short: usize,
    /// Texts that fit two languages nearly as well, or none.
    unsure: usize,
}

pub fn find(options: &Options) -> anyhow::Result<Languages> {
    let texts = options.source.read()?;
    let guesses: Vec<Guess> = progress::during("reading texts", || texts.iter().map(|text| guess(text)).collect());
    let mut found = Languages {
        languages: Vec::with_capacity(guesses.len()),
        counts: BTreeMap::new(),
        too_short: 0,
        unsure: 0,
    };
    for one in guesses {
        found.languages.push(match one {
            Guess::Language(code) => {
                *found.counts.entry(code).or_default() += 1;
                Some(code)
            }
            Guess::TooShort => {
                found.too_short += 1;
                None
            }
            Guess::Unsure => {
                found.unsure += 1;
                None
            }
        });
    }
    Ok(found)
}

impl Found for Languages {
    fn table(&self) -> String {
        let mut out = format!(
            "{} texts, {} too short to tell, {} unsure\n",
            self.languages.len(),
            self.too_short,
            self.unsure
        );
        for (code, texts) in &self.counts {
            let _ = writeln!(out, "{texts:>7}  {code}");
        }
        out
    }

    fn report(&self, words: &Words) -> Report {
        let base = [
            ("texts", words.count(self.languages.len() as u64).into()),
            ("short", words.count(self.too_short as u64).into()),
            ("unsure", words.count(self.unsure as u64).into()),
        ];
        let mut report = Report::new(
            words.t("analyse-language-title"),
            words.ta("analyse-language-finding", &base),
        );
        let mut counts: Vec<(&str, usize)> = self.counts.iter().map(|(code, texts)| (*code, *texts)).collect();
        counts.sort_by_key(|(code, texts)| (std::cmp::Reverse(*texts), *code));
        let bars = counts.iter().map(|(code, texts)| {
            let texts = i64::try_from(*texts).unwrap_or(i64::MAX);
            ((*code).to_owned(), texts)
        });
        report.bars(words.t("analyse-language-sizes"), bars.collect(), |n| words.count(n));
        let rows = counts.iter().map(|(code, texts)| {
            let share = *texts as f64 / self.languages.len().max(1) as f64;
            vec![(*code).to_owned(), words.count(*texts as u64), words.share(share)]
        });
        report.table(
            words.ta("analyse-language-caption", &base),
            &[
                (&words.t("analyse-language-code"), false),
                (&words.t("analyse-texts"), true),
                (&words.t("analyse-share"), true),
            ],
            rows.collect(),
        );
        report
    }
}
