//! A course as it stands in a pack: pages to read, each with its questions.

use super::Words;
use std::collections::BTreeSet;

/// A course.
#[derive(Debug, Clone)]
pub struct Course {
    pub key: String,
    pub name: Words,
    /// What one can do after having taken it.
    pub about: Words,
    /// Whom it is meant for.
    pub audience: Words,
    /// Raised by the author when so much is new that one should begin again; a corrected word is no new edition.
    pub edition: i64,
    pub minutes: u32,
    /// The share of the questions, in percent, that must be right.
    pub pass: u32,
    /// How long what one learnt is held to last; `None` for ever.
    pub valid_months: Option<u32>,
    pub pages: Vec<CoursePage>,
    /// Where what it says comes from, for whoever edits it.
    pub source: String,
}

/// A page of a course.
#[derive(Debug, Clone)]
pub struct CoursePage {
    pub key: String,
    pub name: Words,
    pub minutes: u32,
    pub medium: Option<Medium>,
    /// Markdown, in Swedish.
    pub text: String,
    pub questions: Vec<Question>,
}

/// A film or a recording, which always has its words in writing too (WCAG 1.2.1–1.2.3).
#[derive(Debug, Clone)]
pub struct Medium {
    pub kind: MediumKind,
    /// Where it lies on the site.
    pub address: String,
    /// WebVTT, in Swedish.
    pub captions: String,
    /// Markdown, in Swedish.
    pub transcript: String,
}

/// What a medium is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MediumKind {
    Film,
    Audio,
}

/// A question with its choices.
#[derive(Debug, Clone)]
pub struct Question {
    pub key: String,
    pub text: Words,
    /// Whether several choices may be right.
    pub many: bool,
    pub choices: Vec<Choice>,
}

/// One choice, and why it is right or not.
#[derive(Debug, Clone)]
pub struct Choice {
    pub text: Words,
    pub right: bool,
    pub why: Words,
}

impl Course {
    /// The page with that key.
    pub fn page(&self, key: &str) -> Option<&CoursePage> {
        self.pages.iter().find(|one| one.key == key)
    }

    /// How many questions there are on all pages.
    pub fn question_count(&self) -> usize {
        self.pages.iter().map(|page| page.questions.len()).sum()
    }

    /// How many of them must be right.
    pub fn needed(&self) -> usize {
        (self.question_count() * self.pass as usize).div_ceil(100)
    }
}

impl CoursePage {
    /// The question with that key.
    pub fn question(&self, key: &str) -> Option<&Question> {
        self.questions.iter().find(|one| one.key == key)
    }
}

impl Question {
    /// The places of the right choices, from nought.
    pub fn right(&self) -> BTreeSet<usize> {
        let right = self.choices.iter().enumerate().filter(|(_, choice)| choice.right);
        right.map(|(place, _)| place).collect()
    }
}
