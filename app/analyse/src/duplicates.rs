//! `samspel analyse duplicates`.

use crate::input::TextSource;
use crate::report::{Report, Words};
use crate::{Forms, Found, progress};
use clap::Args;
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt::Write as _;
use text::duplicates;

#[derive(Debug, Args)]
pub struct Options {
    #[command(flatten)]
    source: TextSource,
    /// Least similarity of a pair, 0.1 to 1. At 0.6 about every seventh word may differ.
    #[arg(long, default_value_t = duplicates::Options::default().threshold)]
    threshold: f64,
    #[command(flatten)]
    pub forms: Forms,
}

/// What `--json` answers. Texts are named by their place in the file, from 0.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Duplicates {
    texts: usize,
    /// Two texts, the earlier first, and their similarity (Jaccard, of pieces of the text).
    pairs: Vec<(usize, usize, f64)>,
    /// Texts that hang together by pairs, the largest cluster first.
    clusters: Vec<Vec<usize>>,
    /// For each cluster the member that resembles the others most.
    typical: Vec<usize>,
    /// Whether all pairs found are listed. The clusters are whole all the same.
    complete: bool,
    #[serde(skip)]
    shown: Vec<String>,
}

pub fn find(options: &Options) -> anyhow::Result<Duplicates> {
    let texts = options.source.read()?;
    let wanted = duplicates::Options {
        threshold: options.threshold,
        ..duplicates::Options::default()
    };
    let found = progress::during("comparing texts", || duplicates::find(&texts, &wanted))?;
    Ok(Duplicates {
        texts: texts.len(),
        pairs: (found.pairs.iter())
            .map(|pair| (pair.first, pair.second, pair.similarity))
            .collect(),
        typical: found.clusters.iter().map(|cluster| cluster.typical).collect(),
        clusters: found.clusters.into_iter().map(|cluster| cluster.members).collect(),
        complete: found.complete,
        shown: texts,
    })
}

impl Duplicates {
    fn clustered(&self) -> usize {
        self.clusters.iter().map(Vec::len).sum()
    }

    fn typical_text(&self, cluster: usize) -> &str {
        let place = self.typical.get(cluster);
        place
            .and_then(|place| self.shown.get(*place))
            .map_or("", String::as_str)
    }
}

impl Found for Duplicates {
    fn table(&self) -> String {
        let mut out = format!(
            "{} texts, {} of them in {} clusters\n",
            self.texts,
            self.clustered(),
            self.clusters.len()
        );
        for (place, cluster) in self.clusters.iter().enumerate() {
            let start: String = self.typical_text(place).chars().take(80).collect();
            let _ = writeln!(out, "{:>6}  {}", cluster.len(), start.replace('\n', " "));
        }
        out
    }

    fn report(&self, words: &Words) -> Report {
        let base = [
            ("texts", words.count(self.texts as u64).into()),
            ("clustered", words.count(self.clustered() as u64).into()),
            ("clusters", words.count(self.clusters.len() as u64).into()),
        ];
        let mut report = Report::new(
            words.t("analyse-duplicates-title"),
            words.ta("analyse-duplicates-finding", &base),
        );
        report.paragraph(words.t("analyse-duplicates-how"));
        if self.clusters.is_empty() {
            return report;
        }
        let bars = self.clusters.iter().enumerate().take(20).map(|(place, cluster)| {
            let texts = i64::try_from(cluster.len()).unwrap_or(i64::MAX);
            (self.typical_text(place).replace('\n', " "), texts)
        });
        report.bars(words.t("analyse-duplicates-sizes"), bars.collect(), |n| words.count(n));
        let rows = self.clusters.iter().enumerate().map(|(place, cluster)| {
            let places: Vec<String> = cluster.iter().map(usize::to_string).collect();
            vec![
                self.typical_text(place).to_owned(),
                words.count(cluster.len() as u64),
                places.join(", "),
            ]
        });
        report.table(
            words.ta("analyse-duplicates-caption", &base),
            &[
                (&words.t("analyse-duplicates-typical"), false),
                (&words.t("analyse-texts"), true),
                (&words.t("analyse-duplicates-places"), false),
            ],
            rows.collect(),
        );
        report
    }
}
