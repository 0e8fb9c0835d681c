//! Who thinks alike about the statements of an activity: computed apart from requests by `kernels/opinion`, kept as JSON.
//!
//! What is kept here may be shown: groups have at least five people, places are counted in squares, and counts of one to four are
//! hidden with as many more as needed that nobody computes them from the groups (`kernels/stats`). Which group each person was in
//! stands apart (`opinion_memory`), for the next run only.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use background::{Answer as Computing, Computed, Work};
use db::{Actor, Conn, Id};
use opinion::{Analysis, Cast, Count, Memory, Settings, Standing, Statement, Vote, Votes};
use serde::{Deserialize, Serialize};
use stats::crosstab::CrossTable;
use stats::{Cell, suppress};
use web::{Fault, Site};

use crate::acts;
use crate::kinds::OPINIONS;
use crate::model::answer::Answers;
use crate::model::stance::{Stance, proposed_key, proposed_number, taken, written_number};
use crate::store;

/// How many contributions stand in memory at once.
const PIECE: i64 = 2_000;
/// The picture of places is this many squares wide and high.
pub const SQUARES: i64 = 16;

/// How many took which stance; `None` where too few did to be shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stances {
    pub agree: Option<u64>,
    pub disagree: Option<u64>,
    pub pass: Option<u64>,
    /// All of them: the base of each share.
    pub n: Option<u64>,
}

/// A statement and what people think of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CountedStatement {
    pub key: String,
    /// As exports number it.
    pub number: u64,
    pub all: Stances,
    /// In the order of the groups.
    pub groups: Vec<Stances>,
}

/// A statement that is typical of a group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Typical {
    pub key: String,
    /// What the group is typical for: agreeing, or else disagreeing.
    pub agrees: bool,
}

/// People who think alike; never fewer than five.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OpinionGroup {
    pub label: char,
    pub size: u64,
    pub typical: Vec<Typical>,
}

/// A statement on which two groups stand against each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dividing {
    pub key: String,
    pub agreeing: char,
    pub disagreeing: char,
}

/// How many people of a group stand in one square of the picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Square {
    pub across: i64,
    pub up: i64,
    /// `None` for those who took too few stances to be placed in a group.
    pub group: Option<char>,
    pub n: u64,
}

/// Everything that was computed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Opinions {
    pub participants: u64,
    pub stances: u64,
    /// In the order of their numbers.
    pub statements: Vec<CountedStatement>,
    pub groups: Vec<OpinionGroup>,
    /// Statements that most agree with, the clearest first.
    pub agreed: Vec<String>,
    /// Statements that most reject, the clearest first.
    pub rejected: Vec<String>,
    pub dividing: Vec<Dividing>,
    /// Empty while there are no groups.
    pub squares: Vec<Square>,
    /// So few took part that nothing is said about groups.
    pub too_few: bool,
    /// How many small groups joined the nearest.
    pub merged: u64,
    /// How well people lie in their groups, −1 to 1: the mean silhouette; `None` without groups, and when small ones were merged.
    #[serde(default)]
    pub separation: Option<f64>,
    /// Per statement how likely it is to be shown next.
    pub priorities: Vec<(String, f64)>,
}

/// The work that computes it, for the program to register.
pub fn opinions_work() -> Work {
    Work {
        kind: OPINIONS,
        run: |site, activity| -> Computing { Box::pin(compute(site, activity)) },
    }
}

/// What stands of it, and how current it is; `None` before anybody has taken a stance.
///
/// # Errors
/// The database's.
pub async fn opinions(conn: &mut Conn, activity: Id) -> db::Result<Option<(Opinions, Computed)>> {
    let Some(mut computed) = background::result(conn, activity, OPINIONS).await? else {
        return Ok(None);
    };
    // What an older program computed may lack something: it is shown when it has been computed anew.
    let opinions = serde_json::from_value(computed.result.take()).unwrap_or_default();
    Ok(Some((opinions, computed)))
}

/// Statements of an activity that somebody may have taken a stance on, with their numbers, by number.
///
/// # Errors
/// The database's.
pub async fn numbered(conn: &mut Conn, activity: Id) -> db::Result<Vec<(u64, String)>> {
    let dialogue = store::activity(conn, activity).await?.dialogue_id;
    let proposed: BTreeMap<String, u64> = store::proposal_ids(conn, dialogue, activity)
        .await?
        .iter()
        .enumerate()
        .map(|(place, id)| (proposed_key(&id.to_string()), proposed_number(place)))
        .collect();
    let mut numbers = BTreeMap::new();
    for (_, definition) in acts::met_versions(conn, activity).await? {
        for question in definition.statements() {
            let number = written_number(&question.key).or_else(|| proposed.get(&question.key).copied());
            if let Some(number) = number {
                numbers.insert(number, question.key.clone());
            }
        }
    }
    Ok(numbers.into_iter().collect())
}

