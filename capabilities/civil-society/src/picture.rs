//! All that is known of the crime prevention at once: what the matrix, the gaps, the plan, the report and the gates are told from.
//! A municipality has some twenty problems, so all of it is read in a handful of statements.

use crate::model::relevance::{Function, Gap, Standing, gaps};
use crate::store::{self, Cause, GapDecision, Judgement, StoredProblem};
use db::{Conn, Id};
use std::collections::{HashMap, HashSet};

/// The crime prevention as it stands.
pub(crate) struct Picture {
    /// Problems that are worked on.
    pub problems: Vec<StoredProblem>,
    /// Those that are not any longer.
    pub closed: Vec<StoredProblem>,
    pub causes: Vec<Cause>,
    /// The judgement that counts for each actor, problem and function.
    pub judgements: Vec<Judgement>,
    pub gaps: Vec<Gap>,
    /// The latest decision for each gap that was decided as it is now.
    decisions: HashMap<(Id, Function), GapDecision>,
}

impl Picture {
    pub(crate) async fn read(conn: &mut Conn) -> db::Result<Picture> {
        let all = store::problems(conn).await?;
        let (closed, problems): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.problem.is_closed);
        let judgements = store::standing_judgements(conn).await?;
        let agreed: HashSet<Id> = store::agreed_organisations(conn).await?.into_iter().collect();
        let standing: Vec<Standing> = judgements.iter().map(Judgement::standing).collect();
        let needed: Vec<_> = problems
            .iter()
            .map(|one| (one.id, one.problem.functions.clone()))
            .collect();
        let gaps = gaps(&needed, &standing, &agreed);
        let decisions = decisions(&gaps, store::gap_decisions(conn).await?);
        Ok(Picture {
            problems,
            closed,
            causes: store::causes(conn).await?,
            judgements,
            gaps,
            decisions,
        })
    }

    /// The gap at a place of the matrix, if there is one.
    pub(crate) fn gap(&self, problem: Id, function: &Function) -> Option<&Gap> {
        self.gaps
            .iter()
            .find(|gap| gap.problem == problem && gap.function == *function)
    }

    /// What was decided about a gap as it is now.
    pub(crate) fn decision(&self, gap: &Gap) -> Option<&GapDecision> {
        self.decisions.get(&(gap.problem, gap.function.clone()))
    }

    /// The judgements that count at a place of the matrix, the most relevant first.
    pub(crate) fn judged<'a>(&'a self, problem: Id, function: &'a Function) -> impl Iterator<Item = &'a Judgement> {
        let is_here = move |one: &&Judgement| one.problem_id == problem && one.function == function.code();
        self.judgements.iter().filter(is_here)
    }

    /// How many problems have at least one judgement.
    pub(crate) fn problems_judged(&self) -> usize {
        let judged: HashSet<Id> = self.judgements.iter().map(|one| one.problem_id).collect();
        self.problems.iter().filter(|one| judged.contains(&one.id)).count()
    }

    /// How many gaps somebody has decided on.
    pub(crate) fn gaps_decided(&self) -> usize {
        self.gaps.iter().filter(|gap| self.decision(gap).is_some()).count()
    }
}

/// The latest decision for each gap, if it concerned a gap of the kind that it is now.
fn decisions(gaps: &[Gap], newest_first: Vec<GapDecision>) -> HashMap<(Id, Function), GapDecision> {
    let mut latest = HashMap::new();
    for one in newest_first {
        let place = (one.problem_id, Function::of(&one.function));
        latest.entry(place).or_insert(one);
    }
    let is_meant = |place: &(Id, Function), one: &GapDecision| {
        let gap = gaps
            .iter()
            .find(|gap| gap.problem == place.0 && gap.function == place.1);
        gap.is_some_and(|gap| gap.kind.code() == one.kind)
    };
    latest.retain(|place, one| is_meant(place, one));
    latest
}
