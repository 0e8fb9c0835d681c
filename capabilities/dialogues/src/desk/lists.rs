//! What both pages of the checklists are made from: the lines with those who do them and the dialogue's documents, and the
//! words for them.

use super::load;
use crate::checklist::{GroupName, Line, OwnItem, PHASES, Wanted};
use crate::checklist_acts;
use crate::store;
use crate::{Dialogue, Document};
use db::Id;
use identity::Staff;
use method::Picture;
use method::pack::Proof;
use std::collections::BTreeMap;
use web::{Cx, Fault, Req};

/// Everything on the lists of one dialogue.
pub(super) struct Lists {
    pub dialogue: Dialogue,
    pub picture: Picture,
    pub lines: Vec<Line>,
    pub own: Vec<OwnItem>,
    pub officials: Vec<Staff>,
    pub documents: Vec<Document>,
}

impl Lists {
    pub(super) async fn read(req: &Req) -> Result<Lists, Fault> {
        let mut read = req.site.db.read().await?;
        let (dialogue, picture) = load(req, &mut read).await?;
        let (lines, own) = checklist_acts::lines(&mut read, &picture, req.lang).await?;
        let officials = identity::officials(&mut read).await?;
        let mut documents = store::documents(&mut read, dialogue.id).await?;
        documents.retain(|one| one.removed_at.is_none());
        Ok(Lists {
            dialogue,
            picture,
            lines,
            own,
            officials,
            documents,
        })
    }

    /// The name of whoever does an item; of an account that is no longer in use only that.
    pub(super) fn owner(&self, cx: &Cx, owner: Option<Id>) -> String {
        let Some(id) = owner else { return String::new() };
        let official = self.officials.iter().find(|one| one.id == id);
        official.map_or_else(|| cx.t("dialogues-checklist-owner-gone"), |one| one.name.clone())
    }

    /// The officials as choices of a form; units tell two of the same name apart.
    pub(super) fn owners(&self) -> Vec<(String, String)> {
        let mut names: BTreeMap<&str, usize> = BTreeMap::new();
        for one in &self.officials {
            *names.entry(&one.name).or_default() += 1;
        }
        let label = |one: &Staff| match names.get(one.name.as_str()) {
            Some(2..) => format!("{} ({})", one.name, one.email),
            _ => one.name.clone(),
        };
        let options = self.officials.iter().map(|one| (one.id.to_string(), label(one)));
        options.collect()
    }
}

pub(super) fn asks(cx: &Cx, proof: Proof) -> String {
    cx.t(match proof {
        Proof::None => "dialogues-checklist-note",
        Proof::Text => "dialogues-checklist-note-text",
        Proof::File => "dialogues-checklist-note-file",
        Proof::Date => "dialogues-checklist-note-date",
        Proof::Link => "dialogues-checklist-note-link",
    })
}

pub(super) fn status(line: &Line) -> &'static str {
    line.status.code()
}

pub(super) fn noted(cx: &Cx, line: &Line) -> String {
    let noted = line.tick.as_ref().map(|tick| {
        let when = cx.moment(&tick.changed_at);
        cx.t2("dialogues-checklist-noted", ("name", &tick.changed_by), ("when", &when))
    });
    noted.unwrap_or_default()
}

pub(super) fn group_name(cx: &Cx, name: &GroupName<'_>) -> String {
    match name {
        GroupName::Named(name) => (*name).to_string(),
        GroupName::Method(name) => cx.t1("dialogues-checklist-of-method", "name", name),
        GroupName::Own => cx.t("dialogues-checklist-own"),
    }
}

pub(super) fn phases(cx: &Cx) -> Vec<(String, String)> {
    let phase = |key: &str| (key.to_string(), cx.t(&format!("dialogues-checklist-{key}")));
    PHASES.map(phase).into()
}

/// What the address asks for, also when a form is sent there.
pub(super) fn wanted(req: &Req) -> Wanted {
    Wanted::read(|name| req.query(name))
}
