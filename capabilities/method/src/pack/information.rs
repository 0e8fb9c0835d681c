//! The information pages: what the municipality tells residents and its own people about dialogue, from one source. Here
//! are the base texts; the desk writes its own over them, and both are checked by [`text_faults`].

use super::build::Build;
use super::raw_information as raw;
use super::{Library, Link, Words};
use std::collections::BTreeSet;
use texts::Lang;

const INFORMATION: &str = "information.toml";
/// Where public pages may stand: these addresses and those below them are served.
pub const PUBLIC_PLACES: [&str; 3] = ["/sa-fungerar-det", "/kontakt", "/personuppgifter"];
/// Where pages for the municipality's own people may stand.
pub const INTRANET_PLACE: &str = "/arbetsyta/borja-har";

/// Whom a page is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Audience {
    /// Everybody.
    Public,
    /// Those who work in the municipality.
    Intranet,
}

impl Audience {
    /// Both.
    pub const ALL: [Audience; 2] = [Audience::Public, Audience::Intranet];

    /// The word in the files.
    pub fn code(self) -> &'static str {
        match self {
            Audience::Public => "public",
            Audience::Intranet => "intranet",
        }
    }

    /// What a text for it may show from elsewhere, by a line in braces.
    pub fn directives(self) -> &'static [Directive] {
        match self {
            Audience::Public => &Directive::ALL,
            Audience::Intranet => &[
                Directive::Levels,
                Directive::Principles,
                Directive::Contact,
                Directive::Pages,
            ],
        }
    }
}

/// What a line in braces shows. It is fetched when the page is read, so that it is never stale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Directive {
    /// The levels of the ladder with what they promise and do not.
    Levels,
    /// The levels in one sentence each.
    Rungs,
    /// The principles.
    Principles,
    /// The dialogues there are, by phase.
    Dialogues,
    /// How to reach the municipality.
    Contact,
    /// Who answers for personal data.
    Controller,
    /// The other pages for the same readers.
    Pages,
}

impl Directive {
    /// All of them.
    pub const ALL: [Directive; 7] = [
        Directive::Levels,
        Directive::Rungs,
        Directive::Principles,
        Directive::Dialogues,
        Directive::Contact,
        Directive::Controller,
        Directive::Pages,
    ];

    /// The word between the braces.
    pub fn code(self) -> &'static str {
        match self {
            Directive::Levels => "levels",
            Directive::Rungs => "rungs",
            Directive::Principles => "principles",
            Directive::Dialogues => "dialogues",
            Directive::Contact => "contact",
            Directive::Controller => "controller",
            Directive::Pages => "pages",
        }
    }

    fn parse(word: &str) -> Option<Directive> {
        Directive::ALL.into_iter().find(|one| one.code() == word.trim())
    }
}

/// An information page.
#[derive(Debug, Clone)]
pub struct InformationPage {
    pub key: String,
    pub audience: Audience,
    /// The whole path.
    pub address: String,
    pub name: Words,
    /// Its first paragraph.
    pub about: Words,
    /// Markdown; the English one may be missing.
    pub text: Words,
    /// Where what it says comes from, for whoever edits it.
    pub source: String,
}

/// A stretch of an information page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stretch {
    /// Markdown.
    Text(String),
    /// What is fetched from elsewhere.
    Shown(Directive),
}

/// Cuts a text at its directives. A line in braces that is none stays text.
pub fn stretches(text: &str) -> Vec<Stretch> {
    let mut list = Vec::new();
    let mut plain = String::new();
    for line in text.lines() {
        match in_braces(line).and_then(Directive::parse) {
            Some(directive) => {
                push_text(&mut list, &mut plain);
                list.push(Stretch::Shown(directive));
            }
            None => {
                plain.push_str(line);
                plain.push('\n');
            }
        }
    }
    push_text(&mut list, &mut plain);
    list
}

fn push_text(list: &mut Vec<Stretch>, plain: &mut String) {
    let text = plain.trim();
    if !text.is_empty() {
        list.push(Stretch::Text(text.to_owned()));
    }
    plain.clear();
}

fn in_braces(line: &str) -> Option<&str> {
    line.trim().strip_prefix('{')?.strip_suffix('}')
}

/// Something wrong with a text: the line, counted from 1, the problem and the remedy.
pub type TextFault = (usize, String, String);

/// What is wrong with the text of an information page: directives that are not there for its readers, links within the
/// method that lead nowhere, and links to the desk in a text for everybody.
pub fn text_faults(audience: Audience, text: &str, library: &Library, templates: &[String]) -> Vec<TextFault> {
    let mut faults = Vec::new();
    for (place, line) in text.lines().enumerate() {
        let Some(word) = in_braces(line) else { continue };
        let known = Directive::parse(word).is_some_and(|one| audience.directives().contains(&one));
        if !known {
            let words: Vec<String> = audience
                .directives()
                .iter()
                .map(|one| format!("{{{}}}", one.code()))
                .collect();
            faults.push((
                place + 1,
                format!(
                    "there is no directive \"{{{}}}\" in a text for this audience",
                    word.trim()
                ),
                format!("write one of {}", words.join(", ")),
            ));
        }
    }
    for (at, address) in addresses(text) {
        let line = text[..at].lines().count().max(1);
        if let Some((problem, remedy)) = link_fault(audience, address, library, templates) {
            faults.push((line, problem, remedy));
        }
    }
    faults.sort();
    faults
}

