//! `samspel analyse personal-data`.

use crate::input::TextSource;
use crate::report::{Report, Words};
use crate::{Forms, Found, progress};
use clap::Args;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use text::personal_data::traces;

#[derive(Debug, Args)]
pub struct Options {
    #[command(flatten)]
    source: TextSource,
    #[command(flatten)]
    pub forms: Forms,
}

/// What `--json` answers for each text, one line a text.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Row {
    spans: Vec<Span>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Span {
    /// personal-number, coordination-number, phone, email, postal-address, registration-plate.
    kind: &'static str,
    /// Characters (Unicode scalar values) from the beginning of the text, the end not included.
    start: usize,
    end: usize,
}

/// All texts. The texts themselves never stand in the answer.
#[derive(Debug, Serialize)]
pub struct PersonalData {
    rows: Vec<Row>,
}

pub fn find(options: &Options) -> anyhow::Result<PersonalData> {
    let texts = options.source.read()?;
    let row = |text: &String| Row {
        spans: (traces(text).into_iter())
            .map(|trace| Span {
                kind: trace.kind.code(),
                start: trace.start,
                end: trace.end,
            })
            .collect(),
    };
    Ok(PersonalData {
        rows: progress::during("reading texts", || texts.iter().map(row).collect()),
    })
}

impl PersonalData {
    /// Of each kind: how many there are, and in how many texts.
    fn kinds(&self) -> BTreeMap<&'static str, (usize, usize)> {
        let mut kinds: BTreeMap<&'static str, (usize, usize)> = BTreeMap::new();
        for row in &self.rows {
            let mut here: Vec<&str> = row.spans.iter().map(|span| span.kind).collect();
            for span in &row.spans {
                kinds.entry(span.kind).or_default().0 += 1;
            }
            here.sort_unstable();
            here.dedup();
            for kind in here {
                kinds.entry(kind).or_default().1 += 1;
            }
        }
        kinds
    }

    fn marked(&self) -> usize {
        self.rows.iter().filter(|row| !row.spans.is_empty()).count()
    }
}

impl Found for PersonalData {
    fn json(&self) -> anyhow::Result<String> {
        let mut out = String::new();
        for row in &self.rows {
            out.push_str(&serde_json::to_string(row)?);
            out.push('\n');
        }
        Ok(out)
    }

    fn table(&self) -> String {
        let mut out = format!(
            "{} of {} texts hold something that names a person or leads to one\n",
            self.marked(),
            self.rows.len()
        );
        for (kind, (findings, texts)) in self.kinds() {
            let _ = writeln!(out, "{findings:>7} in {texts:>6} texts  {kind}");
        }
        for (place, row) in self.rows.iter().enumerate().filter(|(_, row)| !row.spans.is_empty()) {
            let spans = row
                .spans
                .iter()
                .map(|span| format!("{} {}–{}", span.kind, span.start, span.end));
            let _ = writeln!(out, "text {place}: {}", spans.collect::<Vec<_>>().join(", "));
        }
        out
    }

    fn report(&self, words: &Words) -> Report {
        let base = [
            ("marked", words.count(self.marked() as u64).into()),
            ("texts", words.count(self.rows.len() as u64).into()),
        ];
        let mut report = Report::new(
            words.t("analyse-personal-data-title"),
            words.ta("analyse-personal-data-finding", &base),
        );
        report.paragraph(words.t("analyse-personal-data-how"));
        let kinds = self.kinds();
        if kinds.is_empty() {
            return report;
        }
        let named = |kind: &str| words.t(&format!("analyse-kind-{kind}"));
        let bars = kinds.iter().map(|(kind, (findings, _))| {
            let findings = i64::try_from(*findings).unwrap_or(i64::MAX);
            (named(kind), findings)
        });
        report.bars(words.t("analyse-personal-data-sizes"), bars.collect(), |n| {
            words.count(n)
        });
        let rows = kinds.iter().map(|(kind, (findings, texts))| {
            vec![named(kind), words.count(*findings as u64), words.count(*texts as u64)]
        });
        report.table(
            words.ta("analyse-personal-data-caption", &base),
            &[
                (&words.t("analyse-personal-data-kind"), false),
                (&words.t("analyse-personal-data-findings"), true),
                (&words.t("analyse-texts"), true),
            ],
            rows.collect(),
        );
        report
    }
}
