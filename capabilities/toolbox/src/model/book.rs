//! The handbook made whole: every chapter with what it includes, and an index over all there is to find. Made once
//! for each edition of the method.

use super::includes::Includes;
use super::search::{Entry, Index, Sort};
use method::pack::{Chapter, Course, Include, Link, Piece};
use method::{Pack, Packs};
use std::sync::{Arc, PoisonError, RwLock};
use texts::{Lang, Texts};

/// The book of the edition in use. Lies on the site; makes the book anew when another edition has come into use.
pub struct Toolbox {
    packs: Packs,
    texts: Arc<Texts>,
    book: RwLock<Arc<Book>>,
}

impl Toolbox {
    /// The toolbox of the packs that dialogues work by.
    pub fn new(packs: &Packs, texts: &Arc<Texts>) -> Toolbox {
        Toolbox {
            book: RwLock::new(Arc::new(Book::new(packs.dialogue(), texts))),
            packs: packs.clone(),
            texts: texts.clone(),
        }
    }

    /// The book of the edition in use. The app asks for it as soon as another edition has come into use, so that nobody waits
    /// for it to be made.
    pub fn book(&self) -> Arc<Book> {
        let pack = self.packs.dialogue();
        let held = self.book.read().unwrap_or_else(PoisonError::into_inner).clone();
        if held.pack.edition == pack.edition {
            return held;
        }
        // Two who ask at once both make it; they make the same.
        let book = Arc::new(Book::new(pack, &self.texts));
        *self.book.write().unwrap_or_else(PoisonError::into_inner) = book.clone();
        book
    }
}

/// The method as something to read and choose from.
pub struct Book {
    /// The pack it is made of.
    pub pack: Arc<Pack>,
    /// Whole chapters as Markdown, in the order of the pack's.
    chapters: Vec<String>,
    /// What there is to find.
    pub index: Index,
}

impl Book {
    /// The words around what is included are Swedish, as the content is.
    fn new(pack: Arc<Pack>, texts: &Texts) -> Book {
        let includes = Includes::new(&pack, texts);
        let chapters: Vec<String> = pack.library.chapters.iter().map(|one| whole(one, &includes)).collect();
        let index = Index::new(entries(&pack, &chapters));
        Book { pack, chapters, index }
    }

    /// The chapters with their whole texts, in reading order.
    pub fn chapters(&self) -> impl Iterator<Item = (&Chapter, &str)> {
        self.pack
            .library
            .chapters
            .iter()
            .zip(self.chapters.iter().map(String::as_str))
    }

    /// The place of a chapter in reading order.
    pub fn place(&self, key: &str) -> Option<usize> {
        self.pack.library.chapters.iter().position(|one| one.key == key)
    }

    /// The chapter at a place, with its whole text.
    pub fn at(&self, place: usize) -> Option<(&Chapter, &str)> {
        Some((self.pack.library.chapters.get(place)?, self.chapters.get(place)?))
    }
}

/// A chapter's Markdown with everything it includes.
pub(crate) fn whole(chapter: &Chapter, includes: &Includes<'_>) -> String {
    let mut pieces: Vec<String> = Vec::new();
    for piece in &chapter.pieces {
        // Headings that are included stand right below those of the chapter; before its first one they are its own.
        let below = pieces
            .iter()
            .any(|text| text.lines().any(|line| line.starts_with("## ")));
        pieces.push(match piece {
            Piece::Text(text) => text.clone(),
            Piece::Include(include) => includes.markdown(include, if below { "###" } else { "##" }),
        });
    }
    pieces.join("\n\n")
}

/// Everything that can be found. What a chapter includes is found in the chapter; help texts belong to it too.
fn entries(pack: &Pack, chapters: &[String]) -> Vec<Entry> {
    let library = &pack.library;
    let mut all = Vec::new();
    for (chapter, text) in library.chapters.iter().zip(chapters) {
        all.push(Entry {
            sort: Sort::Chapter,
            title: chapter.name.clone(),
            also: String::new(),
            address: Link::Chapter(chapter.key.clone()).address(),
            text: format!("{} {}", chapter.about.sv, super::html::plain(text)),
        });
    }
    for method in &library.methods {
        all.push(Entry {
            sort: Sort::Method,
            title: method.name.clone(),
            also: String::new(),
            address: Link::Method(method.key.clone()).address(),
            text: format!("{} {}", method.about.sv, super::html::plain(&method.text)),
        });
    }
    for term in &library.terms {
        all.push(Entry {
            sort: Sort::Term,
            title: term.name.clone(),
            also: term.also.join(" "),
            address: format!("{}#{}", crate::GLOSSARY, term.key),
            text: term.meaning.sv.clone(),
        });
    }
    for item in &pack.items {
        all.push(Entry {
            sort: Sort::Item,
            title: item.text.clone(),
            also: String::new(),
            address: checklist_address(pack, &item.phase),
            text: item.role.sv.clone(),
        });
    }
    for sheet in pack.sheets.iter() {
        let headings: Vec<&str> = sheet.sections.iter().map(|one| one.heading.get(Lang::Sv)).collect();
        all.push(Entry {
            sort: Sort::Template,
            title: sheet.name.clone(),
            also: String::new(),
            address: Link::Template(sheet.key.clone()).address(),
            text: format!("{} {}", sheet.about.sv, headings.join(". ")),
        });
    }
    all.extend(library.courses.iter().flat_map(lessons));
    all.extend(library.pages.iter().map(|page| Entry {
        sort: Sort::Page,
        title: page.name.clone(),
        also: String::new(),
        address: page.address.clone(),
        text: format!(
            "{} {}",
            page.about.sv,
            super::html::plain(&without_directives(&page.text.sv))
        ),
    }));
    all
}

/// The pages of a course, each found by itself; the course's name leads to all of them.
fn lessons(course: &Course) -> impl Iterator<Item = Entry> {
    course.pages.iter().map(|page| Entry {
        sort: Sort::Lesson,
        title: page.name.clone(),
        also: course.name.sv.clone(),
        address: format!("/arbetsyta/utbildning/kurs/{}/sida/{}", course.key, page.key),
        text: super::html::plain(&page.text),
    })
}

/// What a page shows from elsewhere is found there.
fn without_directives(markdown: &str) -> String {
    let lines = markdown.lines().filter(|line| !line.trim_start().starts_with('{'));
    lines.collect::<Vec<_>>().join("\n")
}

/// The chapter in which the checklist of a phase is read, or the book.
fn checklist_address(pack: &Pack, phase: &str) -> String {
    let lists = |piece: &Piece| matches!(piece, Piece::Include(Include::Checklist(one)) if one.code() == phase);
    pack.library
        .chapters
        .iter()
        .find(|one| one.pieces.iter().any(lists))
        .map_or_else(
            || crate::BOOK.to_owned(),
            |one| Link::Chapter(one.key.clone()).address(),
        )
}