/// Everybody's stances on the statements with these numbers, in the order in which people came: `take` is called once for each
/// person, with when they sent.
///
/// # Errors
/// The database's.
pub async fn each_stances(
    conn: &mut Conn,
    activity: Id,
    numbered: &[(u64, String)],
    mut take: impl FnMut(Id, jiff::Timestamp, Vec<(u64, Stance)>),
) -> db::Result<()> {
    let mut after = None;
    loop {
        let rows = store::answer_rows_after(conn, activity, after, PIECE).await?;
        for row in &rows {
            let answers = Answers::from_json(&row.answers).unwrap_or_default();
            let stances = numbered
                .iter()
                .filter_map(|(number, key)| Some((*number, taken(&answers, key)?)));
            take(row.id, row.submitted_at, stances.collect());
        }
        match rows.last() {
            Some(last) if rows.len() as i64 == PIECE => after = Some((last.submitted_at, last.id)),
            _ => return Ok(()),
        }
    }
}

/// The statements that people meet now. What staff have taken out since still has its stances, but makes no groups.
async fn asked(conn: &mut Conn, activity: Id) -> db::Result<BTreeSet<String>> {
    let versions = acts::met_versions(conn, activity).await?;
    let newest = versions.last().map(|(_, definition)| definition);
    let statements = newest.into_iter().flat_map(|definition| definition.statements());
    Ok(statements.map(|question| question.key.clone()).collect())
}

async fn compute(site: Arc<Site>, activity: Id) -> Result<serde_json::Value, Fault> {
    let (numbered, asked, casts, memory) = {
        let mut conn = site.db.read().await?;
        let numbered = numbered(&mut conn, activity).await?;
        let asked = asked(&mut conn, activity).await?;
        let mut casts = Vec::new();
        each_stances(&mut conn, activity, &numbered, |person, _, stances| {
            let participant = person_number(person);
            casts.extend(stances.into_iter().map(|(statement, stance)| Cast {
                participant,
                statement,
                vote: vote(stance),
            }));
        })
        .await?;
        let kept = store::opinion_memory(&mut conn, activity).await?;
        (numbered, asked, casts, kept.and_then(|text| Kept::read(&text)))
    };
    let (opinions, kept) = web::computed(move || analyse(&numbered, &asked, casts, memory.as_ref())).await?;
    let kept = serde_json::to_string(&kept).map_err(Fault::internal)?;
    site.db
        .write(Actor::System, async |tx| {
            store::keep_opinion_memory(tx, activity, &kept).await
        })
        .await?;
    serde_json::to_value(&opinions).map_err(Fault::internal)
}

