//! Results that take a while (groups of opinions, themes of ten thousand texts, odds of a lottery) are computed apart from requests.
//!
//! Whoever changes what a result rests on calls [`ask`] in the same transaction; a worker computes it ([`run_waiting`]) and a page
//! reads what stands ([`result`]), with whether it is current. What was asked for stands in the database, so nothing is forgotten
//! when the program ends, and several nodes may work at once.

mod queue;

pub use queue::{Computed, ask, result};

use db::Id;
use jiff::SignedDuration;
use std::{future::Future, pin::Pin, sync::Arc};
use web::{Fault, Site};

/// What a work answers with, some time later.
pub type Answer = Pin<Box<dyn Future<Output = Result<serde_json::Value, Fault>> + Send>>;

/// One kind of result.
#[derive(Clone, Copy)]
pub struct Work {
    /// Its word in the database, the same that [`ask`] is called with.
    pub kind: &'static str,
    /// Computes it for one subject from what the database holds now. Long arithmetic goes through [`web::computed`].
    pub run: fn(Arc<Site>, Id) -> Answer,
}

/// All kinds of results that the program knows how to compute; put on the site where it is composed.
pub struct Works(Vec<Work>);

impl Works {
    /// Those works.
    pub fn new(works: Vec<Work>) -> Works {
        Works(works)
    }

    fn named(&self, kind: &str) -> Option<Work> {
        self.0.iter().copied().find(|work| work.kind == kind)
    }
}

/// The topic that [`web`] pages depend on when they show results about that subject.
pub fn topic(subject: Id) -> String {
    format!("computed:{subject}")
}

/// Something that was begun and never ended (the program stopped) may be begun again after this.
const CLAIM: SignedDuration = SignedDuration::from_mins(15);
/// Something that failed is tried again after this, twice as long each time.
const REST: SignedDuration = SignedDuration::from_mins(1);
/// How often the rest is doubled: to about a day.
const DOUBLINGS: u32 = 10;
/// How many results one pass makes before it looks again at what waits.
const AT_ONCE: i64 = 20;

/// Computes everything that waits, once each; tells how many results were made.
///
/// # Errors
/// Only faults of the database. A work that fails is kept with its fault and tried again later.
pub async fn run_waiting(site: &Arc<Site>) -> db::Result<usize> {
    let mut made = 0;
    for claimed in queue::claim(&site.db, AT_ONCE).await? {
        let works = site.get::<Works>();
        let answer = match works.named(&claimed.kind) {
            Some(work) => (work.run)(site.clone(), claimed.subject_id).await,
            None => Err(Fault::internal(format!("nobody computes {}", claimed.kind))),
        };
        match answer {
            Ok(result) => {
                queue::keep(&site.db, &claimed, &result).await?;
                made += 1;
            }
            Err(fault) => {
                let told = format!("{fault:?}");
                tracing::error!(kind = claimed.kind, subject = %claimed.subject_id, fault = told, "a result could not be computed");
                queue::put_off(&site.db, &claimed, &told).await?;
            }
        }
    }
    Ok(made)
}

#[cfg(test)]
mod tests;
