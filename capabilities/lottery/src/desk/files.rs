//! The protocol as a page and as files, and what the lottery was made from, for whoever repeats it.

use super::{Room, address, named, title};
use crate::{paper, store};
use askama::Template;
use dialogues::Head;
use identity::{Grant, PlanDialogue, SeeDesk};
use web::{Cx, Fault, Reply, Req, computed, download, page};

/// The form is offered where the program has the engine for it.
const HAS_PDF: bool = cfg!(feature = "pdf");

#[derive(Template)]
#[template(path = "lottery/protocol.html")]
struct ProtocolPage {
    cx: Cx,
    head: Head,
    title: String,
    back: String,
    here: String,
    has_pdf: bool,
    /// The document as markup, made by `documents` with everything escaped.
    body: String,
}

pub(crate) async fn protocol(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let mut read = req.site.db.read().await?;
    let room = Room::of(&req, &mut read).await?;
    let lottery = named(&req, &mut read).await?;
    let document = paper::protocol(&mut read, &cx, &room.dialogue.title_in(cx.lang), &lottery).await?;
    drop(read);
    page(&ProtocolPage {
        head: room.head(&cx),
        title: title(&cx, &lottery),
        back: cx.link(&address(&lottery)),
        here: cx.link(&format!("{}/protokoll", address(&lottery))),
        has_pdf: HAS_PDF,
        body: documents::to_html(&document, 1),
        cx,
    })
}

/// Setting a page is computing, so it happens on a thread of its own.
pub(crate) async fn protocol_file(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let mut read = req.site.db.read().await?;
    let room = Room::of(&req, &mut read).await?;
    let lottery = named(&req, &mut read).await?;
    let document = paper::protocol(&mut read, &cx, &room.dialogue.title_in(cx.lang), &lottery).await?;
    drop(read);
    let name = cx.t("lottery-protocol-file");
    match req.param("form")? {
        "lottning.docx" => {
            let bytes = computed(move || documents::to_docx(&document)).await?;
            download(&format!("{name}.docx"), documents::DOCX, bytes)
        }
        #[cfg(feature = "pdf")]
        "lottning.pdf" => {
            let bytes = computed(move || documents::to_pdf(&document)).await?;
            download(&format!("{name}.pdf"), documents::PDF, bytes)
        }
        _ => Err(Fault::NotFound),
    }
}

/// Pool and quotas, as `samspel analyse panel` reads them. Personal data: for those who plan, until they are erased.
pub(crate) async fn basis(req: Req, _: Grant<PlanDialogue>) -> Reply {
    let mut read = req.site.db.read().await?;
    let lottery = named(&req, &mut read).await?;
    let pool = store::pool(&mut read, lottery.id).await?;
    drop(read);
    let quotas = lottery.quotas()?;
    match (req.param("file")?, pool) {
        ("kvoter.csv", _) => download("kvoter.csv", documents::CSV, quotas.file()),
        ("underlag.csv", Some(pool)) => download("underlag.csv", documents::CSV, pool.written(&quotas)),
        _ => Err(Fault::NotFound),
    }
}
