//! Who is signed in, and the grant that a handler holds.

use crate::{PERMISSIONS, Permission, Role, store};
use db::{Actor, Id};
use jiff::SignedDuration;
use sha2::{Digest as _, Sha256};
use std::marker::PhantomData;
use web::{Cx, Fault, MenuEntry, Req, Visitor};

pub(crate) const COOKIE: &str = "samspel";
/// A working day; after that one signs in anew.
pub(crate) const SESSION_LENGTH: SignedDuration = SignedDuration::from_hours(12);
/// A session that was quiet for this long has ended (a shared computer at the library).
const QUIET_LIMIT: SignedDuration = SignedDuration::from_hours(3);
/// How old the note of the last visit may be before it is written anew: a read page should not cost a write.
const SEEN_GRAIN: SignedDuration = SignedDuration::from_mins(5);

/// A signed-in official.
#[derive(Debug, Clone)]
pub struct Staff {
    /// The account.
    pub id: Id,
    /// The name.
    pub name: String,
    /// The e-mail address they sign in with.
    pub email: String,
    /// Where in the municipality they work.
    pub unit: String,
    /// Their roles.
    pub roles: Vec<Role>,
}

impl Staff {
    /// Whether their roles allow it.
    pub fn may<P: Permission>(&self) -> bool {
        self.holds_any(P::ROLES)
    }

    /// Whether their roles allow what the menu line or route names.
    pub fn may_named(&self, permission: &str) -> bool {
        PERMISSIONS
            .iter()
            .any(|(name, roles)| *name == permission && self.holds_any(roles))
    }

    fn holds_any(&self, roles: &[Role]) -> bool {
        self.roles.iter().any(|role| roles.contains(role))
    }

    /// The one who acts, for transactions.
    pub fn actor(&self) -> Actor {
        Actor::Staff {
            id: self.id,
            name: self.name.clone(),
        }
    }
}

/// Proof that a signed-in official may do `P`.
#[derive(Debug, Clone)]
pub struct Grant<P> {
    /// Who it is.
    pub staff: Staff,
    permission: PhantomData<fn() -> P>,
}

impl<P: Permission> Grant<P> {
    /// The grant, if the official's roles allow it. For acts that do not come through a page.
    ///
    /// # Errors
    /// [`Fault::Forbidden`].
    pub fn of(staff: &Staff) -> Result<Grant<P>, Fault> {
        if staff.may::<P>() {
            Ok(Grant {
                staff: staff.clone(),
                permission: PhantomData,
            })
        } else {
            Err(Fault::Forbidden)
        }
    }

    /// The one who acts, for transactions.
    pub fn actor(&self) -> Actor {
        self.staff.actor()
    }

    /// The context of a desk page: the name and the menu that fits the roles.
    pub fn cx(&self, req: &Req) -> Cx {
        let mut cx = req.cx();
        cx.user = Some(self.staff.name.clone());
        cx.menu = menu(req, &self.staff);
        cx
    }
}

fn menu(req: &Req, staff: &Staff) -> Vec<MenuEntry> {
    let mine = req.site.menu.iter().filter(|item| staff.may_named(item.permission));
    // The longest fitting address is the current one: `/arbetsyta` fits every page of the desk.
    let current = req
        .site
        .menu
        .iter()
        .map(|item| item.path)
        .filter(|path| is_under(&req.path, path))
        .max_by_key(|path| path.len());
    mine.map(|item| MenuEntry {
        href: req.url(item.path),
        label: req.t(item.label),
        current: Some(item.path) == current,
    })
    .collect()
}

fn is_under(path: &str, item: &str) -> bool {
    path == item || path.strip_prefix(item).is_some_and(|rest| rest.starts_with('/'))
}

impl<P: Permission> Visitor for Grant<P> {
    const NAME: &'static str = P::NAME;

    async fn admit(req: &Req) -> Result<Self, Fault> {
        let found = signed_in(req).await?.ok_or(Fault::SignIn)?;
        if !found.complete {
            return Err(Fault::SignIn);
        }
        Grant::of(&found.staff)
    }
}

/// Everybody, with the official if one is signed in: for pages that show officials a little more.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    pub(crate) staff: Staff,
    /// Password and, where the account asks for it, the second factor.
    pub(crate) complete: bool,
}

pub(crate) fn hash(token: &str) -> Vec<u8> {
    Sha256::digest(format!("session:{token}").as_bytes()).to_vec()
}

/// The session of the request, if it has one that still holds.
pub(crate) async fn signed_in(req: &Req) -> Result<Option<Session>, Fault> {
    let Some(token) = req.cookie(COOKIE).filter(|token| !token.is_empty()) else {
        return Ok(None);
    };
    let hash = hash(token);
    let mut read = req.site.db.read().await?;
    let Some(row) = store::session(&mut read, &hash).await? else {
        return Ok(None);
    };
    drop(read);
    let has_ended = row.expires_at <= req.now || req.now.duration_since(row.seen_at) > QUIET_LIMIT;
    if has_ended || !row.active {
        return Ok(None);
    }
    if req.now.duration_since(row.seen_at) > SEEN_GRAIN {
        let now = req.now;
        req.site
            .db
            .write(Actor::System, async |tx| store::touch_session(tx, &hash, now).await)
            .await?;
    }
    let complete = row.totp_secret.is_empty() || row.second_factor;
    Ok(Some(Session {
        staff: row.staff(),
        complete,
    }))
}
