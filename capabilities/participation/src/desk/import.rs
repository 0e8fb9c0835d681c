//! `…/importera`: a file is uploaded, looked at, imported, reported, and if it was wrong taken back.

use askama::Template;
use identity::{Grant, RecordContributions};
use serde::{Deserialize, Serialize};
use text::table::Encoding;
use web::{Cx, Errors, Fault, Form, Reply, Req};

use super::Here;
use super::activities::in_words;
use crate::acts::{self, Preview, RefusedRow, Report};
use crate::model::channel::Channel;
use crate::model::definition::Definition;
use crate::model::import::{Options, Target};
use crate::shown::Shown;
use crate::store::{self, Batch, Staged};
use crate::words::words;

/// Rows shown in the preview.
const SHOWN: usize = 50;

#[derive(Template)]
#[template(path = "participation/import.html")]
struct ImportPage {
    cx: Cx,
    errors: Errors,
    crumbs: Vec<(String, String)>,
    title: String,
    action: String,
    address: String,
    channels: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    typed: Typed,
    /// What columns can be called, and what it gives.
    columns: Vec<(String, String)>,
    earlier: Vec<Batch>,
}

#[derive(Template)]
#[template(path = "participation/import-preview.html")]
struct PreviewPage {
    cx: Cx,
    crumbs: Vec<(String, String)>,
    title: String,
    action: String,
    file_name: String,
    encoding: String,
    used: Vec<(String, String)>,
    ignored: String,
    ok: usize,
    already: usize,
    rows: Vec<ShownRow>,
    refused: Vec<RefusedRow>,
    refused_count: usize,
}

struct ShownRow {
    number: usize,
    day: String,
    channel: String,
    text: String,
}

#[derive(Template)]
#[template(path = "participation/import-report.html")]
struct ReportPage {
    cx: Cx,
    crumbs: Vec<(String, String)>,
    action: String,
    address: String,
    batch: Batch,
    report: Report,
    undone: String,
}

/// The options as typed; kept beside the file until somebody says yes.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Typed {
    map: String,
    channel: String,
    language: String,
    force: bool,
}

impl Typed {
    fn read(sent: &Form) -> Self {
        Self {
            map: sent.text("kolumner"),
            channel: sent.text("kanal"),
            language: sent.text("sprak"),
            force: sent.has("igen"),
        }
    }

    fn options(&self) -> Result<Options, Fault> {
        let options = Options {
            channel: Channel::named(&self.channel).unwrap_or(Channel::Import),
            language: if self.language.is_empty() {
                "sv".to_owned()
            } else {
                self.language.clone()
            },
            force: self.force,
            ..Options::default()
        };
        options.with_map(&self.map).map_err(acts::broken)
    }
}

pub async fn form(req: Req, who: Grant<RecordContributions>) -> Reply {
    let here = Here::of(&req).await?;
    let typed = Typed {
        channel: Channel::Import.name().to_owned(),
        language: "sv".to_owned(),
        ..Typed::default()
    };
    web::page(&form_page(&req, who.cx(&req), &here, typed, Errors::default()).await?)
}

async fn form_page(req: &Req, cx: Cx, here: &Here, typed: Typed, errors: Errors) -> Result<ImportPage, Fault> {
    if here.activity.version == 0 {
        return Err(Fault::rule("participation-import-unpublished"));
    }
    let mut conn = req.site.db.read().await?;
    let used = acts::in_use(&mut conn, here.activity.clone(), here.activity.version).await?;
    let earlier = store::import_batches(&mut conn, here.activity.id).await?;
    Ok(ImportPage {
        errors,
        crumbs: here.crumbs(&cx, true),
        title: here.activity.title(cx.lang.code()).to_owned(),
        action: format!("{}/importera", here.address()),
        address: here.address(),
        channels: Channel::ALL
            .into_iter()
            .map(|c| (c.name().to_owned(), cx.t(crate::channel_label(c))))
            .collect(),
        languages: super::entry::languages(&cx),
        typed,
        columns: columns(&cx, &used.definition),
        earlier,
        cx,
    })
}

