//! All statements of civil society. No decisions here.

mod agreements;
mod changes;
mod contacts;
mod councils;
mod imports;
mod measures;
mod meetings;
mod names;
mod organisations;
mod promises;
mod proposals;
mod referral;
mod relevance;
mod representatives;

pub(crate) use agreements::*;
pub(crate) use changes::*;
pub(crate) use contacts::*;
pub(crate) use councils::*;
pub(crate) use imports::*;
pub(crate) use measures::*;
pub(crate) use meetings::*;
pub(crate) use names::*;
pub(crate) use organisations::*;
pub(crate) use promises::*;
pub(crate) use proposals::*;
pub(crate) use referral::*;
pub(crate) use relevance::*;
pub(crate) use representatives::*;
