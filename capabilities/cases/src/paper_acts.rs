//! What officials do with papers: begin, write, fetch what is new, adopt, show. Every act reads the paper in the
//! transaction that writes it.

use crate::paper::compose::{self, Header, Standing};
use crate::paper::material::{self, Material};
use crate::paper::{self, Fresh, Kind, Section};
use crate::store::papers::{self as store_papers, NewSnapshot, PaperRow, Snapshot};
use db::{Conn, Id, Tx};
use documents::Document;
use identity::{Grant, RegisterCase};
use sha2::{Digest as _, Sha256};
use std::sync::Arc;
use web::{Cx, Fault, Lang, Site};

/// A paper as it is being written.
pub(crate) struct Paper {
    pub row: PaperRow,
    pub header: Header,
    pub sections: Vec<Section>,
}

impl Paper {
    pub(crate) async fn find(conn: &mut Conn, dialogue: Id, kind: Kind) -> Result<Option<Paper>, Fault> {
        let Some(row) = store_papers::paper(conn, dialogue, kind).await? else {
            return Ok(None);
        };
        let header = serde_json::from_value(row.header.clone()).map_err(Fault::internal)?;
        let sections = serde_json::from_value(row.sections.clone()).map_err(Fault::internal)?;
        Ok(Some(Paper { row, header, sections }))
    }

    pub(crate) async fn get(conn: &mut Conn, dialogue: Id, kind: Kind) -> Result<Paper, Fault> {
        Paper::find(conn, dialogue, kind).await?.ok_or(Fault::NotFound)
    }

    pub(crate) fn section(&self, key: &str) -> Result<&Section, Fault> {
        self.sections.iter().find(|one| one.key == key).ok_or(Fault::NotFound)
    }

    async fn save(mut self, tx: &mut Tx<'_>) -> Result<(), Fault> {
        self.row.header = serde_json::to_value(&self.header).map_err(Fault::internal)?;
        self.row.sections = serde_json::to_value(&self.sections).map_err(Fault::internal)?;
        Ok(store_papers::update_paper(tx, &self.row).await?)
    }

    /// The paper as it reads now.
    pub(crate) fn draft(&self, cx: &Cx, kind: Kind) -> Document {
        compose::document(
            cx,
            kind,
            &self.header,
            &self.sections,
            cx.site().today(),
            Standing::Draft,
        )
    }
}

/// Papers are written in Swedish, whatever language the official reads the desk in (språklagen 10 §).
pub(crate) fn paper_cx(site: &Arc<Site>) -> Cx {
    site.cx(Lang::Sv)
}

fn fresh(cx: &Cx, kind: Kind, all: &Material) -> Fresh {
    match kind {
        Kind::Report => paper::report::fresh(cx, all),
        Kind::Statement => paper::statement::fresh(cx, all),
    }
}

/// Begins a paper with everything the house knows. One that is begun already is left as it is.
///
/// # Errors
/// [`Fault::NotFound`] without the dialogue.
pub async fn begin_paper(site: &Arc<Site>, who: &Grant<RegisterCase>, dialogue: Id, kind: Kind) -> Result<(), Fault> {
    let cx = paper_cx(site);
    site.db
        .write(who.actor(), async |tx| {
            if store_papers::paper(tx, dialogue, kind).await?.is_some() {
                return Ok(());
            }
            let header = first_header(&cx, who, &dialogues::dialogue(tx, dialogue).await?, kind);
            let all = material::gather(&cx, tx, dialogue, &header.title).await?;
            let mut sections = paper::begin(kind, fresh(&cx, kind, &all));
            if let Some(section) = sections.iter_mut().find(|one| one.key == paper::INVESTIGATION) {
                section.timetable = paper::statement::timetable(&cx, &all);
            }
            let header = serde_json::to_value(&header).map_err(Fault::internal)?;
            let sections = serde_json::to_value(&sections).map_err(Fault::internal)?;
            store_papers::insert_paper(tx, dialogue, kind, &header, &sections).await?;
            audit(tx, "paper.begin", dialogue, serde_json::json!({ "kind": kind.code() })).await
        })
        .await
}

