//! Permissions that an account's roles give and that are withheld for a time, such as until a course is taken. The
//! session is loaded without them, so that every page and every act is covered.

use crate::{Staff, can_be_withheld, store};
use db::{Conn, Id, Tx};
use serde::{Deserialize, Serialize};
use web::{Fault, Lang};

/// Why a permission is withheld, and where one gets it back. Whoever withholds brings the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// The text that explains it; takes `$name`.
    pub text: String,
    /// The name of what is missing, in Swedish.
    pub sv: String,
    /// The same in English.
    pub en: String,
    /// The page that helps.
    pub href: String,
}

impl Reason {
    /// The name of what is missing, in that language.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Sv => &self.sv,
            Lang::En => &self.en,
        }
    }
}

/// A permission withheld from an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withheld {
    /// The account.
    pub account: Id,
    /// The permission's name in the printed table.
    pub permission: String,
    /// Why.
    pub reason: Reason,
}

/// All that is withheld from anybody.
///
/// # Errors
/// The database's.
pub async fn withheld(conn: &mut Conn) -> db::Result<Vec<Withheld>> {
    let rows = store::withheld(conn).await?;
    rows.into_iter().map(store::WithheldRow::read).collect()
}

/// Withholds permissions, or gives a new reason for what is withheld already. In force with the next request.
///
/// # Errors
/// A permission without which nobody could put things right again.
pub async fn withhold(tx: &mut Tx<'_>, list: &[Withheld]) -> Result<(), Fault> {
    if !list.iter().all(|one| can_be_withheld(&one.permission)) {
        return Err(Fault::rule("identity-never-withheld"));
    }
    store::withhold(tx, list).await?;
    for one in list {
        let detail = serde_json::json!({ "permission": one.permission, "reason": one.reason });
        tx.audit("account.withhold", "account", one.account, detail).await?;
    }
    Ok(())
}

/// Gives permissions back.
///
/// # Errors
/// The database's.
pub async fn restore(tx: &mut Tx<'_>, list: &[(Id, String)]) -> Result<(), Fault> {
    store::restore(tx, list).await?;
    for (account, permission) in list {
        let detail = serde_json::json!({ "permission": permission });
        tx.audit("account.restore", "account", account, detail).await?;
    }
    Ok(())
}

/// Everybody whose account is in use, by name, with what is withheld from them.
///
/// # Errors
/// The database's.
pub async fn staff_in_use(conn: &mut Conn) -> db::Result<Vec<Staff>> {
    Ok(store::staff_in_use(conn)
        .await?
        .iter()
        .map(store::StaffRow::staff)
        .collect())
}
