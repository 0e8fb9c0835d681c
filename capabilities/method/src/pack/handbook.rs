//! The handbook, the glossary and the principles: read, cut at their directives, and every reference resolved.

use super::build::Build;
use super::raw::Key;
use super::raw_library as raw;
use super::{Chapter, Include, Library, Link, Named, Phase, Piece, Principle, Sheet, TaskText, Term};
use std::collections::{BTreeMap, BTreeSet};

const HANDBOOK: &str = "handbook.toml";
const GLOSSARY: &str = "glossary.toml";
const PRINCIPLES: &str = "principles.toml";

/// The directives there are, for the remedy.
const DIRECTIVES: &str = "{help: task}, {levels}, {principles}, {steps}, {roles}, {gates} or \
                          {checklist: before|during|after}";

/// What texts may refer to.
struct Known<'p> {
    tasks: BTreeSet<&'p str>,
    templates: BTreeSet<&'p str>,
    methods: BTreeSet<String>,
    chapters: BTreeSet<String>,
}

impl<'a> Build<'a> {
    /// All that is read and chosen from. Each file may be missing: a pack is a method without them.
    pub(super) fn library(&mut self, tasks: &[TaskText], sheets: &[Sheet]) -> Library {
        let methods = self.methods();
        let terms = self.terms();
        let principles = self.principles();
        let raw: Option<raw::HandbookFile> = self.parse_optional(HANDBOOK);
        let known = Known {
            tasks: tasks.iter().map(|one| one.key.as_str()).collect(),
            templates: sheets.iter().map(|one| one.key.as_str()).collect(),
            methods: methods.iter().map(|one| one.key.clone()).collect(),
            chapters: raw
                .iter()
                .flat_map(|raw| &raw.chapter)
                .map(|one| one.key.get_ref().clone())
                .collect(),
        };
        let (parts, chapters) = raw.map_or_else(Default::default, |raw| self.handbook(&raw, &known));
        self.links(&known);
        Library {
            parts,
            chapters,
            terms,
            principles,
            methods,
            courses: self.courses(),
        }
    }

    fn handbook(&mut self, raw: &raw::HandbookFile, known: &Known<'_>) -> (Vec<Named>, Vec<Chapter>) {
        let mut seen = BTreeSet::new();
        let parts: Vec<Named> = raw
            .part
            .iter()
            .map(|one| {
                self.unique(HANDBOOK, "part", &mut seen, &one.key);
                Named {
                    key: one.key.get_ref().clone(),
                    name: self.words(HANDBOOK, &one.name),
                }
            })
            .collect();
        let mut keys = BTreeSet::new();
        let mut chapters: Vec<Chapter> = raw
            .chapter
            .iter()
            .map(|one| {
                self.unique(HANDBOOK, "chapter", &mut keys, &one.key);
                self.known(HANDBOOK, "part", &one.part, seen.contains(one.part.get_ref()));
                self.chapter(one, known)
            })
            .collect();
        // Reading order is the parts' order, whatever the order in the file.
        chapters.sort_by_key(|one| parts.iter().position(|part| part.key == one.part));
        self.stray_texts("handbook/sv/", &keys.iter().map(String::as_str).collect(), "chapter");
        self.each_help_once(&chapters, known);
        (parts, chapters)
    }

    fn chapter(&mut self, raw: &raw::Chapter, known: &Known<'_>) -> Chapter {
        let key = raw.key.get_ref().clone();
        let file = format!("handbook/sv/{key}.md");
        let text = self.own_text(&file, "chapter", &key);
        let mut templates = linked(&text, |link| match link {
            Link::Template(key) => Some(key),
            _ => None,
        });
        let mut methods = linked(&text, |link| match link {
            Link::Method(key) => Some(key),
            _ => None,
        });
        add_new(
            &mut templates,
            self.keys("template", &raw.templates, |key| known.templates.contains(key)),
        );
        add_new(
            &mut methods,
            self.keys("method", &raw.methods, |key| known.methods.contains(key)),
        );
        Chapter {
            name: self.words(HANDBOOK, &raw.name),
            about: self.words(HANDBOOK, &raw.about),
            part: raw.part.get_ref().clone(),
            tasks: self.keys("task", &raw.tasks, |key| known.tasks.contains(key)),
            templates,
            methods,
            pieces: self.pieces(&file, &text, known),
            source: raw.source.clone(),
            key,
        }
    }

