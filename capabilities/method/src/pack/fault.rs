//! What is wrong with a pack, said so that whoever edits it can put it right: file, line, problem, remedy.

use std::fmt;

/// One fault in a pack.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PackFault {
    /// The file within the pack.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    pub problem: String,
    pub remedy: String,
}

impl fmt::Display for PackFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}. {}.", self.file, self.line, self.problem, self.remedy)
    }
}

/// Collects faults, and knows on which line a place in a file stands.
#[derive(Debug, Default)]
pub(super) struct Faults {
    list: Vec<PackFault>,
}

/// A file being read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'a> {
    pub name: &'a str,
    pub text: &'a str,
}

impl Source<'_> {
    /// The line of a byte offset.
    pub(super) fn line(&self, offset: usize) -> usize {
        line_of(self.text, offset)
    }
}

/// The line of a byte offset, counted from 1.
pub(super) fn line_of(text: &str, offset: usize) -> usize {
    let before = &text.as_bytes()[..offset.min(text.len())];
    before.iter().filter(|byte| **byte == b'\n').count() + 1
}

impl Faults {
    pub(super) fn add(
        &mut self,
        source: Source<'_>,
        offset: usize,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.add_line(source.name, source.line(offset), problem, remedy);
    }

    pub(super) fn add_line(&mut self, file: &str, line: usize, problem: impl Into<String>, remedy: impl Into<String>) {
        self.list.push(PackFault {
            file: file.into(),
            line,
            problem: problem.into(),
            remedy: remedy.into(),
        });
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub(super) fn into_list(mut self) -> Vec<PackFault> {
        self.list.sort();
        self.list.dedup();
        self.list
    }
}
