//! Pages before the desk: signing in, and the links in letters to participants.
