//! The checklists and the help texts of a pack.

use super::build::{Build, CHECKLISTS};
use super::markdown;
use super::raw::{self, Key};
use super::{Item, List, Named, Proof};
use std::collections::{BTreeSet, HashMap};
use texts::Lang;

/// The sorts of proof by their words.
const PROOFS: [(&str, Proof); 5] = [
    ("none", Proof::None),
    ("text", Proof::Text),
    ("file", Proof::File),
    ("date", Proof::Date),
    ("link", Proof::Link),
];

pub(super) fn proofs() -> [&'static str; 5] {
    PROOFS.map(|(word, _)| word)
}

impl Build<'_> {
    /// The roles that checklists name, and the items.
    pub(super) fn items(&mut self, raw: &raw::ChecklistFile) -> (Vec<Named>, Vec<Item>) {
        let mut roles = BTreeSet::new();
        let mut names = HashMap::new();
        for role in &raw.role {
            self.unique(CHECKLISTS, "role", &mut roles, &role.key);
            names.insert(role.key.get_ref().clone(), self.words(CHECKLISTS, &role.name));
        }
        let lists: BTreeSet<&String> = raw.list.iter().map(|list| list.key.get_ref()).collect();
        let mut seen = BTreeSet::new();
        let items = raw
            .item
            .iter()
            .map(|one| {
                self.unique(CHECKLISTS, "item", &mut seen, &one.key);
                self.items.insert(one.key.get_ref().clone(), one.fields.is_empty());
                self.known(CHECKLISTS, "role", &one.role, roles.contains(one.role.get_ref()));
                self.known(CHECKLISTS, "list", &one.list, lists.contains(one.list.get_ref()));
                for field in &one.fields {
                    self.known_field(CHECKLISTS, field);
                }
                let phase = one.phase.get_ref().as_str();
                self.known(
                    CHECKLISTS,
                    "phase",
                    &one.phase,
                    matches!(phase, "before" | "during" | "after"),
                );
                Item {
                    key: one.key.get_ref().clone(),
                    list: one.list.get_ref().clone(),
                    phase: phase.into(),
                    text: self.words(CHECKLISTS, &one.text),
                    role: names.get(one.role.get_ref()).cloned().unwrap_or_default(),
                    from_level: one.from_level.as_ref().and_then(|key| self.rank(CHECKLISTS, key)),
                    when: one
                        .when
                        .as_ref()
                        .map(|when| self.condition(CHECKLISTS, one.key.span().start, when)),
                    proof: self.proof(one.proof.as_ref()),
                    fields: one.fields.iter().map(|key| key.get_ref().clone()).collect(),
                }
            })
            .collect();
        let named = |role: &raw::Group| Named {
            key: role.key.get_ref().clone(),
            name: names.get(role.key.get_ref()).cloned().unwrap_or_default(),
        };
        (raw.role.iter().map(named).collect(), items)
    }

    /// The lists, each with at least one item and with templates that exist.
    pub(super) fn lists(&mut self, raw: &raw::ChecklistFile) -> Vec<List> {
        let templates = self.process_templates();
        let used: BTreeSet<&String> = raw.item.iter().map(|item| item.list.get_ref()).collect();
        let mut seen = BTreeSet::new();
        raw.list
            .iter()
            .map(|one| {
                self.unique(CHECKLISTS, "list", &mut seen, &one.key);
                if !used.contains(one.key.get_ref()) {
                    let problem = format!("no item stands in the list \"{}\"", one.key.get_ref());
                    self.fault(
                        CHECKLISTS,
                        one.key.span().start,
                        problem,
                        "give it items or take it away",
                    );
                }
                for key in &one.templates {
                    self.known(CHECKLISTS, "process template", key, templates.contains(key.get_ref()));
                }
                List {
                    key: one.key.get_ref().clone(),
                    name: self.words(CHECKLISTS, &one.name),
                    templates: one.templates.iter().map(|key| key.get_ref().clone()).collect(),
                }
            })
            .collect()
    }

    /// The keys of the pack's process templates. Whether they read well is judged where they are read.
    fn process_templates(&self) -> BTreeSet<String> {
        let of_file = |file: &String| Some(file.strip_prefix("processes/")?.strip_suffix(".toml")?.to_string());
        self.files.keys().filter_map(of_file).collect()
    }

    fn proof(&mut self, key: Option<&Key>) -> Proof {
        let Some(key) = key else { return Proof::None };
        let found = PROOFS.iter().find(|(word, _)| word == key.get_ref());
        self.known(CHECKLISTS, "sort of proof", key, found.is_some());
        found.map_or(Proof::None, |(_, proof)| *proof)
    }

    pub(super) fn help(&mut self, tasks: &[super::TaskText]) -> HashMap<(String, Lang), String> {
        let mut help = HashMap::new();
        for task in tasks {
            for lang in Lang::ALL {
                let file = format!("help/{}/{}.md", lang.code(), task.key);
                match self.files.get(&file).map(|text| text.trim()) {
                    Some(text) if !text.is_empty() => {
                        help.insert((task.key.clone(), lang), markdown::to_html(text));
                    }
                    _ => self.faults.add_line(
                        &file,
                        1,
                        format!("the help for the task \"{}\" is missing", task.key),
                        "write the file",
                    ),
                }
            }
        }
        let named: BTreeSet<&str> = tasks.iter().map(|task| task.key.as_str()).collect();
        for file in self.files.keys() {
            let key = file
                .strip_prefix("help/")
                .and_then(|rest| rest.split_once('/'))
                .and_then(|(_, name)| name.strip_suffix(".md"));
            if let Some(key) = key.filter(|key| !named.contains(key)) {
                self.faults.add_line(
                    file,
                    1,
                    format!("there is no task \"{key}\""),
                    "rename the file after its task or take it away",
                );
            }
        }
        help
    }
}
