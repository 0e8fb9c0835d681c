//! The evidence chain: from a voice over evidence, insight, need, question, idea, prototype, test and measure to the effect and the
//! answer. Nodes stand in the municipality's bank and in the projects that work with them; links lead onwards only; a trace reads
//! the whole thread, forwards for whoever spoke, backwards for whoever decides.
//!
//! * To add a field, a status or a rule of what must rest on what: `[template.node]` in the pack of service design. This crate
//!   shows whatever stands there.
//! * To make a node from another room: [`draft`] and [`add`], or [`add_in`] within its transaction; to read a thread: [`trace_back`],
//!   [`trace_on`], [`trace_of_dialogue`].
//! * Never here: who said something. A node knows contributions, never persons; what is personal stays at its source.

mod acts;
mod desk;
mod model;
mod pages;
mod source;
mod store;

pub use acts::Refused;
pub use acts::gather::{Picks, gather};
pub use acts::links::{link, tie, unlink};
pub use acts::nodes::{NewcomerLinks, add, add_in, change, draft, erase, place, unplace};
pub use method::pack::NodeKind;
pub use model::node::{Draft, Lacks, Node, Origin, Standing};
pub use model::strength::{Strength, Warning};
pub use model::trace::{Arrow, Sort, Trace};
pub use source::source;
pub use store::{Count, Search};

use db::{Conn, Id};
use identity::SeeDesk;
use method::{Facts, Page};
use std::collections::HashMap;
use store::trace::Beginning;
use web::{Capability, MenuItem, Routes};

/// The municipality's bank of insights, and of everything else in the chain.
const BANK: &str = "/arbetsyta/insikter";

/// The pages of a project, as the pack names them where proofs are put right, and the kind that each lists.
const PROJECT_PAGES: [(&str, NodeKind); 10] = [
    ("/arbetsyta/projekt/{id}/kallor", NodeKind::Evidence),
    ("/arbetsyta/projekt/{id}/insikter", NodeKind::Insight),
    ("/arbetsyta/projekt/{id}/behov", NodeKind::Need),
    ("/arbetsyta/projekt/{id}/fragor", NodeKind::Question),
    ("/arbetsyta/projekt/{id}/ideer", NodeKind::Idea),
    ("/arbetsyta/projekt/{id}/prototyper", NodeKind::Prototype),
    ("/arbetsyta/projekt/{id}/tester", NodeKind::Test),
    ("/arbetsyta/projekt/{id}/atgarder", NodeKind::Measure),
    ("/arbetsyta/projekt/{id}/nyttor", NodeKind::Effect),
    ("/arbetsyta/projekt/{id}/svar", NodeKind::Answer),
];

/// What the chain brings to the site.
pub fn capability() -> Capability {
    Capability {
        name: "evidence-chain",
        routes: routes(),
        texts: texts::source!("evidence-chain"),
        menu: vec![MenuItem::new(BANK, "chain-menu", SeeDesk::NAME, 40)],
    }
}

/// The pages of a process that its pack may name, for [`method::Sources::with_pages`]. One of them stands among the links of a
/// project; from it one comes to the others.
pub fn pages() -> Vec<Page> {
    let of_project = PROJECT_PAGES.iter().map(|(path, kind)| Page {
        pack: method::SERVICE_DESIGN,
        address: path.rsplit('/').next().unwrap_or(path),
        name_key: if *kind == NodeKind::Insight {
            "chain-pages"
        } else {
            desk::kinds_label(*kind)
        },
        listed: *kind == NodeKind::Insight,
    });
    let trace = |pack| Page {
        pack,
        address: "spar",
        name_key: "chain-page-trace",
        listed: true,
    };
    let more = [trace(method::SERVICE_DESIGN), trace(method::CITIZEN_DIALOGUE)];
    of_project.chain(more).collect()
}

