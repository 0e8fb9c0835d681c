//! The method engine: what a process may do next, what is missing for it, and what it owes.
//!
//! A *template* (states, transitions, gates, tasks, duties) is data that a pack supplies. [`Machine::new`]
//! refuses a template that contradicts itself; after that every question is a plain function of values:
//! the template, what the process says ([`Standing`]) and what others can prove about it ([`Seen`]).
//!
//! The promise this crate keeps: **what a passed gate asked for stays true**. For every state the machine
//! knows the gates that lie on *every* way to it ([`Machine::held`]); a change of facts that would break one
//! of them is refused, so that nobody publishes with a promise and then removes the promise. Going back to an
//! earlier state is a transition of its own, and frees what the gates after that state held.
//!
//! To add a kind of requirement: a variant in [`Need`], its test in `meets`, and if it speaks of facts its
//! place in [`Need::is_fact`]. What must never happen here: a clock, a database, a text for people, or a
//! state, field or level named in Rust. Those belong to the pack.

mod act;
mod check;
mod order;
mod standing;
mod task;
mod template;

pub use act::{Change, Changed, Missing, Notice, Refusal, Step, Who};
pub use check::{Flaw, Machine};
pub use standing::{Evidence, Seen, Standing};
pub use task::{Owed, TaskStatus};
pub use template::{
    By, Condition, Duty, Gate, Need, Reason, Requirement, Rule, State, Target, Task, TaskField, Template, Transition,
};

#[cfg(test)]
mod tests;
