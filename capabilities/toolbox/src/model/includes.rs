//! What the handbook includes from the method's other files, as Markdown: so that page, DOCX, PDF and search all read
//! one text.

use method::pack::{Include, Item, Phase};
use method::{Need, Pack};
use std::fmt::Write as _;
use texts::{Lang, Texts, Value};

/// Writes what directives stand for.
pub(crate) struct Includes<'a> {
    pack: &'a Pack,
    texts: &'a Texts,
}

impl<'a> Includes<'a> {
    pub(crate) fn new(pack: &'a Pack, texts: &'a Texts) -> Includes<'a> {
        Includes { pack, texts }
    }

    /// The Markdown of what is included; `hashes` begins its headings.
    pub(crate) fn markdown(&self, include: &Include, hashes: &str) -> String {
        match include {
            Include::Help { text, .. } => text.clone(),
            Include::Levels => self.levels(hashes),
            Include::Principles => self.principles(hashes),
            Include::Steps => self.steps(),
            Include::Roles => self.roles(),
            Include::Gates => self.gates(),
            Include::Checklist(phase) => self.checklist(*phase),
        }
    }

    fn t(&self, key: &str) -> String {
        self.texts.get(Lang::Sv, key)
    }

    fn levels(&self, hashes: &str) -> String {
        let mut out = String::new();
        for level in self.pack.ladder.levels() {
            let _ = writeln!(out, "{hashes} {}. {}\n", level.rank, escaped(&level.name.sv));
            let _ = writeln!(out, "{}\n", escaped(&level.meaning.sv));
            self.labelled(&mut out, "toolbox-level-promise", &level.promise.sv);
            self.labelled(&mut out, "toolbox-level-not-promise", &level.not_promise.sv);
            if !level.show.is_empty() {
                let _ = writeln!(out, "**{}**\n", self.t("toolbox-level-show"));
                for show in &level.show {
                    let _ = writeln!(out, "- {}", escaped(&show.sv));
                }
                out.push('\n');
            }
            self.labelled(&mut out, "toolbox-level-methods", &level.methods.sv);
        }
        out
    }

    fn principles(&self, hashes: &str) -> String {
        let mut out = String::new();
        for (place, one) in self.pack.library.principles.iter().enumerate() {
            let _ = writeln!(out, "{hashes} {}. {}\n", place + 1, escaped(&one.name.sv));
            let _ = writeln!(out, "{}\n", escaped(&one.meaning.sv));
            self.labelled(&mut out, "toolbox-principle-check", &one.check.sv);
            self.labelled(&mut out, "toolbox-principle-yes", &one.yes.sv);
        }
        out
    }

    fn steps(&self) -> String {
        let head = [
            "toolbox-step",
            "toolbox-step-question",
            "toolbox-step-who",
            "toolbox-step-output",
        ];
        let rows = self.pack.steps.iter().enumerate().map(|(place, step)| {
            let gate = step.gate.as_ref().map(|gate| format!(" ({gate})")).unwrap_or_default();
            vec![
                format!("{}. {}{gate}", place + 1, step.name.sv),
                step.question.sv.clone(),
                step.role.sv.clone(),
                step.output.sv.clone(),
            ]
        });
        self.table(&head, rows)
    }

    /// Each role with how much of the checklists it answers for, and where that begins.
    fn roles(&self) -> String {
        let head = ["toolbox-role", "toolbox-role-first", "toolbox-role-items"];
        let rows = self.pack.roles.iter().filter_map(|role| {
            let items: Vec<_> = self.pack.items.iter().filter(|item| item.role == role.name).collect();
            let first = items.first()?;
            Some(vec![
                role.name.sv.clone(),
                first.text.sv.clone(),
                items.len().to_string(),
            ])
        });
        self.table(&head, rows)
    }

    /// The gates that stand at a step, with what they ask for.
    fn gates(&self) -> String {
        let head = ["toolbox-gate", "toolbox-gate-step", "toolbox-gate-needs"];
        let rows = self.pack.steps.iter().filter_map(|step| {
            let key = step.gate.as_ref()?;
            let gate = self.pack.gates.iter().find(|one| &one.key == key)?;
            Some(vec![
                format!("{key} {}", gate.name.sv),
                step.name.sv.clone(),
                self.needs(key).join("; "),
            ])
        });
        self.table(&head, rows)
    }

    /// What a gate asks for, each thing once: a task stands for the fields one fills in there.
    fn needs(&self, gate: &str) -> Vec<String> {
        let gates = &self.pack.machine.template().gates;
        let mut needs = Vec::new();
        for requirement in gates.iter().filter(|one| one.key == gate).flat_map(|one| &one.needs) {
            let need = self.need(&requirement.need);
            if !needs.contains(&need) {
                needs.push(need);
            }
        }
        needs
    }

    fn need(&self, need: &Need) -> String {
        match need {
            Need::Field(field)
            | Need::OneOf { field, .. }
            | Need::NotPassed(field)
            | Need::Order { first: field, .. } => self.task_of(field),
            Need::LevelFrom(rank) => self.level("toolbox-gate-level-from", *rank),
            Need::LevelTo(rank) => self.level("toolbox-gate-level-to", *rank),
            Need::Evidence(key) => self.pack.evidence(key).map_or(key, |one| &one.name.sv).clone(),
            Need::Item(key) => self.pack.item(key).map_or(key, |one| &one.text.sv).clone(),
        }
    }

    /// The task in which a field is filled in; the field's own label when none lets one.
    fn task_of(&self, field: &str) -> String {
        let task = self
            .pack
            .tasks
            .iter()
            .find(|task| task.fields.iter().any(|one| one == field));
        match task {
            Some(task) => task.name.sv.clone(),
            None => self.pack.field(field).map_or(field, |one| &one.label.sv).to_owned(),
        }
    }

    fn level(&self, key: &str, rank: u8) -> String {
        let level = self.pack.ladder.levels().iter().find(|one| one.rank == rank);
        let name = level.map_or("", |one| one.name.sv.as_str());
        self.texts.with(Lang::Sv, key, &[("level", Value::from(name))])
    }

    fn checklist(&self, phase: Phase) -> String {
        let mut out = String::new();
        for list in &self.pack.lists {
            let of_list = |item: &&Item| item.list == list.key && item.phase == phase.code();
            let mut items = self.pack.items.iter().filter(of_list).peekable();
            if items.peek().is_some() {
                let _ = writeln!(out, "**{}**\n", escaped(&list.name.sv));
            }
            for item in items {
                let _ = writeln!(out, "- {} *{}*", escaped(&item.text.sv), escaped(&item.role.sv));
            }
            out.push('\n');
        }
        out
    }

    /// A paragraph that begins with what it is; nothing when there is nothing to say.
    fn labelled(&self, out: &mut String, label: &str, text: &str) {
        if !text.is_empty() {
            let _ = writeln!(out, "**{}** {}\n", self.t(label), escaped(text));
        }
    }

    fn table(&self, head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
        let head: Vec<String> = head.iter().map(|key| self.t(key)).collect();
        let mut out = format!("| {} |\n|{}\n", head.join(" | "), "---|".repeat(head.len()));
        for row in rows {
            let cells: Vec<String> = row.iter().map(|cell| escaped(cell)).collect();
            let _ = writeln!(out, "| {} |", cells.join(" | "));
        }
        out
    }
}

/// Words of the pack as Markdown that means nothing but the words.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.trim().chars() {
        if "\\`*_[]<>|#".contains(letter) {
            out.push('\\');
        }
        out.push(if letter == '\n' { ' ' } else { letter });
    }
    out
}
