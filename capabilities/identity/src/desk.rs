//! Desk pages of identity.
