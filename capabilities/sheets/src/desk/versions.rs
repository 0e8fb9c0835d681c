//! `…/mall/{template}/version/{number}`: an approved version, as it was approved, and files of it and of the draft.

use super::{Frame, HAS_PDF, file as download_file, load};
use crate::compose::{self, Head};
use crate::filling::{Filling, written_in};
use crate::model::Version;
use crate::store;
use askama::Template;
use db::Conn;
use documents::Document;
use identity::{Grant, SeeDesk};
use method::pack::Sheet;
use web::{Cx, Fault, Reply, Req, page};

#[derive(Template)]
#[template(path = "sheets/version.html")]
struct VersionPage {
    cx: Cx,
    frame: Frame,
    heading: String,
    approved: String,
    sha256: String,
    title: String,
    content: String,
    files: String,
    has_pdf: bool,
    /// A later version is there.
    newer: String,
}

/// The version that the address names, and the number of the latest.
async fn find(req: &Req, conn: &mut Conn, filling: &Filling, sheet: &Sheet) -> Result<(Version, Document, i64), Fault> {
    let number: i64 = req.param("number")?.parse().map_err(|_| Fault::NotFound)?;
    let all = store::versions(conn, filling.dialogue.id).await?;
    let mut own = all.into_iter().filter(|one| one.template == sheet.key).peekable();
    let latest = own.peek().map_or(0, |one| one.number);
    let version = own.find(|one| one.number == number).ok_or(Fault::NotFound)?;
    let content = store::content(conn, version.id).await?;
    let document = serde_json::from_str(&content).map_err(Fault::internal)?;
    Ok((version, document, latest))
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let filling = load(&req).await?;
    let sheet = filling.sheet(req.param("template")?)?;
    let mut read = req.site.db.read().await?;
    let (version, document, latest) = find(&req, &mut read, &filling, sheet).await?;
    drop(read);
    let frame = Frame::new(&cx, &filling, sheet);
    page(&VersionPage {
        heading: cx.tn("sheets-version", version.number),
        approved: cx.t2(
            "sheets-version-approved",
            ("name", &version.approved_by),
            ("when", &cx.moment(&version.approved_at)),
        ),
        sha256: version.sha256,
        title: document.title.clone(),
        content: documents::to_html(&document, 2),
        files: format!("{}/version/{}", frame.here, version.number),
        has_pdf: HAS_PDF,
        newer: match latest > version.number {
            true => format!("{}/version/{latest}", frame.here),
            false => String::new(),
        },
        frame,
        cx,
    })
}

pub(crate) async fn file(req: Req, _: Grant<SeeDesk>) -> Reply {
    let filling = load(&req).await?;
    let sheet = filling.sheet(req.param("template")?)?;
    let mut read = req.site.db.read().await?;
    let (version, document, _) = find(&req, &mut read, &filling, sheet).await?;
    drop(read);
    let name = format!("{}-version-{}", sheet.key.to_lowercase(), version.number);
    download_file(document, &name, req.param("form")?).await
}

pub(crate) async fn draft_file(req: Req, _: Grant<SeeDesk>) -> Reply {
    let filling = load(&req).await?;
    let sheet = filling.sheet(req.param("template")?)?;
    let document = compose::filled(&written_in(&req.site), &filling, sheet, &Head::Draft);
    let name = format!("{}-utkast", sheet.key.to_lowercase());
    download_file(document, &name, req.param("form")?).await
}
