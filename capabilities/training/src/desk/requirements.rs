//! `/arbetsyta/utbildning/krav`: which right asks for which course, how long one has, and when it is taken anew.

use super::{of, pack};
use crate::acts;
use crate::model::standing::{MOST_DAYS, MOST_MONTHS};
use crate::store::{self, RequirementRow};
use askama::Template;
use identity::{Administer, Grant, PERMISSIONS, Staff, can_be_withheld, permission_label};
use method::pack::Library;
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

/// What a right without a requirement is offered first.
const GRACE_FIRST: &str = "30";

struct RequirementLine {
    href: String,
    permission: String,
    /// Empty when no course is asked for.
    course: String,
    grace: String,
    renewal: String,
    /// How many of those concerned have the right.
    holders: String,
    /// The pack no longer has the course.
    is_gone: bool,
}

#[derive(Template)]
#[template(path = "training/requirements.html")]
struct Requirements {
    cx: Cx,
    lines: Vec<RequirementLine>,
}

pub(crate) async fn list(req: Req, who: Grant<Administer>) -> Reply {
    let (cx, pack) = (who.cx(&req), pack(&req));
    let mut read = req.site.db.read().await?;
    let rows = store::requirements(&mut read).await?;
    let staff = identity::staff_in_use(&mut read).await?;
    drop(read);
    let names = PERMISSIONS
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| can_be_withheld(name));
    let line = |name: &str| {
        let row = rows.iter().find(|row| row.permission == name);
        line(&cx, &pack.library, &staff, name, row)
    };
    page(&Requirements {
        lines: names.map(line).collect(),
        cx,
    })
}

fn line(cx: &Cx, library: &Library, staff: &[Staff], name: &str, row: Option<&RequirementRow>) -> RequirementLine {
    let course = row.and_then(|row| library.course(&row.course));
    let concerned = staff.iter().filter(|one| one.has_role_for(name)).count();
    let holders = staff.iter().filter(|one| one.may_named(name)).count();
    let renewal = |row: &RequirementRow| match row.renew_months {
        0 => cx.t("training-renew-never"),
        months => cx.tn("training-renew-months", months),
    };
    RequirementLine {
        href: cx.link(&format!("{}/{name}", crate::REQUIREMENTS)),
        permission: cx.t(permission_label(name)),
        // A course that is gone is told by its key.
        course: match (row, course) {
            (_, Some(course)) => course.name.get(cx.lang).to_owned(),
            (Some(row), None) => row.course.clone(),
            (None, None) => String::new(),
        },
        grace: row
            .map(|row| cx.tn("training-days", row.grace_days))
            .unwrap_or_default(),
        renewal: row.map(renewal).unwrap_or_default(),
        holders: of(cx, holders, concerned),
        is_gone: row.is_some() && course.is_none(),
    }
}

/// Who was first and when, and what stands against what was typed: the field, theirs, ours.
type Conflict = (String, Vec<(String, String, String)>);

/// The form as typed.
#[derive(Default)]
struct Typed {
    course: String,
    grace: String,
    renewal: String,
    revision: i64,
}

#[derive(Template)]
#[template(path = "training/requirement.html")]
struct RequirementForm {
    cx: Cx,
    errors: Errors,
    permission: String,
    action: String,
    courses: Vec<(String, String)>,
    typed: Typed,
    /// How many concerned have taken each course: the name, "3 av 12".
    shares: Vec<(String, String)>,
    /// Who changed it meanwhile, and what stands against what was typed; none when all is well.
    conflict: Option<Conflict>,
}

/// The right of the address, one that can ask for a course.
fn permission(req: &Req) -> Result<&str, Fault> {
    let name = req.param("permission")?;
    if can_be_withheld(name) {
        Ok(name)
    } else {
        Err(Fault::NotFound)
    }
}

async fn row(req: &Req, permission: &str) -> Result<Option<RequirementRow>, Fault> {
    let mut read = req.site.db.read().await?;
    let rows = store::requirements(&mut read).await?;
    Ok(rows.into_iter().find(|row| row.permission == permission))
}

pub(crate) async fn form(req: Req, who: Grant<Administer>) -> Reply {
    let permission = permission(&req)?;
    let typed = match row(&req, permission).await? {
        Some(row) => typed(&row),
        None => Typed {
            grace: GRACE_FIRST.to_owned(),
            ..Typed::default()
        },
    };
    page(&view(&req, who.cx(&req), permission, typed, Errors::default()).await?)
}

fn typed(row: &RequirementRow) -> Typed {
    let renewal = if row.renew_months == 0 {
        String::new()
    } else {
        row.renew_months.to_string()
    };
    Typed {
        course: row.course.clone(),
        grace: row.grace_days.to_string(),
        renewal,
        revision: row.revision,
    }
}

