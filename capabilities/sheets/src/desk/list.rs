//! `…/{id}/mallar`: the templates of a dialogue with how far each has come.

use super::{Lead, list_of, load, missing, standing, title};
use crate::model::{self, Standing, Version};
use crate::store;
use askama::Template;
use identity::{Grant, SeeDesk};
use web::{Cx, Reply, Req, page};

#[derive(Template)]
#[template(path = "sheets/list.html")]
struct List {
    cx: Cx,
    list: Lead,
    base: String,
    title: String,
    rows: Vec<Row>,
}

struct Row {
    href: String,
    key: String,
    name: String,
    about: String,
    standing: (String, &'static str, &'static str),
    progress: String,
    missing: Vec<Lead>,
    comments: i64,
}

pub(crate) async fn show(req: Req, who: Grant<SeeDesk>) -> Reply {
    let cx = who.cx(&req);
    let filling = load(&req).await?;
    let id = filling.dialogue.id;
    let mut read = req.site.db.read().await?;
    let versions = store::versions(&mut read, id).await?;
    let waiting = store::waiting(&mut read, id).await?;
    drop(read);
    let base = cx.link(&filling.dialogue.desk_address());
    let row = |sheet: &method::pack::Sheet| {
        let latest: Option<&Version> = versions.iter().find(|one| one.template == sheet.key);
        let (picture, filled) = (&filling.picture, &filling.filled);
        let stands = Standing::of(latest, &model::fingerprint(picture, sheet, filled));
        let (written, of) = model::progress(picture, sheet, filled);
        Row {
            href: format!("{base}/mall/{}", sheet.key.to_lowercase()),
            key: sheet.key.clone(),
            name: sheet.name.get(cx.lang).to_string(),
            about: sheet.about.get(cx.lang).to_string(),
            standing: standing(&cx, stands),
            progress: match of {
                0 => String::new(),
                _ => cx.ta("sheets-progress", &[("written", written.into()), ("of", of.into())]),
            },
            missing: match stands {
                Standing::Approved(_) => Vec::new(),
                _ => missing(&cx, &filling, sheet, &base),
            },
            comments: waiting
                .iter()
                .find(|one| one.template == sheet.key)
                .map_or(0, |one| one.count),
        }
    };
    page(&List {
        rows: filling.sheets().map(row).collect(),
        list: list_of(&cx, filling.dialogue.kind),
        title: title(&cx, &filling),
        base,
        cx,
    })
}
