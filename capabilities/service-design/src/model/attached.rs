//! A file on a sheet: a photo from the wall, a drawing, a record.

use db::Id;
use dialogues::Document;

/// The most files that a sheet holds: a sheet is no archive.
pub(crate) const MOST_FILES: usize = 20;
/// How long the words for a picture may be, in characters.
const LONGEST_ALT: usize = 300;
/// As for documents of a process.
const LONGEST_TITLE: usize = 150;

/// How it was settled that those in a picture may be kept in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum People {
    /// Nobody in it can be recognised.
    Nobody,
    /// Everybody who can be recognised has said yes.
    Consented,
}

impl People {
    /// The word in the database and in the form.
    pub(crate) fn code(self) -> &'static str {
        match self {
            People::Nobody => "none",
            People::Consented => "consented",
        }
    }

    /// What the word says; nothing when it says that somebody has not said yes.
    pub(crate) fn from_code(code: &str) -> Option<People> {
        [People::Nobody, People::Consented]
            .into_iter()
            .find(|one| one.code() == code)
    }
}

/// A file of a sheet.
#[derive(Debug, Clone)]
pub struct Attached {
    pub document: Document,
    /// What a picture shows, in words; empty for other files.
    pub alt: String,
    /// For pictures.
    pub people: Option<People>,
}

/// What is said of a file that is put on a sheet.
#[derive(Debug, Clone, Copy)]
pub struct Caption<'a> {
    pub title: &'a str,
    pub alt: &'a str,
    /// The word of the form; empty when nothing was chosen.
    pub people: &'a str,
}

impl Caption<'_> {
    /// What is wrong, with the field that it is about.
    pub(crate) fn fault(&self, is_picture: bool) -> Option<(&'static str, &'static str)> {
        let (title, alt) = (self.title.chars().count(), self.alt.chars().count());
        match (self.people, People::from_code(self.people)) {
            _ if title == 0 => Some(("filnamn", "design-error-file-title")),
            _ if title > LONGEST_TITLE => Some(("filnamn", "design-error-file-title-long")),
            _ if !is_picture => None,
            _ if alt == 0 => Some(("alt", "design-error-file-alt")),
            _ if alt > LONGEST_ALT => Some(("alt", "design-error-file-alt-long")),
            ("", _) => Some(("personer", "design-error-file-people")),
            (_, None) => Some(("personer", "design-error-file-consent")),
            _ => None,
        }
    }
}

/// The files of a sheet by the rows that name them, among the documents of the project.
pub(crate) fn attached(rows: Vec<(Id, String, String)>, documents: &[Document]) -> Vec<Attached> {
    let found = |(id, alt, people): (Id, String, String)| {
        let document = documents.iter().find(|one| one.id == id)?.clone();
        Some(Attached {
            people: People::from_code(&people),
            alt,
            document,
        })
    };
    rows.into_iter().filter_map(found).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_needs_words_and_a_yes_from_everybody_in_it() {
        let long = "x".repeat(301);
        for (title, alt, people, is_picture, fault) in [
            ("Väggen", "Lappar i tre grupper", "none", true, None),
            ("Väggen", "Två föräldrar vid väggen", "consented", true, None),
            ("", "Lappar", "none", true, Some("filnamn")),
            ("Väggen", "", "none", true, Some("alt")),
            ("Väggen", long.as_str(), "none", true, Some("alt")),
            ("Väggen", "Lappar", "", true, Some("personer")),
            ("Väggen", "Lappar", "unsure", true, Some("personer")),
            ("Protokoll", "", "", false, None),
        ] {
            let caption = Caption { title, alt, people };
            assert_eq!(
                caption.fault(is_picture).map(|(field, _)| field),
                fault,
                "{title} {alt} {people}"
            );
        }
    }
}
