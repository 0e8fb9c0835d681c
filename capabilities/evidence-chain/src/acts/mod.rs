//! What can be done to the chain. Each act is one transaction with its line in the log.

pub(crate) mod gather;
pub(crate) mod links;
pub(crate) mod nodes;

use crate::Strength;
use crate::model::node::Lacks;
use crate::store;
use crate::store::PieceRow;
use db::{Id, Tx};
use dialogues::Kind;
use std::collections::BTreeMap;
use web::Fault;

/// Why an act was not done.
#[derive(Debug)]
pub enum Refused {
    /// What the filling lacks to be what its status says.
    Lacks(Vec<Lacks>),
    Fault(Fault),
}

impl<E: Into<Fault>> From<E> for Refused {
    fn from(fault: E) -> Refused {
        Refused::Fault(fault.into())
    }
}

/// A form sent twice is taken once.
async fn first_time(tx: &mut Tx<'_>, once: Option<&str>) -> Result<(), Fault> {
    match once {
        Some(key) if !tx.use_once(key).await? => Err(Fault::rule("chain-sent-twice")),
        _ => Ok(()),
    }
}

/// Counts the evidence beneath nodes anew. `targets` stand also when nothing is beneath them any more.
async fn weigh(tx: &mut Tx<'_>, targets: &[Id], rows: Vec<PieceRow>) -> db::Result<()> {
    let mut pieces: BTreeMap<Id, Vec<_>> = targets.iter().map(|id| (*id, Vec::new())).collect();
    for row in rows {
        pieces.entry(row.to_id).or_default().push(row.piece());
    }
    let strengths: Vec<(Id, Strength)> = pieces.iter().map(|(id, pieces)| (*id, Strength::of(pieces))).collect();
    store::links::set_strengths(tx, &strengths).await
}

/// Nodes are worked with in projects; what is named must be one.
async fn expect_project(tx: &mut Tx<'_>, id: Id) -> Result<(), Fault> {
    match dialogues::dialogue(tx, id).await?.kind {
        Kind::Project => Ok(()),
        _ => Err(Fault::NotFound),
    }
}
