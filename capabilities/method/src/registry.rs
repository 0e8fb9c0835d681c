//! The packs a site works by.

use crate::pack::{self, Pack, PackFault};
use crate::process::Process;
use std::path::Path;
use std::sync::Arc;

/// The pack that is part of the program.
pub const CITIZEN_DIALOGUE: &str = "medborgardialog";

/// All packs of a site.
#[derive(Debug, Clone)]
pub struct Packs {
    list: Vec<Arc<Pack>>,
}

impl Packs {
    /// The packs that are part of the program.
    ///
    /// # Errors
    /// The faults of a pack; the tests keep the built-in ones free of them.
    pub fn embedded() -> Result<Packs, Vec<PackFault>> {
        let pack = pack::read(&pack::embedded(CITIZEN_DIALOGUE))?;
        Ok(Packs {
            list: vec![Arc::new(pack)],
        })
    }

    /// The municipality's own edition of a pack, in place of the built-in one with the same key.
    ///
    /// # Errors
    /// The folder's faults, or that it cannot be read.
    pub fn with_folder(mut self, folder: &Path) -> Result<Packs, Vec<PackFault>> {
        let files = pack::from_folder(folder).map_err(|error| {
            let file = folder.display().to_string();
            let problem = format!("the pack cannot be read: {error}");
            vec![PackFault {
                file,
                line: 1,
                problem,
                remedy: "check the folder and its rights".into(),
            }]
        })?;
        let own = pack::read(&files)?;
        self.list.retain(|one| one.key != own.key);
        self.list.push(Arc::new(own));
        Ok(self)
    }

    /// The pack with this key.
    pub fn get(&self, key: &str) -> Option<Arc<Pack>> {
        self.list.iter().find(|pack| pack.key == key).cloned()
    }

    /// The pack of citizen dialogues, or the first there is.
    pub fn dialogue(&self) -> Arc<Pack> {
        // `embedded` puts one pack in the list and nothing takes the last one out.
        self.get(CITIZEN_DIALOGUE).unwrap_or_else(|| self.list[0].clone())
    }

    /// The pack a process works by. A process notes the version it began with; words and gates are those of the
    /// edition in use, so that a corrected text reaches running dialogues.
    pub fn of(&self, process: &Process) -> Arc<Pack> {
        self.get(&process.pack).unwrap_or_else(|| self.dialogue())
    }

    pub fn all(&self) -> &[Arc<Pack>] {
        &self.list
    }
}