fn first_header(cx: &Cx, who: &Grant<RegisterCase>, dialogue: &dialogues::Dialogue, kind: Kind) -> Header {
    let facts = &dialogue.facts;
    let first = |keys: [&str; 2], otherwise: &str| {
        keys.into_iter()
            .map(|key| facts.text(key))
            .find(|text| !text.is_empty())
            .unwrap_or_else(|| otherwise.to_owned())
    };
    let key = kind.choose("cases-report-title", "cases-statement-title");
    Header {
        title: cx.t1(key, "title", &dialogue.title),
        recipient: first(["deciding-body", "responsible-body"], &cx.settings.board),
        office: cx.settings.office.clone(),
        author: who.staff.name.clone(),
        case_number: facts.text("case-number"),
        signatures: cx.settings.signatures.clone(),
        revision: 1,
    }
}

/// What the program would say differently now than when it was last asked.
pub(crate) async fn news(
    cx: &Cx,
    conn: &mut Conn,
    dialogue: Id,
    kind: Kind,
) -> Result<Vec<paper::SectionChange>, Fault> {
    let one = Paper::get(conn, dialogue, kind).await?;
    let all = material::gather(cx, conn, dialogue, &one.header.title).await?;
    Ok(paper::changes(&one.sections, &fresh(cx, kind, &all)))
}

/// Fetches what is known now into every section; what people wrote stays to the letter. Tells how many sections changed.
///
/// # Errors
/// [`Fault::NotFound`] when the paper is not begun.
pub async fn refresh_paper(
    site: &Arc<Site>,
    who: &Grant<RegisterCase>,
    dialogue: Id,
    kind: Kind,
) -> Result<usize, Fault> {
    let cx = paper_cx(site);
    site.db
        .write(who.actor(), async |tx| {
            let mut one = Paper::get(tx, dialogue, kind).await?;
            let all = material::gather(&cx, tx, dialogue, &one.header.title).await?;
            let fresh = fresh(&cx, kind, &all);
            let changed = paper::changes(&one.sections, &fresh).len();
            paper::refresh(&mut one.sections, fresh);
            one.save(tx).await?;
            audit(
                tx,
                "paper.refresh",
                dialogue,
                serde_json::json!({ "kind": kind.code(), "sections": changed }),
            )
            .await?;
            Ok(changed)
        })
        .await
}

/// What an official writes in a section.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SectionDraft {
    /// The heading, for a section that was added.
    pub title: String,
    /// Whether the generated part stands in the paper.
    pub shown: bool,
    /// The text.
    pub written: String,
    /// The line after "Tidplan:", in the investigation.
    pub timetable: String,
}

/// Writes a section. `revision` is the one the form was made from.
///
/// # Errors
/// [`Fault::Conflict`] when somebody else wrote the same section first.
pub async fn write_section(
    site: &Site,
    who: &Grant<RegisterCase>,
    dialogue: Id,
    kind: Kind,
    key: &str,
    revision: i64,
    draft: SectionDraft,
) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            let mut one = Paper::get(tx, dialogue, kind).await?;
            let section = one
                .sections
                .iter_mut()
                .find(|one| one.key == key)
                .ok_or(Fault::NotFound)?;
            if section.revision != revision {
                return Err(Fault::Conflict);
            }
            section.revision += 1;
            section.written = draft.written;
            section.shown = draft.shown;
            if section.is_investigation() {
                section.timetable = draft.timetable;
            }
            if section.is_added() {
                section.title = draft.title;
            }
            one.save(tx).await?;
            audit(
                tx,
                "paper.write",
                dialogue,
                serde_json::json!({ "kind": kind.code(), "section": key }),
            )
            .await
        })
        .await
}

/// Adds a section to the investigation of a statement; gives its key.
///
/// # Errors
/// A rule when there are as many as a statement may have.
pub async fn add_section(site: &Site, who: &Grant<RegisterCase>, dialogue: Id) -> Result<String, Fault> {
    site.db
        .write(who.actor(), async |tx| {
            let mut one = Paper::get(tx, dialogue, Kind::Statement).await?;
            let key = paper::add_section(&mut one.sections).ok_or_else(|| Fault::rule("cases-sections-enough"))?;
            one.save(tx).await?;
            audit(tx, "paper.add-section", dialogue, serde_json::json!({ "section": key })).await?;
            Ok(key)
        })
        .await
}

