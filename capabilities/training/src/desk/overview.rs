//! `/arbetsyta/utbildning/oversikt`: who has taken what, by unit and person, and whose time is running out.

use super::courses::{Passed, passed};
use super::{of, pack};
use crate::acts;
use crate::model::overview::{Ending, Overview};
use crate::store::{self, Record};
use askama::Template;
use documents::{Cell, csv};
use identity::{ApproveDialogue, Grant, Staff, permission_label};
use jiff::civil::Date;
use method::Pack;
use method::pack::Library;
use std::collections::HashMap;
use web::{Cx, Fault, Pagination, Reply, Req, download, page};

/// Records on one page.
const SHOWN: i64 = 50;

/// What the reader asked to see.
struct Filter {
    unit: String,
    course: String,
    /// A name, an address, or the number of a certificate.
    word: String,
}

impl Filter {
    fn of(req: &Req) -> Filter {
        let word = |name: &str| req.query(name).unwrap_or_default().to_owned();
        Filter {
            unit: word("enhet"),
            course: word("kurs"),
            word: word("sok"),
        }
    }

    fn takes(&self, staff: &Staff, record: &Record) -> bool {
        let word = self.word.to_lowercase();
        let holds = |text: &str| text.to_lowercase().contains(&word);
        (self.unit.is_empty() || self.unit == staff.unit.trim())
            && (self.course.is_empty() || self.course == record.course)
            && (word.is_empty() || holds(&staff.name) || holds(&staff.email) || holds(&record.number))
    }

    /// The address of the page, up to a further word.
    fn base(&self, cx: &Cx) -> String {
        let [unit, course, word] = [&self.unit, &self.course, &self.word].map(|text| web::encode(text));
        format!("{}?enhet={unit}&kurs={course}&sok={word}&", cx.link(crate::OVERVIEW))
    }
}

/// Everything that is told of officials in use.
struct Register {
    staff: Vec<Staff>,
    records: Vec<Record>,
}

impl Register {
    async fn read(req: &Req) -> Result<Register, Fault> {
        let mut read = req.site.db.read().await?;
        Ok(Register {
            staff: identity::staff_in_use(&mut read).await?,
            records: store::records(&mut read).await?,
        })
    }

    /// Records that the reader asked for, with whose they are: latest first.
    fn lines(&self, filter: &Filter) -> Vec<(&Staff, &Record)> {
        let people: HashMap<_, _> = self.staff.iter().map(|one| (one.id, one)).collect();
        let line = |record| {
            let record: &Record = record;
            let staff = *people.get(&record.account_id)?;
            filter.takes(staff, record).then_some((staff, record))
        };
        self.records.iter().filter_map(line).collect()
    }
}

struct UnitLine {
    name: String,
    people: String,
    shares: Vec<String>,
}

struct EndingLine {
    name: String,
    unit: String,
    course: String,
    what: String,
    day: String,
    is_over: bool,
}

struct RecordLine {
    name: String,
    unit: String,
    passed: Passed,
}

#[derive(Template)]
#[template(path = "training/overview.html")]
struct OverviewPage {
    cx: Cx,
    courses: Vec<(String, String)>,
    units: Vec<UnitLine>,
    endings: Vec<EndingLine>,
    records: Vec<RecordLine>,
    total: usize,
    pages: Pagination,
    base: String,
    csv: String,
    unit_options: Vec<(String, String)>,
    filter: Filter,
    sets_requirements: bool,
}

pub(crate) async fn show(req: Req, who: Grant<ApproveDialogue>) -> Reply {
    let (cx, pack, today, filter) = (who.cx(&req), pack(&req), req.today(), Filter::of(&req));
    let register = Register::read(&req).await?;
    let mut read = req.site.db.read().await?;
    let (rules, since) = (acts::rules(&mut read).await?, store::concerns(&mut read).await?);
    drop(read);
    let overview = Overview::new(&pack.library, &register.staff, &register.records, today);
    let lines = register.lines(&filter);
    let pages = Pagination::new(
        Some(req.page_number()),
        SHOWN,
        i64::try_from(lines.len()).unwrap_or(i64::MAX),
    );
    let shown = lines
        .iter()
        .skip(usize::try_from(pages.offset()).unwrap_or(0))
        .take(SHOWN as usize);
    let records = shown.map(|(staff, record)| RecordLine {
        name: staff.name.clone(),
        unit: staff.unit.clone(),
        passed: passed(&cx, &pack.library, record, today),
    });
    let units = units(&cx, &overview);
    let name = |one: &method::pack::Course| (one.key.clone(), one.name.get(cx.lang).to_owned());
    let base = filter.base(&cx);
    page(&OverviewPage {
        courses: pack.library.courses.iter().map(name).collect(),
        endings: overview
            .endings(&rules, &since)
            .iter()
            .map(|one| ending(&cx, one, today))
            .collect(),
        records: records.collect(),
        total: lines.len(),
        pages,
        csv: base.replacen("/oversikt?", "/oversikt/utbildning.csv?", 1),
        base,
        unit_options: unit_options(&register.staff),
        units,
        sets_requirements: crate::sets_requirements(&who.staff),
        filter,
        cx,
    })
}

