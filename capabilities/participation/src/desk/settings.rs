//! `…/installningar`: titles, introduction, dates, and whether texts are read before they are shown.

use askama::Template;
use identity::{Grant, PlanDialogue};
use web::{Cx, Errors, Fault, Form, Reply, Req};

use super::Here;
use super::activities::in_words;
use crate::acts;
use crate::kinds::{Way, kind};
use crate::model::definition::Wording;
use crate::store::{self, Settings};

#[derive(Template)]
#[template(path = "participation/settings.html")]
struct SettingsPage {
    cx: Cx,
    errors: Errors,
    crumbs: Vec<(String, String)>,
    action: String,
    back: String,
    revision: i64,
    settings: Settings,
    intro: Wording,
    opens: [String; 3],
    closes: [String; 3],
    conflict: Option<Vec<(String, String, String)>>,
    /// Staff choose whether texts are read first; of statements all are.
    may_premoderate: bool,
}

async fn intro(req: &Req, here: &Here) -> Result<Wording, Fault> {
    let mut conn = req.site.db.read().await?;
    Ok(acts::from_json(&store::draft(&mut conn, here.activity.id).await?)?.intro)
}

fn standing(here: &Here) -> Settings {
    let activity = here.activity.clone();
    Settings {
        title: activity.title,
        title_en: activity.title_en,
        lead: activity.lead,
        lead_en: activity.lead_en,
        premoderate: activity.premoderate,
        opens_on: activity.opens_on,
        closes_on: activity.closes_on,
    }
}

fn parts(date: Option<jiff::civil::Date>) -> [String; 3] {
    date.map_or_else(Default::default, |d| {
        [d.day().to_string(), d.month().to_string(), d.year().to_string()]
    })
}

fn page(cx: Cx, here: &Here, settings: Settings, intro: Wording, errors: Errors) -> SettingsPage {
    SettingsPage {
        errors,
        crumbs: here.crumbs(&cx, true),
        action: format!("{}/installningar", here.address()),
        back: here.address(),
        revision: here.activity.revision,
        opens: parts(settings.opens_on),
        closes: parts(settings.closes_on),
        settings,
        intro,
        conflict: None,
        may_premoderate: kind(&here.activity.kind).way() != Way::Stances,
        cx,
    }
}

pub async fn form(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let here = Here::of(&req).await?;
    let intro = intro(&req, &here).await?;
    web::page(&page(who.cx(&req), &here, standing(&here), intro, Errors::default()))
}

pub async fn save(req: Req, who: Grant<PlanDialogue>) -> Reply {
    let sent = req.form()?;
    let here = Here::of(&req).await?;
    let mut errors = Errors::default();
    let (settings, intro_typed) = read(&req, &sent, &mut errors);
    let revision = sent.int("revision").unwrap_or_default();
    let outcome = if errors.is_empty() {
        acts::save_settings(
            &req.site,
            who.actor(),
            here.activity.id,
            revision,
            settings.clone(),
            intro_typed.clone(),
        )
        .await
    } else {
        Ok(())
    };
    let mut conflict = None;
    match outcome {
        Ok(()) if errors.is_empty() => return req.done(&here.address(), "participation-note-saved"),
        Ok(()) => {}
        Err(Fault::Rule { key, args }) => {
            let field = if key == "participation-activity-dates" {
                "stanger"
            } else {
                "namn"
            };
            errors.add(field, in_words(&req, key, &args));
        }
        Err(Fault::Conflict) => conflict = Some(differences(&who.cx(&req), &standing(&here), &settings)),
        Err(fault) => return Err(fault),
    }
    let mut page = page(who.cx(&req).failed(), &here, settings, intro_typed, errors);
    page.opens = typed_date(&sent, "oppnar");
    page.closes = typed_date(&sent, "stanger");
    page.conflict = conflict;
    web::invalid(&page)
}

fn typed_date(sent: &Form, name: &str) -> [String; 3] {
    ["day", "month", "year"].map(|part| sent.text(&format!("{name}-{part}")))
}

fn read(req: &Req, sent: &Form, errors: &mut Errors) -> (Settings, Wording) {
    let mut date = |name: &str| {
        sent.date(name).unwrap_or_else(|()| {
            errors.add(name, req.t("participation-answer-missing-date"));
            None
        })
    };
    let settings = Settings {
        opens_on: date("oppnar"),
        closes_on: date("stanger"),
        title: sent.text("namn"),
        title_en: sent.text("namn-en"),
        lead: sent.text("ingress"),
        lead_en: sent.text("ingress-en"),
        premoderate: sent.has("granska-forst"),
    };
    (
        settings,
        Wording::new(sent.text("inledning"), sent.text("inledning-en")),
    )
}

fn differences(cx: &Cx, stands: &Settings, typed: &Settings) -> Vec<(String, String, String)> {
    let fields = [
        ("participation-settings-title", &stands.title, &typed.title),
        ("participation-settings-title-en", &stands.title_en, &typed.title_en),
        ("participation-settings-lead", &stands.lead, &typed.lead),
        ("participation-settings-lead-en", &stands.lead_en, &typed.lead_en),
    ];
    fields
        .into_iter()
        .filter(|(_, a, b)| a != b)
        .map(|(key, a, b)| (cx.t(key), a.clone(), b.clone()))
        .collect()
}
