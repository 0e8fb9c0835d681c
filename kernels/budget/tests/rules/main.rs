//! The rules on random small elections: against their definitions, and against what they promise.

mod axioms;
mod exact;
mod naive;
