//! `samspel analyse duplicates`.

use crate::input::TextSource;
use crate::report::{Report, Words};
use crate::vectors::{Model, VectorSource};
use crate::{Forms, Found, progress};
use clap::Args;
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt::Write as _;
use text::duplicates;
use text::embedding::PairOptions;
use texts::Value;

/// Pairs in other words that a terminal and a report show.
const SHOWN: usize = 50;

#[derive(Debug, Args)]
pub struct Options {
    #[command(flatten)]
    source: TextSource,
    /// Least similarity of a pair, 0.1 to 1. At 0.6 about every seventh word may differ.
    #[arg(long, default_value_t = duplicates::Options::default().threshold)]
    threshold: f64,
    #[command(flatten)]
    vectors: VectorSource,
    /// Least similarity in meaning of a pair (cosine), above 0 and at most 1. Go down while the pairs are worth reading.
    #[arg(long, default_value_t = PairOptions::default().threshold, requires = "vectors")]
    meaning: f64,
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
    /// Texts that may say the same in other words; null without word vectors.
    in_other_words: Option<InOtherWords>,
    #[serde(skip)]
    shown: Vec<String>,
}

/// Candidates for whoever reads: texts that contradict each other are also alike. Of each cluster above only its typical
/// text is compared.
#[derive(Debug, Serialize, JsonSchema)]
struct InOtherWords {
    vectors: Model,
    /// Two texts, the earlier first, and their similarity in meaning (cosine), the most similar first.
    pairs: Vec<(usize, usize, f64)>,
    /// Whether all pairs found are listed.
    complete: bool,
}

pub fn find(options: &Options) -> anyhow::Result<Duplicates> {
    let texts = options.source.read()?;
    let wanted = duplicates::Options {
        threshold: options.threshold,
        ..duplicates::Options::default()
    };
    let found = progress::during("comparing texts", || duplicates::find(&texts, &wanted))?;
    let in_other_words = in_other_words(options, &texts, &found)?;
    Ok(Duplicates {
        texts: texts.len(),
        pairs: (found.pairs.iter())
            .map(|pair| (pair.first, pair.second, pair.similarity))
            .collect(),
        typical: found.clusters.iter().map(|cluster| cluster.typical).collect(),
        clusters: found.clusters.into_iter().map(|cluster| cluster.members).collect(),
        complete: found.complete,
        in_other_words,
        shown: texts,
    })
}

fn in_other_words(
    options: &Options,
    texts: &[String],
    found: &duplicates::Duplicates,
) -> anyhow::Result<Option<InOtherWords>> {
    let Some((sentences, vectors)) = options.vectors.embed(texts)? else {
        return Ok(None);
    };
    let wanted = PairOptions {
        threshold: options.meaning,
        ..PairOptions::default()
    };
    let found = progress::during("comparing what texts mean", || {
        sentences.pairs(&found.clusters, &wanted)
    })?;
    Ok(Some(InOtherWords {
        vectors,
        pairs: (found.pairs.iter())
            .map(|pair| (pair.first, pair.second, pair.similarity))
            .collect(),
        complete: found.complete,
    }))
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

    fn report_clusters(&self, report: &mut Report, words: &Words, base: &[(&str, Value<'_>)]) {
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
            words.ta("analyse-duplicates-caption", base),
            &[
                (&words.t("analyse-duplicates-typical"), false),
                (&words.t("analyse-texts"), true),
                (&words.t("analyse-duplicates-places"), false),
            ],
            rows.collect(),
        );
    }

    /// The pairs in other words, below the clusters.
    fn report_in_other_words(&self, report: &mut Report, words: &Words) {
        let Some(other) = &self.in_other_words else { return };
        let base = [
            ("pairs", words.count(other.pairs.len() as u64).into()),
            ("shown", words.count(other.pairs.len().min(SHOWN) as u64).into()),
        ];
        report.heading(words.t("analyse-other-words-title"));
        report.paragraph(words.ta("analyse-other-words-finding", &base));
        report.paragraph(words.t("analyse-other-words-how"));
        report.paragraph(other.vectors.told(words));
        if other.pairs.is_empty() {
            return;
        }
        let rows = other.pairs.iter().take(SHOWN).map(|(first, second, similarity)| {
            vec![
                self.shown[*first].clone(),
                self.shown[*second].clone(),
                words.decimal(*similarity, 2),
                format!("{first}, {second}"),
            ]
        });
        report.table(
            words.ta("analyse-other-words-caption", &base),
            &[
                (&words.t("analyse-other-words-first"), false),
                (&words.t("analyse-other-words-second"), false),
                (&words.t("analyse-other-words-similarity"), true),
                (&words.t("analyse-duplicates-places"), false),
            ],
            rows.collect(),
        );
    }
}

/// So much of a text as fits a line.
fn start(text: &str) -> String {
    let start: String = text.chars().take(80).collect();
    start.replace('\n', " ")
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
            let _ = writeln!(out, "{:>6}  {}", cluster.len(), start(self.typical_text(place)));
        }
        if let Some(other) = &self.in_other_words {
            out.push_str(&other.vectors.line());
            let _ = writeln!(out, "{} pairs that may say the same in other words", other.pairs.len());
            for (first, second, similarity) in other.pairs.iter().take(SHOWN) {
                let texts = [first, second].map(|place| start(&self.shown[*place]));
                let _ = writeln!(out, "{similarity:>6.2}  {}\n        {}", texts[0], texts[1]);
            }
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
        if !self.clusters.is_empty() {
            self.report_clusters(&mut report, words, &base);
        }
        self.report_in_other_words(&mut report, words);
        report
    }
}
