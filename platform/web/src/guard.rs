//! Guards at the door: rate limits by what is done and from where. Addresses are held in memory for minutes, never stored.

use crate::{Fault, Req};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::{net::IpAddr, num::NonZeroU32};

/// How many in a minute from one address. A school or a library shares one address, so sending is generous.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
#[serde(default)]
pub struct Limits {
    /// Attempts to sign in.
    pub sign_in: u32,
    /// Answers sent.
    pub send: u32,
    /// Stances taken by those who have sent one before: a class of thirty takes several each minute.
    pub stance: u32,
    /// Receipt codes and links tried.
    pub code: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            sign_in: 10,
            send: 120,
            stance: 1_200,
            code: 20,
        }
    }
}

/// The rate limiters of a site.
pub struct Guard {
    sign_in: DefaultKeyedRateLimiter<IpAddr>,
    account: DefaultKeyedRateLimiter<String>,
    send: DefaultKeyedRateLimiter<IpAddr>,
    stance: DefaultKeyedRateLimiter<IpAddr>,
    code: DefaultKeyedRateLimiter<IpAddr>,
}

fn per_minute(count: u32) -> Quota {
    Quota::per_minute(NonZeroU32::new(count).unwrap_or(NonZeroU32::MIN))
}

impl Guard {
    pub(crate) fn new(limits: Limits) -> Guard {
        Guard {
            sign_in: RateLimiter::keyed(per_minute(limits.sign_in)),
            account: RateLimiter::keyed(per_minute(limits.sign_in)),
            send: RateLimiter::keyed(per_minute(limits.send)),
            stance: RateLimiter::keyed(per_minute(limits.stance)),
            code: RateLimiter::keyed(per_minute(limits.code)),
        }
    }

    /// An attempt to sign in, counted by address and by account.
    pub fn sign_in(&self, req: &Req, account: &str) -> Result<(), Fault> {
        self.sign_in.check_key(&req.peer).map_err(|_| Fault::TooMany)?;
        self.account
            .check_key(&account.to_lowercase())
            .map_err(|_| Fault::TooMany)
    }

    /// An answer being sent.
    pub fn send(&self, req: &Req) -> Result<(), Fault> {
        self.send.check_key(&req.peer).map_err(|_| Fault::TooMany)
    }

    /// A further stance of somebody who is known by a receipt code.
    pub fn stance(&self, req: &Req) -> Result<(), Fault> {
        self.stance.check_key(&req.peer).map_err(|_| Fault::TooMany)
    }

    /// A receipt code or a one-time link being tried.
    pub fn code(&self, req: &Req) -> Result<(), Fault> {
        self.code.check_key(&req.peer).map_err(|_| Fault::TooMany)
    }

    /// Forgets addresses that have been quiet. Called now and then by the app.
    pub fn forget_quiet(&self) {
        self.sign_in.retain_recent();
        self.account.retain_recent();
        self.send.retain_recent();
        self.stance.retain_recent();
        self.code.retain_recent();
    }
}
