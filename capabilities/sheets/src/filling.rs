//! A dialogue with everything its templates are filled in from.

use db::{Conn, Id};
use dialogues::Dialogue;
use method::pack::{Field, Home, Sheet};
use method::{Filled, Picture};
use std::sync::Arc;
use web::{Cx, Fault, Lang, Site};

/// A dialogue, its plan, and what could be filled in.
pub(crate) struct Filling {
    pub dialogue: Dialogue,
    pub picture: Picture,
    pub filled: Filled,
}

/// What is filled in, and documents, are Swedish whatever language the desk is read in (språklagen 10 §).
pub(crate) fn written_in(site: &Arc<Site>) -> Cx {
    site.cx(Lang::Sv)
}

impl Filling {
    pub(crate) async fn read(site: &Arc<Site>, conn: &mut Conn, id: Id) -> Result<Filling, Fault> {
        let dialogue = dialogues::dialogue(conn, id).await?;
        let picture = method::picture(site, conn, id).await?;
        let owner = identity::staff_name(conn, dialogue.owner_id).await?.unwrap_or_default();
        // The planner's own fields are filled in by those who plan.
        let own = |field: &&Field| matches!(picture.pack.home(&field.key), Home::Sheet(_));
        let filled = picture.filled(&written_in(site), &owner, picture.pack.fields.iter().filter(own));
        Ok(Filling {
            dialogue,
            picture,
            filled,
        })
    }

    /// The template with this key. What is filled in many times is kept by the rooms above.
    pub(crate) fn sheet(&self, key: &str) -> Result<&Sheet, Fault> {
        let sheet = self.picture.pack.sheet(key).filter(|sheet| !sheet.many);
        sheet.ok_or(Fault::NotFound)
    }

    /// The templates that a process fills in once.
    pub(crate) fn sheets(&self) -> impl Iterator<Item = &Sheet> {
        self.picture.pack.sheets.iter().filter(|sheet| !sheet.many)
    }

    /// The plan with what was filled in, as forms show it.
    pub(crate) fn filled_picture(&self) -> Picture {
        let mut picture = self.picture.clone();
        picture.process.facts = self.filled.facts.clone();
        picture
    }

    /// The fields that the template's own page asks for in this dialogue.
    pub(crate) fn asked<'a>(&'a self, sheet: &'a Sheet) -> Vec<&'a Field> {
        let concerns = |field: &&Field| crate::model::shows(&self.picture, field, &self.filled);
        self.picture.pack.own_fields(sheet).filter(concerns).collect()
    }
}
