//! The method: packs of content on the engine, and the processes that follow them.
//!
//! A process (a running dialogue) is an instance of a pack's process template. What is written about it are *facts*;
//! what it may do next, what is missing and what it owes comes from the pack, judged by the engine on live evidence
//! that the upper parts of the house supply through [`Source`].
//!
//! * To add a field, a gate, a checklist item: edit `content/`, never this crate.
//! * To prove something to a gate: export a [`Source`] and name its key in the pack's `pack.toml`.
//! * Never here: a state, a level or a field of one pack named in a rule. (One exception, told where it stands: a
//!   new level brings its `promise`.)

mod acts;
mod advice;
mod calendar;
mod checklist;
mod differences;
pub mod editions;
mod facts;
mod form;
pub mod pack;
mod prefilled;
mod process;
mod reading;
mod refused;
mod registry;
mod source;
mod store;

pub use acts::{TickStatus, advance, begin, packs, picture, record, tick, upgrade};
pub use advice::{Advice, Advise, Heed};
pub use calendar::{due, follow_calendar};
pub use checklist::{Line, expect_running, tell_items, tick_own};
pub use differences::{DifferenceRow, DifferenceView, difference_views};
pub use engine::{By, Condition, Missing, Need, Owed, Reason, Seen, Standing, Target, TaskStatus, Transition};
pub use facts::{Complaint, Facts, Row};
pub use form::{CellView, FieldView, RowView, Typed, complaint_text, read_fields, task_values, views};
pub use pack::{Edition, Pack, Words};
pub use prefilled::{Filled, origin_name};
pub use process::{Event, LevelKey, MissingText, Picture, Process, Tick, standing_of};
pub use reading::{Told, choices, conflicting, told};
pub use refused::Refused;
pub use registry::{CITIZEN_DIALOGUE, CIVIL_SOCIETY, EMBEDDED, Packs, SERVICE_DESIGN};
pub use source::{Asking, BoxFuture, Duty, Evidence, FORTNIGHT, Page, Source, Sources};

use db::{Conn, Id};
use web::{Capability, Routes};

/// What the method brings to the site: its words. Its pages belong to the capabilities that run processes.
pub fn capability() -> Capability {
    Capability {
        name: "method",
        routes: Routes::new(),
        texts: texts::source!("method"),
        menu: Vec::new(),
    }
}

/// A process.
///
/// # Errors
/// [`db::Error::NotFound`].
pub async fn process(conn: &mut Conn, id: Id) -> db::Result<Process> {
    store::process(conn, id).await
}

/// What happened to a process, newest first.
///
/// # Errors
/// The database's.
pub async fn events(conn: &mut Conn, id: Id) -> db::Result<Vec<Event>> {
    store::events(conn, id).await
}

#[cfg(test)]
mod tests;
