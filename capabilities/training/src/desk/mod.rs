//! The pages of training: for everyone on the desk to learn, for the coordinator to see, for the administrator to ask.

pub(crate) mod certificate;
pub(crate) mod courses;
pub(crate) mod imports;
pub(crate) mod lesson;
pub(crate) mod overview;
pub(crate) mod question;
pub(crate) mod requirements;

use crate::model::progress::Progress;
use crate::store;
use identity::Staff;
use method::Pack;
use method::pack::{Course, CoursePage};
use std::sync::Arc;
use web::{Cx, Fault, Req};

/// The pack that courses are taken from.
fn pack(req: &Req) -> Arc<Pack> {
    method::packs(&req.site).dialogue()
}

/// The course of the address.
fn course<'p>(req: &Req, pack: &'p Pack) -> Result<&'p Course, Fault> {
    pack.library.course(req.param("course")?).ok_or(Fault::NotFound)
}

/// The page of the address.
fn course_page<'p>(req: &Req, course: &'p Course) -> Result<&'p CoursePage, Fault> {
    course.page(req.param("page")?).ok_or(Fault::NotFound)
}

/// How far somebody has come in a course.
async fn progress<'p>(req: &Req, staff: &Staff, course: &'p Course) -> Result<Progress<'p>, Fault> {
    let mut read = req.site.db.read().await?;
    Ok(Progress::new(course, store::marks(&mut read, staff.id, course).await?))
}

/// "12 av 14".
fn of(cx: &Cx, part: usize, whole: usize) -> String {
    cx.t2("training-of", ("part", &cx.number(part)), ("whole", &cx.number(whole)))
}

/// The crumbs of a page within a course.
fn crumbs(cx: &Cx, course: &Course) -> Vec<(String, String)> {
    vec![
        (cx.link(crate::COURSES), cx.t("training-menu")),
        (
            cx.link(&crate::address(&course.key)),
            course.name.get(cx.lang).to_owned(),
        ),
    ]
}
