//! From files to a checked pack: parse, resolve every reference, let the engine judge the whole.

use super::fault::{Faults, PackFault, Source};
use super::raw::{self, Key};
use super::{ColumnText, EvidenceText, Field, Files, Item, Kind, Ladder, LevelText, Model, Named, Pack, Proof, Sheet, SheetSection, Words};
use super::{markdown, process};
use engine::Condition;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use texts::Lang;

pub(super) const PACK: &str = "pack.toml";
pub(super) const LADDER: &str = "ladder.toml";
pub(super) const FIELDS: &str = "fields.toml";
pub(super) const PROCESS: &str = "process.toml";
const CHECKLISTS: &str = "checklists.toml";
const TEMPLATES: &str = "templates.toml";

/// What is known so far, and what is wrong.
pub(super) struct Build<'a> {
    files: &'a Files,
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

pub(super) fn pack(files: &Files) -> Result<Pack, Vec<PackFault>> {
    let mut build = Build {
        files,
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
    let process: Option<raw::ProcessFile> = build.parse(PROCESS);
    let lists: Option<raw::ChecklistFile> = build.parse(CHECKLISTS);
    let sheets: Option<raw::SheetsFile> = build.parse(TEMPLATES);
    let (Some(head), Some(ladder), Some(fields), Some(process), Some(lists), Some(sheets)) =
        (head, ladder, fields, process, lists, sheets)
    else {
        return Err(build.faults.into_list());
    };

    let evidence = build.head(&head);
    let ladder = build.ladder(&ladder);
    let fields = build.fields(&fields);
    let items = build.items(&lists);
    let parts = process::parts(&mut build, &process, &fields);
    let sheets = build.sheets(&sheets);
    let help = build.help(&parts.tasks);
    let Some(machine) = parts.machine else { return Err(build.faults.into_list()) };
    let (name, about) = (build.words(PACK, &head.name), build.words(PACK, &head.about));
    let template_name = build.words(PROCESS, &process.template.name);
    if !build.faults.is_empty() {
        return Err(build.faults.into_list());
    }
    Ok(Pack {
        key: head.key.into_inner(),
        version: head.version,
        licence: head.licence,
        name,
        about,
        template_name,
        ladder,
        fields,
        steps: parts.steps,
        states: parts.states,
        transitions: parts.transitions,
        gates: parts.gates,
        rules: parts.rules,
        groups: parts.groups,
        tasks: parts.tasks,
        duties: parts.duties,
        warnings: parts.warnings,
        evidence,
        items,
        sheets,
        help,
        machine,
    })
}

impl<'a> Build<'a> {
    fn source(&self, file: &'static str) -> Source<'a> {
        Source { name: file, text: self.files.get(file).map_or("", String::as_str) }
    }

    fn parse<T: DeserializeOwned>(&mut self, file: &'static str) -> Option<T> {
        let Some(text) = self.files.get(file) else {
            self.faults.add_line(file, 1, "the file is missing", format!("write {file} in the pack's folder"));
            return None;
        };
        match toml::from_str(text) {
            Ok(parsed) => Some(parsed),
            Err(error) => {
                let offset = error.span().map_or(0, |span| span.start);
                let problem = error.message().lines().collect::<Vec<_>>().join("; ");
                self.faults.add(self.source(file), offset, problem, "correct the spelling or the form of this line");
                None
            }
        }
    }

    pub(super) fn fault(&mut self, file: &'static str, offset: usize, problem: impl Into<String>, remedy: impl Into<String>) {
        self.faults.add(self.source(file), offset, problem, remedy);
    }

    pub(super) fn line(&self, file: &'static str, offset: usize) -> usize {
        self.source(file).line(offset)
    }

    /// A text that must stand in every language.
    pub(super) fn words(&mut self, file: &'static str, text: &raw::Text) -> Words {
        let mut one = |value: &Option<String>, language: &str, key: &str| match value.as_deref().map(str::trim) {
            Some(words) if !words.is_empty() => words.to_string(),
            _ => {
                self.fault(file, text.span().start, format!("the {language} text is missing"), format!("write {key} = \"…\""));
                String::new()
            }
        };
        let raw = text.get_ref();
        Words { sv: one(&raw.sv, "Swedish", "sv"), en: one(&raw.en, "English", "en") }
    }

    /// A key that nothing else of its sort may have, usable in an address and a form.
    pub(super) fn unique(&mut self, file: &'static str, what: &'static str, seen: &mut BTreeSet<String>, key: &Key) {
        let name = key.get_ref();
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
            self.fault(file, key.span().start, format!("the {what} key \"{name}\" cannot stand in an address"), "use letters a to z, digits and hyphens");
        }
        if !seen.insert(name.clone()) {
            self.fault(file, key.span().start, format!("the {what} \"{name}\" is there twice"), "rename one of them or take it away");
        }
    }

    /// Says so when a reference leads nowhere.
    pub(super) fn known(&mut self, file: &'static str, what: &'static str, key: &Key, known: bool) -> bool {
        if !known {
            let remedy = format!("define it or refer to a {what} that exists");
            self.fault(file, key.span().start, format!("there is no {what} \"{}\"", key.get_ref()), remedy);
        }
        known
    }

    pub(super) fn known_field(&mut self, file: &'static str, key: &Key) -> bool {
        let known = self.fields.contains_key(key.get_ref());
        self.known(file, "field", key, known)
    }

    /// The rank of a level of the default model.
    pub(super) fn rank(&mut self, file: &'static str, key: &Key) -> Option<u8> {
        let place = self.levels.iter().position(|level| level == key.get_ref());
        self.known(file, "level", key, place.is_some());
        place.and_then(|place| u8::try_from(place + 1).ok())
    }

    /// Values that the field can really have.
    pub(super) fn values(&mut self, file: &'static str, field: &Key, values: &[Key]) -> Vec<String> {
        if self.known_field(file, field)
            && let Some(Some(options)) = self.fields.get(field.get_ref()).cloned()
        {
            for value in values.iter().filter(|value| !options.contains(value.get_ref())) {
                let problem = format!("\"{}\" can never have the value \"{}\"", field.get_ref(), value.get_ref());
                self.fault(file, value.span().start, problem, format!("use one of {}", options.join(", ")));
            }
        }
        if values.is_empty() {
            self.fault(file, field.span().start, "no values are given", "name at least one value");
        }
        values.iter().map(|value| value.get_ref().clone()).collect()
    }

    pub(super) fn condition(&mut self, file: &'static str, at: usize, raw: &raw::Condition) -> Condition {
        if let Some(field) = &raw.field {
            return Condition::Is { field: field.get_ref().clone(), values: self.values(file, field, &raw.is) };
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
        self.fault(file, at, "the condition says nothing", "write field with is, or filled, not, all or any");
        Condition::All(Vec::new())
    }

    fn head(&mut self, head: &raw::PackFile) -> Vec<EvidenceText> {
        let languages: BTreeSet<&str> = head.languages.iter().map(|one| one.get_ref().as_str()).collect();
        for lang in Lang::ALL.iter().filter(|lang| !languages.contains(lang.code())) {
            self.faults.add_line(PACK, 1, format!("the language {} is missing", lang.code()), "add it to languages and translate the texts");
        }
        let mut seen = BTreeSet::new();
        let list = head
            .evidence
            .iter()
            .map(|one| {
                self.unique(PACK, "evidence", &mut seen, &one.key);
                EvidenceText { key: one.key.get_ref().clone(), name: self.words(PACK, &one.name), page: one.page.clone() }
            })
            .collect();
        self.evidence = seen;
        list
    }

    fn ladder(&mut self, raw: &raw::LadderFile) -> Ladder {
        let Some(default) = raw.model.iter().find(|model| model.key.get_ref() == raw.default.get_ref()) else {
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
            self.fault(LADDER, at, "the level has no promise or nothing to show", "write promise and show");
        }
        if !is_default && raw.same_as.is_empty() {
            self.fault(LADDER, at, "the level corresponds to nothing", "write same_as with levels of the default model");
        }
        let mut maybe = |text: &Option<raw::Text>| text.as_ref().map(|text| self.words(LADDER, text)).unwrap_or_default();
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

    fn fields(&mut self, raw: &raw::FieldsFile) -> Vec<Field> {
        let mut seen = BTreeSet::new();
        for field in &raw.field {
            self.unique(FIELDS, "field", &mut seen, &field.key);
            let options = match field.kind.get_ref().as_str() {
                "choice" | "choices" => Some(field.options.iter().map(|one| one.key.get_ref().clone()).collect()),
                "yes-no" => Some(vec!["yes".into(), "no".into()]),
                "level" => Some(self.levels.clone()),
                _ => None,
            };
            self.fields.insert(field.key.get_ref().clone(), options);
        }
        raw.field.iter().map(|field| self.field(field)).collect()
    }

    fn field(&mut self, raw: &raw::Field) -> Field {
        let at = raw.key.span().start;
        let kind = self.kind(&raw.kind);
        let chooses = matches!(kind, Kind::Choice | Kind::Choices);
        if chooses == raw.options.is_empty() {
            self.fault(FIELDS, at, "options and type do not go together", "give options to choice and choices, and to nothing else");
        }
        if (kind == Kind::Rows) == raw.columns.is_empty() {
            self.fault(FIELDS, at, "columns and type do not go together", "give columns to rows, and to nothing else");
        }
        let mut seen = BTreeSet::new();
        let options = raw
            .options
            .iter()
            .map(|one| {
                self.unique(FIELDS, "option", &mut seen, &one.key);
                Named { key: one.key.get_ref().clone(), name: self.words(FIELDS, &one.label) }
            })
            .collect();
        let mut seen = BTreeSet::new();
        let columns = raw.columns.iter().map(|one| self.column(&mut seen, one)).collect();
        let required_from = raw.required_from.as_ref().and_then(|key| match key.get_ref().as_str() {
            "always" => Some(0),
            _ => self.rank(FIELDS, key),
        });
        Field {
            key: raw.key.get_ref().clone(),
            kind,
            label: self.words(FIELDS, &raw.label),
            help: raw.help.as_ref().map(|text| self.words(FIELDS, text)),
            options,
            columns,
            required_from,
            when: raw.when.as_ref().map(|one| self.condition(FIELDS, at, one)),
            translatable: raw.translatable,
            public: raw.public,
            announced: raw.announced,
            max: raw.max.unwrap_or(match kind {
                Kind::Long => 10_000,
                _ => 300,
            }),
        }
    }

    fn column(&mut self, seen: &mut BTreeSet<String>, raw: &raw::Column) -> ColumnText {
        self.unique(FIELDS, "column", seen, &raw.key);
        let kind = self.kind(&raw.kind);
        if !matches!(kind, Kind::Text | Kind::Long | Kind::Date | Kind::Number) {
            self.fault(FIELDS, raw.kind.span().start, "a column cannot be of this type", "use text, long, date or number");
        }
        ColumnText { key: raw.key.get_ref().clone(), kind, label: self.words(FIELDS, &raw.label), required: raw.required }
    }

    fn kind(&mut self, key: &Key) -> Kind {
        match key.get_ref().as_str() {
            "text" => Kind::Text,
            "long" => Kind::Long,
            "list" => Kind::List,
            "rows" => Kind::Rows,
            "choice" => Kind::Choice,
            "choices" => Kind::Choices,
            "yes-no" => Kind::YesNo,
            "date" => Kind::Date,
            "number" => Kind::Number,
            "level" => Kind::Level,
            "person" => Kind::Person,
            other => {
                let remedy = "use text, long, list, rows, choice, choices, yes-no, date, number, level or person";
                self.fault(FIELDS, key.span().start, format!("there is no field type \"{other}\""), remedy);
                Kind::Text
            }
        }
    }

    fn items(&mut self, raw: &raw::ChecklistFile) -> Vec<Item> {
        let mut roles = BTreeSet::new();
        let mut names = HashMap::new();
        for role in &raw.role {
            self.unique(CHECKLISTS, "role", &mut roles, &role.key);
            names.insert(role.key.get_ref().clone(), self.words(CHECKLISTS, &role.name));
        }
        let mut seen = BTreeSet::new();
        raw.item
            .iter()
            .map(|one| {
                self.unique(CHECKLISTS, "item", &mut seen, &one.key);
                self.items.insert(one.key.get_ref().clone(), one.fields.is_empty());
                self.known(CHECKLISTS, "role", &one.role, roles.contains(one.role.get_ref()));
                for field in &one.fields {
                    self.known_field(CHECKLISTS, field);
                }
                let phase = one.phase.get_ref().as_str();
                self.known(CHECKLISTS, "phase", &one.phase, matches!(phase, "before" | "during" | "after"));
                Item {
                    key: one.key.get_ref().clone(),
                    phase: phase.into(),
                    text: self.words(CHECKLISTS, &one.text),
                    role: names.get(one.role.get_ref()).cloned().unwrap_or_default(),
                    from_level: one.from_level.as_ref().and_then(|key| self.rank(CHECKLISTS, key)),
                    when: one.when.as_ref().map(|when| self.condition(CHECKLISTS, one.key.span().start, when)),
                    proof: self.proof(one.proof.as_ref()),
                    fields: one.fields.iter().map(|key| key.get_ref().clone()).collect(),
                }
            })
            .collect()
    }

    fn proof(&mut self, key: Option<&Key>) -> Proof {
        let Some(key) = key else { return Proof::None };
        match key.get_ref().as_str() {
            "none" => Proof::None,
            "text" => Proof::Text,
            "file" => Proof::File,
            "date" => Proof::Date,
            "link" => Proof::Link,
            _ => {
                self.known(CHECKLISTS, "sort of proof", key, false);
                Proof::None
            }
        }
    }

    fn sheets(&mut self, raw: &raw::SheetsFile) -> Vec<Sheet> {
        let mut seen = BTreeSet::new();
        raw.template
            .iter()
            .map(|one| {
                self.unique(TEMPLATES, "template", &mut seen, &one.key);
                let sections = one.section.iter().map(|section| self.section(section)).collect();
                Sheet {
                    key: one.key.get_ref().clone(),
                    name: self.words(TEMPLATES, &one.name),
                    about: self.words(TEMPLATES, &one.about),
                    sections,
                }
            })
            .collect()
    }

    fn section(&mut self, raw: &raw::Section) -> SheetSection {
        for field in &raw.fields {
            self.known_field(TEMPLATES, field);
        }
        if raw.fields.is_empty() && raw.text.is_none() {
            let at = raw.heading.span().start;
            self.fault(TEMPLATES, at, "the section is empty", "give it fields or a text");
        }
        SheetSection {
            heading: self.words(TEMPLATES, &raw.heading),
            fields: raw.fields.iter().map(|key| key.get_ref().clone()).collect(),
            text: raw.text.as_ref().map(|text| self.words(TEMPLATES, text)),
            page: raw.page.clone(),
        }
    }

    fn help(&mut self, tasks: &[super::TaskText]) -> HashMap<(String, Lang), String> {
        let mut help = HashMap::new();
        for task in tasks {
            for lang in Lang::ALL {
                let file = format!("help/{}/{}.md", lang.code(), task.key);
                match self.files.get(&file).map(|text| text.trim()) {
                    Some(text) if !text.is_empty() => {
                        help.insert((task.key.clone(), lang), markdown::to_html(text));
                    }
                    _ => self.faults.add_line(&file, 1, format!("the help for the task \"{}\" is missing", task.key), "write the file"),
                }
            }
        }
        let named: BTreeSet<&str> = tasks.iter().map(|task| task.key.as_str()).collect();
        for file in self.files.keys() {
            let key = file.strip_prefix("help/").and_then(|rest| rest.split_once('/')).and_then(|(_, name)| name.strip_suffix(".md"));
            if let Some(key) = key.filter(|key| !named.contains(key)) {
                self.faults.add_line(file, 1, format!("there is no task \"{key}\""), "rename the file after its task or take it away");
            }
        }
        help
    }
}
