//! What a process is to the desk. A dialogue, a project and a collaboration are planned in the same way, each by its own pack
//! and below its own address; only dialogues are seen by residents.

use method::{Edition, Packs};
use std::sync::Arc;
use web::Cx;

/// What a process is to the desk; the pack that it follows decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A citizen dialogue.
    Dialogue,
    /// A project of service design.
    Project,
    /// A process with organisations.
    Collaboration,
}

impl Kind {
    /// All of them, in the order of the menu.
    pub const ALL: [Kind; 3] = [Kind::Dialogue, Kind::Project, Kind::Collaboration];

    /// The word in the database and in texts.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Dialogue => "dialogue",
            Kind::Project => "project",
            Kind::Collaboration => "collaboration",
        }
    }

    /// The kind with that word; what nobody knows is a dialogue.
    pub(crate) fn from_code(code: &str) -> Kind {
        let found = Kind::ALL.into_iter().find(|one| one.code() == code);
        found.unwrap_or(Kind::Dialogue)
    }

    /// The key of the pack that its processes follow.
    pub fn pack(self) -> &'static str {
        match self {
            Kind::Dialogue => method::CITIZEN_DIALOGUE,
            Kind::Project => method::SERVICE_DESIGN,
            Kind::Collaboration => method::CIVIL_SOCIETY,
        }
    }

    /// What processes of a pack are. A municipality's own pack is one of dialogues.
    pub fn of_pack(pack: &str) -> Kind {
        let found = Kind::ALL.into_iter().find(|one| one.pack() == pack);
        found.unwrap_or(Kind::Dialogue)
    }

    /// The address on the desk below which its processes lie.
    pub fn base(self) -> &'static str {
        match self {
            Kind::Dialogue => "/arbetsyta/dialoger",
            Kind::Project => "/arbetsyta/projekt",
            Kind::Collaboration => "/arbetsyta/samverkan",
        }
    }

    /// The kind whose processes lie at an address.
    pub(crate) fn at(path: &str) -> Kind {
        let below = |kind: &Kind| path.strip_prefix(kind.base()).is_some_and(is_end);
        Kind::ALL.into_iter().find(below).unwrap_or(Kind::Dialogue)
    }

    /// The text that names all of them.
    pub fn name_key(self) -> &'static str {
        match self {
            Kind::Dialogue => "dialogues-menu-dialogues",
            Kind::Project => "dialogues-menu-projects",
            Kind::Collaboration => "dialogues-menu-collaborations",
        }
    }

    /// The text with that beginning that is about this kind.
    pub(crate) fn word(self, cx: &Cx, beginning: &str) -> String {
        cx.t(&format!("{beginning}{}", self.code()))
    }

    /// As [`Kind::word`], with a number.
    pub(crate) fn counted(self, cx: &Cx, beginning: &str, n: usize) -> String {
        cx.tn(&format!("{beginning}{}", self.code()), n)
    }

    /// The edition in use that new ones begin with.
    pub(crate) fn edition(self, packs: &Packs) -> Option<Arc<Edition>> {
        match self {
            Kind::Dialogue => Some(packs.dialogues()),
            other => packs.edition(other.pack()),
        }
    }
}

fn is_end(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_and_the_pack_tell_the_kind() {
        for kind in Kind::ALL {
            assert_eq!(Kind::of_pack(kind.pack()), kind);
            assert_eq!(Kind::from_code(kind.code()), kind);
            assert_eq!(Kind::at(kind.base()), kind);
            assert_eq!(Kind::at(&format!("{}/ny", kind.base())), kind);
        }
        assert_eq!(Kind::at("/arbetsyta/projektor"), Kind::Dialogue);
        assert_eq!(Kind::of_pack("egen"), Kind::Dialogue);
    }
}
