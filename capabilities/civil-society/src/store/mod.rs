//! All statements of civil society. No decisions here.

mod agreements;
mod contacts;
mod imports;
mod measures;
mod names;
mod organisations;
mod relevance;

pub(crate) use agreements::*;
pub(crate) use contacts::*;
pub(crate) use imports::*;
pub(crate) use measures::*;
pub(crate) use names::*;
pub(crate) use organisations::*;
pub(crate) use relevance::*;