    /// Keys of the handbook's file that must exist.
    fn keys(&mut self, what: &'static str, keys: &[Key], exists: impl Fn(&str) -> bool) -> Vec<String> {
        for key in keys {
            self.known(HANDBOOK, what, key, exists(key.get_ref()));
        }
        keys.iter().map(|key| key.get_ref().clone()).collect()
    }

    /// The text cut at its directives, each a line of its own.
    fn pieces(&mut self, file: &str, text: &str, known: &Known<'_>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut plain = String::new();
        for (place, line) in text.lines().enumerate() {
            let directive = line.trim().strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
            let Some(directive) = directive else {
                plain.push_str(line);
                plain.push('\n');
                continue;
            };
            match self.include(directive, known) {
                Ok(include) => {
                    push_text(&mut pieces, &mut plain);
                    pieces.push(Piece::Include(include));
                }
                Err((problem, remedy)) => self.faults.add_line(file, place + 1, problem, remedy),
            }
        }
        push_text(&mut pieces, &mut plain);
        pieces
    }

    /// What a directive includes, or what is wrong with it and how to mend it.
    fn include(&self, directive: &str, known: &Known<'_>) -> Result<Include, (String, String)> {
        let (word, about) = directive
            .split_once(':')
            .map_or((directive.trim(), None), |(word, about)| {
                (word.trim(), Some(about.trim()))
            });
        match (word, about) {
            ("levels", None) => Ok(Include::Levels),
            ("principles", None) => Ok(Include::Principles),
            ("steps", None) => Ok(Include::Steps),
            ("roles", None) => Ok(Include::Roles),
            ("gates", None) => Ok(Include::Gates),
            ("checklist", Some(phase)) => Phase::from_code(phase).map(Include::Checklist).ok_or_else(|| {
                let problem = format!("there is no phase \"{phase}\"");
                (problem, "use before, during or after".into())
            }),
            ("help", Some(task)) if known.tasks.contains(task) => Ok(Include::Help {
                task: task.to_string(),
                text: self
                    .files
                    .get(&format!("help/sv/{task}.md"))
                    .cloned()
                    .unwrap_or_default(),
            }),
            ("help", Some(task)) => Err((
                format!("there is no help text \"{task}\""),
                "name a task of one of the processes".into(),
            )),
            _ => Err((
                format!("there is no directive \"{{{directive}}}\""),
                format!("write {DIRECTIVES}"),
            )),
        }
    }

    /// Every help text belongs to exactly one chapter, so that nothing is unread and nothing is told twice.
    fn each_help_once(&mut self, chapters: &[Chapter], known: &Known<'_>) {
        let mut included: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for chapter in chapters {
            for piece in &chapter.pieces {
                if let Piece::Include(Include::Help { task, .. }) = piece {
                    included.entry(task).or_default().push(&chapter.key);
                }
            }
        }
        for task in &known.tasks {
            let file = format!("help/sv/{task}.md");
            match included.get(task).map(Vec::as_slice) {
                Some([_]) => {}
                None | Some([]) => self.faults.add_line(
                    &file,
                    1,
                    format!("no chapter includes the help text \"{task}\""),
                    format!("write {{help: {task}}} in the chapter it belongs to"),
                ),
                Some(many) => self.faults.add_line(
                    &file,
                    1,
                    format!("the help text \"{task}\" is included by {}", many.join(" and ")),
                    "keep it in one of them and link from the other",
                ),
            }
        }
    }

