//! What residents see of papers: the adopted version that the municipality shows, as a page and as files.

use crate::desk::files;
use crate::paper::Kind;
use crate::paper_acts as acts;
use crate::store::papers::Snapshot;
use askama::Template;
use std::time::Duration;
use web::{Anyone, Cx, Fault, Reply, Req, page};

#[derive(Template)]
#[template(path = "cases/paper-public.html")]
struct Paper {
    cx: Cx,
    dialogue: String,
    dialogue_href: String,
    title: String,
    adopted: String,
    case_number: String,
    sha256: String,
    docx_href: String,
    pdf_href: Option<String>,
    content: String,
}

struct Found {
    dialogue: dialogues::Dialogue,
    snapshot: Snapshot,
    document: documents::Document,
}

async fn found(req: &Req, kind: Kind) -> Result<Found, Fault> {
    let mut read = req.site.db.read().await?;
    let dialogue = dialogues::by_slug(&mut read, req.param("slug")?).await?;
    if !dialogue.is_public(req.today()) {
        return Err(Fault::NotFound);
    }
    let snapshot = crate::published_paper(&mut read, dialogue.id, kind)
        .await?
        .ok_or(Fault::NotFound)?;
    let document = acts::adopted(&mut read, &snapshot).await?;
    Ok(Found {
        dialogue,
        snapshot,
        document,
    })
}

/// Long enough to spare the work, short enough that nobody waits for a correction.
const KEEP: Duration = Duration::from_secs(600);

async fn show(req: Req, kind: Kind) -> Reply {
    let Found {
        dialogue,
        snapshot,
        document,
    } = found(&req, kind).await?;
    let cx = req.cx();
    let address = format!("{}/{}", dialogue.address(), kind.address());
    let file = |form: &str| req.url(&format!("{address}/{}.{form}", kind.address()));
    let topic = format!("dialogue:{}", dialogue.id);
    let reply = page(&Paper {
        dialogue: dialogue.title_in(req.lang),
        dialogue_href: req.url(&dialogue.address()),
        adopted: cx.ta(
            "cases-public-adopted",
            &[
                ("date", cx.day(&snapshot.adopted_at).into()),
                ("version", snapshot.version.into()),
            ],
        ),
        sha256: snapshot.sha256,
        docx_href: file("docx"),
        pdf_href: files::HAS_PDF.then(|| file("pdf")),
        content: documents::to_html(&document, 1),
        title: document.title,
        case_number: document.case_number,
        cx,
    })?;
    Ok(reply.cached([topic], KEEP))
}

async fn download(req: Req, kind: Kind) -> Reply {
    let Found { dialogue, document, .. } = found(&req, kind).await?;
    let name = format!("{}-{}", kind.address(), dialogue.slug);
    let reply = files::file(document, &name, req.param("form")?).await?;
    Ok(reply.cached([format!("dialogue:{}", dialogue.id)], KEEP))
}

pub(crate) async fn report(req: Req, _: Anyone) -> Reply {
    show(req, Kind::Report).await
}

pub(crate) async fn report_file(req: Req, _: Anyone) -> Reply {
    download(req, Kind::Report).await
}

pub(crate) async fn statement(req: Req, _: Anyone) -> Reply {
    show(req, Kind::Statement).await
}

pub(crate) async fn statement_file(req: Req, _: Anyone) -> Reply {
    download(req, Kind::Statement).await
}
