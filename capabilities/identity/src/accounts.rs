//! Accounts of officials: made by an administrator or on the command line.

use crate::{Role, Staff, store, store::AccountRow};
use argon2::{
    Argon2,
    password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash},
};
use db::{Conn, Id, Tx};
use web::Fault;

/// A short word is guessed; a long sentence is remembered (NIST SP 800-63B: length over rules).
pub(crate) const PASSWORD_LENGTH: usize = 12;

/// What a new account needs.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// The address to sign in with.
    pub email: String,
    /// The name.
    pub name: String,
    /// Where in the municipality.
    pub unit: String,
    /// The first password.
    pub password: String,
    /// The roles.
    pub roles: Vec<Role>,
}

/// The name of an official; none for an account that is not there.
///
/// # Errors
/// The database's.
pub async fn staff_name(conn: &mut Conn, id: Id) -> db::Result<Option<String>> {
    store::account_name(conn, id).await
}

/// Makes an account.
///
/// # Errors
/// [`db::Error::Unique`] when the address is taken.
pub async fn create_account(tx: &mut Tx<'_>, new: &NewAccount) -> Result<Id, Fault> {
    let row = AccountRow {
        id: tx.new_id(),
        email: new.email.clone(),
        name: new.name.clone(),
        unit: new.unit.clone(),
        password_hash: hash_password(new.password.clone()).await?,
        totp_secret: String::new(),
        totp_step: 0,
        roles: new.roles.iter().map(|role| role.code()).collect::<Vec<_>>().join(","),
        active: true,
        created_at: tx.now(),
        revision: 1,
    };
    store::add_account(tx, &row).await?;
    let detail = serde_json::json!({ "email": row.email, "roles": row.roles });
    tx.audit("account.create", "account", row.id, detail).await?;
    Ok(row.id)
}

/// Sets a new password and ends the account's sessions.
pub async fn set_password(tx: &mut Tx<'_>, account: Id, password: String) -> Result<(), Fault> {
    let hash = hash_password(password).await?;
    store::set_password(tx, account, &hash).await?;
    store::end_sessions_of(tx, account).await?;
    tx.audit("account.password", "account", account, serde_json::json!({}))
        .await?;
    Ok(())
}

/// The official with that address, if the account is in use.
pub async fn staff_by_email(conn: &mut Conn, email: &str) -> Result<Option<Staff>, Fault> {
    let Some(row) = store::account_by_email(conn, email).await?.filter(|row| row.active) else {
        return Ok(None);
    };
    let withheld = store::withheld_from(conn, row.id).await?;
    Ok(Some(Staff {
        withheld,
        ..row.staff()
    }))
}

/// The officials whose accounts are in use, by name: for choosing who does something.
pub async fn officials(conn: &mut Conn) -> Result<Vec<Staff>, Fault> {
    let rows = store::accounts(conn).await?;
    Ok(rows.iter().filter(|row| row.active).map(AccountRow::staff).collect())
}

/// The official, if the account is in use.
pub async fn official(conn: &mut Conn, id: Id) -> Result<Option<Staff>, Fault> {
    match store::account(conn, id).await {
        Ok(row) => Ok(Some(row).filter(|row| row.active).map(|row| row.staff())),
        Err(db::Error::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// How many administrators are in use, and how many accounts in use have no second factor.
pub async fn account_counts(conn: &mut Conn) -> Result<(i64, i64), Fault> {
    Ok(store::account_counts(conn).await?)
}

/// Hashing is slow on purpose; it must not hold up other requests.
pub(crate) async fn hash_password(password: String) -> Result<String, Fault> {
    let work = move || {
        Argon2::default()
            .hash_password(password.as_bytes())
            .map(|hash| hash.to_string())
    };
    web::computed(work).await
}

pub(crate) async fn password_fits(hash: String, password: String) -> Result<bool, Fault> {
    let work = move || {
        PasswordHash::new(&hash).is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
    };
    tokio::task::spawn_blocking(work).await.map_err(Fault::internal)
}
