//! `samspel analyse themes`.

use crate::input::TextSource;
use crate::report::{Report, Words};
use crate::vectors::{Model, VectorSource};
use crate::{Forms, Found, progress};
use clap::Args;
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt::Write as _;
use text::themes::{self, suggest, suggest_by_meaning};

#[derive(Debug, Args)]
pub struct Options {
    #[command(flatten)]
    source: TextSource,
    /// How many themes to look for, 1 to 100.
    #[arg(long, default_value_t = 10)]
    themes: usize,
    /// Another seed is another try.
    #[arg(long, default_value_t = 0)]
    seed: u64,
    #[command(flatten)]
    vectors: VectorSource,
    #[command(flatten)]
    pub forms: Forms,
}

/// What `--json` answers. Texts are named by their place in the file, from 0.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Themes {
    texts: usize,
    /// Terms that tell texts apart.
    vocabulary: usize,
    /// The largest first; fewer than asked for when the texts do not hold so many.
    themes: Vec<Theme>,
    /// For each text the place of its theme; null for a text that no theme fits.
    assigned: Vec<Option<usize>>,
    /// The word vectors by which texts also met; null when they met by the terms they share alone.
    vectors: Option<Model>,
    #[serde(skip)]
    shown: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Theme {
    terms: Vec<Term>,
    /// Texts that belong to this theme more than to any other.
    texts: usize,
    /// The most typical texts, by place.
    typical: Vec<usize>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Term {
    term: String,
    /// The weightiest has 1.
    weight: f64,
}

pub fn find(options: &Options) -> anyhow::Result<Themes> {
    let texts = options.source.read()?;
    let wanted = themes::Options {
        themes: options.themes,
        seed: options.seed,
        ..themes::Options::default()
    };
    let (sentences, model) = options.vectors.embed(&texts)?.unzip();
    let found = progress::during("finding themes", || match &sentences {
        Some(sentences) => suggest_by_meaning(&texts, sentences, &wanted),
        None => suggest(&texts, &wanted),
    })?;
    let term = |one: themes::KeyTerm| Term {
        term: one.term,
        weight: one.weight,
    };
    Ok(Themes {
        texts: texts.len(),
        vocabulary: found.vocabulary,
        themes: (found.themes.into_iter())
            .map(|theme| Theme {
                terms: theme.terms.into_iter().map(term).collect(),
                texts: theme.texts,
                typical: theme.typical,
            })
            .collect(),
        assigned: found.assigned,
        vectors: model,
        shown: texts,
    })
}

impl Theme {
    fn named(&self, terms: usize) -> String {
        let terms: Vec<&str> = self.terms.iter().take(terms).map(|one| one.term.as_str()).collect();
        terms.join(", ")
    }
}

impl Found for Themes {
    fn table(&self) -> String {
        let mut out = format!("{} texts, {} terms\n", self.texts, self.vocabulary);
        out.extend(self.vectors.iter().map(Model::line));
        for (place, theme) in self.themes.iter().enumerate() {
            let _ = writeln!(out, "{place:>3} {:>6}  {}", theme.texts, theme.named(8));
        }
        out
    }

    fn report(&self, words: &Words) -> Report {
        let without = self.assigned.iter().filter(|theme| theme.is_none()).count();
        let base = [
            ("texts", words.count(self.texts as u64).into()),
            ("themes", words.count(self.themes.len() as u64).into()),
            ("without", words.count(without as u64).into()),
        ];
        let mut report = Report::new(
            words.t("analyse-themes-title"),
            words.ta("analyse-themes-finding", &base),
        );
        report.paragraph(words.t(match self.vectors {
            Some(_) => "analyse-themes-how-by-meaning",
            None => "analyse-themes-how",
        }));
        if let Some(model) = &self.vectors {
            report.paragraph(model.told(words));
        }
        let bars = self.themes.iter().map(|theme| {
            let texts = i64::try_from(theme.texts).unwrap_or(i64::MAX);
            (theme.named(3), texts)
        });
        report.bars(words.t("analyse-themes-sizes"), bars.collect(), |n| words.count(n));
        let rows = self.themes.iter().map(|theme| {
            let typical = theme.typical.first().and_then(|place| self.shown.get(*place));
            vec![
                theme.named(8),
                words.count(theme.texts as u64),
                typical.cloned().unwrap_or_default(),
            ]
        });
        report.table(
            words.ta("analyse-themes-caption", &base),
            &[
                (&words.t("analyse-themes-terms"), false),
                (&words.t("analyse-texts"), true),
                (&words.t("analyse-themes-typical"), false),
            ],
            rows.collect(),
        );
        report
    }
}
