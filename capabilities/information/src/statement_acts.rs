//! The accessibility statement: saving it, reading the one that holds, and telling the municipality what does not work.

use crate::model::statement::{Assessor, Both, Complaint, Conformance, Statement, review_due};
use crate::store::statement as store;
use db::{Actor, Conn};
use identity::{Administer, Grant, Staff};
use jiff::{Timestamp, civil::Date};
use serde_json::json;
use web::{Cx, Fault, Lang, Site};

/// The topic of the page that shows it.
pub(crate) const TOPIC: &str = "accessibility";

/// The statement that holds, and since when.
#[derive(Debug, Clone)]
pub struct Held {
    /// Nought for the one that the program comes with.
    pub number: i64,
    pub statement: Statement,
    pub saved_at: Option<Timestamp>,
    pub saved_by: String,
}

/// Why a statement was not saved.
#[derive(Debug)]
pub enum Unsaved {
    Complaints(Vec<Complaint>),
    /// Somebody else saved this one in between.
    Overtaken(Box<Held>),
    Fault(Fault),
}

impl From<Fault> for Unsaved {
    fn from(fault: Fault) -> Unsaved {
        Unsaved::Fault(fault)
    }
}

impl From<db::Error> for Unsaved {
    fn from(error: db::Error) -> Unsaved {
        Unsaved::Fault(error.into())
    }
}

/// The statement that holds: the last that was saved, or what the program says of itself.
///
/// # Errors
/// The database's, or that a saved statement cannot be read.
pub async fn statement(site: &Site, conn: &mut Conn) -> Result<Held, Fault> {
    let Some(saved) = store::latest(conn).await? else {
        return Ok(Held {
            number: 0,
            statement: own(site),
            saved_at: None,
            saved_by: String::new(),
        });
    };
    Ok(Held {
        number: saved.number,
        statement: serde_json::from_value(saved.fields).map_err(Fault::internal)?,
        saved_at: Some(saved.saved_at),
        saved_by: saved.saved_by,
    })
}

/// What the program knows of its own accessibility, before the municipality has assessed its site.
fn own(site: &Site) -> Statement {
    let both = |key: &str| Both {
        sv: site.texts.get(Lang::Sv, key),
        en: site.texts.get(Lang::En, key),
    };
    let gaps = [
        "information-own-gap-documents",
        "information-own-gap-languages",
        "information-own-gap-readers",
    ];
    let lines = |lang| gaps.map(|key| site.texts.get(lang, key)).join("\n");
    Statement {
        service: site.settings().site_name.clone(),
        conformance: Conformance::Partial,
        gaps: Both {
            sv: lines(Lang::Sv),
            en: lines(Lang::En),
        },
        reviewed_on: None,
        assessor: Assessor::Outside,
        how: both("information-own-how"),
        answer_days: 5,
        burden: Both::default(),
        outside: Both::default(),
    }
}

/// Saves a statement. `made_from` is the number of the one that the writer saw, nought for none.
///
/// # Errors
/// [`Unsaved`]; nothing is written then.
pub async fn save_statement(site: &Site, staff: &Staff, made_from: i64, statement: &Statement) -> Result<(), Unsaved> {
    Grant::<Administer>::of(staff)?;
    let complaints = statement.complaints(site.today());
    if !complaints.is_empty() {
        return Err(Unsaved::Complaints(complaints));
    }
    let fields = serde_json::to_value(statement).map_err(Fault::internal)?;
    site.db
        .write(staff.actor(), async |tx| {
            let held = self::statement(site, tx).await?;
            if held.number != made_from {
                return Err(Unsaved::Overtaken(Box::new(held)));
            }
            let saved = store::Saved {
                number: made_from + 1,
                fields: fields.clone(),
                saved_at: tx.now(),
                saved_by: tx.actor().name().to_owned(),
            };
            store::add(tx, &saved).await?;
            tx.audit("accessibility.save", "accessibility", saved.number, fields)
                .await?;
            tx.touch(TOPIC);
            Ok(())
        })
        .await
}

/// The day somebody has to look at the site again; `None` when nobody has looked yet.
pub(crate) async fn next_review(conn: &mut Conn) -> db::Result<Option<Date>> {
    let Some(saved) = store::latest(conn).await? else {
        return Ok(None);
    };
    let day = saved
        .fields
        .get("reviewed_on")
        .and_then(|day| day.as_str()?.parse().ok());
    Ok(day.map(review_due))
}

/// What a visitor tells about something that does not work.
pub(crate) struct Report {
    /// Which page, in the visitor's words.
    pub place: String,
    pub what: String,
    /// Empty when the visitor wants no answer.
    pub email: String,
}

/// Sends what a visitor told to the address that answers about dialogues.
///
/// # Errors
/// The database's.
pub(crate) async fn send(cx: &Cx, report: &Report) -> Result<(), Fault> {
    let texts = &cx.site().texts;
    let answer_to = if report.email.is_empty() {
        texts.get(Lang::Sv, "information-report-no-address")
    } else {
        report.email.clone()
    };
    let values = [
        ("place", report.place.as_str().into()),
        ("what", report.what.as_str().into()),
        ("email", answer_to.as_str().into()),
    ];
    let mail = mail::Mail {
        to: cx.settings.contact_email.clone(),
        subject: texts.get(Lang::Sv, "information-report-subject"),
        body: texts.with(Lang::Sv, "information-report-body", &values),
    };
    cx.site()
        .db
        .write(Actor::Participant, async |tx| {
            mail::queue(tx, mail).await?;
            tx.audit("accessibility.report", "accessibility", "", json!({})).await?;
            Ok(())
        })
        .await
}
