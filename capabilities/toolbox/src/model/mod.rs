//! What the toolbox knows without asking anybody: the book, the ways to find in it, the rules of choosing.

pub(crate) mod book;
pub(crate) mod catalogue;
pub(crate) mod choose;
pub(crate) mod html;
pub(crate) mod includes;
pub(crate) mod paper;
pub(crate) mod search;
