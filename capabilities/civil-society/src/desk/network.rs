//! `/arbetsyta/organisationer/natverk`: which organisations have to do with what, as a picture and as a table with links.

use crate::model::network::{MOST, Sort, Tied, chosen, draw};
use crate::model::relevance::ENOUGH;
use crate::store;
use askama::Template;
use db::{Conn, Id};
use identity::{Grant, PreventCrime, SeeDesk};
use std::collections::{BTreeSet, HashMap, HashSet};
use web::{Cx, Fault, Reply, Req, page};

/// Organisations in the table.
const ROWS: usize = 500;

struct Line {
    href: String,
    name: String,
    /// For each sort: the name and the way there, empty where there is none.
    things: Vec<Vec<(String, String)>>,
    with: String,
}

#[derive(Template)]
#[template(path = "civil-society/network.html")]
struct Page {
    cx: Cx,
    told: String,
    picture: String,
    sorts: Vec<String>,
    lines: Vec<Line>,
    /// Organisations in the picture, and in all.
    shown: usize,
    all: usize,
}

/// A tie: the organisation, what it is tied to, and the page of that.
struct Tie {
    organisation: Id,
    sort: Sort,
    name: String,
    href: String,
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let mut read = req.site.db.read().await?;
    let may_see_crime = who.staff.may::<PreventCrime>();
    let (names, ties) = ties(&req, &mut read, may_see_crime).await?;
    drop(read);
    let sorts: Vec<Sort> = Sort::ALL
        .into_iter()
        .filter(|sort| may_see_crime || *sort != Sort::Problem)
        .collect();
    let mut of: HashMap<Id, Vec<&Tie>> = HashMap::new();
    for tie in &ties {
        of.entry(tie.organisation).or_default().push(tie);
    }
    let tied: Vec<(Id, Tied)> = names
        .iter()
        .filter_map(|(id, name)| {
            let things: BTreeSet<_> = of.get(id)?.iter().map(|tie| (tie.sort, tie.name.clone())).collect();
            Some((
                *id,
                Tied {
                    name: name.clone(),
                    things,
                },
            ))
        })
        .collect();
    let all: Vec<Tied> = tied.iter().map(|(_, one)| one.clone()).collect();
    let in_picture = chosen(&all, MOST);
    let told = told(&cx, &in_picture);
    let line = |(id, one): &(Id, Tied)| Line {
        href: cx.link(&super::organisation_address(*id)),
        name: one.name.clone(),
        things: sorts.iter().map(|sort| links(&cx, of.get(id), *sort)).collect(),
        with: with(one, &all),
    };
    page(&Page {
        picture: draw(&in_picture, &told, &|sort| cx.t(sort.label())),
        sorts: sorts.iter().map(|sort| cx.t(sort.label())).collect(),
        lines: tied.iter().take(ROWS).map(line).collect(),
        shown: in_picture.len(),
        all: all.len(),
        told,
        cx,
    })
}

/// All organisations in use by name, and what ties them.
async fn ties(req: &Req, conn: &mut Conn, may_see_crime: bool) -> Result<(Vec<(Id, String)>, Vec<Tie>), Fault> {
    let all = store::found(conn, &store::Search::default(), 5_000, 0).await?;
    let names: Vec<(Id, String)> = all.iter().map(|one| (one.id, one.draft.name.clone())).collect();
    let in_use: HashSet<Id> = names.iter().map(|(id, _)| *id).collect();
    let mut ties = Vec::new();
    let mut tie = |organisation: Id, sort, name: &str, href: String| {
        if in_use.contains(&organisation) {
            let name = name.to_owned();
            ties.push(Tie {
                organisation,
                sort,
                name,
                href,
            });
        }
    };
    for one in &all {
        for topic in &one.draft.topics {
            let href = format!("{}?verksamhet={}", crate::REGISTER, web::encode(topic));
            tie(one.id, Sort::Topic, topic, href);
        }
    }
    let agreements: HashMap<Id, String> = store::agreements(conn)
        .await?
        .into_iter()
        .filter(|one| one.ended_on.is_none())
        .map(|one| (one.id, one.agreement.title))
        .collect();
    for party in store::parties(conn).await? {
        if let Some(title) = agreements.get(&party.agreement_id) {
            let href = super::agreements::address(party.agreement_id);
            tie(party.organisation_id, Sort::Agreement, title, href);
        }
    }
    let councils: HashMap<Id, String> = store::councils(conn)
        .await?
        .into_iter()
        .filter(|one| !one.council.is_closed)
        .map(|one| (one.id, one.council.name))
        .collect();
    let seats = store::seats(conn).await?;
    for seat in seats.iter().filter(|seat| seat.is_taken(req.today())) {
        if let Some(name) = councils.get(&seat.council_id) {
            let href = super::councils::address(seat.council_id);
            tie(seat.organisation_id, Sort::Council, name, href);
        }
    }
    let everything = dialogues::Filter::default();
    let processes = dialogues::list_of(conn, dialogues::Kind::Collaboration, &everything, req.today()).await?;
    for (process, organisation) in store::took_part(conn).await? {
        if let Some(one) = processes.iter().find(|one| one.id == process) {
            let href = format!("{}/{}", one.desk_address(), super::asked::ASKED);
            tie(organisation, Sort::Collaboration, &one.title, href);
        }
    }
    if may_see_crime {
        let picture = crate::picture::Picture::read(conn).await?;
        for one in picture.judgements.iter().filter(|one| one.relevance >= ENOUGH) {
            if let Some(problem) = picture.problems.iter().find(|problem| problem.id == one.problem_id) {
                let href = format!("{}/problem/{}", crate::CRIME, problem.id);
                tie(one.organisation_id, Sort::Problem, &problem.problem.title, href);
            }
        }
    }
    Ok((names, ties))
}

/// The names of one sort, each once, with the way there.
fn links(cx: &Cx, ties: Option<&Vec<&Tie>>, sort: Sort) -> Vec<(String, String)> {
    let of_sort = ties.into_iter().flatten().filter(|tie| tie.sort == sort);
    let named: std::collections::BTreeMap<&str, &str> =
        of_sort.map(|tie| (tie.name.as_str(), tie.href.as_str())).collect();
    named
        .into_iter()
        .map(|(name, href)| (cx.link(href), name.to_owned()))
        .collect()
}

/// Those that share something with it besides a topic.
fn with(one: &Tied, all: &[Tied]) -> String {
    let is_shared = |other: &&Tied| {
        other.name != one.name
            && other
                .things
                .intersection(&one.things)
                .any(|(sort, _)| *sort != Sort::Topic)
    };
    let names: Vec<&str> = all.iter().filter(is_shared).map(|other| other.name.as_str()).collect();
    names.join(", ")
}

/// What the picture shows, in a sentence.
fn told(cx: &Cx, tied: &[&Tied]) -> String {
    let ties: usize = tied.iter().map(|one| one.things.len()).sum();
    let Some(most) = tied.first() else {
        return cx.t("civil-network-none");
    };
    cx.ta(
        "civil-network-told",
        &[
            ("organisations", cx.number(tied.len()).into()),
            ("ties", cx.number(ties).into()),
            ("most", most.name.as_str().into()),
            ("count", cx.number(most.things.len()).into()),
        ],
    )
}