/// A number for a person that stays the same from run to run and says nothing of when they came.
fn person_number(contribution: Id) -> u64 {
    let bytes = contribution.as_bytes();
    // The end of an identifier is chance; its beginning is time.
    bytes[8..].iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

fn vote(stance: Stance) -> Vote {
    match stance {
        Stance::Agree => Vote::Agree,
        Stance::Disagree => Vote::Disagree,
        Stance::Pass => Vote::Pass,
    }
}

fn analyse(
    numbered: &[(u64, String)],
    asked: &BTreeSet<String>,
    casts: Vec<Cast>,
    memory: Option<&Memory>,
) -> Result<(Opinions, Kept), opinion::votes::Full> {
    let votes = Votes::from_casts(casts)?;
    let statements: Vec<Statement> = numbered
        .iter()
        .map(|(id, key)| Statement {
            id: *id,
            standing: if asked.contains(key) {
                Standing::Open
            } else {
                Standing::Out
            },
        })
        .collect();
    let found = opinion::analyse(&votes, &statements, &Settings::default(), memory);
    let kept = Kept::of(&found.memory);
    Ok((told(numbered, &votes, &found), kept))
}

/// Whether a statement on the field's list says something of the group: most of it take the position, and oftener than the others. The
/// list's first may be what a group agrees with best, though all the others agree as well.
fn sets_apart(one: &opinion::Representative) -> bool {
    one.count * 2 > one.n && one.ratio > 1.0
}

fn told(numbered: &[(u64, String)], votes: &Votes, found: &Analysis) -> Opinions {
    let keys: BTreeMap<u64, &String> = numbered.iter().map(|(number, key)| (*number, key)).collect();
    let key = |number: u64| keys.get(&number).map(|key| (*key).clone()).unwrap_or_default();
    let shared = |list: &[opinion::Agreed]| -> Vec<String> { list.iter().map(|one| key(one.statement)).collect() };
    let counted = |(number, key): &(u64, String)| {
        let (all, groups) = match votes.column(*number) {
            Some(column) => shown(found, votes.counts()[column], column),
            None => (Stances::zero(), vec![Stances::zero(); found.groups.len()]),
        };
        CountedStatement {
            key: key.clone(),
            number: *number,
            all,
            groups,
        }
    };
    let typical = |one: &opinion::Representative| Typical {
        key: key(one.statement),
        agrees: one.vote == Vote::Agree,
    };
    let group = |group: &opinion::Group| OpinionGroup {
        label: group.label,
        size: group.size as u64,
        typical: (group.representative.iter())
            .filter(|one| sets_apart(one))
            .map(typical)
            .collect(),
    };
    Opinions {
        participants: found.participants as u64,
        stances: found.votes as u64,
        statements: numbered.iter().map(counted).collect(),
        groups: found.groups.iter().map(group).collect(),
        agreed: shared(&found.consensus.agree),
        rejected: shared(&found.consensus.disagree),
        dividing: (found.divisive.iter())
            .map(|one| Dividing {
                key: key(one.statement),
                agreeing: found.groups[one.agreeing].label,
                disagreeing: found.groups[one.disagreeing].label,
            })
            .collect(),
        squares: if found.groups.is_empty() {
            Vec::new()
        } else {
            squares(found)
        },
        too_few: found.suppressed.too_few_people,
        merged: found.suppressed.merged_groups as u64,
        separation: (found.candidates.iter())
            .find(|one| one.is_publishable && one.groups == found.groups.len())
            .map(|one| one.silhouette),
        priorities: (found.priorities.iter())
            .map(|(number, priority)| (key(*number), *priority))
            .collect(),
    }
}

/// What may be shown of one statement: everybody and each group, as one table, so that no row gives another away.
fn shown(found: &Analysis, all: Count, column: usize) -> (Stances, Vec<Stances>) {
    let placed = found.tally.together()[column];
    let mut rows: Vec<Count> = (0..found.tally.groups())
        .map(|group| found.tally.group(group)[column])
        .collect();
    rows.push(all.without(placed));
    let counts: Vec<u64> = rows
        .iter()
        .flat_map(|row| [row.agree, row.disagree, row.pass].map(u64::from))
        .collect();
    let groups = found.tally.groups();
    // At most twelve groups: this is a table.
    let table = CrossTable::new(rows.len(), 3, counts).map(|table| table.publish());
    match table {
        Ok(table) if groups > 0 => {
            let row = |group: usize| Stances::of(&table.cells[3 * group..3 * group + 3], table.row_totals[group]);
            let all = Stances::of(&table.column_totals, table.total);
            (all, (0..groups).map(row).collect())
        }
        _ => {
            let cells = suppress(&[all.agree, all.disagree, all.pass].map(u64::from));
            let total = suppress(&[u64::from(all.total())])[0];
            (Stances::of(&cells, total), Vec::new())
        }
    }
}

impl Stances {
    fn of(cells: &[Cell], n: Cell) -> Stances {
        let count = |place: usize| cells.get(place).and_then(|cell| cell.count());
        Stances {
            agree: count(0),
            disagree: count(1),
            pass: count(2),
            n: n.count(),
        }
    }

    /// Nobody has taken a stance: that may be told.
    fn zero() -> Stances {
        Stances {
            agree: Some(0),
            disagree: Some(0),
            pass: Some(0),
            n: Some(0),
        }
    }
}

/// People counted by square and group, so that the picture costs the same however many they are and shows no single place exactly.
fn squares(found: &Analysis) -> Vec<Square> {
    let reach = (found.positions.iter().flat_map(|one| one.place))
        .filter(|x| x.is_finite())
        .fold(0.0_f64, |reach, x| reach.max(x.abs()));
    let square = |x: f64| {
        let share = if reach > 0.0 && x.is_finite() {
            (x / reach + 1.0) / 2.0
        } else {
            0.5
        };
        ((share * SQUARES as f64) as i64).clamp(0, SQUARES - 1)
    };
    let mut counted: BTreeMap<(Option<char>, i64, i64), u64> = BTreeMap::new();
    for one in &found.positions {
        let [across, up] = one.place.map(square);
        *counted.entry((one.group, across, up)).or_default() += 1;
    }
    counted
        .into_iter()
        .map(|((group, across, up), n)| Square { across, up, group, n })
        .collect()
}

/// [`Memory`] as it is written down.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    axes: Vec<(u64, [f64; 2])>,
    members: Vec<(u64, char)>,
    rival: Option<(usize, u32)>,
    centres: Vec<Vec<[f64; 2]>>,
}

impl Kept {
    fn of(memory: &Memory) -> Kept {
        Kept {
            axes: memory.axes.clone(),
            members: memory.members.clone(),
            rival: memory.rival.map(|rival| (rival.groups, rival.runs)),
            centres: memory.centres.clone(),
        }
    }

