//! Answers as files: CSV, a workbook with a codebook, JSON. Everything for the municipality's own work, or what may be
//! given to anybody (design-civil-law.md 4.6: an export that can be made with routine measures is a public record).

use crate::answers_file::{FileForm, answers_file};
use askama::Template;
use identity::{AnalyseContributions, Grant};
use participation::export::Reader;
use serde_json::json;
use web::{Cx, Fault, Reply, Req, download, page};

struct Line {
    title: String,
    n: i64,
    href: String,
}

#[derive(Template)]
#[template(path = "cases/export.html")]
struct List {
    cx: Cx,
    title: String,
    dialogue_href: String,
    lines: Vec<Line>,
}

pub(crate) async fn list(req: Req, who: Grant<AnalyseContributions>) -> Reply {
    let id = req.id_param("id")?;
    let mut read = req.site.db.read().await?;
    let dialogue = dialogues::dialogue(&mut read, id).await?;
    let activities = participation::activities(&mut read, id).await?;
    let counts = participation::store::counts_by_activity(&mut read, id).await?;
    drop(read);
    let cx = who.cx(&req);
    let line = |one: participation::Activity| Line {
        title: one.title(cx.lang.code()).to_owned(),
        n: counts
            .iter()
            .filter(|count| count.activity_id == one.id)
            .map(|count| count.n)
            .sum(),
        href: req.url(&format!("/arbetsyta/dialoger/{id}/export/{}", one.id)),
    };
    let lines = activities.into_iter().filter(|one| one.version > 0).map(line).collect();
    page(&List {
        lines,
        title: dialogue.title,
        dialogue_href: req.url(&format!("/arbetsyta/dialoger/{id}")),
        cx,
    })
}

/// `svar.csv`, `svar.xlsx`, `svar.json`; with `oppna-` in front for what anybody may have.
pub(crate) async fn file(req: Req, who: Grant<AnalyseContributions>) -> Reply {
    let (id, activity, name) = (
        req.id_param("id")?,
        req.id_param("activity")?,
        req.param("form")?.to_owned(),
    );
    let reader = if name.starts_with("oppna-") {
        Reader::Anyone
    } else {
        Reader::Official
    };
    let ending = name.trim_start_matches("oppna-").strip_prefix("svar.");
    let form = ending.and_then(FileForm::from_ending).ok_or(Fault::NotFound)?;
    let mut read = req.site.db.read().await?;
    let one = participation::activity(&mut read, activity).await?;
    drop(read);
    if one.dialogue_id != id {
        return Err(Fault::NotFound);
    }
    let bytes = answers_file(&req.site, &who.cx(&req), &one, reader, form).await?;
    // Reading everything at once is an act of its own: the log says who, never what.
    let detail = json!({ "file": name, "bytes": bytes.len() });
    req.site
        .db
        .write(who.actor(), async |tx| {
            tx.audit("answers.export", "activity", activity, detail).await
        })
        .await?;
    download(&name, form.media_type(), bytes)
}
