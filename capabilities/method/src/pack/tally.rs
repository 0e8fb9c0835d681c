//! How much a pack holds, and how heavy it is to read: what `samspel pack counts` prints.

use super::{Audience, Course, CoursePage, Edition, InformationPage, Pack, Piece, Question};
use std::collections::BTreeSet;
use texts::Lang;

/// For whom a text is written; residents' is held to be easier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    Residents,
    Officials,
}

impl Readers {
    /// The readability that texts stay under on average (LIX: words a sentence + share of words over six letters;
    /// Björnsson 1968). 40 is a newspaper, 50 an official text.
    pub fn most(self) -> f64 {
        match self {
            Readers::Residents => 45.0,
            Readers::Officials => 50.0,
        }
    }
}

/// One sort of content.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    pub what: &'static str,
    pub audience: Readers,
    pub count: usize,
    /// Swedish words.
    pub words: usize,
    /// LIX of all its Swedish texts taken together; none without a sentence.
    pub lix: Option<f64>,
}

/// The contents of an edition, sort by sort.
pub fn tally(edition: &Edition) -> Vec<Tally> {
    let Some(pack) = edition.templates.first() else {
        return Vec::new();
    };
    let library = &pack.library;
    let officials = |what, count, texts| one(what, Readers::Officials, count, texts);
    let residents = |what, count, texts| one(what, Readers::Residents, count, texts);
    let levels = pack.ladder.models.iter().flat_map(|model| &model.levels);
    let promises = pack
        .ladder
        .levels()
        .iter()
        .flat_map(|level| [&level.meaning.sv, &level.promise.sv]);
    let sheets = pack.sheets.iter().flat_map(|sheet| {
        let parts = sheet
            .sections
            .iter()
            .flat_map(|one| one.text.iter().map(|text| text.sv.clone()));
        std::iter::once(sheet.about.sv.clone()).chain(parts)
    });
    let chapters = library.chapters.iter().flat_map(|chapter| {
        chapter.pieces.iter().map(|piece| match piece {
            Piece::Text(text) => plain(text),
            Piece::Include(_) => String::new(),
        })
    });
    let help: BTreeSet<&String> = pack
        .help
        .iter()
        .filter(|((_, lang), _)| *lang == Lang::Sv)
        .map(|((key, _), _)| key)
        .collect();
    let help_texts = help.iter().filter_map(|key| {
        let text = edition.files.get(&format!("help/sv/{key}.md"))?;
        Some(plain(text))
    });
    vec![
        officials("process templates", edition.templates.len(), processes(edition)),
        residents(
            "levels of the ladder: meaning and promise",
            pack.ladder.levels().len(),
            promises.cloned().collect(),
        ),
        officials(
            "levels in all ladder models",
            levels.clone().count(),
            levels.map(|level| level.meaning.sv.clone()).collect(),
        ),
        officials(
            "fields",
            pack.fields.len(),
            pack.fields
                .iter()
                .filter_map(|field| Some(field.help.as_ref()?.sv.clone()))
                .collect(),
        ),
        officials("help texts of tasks", help.len(), help_texts.collect()),
        officials(
            "checklist items",
            all_items(edition),
            pack.items.iter().map(|item| item.text.sv.clone()).collect(),
        ),
        officials("document templates", pack.sheets.len(), sheets.collect()),
        officials(
            "methods",
            library.methods.len(),
            library.methods.iter().map(|method| plain(&method.text)).collect(),
        ),
        officials("handbook chapters", library.chapters.len(), chapters.collect()),
        officials(
            "words of the glossary",
            library.terms.len(),
            library.terms.iter().map(|term| term.meaning.sv.clone()).collect(),
        ),
        residents(
            "principles",
            library.principles.len(),
            library.principles.iter().map(|one| one.meaning.sv.clone()).collect(),
        ),
        officials("courses", library.courses.len(), courses(&library.courses)),
        residents(
            "information pages for residents",
            pages(pack, Audience::Public).count(),
            page_texts(pack, Audience::Public),
        ),
        officials(
            "information pages for officials",
            pages(pack, Audience::Intranet).count(),
            page_texts(pack, Audience::Intranet),
        ),
    ]
}

/// What courses say: their pages, the questions and the explanations.
fn courses(courses: &[Course]) -> Vec<String> {
    let of_page = |page: &CoursePage| {
        let explanations = |one: &Question| {
            one.choices
                .iter()
                .map(|choice| choice.why.sv.clone())
                .collect::<Vec<_>>()
        };
        let asked = page.questions.iter().map(|one| one.text.sv.clone());
        let explained = page.questions.iter().flat_map(explanations);
        std::iter::once(plain(&page.text))
            .chain(asked)
            .chain(explained)
            .collect::<Vec<_>>()
    };
    courses
        .iter()
        .flat_map(|course| &course.pages)
        .flat_map(of_page)
        .collect()
}

fn pages(pack: &Pack, audience: Audience) -> impl Iterator<Item = &InformationPage> {
    pack.library.pages.iter().filter(move |page| page.audience == audience)
}

fn page_texts(pack: &Pack, audience: Audience) -> Vec<String> {
    pages(pack, audience)
        .flat_map(|page| [page.about.sv.clone(), plain(&page.text.sv)])
        .collect()
}

fn all_items(edition: &Edition) -> usize {
    let items = edition.templates.iter().flat_map(|pack| &pack.items);
    items.map(|item| &item.key).collect::<BTreeSet<_>>().len()
}

fn processes(edition: &Edition) -> Vec<String> {
    let texts = edition.templates.iter().flat_map(|pack| {
        let steps = pack.steps.iter().map(|step| step.question.sv.clone());
        let moves = pack.transitions.iter().map(|one| one.text.sv.clone());
        let advice = pack.warnings.iter().map(|one| one.text.sv.clone());
        std::iter::once(pack.template_about.sv.clone())
            .chain(steps)
            .chain(moves)
            .chain(advice)
    });
    // What one process inherits from another is counted once.
    texts.collect::<BTreeSet<_>>().into_iter().collect()
}

fn one(what: &'static str, audience: Readers, count: usize, texts: Vec<String>) -> Tally {
    let whole = texts
        .iter()
        .filter(|text| !text.is_empty())
        .fold(String::new(), |mut whole, text| {
            whole.push_str(text);
            if !text.ends_with(['.', '?', '!']) {
                whole.push('.');
            }
            whole.push('\n');
            whole
        });
    let counted = text::words::count(&whole);
    Tally {
        what,
        audience,
        count,
        words: counted.words,
        lix: counted.lix(),
    }
}

/// The running text of a Markdown text: paragraphs and list items. Headings and tables are left out, for their short
/// lines would make any text seem easy.
fn plain(markdown: &str) -> String {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
    let (mut out, mut left_out) = (String::with_capacity(markdown.len()), 0);
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Heading { .. } | Tag::Table(_)) => left_out += 1,
            Event::End(TagEnd::Heading(_) | TagEnd::Table) => left_out -= 1,
            _ if left_out > 0 => {}
            Event::Text(words) | Event::Code(words) => out.push_str(&words),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::Item) => {
                if !out.trim_end().ends_with(['.', '?', '!', ':']) {
                    out.push('.');
                }
                out.push('\n');
            }
            _ => {}
        }
    }
    out
}
