//! From files to a checked pack: parse, resolve every reference, let the engine judge the whole.

use super::fault::{Faults, PackFault, Source};
use super::process;
use super::raw::{self, Key};
use super::schema::{STRUCTURE, fits};
use super::{Edition, EvidenceText, Files, Ladder, LevelText, Listed, Model, Pack, TaskText, Words};
use engine::Condition;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use texts::Lang;

pub(super) const PACK: &str = "pack.toml";
pub(super) const LADDER: &str = "ladder.toml";
pub(super) const FIELDS: &str = "fields.toml";
/// Where the process templates stand, one file each.
pub(super) const PROCESSES: &str = "processes/";
pub(super) const CHECKLISTS: &str = "checklists.toml";
pub(super) const TEMPLATES: &str = "templates.toml";

/// What is known so far, and what is wrong.
pub(super) struct Build<'a> {
    pub files: &'a Files,
    /// The process file being read.
    pub process: &'a str,
    /// The tasks of all processes, each once, also of those that have faults.
    pub tasks: Vec<TaskText>,
    pub faults: Faults,
    /// Options per field; fields without options have none.
    pub fields: BTreeMap<String, Option<Vec<String>>>,
    pub levels: Vec<String>,
    pub evidence: BTreeSet<String>,
    /// Items, and whether a person ticks them.
    pub items: BTreeMap<String, bool>,
    /// Where each named thing of the process stands, for faults of the whole.
    pub places: HashMap<(&'static str, String), usize>,
}

/// Reads a pack whose process files stand each for themselves (what they extend is already in them).
pub(super) fn edition(files: &Files) -> Result<Edition, Vec<PackFault>> {
    let mut build = Build {
        files,
        process: PROCESSES,
        tasks: Vec::new(),
        faults: Faults::default(),
        fields: BTreeMap::new(),
        levels: Vec::new(),
        evidence: BTreeSet::new(),
        items: BTreeMap::new(),
        places: HashMap::new(),
    };
    let head: Option<raw::PackFile> = build.parse(PACK);
    let ladder: Option<raw::LadderFile> = build.parse(LADDER);
    let fields: Option<raw::FieldsFile> = build.parse(FIELDS);
    let lists: Option<raw::ChecklistFile> = build.parse(CHECKLISTS);
    let sheets: Option<raw::SheetsFile> = build.parse(TEMPLATES);
    let (Some(head), Some(ladder), Some(fields), Some(lists), Some(sheets)) = (head, ladder, fields, lists, sheets)
    else {
        return Err(build.faults.into_list());
    };

    let evidence = build.head(&head);
    let ladder = Arc::new(build.ladder(&ladder));
    let fields: Arc<[super::Field]> = build.fields(&fields).into();
    let listed = build.listed(&head);
    let hands_over = build.hands_over(&head);
    let (roles, items) = build.items(&lists);
    let lists = build.lists(&lists);
    let processes = build.processes(&head, &fields);
    build.curves(&sheets, &fields);
    let sheets: Arc<[super::Sheet]> = build.sheets(&sheets).into();
    let tasks = std::mem::take(&mut build.tasks);
    let help = Arc::new(build.help(&tasks));
    let library = Arc::new(build.library(&tasks, &sheets));
    build.read_by_nobody();
    let (name, about) = (build.words(PACK, &head.name), build.words(PACK, &head.about));
    if !build.faults.is_empty() {
        return Err(build.faults.into_list());
    }
    let (key, version) = (head.key.into_inner(), head.version);
    let edition = format!("{version}+{}", super::fingerprint(files));
    let pack = |process: process::Whole| Pack {
        key: key.clone(),
        version: version.clone(),
        edition: edition.clone(),
        licence: head.licence.clone(),
        name: name.clone(),
        about: about.clone(),
        template: process.machine.template().key.clone(),
        template_name: process.name,
        template_about: process.about,
        ladder: ladder.clone(),
        fields: fields.clone(),
        steps: process.parts.steps,
        states: process.parts.states,
        phases: process.parts.phases,
        transitions: process.parts.transitions,
        gates: process.parts.gates,
        rules: process.parts.rules,
        groups: process.parts.groups,
        tasks: process.parts.tasks,
        duties: process.parts.duties,
        warnings: process.parts.warnings,
        evidence: evidence.clone(),
        listed: listed.clone(),
        hands_over: hands_over.clone(),
        roles: roles.clone(),
        lists: lists.clone(),
        items: items.clone(),
        sheets: sheets.clone(),
        help: help.clone(),
        library: library.clone(),
        machine: process.machine,
    };
    Ok(Edition {
        templates: processes.into_iter().map(|one| Arc::new(pack(one))).collect(),
        key: key.clone(),
        version: version.clone(),
        name: edition.clone(),
        files: Files::new(),
    })
}

