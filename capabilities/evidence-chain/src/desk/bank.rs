//! `/arbetsyta/insikter`: the bank of the whole municipality with its filter, and the same as a file.

use super::{Line, kind_options, pack};
use crate::model::node::{Node, Standing};
use crate::store::{self, Search};
use askama::Template;
use documents::{Cell, csv};
use identity::{Grant, PlanDialogue, SeeDesk};
use method::pack::NodeKind;
use web::{Cx, Errors, Fault, Pagination, Reply, Req, download, page};

/// Nodes on a page.
const PER_PAGE: i64 = 25;
/// Most nodes in a file.
const MOST: i64 = 100_000;
/// The kind that the bank shows when none is asked for, and the word that asks for all.
const ALL: &str = "alla";

#[derive(Template)]
#[template(path = "evidence-chain/bank.html")]
struct Bank {
    cx: Cx,
    no_errors: Errors,
    search: Search,
    kind: String,
    kinds: Vec<(String, String)>,
    standings: Vec<(String, String)>,
    topics: Vec<(String, String)>,
    areas: Vec<(String, String)>,
    lines: Vec<Line>,
    total: i64,
    asked: bool,
    pages: Pagination,
    base: String,
    file: String,
    may_write: bool,
}

/// What the address asks for. Without a kind it is insights, which is what people come for.
pub(super) fn search(req: &Req) -> Search {
    let text = |name: &str| req.query(name).unwrap_or_default().trim().to_owned();
    let kind = match text("slag").as_str() {
        ALL => String::new(),
        code => NodeKind::from_code(code).unwrap_or(NodeKind::Insight).code().to_owned(),
    };
    Search {
        words: text("q"),
        kind,
        standing: text("lage"),
        topic: text("amne"),
        area: text("omrade"),
        group: text("grupp"),
        year: text("ar"),
    }
}

/// The same as a query.
fn query(search: &Search) -> String {
    let kind = if search.kind.is_empty() { ALL } else { &search.kind };
    let parts = [
        ("slag", kind),
        ("q", search.words.as_str()),
        ("lage", &search.standing),
        ("amne", &search.topic),
        ("omrade", &search.area),
        ("grupp", &search.group),
        ("ar", &search.year),
    ];
    let asked = parts.into_iter().filter(|(_, value)| !value.is_empty());
    asked
        .map(|(name, value)| format!("{name}={}&", web::encode(value)))
        .collect()
}

fn standings(cx: &Cx) -> Vec<(String, String)> {
    [
        (Standing::Draft, "chain-standing-draft"),
        (Standing::Standing, "chain-standing-standing"),
        (Standing::SetAside, "chain-standing-set-aside"),
    ]
    .map(|(standing, key)| (standing.code().to_owned(), cx.t(key)))
    .to_vec()
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let (cx, search) = (who.cx(&req), search(&req));
    let pack = pack(&cx)?;
    let mut read = req.site.db.read().await?;
    let total = store::count_found(&mut read, &search).await?;
    let pages = Pagination::new(Some(req.page_number()), PER_PAGE, total);
    let nodes = store::found(&mut read, &search, PER_PAGE, pages.offset()).await?;
    let words = store::words(&mut read).await?;
    drop(read);
    let of = |field: &str| -> Vec<(String, String)> {
        let mine = words.iter().filter(|word| word.field == field);
        mine.map(|word| (word.word.clone(), word.word.clone())).collect()
    };
    let query = query(&search);
    let plain = Search {
        kind: search.kind.clone(),
        ..Search::default()
    };
    let mut kinds = vec![(ALL.to_owned(), cx.t("chain-all-kinds"))];
    kinds.extend(kind_options(&cx));
    page(&Bank {
        lines: nodes.iter().map(|node| Line::new(&cx, &pack, node)).collect(),
        asked: search != plain,
        kind: if search.kind.is_empty() {
            ALL.to_owned()
        } else {
            search.kind.clone()
        },
        kinds,
        standings: standings(&cx),
        topics: of("topic"),
        areas: of("area"),
        total,
        base: format!("{}?{query}", cx.link(crate::BANK)),
        file: format!("{}?{query}", cx.link("/arbetsyta/insikter/fil/kedjan.csv")),
        may_write: who.staff.may::<PlanDialogue>(),
        no_errors: Errors::default(),
        pages,
        search,
        cx,
    })
}

/// What the search found, as a file.
pub(crate) async fn export(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let pack = pack(&cx)?;
    let mut read = req.site.db.read().await?;
    let nodes = store::found(&mut read, &search(&req), MOST, 0).await?;
    drop(read);
    let file = table(&cx, &pack, nodes.iter())?;
    download("kedjan.csv", documents::CSV, file)
}

/// Nodes as rows of a file.
pub(super) fn table<'a>(
    cx: &Cx,
    pack: &method::pack::Pack,
    nodes: impl Iterator<Item = &'a Node>,
) -> Result<Vec<u8>, Fault> {
    let titles = [
        "chain-column-id",
        "chain-column-kind",
        "chain-column-title",
        "chain-column-text",
        "chain-column-status",
        "chain-column-reason",
        "chain-column-groups",
        "chain-column-source",
        "chain-column-origin",
        "chain-column-voices",
        "chain-column-base",
        "chain-column-supporting",
        "chain-column-contradicting",
        "chain-column-made",
    ]
    .map(|key| cx.t(key));
    let row = |node: &Node| {
        let line = Line::new(cx, pack, node);
        vec![
            Cell::text(node.id.to_string()),
            Cell::text(line.kind),
            Cell::text(line.title),
            Cell::text(line.body),
            Cell::text(line.status),
            Cell::text(line.reason),
            Cell::text(node.groups().join(", ")),
            Cell::text(&node.source),
            Cell::text(line.origin),
            Cell::Integer(node.voices),
            Cell::Integer(node.base),
            Cell::Integer(node.supporting),
            Cell::Integer(node.contradicting),
            Cell::text(cx.day(&node.created_at)),
        ]
    };
    let rows: Vec<Vec<Cell>> = nodes.map(row).collect();
    csv::write(&titles, &rows, csv::Style::SWEDISH_EXCEL).map_err(Fault::internal)
}
