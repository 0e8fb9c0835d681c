//! `…/jamfor?fran=bas&till=3`: two versions of a text side by side, or one beside the base text.

use super::{Comparison, Head, key_of, version_name};
use crate::model::diff::Row;
use crate::model::version::{Content, TextKey};
use crate::store::versions as store;
use askama::Template;
use db::Conn;
use identity::{ApproveDialogue, Grant};
use web::{Cx, Errors, Fault, Reply, Req, page};

/// The base text, in addresses.
const BASE: &str = "bas";
/// The versions that the form offers.
const OFFERED: i64 = 100;

#[derive(Template)]
#[template(path = "information/compare.html")]
struct Compare {
    cx: Cx,
    errors: Errors,
    head: Head,
    comparison: Comparison,
    choices: Vec<(String, String)>,
    from: String,
    to: String,
}

pub(crate) async fn show(req: Req, who: Grant<ApproveDialogue>) -> Reply {
    let (key, base) = key_of(&req)?;
    let cx = who.cx(&req);
    let mut read = req.site.db.read().await?;
    let history = store::history(&mut read, &key, OFFERED, 0).await?;
    let last = history
        .first()
        .map_or_else(|| BASE.to_owned(), |one| one.number.to_string());
    let from = req.query("fran").unwrap_or(BASE).to_owned();
    let to = req.query("till").map_or(last, str::to_owned);
    let left = side(&mut read, &cx, &key, &base, &from).await?;
    let right = side(&mut read, &cx, &key, &base, &to).await?;
    drop(read);
    let mut choices = vec![(BASE.to_owned(), cx.t("information-base"))];
    choices.extend(
        history
            .iter()
            .map(|one| (one.number.to_string(), version_name(&cx, one))),
    );
    page(&Compare {
        head: Head::new(&cx, &key),
        comparison: Comparison::new(&cx, &key, (left.0, &left.1), (right.0, &right.1)),
        errors: Errors::default(),
        choices,
        from,
        to,
        cx,
    })
}

/// A side: what it is called and what it says.
async fn side(
    conn: &mut Conn,
    cx: &Cx,
    key: &TextKey,
    base: &Content,
    which: &str,
) -> Result<(String, Content), Fault> {
    if which == BASE {
        return Ok((cx.t("information-base"), base.clone()));
    }
    let number = which.parse().map_err(|_| Fault::NotFound)?;
    let version = store::version(conn, key, number).await?;
    Ok((version_name(cx, &version), version.content))
}