/// Takes away a section that somebody added.
///
/// # Errors
/// [`Fault::NotFound`] for a section of the outline: those stay.
pub async fn remove_section(site: &Site, who: &Grant<RegisterCase>, dialogue: Id, key: &str) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            let mut one = Paper::get(tx, dialogue, Kind::Statement).await?;
            let written = one.section(key)?.written.clone();
            if !paper::remove_section(&mut one.sections, key) {
                return Err(Fault::NotFound);
            }
            one.save(tx).await?;
            audit(
                tx,
                "paper.remove-section",
                dialogue,
                serde_json::json!({ "section": key, "written": written }),
            )
            .await
        })
        .await
}

/// Writes the head of a paper. `header.revision` is the one the form was made from.
///
/// # Errors
/// [`Fault::Conflict`] when somebody else wrote it first.
pub async fn write_header(
    site: &Site,
    who: &Grant<RegisterCase>,
    dialogue: Id,
    kind: Kind,
    header: Header,
) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            let mut one = Paper::get(tx, dialogue, kind).await?;
            if one.header.revision != header.revision {
                return Err(Fault::Conflict);
            }
            one.header = Header {
                revision: header.revision + 1,
                ..header
            };
            one.save(tx).await?;
            audit(tx, "paper.head", dialogue, serde_json::json!({ "kind": kind.code() })).await
        })
        .await
}

/// Adopts the paper as it stands: a version that nothing changes any more, with a checksum. Gives its number.
///
/// # Errors
/// A rule when a required section is empty; [`Fault::Conflict`] when the paper changed after the official looked at it.
pub async fn adopt_paper(
    site: &Arc<Site>,
    who: &Grant<RegisterCase>,
    dialogue: Id,
    kind: Kind,
    seen: Option<i64>,
    public: bool,
) -> Result<i64, Fault> {
    let cx = paper_cx(site);
    site.db
        .write(who.actor(), async |tx| {
            let mut one = Paper::get(tx, dialogue, kind).await?;
            if seen.is_some_and(|revision| revision != one.row.revision) {
                return Err(Fault::Conflict);
            }
            if !paper::missing(kind, &one.sections).is_empty() {
                return Err(Fault::rule("cases-paper-incomplete"));
            }
            let version = one.row.version + 1;
            let document = compose::document(
                &cx,
                kind,
                &one.header,
                &one.sections,
                site.today(),
                Standing::Adopted(version),
            );
            let content = serde_json::to_string(&document).map_err(Fault::internal)?;
            let sha256 = data_encoding::HEXLOWER.encode(&Sha256::digest(content.as_bytes()));
            let new = NewSnapshot {
                paper: one.row.id,
                dialogue,
                kind,
                version,
                content: &content,
                sha256: &sha256,
                public,
            };
            store_papers::insert_snapshot(tx, &new).await?;
            one.row.version = version;
            one.save(tx).await?;
            let detail =
                serde_json::json!({ "kind": kind.code(), "version": version, "sha256": sha256, "public": public });
            audit(tx, "paper.adopt", dialogue, detail).await?;
            tx.touch(format!("dialogue:{dialogue}"));
            Ok(version)
        })
        .await
}

/// Shows an adopted version to everybody, or stops showing it. The version itself stays as it is.
///
/// # Errors
/// [`Fault::NotFound`].
pub async fn show_paper(
    site: &Site,
    who: &Grant<RegisterCase>,
    dialogue: Id,
    kind: Kind,
    version: i64,
    public: bool,
) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            let found = snapshot(tx, dialogue, kind, version).await?;
            store_papers::show_snapshot(tx, found.id, public).await?;
            let detail = serde_json::json!({ "kind": kind.code(), "version": version, "public": public });
            audit(tx, "paper.show", dialogue, detail).await?;
            tx.touch(format!("dialogue:{dialogue}"));
            Ok(())
        })
        .await
}

pub(crate) async fn snapshot(conn: &mut Conn, dialogue: Id, kind: Kind, version: i64) -> Result<Snapshot, Fault> {
    let all = store_papers::snapshots(conn, dialogue, kind).await?;
    all.into_iter()
        .find(|one| one.version == version)
        .ok_or(Fault::NotFound)
}

/// The adopted document, as it was adopted.
pub(crate) async fn adopted(conn: &mut Conn, snapshot: &Snapshot) -> Result<Document, Fault> {
    serde_json::from_str(&store_papers::content(conn, snapshot.id).await?).map_err(Fault::internal)
}

async fn audit(tx: &mut Tx<'_>, act: &'static str, dialogue: Id, detail: serde_json::Value) -> Result<(), Fault> {
    Ok(tx.audit(act, "dialogue", dialogue, detail).await?)
}