fn columns(cx: &Cx, definition: &Definition) -> Vec<(String, String)> {
    let general = [
        ("kanal", "participation-import-target-channel"),
        ("datum", "participation-import-target-date"),
        ("sprak", "participation-import-target-language"),
    ];
    let general = general.into_iter().map(|(name, key)| (name.to_owned(), cx.t(key)));
    general
        .chain(
            definition
                .in_order()
                .filter(|q| q.asks())
                .map(|q| (q.key.clone(), q.label.sv.clone())),
        )
        .collect()
}

pub async fn upload(req: Req, who: Grant<RecordContributions>) -> Reply {
    let sent = req.form()?;
    let here = Here::of(&req).await?;
    let typed = Typed::read(&sent);
    let mut errors = Errors::default();
    let staged = match sent.file("fil") {
        None => {
            errors.add("fil", req.t("participation-import-choose-file"));
            None
        }
        Some(file) => match check(&req, &here, &typed, &file.bytes).await {
            Ok(()) => Some((file.name.clone(), file.bytes.to_vec())),
            Err(Fault::Rule { key, args }) => {
                let field = if key.starts_with("participation-import-map") {
                    "kolumner"
                } else {
                    "fil"
                };
                errors.add(field, in_words(&req, key, &args));
                None
            }
            Err(fault) => return Err(fault),
        },
    };
    let Some((name, bytes)) = staged else {
        return web::invalid(&form_page(&req, who.cx(&req).failed(), &here, typed, errors).await?);
    };
    let options = serde_json::to_string(&typed).map_err(Fault::internal)?;
    let id = acts::stage(&req.site, who.actor(), here.activity.id, &name, bytes, &options).await?;
    req.see_other(&format!("{}/importera/{id}", here.address()))
}

async fn check(req: &Req, here: &Here, typed: &Typed, bytes: &[u8]) -> Result<(), Fault> {
    acts::preview(&req.site, here.activity.id, bytes, &typed.options()?)
        .await
        .map(drop)
}

/// The uploaded file in the address, if it waits for this activity.
async fn staged(req: &Req, here: &Here) -> Result<(Staged, Typed), Fault> {
    let id = req.id_param("file")?;
    let mut conn = req.site.db.read().await?;
    let staged = store::staged(&mut conn, id).await?;
    if staged.activity_id != here.activity.id {
        return Err(Fault::NotFound);
    }
    let typed = serde_json::from_str(&staged.options).map_err(Fault::internal)?;
    Ok((staged, typed))
}

pub async fn preview(req: Req, who: Grant<RecordContributions>) -> Reply {
    let here = Here::of(&req).await?;
    let (staged, typed) = match staged(&req, &here).await {
        Ok(found) => found,
        // Confirmed already, or too old: the list of imports tells which.
        Err(Fault::NotFound) => {
            return req.done(&format!("{}/importera", here.address()), "participation-note-file-gone");
        }
        Err(fault) => return Err(fault),
    };
    let preview = acts::preview(&req.site, here.activity.id, &staged.bytes, &typed.options()?).await?;
    web::page(&preview_page(&req, who.cx(&req), &here, &staged, &preview).await?)
}

