//! What there is to read and choose from beside the process: the handbook, the words, the principles, the methods.

use super::{Activity, Conflict, Course, Form, Named, Phase, Purpose, Reach, TargetGroup, Words};
use std::ops::Range;

/// The handbook and what stands around it. A pack without these files has an empty one.
#[derive(Debug, Clone, Default)]
pub struct Library {
    pub parts: Vec<Part>,
    /// In reading order, part by part.
    pub chapters: Vec<Chapter>,
    pub terms: Vec<Term>,
    pub principles: Vec<Principle>,
    /// In the order of their keys.
    pub methods: Vec<MethodCard>,
    /// In the order of their keys.
    pub courses: Vec<Course>,
}

/// A part of the handbook.
pub type Part = Named;

/// A chapter of the handbook.
#[derive(Debug, Clone)]
pub struct Chapter {
    pub key: String,
    pub name: Words,
    /// What one can do after having read it.
    pub about: Words,
    pub part: String,
    /// The tasks of the planner it helps with.
    pub tasks: Vec<String>,
    /// Templates and methods it belongs with; those its text links to come first.
    pub templates: Vec<String>,
    pub methods: Vec<String>,
    /// The text, in Swedish, cut where something is included.
    pub pieces: Vec<Piece>,
    /// Where what it says comes from, for whoever edits it.
    pub source: String,
}

/// A stretch of a chapter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Markdown.
    Text(String),
    /// What stands in another file of the pack.
    Include(Include),
}

/// What a line in braces includes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Include {
    /// The planner's help for a task, as Markdown.
    Help {
        task: String,
        text: String,
    },
    Levels,
    Principles,
    Steps,
    Roles,
    Gates,
    Checklist(Phase),
}

/// A word of the method.
#[derive(Debug, Clone)]
pub struct Term {
    pub key: String,
    pub name: Words,
    /// Other Swedish forms that people search for.
    pub also: Vec<String>,
    pub meaning: Words,
    /// Keys of other terms.
    pub see: Vec<String>,
}

/// A principle with its self-check.
#[derive(Debug, Clone)]
pub struct Principle {
    pub key: String,
    pub name: Words,
    pub meaning: Words,
    /// The question that is answered with yes, partly or no.
    pub check: Words,
    /// What counts as yes.
    pub yes: Words,
    pub source: String,
}

/// From–to; no end means that there is no upper limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub min: u32,
    pub max: Option<u32>,
}

/// A way of holding a dialogue, with what one chooses it by.
#[derive(Debug, Clone)]
pub struct MethodCard {
    pub key: String,
    pub name: Words,
    pub about: Words,
    /// Ranks on the ladder, 1 the lowest.
    pub levels: Vec<u8>,
    pub purposes: Vec<Purpose>,
    pub reach: Reach,
    pub form: Vec<Form>,
    /// How many people.
    pub group: Span,
    /// From start to result; an estimate.
    pub weeks: Span,
    /// The staff's; an estimate.
    pub hours: Span,
    /// 1 (under 10 000 kronor) to 4; an estimate.
    pub cost: u8,
    /// The most contested question it stands.
    pub conflict: Conflict,
    pub reaches: Vec<TargetGroup>,
    pub misses: Vec<TargetGroup>,
    /// Whether participants are drawn by lot.
    pub random: bool,
    pub activity: Activity,
    pub checklist: Vec<MethodItem>,
    /// Markdown, in Swedish.
    pub text: String,
    pub source: String,
}

/// A line of a method's own checklist.
#[derive(Debug, Clone)]
pub struct MethodItem {
    pub key: String,
    pub phase: Phase,
    pub text: Words,
}

impl Library {
    /// The chapter with that key.
    pub fn chapter(&self, key: &str) -> Option<&Chapter> {
        self.chapters.iter().find(|one| one.key == key)
    }

    /// The chapter that includes the planner's help for a task.
    pub fn chapter_with_help(&self, task: &str) -> Option<&Chapter> {
        let includes = |piece: &Piece| matches!(piece, Piece::Include(Include::Help { task: one, .. }) if one == task);
        self.chapters.iter().find(|one| one.pieces.iter().any(includes))
    }

    /// The method with that key.
    pub fn method(&self, key: &str) -> Option<&MethodCard> {
        self.methods.iter().find(|one| one.key == key)
    }

    /// The course with that key.
    pub fn course(&self, key: &str) -> Option<&Course> {
        self.courses.iter().find(|one| one.key == key)
    }

    /// The term with that key.
    pub fn term(&self, key: &str) -> Option<&Term> {
        self.terms.iter().find(|one| one.key == key)
    }
}

/// A link within the method, as texts write it: `handbok:level-and-promise`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    Chapter(String),
    Method(String),
    Template(String),
}

impl Link {
    /// The link that an address is; `None` for addresses of other kinds.
    pub fn parse(address: &str) -> Option<Link> {
        let (kind, key) = address.trim().split_once(':')?;
        let key = key.to_string();
        match kind {
            "handbok" => Some(Link::Chapter(key)),
            "metod" => Some(Link::Method(key)),
            "mall" => Some(Link::Template(key)),
            _ => None,
        }
    }

    /// The page it leads to.
    pub fn address(&self) -> String {
        match self {
            Link::Chapter(key) => format!("/arbetsyta/handbok/{key}"),
            Link::Method(key) => format!("/arbetsyta/metoder/{key}"),
            Link::Template(key) => format!("/arbetsyta/mallar/{}", key.to_lowercase()),
        }
    }

    /// Every such link in a Markdown text, with where its address stands.
    pub fn all_in(text: &str) -> Vec<(Range<usize>, Link)> {
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(start) = text[from..].find("](").map(|at| from + at + 2) {
            let end = text[start..].find(')').map_or(text.len(), |at| start + at);
            if let Some(link) = Link::parse(&text[start..end]) {
                found.push((start..end, link));
            }
            from = end;
        }
        found
    }
}
