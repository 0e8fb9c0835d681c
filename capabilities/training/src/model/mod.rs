//! The rules of training: how far one has come, how long a right lasts, what a file of records says. No I/O.

pub(crate) mod import;
pub(crate) mod overview;
pub(crate) mod progress;
pub(crate) mod standing;
