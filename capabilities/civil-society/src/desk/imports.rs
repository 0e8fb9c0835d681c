//! `…/organisationer/importera`: a register from elsewhere comes in by a file that is looked at before anything is stored.

use crate::acts::imports;
use crate::model::import::{Problem, Reading, Refused};
use crate::model::number;
use crate::model::organisation::Kind;
use crate::store::{self, Import};
use askama::Template;
use identity::{Grant, KeepRegister};
use web::{Cx, Errors, Fault, Reply, Req, invalid, page};

/// Rows shown in a preview.
const SHOWN: usize = 50;

struct ImportLine {
    href: String,
    file_name: String,
    moment: String,
    by: String,
    accepted: String,
    refused: String,
    is_undone: bool,
}

#[derive(Template)]
#[template(path = "civil-society/import.html")]
struct ImportPage {
    cx: Cx,
    errors: Errors,
    kinds: Vec<(String, String)>,
    earlier: Vec<ImportLine>,
}

pub(crate) async fn form(req: Req, who: Grant<KeepRegister>) -> Reply {
    page(&form_page(&req, who.cx(&req), Errors::default()).await?)
}

async fn form_page(req: &Req, cx: Cx, errors: Errors) -> Result<ImportPage, Fault> {
    let mut read = req.site.db.read().await?;
    let line = |one: &Import| ImportLine {
        href: cx.link(&format!("{}/import/{}", crate::REGISTER, one.id)),
        file_name: one.file_name.clone(),
        moment: one.imported_at.map(|at| cx.moment(&at)).unwrap_or_default(),
        by: one.uploaded_by.clone(),
        accepted: cx.number(one.accepted),
        refused: cx.number(one.refused),
        is_undone: one.undone_at.is_some(),
    };
    let earlier = store::imports(&mut read).await?.iter().map(line).collect();
    Ok(ImportPage {
        errors,
        kinds: super::options!(cx, Kind),
        earlier,
        cx,
    })
}

pub(crate) async fn upload(req: Req, who: Grant<KeepRegister>) -> Reply {
    let sent = req.form()?;
    let mut errors = Errors::default();
    match sent.file("file") {
        None => errors.add("file", req.t("civil-import-choose-file")),
        Some(file) => match imports::upload(&req.site, who.actor(), &file.name, file.bytes.to_vec()).await? {
            Ok(id) => return req.see_other(&format!("{}/{id}", crate::IMPORT)),
            Err(problem) => errors.add("file", in_words(&who.cx(&req), &problem)),
        },
    }
    invalid(&form_page(&req, who.cx(&req).failed(), errors).await?)
}

fn in_words(cx: &Cx, problem: &Problem) -> String {
    cx.t1(&problem.text, "value", &problem.value)
}

/// A row that is not taken, in words.
struct RefusedLine {
    row: String,
    why: String,
}

fn refused(cx: &Cx, list: &[Refused]) -> Vec<RefusedLine> {
    let line = |one: &Refused| RefusedLine {
        row: cx.number(one.row),
        why: in_words(cx, &one.problem),
    };
    list.iter().take(SHOWN).map(line).collect()
}

#[derive(Template)]
#[template(path = "civil-society/import-preview.html")]
struct PreviewPage {
    cx: Cx,
    action: String,
    file_name: String,
    count: usize,
    refused_count: usize,
    rows: Vec<(String, String, String, String)>,
    refused: Vec<RefusedLine>,
}

pub(crate) async fn preview(req: Req, who: Grant<KeepRegister>) -> Reply {
    let cx = who.cx(&req);
    let (import, reading) = imports::preview(&req.site, req.id_param("import")?).await?;
    page(&PreviewPage {
        action: cx.link(&format!("{}/{}", crate::IMPORT, import.id)),
        file_name: import.file_name,
        count: reading.rows.len(),
        refused_count: reading.refused.len(),
        rows: rows(&cx, &reading),
        refused: refused(&cx, &reading.refused),
        cx,
    })
}

fn rows(cx: &Cx, reading: &Reading) -> Vec<(String, String, String, String)> {
    let row = |one: &crate::model::import::Row| {
        let draft = &one.draft;
        let kind = cx.t(draft.kind.label());
        (
            cx.number(one.row),
            draft.name.clone(),
            number::shown(&draft.number),
            kind,
        )
    };
    reading.rows.iter().take(SHOWN).map(row).collect()
}

pub(crate) async fn confirm(req: Req, who: Grant<KeepRegister>) -> Reply {
    let (id, form) = (req.id_param("import")?, req.form()?);
    if form.text("gor") == "avbryt" {
        imports::drop_file(&req.site, who.actor(), id).await?;
        return req.done(crate::IMPORT, "civil-note-import-dropped");
    }
    let report = format!("{}/import/{id}", crate::REGISTER);
    match imports::confirm(&req.site, who.actor(), id).await {
        Ok(()) => req.done(&report, "civil-note-imported"),
        // Sent twice: the first did it.
        Err(Fault::Conflict) => req.see_other(&report),
        Err(Fault::NotFound) => req.done(crate::IMPORT, "civil-note-file-gone"),
        Err(fault) => Err(fault),
    }
}

#[derive(Template)]
#[template(path = "civil-society/import-report.html")]
struct ReportPage {
    cx: Cx,
    action: String,
    file_name: String,
    moment: String,
    by: String,
    accepted: i64,
    refused_count: i64,
    refused: Vec<RefusedLine>,
    undone: String,
    kept: i64,
}

pub(crate) async fn report(req: Req, who: Grant<KeepRegister>) -> Reply {
    let cx = who.cx(&req);
    let mut read = req.site.db.read().await?;
    let import = store::import(&mut read, req.id_param("import")?).await?;
    let imported_at = import.imported_at.ok_or(Fault::NotFound)?;
    let list: Vec<Refused> = serde_json::from_str(&import.report).map_err(Fault::internal)?;
    page(&ReportPage {
        action: cx.link(&format!("{}/import/{}/angra", crate::REGISTER, import.id)),
        file_name: import.file_name,
        moment: cx.moment(&imported_at),
        by: import.uploaded_by,
        accepted: import.accepted,
        refused_count: import.refused,
        refused: refused(&cx, &list),
        undone: import.undone_at.map(|at| cx.moment(&at)).unwrap_or_default(),
        kept: import.kept,
        cx,
    })
}

pub(crate) async fn undo(req: Req, who: Grant<KeepRegister>) -> Reply {
    let id = req.id_param("import")?;
    let report = format!("{}/import/{id}", crate::REGISTER);
    match imports::undo(&req.site, who.actor(), id).await {
        Ok(()) => req.done(&report, "civil-note-import-undone"),
        Err(Fault::Conflict) => req.see_other(&report),
        Err(fault) => Err(fault),
    }
}
