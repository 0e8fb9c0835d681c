//! `…/kodplan`: the themes of a dialogue with their definitions; new, changed, moved, merged, archived.

use askama::Template;
use db::{Conn, Id};
use identity::{AnalyseContributions, Grant};
use web::{Cx, Errors, Fault, Form, Reply, Req, invalid, page};

use super::{Room, Tab};
use crate::acts;
use crate::model::plan::{Theme, ThemeDraft, in_order};
use crate::reading;
use crate::store;

#[derive(Template)]
#[template(path = "insights/plan.html")]
struct Plan {
    cx: Cx,
    crumbs: Vec<(String, String)>,
    tabs: Vec<Tab>,
    room: Room,
    themes: Vec<PlanRow>,
    archived: Vec<PlanRow>,
    base: String,
}

struct PlanRow {
    href: String,
    name: String,
    definition: String,
    shortcut: String,
    n: String,
    child: bool,
}

pub(crate) async fn list(req: Req, who: Grant<AnalyseContributions>) -> Reply {
    let cx = who.cx(&req);
    let mut read = req.site.db.read().await?;
    let room = Room::of(&mut read, &req).await?;
    let plan = store::themes(&mut read, room.id).await?;
    let counted = reading::themes(&mut read, room.id).await?;
    let row = |theme: &Theme, n: i64| PlanRow {
        href: cx.link(&room.under(&format!("kodplan/{}", theme.id))),
        name: theme.name.clone(),
        definition: theme.definition.clone(),
        shortcut: theme.shortcut.clone(),
        n: cx.number(n),
        child: theme.parent_id.is_some(),
    };
    page(&Plan {
        themes: counted.themes.iter().map(|one| row(&one.theme, one.n)).collect(),
        archived: plan
            .iter()
            .filter(|theme| theme.archived)
            .map(|theme| row(theme, 0))
            .collect(),
        base: cx.ta("insights-plan-base", &[("n", cx.number(counted.progress.coded).into())]),
        crumbs: room.crumbs(&cx),
        tabs: room.tabs(&cx),
        room,
        cx,
    })
}

#[derive(Template)]
#[template(path = "insights/theme.html")]
struct ThemePage {
    cx: Cx,
    errors: Errors,
    crumbs: Vec<(String, String)>,
    tabs: Vec<Tab>,
    room: Room,
    draft: ThemeDraft,
    parent: String,
    parents: Vec<(String, String)>,
    /// The theme as it stands; none for a new one.
    theme: Option<Theme>,
    others: Vec<(String, String)>,
    action: String,
    /// Who saved first: label, what stands, what was typed.
    conflict: Vec<(String, String, String)>,
}

async fn theme_page(
    conn: &mut Conn,
    req: &Req,
    who: &Grant<AnalyseContributions>,
    theme: Option<Theme>,
    draft: ThemeDraft,
) -> Result<ThemePage, Fault> {
    let cx = who.cx(req);
    let room = Room::of(conn, req).await?;
    let plan = store::themes(conn, room.id).await?;
    let own = theme.as_ref().map(|theme| theme.id);
    let others = || in_order(&plan).into_iter().filter(|other| Some(other.id) != own);
    let pair = |theme: &Theme| (theme.id.to_string(), theme.name.clone());
    let last = theme
        .as_ref()
        .map_or_else(|| "nytt".to_owned(), |theme| theme.id.to_string());
    Ok(ThemePage {
        errors: Errors::default(),
        crumbs: room.crumbs(&cx),
        tabs: room.tabs(&cx),
        parent: draft.parent.map(|id| id.to_string()).unwrap_or_default(),
        parents: others().filter(|other| other.parent_id.is_none()).map(pair).collect(),
        others: others().map(pair).collect(),
        action: cx.link(&room.under(&format!("kodplan/{last}"))),
        conflict: Vec::new(),
        theme,
        draft,
        room,
        cx,
    })
}

/// The theme in the address, if it belongs to the dialogue in the address.
async fn theme_of(conn: &mut Conn, req: &Req) -> Result<Theme, Fault> {
    let theme = store::theme(conn, req.id_param("tema")?).await?;
    if theme.dialogue_id == req.id_param("id")? {
        Ok(theme)
    } else {
        Err(Fault::NotFound)
    }
}

fn typed(form: &Form) -> ThemeDraft {
    ThemeDraft {
        name: form.text("name"),
        definition: form.text("definition"),
        counts_in: form.text("counts-in"),
        counts_out: form.text("counts-out"),
        example: form.text("example"),
        parent: form.text("parent").parse().ok(),
        shortcut: form.text("shortcut").to_lowercase(),
    }
}

fn complain(page: &mut ThemePage, problems: Vec<(&'static str, &'static str)>) {
    for (field, key) in problems {
        let message = page.cx.t(key);
        page.errors.add(field, message);
    }
    page.cx.has_errors = true;
}

pub(crate) async fn new_form(req: Req, who: Grant<AnalyseContributions>) -> Reply {
    let mut read = req.site.db.read().await?;
    page(&theme_page(&mut read, &req, &who, None, ThemeDraft::default()).await?)
}

