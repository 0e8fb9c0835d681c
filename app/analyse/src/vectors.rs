//! Word vectors from a file that the analyst has: with them texts also meet by meaning. Nothing is fetched, and without the option
//! everything is as it was.

use crate::input::at_line;
use crate::progress;
use crate::report::Words;
use anyhow::Context as _;
use clap::Args;
use schemars::JsonSchema;
use serde::Serialize;
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use text::embedding::{Sentences, Vectors, Wanted};

/// Such files hold gigabytes: read in large pieces.
const PIECE: usize = 1 << 20;

#[derive(Debug, Args)]
pub struct VectorSource {
    /// Word vectors (`.vec`, the plain text format of word2vec, fastText and GloVe), so that texts that say the same in other words
    /// meet. Nothing is fetched.
    #[arg(long, value_name = "FILE")]
    vectors: Option<PathBuf>,
}

/// Which vectors a result lies on, and on how much of the texts.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Model {
    /// The file's name.
    file: String,
    /// Numbers of each vector.
    dimensions: usize,
    /// Words that were taken from the file.
    words: usize,
    coverage: Coverage,
    /// Texts that have a vector.
    texts: usize,
}

/// How much of the texts the file knows. Stop words and numbers are not counted.
#[derive(Debug, Serialize, JsonSchema)]
struct Coverage {
    /// Running words of the texts.
    words: u64,
    /// Those known: in the file as they are, in another form, or by the parts of the compound.
    known: u64,
    /// Of those known: in another form only.
    other_forms: u64,
    /// Of those known: by the parts of the compound only.
    by_parts: u64,
    /// The known of all, 0 to 1; null without words.
    share: Option<f64>,
}

impl VectorSource {
    /// The texts as vectors, if a file was named.
    pub fn embed(&self, texts: &[String]) -> anyhow::Result<Option<(Sentences, Model)>> {
        let Some(file) = &self.vectors else { return Ok(None) };
        let vectors = progress::during("reading word vectors", || read(file, texts))?;
        let sentences = progress::during("weighing words", || vectors.embed(texts));
        let coverage = sentences.coverage();
        let model = Model {
            file: file.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            dimensions: vectors.dimensions(),
            words: vectors.words(),
            coverage: Coverage {
                words: coverage.words,
                known: coverage.known(),
                other_forms: coverage.other_forms,
                by_parts: coverage.by_parts,
                share: coverage.share(),
            },
            texts: sentences.known(),
        };
        Ok(Some((sentences, model)))
    }
}

fn read(file: &Path, texts: &[String]) -> anyhow::Result<Vectors> {
    let opened = File::open(file).with_context(|| format!("cannot read {}", file.display()))?;
    let reader = BufReader::with_capacity(PIECE, opened);
    Vectors::read(reader, &Wanted::of(texts)).map_err(|fault| at_line(file, fault.line, &fault))
}

impl Model {
    /// One line for a terminal.
    pub fn line(&self) -> String {
        format!(
            "by meaning too, with {}: {} dimensions, {} of {} words known\n",
            self.file, self.dimensions, self.coverage.known, self.coverage.words
        )
    }

    /// One paragraph for people.
    pub fn told(&self, words: &Words) -> String {
        words.ta(
            "analyse-vectors-used",
            &[
                ("file", self.file.as_str().into()),
                ("known", words.count(self.coverage.known).into()),
                ("words", words.count(self.coverage.words).into()),
                ("share", words.share(self.coverage.share.unwrap_or(0.0)).into()),
            ],
        )
    }
}
