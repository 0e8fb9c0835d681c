//! `/arbetsyta/installningar/tillganglighet`: the fields of the accessibility statement.

use crate::STATEMENT_FORM;
use crate::model::statement::{Assessor, Both, Conformance, Statement};
use crate::statement_acts::{self, Held, Unsaved};
use askama::Template;
use identity::{Administer, Grant};
use jiff::civil::Date;
use web::{Cx, Errors, Form, Reply, Req, invalid, page};

#[derive(Template)]
#[template(path = "information/statement-form.html")]
struct StatementForm {
    cx: Cx,
    errors: Errors,
    typed: Typed,
    conformances: Vec<(String, String)>,
    assessors: Vec<(String, String)>,
    /// The statement that the form was made from.
    made_from: i64,
    saved: String,
    /// Somebody else saved first.
    conflict: Option<Conflict>,
}

/// What somebody else saved.
struct Conflict {
    /// "Maja Lind sparade 17 mars 2026 klockan 10.00."
    who_when: String,
    /// The fields that differ: label, what stands now, what was written.
    rows: Vec<(String, String, String)>,
}

/// The fields as typed.
#[derive(Default, Clone)]
struct Typed {
    service: String,
    conformance: String,
    gaps: Both,
    /// Day, month, year.
    reviewed: [String; 3],
    assessor: String,
    how: Both,
    answer_days: String,
    burden: Both,
    outside: Both,
}

pub(crate) async fn form(req: Req, who: Grant<Administer>) -> Reply {
    let mut read = req.site.db.read().await?;
    let held = statement_acts::statement(&req.site, &mut read).await?;
    drop(read);
    let typed = Typed::of(&held.statement);
    page(&statement_form(who.cx(&req), &held, typed, Errors::default()))
}

pub(crate) async fn save(req: Req, who: Grant<Administer>) -> Reply {
    let form = req.form()?;
    let typed = Typed::read(&form);
    let made_from = form.int("revision").unwrap_or(0);
    let mut errors = Errors::default();
    let statement = typed.statement(&req, &form, &mut errors);
    let mut read = req.site.db.read().await?;
    let mut held = statement_acts::statement(&req.site, &mut read).await?;
    drop(read);
    held.number = made_from;
    let Some(statement) = statement else {
        return invalid(&statement_form(who.cx(&req).failed(), &held, typed, errors));
    };
    match statement_acts::save_statement(&req.site, &who.staff, made_from, &statement).await {
        Ok(()) => req.done(STATEMENT_FORM, "information-done-statement"),
        Err(Unsaved::Fault(fault)) => Err(fault),
        Err(Unsaved::Complaints(complaints)) => {
            for (field, key) in complaints {
                errors.add(field, req.t(key));
            }
            invalid(&statement_form(who.cx(&req).failed(), &held, typed, errors))
        }
        Err(Unsaved::Overtaken(theirs)) => {
            let cx = who.cx(&req).failed();
            let conflict = Conflict {
                who_when: saved(&cx, &theirs),
                rows: differences(&cx, &Typed::of(&theirs.statement), &typed),
            };
            let mut form = statement_form(cx, &theirs, typed, errors);
            form.conflict = Some(conflict);
            invalid(&form)
        }
    }
}

fn statement_form(cx: Cx, held: &Held, typed: Typed, errors: Errors) -> StatementForm {
    let conformance = |one: Conformance| {
        let words = cx.t(&format!("information-conformance-{}", one.code()));
        (one.code().to_owned(), words)
    };
    let assessor = |one: Assessor| {
        (
            one.code().to_owned(),
            cx.t(&format!("information-assessor-{}", one.code())),
        )
    };
    StatementForm {
        conformances: Conformance::ALL.map(conformance).into(),
        assessors: Assessor::ALL.map(assessor).into(),
        made_from: held.number,
        saved: saved(&cx, held),
        conflict: None,
        typed,
        errors,
        cx,
    }
}

