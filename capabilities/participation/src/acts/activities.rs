//! Making an activity: create, write its questions, publish a version, open and close it.

use db::{Actor, Id, Tx};
use serde_json::json;
use web::{Fault, Site};

use crate::kinds::kind;
use crate::model::check::{Fault as DefinitionFault, faults};
use crate::model::definition::{Definition, Wording};
use crate::model::problem::{Arg, Problem};
use crate::model::stance::with_proposals;
use crate::model::state::ActivityState;
use crate::model::versions::refused;
use crate::store::{self, Activity, NewActivity, Settings};
use jiff::civil::Date;

/// Longest title of an activity, in characters.
pub const MAX_TITLE: usize = 120;

/// The fault page's or form's words for a rule that said no.
pub fn broken(problem: Problem) -> Fault {
    let text = |arg| match arg {
        Arg::Text(text) => text,
        Arg::Number(number) | Arg::Kronor(number) => number.to_string(),
    };
    Fault::Rule {
        key: problem.key,
        args: problem.args.into_iter().map(|(name, arg)| (name, text(arg))).collect(),
    }
}

/// The topic that cached pages of the dialogue depend on.
pub(crate) fn touch(tx: &mut Tx<'_>, dialogue: Id) {
    tx.touch(format!("dialogue:{dialogue}"));
}

/// Asks for what is computed from the answers to be computed anew. The last statement of a transaction: it holds a row that all who
/// answer want.
pub(crate) async fn recount(tx: &mut Tx<'_>, activity: &Activity) -> db::Result<()> {
    match kind(&activity.kind).computed() {
        Some(work) => background::ask(tx, activity.id, work).await,
        None => Ok(()),
    }
}

/// What a new activity is made from.
#[derive(Debug, Clone)]
pub struct Creating {
    pub dialogue: Id,
    /// As [`crate::kinds`] names it.
    pub kind: String,
    pub title: String,
    pub opens_on: Option<Date>,
    pub closes_on: Option<Date>,
}

/// Makes an activity as a draft that only staff see.
pub async fn create(site: &Site, actor: Actor, new: Creating) -> Result<Id, Fault> {
    site.db.write(actor, async |tx| create_in(site, tx, &new).await).await
}

/// As [`create`], inside a transaction that does more.
pub(crate) async fn create_in(site: &Site, tx: &mut Tx<'_>, new: &Creating) -> Result<Id, Fault> {
    let title = checked_title(&new.title)?;
    let kind = kind(&new.kind);
    let row = NewActivity {
        dialogue: new.dialogue,
        kind: kind.name(),
        title: &title,
        premoderate: kind.premoderates(),
        opens_on: new.opens_on,
        closes_on: new.closes_on,
        draft: to_json(&kind.blank(&site.texts))?,
    };
    let id = store::insert_activity(tx, row).await?;
    let detail = json!({ "kind": kind.name(), "title": title });
    tx.audit("activity.create", "activity", id, detail).await?;
    Ok(id)
}

fn checked_title(title: &str) -> Result<String, Fault> {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() || title.chars().count() > MAX_TITLE {
        return Err(broken(
            Problem::new("participation-activity-title").with("max", MAX_TITLE),
        ));
    }
    Ok(title)
}

/// Saves titles, dates and how free texts are moderated. Fails with `Conflict` when somebody saved first.
pub async fn save_settings(
    site: &Site,
    actor: Actor,
    activity: Id,
    revision: i64,
    mut new: Settings,
    intro: Wording,
) -> Result<(), Fault> {
    new.title = checked_title(&new.title)?;
    if new
        .opens_on
        .zip(new.closes_on)
        .is_some_and(|(opens, closes)| opens > closes)
    {
        return Err(broken(Problem::new("participation-activity-dates")));
    }
    site.db
        .write(actor, async |tx| {
            let before = store::activity(tx, activity).await?;
            store::save_settings(tx, activity, revision, &new).await?;
            let mut draft = from_json(&store::draft(tx, activity).await?)?;
            if draft.intro != intro {
                draft.intro = intro;
                store::save_draft(tx, activity, revision + 1, to_json(&draft)?).await?;
            }
            let detail = json!({
                "title": new.title, "premoderate": new.premoderate, "opens": new.opens_on, "closes": new.closes_on
            });
            tx.audit("activity.settings", "activity", activity, detail).await?;
            touch(tx, before.dialogue_id);
            Ok(())
        })
        .await
}

