//! `/arbetsyta/organisationer`: the register with its filter, and the same rows as a file.

use super::{day, organisation_address};
use crate::model::{number, organisation::Kind};
use crate::store::{self, Organisation, Search};
use askama::Template;
use documents::Cell;
use documents::csv;
use identity::{Grant, KeepRegister, SeeDesk};
use web::{Cx, Errors, Fault, Pagination, Reply, Req, download, page};

/// Organisations on a page.
const PER_PAGE: i64 = 50;
/// Most organisations in a file; no municipality has a tenth of them.
const MOST: i64 = 100_000;

struct Line {
    href: String,
    name: String,
    kind: String,
    areas: String,
    topics: String,
    contact: String,
    met: String,
    review: String,
    is_late: bool,
}

#[derive(Template)]
#[template(path = "civil-society/register.html")]
struct List {
    cx: Cx,
    no_errors: Errors,
    search: Search,
    to_review: bool,
    kinds: Vec<(String, String)>,
    areas: Vec<(String, String)>,
    topics: Vec<(String, String)>,
    shown: Vec<(String, String)>,
    view: String,
    lines: Vec<Line>,
    total: i64,
    asked: bool,
    pages: Pagination,
    base: String,
    file: String,
    may_keep: bool,
}

fn search(req: &Req) -> Search {
    let text = |name: &str| req.query(name).unwrap_or_default().to_owned();
    Search {
        words: text("q"),
        kind: text("typ"),
        area: text("omrade"),
        topic: text("verksamhet"),
        archived: req.query("visa") == Some("arkiverade"),
    }
}

pub(crate) async fn list(req: Req, who: Grant<SeeDesk>) -> Reply {
    let (cx, search) = (who.cx(&req), search(&req));
    let to_review = req.query("visa") == Some("granska");
    let mut read = req.site.db.read().await?;
    let (topics, areas) = store::known_lists(&mut read).await?;
    let met = store::last_met(&mut read).await?;
    let today = req.today();
    let (rows, pages) = if to_review {
        let due = store::to_review_whole(&mut read, today, PER_PAGE).await?;
        let pages = Pagination::new(None, PER_PAGE, i64::try_from(due.len()).unwrap_or(0));
        (due, pages)
    } else {
        let total = store::count_found(&mut read, &search).await?;
        let pages = Pagination::new(Some(req.page_number()), PER_PAGE, total);
        (store::found(&mut read, &search, PER_PAGE, pages.offset()).await?, pages)
    };
    let line = |one: &Organisation| Line {
        href: cx.link(&organisation_address(one.id)),
        name: one.draft.name.clone(),
        kind: cx.t(one.draft.kind.label()),
        areas: one.draft.areas.join(", "),
        topics: one.draft.topics.join(", "),
        contact: one.draft.contact_role.clone(),
        met: day(&cx, met.get(&one.id).copied()),
        review: day(&cx, one.review_on),
        is_late: one.archived_at.is_none() && one.review_on.is_some_and(|day| day < today),
    };
    let query = query(&search);
    page(&List {
        lines: rows.iter().map(line).collect(),
        total: pages.total(),
        asked: search != Search::default() || to_review,
        kinds: super::options!(cx, Kind),
        areas: pairs(&areas),
        topics: pairs(&topics),
        view: match (search.archived, to_review) {
            (true, _) => "arkiverade".to_owned(),
            (_, true) => "granska".to_owned(),
            _ => String::new(),
        },
        shown: vec![
            ("granska".to_owned(), cx.t("civil-view-review")),
            ("arkiverade".to_owned(), cx.t("civil-view-archived")),
        ],
        base: format!("{}?{query}", cx.link(crate::REGISTER)),
        file: format!("{}/fil/organisationer.csv?{query}", cx.link(crate::REGISTER)),
        may_keep: who.staff.may::<KeepRegister>(),
        no_errors: Errors::default(),
        to_review,
        pages,
        search,
        cx,
    })
}

fn pairs(list: &[String]) -> Vec<(String, String)> {
    list.iter().map(|one| (one.clone(), one.clone())).collect()
}

/// What was asked, for links; ends with `&` when there is something.
fn query(search: &Search) -> String {
    let shown = if search.archived { "arkiverade" } else { "" };
    let asked = [
        ("q", search.words.as_str()),
        ("typ", &search.kind),
        ("omrade", &search.area),
        ("verksamhet", &search.topic),
        ("visa", shown),
    ];
    let asked = asked.into_iter().filter(|(_, value)| !value.is_empty());
    asked
        .map(|(name, value)| format!("{name}={}&", web::encode(value)))
        .collect()
}

/// The register as a file that can be read in again. Roles and functions' addresses, never a person.
pub(crate) async fn export(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let mut read = req.site.db.read().await?;
    let rows = store::found(&mut read, &search(&req), MOST, 0).await?;
    drop(read);
    let titles = [
        "civil-column-name",
        "civil-column-number",
        "civil-column-kind",
        "civil-column-aims",
        "civil-column-topics",
        "civil-column-groups",
        "civil-column-areas",
        "civil-column-website",
        "civil-column-contact-role",
        "civil-column-contact-address",
        "civil-column-source",
        "civil-column-meeting",
    ]
    .map(|key| cx.t(key));
    let rows: Vec<Vec<Cell>> = rows.iter().map(|one| cells(&cx, one)).collect();
    let file = csv::write(&titles, &rows, csv::Style::SWEDISH_EXCEL).map_err(Fault::internal)?;
    download("organisationer.csv", documents::CSV, file)
}

fn cells(cx: &Cx, one: &Organisation) -> Vec<Cell> {
    let draft = &one.draft;
    vec![
        Cell::text(&draft.name),
        Cell::text(number::shown(&draft.number)),
        Cell::text(cx.t(draft.kind.label())),
        Cell::text(&draft.aims),
        Cell::text(draft.topics.join(", ")),
        Cell::text(draft.groups.join(", ")),
        Cell::text(draft.areas.join(", ")),
        Cell::text(&draft.website),
        Cell::text(&draft.contact_role),
        Cell::text(&draft.contact_address),
        Cell::text(&draft.source),
        draft.meeting_on.map_or(Cell::Empty, Cell::Date),
    ]
}