fn routes() -> Routes {
    let bank = Routes::new()
        .get(BANK, desk::bank::show)
        .get("/arbetsyta/insikter/ny", desk::form::new)
        .post("/arbetsyta/insikter/ny", desk::form::create)
        .get("/arbetsyta/insikter/fil/kedjan.csv", desk::bank::export)
        .get("/arbetsyta/insikter/{node}", desk::node::show)
        .get("/arbetsyta/insikter/{node}/andra", desk::form::edit)
        .post("/arbetsyta/insikter/{node}/andra", desk::form::save)
        .get("/arbetsyta/insikter/{node}/lank", desk::link::choose)
        .post("/arbetsyta/insikter/{node}/lank", desk::link::make)
        .get("/arbetsyta/insikter/{node}/lank/{link}", desk::link::confirm)
        .post("/arbetsyta/insikter/{node}/lank/{link}", desk::link::remove)
        .get("/arbetsyta/insikter/{node}/radera", desk::node::erase_form)
        .post("/arbetsyta/insikter/{node}/radera", desk::node::erase)
        .get("/arbetsyta/insikter/{node}/spar", desk::trace::of_node)
        .get("/arbetsyta/insikter/{node}/spar/{file}", desk::trace::file_of_node)
        .post("/arbetsyta/insikter/{node}/projekt", desk::node::place)
        .get("/arbetsyta/dialoger/{id}/belagg", desk::gather::show)
        .post("/arbetsyta/dialoger/{id}/belagg", desk::gather::take)
        .get("/arbetsyta/dialoger/{id}/spar", desk::trace::of_process)
        .get("/arbetsyta/dialoger/{id}/spar/{file}", desk::trace::file_of_process)
        .get("/arbetsyta/projekt/{id}/spar", desk::trace::of_process)
        .get("/arbetsyta/projekt/{id}/spar/{file}", desk::trace::file_of_process)
        .get("/arbetsyta/beslut/{decision}", desk::decision::show)
        .post("/arbetsyta/beslut/{decision}", desk::decision::change)
        .get("/arbetsyta/beslut/{decision}/{file}", desk::decision::file)
        .get("/kvitto/{code}/vad-det-blev", pages::show);
    PROJECT_PAGES.iter().fold(bank, |routes, (page, _)| {
        routes
            .get(*page, desk::project::show)
            .post(*page, desk::project::change)
    })
}

/// A node.
///
/// # Errors
/// [`db::Error::NotFound`].
pub async fn node(conn: &mut Conn, id: Id) -> db::Result<Node> {
    store::node(conn, id).await
}

/// The nodes that a project works with, in the order of the thread.
///
/// # Errors
/// The database's.
pub async fn of_project(conn: &mut Conn, project: Id) -> db::Result<Vec<Node>> {
    store::placed(conn, project).await
}

/// The nodes of a kind that a project works with, each with what its template's fields say.
///
/// # Errors
/// The database's.
pub async fn fillings(conn: &mut Conn, project: Id, kind: NodeKind) -> db::Result<Vec<(Node, Facts)>> {
    let mut said: HashMap<Id, Facts> = store::fillings(conn, project, kind.rank()).await?;
    let nodes = store::placed(conn, project).await?.into_iter();
    let of_kind = nodes.filter(|node| node.kind() == kind);
    Ok(of_kind
        .filter_map(|node| said.remove(&node.id).map(|facts| (node, facts)))
        .collect())
}

/// All that led to a node, with itself: on what does it rest?
///
/// # Errors
/// The database's.
pub async fn trace_back(conn: &mut Conn, node: Id) -> db::Result<Trace> {
    store::trace::back(conn, Beginning::Node(node)).await
}

/// All that a node led to, with itself.
///
/// # Errors
/// The database's.
pub async fn trace_on(conn: &mut Conn, node: Id) -> db::Result<Trace> {
    store::trace::on(conn, Beginning::Node(node)).await
}

/// All that a dialogue, or what else was made in a process, led to: what became of it?
///
/// # Errors
/// The database's.
pub async fn trace_of_dialogue(conn: &mut Conn, process: Id) -> db::Result<Trace> {
    store::trace::on(conn, Beginning::Process(process)).await
}

/// On what does a decision rest: all that led to the measures which it decided.
///
/// # Errors
/// The database's.
pub async fn trace_of_decision(conn: &mut Conn, decision: Id) -> db::Result<Trace> {
    store::trace::back(conn, Beginning::Decision(decision)).await
}

/// All that a contribution led to.
///
/// # Errors
/// The database's.
pub async fn trace_of_contribution(conn: &mut Conn, contribution: Id) -> db::Result<Trace> {
    store::trace::on(conn, Beginning::Contribution(contribution)).await
}

/// The nodes of the whole municipality, counted by kind and standing.
///
/// # Errors
/// The database's.
pub async fn counts(conn: &mut Conn) -> db::Result<Vec<Count>> {
    store::counts(conn).await
}

/// Insights that stand and that a project works with or that led somewhere, and all that stand.
///
/// # Errors
/// The database's.
pub async fn used_insights(conn: &mut Conn) -> db::Result<(i64, i64)> {
    store::used_insights(conn).await
}

/// Benefits that somebody has followed up, and all.
///
/// # Errors
/// The database's.
pub async fn followed_effects(conn: &mut Conn) -> db::Result<(i64, i64)> {
    store::followed_effects(conn).await
}

#[cfg(test)]
mod tests;
