//! Records of a `.pb` file: fields between semicolons, quoted where they hold one, with the line they begin on.

use super::{PabulibError, Problem};
use std::borrow::Cow;

pub(super) struct Records<'a> {
    rest: &'a str,
    /// The line, from 1, at which `rest` begins.
    line: u32,
}

impl<'a> Records<'a> {
    /// A leading byte order mark is skipped.
    pub(super) fn new(bytes: &'a [u8]) -> Result<Records<'a>, PabulibError> {
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let rest = str::from_utf8(bytes).map_err(|error| {
            let before = &bytes[..error.valid_up_to()];
            Problem::NotUtf8.at(1 + before.iter().filter(|byte| **byte == b'\n').count() as u32)
        })?;
        Ok(Records { rest, line: 1 })
    }

    /// The line after the last record read.
    pub(super) fn line(&self) -> u32 {
        self.line
    }

    /// Reads the next record that is not blank into `fields`, trimmed. Tells the line it begins on; `None` at the end.
    pub(super) fn next(&mut self, fields: &mut Vec<Cow<'a, str>>) -> Result<Option<u32>, PabulibError> {
        while !self.rest.is_empty() {
            let line = self.line;
            fields.clear();
            let (text, after) = self.rest.split_once('\n').unwrap_or((self.rest, ""));
            if text.contains('"') {
                self.quoted(fields)?;
            } else {
                self.rest = after;
                self.line += 1;
                fields.extend(text.split(';').map(|field| Cow::Borrowed(field.trim())));
            }
            if fields.iter().any(|field| !field.is_empty()) {
                return Ok(Some(line));
            }
        }
        Ok(None)
    }

    /// A record in which a quote occurs. Within quotes `""` is a quote, and the line may end. A quote that does not
    /// begin a field is a character like any other.
    fn quoted(&mut self, fields: &mut Vec<Cow<'a, str>>) -> Result<(), PabulibError> {
        loop {
            let begun = self.line;
            let mut field = String::new();
            if let Some(mut quoted) = self.rest.trim_start_matches([' ', '\t']).strip_prefix('"') {
                loop {
                    let Some((text, after)) = quoted.split_once('"') else {
                        return Err(Problem::UnclosedQuote.at(begun));
                    };
                    self.line += text.bytes().filter(|byte| *byte == b'\n').count() as u32;
                    field.push_str(text);
                    match after.strip_prefix('"') {
                        Some(after) => {
                            field.push('"');
                            quoted = after;
                        }
                        None => {
                            self.rest = after;
                            break;
                        }
                    }
                }
            }
            let end = self.rest.find([';', '\n']).unwrap_or(self.rest.len());
            field.push_str(&self.rest[..end]);
            fields.push(Cow::Owned(field.trim().to_owned()));
            let separator = self.rest.as_bytes().get(end).copied();
            self.rest = self.rest.get(end + 1..).unwrap_or("");
            if separator != Some(b';') {
                self.line += 1;
                return Ok(());
            }
        }
    }
}