/// The addresses of all links, with where they stand.
fn addresses(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find("](").map(|at| from + at + 2) {
        let end = text[start..].find(')').map_or(text.len(), |at| start + at);
        found.push((start, text[start..end].trim()));
        from = end;
    }
    found
}

fn link_fault(audience: Audience, address: &str, library: &Library, templates: &[String]) -> Option<(String, String)> {
    let on_desk = Link::parse(address).is_some() || address.starts_with("/arbetsyta");
    if audience == Audience::Public && on_desk {
        let problem = format!("the link \"{address}\" leads to the desk, which residents cannot open");
        return Some((problem, "link to a public page or take the link away".into()));
    }
    let Some(link) = Link::parse(address) else {
        let sound = ["/", "#", "https://", "http://", "mailto:", "tel:"]
            .iter()
            .any(|start| address.starts_with(start));
        let problem = format!("the link \"{address}\" leads nowhere");
        return (!sound).then(|| (problem, "begin it with /, https:// or mailto:".into()));
    };
    let (what, key, exists) = match &link {
        Link::Chapter(key) => ("chapter", key, library.chapter(key).is_some()),
        Link::Method(key) => ("method", key, library.method(key).is_some()),
        Link::Template(key) => ("template", key, templates.contains(key)),
    };
    let problem = format!("the link leads to no {what}: there is no \"{key}\"");
    (!exists).then(|| (problem, format!("link to a {what} that exists")))
}

impl<'a> Build<'a> {
    /// The information pages. `library` and `templates` are what their texts may link to.
    pub(super) fn information(&mut self, library: &Library, templates: &[String]) -> Vec<InformationPage> {
        let Some(file) = self.parse_optional::<raw::InformationFile>(INFORMATION) else {
            return Vec::new();
        };
        let (mut keys, mut addresses) = (BTreeSet::new(), BTreeSet::new());
        let mut pages = Vec::new();
        for one in &file.page {
            self.unique(INFORMATION, "page", &mut keys, &one.key);
            let code = one.audience.get_ref();
            let audience = Audience::ALL.into_iter().find(|audience| audience.code() == code);
            self.known(INFORMATION, "audience", &one.audience, audience.is_some());
            let Some(audience) = audience else { continue };
            self.page_place(audience, one, &mut addresses);
            pages.push(InformationPage {
                key: one.key.get_ref().clone(),
                audience,
                address: one.address.get_ref().clone(),
                name: self.words(INFORMATION, &one.name),
                about: self.words(INFORMATION, &one.about),
                text: self.page_text(audience, one.key.get_ref(), library, templates),
                source: one.source.clone(),
            });
        }
        for audience in Audience::ALL {
            let named: BTreeSet<&str> = pages
                .iter()
                .filter(|one| one.audience == audience)
                .map(|one| one.key.as_str())
                .collect();
            for lang in Lang::ALL {
                self.stray_texts(&folder(audience, lang), &named, "page");
            }
        }
        pages
    }

    /// The address must be one that is served, and nobody else's.
    fn page_place(&mut self, audience: Audience, page: &raw::Page, seen: &mut BTreeSet<String>) {
        let (address, at) = (page.address.get_ref(), page.address.span().start);
        let places: &[&str] = match audience {
            Audience::Public => &PUBLIC_PLACES,
            Audience::Intranet => &[INTRANET_PLACE],
        };
        if !places.iter().any(|place| stands_at(address, place)) {
            let problem = format!("no page for this audience can stand at \"{address}\"");
            let remedy = format!("use {} or a word below the first", places.join(", "));
            self.fault(INFORMATION, at, problem, remedy);
        }
        if !seen.insert(address.clone()) {
            let problem = format!("two pages stand at \"{address}\"");
            self.fault(INFORMATION, at, problem, "give one of them another address");
        }
    }

    /// Swedish must be there; English may be missing, and the page then says so.
    fn page_text(&mut self, audience: Audience, key: &str, library: &Library, templates: &[String]) -> Words {
        let file = |lang| format!("{}{key}.md", folder(audience, lang));
        let sv = self.own_text(&file(Lang::Sv), "page", key);
        let en = self.files.get(&file(Lang::En)).map(|text| text.trim().to_owned());
        let text = Words {
            sv,
            en: en.unwrap_or_default(),
        };
        for lang in Lang::ALL {
            for (line, problem, remedy) in text_faults(audience, text.get(lang), library, templates) {
                self.faults.add_line(&file(lang), line, problem, remedy);
            }
        }
        text
    }
}

/// Whether an address is that place, or a word below one that has pages below it.
fn stands_at(address: &str, place: &str) -> bool {
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let has_pages = place == PUBLIC_PLACES[0] || place == INTRANET_PLACE;
    let below = address.strip_prefix(place).and_then(|rest| rest.strip_prefix('/'));
    address == place || (has_pages && below.is_some_and(|word| !word.is_empty() && word.chars().all(letters)))
}

/// `information/public/sv/`.
fn folder(audience: Audience, lang: Lang) -> String {
    format!("information/{}/{}/", audience.code(), lang.code())
}
