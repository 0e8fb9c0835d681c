//! What the upper parts of the house tell the method: evidence for its gates, and duties for the desk.

use crate::registry::Packs;
use db::{Conn, Id};
use identity::Staff;
use jiff::civil::Date;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use texts::Lang;

/// A future that can be kept behind a function pointer.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// One part of the house that proves things and owes things.
#[derive(Clone, Copy)]
pub struct Source {
    /// The capability, for logs.
    pub name: &'static str,
    /// What can be proved just now about one process.
    pub evidence: for<'a> fn(&'a mut Conn, Id) -> BoxFuture<'a, db::Result<Vec<Evidence>>>,
    /// What is owed just now, for all processes that concern whoever asks.
    pub duties: for<'a> fn(&'a mut Conn, &'a Asking) -> BoxFuture<'a, db::Result<Vec<Duty>>>,
}

/// A proof with its base: `count` of `base`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// One of the evidence keys of the pack.
    pub key: &'static str,
    pub met: bool,
    pub count: i64,
    pub base: i64,
    /// Where it is put right.
    pub href: String,
}

/// Something that waits to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// The day it is owed; `None` when it just waits.
    pub due: Option<Date>,
    /// The text that says what to do.
    pub title_key: &'static str,
    /// Which dialogue or thing it concerns.
    pub about: String,
    pub href: String,
    /// 3 weighs most among duties of the same day.
    pub weight: u8,
}

/// A page that a room above keeps of every process of a pack, below the process's own address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// The pack's key.
    pub pack: &'static str,
    /// Its word in the address: `insikter`. What a task or a proof of the pack names as its page is a link when it is here.
    pub address: &'static str,
    /// The text that names it.
    pub name_key: &'static str,
    /// It stands among the links of every page of the process. Otherwise one comes to it from what the pack names, or from
    /// another page of its room.
    pub listed: bool,
}

/// Who asks for duties, and when.
#[derive(Debug, Clone)]
pub struct Asking {
    pub staff: Staff,
    pub today: Date,
    pub lang: Lang,
    /// How many days ahead: a fortnight for the desk, longer for a calendar.
    pub days_ahead: i64,
    /// The packs of the site, for duties that the method itself lays down.
    pub packs: Arc<Packs>,
}

/// How far ahead the desk looks.
pub const FORTNIGHT: i64 = 14;

impl Asking {
    /// Duties due after this day need not be shown yet.
    pub fn horizon(&self) -> Date {
        let ahead = jiff::Span::new().try_days(self.days_ahead);
        ahead
            .and_then(|days| self.today.checked_add(days))
            .unwrap_or(self.today)
    }
}

/// All sources of the house; `app` puts them on the site.
#[derive(Clone, Default)]
pub struct Sources {
    sources: Vec<Source>,
    pub(crate) advisers: Vec<crate::advice::Advise>,
    pages: Vec<Page>,
}

impl Sources {
    pub fn new(sources: Vec<Source>) -> Sources {
        Sources {
            sources,
            advisers: Vec::new(),
            pages: Vec::new(),
        }
    }

    /// With the pages that rooms above keep of a process.
    pub fn with_pages(mut self, pages: Vec<Page>) -> Sources {
        self.pages.extend(pages);
        self
    }

    /// The pages that rooms above keep of processes of a pack, in their order.
    pub fn pages(&self, pack: &str) -> impl Iterator<Item = &Page> {
        self.pages.iter().filter(move |page| page.pack == pack)
    }

    /// Everything that can be proved about a process.
    ///
    /// # Errors
    /// The database's.
    pub async fn evidence(&self, conn: &mut Conn, process: Id) -> db::Result<Vec<Evidence>> {
        let mut all = Vec::new();
        for source in &self.sources {
            all.extend((source.evidence)(conn, process).await?);
        }
        Ok(all)
    }

    /// Everything that waits for whoever asks: overdue first, then by day, then by weight.
    ///
    /// # Errors
    /// The database's.
    pub async fn duties(&self, conn: &mut Conn, asking: &Asking) -> db::Result<Vec<Duty>> {
        let mut all = Vec::new();
        for source in &self.sources {
            all.extend((source.duties)(conn, asking).await?);
        }
        all.sort_by_key(|duty| (duty.due.is_none(), duty.due, u8::MAX - duty.weight));
        Ok(all)
    }
}
