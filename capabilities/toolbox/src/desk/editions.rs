//! `/arbetsyta/metod`: what the method is just now: its processes, the edition in use, what the municipality has made its
//! own, and every edition there was.

use askama::Template;
use identity::{Administer, Grant, SeeDesk};
use method::DifferenceView;
use method::editions::{self, Kept};
use method::pack::{Bundle, PackFault};
use std::collections::BTreeSet;
use web::{Cx, Reply, Req, download, page};

#[derive(Template)]
#[template(path = "toolbox/editions.html")]
struct Editions {
    cx: Cx,
    edition: String,
    base: String,
    processes: Vec<ProcessView>,
    /// Files of the municipality's own that are in use.
    own: Vec<String>,
    differences: usize,
    faults: Vec<PackFault>,
    kept: Vec<KeptView>,
    may_change: bool,
}

struct ProcessView {
    name: String,
    about: String,
    steps: usize,
    gates: usize,
    begin: String,
}

struct KeptView {
    name: String,
    since: String,
    by: String,
    note: String,
    processes: String,
    in_use: bool,
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = super::under(who.cx(&req), crate::BOOK);
    let packs = method::packs(&req.site);
    let edition = packs.dialogues();
    let mut read = req.site.db.read().await?;
    let own = editions::own_files(&mut read, &edition.key).await?;
    let history = editions::history(&mut read, &edition.key).await?;
    drop(read);
    let process = |one: &std::sync::Arc<method::Pack>| ProcessView {
        name: one.template_name.get(cx.lang).to_owned(),
        about: one.template_about.get(cx.lang).to_owned(),
        steps: one.steps.len(),
        gates: one.gates.len(),
        begin: cx.link(&format!("/arbetsyta/dialoger/ny?process={}", one.template)),
    };
    let kept = |one: &Kept| KeptView {
        since: cx.moment(&one.stored_at),
        by: one.stored_by.clone(),
        note: one.note.clone(),
        processes: cx.tn(
            "toolbox-editions-processes",
            usize::try_from(one.processes).unwrap_or(0),
        ),
        in_use: one.name == edition.name,
        name: one.name.clone(),
    };
    page(&Editions {
        base: packs
            .base(&edition.key)
            .map(|base| base.name.clone())
            .unwrap_or_default(),
        processes: edition.templates.iter().map(process).collect(),
        own: own.keys().cloned().collect(),
        differences: editions::own_differences(&req.site, &edition.key).len(),
        faults: packs.refused(&edition.key),
        kept: history.iter().map(kept).collect(),
        may_change: who.staff.may::<Administer>(),
        edition: edition.name.clone(),
        cx,
    })
}

#[derive(Template)]
#[template(path = "toolbox/edition-differences.html")]
struct Differences {
    cx: Cx,
    differences: Vec<DifferenceView>,
    /// Files that can be given back to the base.
    own: BTreeSet<String>,
    may_change: bool,
}

pub(crate) async fn differences(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = super::under(who.cx(&req), crate::BOOK);
    let key = method::packs(&req.site).dialogues().key.clone();
    let own = editions::own_files(&mut req.site.db.read().await?, &key).await?;
    page(&Differences {
        differences: method::difference_views(&editions::own_differences(&req.site, &key)),
        own: own.into_keys().collect(),
        may_change: who.staff.may::<Administer>(),
        cx,
    })
}

/// The whole edition in use as one file.
pub(crate) async fn export(req: Req, _: Grant<SeeDesk>) -> Reply {
    let edition = method::packs(&req.site).dialogues();
    let bundle = Bundle::new(&edition.key, &edition.name, edition.files.clone());
    let name = format!("{}-{}.pack.json", edition.key, edition.name.replace('+', "-"));
    download(&name, "application/json", bundle.to_text())
}