async fn view(req: &Req, cx: Cx, permission: &str, typed: Typed, errors: Errors) -> Result<RequirementForm, Fault> {
    let pack = pack(req);
    let mut read = req.site.db.read().await?;
    let staff = identity::staff_in_use(&mut read).await?;
    let passed = store::last_passed(&mut read).await?;
    drop(read);
    let concerned: Vec<_> = staff.iter().filter(|one| one.has_role_for(permission)).collect();
    let share = |course: &method::pack::Course| {
        let have = concerned
            .iter()
            .filter(|one| passed.contains_key(&(one.id, course.key.clone())))
            .count();
        (course.name.get(cx.lang).to_owned(), of(&cx, have, concerned.len()))
    };
    let courses = &pack.library.courses;
    Ok(RequirementForm {
        errors,
        permission: cx.t(permission_label(permission)),
        action: cx.link(&format!("{}/{permission}", crate::REQUIREMENTS)),
        courses: courses
            .iter()
            .map(|one| (one.key.clone(), one.name.get(cx.lang).to_owned()))
            .collect(),
        shares: courses.iter().map(share).collect(),
        typed,
        conflict: None,
        cx,
    })
}

pub(crate) async fn save(req: Req, who: Grant<Administer>) -> Reply {
    let (permission, form) = (permission(&req)?, req.form()?);
    let sent = Typed {
        course: form.text("kurs"),
        grace: form.text("dagar"),
        renewal: form.text("manader"),
        revision: form.int("revision").unwrap_or(0),
    };
    let saved = if sent.course.is_empty() {
        if row(&req, permission).await?.is_none() {
            return req.see_other(crate::REQUIREMENTS);
        }
        acts::require_nothing(&req.site, who.actor(), permission, sent.revision).await
    } else {
        match numbers(&req, &form) {
            Ok(numbers) => {
                let what = (permission, sent.course.as_str());
                acts::require(&req.site, who.actor(), what, numbers, sent.revision).await
            }
            Err(errors) => return invalid(&view(&req, who.cx(&req).failed(), permission, sent, errors).await?),
        }
    };
    match saved {
        Ok(()) => req.done(crate::REQUIREMENTS, "training-note-requirement"),
        Err(Fault::Conflict) => conflict(&req, who.cx(&req), permission, sent).await,
        Err(fault) => Err(fault),
    }
}

/// Days of grace, and months before the course is taken anew (none for never).
fn numbers(req: &Req, form: &Form) -> Result<(i64, i64), Errors> {
    let mut errors = Errors::default();
    let grace = form.int("dagar").filter(|days| (0..=MOST_DAYS).contains(days));
    if grace.is_none() {
        errors.add("dagar", req.ta("training-error-days", &[("most", MOST_DAYS.into())]));
    }
    let renewal = if form.text("manader").is_empty() {
        Some(0)
    } else {
        form.int("manader").filter(|months| (1..=MOST_MONTHS).contains(months))
    };
    if renewal.is_none() {
        errors.add(
            "manader",
            req.ta("training-error-months", &[("most", MOST_MONTHS.into())]),
        );
    }
    match (grace, renewal) {
        (Some(grace), Some(renewal)) => Ok((grace, renewal)),
        _ => Err(errors),
    }
}

/// Somebody else was first: what stands and what was typed, side by side; nothing typed is lost.
async fn conflict(req: &Req, cx: Cx, permission: &str, mut sent: Typed) -> Reply {
    let row = row(req, permission).await?;
    let theirs = row.as_ref().map(typed).unwrap_or_default();
    let name = |key: &str| {
        let course = pack(req)
            .library
            .course(key)
            .map(|one| one.name.get(cx.lang).to_owned());
        course.unwrap_or_else(|| cx.t("training-no-course"))
    };
    let rows = vec![
        (cx.t("training-column-course"), name(&theirs.course), name(&sent.course)),
        (cx.t("training-grace"), theirs.grace, sent.grace.clone()),
        (cx.t("training-renewal"), theirs.renewal, sent.renewal.clone()),
    ];
    let who_when = row.map_or_else(
        || cx.t("training-conflict-gone"),
        |row| {
            cx.t2(
                "training-conflict",
                ("name", &row.changed_by),
                ("moment", &cx.moment(&row.changed_at)),
            )
        },
    );
    sent.revision = theirs.revision;
    let mut form = view(req, cx, permission, sent, Errors::default()).await?;
    form.conflict = Some((who_when, rows));
    invalid(&form)
}
