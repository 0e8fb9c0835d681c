//! Why the method said no, so that a page can say it at the right field and an act without a page in one sentence.

use crate::facts::Complaint;
use crate::pack::{Pack, Words};
use engine::{Missing, Refusal};
use web::Fault;

/// Why the method said no.
#[derive(Debug)]
pub enum Refused {
    /// Fields that cannot hold what was written.
    Complaints(Vec<(String, Complaint)>),
    /// Rules of the pack: field and message.
    Rules(Vec<(String, Words)>),
    /// A gate is not met.
    Missing(Vec<Missing>),
    /// The change would undo what a passed gate asked for.
    Holds(Vec<Missing>),
    /// Whoever acts must say why.
    ReasonNeeded { public: bool, fields: Vec<String> },
    /// The process is over; nothing can be changed.
    Closed,
    /// The step does not start where the process is: somebody else took one.
    NotFromHere,
    /// Anything else.
    Fault(Fault),
}

impl From<db::Error> for Refused {
    fn from(error: db::Error) -> Refused {
        Refused::Fault(error.into())
    }
}

impl From<Fault> for Refused {
    fn from(fault: Fault) -> Refused {
        Refused::Fault(fault)
    }
}

impl From<Refused> for Fault {
    /// For callers that show no form: one sentence that says what to do.
    fn from(refused: Refused) -> Fault {
        match refused {
            Refused::Complaints(list) => Fault::Rule {
                key: "method-refused-fields",
                args: vec![("fields", names(list.into_iter().map(|one| one.0)))],
            },
            Refused::Rules(list) => Fault::Rule {
                key: "method-refused-fields",
                args: vec![("fields", names(list.into_iter().map(|one| one.0)))],
            },
            Refused::Missing(list) => Fault::Rule {
                key: "method-refused-missing",
                args: vec![("count", list.len().to_string())],
            },
            Refused::Holds(list) => Fault::Rule {
                key: "method-refused-holds",
                args: vec![("count", list.len().to_string())],
            },
            Refused::ReasonNeeded { .. } => Fault::rule("method-refused-reason"),
            Refused::Closed => Fault::rule("method-refused-closed"),
            Refused::NotFromHere => Fault::Conflict,
            Refused::Fault(fault) => fault,
        }
    }
}

fn names(list: impl Iterator<Item = String>) -> String {
    list.collect::<Vec<_>>().join(", ")
}

/// The engine's refusal as ours.
pub(crate) fn refused(pack: &Pack, refusal: Refusal) -> Refused {
    match refusal {
        Refusal::Missing(list) => Refused::Missing(list),
        Refusal::Holds(list) => Refused::Holds(list),
        Refusal::ReasonNeeded { public, fields } => Refused::ReasonNeeded { public, fields },
        Refusal::Closed => Refused::Closed,
        Refusal::NotFromHere => Refused::NotFromHere,
        Refusal::NotAllowed => Refused::Fault(Fault::Forbidden),
        Refusal::UnknownTransition | Refusal::NotYet => Refused::Fault(Fault::NotFound),
        Refusal::Breaks(keys) => {
            let broken = pack.rules.iter().filter(|rule| keys.contains(&rule.key));
            Refused::Rules(broken.map(|rule| (rule.field.clone(), rule.message.clone())).collect())
        }
    }
}
