//! The pages of a project's team. Each file is one page with its form.

pub(crate) mod board;
pub(crate) mod compare;
pub(crate) mod decisions;
pub(crate) mod files;
pub(crate) mod form;
pub(crate) mod list;
pub(crate) mod order;
pub(crate) mod rounds;
pub(crate) mod sheet;
pub(crate) mod votes;
pub(crate) mod wall;

use crate::model::filled::Filled;
use db::Conn;
use dialogues::{Dialogue, Head};
use method::{Facts, Picture};
use serde_json::{Map, Value};
use web::{Cx, Fault, Req};

/// A project with where it stands.
pub(crate) struct Project {
    pub dialogue: Dialogue,
    pub picture: Picture,
}

impl Project {
    /// The project that the address names.
    pub(crate) async fn read(req: &Req, conn: &mut Conn) -> Result<Project, Fault> {
        let dialogue = dialogues::named(req, conn).await?;
        let picture = method::picture(&req.site, conn, dialogue.id).await?;
        Ok(Project { dialogue, picture })
    }

    pub(crate) fn head(&self, cx: &Cx) -> Head {
        Head::new(cx, &self.dialogue, &self.picture)
    }

    /// A sheet as the method's forms read it: what it says in place of what the project does.
    pub(crate) fn with(&self, facts: Facts) -> Picture {
        let mut picture = self.picture.clone();
        picture.process.facts = facts;
        picture
    }

    /// The same for a sheet that stands.
    pub(crate) fn with_sheet(&self, one: &Filled) -> Picture {
        let mut picture = self.with(one.facts.clone());
        picture.process.revision = one.revision;
        picture.process.updated_at = one.updated_at;
        picture.process.updated_by.clone_from(&one.updated_by);
        picture
    }

    /// The same for one that nobody has written.
    pub(crate) fn with_nothing(&self) -> Picture {
        self.with(Facts::from_json(Value::Object(Map::new())))
    }
}