/// "Maja Lind sparade 17 mars 2026 klockan 10.00."; empty when nothing has been saved.
fn saved(cx: &Cx, held: &Held) -> String {
    held.saved_at
        .map(|at| {
            cx.t2(
                "information-statement-saved",
                ("who", &held.saved_by),
                ("when", &cx.moment(&at)),
            )
        })
        .unwrap_or_default()
}

/// The fields in which two differ: label, what stands now, what was written.
fn differences(cx: &Cx, theirs: &Typed, mine: &Typed) -> Vec<(String, String, String)> {
    let (theirs, mine) = (theirs.fields(), mine.fields());
    let pairs = theirs.into_iter().zip(mine);
    pairs
        .filter(|((_, theirs), (_, mine))| theirs.trim() != mine.trim())
        .map(|((key, theirs), (_, mine))| (cx.t(key), theirs, mine))
        .collect()
}

impl Typed {
    fn of(statement: &Statement) -> Typed {
        let part = |part: fn(Date) -> String| statement.reviewed_on.map(part).unwrap_or_default();
        Typed {
            service: statement.service.clone(),
            conformance: statement.conformance.code().to_owned(),
            gaps: statement.gaps.clone(),
            reviewed: [
                part(|day| day.day().to_string()),
                part(|day| day.month().to_string()),
                part(|day| day.year().to_string()),
            ],
            assessor: statement.assessor.code().to_owned(),
            how: statement.how.clone(),
            answer_days: statement.answer_days.to_string(),
            burden: statement.burden.clone(),
            outside: statement.outside.clone(),
        }
    }

    fn read(form: &Form) -> Typed {
        let both = |name: &str| Both {
            sv: form.text(name),
            en: form.text(&format!("{name}-en")),
        };
        Typed {
            service: form.text("tjanst"),
            conformance: form.text("forenlig"),
            gaps: both("brister"),
            reviewed: ["day", "month", "year"].map(|part| form.text(&format!("bedomd-{part}"))),
            assessor: form.text("bedomare"),
            how: both("hur"),
            answer_days: form.text("svarsdagar"),
            burden: both("borda"),
            outside: both("undantag"),
        }
    }

    /// The statement, or what is missing for one to be made at all.
    fn statement(&self, req: &Req, form: &Form, errors: &mut Errors) -> Option<Statement> {
        let conformance = Conformance::from_code(&self.conformance);
        if conformance.is_none() {
            errors.add("forenlig", req.t("information-error-conformance"));
        }
        let reviewed_on = form.date("bedomd");
        if reviewed_on.is_err() {
            errors.add("bedomd", req.t("information-error-reviewed"));
        }
        let assessor = Assessor::from_code(&self.assessor);
        if assessor.is_none() {
            errors.add("bedomare", req.t("information-error-assessor"));
        }
        Some(Statement {
            service: self.service.clone(),
            conformance: conformance?,
            gaps: self.gaps.clone(),
            reviewed_on: reviewed_on.ok()?,
            assessor: assessor?,
            how: self.how.clone(),
            answer_days: form.int("svarsdagar").unwrap_or(0),
            burden: self.burden.clone(),
            outside: self.outside.clone(),
        })
    }

    /// The fields with the text keys of their labels.
    fn fields(&self) -> [(&'static str, String); 13] {
        let text = |text: &String| text.clone();
        [
            ("information-field-service", text(&self.service)),
            ("information-field-conformance", text(&self.conformance)),
            ("information-field-gaps", text(&self.gaps.sv)),
            ("information-field-gaps-en", text(&self.gaps.en)),
            ("information-field-reviewed", self.reviewed.join(" ")),
            ("information-field-assessor", text(&self.assessor)),
            ("information-field-how", text(&self.how.sv)),
            ("information-field-how-en", text(&self.how.en)),
            ("information-field-days", text(&self.answer_days)),
            ("information-field-burden", text(&self.burden.sv)),
            ("information-field-burden-en", text(&self.burden.en)),
            ("information-field-outside", text(&self.outside.sv)),
            ("information-field-outside-en", text(&self.outside.en)),
        ]
    }
}
