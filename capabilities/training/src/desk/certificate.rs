//! `/arbetsyta/utbildning/intyg/{record}`: the certificate of a course passed here, as page, DOCX and PDF/UA.

use super::pack;
use crate::model::standing::valid_until;
use crate::store::{self, Record};
use askama::Template;
use documents::{Block, Document};
use identity::{Grant, SeeDesk};
use method::Pack;
use web::{Cx, Fault, Reply, Req, computed, download, page};

/// Whether this program was built with the PDF engine.
const HAS_PDF: bool = cfg!(feature = "pdf");

/// What a certificate says, whatever its form.
struct Certificate {
    name: String,
    course: String,
    /// "Maja Lind har gått kursen …".
    statement: String,
    facts: Vec<(String, String)>,
    about: String,
    contents: Vec<String>,
}

#[derive(Template)]
#[template(path = "training/certificate.html")]
struct CertificatePage {
    cx: Cx,
    certificate: Certificate,
    municipality: String,
    base: String,
    has_pdf: bool,
}

/// The record of the address, for the one whose it is and for the coordinator.
async fn record(req: &Req, who: &Grant<SeeDesk>) -> Result<Record, Fault> {
    let mut read = req.site.db.read().await?;
    let record = store::record(&mut read, req.id_param("record")?).await?;
    let may_see = record.account_id == who.staff.id || crate::sees_overview(&who.staff);
    // Nobody learns whether somebody else's certificate is there.
    if may_see && record.has_certificate() {
        Ok(record)
    } else {
        Err(Fault::NotFound)
    }
}

fn certificate(cx: &Cx, pack: &Pack, record: &Record) -> Certificate {
    let course = pack.library.course(&record.course);
    let name = course
        .map_or(record.course.as_str(), |one| one.name.get(cx.lang))
        .to_owned();
    let right = cx.t2(
        "training-of",
        ("part", &cx.number(record.right_count)),
        ("whole", &cx.number(record.question_count)),
    );
    let statement = [
        ("name", record.name.as_str().into()),
        ("course", name.as_str().into()),
        ("right", right.as_str().into()),
    ];
    let edition = cx.t2(
        "training-edition-words",
        ("edition", &cx.number(record.edition)),
        ("version", &record.pack_version),
    );
    let until = course.and_then(|one| valid_until(one, record.passed_on));
    let mut facts = vec![
        (cx.t("training-fact-day"), cx.short_date(&record.passed_on)),
        (cx.t("training-fact-edition"), edition),
    ];
    facts.extend(until.map(|day| (cx.t("training-fact-until"), cx.short_date(&day))));
    facts.push((cx.t("training-fact-number"), record.number.clone()));
    Certificate {
        statement: cx.ta("training-certificate-statement", &statement),
        name: record.name.clone(),
        about: course.map(|one| one.about.get(cx.lang).to_owned()).unwrap_or_default(),
        contents: course
            .map(|one| one.pages.iter().map(|page| page.name.get(cx.lang).to_owned()).collect())
            .unwrap_or_default(),
        course: name,
        facts,
    }
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let record = record(&req, &who).await?;
    let cx = who.cx(&req);
    page(&CertificatePage {
        certificate: certificate(&cx, &pack(&req), &record),
        municipality: cx.settings.municipality.clone(),
        base: cx.link(&format!("/arbetsyta/utbildning/intyg/{}", record.id)),
        has_pdf: HAS_PDF,
        cx,
    })
}

fn document(cx: &Cx, record: &Record, certificate: Certificate) -> Document {
    let mut blocks = vec![
        Block::paragraph(certificate.statement),
        Block::Facts {
            rows: certificate.facts,
        },
    ];
    if !certificate.contents.is_empty() {
        blocks.push(Block::heading(1, cx.t("training-certificate-about")));
        blocks.push(Block::paragraph(certificate.about));
        blocks.push(Block::bullets(certificate.contents));
    }
    Document {
        title: cx.t1("training-certificate-title", "course", &certificate.course),
        language: match cx.lang {
            web::Lang::Sv => "sv-SE".into(),
            web::Lang::En => "en-GB".into(),
        },
        kind: cx.t("training-certificate"),
        organisation: cx.settings.municipality.clone(),
        unit: String::new(),
        author: cx.settings.municipality.clone(),
        date: record.passed_on,
        case_number: String::new(),
        subject: format!("{}, {}", certificate.name, certificate.course),
        recipient: certificate.name,
        head: vec![(cx.t("training-fact-number"), record.number.clone())],
        blocks,
    }
}

/// Setting a page is computing, so it happens on a thread of its own.
pub(crate) async fn file(req: Req, who: Grant<SeeDesk>) -> Reply {
    let record = record(&req, &who).await?;
    let cx = who.cx(&req);
    let document = document(&cx, &record, certificate(&cx, &pack(&req), &record));
    let name = format!("{}-{}", cx.t("training-certificate-file"), record.number);
    match req.param("form")?.rsplit('.').next() {
        Some("docx") => {
            let bytes = computed(move || documents::to_docx(&document)).await?;
            download(&format!("{name}.docx"), documents::DOCX, bytes)
        }
        #[cfg(feature = "pdf")]
        Some("pdf") => {
            let bytes = computed(move || documents::to_pdf(&document)).await?;
            download(&format!("{name}.pdf"), documents::PDF, bytes)
        }
        _ => Err(Fault::NotFound),
    }
}
