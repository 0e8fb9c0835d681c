//! Before a voice is shown, a person may need to look: the queue, the decision with its published reason, the log.
//!
//! * A reason to hide is one of the published rules in `model.rs`; to add one, add its texts and the rule's page follows.
//! * The detector marks, a person decides. Nothing is ever deleted: a contribution is a public record (TF 2 kap.).
//! * Never here: the passage's own row. It is participation's, and every decision goes through
//!   [`participation::decide_passage`].

mod acts;
mod desk;
mod model;
mod pages;
mod source;

pub use acts::{decide, publish_unmarked, undo};
pub use model::{Decision, Reason};
pub use source::source;

use db::{Conn, Id};
use identity::ModerateContributions;
use web::{Capability, MenuItem, Routes};

/// What moderation brings to the site.
pub fn capability() -> Capability {
    Capability {
        name: "moderation",
        routes: routes(),
        texts: texts::source!("moderation"),
        menu: vec![MenuItem::new(
            "/arbetsyta/granskning",
            "moderation-menu",
            ModerateContributions::NAME,
            30,
        )],
    }
}

/// The address of the published rules, for pages where people write.
pub const RULES: &str = "/sa-granskar-vi";

/// How many texts are hidden for each published reason, the commonest first: what is told where they stood.
///
/// # Errors
/// The database's.
pub async fn hidden_counts(conn: &mut Conn, dialogue: Option<Id>) -> db::Result<Vec<(Reason, i64)>> {
    let rows = participation::store::hidden_counts(conn, dialogue).await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| Some((Reason::from_code(&row.reason)?, row.n)))
        .collect())
}

fn routes() -> Routes {
    Routes::new()
        .get(RULES, pages::rules)
        .get("/arbetsyta/granskning", desk::queue)
        .post("/arbetsyta/granskning", desk::publish_many)
        .get("/arbetsyta/granskning/logg", desk::log)
        .get("/arbetsyta/granskning/{text}", desk::item)
        .post("/arbetsyta/granskning/{text}", desk::decide_item)
        .post("/arbetsyta/granskning/{text}/angra", desk::undo_item)
}

#[cfg(test)]
mod tests;