impl<'a> Build<'a> {
    fn source(&self, file: &'a str) -> Source<'a> {
        Source {
            name: file,
            text: self.files.get(file).map_or("", String::as_str),
        }
    }

    /// Files whose names nothing reads: most often a letter is wrong, and what is written in them would be missed.
    fn read_by_nobody(&mut self) {
        const TEXTS: [&str; 5] = ["handbook/", "help/", "methods/", "courses/", "information/"];
        let files = self.files;
        for file in files.keys() {
            let read = match file.rsplit_once('.').map(|(_, kind)| kind) {
                Some("toml") => STRUCTURE.iter().any(|pattern| fits(pattern, file)),
                _ => file == "README.md" || TEXTS.iter().any(|folder| file.starts_with(folder)),
            };
            if !read {
                let remedy = format!(
                    "name it as one of {}, or put a text in {}",
                    STRUCTURE.join(", "),
                    TEXTS.join(", ")
                );
                self.faults
                    .add_line(file, 1, "nothing reads a file of this name", remedy);
            }
        }
    }

    pub(super) fn parse<T: DeserializeOwned>(&mut self, file: &'a str) -> Option<T> {
        let Some(text) = self.files.get(file) else {
            self.faults.add_line(
                file,
                1,
                "the file is missing",
                format!("write {file} in the pack's folder"),
            );
            return None;
        };
        match toml::from_str(text) {
            Ok(parsed) => Some(parsed),
            Err(error) => {
                let offset = error.span().map_or(0, |span| span.start);
                let problem = error.message().lines().collect::<Vec<_>>().join("; ");
                self.faults.add(
                    self.source(file),
                    offset,
                    problem,
                    "correct the spelling or the form of this line",
                );
                None
            }
        }
    }

    /// As [`Build::parse`], for a file that a pack may do without.
    pub(super) fn parse_optional<T: DeserializeOwned>(&mut self, file: &'a str) -> Option<T> {
        self.files.contains_key(file).then(|| self.parse(file)).flatten()
    }

    pub(super) fn fault(
        &mut self,
        file: &'a str,
        offset: usize,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.faults.add(self.source(file), offset, problem, remedy);
    }

    pub(super) fn line(&self, file: &'a str, offset: usize) -> usize {
        self.source(file).line(offset)
    }

    /// A text that must stand in every language.
    pub(super) fn words(&mut self, file: &'a str, text: &raw::Text) -> Words {
        let mut one = |value: &Option<String>, language: &str, key: &str| match value.as_deref().map(str::trim) {
            Some(words) if !words.is_empty() => words.to_string(),
            _ => {
                self.fault(
                    file,
                    text.span().start,
                    format!("the {language} text is missing"),
                    format!("write {key} = \"…\""),
                );
                String::new()
            }
        };
        let raw = text.get_ref();
        Words {
            sv: one(&raw.sv, "Swedish", "sv"),
            en: one(&raw.en, "English", "en"),
        }
    }

    /// A key that nothing else of its sort may have, usable in an address and a form.
    pub(super) fn unique(&mut self, file: &'a str, what: &'static str, seen: &mut BTreeSet<String>, key: &Key) {
        let name = key.get_ref();
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
            self.fault(
                file,
                key.span().start,
                format!("the {what} key \"{name}\" cannot stand in an address"),
                "use letters a to z, digits and hyphens",
            );
        }
        if !seen.insert(name.clone()) {
            self.fault(
                file,
                key.span().start,
                format!("the {what} \"{name}\" is there twice"),
                "rename one of them or take it away",
            );
        }
    }

