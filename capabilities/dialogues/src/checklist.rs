//! The checklists of one dialogue as work: items of the pack and of its own on one list, with who does what by when, and
//! the rules for choosing and counting among them. No database, no pages.

use db::Id;
use jiff::{Timestamp, civil::Date};
use method::pack::{Item, Proof};
use method::{Pack, Picture, Tick, TickStatus};
use std::collections::BTreeMap;
use texts::Lang;

/// The phases of a checklist, in order.
pub(crate) const PHASES: [&str; 3] = ["before", "during", "after"];
/// The list of items that somebody has written for this dialogue.
pub(crate) const OWN: &str = "egna.punkter";
/// What the key of the list of a method's items begins with. Keys of the pack hold no full stop.
const OF_METHOD: &str = "metod.";
/// Longest text of an item, in characters.
pub(crate) const LONGEST: usize = 300;

/// Who does an item by when, and what shows that it is done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Work {
    pub owner: Option<Id>,
    pub due_on: Option<Date>,
    /// What is written about it before it is done; from then on the tick's own note counts.
    pub note: String,
    /// Where the evidence stands on the web; empty for nowhere.
    pub link: String,
    /// The document of the dialogue that is the evidence.
    pub document: Option<Id>,
    /// 0 as long as nobody has written anything.
    pub revision: i64,
}

/// An item that the dialogue has beside those of the pack.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct OwnItem {
    pub item: String,
    pub phase: String,
    pub text: String,
    /// The method whose card brought it; empty for what somebody wrote.
    pub method: String,
    pub added_by: String,
    pub removed_at: Option<Timestamp>,
}

impl OwnItem {
    /// The key of a line that a method's card brings: the same every time, so that it comes once. Keys of the pack hold no
    /// full stop.
    pub(crate) fn key_of(method: &str, item: &str) -> String {
        format!("{method}.{item}")
    }

    /// The key that its line has in the method's card; `None` for what somebody wrote.
    pub(crate) fn key_in_card(&self) -> Option<&str> {
        let rest = self
            .item
            .strip_prefix(&self.method)
            .filter(|_| !self.method.is_empty())?;
        rest.strip_prefix('.')
    }

    /// Its words: the card's, in the reader's language, as long as the card has the line.
    pub(crate) fn text_in(&self, pack: &Pack, lang: Lang) -> String {
        let line = pack.library.method(&self.method).and_then(|card| {
            let key = self.key_in_card()?;
            card.checklist.iter().find(|line| line.key == key)
        });
        line.map_or_else(|| self.text.clone(), |line| line.text.get(lang).to_string())
    }
}

/// An item on the list, whoever it comes from.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub key: String,
    /// A list of the pack, [`OWN`], or one for each method.
    pub list: String,
    pub phase: String,
    pub text: String,
    /// Whose sort of work it is; empty for own items.
    pub role: String,
    pub proof: Proof,
    pub status: TickStatus,
    /// Done by what is written in the plan.
    pub by_itself: bool,
    pub tick: Option<Tick>,
    pub work: Work,
    /// Somebody added it and may take it away.
    pub is_own: bool,
}

impl Line {
    /// Nothing is left to do.
    pub(crate) fn is_done(&self) -> bool {
        self.status != TickStatus::Open
    }

    /// What is written about it.
    pub(crate) fn note(&self) -> &str {
        self.tick.as_ref().map_or(&self.work.note, |tick| &tick.note)
    }

    pub(crate) fn is_late(&self, today: Date) -> bool {
        !self.is_done() && self.work.due_on.is_some_and(|day| day < today)
    }

    fn of_pack(item: &Item, done: bool, tick: Option<&Tick>, lang: Lang) -> Line {
        Line {
            key: item.key.clone(),
            list: item.list.clone(),
            phase: item.phase.clone(),
            text: item.text.get(lang).to_string(),
            role: item.role.get(lang).to_string(),
            proof: item.proof,
            status: match status_of(tick) {
                TickStatus::Open if done => TickStatus::Done,
                ticked => ticked,
            },
            by_itself: done && tick.is_none(),
            tick: tick.cloned(),
            work: Work::default(),
            is_own: false,
        }
    }

    fn of_own(own: &OwnItem, pack: &Pack, tick: Option<&Tick>, lang: Lang) -> Line {
        let list = if own.method.is_empty() {
            OWN.to_string()
        } else {
            format!("{OF_METHOD}{}", own.method)
        };
        Line {
            key: own.item.clone(),
            list,
            phase: own.phase.clone(),
            text: own.text_in(pack, lang),
            role: String::new(),
            proof: Proof::None,
            status: status_of(tick),
            by_itself: false,
            tick: tick.cloned(),
            work: Work::default(),
            is_own: true,
        }
    }
}

fn status_of(tick: Option<&Tick>) -> TickStatus {
    tick.and_then(|tick| TickStatus::from_code(&tick.status))
        .unwrap_or(TickStatus::Open)
}

