//! What the chain proves to the gates of a project, counted from its nodes and links.

use crate::model::node::{Node, Standing};
use crate::store;
use db::{Conn, Id};
use method::pack::NodeKind;
use method::{Asking, Duty, Evidence, Source};
use std::collections::{BTreeSet, HashMap, HashSet};

/// Evidence about processes of the service-design pack.
pub fn source() -> Source {
    Source {
        name: "evidence-chain",
        evidence: |conn, process| Box::pin(evidence(conn, process)),
        duties: |_: &mut Conn, _: &Asking| Box::pin(async { Ok(Vec::<Duty>::new()) }),
    }
}

/// The nodes of a project and how they hang together.
struct Picture {
    nodes: Vec<Node>,
    /// For each node, the kinds that lead to it.
    beneath: HashMap<Id, Vec<NodeKind>>,
    /// For each node, what it leads to.
    on: HashMap<Id, Vec<Id>>,
}

impl Picture {
    async fn read(conn: &mut Conn, project: Id) -> db::Result<Picture> {
        let nodes = store::placed(conn, project).await?;
        let kinds: HashMap<Id, NodeKind> = nodes.iter().map(|node| (node.id, node.kind())).collect();
        let mut picture = Picture {
            nodes,
            beneath: HashMap::new(),
            on: HashMap::new(),
        };
        for link in store::links::within(conn, project).await? {
            if let Some(kind) = kinds.get(&link.from_id) {
                picture.beneath.entry(link.to_id).or_default().push(*kind);
                picture.on.entry(link.from_id).or_default().push(link.to_id);
            }
        }
        Ok(picture)
    }

    fn of(&self, kind: NodeKind) -> impl Iterator<Item = &Node> {
        self.nodes
            .iter()
            .filter(move |node| node.kind() == kind && !node.is_erased())
    }

    fn rests_on(&self, node: &Node, kinds: &[NodeKind]) -> bool {
        let beneath = self.beneath.get(&node.id);
        beneath.is_some_and(|found| found.iter().any(|kind| kinds.contains(kind)))
    }

    /// All that a node leads to.
    fn reached(&self, from: Id) -> HashSet<Id> {
        let (mut seen, mut waiting) = (HashSet::new(), vec![from]);
        while let Some(id) = waiting.pop() {
            for next in self.on.get(&id).into_iter().flatten() {
                if seen.insert(*next) {
                    waiting.push(*next);
                }
            }
        }
        seen
    }
}

fn proof(key: &'static str, met: bool, count: usize, base: usize) -> Evidence {
    Evidence {
        key,
        met,
        count: i64::try_from(count).unwrap_or(i64::MAX),
        base: i64::try_from(base).unwrap_or(i64::MAX),
        href: String::new(),
    }
}

/// All of some, and there is at least one.
fn all(key: &'static str, count: usize, base: usize) -> Evidence {
    proof(key, base > 0 && count == base, count, base)
}

async fn evidence(conn: &mut Conn, process: Id) -> db::Result<Vec<Evidence>> {
    if method::process(conn, process).await?.pack != method::SERVICE_DESIGN {
        return Ok(Vec::new());
    }
    let picture = Picture::read(conn, process).await?;
    Ok(vec![
        sources(&picture),
        insights(&picture),
        grounded(
            "questions-grounded",
            &picture,
            NodeKind::Question,
            &[NodeKind::Insight, NodeKind::Need],
            |_| true,
        ),
        grounded(
            "ideas-grounded",
            &picture,
            NodeKind::Idea,
            &[NodeKind::Insight, NodeKind::Need, NodeKind::Question],
            // Everything that was neither left where it was nor put aside.
            |node| node.standing() == Standing::Standing,
        ),
        decided(&picture),
        tested(&picture),
        measures(&picture),
        {
            let benefits = picture.of(NodeKind::Effect).count();
            proof("benefits-registered", benefits > 0, benefits, benefits.max(1))
        },
        followed(&picture),
        answered(&picture),
    ])
}

fn sources(picture: &Picture) -> Evidence {
    let evidence: Vec<&Node> = picture.of(NodeKind::Evidence).collect();
    let sources: BTreeSet<(&str, &str)> = evidence
        .iter()
        .map(|node| (node.source_kind.as_str(), node.source.as_str()))
        .collect();
    let kinds: BTreeSet<&str> = evidence.iter().map(|node| node.source_kind.as_str()).collect();
    proof(
        "sources-registered",
        sources.len() >= 2 && kinds.len() >= 2,
        kinds.len().min(2),
        2,
    )
}

fn insights(picture: &Picture) -> Evidence {
    let live: Vec<&Node> = picture
        .of(NodeKind::Insight)
        .filter(|node| node.standing() != Standing::SetAside)
        .collect();
    let reviewed = live
        .iter()
        .filter(|node| node.standing() == Standing::Standing && node.supporting > 0);
    all("insights-evidenced", reviewed.count(), live.len())
}

fn grounded(
    key: &'static str,
    picture: &Picture,
    kind: NodeKind,
    on: &[NodeKind],
    concerns: impl Fn(&Node) -> bool,
) -> Evidence {
    let live: Vec<&Node> = picture.of(kind).filter(|node| concerns(node)).collect();
    let grounded = live.iter().filter(|node| picture.rests_on(node, on)).count();
    all(key, grounded, live.len())
}

fn decided(picture: &Picture) -> Evidence {
    let ideas = picture.of(NodeKind::Idea).count();
    let judged = picture
        .of(NodeKind::Idea)
        .filter(|node| node.standing() != Standing::Draft);
    all("ideas-decided", judged.count(), ideas)
}

/// A test carries its decision: the template takes none without.
fn tested(picture: &Picture) -> Evidence {
    let tests = picture
        .of(NodeKind::Test)
        .filter(|node| picture.rests_on(node, &[NodeKind::Prototype]));
    let prototypes = picture.of(NodeKind::Prototype).count();
    let tests = tests.count();
    proof("prototype-tested", prototypes > 0 && tests > 0, tests, tests.max(1))
}

fn measures(picture: &Picture) -> Evidence {
    let live: Vec<&Node> = picture
        .of(NodeKind::Measure)
        .filter(|node| node.standing() != Standing::SetAside)
        .collect();
    let decided = live.iter().filter(|node| node.standing() == Standing::Standing).count();
    all("measures-recorded", decided, live.len())
}

fn followed(picture: &Picture) -> Evidence {
    let benefits = picture.of(NodeKind::Effect).count();
    let followed = picture.of(NodeKind::Effect).filter(|node| node.follow_ups > 0);
    all("benefits-followed", followed.count(), benefits)
}

/// Every insight that has been judged is answered: an answer that stands is reached from it, or it was put aside with a reason that
/// whoever spoke can read.
fn answered(picture: &Picture) -> Evidence {
    let answers: HashSet<Id> = picture
        .of(NodeKind::Answer)
        .filter(|node| node.standing() == Standing::Standing)
        .map(|node| node.id)
        .collect();
    let judged: Vec<&Node> = picture
        .of(NodeKind::Insight)
        .filter(|node| node.standing() != Standing::Draft)
        .collect();
    let is_answered = |node: &&&Node| match node.standing() {
        Standing::SetAside => !node.reason.is_empty(),
        _ => picture.reached(node.id).iter().any(|id| answers.contains(id)),
    };
    all(
        "contributors-answered",
        judged.iter().filter(is_answered).count(),
        judged.len(),
    )
}