    /// Says so when a reference leads nowhere.
    pub(super) fn known(&mut self, file: &'a str, what: &'static str, key: &Key, known: bool) -> bool {
        if !known {
            let remedy = format!("define it or refer to a {what} that exists");
            self.fault(
                file,
                key.span().start,
                format!("there is no {what} \"{}\"", key.get_ref()),
                remedy,
            );
        }
        known
    }

    pub(super) fn known_field(&mut self, file: &'a str, key: &Key) -> bool {
        let known = self.fields.contains_key(key.get_ref());
        self.known(file, "field", key, known)
    }

    /// The rank of a level of the default model.
    pub(super) fn rank(&mut self, file: &'a str, key: &Key) -> Option<u8> {
        let place = self.levels.iter().position(|level| level == key.get_ref());
        self.known(file, "level", key, place.is_some());
        place.and_then(|place| u8::try_from(place + 1).ok())
    }

    /// Values that the field can really have.
    pub(super) fn values(&mut self, file: &'a str, field: &Key, values: &[Key]) -> Vec<String> {
        if self.known_field(file, field)
            && let Some(Some(options)) = self.fields.get(field.get_ref()).cloned()
        {
            for value in values.iter().filter(|value| !options.contains(value.get_ref())) {
                let problem = format!(
                    "\"{}\" can never have the value \"{}\"",
                    field.get_ref(),
                    value.get_ref()
                );
                self.fault(
                    file,
                    value.span().start,
                    problem,
                    format!("use one of {}", options.join(", ")),
                );
            }
        }
        if values.is_empty() {
            self.fault(
                file,
                field.span().start,
                "no values are given",
                "name at least one value",
            );
        }
        values.iter().map(|value| value.get_ref().clone()).collect()
    }

    pub(super) fn condition(&mut self, file: &'a str, at: usize, raw: &raw::Condition) -> Condition {
        if let Some(field) = &raw.field {
            return Condition::Is {
                field: field.get_ref().clone(),
                values: self.values(file, field, &raw.is),
            };
        }
        if let Some(field) = &raw.filled {
            self.known_field(file, field);
            return Condition::Filled(field.get_ref().clone());
        }
        if let Some(inner) = &raw.not {
            return Condition::Not(Box::new(self.condition(file, at, inner)));
        }
        if let Some(inner) = &raw.all {
            return Condition::All(inner.iter().map(|one| self.condition(file, at, one)).collect());
        }
        if let Some(inner) = &raw.any {
            return Condition::Any(inner.iter().map(|one| self.condition(file, at, one)).collect());
        }
        self.fault(
            file,
            at,
            "the condition says nothing",
            "write field with is, or filled, not, all or any",
        );
        Condition::All(Vec::new())
    }

