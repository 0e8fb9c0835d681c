//! SQL of written texts and of the accessibility statement. No decisions here.

pub(crate) mod statement;
pub(crate) mod versions;