    /// Links of every text that is shown, to chapters, methods and templates.
    fn links(&mut self, known: &Known<'_>) {
        let files = self.files;
        let shown = |file: &str| {
            ["handbook/", "methods/", "help/", "courses/"]
                .iter()
                .any(|folder| file.starts_with(folder))
        };
        for (file, text) in files.iter().filter(|(file, _)| file.ends_with(".md") && shown(file)) {
            for (place, link) in Link::all_in(text) {
                let (what, key, exists) = match &link {
                    Link::Chapter(key) => ("chapter", key, known.chapters.contains(key)),
                    Link::Method(key) => ("method", key, known.methods.contains(key)),
                    Link::Template(key) => ("template", key, known.templates.contains(key.as_str())),
                };
                if !exists {
                    let line = text[..place.start].lines().count().max(1);
                    let problem = format!("the link leads to no {what}: there is no \"{key}\"");
                    let remedy = format!("link to a {what} that exists");
                    self.faults.add_line(file, line, problem, remedy);
                }
            }
        }
    }

    fn terms(&mut self) -> Vec<Term> {
        let Some(raw) = self.parse_optional::<raw::GlossaryFile>(GLOSSARY) else {
            return Vec::new();
        };
        let mut seen = BTreeSet::new();
        for one in &raw.term {
            self.unique(GLOSSARY, "term", &mut seen, &one.key);
        }
        raw.term
            .into_iter()
            .map(|one| {
                for see in &one.see {
                    self.known(GLOSSARY, "term", see, seen.contains(see.get_ref()));
                }
                Term {
                    name: self.words(GLOSSARY, &one.name),
                    meaning: self.words(GLOSSARY, &one.meaning),
                    see: one.see.into_iter().map(Key::into_inner).collect(),
                    key: one.key.into_inner(),
                    also: one.also,
                }
            })
            .collect()
    }

    fn principles(&mut self) -> Vec<Principle> {
        let Some(raw) = self.parse_optional::<raw::PrinciplesFile>(PRINCIPLES) else {
            return Vec::new();
        };
        let mut seen = BTreeSet::new();
        raw.principle
            .into_iter()
            .map(|one| {
                self.unique(PRINCIPLES, "principle", &mut seen, &one.key);
                Principle {
                    name: self.words(PRINCIPLES, &one.name),
                    meaning: self.words(PRINCIPLES, &one.meaning),
                    check: self.words(PRINCIPLES, &one.check),
                    yes: self.words(PRINCIPLES, &one.yes),
                    key: one.key.into_inner(),
                    source: one.source,
                }
            })
            .collect()
    }

    /// The Swedish text that belongs to a key; a missing or empty one is told.
    pub(super) fn own_text(&mut self, file: &str, what: &str, key: &str) -> String {
        match self.files.get(file).map(|text| text.trim()) {
            Some(text) if !text.is_empty() => text.to_string(),
            _ => {
                let problem = format!("the text of the {what} \"{key}\" is missing");
                self.faults.add_line(file, 1, problem, "write the file");
                String::new()
            }
        }
    }

    /// Texts in a folder that nothing is named after.
    pub(super) fn stray_texts(&mut self, folder: &str, keys: &BTreeSet<&str>, what: &str) {
        for file in self.files.keys() {
            let key = file.strip_prefix(folder).and_then(|name| name.strip_suffix(".md"));
            if let Some(key) = key.filter(|key| !keys.contains(key)) {
                let problem = format!("there is no {what} \"{key}\"");
                let remedy = format!("rename the file after its {what} or take it away");
                self.faults.add_line(file, 1, problem, remedy);
            }
        }
    }
}

/// Moves the text read so far into a piece of its own.
fn push_text(pieces: &mut Vec<Piece>, plain: &mut String) {
    let text = plain.trim();
    if !text.is_empty() {
        pieces.push(Piece::Text(text.to_string()));
    }
    plain.clear();
}

/// The keys of one kind of link in a text, each once, in order.
fn linked(text: &str, key: impl Fn(Link) -> Option<String>) -> Vec<String> {
    let mut keys = Vec::new();
    add_new(
        &mut keys,
        Link::all_in(text)
            .into_iter()
            .filter_map(|(_, link)| key(link))
            .collect(),
    );
    keys
}

fn add_new(keys: &mut Vec<String>, more: Vec<String>) {
    for key in more {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
}
