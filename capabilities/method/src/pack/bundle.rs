//! A pack as one file: JSON with every file's text, so that it can be mailed, kept and compared.

use super::Files;
use serde::{Deserialize, Serialize};

/// The format that this program writes and reads.
const FORMAT: &str = "samspel-pack/1";

/// The most files a bundle may hold, and the longest a file may be, in bytes: beyond any handbook, short of filling memory.
const MOST_FILES: usize = 5_000;
const LONGEST: usize = 2_000_000;

/// A pack in one file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bundle {
    format: String,
    /// The pack's key.
    pub pack: String,
    /// The edition it was taken from.
    pub edition: String,
    pub files: Files,
}

impl Bundle {
    /// A bundle of these files.
    pub fn new(pack: &str, edition: &str, files: Files) -> Bundle {
        Bundle {
            format: FORMAT.into(),
            pack: pack.into(),
            edition: edition.into(),
            files,
        }
    }

    /// The file's text.
    pub fn to_text(&self) -> String {
        // Texts and a map of texts always become JSON.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Reads a file that [`Bundle::to_text`] made.
    ///
    /// # Errors
    /// A sentence that says what is wrong.
    pub fn parse(text: &str) -> Result<Bundle, String> {
        let bundle: Bundle = serde_json::from_str(text)
            .map_err(|error| format!("it is not a file that `samspel pack export` wrote ({error})"))?;
        if bundle.format != FORMAT {
            return Err(format!(
                "it is of the format {}, and this program reads {FORMAT}",
                bundle.format
            ));
        }
        if bundle.files.len() > MOST_FILES {
            return Err(format!("it holds more than {MOST_FILES} files"));
        }
        let strange = |name: &str| name.starts_with('/') || name.split('/').any(|part| part.is_empty() || part == "..");
        for (name, text) in &bundle.files {
            if strange(name) || !([".toml", ".md", ".vtt"].iter().any(|end| name.ends_with(end))) {
                return Err(format!(
                    "{name} is no file of a pack: only .toml, .md and .vtt within the folder"
                ));
            }
            if text.len() > LONGEST {
                return Err(format!("{name} is longer than {LONGEST} bytes"));
            }
        }
        Ok(bundle)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bundle_comes_back_as_it_was_and_rubbish_is_told() {
        let files: Files = [("pack.toml".to_string(), "a = 1\n".to_string())].into();
        let text = Bundle::new("p", "1+2", files.clone()).to_text();
        assert_eq!(Bundle::parse(&text).map(|bundle| bundle.files), Ok(files));
        for broken in [
            "{}",
            "rubbish",
            &text.replace("samspel-pack/1", "samspel-pack/9"),
            &text.replace("pack.toml", "../pack.toml"),
            &text.replace("pack.toml", "/etc/x.toml"),
            &text.replace("pack.toml", "run.sh"),
        ] {
            assert!(Bundle::parse(broken).is_err(), "{broken}");
        }
    }
}