/// The units with their shares, and the whole municipality last.
fn units(cx: &Cx, overview: &Overview<'_>) -> Vec<UnitLine> {
    let units = overview.units();
    let line = |name: String, people: usize, with: &[usize]| UnitLine {
        name,
        people: cx.number(people),
        shares: with.iter().map(|part| of(cx, *part, people)).collect(),
    };
    let name = |unit: &crate::model::overview::Unit| {
        if unit.name.is_empty() {
            cx.t("training-no-unit")
        } else {
            unit.name.clone()
        }
    };
    let mut lines: Vec<UnitLine> = units
        .iter()
        .map(|unit| line(name(unit), unit.people, &unit.with))
        .collect();
    let mut all = vec![0; overview.library.courses.len()];
    for unit in &units {
        for (sum, part) in all.iter_mut().zip(&unit.with) {
            *sum += part;
        }
    }
    lines.push(line(cx.t("training-all-units"), overview.staff.len(), &all));
    lines
}

fn unit_options(staff: &[Staff]) -> Vec<(String, String)> {
    let mut units: Vec<&str> = staff
        .iter()
        .map(|one| one.unit.trim())
        .filter(|unit| !unit.is_empty())
        .collect();
    units.sort_unstable();
    units.dedup();
    units
        .into_iter()
        .map(|unit| (unit.to_owned(), unit.to_owned()))
        .collect()
}

fn ending(cx: &Cx, one: &Ending<'_>, today: Date) -> EndingLine {
    EndingLine {
        name: one.staff.name.clone(),
        unit: one.staff.unit.clone(),
        course: one.course.name.get(cx.lang).to_owned(),
        what: one
            .permission
            .map_or_else(|| cx.t("training-ending-course"), |name| cx.t(permission_label(name))),
        day: cx.short_date(&one.last_day),
        is_over: one.last_day < today,
    }
}

pub(crate) async fn export(req: Req, who: Grant<ApproveDialogue>) -> Reply {
    let (cx, pack) = (who.cx(&req), pack(&req));
    let register = Register::read(&req).await?;
    let lines = register.lines(&Filter::of(&req));
    let titles = [
        "training-column-person",
        "training-column-email",
        "training-column-unit",
        "training-column-course",
        "training-column-day",
        "training-column-until",
        "training-column-edition",
        "training-column-number",
    ]
    .map(|key| cx.t(key));
    let rows: Vec<Vec<Cell>> = lines
        .iter()
        .map(|(staff, record)| row(&cx, &pack, staff, record))
        .collect();
    let file = csv::write(&titles, &rows, csv::Style::SWEDISH_EXCEL).map_err(Fault::internal)?;
    download("utbildning.csv", documents::CSV, file)
}

fn row(cx: &Cx, pack: &Pack, staff: &Staff, record: &Record) -> Vec<Cell> {
    let library: &Library = &pack.library;
    let course = library.course(&record.course);
    let until = course.and_then(|one| crate::model::standing::valid_until(one, record.passed_on));
    vec![
        Cell::text(&staff.name),
        Cell::text(&staff.email),
        Cell::text(&staff.unit),
        Cell::text(course.map_or(record.course.as_str(), |one| one.name.get(cx.lang))),
        Cell::Date(record.passed_on),
        until.map_or(Cell::Empty, Cell::Date),
        if record.has_certificate() {
            Cell::Integer(record.edition)
        } else {
            Cell::Empty
        },
        Cell::text(&record.number),
    ]
}
