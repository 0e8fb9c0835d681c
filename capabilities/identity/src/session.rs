//! Who is signed in, and the grant that a handler holds.

use crate::{PERMISSIONS, Permission, Role, can_be_withheld, store};
use db::{Actor, Id};
use jiff::SignedDuration;
use sha2::{Digest as _, Sha256};
use std::marker::PhantomData;
use web::{Cx, Fault, MenuEntry, Remedy, Req, Visitor};

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
    /// Names of permissions that the roles give and that are withheld for now.
    pub withheld: Vec<String>,
}

impl Staff {
    /// Whether their roles allow it and nothing withholds it.
    pub fn may<P: Permission>(&self) -> bool {
        self.may_named(P::NAME)
    }

    /// Whether they may do what the menu line or route names.
    pub fn may_named(&self, permission: &str) -> bool {
        self.has_role_for(permission) && !self.is_withheld(permission)
    }

    /// Whether their roles give the permission, withheld or not.
    pub fn has_role_for(&self, permission: &str) -> bool {
        PERMISSIONS
            .iter()
            .any(|(name, roles)| *name == permission && self.holds_any(roles))
    }

    /// A row that withholds what can never be withheld (written by a hand in the database) counts for nothing.
    fn is_withheld(&self, permission: &str) -> bool {
        can_be_withheld(permission) && self.withheld.iter().any(|one| one == permission)
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
    let addresses =
        (req.site.menu.iter()).flat_map(|item| item.also.iter().chain([&item.path]).map(|at| (*at, item.path)));
    let current = addresses
        .filter(|(at, _)| is_under(&req.path, at))
        .max_by_key(|(at, _)| at.len())
        .map(|(_, path)| path);
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
        match Grant::of(&found.staff) {
            Err(Fault::Forbidden) if found.staff.has_role_for(P::NAME) => {
                Err(withheld(req, &found.staff, P::NAME).await?)
            }
            other => other,
        }
    }
}

/// Says why a permission is withheld, and what gives it back.
async fn withheld(req: &Req, staff: &Staff, permission: &str) -> Result<Fault, Fault> {
    let mut read = req.site.db.read().await?;
    let Some(reason) = store::withheld_reason(&mut read, staff.id, permission).await? else {
        // Given back between the two readings.
        return Ok(Fault::Forbidden);
    };
    let name = reason.name(req.lang);
    Ok(Fault::Withheld(Box::new(Remedy {
        text: req.ta(&reason.text, &[("name", name.into())]),
        href: reason.href.clone(),
        label: name.to_owned(),
    })))
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
