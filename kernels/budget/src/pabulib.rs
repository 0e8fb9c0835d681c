//! Reading `.pb` files, the format in which cities' participatory budgets are published and exchanged.
//!
//! Format: Faliszewski et al. 2023, *Participatory Budgeting: Data, Tools, and Analysis*, and the page of Pabulib on it.
//! Three sections, META, PROJECTS and VOTES, each a line with its name, a header and rows of fields between semicolons.
//! Faults are errors with their line. What merely does not agree (tallies, limits on ballots) is a [`Notice`], as the
//! published results count such ballots, too.

mod ballots;
mod problem;
mod record;

use crate::amount::Amount;
use crate::election::{BallotKind, Election, Project};
use crate::equal_shares::{Completion, EqualShares};
use crate::greedy::Greedy;
use crate::rule::Rule;
use crate::support::Satisfaction;
use ballots::{Limits, Meta, Named};
pub use problem::{Finding, Notice, PabulibError, Problem};
use record::Records;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

/// A file as read.
#[derive(Debug, Clone)]
pub struct Pabulib {
    pub election: Election,
    /// META, key by key.
    pub meta: BTreeMap<String, String>,
    /// What the city funded by its rule (`selected` 1), by index; `None` when the file does not tell.
    pub official: Option<Vec<usize>>,
    /// Funded from other money (`selected` 2 and above).
    pub otherwise: Vec<usize>,
    /// In the order of lines.
    pub notices: Vec<Notice>,
}

impl Pabulib {
    /// The city's rule, where it is one of ours: greedy, greedy-no-skip, greedy-threshold, equalshares,
    /// equalshares/add1 and equalshares/add1u.
    pub fn rule(&self) -> Option<Rule> {
        let threshold = self.meta.get("min_project_score_threshold");
        let least_score = threshold.map_or(Some(0), |threshold| threshold.parse().ok())?;
        let greedy = Greedy {
            least_score,
            ..Greedy::by(Satisfaction::Cost)
        };
        let equal_shares = |completion| Rule::EqualShares(EqualShares::by(Satisfaction::Cost, completion));
        match self.meta.get("rule")?.to_lowercase().as_str() {
            "greedy" | "greedy-threshold" => Some(Rule::Greedy(greedy)),
            "greedy-no-skip" => Some(Rule::Greedy(Greedy { stops: true, ..greedy })),
            "equalshares" => Some(equal_shares(Completion::None)),
            "equalshares/add1" => Some(equal_shares(Completion::Add1)),
            "equalshares/add1u" => Some(equal_shares(Completion::Add1u)),
            _ => None,
        }
    }
}

/// Reads a file. O(bytes).
pub fn read(bytes: &[u8]) -> Result<Pabulib, PabulibError> {
    let mut reader = Reader::new(Records::new(bytes)?)?;
    let meta = reader.meta()?;
    let (projects, tallies) = reader.projects()?;
    reader.votes(meta, projects, tallies)
}

/// What PROJECTS states of one project besides itself.
struct Stated {
    line: u32,
    votes: Option<u64>,
    score: Option<u64>,
    selected: Option<u64>,
}

struct Reader<'a> {
    records: Records<'a>,
    fields: Vec<Cow<'a, str>>,
    notices: Vec<Notice>,
}