async fn preview_page(
    req: &Req,
    cx: Cx,
    here: &Here,
    staged: &Staged,
    preview: &Preview,
) -> Result<PreviewPage, Fault> {
    let definition = {
        let mut conn = req.site.db.read().await?;
        acts::in_use(&mut conn, here.activity.clone(), here.activity.version)
            .await?
            .definition
    };
    let reading = &preview.reading;
    let shown = Shown {
        texts: &req.site.texts,
        local: cx.local(),
    };
    let text = |row: &crate::model::import::Row| {
        let answers = row.finished.answers.0.iter().chain(&row.finished.background.0);
        let parts = answers.filter_map(|(key, answer)| Some(shown.answer(definition.question(key)?, answer.as_ref())));
        let whole = parts.filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" · ");
        whole.chars().take(200).collect::<String>()
    };
    let target = |target: &Target| match target {
        Target::Channel => cx.t("participation-import-target-channel"),
        Target::Date => cx.t("participation-import-target-date"),
        Target::Language => cx.t("participation-import-target-language"),
        Target::Question(key) => definition.question(key).map(|q| q.label.sv.clone()).unwrap_or_default(),
    };
    let refused = |r: &crate::model::import::Refused| RefusedRow {
        row: r.row,
        column: r.column.clone(),
        why: words(&req.site.texts, req.lang, &r.problem),
    };
    Ok(PreviewPage {
        crumbs: here.crumbs(&cx, true),
        title: here.activity.title(cx.lang.code()).to_owned(),
        action: format!("{}/importera/{}", here.address(), staged.id),
        file_name: staged.file_name.clone(),
        encoding: cx.t(match reading.encoding {
            Encoding::Utf8 => "participation-import-utf8",
            Encoding::Utf16 => "participation-import-utf16",
            Encoding::Windows1252 => "participation-import-windows",
        }),
        used: reading
            .used
            .iter()
            .map(|(column, t)| (column.clone(), target(t)))
            .collect(),
        ignored: reading.ignored.join(", "),
        ok: reading.rows.len().saturating_sub(preview.already),
        already: preview.already,
        rows: reading
            .rows
            .iter()
            .take(SHOWN)
            .map(|row| ShownRow {
                number: row.row,
                day: row.date.map(|d| cx.short_date(&d)).unwrap_or_default(),
                channel: cx.t(crate::channel_label(row.channel)),
                text: text(row),
            })
            .collect(),
        refused: reading.refused.iter().take(SHOWN).map(refused).collect(),
        refused_count: reading.refused.len(),
        cx,
    })
}

pub async fn confirm(req: Req, who: Grant<RecordContributions>) -> Reply {
    let here = Here::of(&req).await?;
    let sent = req.form()?;
    let import_page = format!("{}/importera", here.address());
    let (staged, typed) = match staged(&req, &here).await {
        Ok(found) => found,
        Err(Fault::NotFound) => return req.done(&import_page, "participation-note-file-gone"),
        Err(fault) => return Err(fault),
    };
    if sent.text("gor") == "avbryt" {
        acts::unstage(&req.site, who.actor(), staged.id).await?;
        return req.done(&import_page, "participation-note-import-cancelled");
    }
    let options = typed.options()?;
    let report = acts::import(
        &req.site,
        who.actor(),
        here.activity.id,
        &staged.file_name,
        &staged.bytes,
        &options,
    )
    .await?;
    // Twice sent at once: the file is gone already, and the rows were known.
    match acts::unstage(&req.site, who.actor(), staged.id).await {
        Ok(()) | Err(Fault::NotFound) => {}
        Err(fault) => return Err(fault),
    }
    match report.batch {
        Some(batch) => req.done(
            &format!("{}/import/{batch}", here.address()),
            "participation-note-imported",
        ),
        None => req.done(&import_page, "participation-note-nothing-new"),
    }
}

pub async fn report(req: Req, who: Grant<RecordContributions>) -> Reply {
    let here = Here::of(&req).await?;
    let batch = batch(&req, &here).await?;
    let cx = who.cx(&req);
    let page = ReportPage {
        crumbs: here.crumbs(&cx, true),
        action: format!("{}/import/{}/angra", here.address(), batch.id),
        address: here.address(),
        report: serde_json::from_str(&batch.report).map_err(Fault::internal)?,
        undone: batch.undone_at.map(|at| cx.moment(&at)).unwrap_or_default(),
        batch,
        cx,
    };
    web::page(&page)
}

async fn batch(req: &Req, here: &Here) -> Result<Batch, Fault> {
    let id = req.id_param("batch")?;
    let mut conn = req.site.db.read().await?;
    let batch = store::batch(&mut conn, id).await?;
    if batch.activity_id == here.activity.id {
        Ok(batch)
    } else {
        Err(Fault::NotFound)
    }
}

pub async fn undo(req: Req, who: Grant<RecordContributions>) -> Reply {
    let here = Here::of(&req).await?;
    let batch = batch(&req, &here).await?;
    let report = format!("{}/import/{}", here.address(), batch.id);
    match acts::undo(&req.site, who.actor(), batch.id).await {
        Ok(_) => req.done(&report, "participation-note-undone"),
        Err(Fault::Conflict) => req.done(&report, "participation-note-undone-before"),
        Err(fault) => Err(fault),
    }
}