/// Everything on the dialogue's lists, in the order of the page: the pack's items that concern it, then its own that are
/// not taken away.
pub(crate) fn lines(picture: &Picture, own: &[OwnItem], works: &BTreeMap<String, Work>, lang: Lang) -> Vec<Line> {
    let items = picture.items();
    let of_pack = items
        .iter()
        .map(|(item, done)| Line::of_pack(item, *done, picture.ticks.get(&item.key), lang));
    let standing = own.iter().filter(|own| own.removed_at.is_none());
    let of_own = standing.map(|own| Line::of_own(own, &picture.pack, picture.ticks.get(&own.item), lang));
    let worked = |mut line: Line| {
        line.work = works.get(&line.key).cloned().unwrap_or_default();
        line
    };
    of_pack.chain(of_own).map(worked).collect()
}

/// A list with its name, how far it has come, and its lines.
pub(crate) struct Group<'a> {
    pub list: String,
    pub name: GroupName<'a>,
    pub done: usize,
    pub of: usize,
    pub lines: Vec<&'a Line>,
}

/// What a list is called.
pub(crate) enum GroupName<'a> {
    /// In words of the method.
    Named(&'a str),
    /// The items of a method that the dialogue uses.
    Method(&'a str),
    Own,
}

/// The lines by list: those of the pack in its order, then own items, then one list for each method.
pub(crate) fn groups<'a>(pack: &'a Pack, lines: &'a [Line], lang: Lang) -> Vec<Group<'a>> {
    let mut keys: Vec<&str> = pack.lists.iter().map(|list| list.key.as_str()).collect();
    keys.push(OWN);
    for line in lines {
        if !keys.contains(&line.list.as_str()) {
            keys.push(&line.list);
        }
    }
    let group = |key: &str| {
        let lines: Vec<&Line> = lines.iter().filter(|line| line.list == key).collect();
        let named = pack.list(key).map(|list| GroupName::Named(list.name.get(lang)));
        let of_method = || {
            let card = pack.library.method(key.strip_prefix(OF_METHOD)?)?;
            Some(GroupName::Method(card.name.get(lang)))
        };
        Group {
            name: named.or_else(of_method).unwrap_or(GroupName::Own),
            done: lines.iter().filter(|line| line.is_done()).count(),
            of: lines.len(),
            lines,
            list: key.to_string(),
        }
    };
    let all = keys.into_iter().map(group);
    all.filter(|group| group.of > 0).collect()
}

/// Whose items are asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Whose {
    #[default]
    All,
    Mine,
    /// Those that nobody has taken.
    Nobodys,
}

/// What of the lists is asked for; nothing asked for lets everything through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Wanted {
    pub whose: Whose,
    /// Done or open; `None` for both.
    pub done: Option<bool>,
    pub list: String,
    pub phase: String,
}

impl Wanted {
    /// As an address asks for it, a word at a time. A word that means nothing asks for nothing.
    pub(crate) fn read<'a>(word: impl Fn(&str) -> Option<&'a str>) -> Wanted {
        Wanted {
            whose: match word("vem") {
                Some("mig") => Whose::Mine,
                Some("ingen") => Whose::Nobodys,
                _ => Whose::All,
            },
            done: match word("visa") {
                Some("oppna") => Some(false),
                Some("klara") => Some(true),
                _ => None,
            },
            list: word("lista").unwrap_or_default().to_string(),
            phase: word("fas")
                .filter(|phase| PHASES.contains(phase))
                .unwrap_or_default()
                .to_string(),
        }
    }

    /// The words of the form's choices as they stand: whose, done, list, phase.
    pub(crate) fn words(&self) -> [(&'static str, String); 4] {
        let whose = match self.whose {
            Whose::All => "",
            Whose::Mine => "mig",
            Whose::Nobodys => "ingen",
        };
        let done = match self.done {
            None => "",
            Some(false) => "oppna",
            Some(true) => "klara",
        };
        [
            ("vem", whose.to_string()),
            ("visa", done.to_string()),
            ("lista", self.list.clone()),
            ("fas", self.phase.clone()),
        ]
    }

    /// The part of an address that asks for the same: empty, or from the question mark on.
    pub(crate) fn query(&self) -> String {
        let words = self.words();
        let asked = words.iter().filter(|(_, word)| !word.is_empty());
        let parts: Vec<String> = asked
            .map(|(name, word)| format!("{name}={}", web::encode(word)))
            .collect();
        if parts.is_empty() {
            String::new()
        } else {
            format!("?{}", parts.join("&"))
        }
    }

    pub(crate) fn takes(&self, line: &Line, me: Id) -> bool {
        let whose = match self.whose {
            Whose::All => true,
            Whose::Mine => line.work.owner == Some(me),
            Whose::Nobodys => line.work.owner.is_none(),
        };
        whose
            && self.done.is_none_or(|done| line.is_done() == done)
            && (self.list.is_empty() || line.list == self.list)
            && (self.phase.is_empty() || line.phase == self.phase)
    }
}

/// Is it an address on the web that can be opened from a page?
pub(crate) fn is_link(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.contains('.') && !rest.starts_with('.'))
        && text.chars().count() <= 500
        && !text.chars().any(|sign| sign.is_whitespace() || sign.is_control())
}

#[cfg(test)]
mod tests;
