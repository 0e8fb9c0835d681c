//! Pages for organisations and for everybody, which need no account.

pub(crate) mod asked;
pub(crate) mod proposal;
