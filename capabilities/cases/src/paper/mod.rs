//! A paper is a document about a dialogue that the program and an official write together: the dialogue report and the
//! tjänsteutlåtande. In every section stand what the program knows (generated anew when asked) and what the official
//! wrote (never touched by the program). Rules only: no database, no pages.

pub(crate) mod compose;
pub(crate) mod figures;
pub(crate) mod material;
pub(crate) mod phrases;
pub(crate) mod report;
pub(crate) mod statement;
#[cfg(test)]
mod tests;

use documents::{Block, Inline};
use serde::{Deserialize, Serialize};

/// Which paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Dialograpport (template T10).
    Report,
    /// Tjänsteutlåtande: the case to the body that decides.
    Statement,
}

impl Kind {
    /// One of two, by the kind.
    pub(crate) fn choose(self, report: &'static str, statement: &'static str) -> &'static str {
        match self {
            Kind::Report => report,
            Kind::Statement => statement,
        }
    }

    /// The word in the database.
    pub fn code(self) -> &'static str {
        self.choose("report", "statement")
    }

    /// The paper with that word.
    pub fn from_code(code: &str) -> Option<Kind> {
        [Kind::Report, Kind::Statement]
            .into_iter()
            .find(|one| one.code() == code)
    }

    /// The word in addresses under the dialogue.
    pub fn address(self) -> &'static str {
        self.choose("rapport", "tjansteutlatande")
    }

    /// The key of its name.
    pub fn label(self) -> &'static str {
        self.choose("cases-report", "cases-statement")
    }
}

/// A section as the paper's outline knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Outline {
    pub key: &'static str,
    /// The paper cannot be adopted while it is empty.
    pub required: bool,
}

const fn section(key: &'static str, required: bool) -> Outline {
    Outline { key, required }
}

/// The twelve sections of a dialogue report and its annexes, in their order (template T10).
const REPORT: [Outline; 14] = [
    section("summary", true),
    section("assignment", true),
    section("scope", true),
    section("account", true),
    section("participants", true),
    section("themes", true),
    section("agreement", false),
    section("differences", false),
    section("outside", false),
    section("conclusions", true),
    section("next", false),
    section("method", true),
    section("annex-questions", false),
    section("annex-code-plan", false),
];

/// The headings of the municipality's tjänsteutlåtande, in their order. The signatures stand before the list of papers.
const STATEMENT: [Outline; 8] = [
    section("matter", true),
    section("proposal", true),
    section("background", true),
    section(INVESTIGATION, true),
    section("assessment", true),
    section("children", true),
    section("economy", true),
    section("papers", false),
];

/// The section about the dialogue; those that the official adds stand after it as `investigation-2` and so on.
pub(crate) const INVESTIGATION: &str = "investigation";
/// More sections than this is another document.
const MOST_ADDED: usize = 12;
/// Longest text of a section, in characters: some ten pages.
pub(crate) const LONGEST: usize = 40_000;

pub(crate) fn outline(kind: Kind) -> &'static [Outline] {
    match kind {
        Kind::Report => &REPORT,
        Kind::Statement => &STATEMENT,
    }
}

/// A section of a paper as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its key in the outline.
    pub key: String,
    /// The heading of a section that the official added; empty for those of the outline.
    #[serde(default)]
    pub title: String,
    /// What the program knew when it was last asked.
    #[serde(default)]
    pub generated: Vec<Block>,
    /// Whether the generated part stands in the paper.
    pub shown: bool,
    /// What the official wrote, as plain text.
    #[serde(default)]
    pub written: String,
    /// The line after "Tidplan:" in the investigation; empty for none.
    #[serde(default)]
    pub timetable: String,
    /// Counts the savings by people, so that two who write the same section find out.
    #[serde(default)]
    pub revision: i64,
}

impl Section {
    fn new(key: &str) -> Section {
        Section {
            key: key.to_owned(),
            title: String::new(),
            generated: Vec::new(),
            shown: true,
            written: String::new(),
            timetable: String::new(),
            revision: 0,
        }
    }

    /// One that the official added to the investigation.
    pub(crate) fn is_added(&self) -> bool {
        self.key
            .strip_prefix(INVESTIGATION)
            .is_some_and(|rest| rest.starts_with('-'))
    }

    pub(crate) fn is_investigation(&self) -> bool {
        self.key == INVESTIGATION || self.is_added()
    }