    /// A memory that cannot be read is forgotten: the next run begins anew.
    fn read(text: &str) -> Option<Memory> {
        let kept: Kept = serde_json::from_str(text).ok()?;
        Some(Memory {
            axes: kept.axes,
            members: kept.members,
            rival: kept.rival.map(|(groups, runs)| opinion::memory::Rival { groups, runs }),
            centres: kept.centres,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbered() -> Vec<(u64, String)> {
        [(1, "pastaende"), (2, "pastaende-2"), (10_001, "forslag-x")]
            .map(|(number, key)| (number, key.to_owned()))
            .to_vec()
    }

    fn asked() -> BTreeSet<String> {
        numbered().into_iter().map(|(_, key)| key).collect()
    }

    fn cast(participant: u64, statement: u64, vote: Vote) -> Cast {
        Cast {
            participant,
            statement,
            vote,
        }
    }

    /// Two camps of `size` people each who disagree about everything but the last statement.
    fn camps(size: u64) -> Vec<Cast> {
        let mut casts = Vec::new();
        for person in 0..2 * size {
            let side = if person < size { Vote::Agree } else { Vote::Disagree };
            let other = if person < size { Vote::Disagree } else { Vote::Agree };
            casts.extend([
                cast(person, 1, side),
                cast(person, 2, other),
                cast(person, 10_001, Vote::Agree),
            ]);
        }
        casts
    }

    #[test]
    fn nobody_and_one_person_give_a_result_without_groups() {
        for casts in [Vec::new(), vec![cast(1, 1, Vote::Agree)], camps(2)] {
            let (opinions, kept) = analyse(&numbered(), &asked(), casts, None).unwrap();
            assert!(
                opinions.groups.is_empty() && opinions.squares.is_empty(),
                "{opinions:?}"
            );
            assert_eq!(opinions.statements.len(), 3, "also those nobody took a stance on");
            assert_eq!(opinions.priorities.len(), 3);
            assert!(Kept::read(&serde_json::to_string(&kept).unwrap()).is_some());
        }
    }

    #[test]
    fn two_camps_are_told_with_what_divides_and_unites_them() {
        let (opinions, kept) = analyse(&numbered(), &asked(), camps(10), None).unwrap();
        assert_eq!(opinions.groups.iter().map(|g| g.size).collect::<Vec<_>>(), [10, 10]);
        assert_eq!(opinions.agreed, ["forslag-x"]);
        let all = opinions.statements[2].all;
        assert_eq!(
            (all.agree, all.disagree, all.pass, all.n),
            (Some(20), Some(0), Some(0), Some(20))
        );
        assert_eq!(opinions.statements[0].groups[0].n, Some(10));
        assert_eq!(opinions.dividing.len(), 2);
        assert_eq!(opinions.squares.iter().map(|s| s.n).sum::<u64>(), 20);
        let again = Kept::read(&serde_json::to_string(&kept).unwrap()).unwrap();
        let (next, _) = analyse(&numbered(), &asked(), camps(10), Some(&again)).unwrap();
        assert_eq!(next.groups, opinions.groups, "groups keep their names");
        assert!(!serde_json::to_string(&opinions).unwrap().contains("members"));
    }

    #[test]
    fn what_is_no_longer_asked_makes_no_groups_and_is_not_shown_next() {
        let mut asked = asked();
        asked.remove("pastaende-2");
        let (opinions, _) = analyse(&numbered(), &asked, camps(10), None).unwrap();
        let dividing: Vec<&str> = opinions.dividing.iter().map(|one| one.key.as_str()).collect();
        assert_eq!(dividing, ["pastaende"]);
        assert!(opinions.priorities.iter().all(|(key, _)| key != "pastaende-2"));
        assert_eq!(opinions.statements[1].all.n, Some(20), "its stances are still counted");
    }

    #[test]
    fn a_few_of_another_mind_are_not_shown_nor_computed_from_the_groups() {
        let mut casts = camps(20);
        casts.extend([cast(0, 10_001, Vote::Disagree), cast(1, 10_001, Vote::Disagree)]);
        let (opinions, _) = analyse(&numbered(), &asked(), casts, None).unwrap();
        let statement = &opinions.statements[2];
        assert_eq!(statement.all.disagree, None, "{statement:?}");
        let hidden = |stances: &Stances| {
            [stances.agree, stances.disagree, stances.pass]
                .iter()
                .filter(|c| c.is_none())
                .count()
        };
        assert!(
            hidden(&statement.all) >= 2,
            "one hidden count beside the sum would be computed: {statement:?}"
        );
        let few = vec![cast(1, 1, Vote::Agree), cast(2, 1, Vote::Pass)];
        let (opinions, _) = analyse(&numbered(), &asked(), few, None).unwrap();
        assert_eq!(
            opinions.statements[0].all,
            Stances::default(),
            "two people are too few for any number"
        );
    }
}