    /// The process templates in the order that `pack.toml` gives; those it does not name follow.
    fn processes(&mut self, head: &raw::PackFile, fields: &[super::Field]) -> Vec<process::Whole> {
        let files = self.files;
        let named = |file: &'a String| {
            let key = file.strip_prefix(PROCESSES)?.strip_suffix(".toml")?;
            Some((file.as_str(), key))
        };
        let mut all: Vec<(&'a str, &'a str)> = files.keys().filter_map(named).collect();
        for key in &head.processes {
            let known = all.iter().any(|(_, one)| one == key.get_ref());
            self.known(PACK, "process", key, known);
        }
        all.sort_by_key(|(_, key)| {
            head.processes
                .iter()
                .position(|one| one.get_ref() == key)
                .unwrap_or(usize::MAX)
        });
        if all.is_empty() {
            let remedy = "write processes/standard.toml in the pack's folder";
            self.faults.add_line(PACK, 1, "the pack has no process", remedy);
        }
        all.into_iter()
            .filter_map(|(file, key)| self.process(file, key, fields))
            .collect()
    }

    fn process(&mut self, file: &'a str, key: &str, fields: &[super::Field]) -> Option<process::Whole> {
        self.process = file;
        self.places.clear();
        let raw: raw::ProcessFile = self.parse(file)?;
        if raw.template.key.get_ref() != key {
            let problem = format!("the template's key is \"{}\"", raw.template.key.get_ref());
            let remedy = format!("give it the name of its file, \"{key}\"");
            self.fault(file, raw.template.key.span().start, problem, remedy);
        }
        process::whole(self, &raw, fields)
    }

    fn listed(&mut self, head: &raw::PackFile) -> Listed {
        let mut field = |named: Option<&Key>, usual: &str| match named {
            Some(key) => {
                let _ = key.get_ref().is_empty() || self.known_field(PACK, key);
                key.get_ref().clone()
            }
            None => usual.to_string(),
        };
        let none = raw::Listed::default();
        let said = head.listed.as_ref().unwrap_or(&none);
        Listed {
            first: field(said.first.as_ref(), "opens-on"),
            last: field(said.last.as_ref(), "closes-on"),
            answer: field(said.answer.as_ref(), "feedback-on"),
            area: field(said.area.as_ref(), "area"),
            topic: field(said.topic.as_ref(), "topic"),
        }
    }

    fn hands_over(&mut self, head: &raw::PackFile) -> Vec<(String, String)> {
        let pair = |(theirs, ours): (&String, &Key)| {
            self.known_field(PACK, ours);
            (theirs.clone(), ours.get_ref().clone())
        };
        head.hands_over.iter().map(pair).collect()
    }

    fn head(&mut self, head: &raw::PackFile) -> Vec<EvidenceText> {
        let languages: BTreeSet<&str> = head.languages.iter().map(|one| one.get_ref().as_str()).collect();
        for lang in Lang::ALL.iter().filter(|lang| !languages.contains(lang.code())) {
            self.faults.add_line(
                PACK,
                1,
                format!("the language {} is missing", lang.code()),
                "add it to languages and translate the texts",
            );
        }
        let mut seen = BTreeSet::new();
        let list = head
            .evidence
            .iter()
            .map(|one| {
                self.unique(PACK, "evidence", &mut seen, &one.key);
                EvidenceText {
                    key: one.key.get_ref().clone(),
                    name: self.words(PACK, &one.name),
                    page: one.page.clone(),
                }
            })
            .collect();
        self.evidence = seen;
        list
    }

    fn ladder(&mut self, raw: &raw::LadderFile) -> Ladder {
        let Some(default) = raw
            .model
            .iter()
            .find(|model| model.key.get_ref() == raw.default.get_ref())
        else {
            self.known(LADDER, "model", &raw.default, false);
            return Ladder::default();
        };
        self.levels = default.level.iter().map(|level| level.key.get_ref().clone()).collect();
        let (mut models, mut keys, mut level_keys) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
        for model in &raw.model {
            self.unique(LADDER, "model", &mut keys, &model.key);
            let is_default = std::ptr::eq(model, default);
            let mut levels = Vec::new();
            for (place, level) in model.level.iter().enumerate() {
                self.unique(LADDER, "level", &mut level_keys, &level.key);
                levels.push(self.level(level, place, is_default));
            }
            let built = Model {
                key: model.key.get_ref().clone(),
                name: self.words(LADDER, &model.name),
                note: self.words(LADDER, &model.note),
                levels,
            };
            models.insert(if is_default { 0 } else { models.len() }, built);
        }
        Ladder { models }
    }

    fn level(&mut self, raw: &raw::Level, place: usize, is_default: bool) -> LevelText {
        for same in &raw.same_as {
            self.rank(LADDER, same);
        }
        let at = raw.key.span().start;
        if is_default && (raw.promise.is_none() || raw.show.is_empty()) {
            self.fault(
                LADDER,
                at,
                "the level has no promise or nothing to show",
                "write promise and show",
            );
        }
        if !is_default && raw.same_as.is_empty() {
            self.fault(
                LADDER,
                at,
                "the level corresponds to nothing",
                "write same_as with levels of the default model",
            );
        }
        let mut maybe =
            |text: &Option<raw::Text>| text.as_ref().map(|text| self.words(LADDER, text)).unwrap_or_default();
        let (promise, not_promise, methods) = (maybe(&raw.promise), maybe(&raw.not_promise), maybe(&raw.methods));
        LevelText {
            key: raw.key.get_ref().clone(),
            rank: u8::try_from(place + 1).unwrap_or(u8::MAX),
            name: self.words(LADDER, &raw.name),
            meaning: self.words(LADDER, &raw.meaning),
            promise,
            not_promise,
            show: raw.show.iter().map(|text| self.words(LADDER, text)).collect(),
            methods,
            same_as: raw.same_as.iter().map(|key| key.get_ref().clone()).collect(),
        }
    }
}