    /// Nothing would stand under its heading.
    pub(crate) fn is_empty(&self) -> bool {
        self.written.trim().is_empty() && self.timetable.trim().is_empty() && (!self.shown || self.generated.is_empty())
    }
}

/// What the program can say about each section just now.
pub(crate) type Fresh = Vec<(&'static str, Vec<Block>)>;

/// A paper with every section of its outline, generated for the first time.
pub(crate) fn begin(kind: Kind, fresh: Fresh) -> Vec<Section> {
    let mut sections: Vec<Section> = outline(kind).iter().map(|one| Section::new(one.key)).collect();
    refresh(&mut sections, fresh);
    sections
}

/// How a section's generated part differs from what is known now, line by line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SectionChange {
    pub key: String,
    /// Lines that go.
    pub gone: Vec<String>,
    /// Lines that come.
    pub come: Vec<String>,
}

/// What [`refresh`] would change.
pub(crate) fn changes(sections: &[Section], fresh: &Fresh) -> Vec<SectionChange> {
    let change = |section: &Section| {
        let (_, blocks) = fresh.iter().find(|(key, _)| *key == section.key)?;
        if *blocks == section.generated {
            return None;
        }
        let (before, after) = (lines(&section.generated), lines(blocks));
        let without =
            |these: &[String], those: &[String]| these.iter().filter(|line| !those.contains(line)).cloned().collect();
        Some(SectionChange {
            key: section.key.clone(),
            gone: without(&before, &after),
            come: without(&after, &before),
        })
    };
    sections.iter().filter_map(change).collect()
}

/// Puts what is known now in place of what was generated before. What the official wrote, added and chose stays to the letter.
pub(crate) fn refresh(sections: &mut [Section], fresh: Fresh) {
    for (key, blocks) in fresh {
        if let Some(section) = sections.iter_mut().find(|section| section.key == key) {
            section.generated = blocks;
        }
    }
}

/// Adds an empty section to the investigation; gives its key. None when there are enough, or no investigation.
pub(crate) fn add_section(sections: &mut Vec<Section>) -> Option<String> {
    let last = sections.iter().rposition(Section::is_investigation)?;
    if sections.iter().filter(|one| one.is_added()).count() >= MOST_ADDED {
        return None;
    }
    let numbers = sections
        .iter()
        .filter_map(|one| one.key.strip_prefix("investigation-")?.parse::<usize>().ok());
    let key = format!("{INVESTIGATION}-{}", numbers.max().unwrap_or(1) + 1);
    sections.insert(last + 1, Section::new(&key));
    Some(key)
}

/// Takes away a section that the official added. Those of the outline stay.
pub(crate) fn remove_section(sections: &mut Vec<Section>, key: &str) -> bool {
    let before = sections.len();
    sections.retain(|one| one.key != key || !one.is_added());
    sections.len() < before
}

/// The required sections under which nothing stands.
pub(crate) fn missing(kind: Kind, sections: &[Section]) -> Vec<&'static str> {
    let is_missing = |one: &&Outline| {
        one.required
            && sections
                .iter()
                .find(|section| section.key == one.key)
                .is_none_or(Section::is_empty)
    };
    outline(kind).iter().filter(is_missing).map(|one| one.key).collect()
}

/// The words of blocks, a line for each piece, for comparing.
pub(crate) fn lines(blocks: &[Block]) -> Vec<String> {
    let words = |parts: &[Inline]| parts.iter().map(Inline::words).collect::<String>();
    let mut out = Vec::new();
    for block in blocks {
        match block {
            Block::Heading { text, .. } => out.push(text.clone()),
            Block::Paragraph { text } | Block::Note { text } => out.push(words(text)),
            Block::List { items, .. } => out.extend(items.iter().map(|item| words(item))),
            Block::Table(table) => {
                out.push(table.caption.clone());
                out.extend(table.rows.iter().map(|row| row.join(" · ")));
            }
            Block::Figure(figure) => out.push(figure.alt.clone()),
            Block::Quote { text, .. } => out.push(format!("”{text}”")),
            Block::Facts { rows } => out.extend(rows.iter().map(|(label, value)| format!("{label}: {value}"))),
            Block::Signatures { people } => out.extend(people.iter().map(|one| format!("{}, {}", one.name, one.role))),
            Block::Boxes { options } => out.extend(options.iter().cloned()),
            Block::PageBreak | Block::Contents { .. } | Block::Lines { .. } => {}
        }
    }
    out.retain(|line| !line.trim().is_empty());
    out
}
