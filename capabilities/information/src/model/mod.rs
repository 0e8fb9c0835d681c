//! What a written text is and how two are compared; the accessibility statement; dialogues by where they stand. Rules
//! only: no database, no pages.

pub(crate) mod clock;
pub(crate) mod diff;
pub(crate) mod groups;
pub(crate) mod hints;
pub(crate) mod statement;
pub(crate) mod version;
