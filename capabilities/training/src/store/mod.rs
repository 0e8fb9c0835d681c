//! All statements of training. No decisions here.

mod imports;
mod progress;
mod records;
mod requirements;

pub(crate) use imports::*;
pub(crate) use progress::*;
pub(crate) use records::*;
pub(crate) use requirements::*;
