//! Statements are registered where they stand, so that one test can prepare them all on both engines.

use crate::Engine;
use linkme::distributed_slice;

/// A statement of the program: one text, or, where the engines truly differ, one for each.
#[derive(Debug)]
pub struct Sql {
    #[doc(hidden)]
    pub sqlite: &'static str,
    #[doc(hidden)]
    pub postgres: &'static str,
    /// `file:line` of the statement, for the test that names a faulty one.
    pub place: &'static str,
}

impl Sql {
    /// The text for that engine.
    pub fn text(&self, engine: Engine) -> &'static str {
        match engine {
            Engine::Sqlite => self.sqlite,
            Engine::Postgres => self.postgres,
        }
    }
}

/// Every statement of every crate that is linked in.
#[distributed_slice]
pub static STATEMENTS: [&'static Sql];

/// Registers a statement and hands it out: `sql!("select …")`, or `sql!(sqlite: "…", postgres: "…")`.
#[macro_export]
macro_rules! sql {
    (sqlite: $sqlite:literal, postgres: $postgres:literal $(,)?) => {{
        static STATEMENT: $crate::Sql =
            $crate::Sql { sqlite: $sqlite, postgres: $postgres, place: concat!(file!(), ":", line!()) };
        #[allow(unsafe_code, reason = "the linker gathers the statements; no code of ours is unsafe")]
        #[$crate::linkme::distributed_slice($crate::STATEMENTS)]
        #[linkme(crate = $crate::linkme)]
        static REGISTERED: &'static $crate::Sql = &STATEMENT;
        &STATEMENT
    }};
    ($text:literal $(,)?) => { $crate::sql!(sqlite: $text, postgres: $text) };
}
