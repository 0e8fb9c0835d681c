//! Use cases of civil society. Pages, the demonstration and tests call the same acts.

pub(crate) mod agreements;
pub(crate) mod changes;
pub(crate) mod councils;
pub(crate) mod crime;
pub(crate) mod imports;
pub(crate) mod promises;
pub(crate) mod proposals;
pub(crate) mod referral;
pub(crate) mod register;
pub(crate) mod representatives;
pub(crate) mod sign_in;
