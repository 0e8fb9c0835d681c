//! The file of word vectors that the operator may have named (`word_vectors` in the configuration). Nothing is fetched; without a file
//! texts are compared by their words alone.

use std::fs::File;
use std::io::BufReader;
use std::path::PathBuf;

use text::embedding::{Sentences, Vectors, Wanted};

use crate::model::suggest::Meaning;

/// Where word vectors are read from, each time suggestions are made: such a file is large, and only the words of the texts at hand
/// are kept of it.
#[derive(Debug, Clone, Default)]
pub struct WordVectors(Option<PathBuf>);

impl WordVectors {
    /// The file at that path; none for an empty one.
    pub fn at(path: &str) -> WordVectors {
        WordVectors((!path.is_empty()).then(|| path.into()))
    }

    /// The texts by their meaning; `None` without a file. A file that cannot be read is told and does without.
    pub(crate) fn read(&self, texts: &[&str]) -> Option<(Meaning, Option<Sentences>)> {
        let path = self.0.as_ref()?;
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let opened = File::open(path).map_err(|fault| fault.to_string());
        let read = opened.and_then(|open| {
            Vectors::read(BufReader::new(open), &Wanted::of(texts)).map_err(|fault| fault.to_string())
        });
        Some(match read {
            Ok(vectors) => {
                let sentences = vectors.embed(texts);
                let coverage = sentences.coverage();
                let meaning = Meaning {
                    file,
                    is_read: true,
                    known: coverage.known(),
                    words: coverage.words,
                };
                (meaning, Some(sentences))
            }
            Err(fault) => {
                tracing::warn!(path = %path.display(), fault, "word vectors could not be read");
                let unread = Meaning {
                    file,
                    ..Meaning::default()
                };
                (unread, None)
            }
        })
    }
}