pub(crate) async fn create(req: Req, who: Grant<AnalyseContributions>) -> Reply {
    let draft = typed(&req.form()?);
    let dialogue = req.id_param("id")?;
    let mut read = req.site.db.read().await?;
    let problems = draft.check(&store::themes(&mut read, dialogue).await?, None);
    if !problems.is_empty() {
        let mut form = theme_page(&mut read, &req, &who, None, draft).await?;
        complain(&mut form, problems);
        return invalid(&form);
    }
    drop(read);
    acts::create_theme(&req.site, who.actor(), dialogue, &draft).await?;
    req.done(
        &format!("/arbetsyta/dialoger/{dialogue}/kodplan"),
        "insights-plan-created",
    )
}

pub(crate) async fn edit_form(req: Req, who: Grant<AnalyseContributions>) -> Reply {
    let mut read = req.site.db.read().await?;
    let theme = theme_of(&mut read, &req).await?;
    let draft = ThemeDraft::of(&theme);
    page(&theme_page(&mut read, &req, &who, Some(theme), draft).await?)
}

pub(crate) async fn save(req: Req, who: Grant<AnalyseContributions>) -> Reply {
    let form = req.form()?;
    let draft = typed(&form);
    let mut read = req.site.db.read().await?;
    let theme = theme_of(&mut read, &req).await?;
    let (id, dialogue) = (theme.id, theme.dialogue_id);
    let problems = draft.check(&store::themes(&mut read, dialogue).await?, Some(id));
    let known = form.int("revision").unwrap_or(0);
    if !problems.is_empty() || theme.revision != known {
        return again(&mut read, &req, &who, theme, draft, problems, known).await;
    }
    drop(read);
    match acts::save_theme(&req.site, who.actor(), id, known, &draft).await {
        Err(Fault::Conflict) => {
            let mut read = req.site.db.read().await?;
            let theme = theme_of(&mut read, &req).await?;
            again(&mut read, &req, &who, theme, draft, Vec::new(), known).await
        }
        saved => {
            saved?;
            req.done(
                &format!("/arbetsyta/dialoger/{dialogue}/kodplan"),
                "insights-plan-saved",
            )
        }
    }
}

/// The form with what was typed, what was wrong, and what somebody else saved meanwhile.
async fn again(
    conn: &mut Conn,
    req: &Req,
    who: &Grant<AnalyseContributions>,
    theme: Theme,
    draft: ThemeDraft,
    problems: Vec<(&'static str, &'static str)>,
    known: i64,
) -> Reply {
    let stands = ThemeDraft::of(&theme);
    let is_stale = theme.revision != known;
    let mut form = theme_page(conn, req, who, Some(theme), draft.clone()).await?;
    if is_stale {
        let rows = [
            ("insights-plan-name", stands.name, draft.name),
            ("insights-plan-definition", stands.definition, draft.definition),
            ("insights-plan-counts-in", stands.counts_in, draft.counts_in),
            ("insights-plan-counts-out", stands.counts_out, draft.counts_out),
            ("insights-plan-example", stands.example, draft.example),
            ("insights-plan-shortcut", stands.shortcut, draft.shortcut),
        ];
        let changed = rows.into_iter().filter(|(_, theirs, mine)| theirs != mine);
        form.conflict = changed
            .map(|(key, theirs, mine)| (form.cx.t(key), theirs, mine))
            .collect();
    }
    complain(&mut form, problems);
    invalid(&form)
}

pub(crate) async fn move_one(req: Req, who: Grant<AnalyseContributions>) -> Reply {
    let (id, dialogue) = own_theme(&req).await?;
    acts::move_theme(&req.site, who.actor(), id, req.form()?.text("riktning") == "upp").await?;
    req.done(
        &format!("/arbetsyta/dialoger/{dialogue}/kodplan"),
        "insights-plan-moved",
    )
}

pub(crate) async fn archive(req: Req, who: Grant<AnalyseContributions>) -> Reply {
    let (id, dialogue) = own_theme(&req).await?;
    let archived = req.form()?.text("arkivera") == "ja";
    acts::archive_theme(&req.site, who.actor(), id, archived).await?;
    let note = if archived {
        "insights-plan-archived"
    } else {
        "insights-plan-restored"
    };
    req.done(&format!("/arbetsyta/dialoger/{dialogue}/kodplan"), note)
}

pub(crate) async fn merge(req: Req, who: Grant<AnalyseContributions>) -> Reply {
    let (id, dialogue) = own_theme(&req).await?;
    let into: Id = req
        .form()?
        .text("into")
        .parse()
        .map_err(|_| Fault::rule("insights-plan-merge-choose"))?;
    acts::merge_themes(&req.site, who.actor(), id, into).await?;
    req.done(
        &format!("/arbetsyta/dialoger/{dialogue}/kodplan"),
        "insights-plan-merged",
    )
}

/// The theme in the address and its dialogue.
async fn own_theme(req: &Req) -> Result<(Id, Id), Fault> {
    let mut read = req.site.db.read().await?;
    let theme = theme_of(&mut read, req).await?;
    Ok((theme.id, theme.dialogue_id))
}
