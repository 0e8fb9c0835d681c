//! Participants who asked for the answer: an address, confirmed through a link, kept apart from what was said.

use crate::store;
use db::{Conn, Id, Tx};
use sha2::{Digest as _, Sha256};
use web::{Cx, Fault, Lang};

/// One to write to.
#[derive(Debug, Clone)]
pub struct Recipient {
    /// The contact.
    pub id: Id,
    /// The address.
    pub email: String,
    /// The language they took part in.
    pub lang: Lang,
}

pub(crate) fn hash(token: &str) -> Vec<u8> {
    Sha256::digest(format!("contact:{token}").as_bytes()).to_vec()
}

/// Whether it looks like an address. The real test is the letter with the link.
pub fn is_address(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else {
        return false;
    };
    let plain = text
        .chars()
        .all(|c| !c.is_whitespace() && !c.is_control() && !"<>,;:\"()[]\\".contains(c));
    let host_is_sound = host.contains('.') && !host.starts_with('.') && !host.ends_with('.') && !host.contains("..");
    plain && !name.is_empty() && host_is_sound && !host.contains('@') && text.len() <= 254
}

/// Notes that somebody wants the answer, and sends the letter with the one-time link that confirms the address.
/// `title` is the dialogue's; `token` comes from [`web::Site::token`].
pub async fn register(
    tx: &mut Tx<'_>,
    cx: &Cx,
    dialogue: Id,
    contribution: Option<Id>,
    title: &str,
    email: &str,
    token: &str,
) -> Result<(), Fault> {
    store::add_contact(tx, dialogue, contribution, email, cx.lang.code(), hash(token)).await?;
    let link = cx.absolute(&format!("/bekrafta/{token}"));
    let body = cx.ta(
        "identity-confirm-mail-body",
        &[
            ("title", title.into()),
            ("link", link.into()),
            ("municipality", cx.settings.municipality.as_str().into()),
        ],
    );
    let subject = cx.t1("identity-confirm-mail-subject", "title", title);
    mail::queue(
        tx,
        mail::Mail {
            to: email.to_owned(),
            subject,
            body,
        },
    )
    .await?;
    Ok(())
}

/// Everybody of a dialogue who confirmed and has not left, each address once.
pub async fn recipients(conn: &mut Conn, dialogue: Id) -> Result<Vec<Recipient>, Fault> {
    let rows = store::contacts_to_write_to(conn, dialogue).await?;
    let mut seen = std::collections::HashSet::new();
    let fresh = rows.into_iter().filter(|row| seen.insert(row.email.to_lowercase()));
    Ok(fresh
        .map(|row| Recipient {
            id: row.id,
            lang: Lang::from_code(&row.language).unwrap_or_default(),
            email: row.email,
        })
        .collect())
}

/// A fresh link to stop getting letters, for the letter about to be written. Old links of the contact stop working.
pub async fn leave_link(tx: &mut Tx<'_>, cx: &Cx, contact: Id, token: &str) -> Result<String, Fault> {
    store::renew_contact_token(tx, contact, hash(token)).await?;
    Ok(cx.absolute(&format!("/avsluta-bevakning/{token}")))
}

/// Sets when the addresses of a dialogue are erased: six months after the answer was given (design: retention table).
pub async fn erase_after(tx: &mut Tx<'_>, dialogue: Id, on: jiff::civil::Date) -> Result<(), Fault> {
    Ok(store::set_contact_erasure(tx, dialogue, on).await?)
}

/// Erases the addresses whose time has come; tells how many. Called daily by the app.
pub async fn erase_due(db: &db::Db, today: jiff::civil::Date) -> Result<u64, Fault> {
    db.write(db::Actor::System, async |tx| {
        let erased = store::erase_contacts(tx, today).await?;
        if erased > 0 {
            tx.audit(
                "contact.erase",
                "contact",
                "due",
                serde_json::json!({ "count": erased }),
            )
            .await?;
        }
        Ok(erased)
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn addresses_are_told_from_other_text() {
        assert!(is_address("anna.ek@exempel.se") && is_address("a+b@x.y.se"));
        for text in [
            "anna",
            "anna@",
            "@exempel.se",
            "a b@x.se",
            "a@x",
            "a@@x.se",
            "a@x..se",
            "a@x.se\nBcc: b@y.se",
        ] {
            assert!(!is_address(text), "{text}");
        }
    }
}