fn names_section(fields: &[Cow<'_, str>]) -> bool {
    let names = ["META", "PROJECTS", "VOTES"];
    names.iter().any(|name| fields[0].eq_ignore_ascii_case(name)) && fields[1..].iter().all(|field| field.is_empty())
}

fn column(header: &[Cow<'_, str>], name: &str) -> Option<usize> {
    header.iter().position(|column| column.eq_ignore_ascii_case(name))
}

impl<'a> Reader<'a> {
    fn new(records: Records<'a>) -> Result<Reader<'a>, PabulibError> {
        let mut reader = Reader {
            records,
            fields: Vec::new(),
            notices: Vec::new(),
        };
        reader.next()?;
        Ok(reader)
    }

    /// The next record into `fields`, with its line.
    fn next(&mut self) -> Result<Option<u32>, PabulibError> {
        let line = self.records.next(&mut self.fields)?;
        if line.is_none() {
            self.fields.clear();
        }
        Ok(line)
    }

    /// The section's header; the record with its name has been read.
    fn header(&mut self, name: &'static str) -> Result<(Vec<Cow<'a, str>>, u32), PabulibError> {
        let here = self.records.line().saturating_sub(1).max(1);
        if self.fields.is_empty() {
            return Err(Problem::MissingSection(name).at(here));
        }
        if !self.fields[0].eq_ignore_ascii_case(name) {
            return Err(match names_section(&self.fields) {
                true => Problem::MissingSection(name).at(here),
                false => Problem::Stray(self.fields[0].to_string()).at(here),
            });
        }
        match self.next()? {
            Some(line) => Ok((std::mem::take(&mut self.fields), line)),
            None => Ok((Vec::new(), here)),
        }
    }

    /// The next row of the section; `None` when another begins, whose name is then in `fields`, or the file ends.
    fn row(&mut self) -> Result<Option<u32>, PabulibError> {
        let line = self.next()?;
        Ok(line.filter(|_| !names_section(&self.fields)))
    }

    fn field(&self, column: usize) -> &str {
        self.fields.get(column).map_or("", |field| field)
    }

    fn meta(&mut self) -> Result<Meta, PabulibError> {
        self.header("META")?;
        let mut values = BTreeMap::new();
        while let Some(line) = self.row()? {
            values.insert(self.fields[0].to_string(), (self.field(1).to_owned(), line));
        }
        let end = self.records.line().saturating_sub(1).max(1);
        Ok(Meta { values, end })
    }

    fn projects(&mut self) -> Result<(Vec<Project>, Vec<Stated>), PabulibError> {
        let (header, line) = self.header("PROJECTS")?;
        let needed = |name| column(&header, name).ok_or(Problem::MissingColumn(name).at(line));
        let (id, cost) = (needed("project_id")?, needed("cost")?);
        let [name, votes, score, selected] = ["name", "votes", "score", "selected"].map(|name| column(&header, name));
        let (mut projects, mut stated) = (Vec::new(), Vec::new());
        while let Some(line) = self.row()? {
            let number = |column: Option<usize>| column.and_then(|column| whole(self.field(column)));
            if self.fields.len() <= cost {
                return Err(Problem::ShortRow("cost").at(line));
            }
            projects.push(Project {
                id: self.field(id).to_owned(),
                name: name.map_or("", |name| self.field(name)).to_owned(),
                cost: amount("cost", self.field(cost), line)?,
            });
            stated.push(Stated {
                line,
                votes: number(votes),
                score: number(score),
                selected: number(selected),
            });
        }
        Ok((projects, stated))
    }

    fn votes(mut self, meta: Meta, projects: Vec<Project>, stated: Vec<Stated>) -> Result<Pabulib, PabulibError> {
        let mut election = meta.election(projects, &stated)?;
        let ids: HashMap<String, usize> = election
            .projects()
            .iter()
            .enumerate()
            .map(|(index, project)| (project.id.clone(), index))
            .collect();
        let limits = Limits::new(&meta)?;
        let (header, line) = self.header("VOTES")?;
        let vote = column(&header, "vote").ok_or(Problem::MissingColumn("vote").at(line))?;
        let points = match (election.kind(), column(&header, "points")) {
            (BallotKind::Cumulative, None) => return Err(Problem::MissingColumn("points").at(line)),
            (BallotKind::Cumulative, points) => points,
            _ => None,
        };
        let voter = column(&header, "voter_id");
        let mut seen: HashSet<Cow<'a, str>> = HashSet::new();
        let mut ballot = Named::default();
        while let Some(line) = self.row()? {
            if self.fields.len() <= vote {
                return Err(Problem::ShortRow("vote").at(line));
            }
            ballot.read(self.field(vote), points.map(|points| self.field(points)), &ids, line)?;
            ballot.cast(&mut election, line)?;
            limits.look(&ballot, &election, line, &mut self.notices);
            let id = voter
                .and_then(|voter| self.fields.get_mut(voter))
                .map(std::mem::take)
                .unwrap_or_default();
            if seen.contains(&id) {
                self.note(line, Finding::SameVoter(id.into_owned()));
            } else if !id.is_empty() {
                seen.insert(id);
            }
        }
        if let Some(section) = self.fields.first() {
            return Err(Problem::Stray(section.to_string()).at(self.records.line().saturating_sub(1)));
        }
        Ok(self.agree(election, meta, &stated))
    }

    /// Notes where counts and tallies differ from what the file states, and takes over what was funded.
    fn agree(mut self, election: Election, meta: Meta, stated: &[Stated]) -> Pabulib {
        let counts = [
            ("num_projects", election.projects().len() as u64),
            ("num_votes", election.voters()),
        ];
        for (key, counted) in counts {
            if let Some((text, line)) = meta.values.get(key)
                && let Some(stated) = whole(text)
                && stated != counted
            {
                self.note(*line, Finding::Count { key, stated, counted });
            }
        }
        let tallies = election.supporters().into_iter().zip(election.points());
        for ((project, stated), (supporters, points)) in election.projects().iter().zip(stated).zip(tallies) {
            for (column, is, counted) in [("votes", stated.votes, supporters), ("score", stated.score, points)] {
                if let Some(is) = is.filter(|is| *is != counted) {
                    let project = project.id.clone();
                    let finding = Finding::Tally {
                        column,
                        project,
                        stated: is,
                        counted,
                    };
                    self.note(stated.line, finding);
                }
            }
        }
        self.notices.sort_by_key(|notice| notice.line);
        let selected = |by: fn(u64) -> bool| {
            let chosen = move |(_, stated): &(usize, &Stated)| stated.selected.is_some_and(by);
            stated
                .iter()
                .enumerate()
                .filter(chosen)
                .map(|(index, _)| index)
                .collect::<Vec<_>>()
        };
        let told = stated.iter().any(|stated| stated.selected.is_some());
        Pabulib {
            official: told.then(|| selected(|selected| selected == 1)),
            otherwise: selected(|selected| selected > 1),
            meta: meta.values.into_iter().map(|(key, (value, _))| (key, value)).collect(),
            election,
            notices: self.notices,
        }
    }

    fn note(&mut self, line: u32, finding: Finding) {
        self.notices.push(Notice { line, finding });
    }
}

/// A whole number, also when written with decimals that are zero.
fn whole(text: &str) -> Option<u64> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let zeros = decimals.bytes().all(|byte| byte == b'0');
    (digits(whole) && digits(decimals) && zeros).then(|| whole.parse().ok())?
}

fn amount(column: &'static str, text: &str, line: u32) -> Result<Amount, PabulibError> {
    Amount::read(text).map_err(|why| {
        let text = text.to_owned();
        Problem::NotAnAmount { column, text, why }.at(line)
    })
}
