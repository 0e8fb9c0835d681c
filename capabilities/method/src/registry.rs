//! The packs a site works by: for each pack the edition in use, and every edition that a running process began with.
//! What stands here is a shelf in memory; `editions` brings it up to date with the database.

use crate::pack::{self, Edition, Pack, PackFault};
use crate::process::Process;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};

/// The pack of citizen dialogues.
pub const CITIZEN_DIALOGUE: &str = "medborgardialog";
/// The pack of service design.
pub const SERVICE_DESIGN: &str = "tjanstedesign";
/// The pack of collaboration with civil society, and of crime prevention.
pub const CIVIL_SOCIETY: &str = "civilsamhalle";
/// The packs that are part of the program.
pub const EMBEDDED: [&str; 3] = [CITIZEN_DIALOGUE, SERVICE_DESIGN, CIVIL_SOCIETY];

/// All packs of a site. Cloning gives another hold of the same shelf.
#[derive(Debug, Clone)]
pub struct Packs {
    shelf: Arc<RwLock<Arc<Shelf>>>,
}

#[derive(Debug, Clone, Default)]
struct Shelf {
    /// What the program brought, by pack.
    base: BTreeMap<String, Arc<Edition>>,
    /// The edition in use, by pack.
    in_use: BTreeMap<String, Arc<Edition>>,
    /// Every edition at hand, by pack and name.
    known: HashMap<(String, String), Arc<Edition>>,
    /// Why the municipality's own files could not be laid over the base, by pack.
    refused: BTreeMap<String, Vec<PackFault>>,
}

impl Shelf {
    fn put_base(&mut self, base: Arc<Edition>) {
        self.base.insert(base.key.clone(), base.clone());
        self.in_use.insert(base.key.clone(), base.clone());
        self.known.insert((base.key.clone(), base.name.clone()), base);
    }
}

impl Packs {
    /// Of the packs that are part of the program, the one that dialogues work by.
    ///
    /// # Errors
    /// The faults of the pack; the tests keep the built-in ones free of them.
    pub fn embedded() -> Result<Packs, Vec<PackFault>> {
        Packs::embedded_of(&[CITIZEN_DIALOGUE])
    }

    /// Of the packs that are part of the program, those.
    ///
    /// # Errors
    /// The faults of the first that has any.
    pub fn embedded_of(keys: &[&str]) -> Result<Packs, Vec<PackFault>> {
        let mut shelf = Shelf::default();
        for key in keys {
            shelf.put_base(Arc::new(pack::read(&pack::embedded(key))?));
        }
        Ok(Packs::on(shelf))
    }

    /// The edition of a folder in place of the one that is part of the program.
    ///
    /// # Errors
    /// The folder's faults, or that it cannot be read.
    pub fn from_folder(folder: &Path) -> Result<Packs, Vec<PackFault>> {
        let files = pack::from_folder(folder).map_err(|error| {
            vec![PackFault {
                file: folder.display().to_string(),
                line: 1,
                problem: format!("the pack cannot be read: {error}"),
                remedy: "check the folder and its rights".into(),
            }]
        })?;
        Ok(Packs::of_base(Arc::new(pack::read(&files)?)))
    }

    fn of_base(base: Arc<Edition>) -> Packs {
        let mut shelf = Shelf::default();
        shelf.put_base(base);
        Packs::on(shelf)
    }

    fn on(shelf: Shelf) -> Packs {
        Packs {
            shelf: Arc::new(RwLock::new(Arc::new(shelf))),
        }
    }

    fn shelf(&self) -> Arc<Shelf> {
        // A shelf is exchanged whole: one that was left by a panic is still a shelf.
        self.shelf.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn change(&self, how: impl FnOnce(&mut Shelf)) {
        let mut held = self.shelf.write().unwrap_or_else(PoisonError::into_inner);
        let mut next = Shelf::clone(&held);
        how(&mut next);
        *held = Arc::new(next);
    }

    /// Puts an edition where processes that began with it find it.
    pub(crate) fn keep(&self, edition: Arc<Edition>) {
        self.change(|shelf| {
            shelf.known.insert((edition.key.clone(), edition.name.clone()), edition);
        });
    }

    /// Makes an edition the one that new processes begin with.
    pub(crate) fn take_in_use(&self, edition: Arc<Edition>) {
        self.change(|shelf| {
            let place = (edition.key.clone(), edition.name.clone());
            shelf.known.insert(place, edition.clone());
            shelf.in_use.insert(edition.key.clone(), edition);
        });
    }

    pub(crate) fn refuse(&self, pack: &str, faults: Vec<PackFault>) {
        self.change(|shelf| {
            shelf.refused.insert(pack.to_string(), faults);
        });
    }

    /// Why the municipality's own files are not in use, if they are not.
    pub fn refused(&self, pack: &str) -> Vec<PackFault> {
        self.shelf().refused.get(pack).cloned().unwrap_or_default()
    }

    /// What the program brought of a pack.
    pub fn base(&self, pack: &str) -> Option<Arc<Edition>> {
        self.shelf().base.get(pack).cloned()
    }

    /// The edition in use of a pack.
    pub fn edition(&self, pack: &str) -> Option<Arc<Edition>> {
        self.shelf().in_use.get(pack).cloned()
    }

    /// An edition by its name, if it is at hand.
    pub fn kept(&self, pack: &str, edition: &str) -> Option<Arc<Edition>> {
        let place = (pack.to_string(), edition.to_string());
        self.shelf().known.get(&place).cloned()
    }

    /// The edition in use of citizen dialogues.
    pub fn dialogues(&self) -> Arc<Edition> {
        let shelf = self.shelf();
        let named = shelf.in_use.get(CITIZEN_DIALOGUE).cloned();
        // `of_base` puts one pack on the shelf and nothing takes the last one out.
        named.unwrap_or_else(|| shelf.in_use.values().next().cloned().unwrap_or_else(|| unreachable!()))
    }

    /// The template of citizen dialogues that is meant without a name.
    pub fn dialogue(&self) -> Arc<Pack> {
        // A pack without a process never loads.
        self.dialogues().templates[0].clone()
    }

    /// The method that a process follows: its template in the edition it began with. Where that edition is not at
    /// hand (a database from before editions were kept), the same template in the edition in use.
    pub fn of(&self, process: &Process) -> Arc<Pack> {
        self.followed(&process.pack, &process.pack_version, &process.template)
    }

    /// As [`Packs::of`], by pack, edition and template.
    pub fn followed(&self, pack: &str, edition: &str, template: &str) -> Arc<Pack> {
        let found = |edition: Option<Arc<Edition>>| edition.and_then(|one| one.template(template).cloned());
        found(self.kept(pack, edition))
            .or_else(|| found(self.edition(pack)))
            .unwrap_or_else(|| self.dialogue())
    }

    /// Every edition in use, and every other that a process may follow.
    pub fn all(&self) -> Vec<Arc<Edition>> {
        self.shelf().known.values().cloned().collect()
    }

    /// The packs in use.
    pub fn in_use(&self) -> Vec<Arc<Edition>> {
        self.shelf().in_use.values().cloned().collect()
    }
}
