//! What the upper parts of the house advise about one process while somebody works on it: a clash in the calendar, an offer
//! to make something of a finished dialogue. Advice never stands in the way; what does is a gate.

use crate::source::{BoxFuture, Sources};
use db::{Conn, Id};
use web::Cx;

/// How much a piece of advice weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heed {
    /// Something one can do.
    Offer,
    /// Something to bear in mind.
    Mind,
    /// Something that somebody should decide about.
    Serious,
}

/// A piece of advice, in the reader's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    pub text: String,
    /// Where more is said about it, without the language.
    pub href: String,
    pub heed: Heed,
    /// The field it is about; it then stands beside every form that holds the field. Empty: only with the whole plan.
    pub field: &'static str,
}

/// What one part of the house says about one process.
pub type Advise = for<'a> fn(&'a mut Conn, &'a Cx, Id) -> BoxFuture<'a, db::Result<Vec<Advice>>>;

impl Sources {
    /// With those who advise.
    pub fn with_advisers(mut self, advisers: Vec<Advise>) -> Sources {
        self.advisers = advisers;
        self
    }

    /// All advice about a process, the weightiest first.
    ///
    /// # Errors
    /// The database's.
    pub async fn advice(&self, conn: &mut Conn, cx: &Cx, process: Id) -> db::Result<Vec<Advice>> {
        let mut all = Vec::new();
        for advise in &self.advisers {
            all.extend(advise(conn, cx, process).await?);
        }
        all.sort_by_key(|one| std::cmp::Reverse(one.heed));
        Ok(all)
    }
}