/// Puts a changed draft in place. Drafts may be unfinished; [`publish`] is where they must be sound.
pub async fn save_draft(
    site: &Site,
    actor: Actor,
    activity: Id,
    revision: i64,
    draft: &Definition,
) -> Result<(), Fault> {
    let json = to_json(draft)?;
    site.db
        .write(actor, async |tx| {
            store::save_draft(tx, activity, revision, json).await?;
            tx.audit(
                "activity.draft",
                "activity",
                activity,
                json!({ "questions": draft.questions.len() }),
            )
            .await?;
            Ok(())
        })
        .await
}

/// What hinders publishing a draft: faults in itself and changes that would give old keys another meaning.
pub fn hindrances(activity: &Activity, draft: &Definition, earlier: &[Definition]) -> Vec<DefinitionFault> {
    let mut all = kind(&activity.kind).faults(draft);
    all.extend(faults(draft));
    all.extend(refused(earlier, draft));
    all
}

/// Freezes the draft as the next version and, the first time, makes the activity ready to open. From then on people answer it; earlier answers keep theirs.
pub async fn publish(site: &Site, actor: Actor, activity: Id, revision: i64, note: &str) -> Result<i64, Fault> {
    let by = actor.name().to_owned();
    site.db
        .write(actor, async |tx| {
            let standing = store::activity(tx, activity).await?;
            let draft = store::draft(tx, activity).await?;
            let definition = from_json(&draft)?;
            let rows = store::definitions(tx, activity).await?;
            if rows.last().is_some_and(|last| last.definition == draft) {
                return Err(Fault::rule("participation-publish-same"));
            }
            let earlier = rows
                .iter()
                .map(|row| from_json(&row.definition))
                .collect::<Result<Vec<_>, _>>()?;
            if let Some(first) = hindrances(&standing, &definition, &earlier).into_iter().next() {
                return Err(broken(first.problem));
            }
            let version = store::insert_version(tx, &standing, revision, draft, by, note).await?;
            // Ready from the first version on; the dialogue's own opening and the dates decide when the door opens.
            if standing.state() == ActivityState::Draft {
                store::save_state(tx, activity, ActivityState::Open).await?;
            }
            tx.audit(
                "activity.publish",
                "activity",
                activity,
                json!({ "version": version, "note": note }),
            )
            .await?;
            touch(tx, standing.dialogue_id);
            recount(tx, &standing).await?;
            Ok(version)
        })
        .await
}

/// Opens, pauses or closes. Only what has a published version can open.
pub async fn set_state(site: &Site, actor: Actor, activity: Id, state: ActivityState) -> Result<(), Fault> {
    site.db
        .write(actor, async |tx| {
            let standing = store::activity(tx, activity).await?;
            if standing.version == 0 && state != ActivityState::Draft {
                return Err(Fault::rule("participation-open-unpublished"));
            }
            store::save_state(tx, activity, state).await?;
            tx.audit(
                "activity.state",
                "activity",
                activity,
                json!({ "from": standing.state, "to": state.name() }),
            )
            .await?;
            touch(tx, standing.dialogue_id);
            Ok(())
        })
        .await
}

pub(crate) fn from_json(text: &str) -> Result<Definition, Fault> {
    serde_json::from_str(text).map_err(Fault::internal)
}

fn to_json(definition: &Definition) -> Result<String, Fault> {
    serde_json::to_string(definition).map_err(Fault::internal)
}

/// An activity with the definition people answer now.
pub struct InUse {
    pub activity: Activity,
    pub definition: Definition,
}

/// The activity with one of its published versions.
pub async fn in_use(conn: &mut db::Conn, activity: Activity, version: i64) -> Result<InUse, Fault> {
    let mut definition = from_json(&store::version(conn, activity.id, version).await?)?;
    add_proposals(conn, activity.id, &mut definition).await?;
    Ok(InUse { activity, definition })
}

/// The published versions as residents meet them: the newest with the statements that residents have proposed.
pub(crate) async fn met_versions(conn: &mut db::Conn, activity: Id) -> db::Result<Vec<(i64, Definition)>> {
    // A version that cannot be read was never published by this program; its questions are left out.
    let mut versions: Vec<(i64, Definition)> = store::definitions(conn, activity)
        .await?
        .iter()
        .filter_map(|row| Some((row.version, serde_json::from_str(&row.definition).ok()?)))
        .collect();
    if let Some((_, newest)) = versions.last_mut() {
        add_proposals(conn, activity, newest).await?;
    }
    Ok(versions)
}

async fn add_proposals(conn: &mut db::Conn, activity: Id, definition: &mut Definition) -> db::Result<()> {
    if definition.statements().next().is_some() {
        with_proposals(definition, &store::proposals(conn, activity).await?);
    }
    Ok(())
}
