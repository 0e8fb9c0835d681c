//! What the calendar tells those below: advice beside the planner, and the duty to decide about a serious clash.

use crate::material::Material;
use crate::model::Planned;
use crate::model::clash::is_ahead;
use crate::words;
use db::{Conn, Id};
use dialogues::Kind;
use identity::ApproveDialogue;
use method::{Advice, Asking, BoxFuture, Duty, Evidence, Heed, Source};
use web::{Cx, Fault, Settings};

/// The form that holds this field shows the advice too.
const FIELD: &str = "opens-on";

/// Clashes of a dialogue, for the planner: each serious one that nobody has accepted, the others as a number.
pub fn advise<'a>(conn: &'a mut Conn, cx: &'a Cx, dialogue: Id) -> BoxFuture<'a, db::Result<Vec<Advice>>> {
    Box::pin(async move {
        let dialogue = dialogues::dialogue(conn, dialogue).await?;
        // Clashes are between what residents meet.
        let is_held = dialogue.kind == Kind::Dialogue && dialogue.takes_place();
        let planned = Planned::of(&dialogue).filter(|one| is_held && is_ahead(one, cx.site().today()));
        let Some(one) = planned else {
            return Ok(Vec::new());
        };
        let material = Material::around(conn, &one, cx.settings.dialogues_per_area).await?;
        let href = format!("{}/krockar", dialogue.desk_address());
        let advice = |heed: Heed, text: String| Advice {
            text,
            href: href.clone(),
            heed,
            field: FIELD,
        };
        let mut all: Vec<Advice> = material
            .undecided(&one)
            .map(|clash| advice(Heed::Serious, words::clash(cx, &clash)))
            .collect();
        let light = material.clashes(&one).iter().filter(|clash| !clash.serious).count();
        if light > 0 {
            all.push(advice(Heed::Mind, cx.tn("calendar-advice-light", light)));
        }
        Ok(all)
    })
}

/// What this room tells the method.
pub fn source() -> Source {
    Source {
        name: "calendar",
        evidence,
        duties,
    }
}

/// The calendar proves nothing.
fn evidence(_: &mut Conn, _: Id) -> BoxFuture<'_, db::Result<Vec<Evidence>>> {
    Box::pin(async { Ok(Vec::new()) })
}

fn duties<'a>(conn: &'a mut Conn, asking: &'a Asking) -> BoxFuture<'a, db::Result<Vec<Duty>>> {
    Box::pin(async move {
        let settings = settings(conn).await?;
        let material = Material::ahead(conn, asking.today, settings.dialogues_per_area).await?;
        // As with gates: whoever answers for all dialogues sees everybody's, others their own.
        let sees_all = asking.staff.may::<ApproveDialogue>();
        let mine = |one: &&Planned| is_ahead(one, asking.today) && (sees_all || one.owner_id == asking.staff.id);
        let duty = |one: &Planned| {
            material.undecided(one).next()?;
            Some(Duty {
                due: None,
                title_key: "calendar-duty-clash",
                about: one.title.clone(),
                href: format!("/arbetsyta/dialoger/{}/krockar", one.id),
                weight: 2,
            })
        };
        Ok(material.dialogues.iter().filter(mine).filter_map(duty).collect())
    })
}

/// Whoever asks for duties brings no site, so the settings are read where they are kept.
async fn settings(conn: &mut Conn) -> db::Result<Settings> {
    match identity::load_settings(conn).await {
        Ok(settings) => Ok(settings),
        Err(Fault::Db(error)) => Err(error),
        Err(_) => Ok(Settings::default()),
    }
}
