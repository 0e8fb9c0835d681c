//! `samspel analyse opinions`.

use crate::report::{Report, Words};
use crate::{Forms, Found, input, progress};
use clap::Args;
use opinion::read::{StatementRow, read_statements, read_votes};
use opinion::{Analysis, Settings, Vote, analyse};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::BufReader;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct Options {
    /// The votes: `comment-id`, `voter-id`, `vote` (1 agree, 0 pass, -1 disagree), and `timestamp` if there is one.
    votes: PathBuf,
    /// The statements: `comment-id`, and `moderated`, `is-meta`, `comment-body` if there are.
    #[arg(long, value_name = "FILE")]
    statements: Option<PathBuf>,
    /// Groups smaller than this join the nearest; five at least.
    #[arg(long, default_value_t = opinion::SMALLEST_GROUP)]
    smallest_group: usize,
    /// Where searches start.
    #[arg(long, default_value_t = 0)]
    seed: u64,
    #[command(flatten)]
    pub forms: Forms,
}

/// What `--json` answers. Lists of numbers follow `statement_ids`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Opinions {
    /// Votes that count: of several by one person on one statement the last.
    votes: usize,
    participants: usize,
    /// Statements that somebody voted on.
    statements: usize,
    /// The two directions in which people differ most, as weights of the statements.
    axes: [Vec<f64>; 2],
    /// How much of the differences each of them explains, 0–1.
    explained: [f64; 2],
    statement_ids: Vec<u64>,
    groups: Vec<Group>,
    /// For each number of groups tried, how well they are set apart, −1 to 1.
    silhouette: BTreeMap<usize, f64>,
    /// By label of the group: what is typical of it.
    representative: BTreeMap<char, Vec<Typical>>,
    consensus: Consensus,
    /// How far all groups agree on each statement, most first.
    common: Vec<Common>,
    divisive: Vec<Divisive>,
    /// Where everybody stands in the picture.
    positions: Vec<Position>,
    /// How much each statement is worth showing next.
    priorities: Vec<Priority>,
    suppressed: Suppressed,
    #[serde(skip)]
    texts: BTreeMap<u64, String>,
    #[serde(skip)]
    agreed: [Vec<opinion::Agreed>; 2],
}

#[derive(Debug, Serialize, JsonSchema)]
struct Group {
    label: char,
    size: usize,
    /// Not for publishing.
    members: Vec<u64>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Typical {
    statement: u64,
    /// Whether the group is typical for agreeing; else for disagreeing.
    agree: bool,
    /// How many in the group took that position, of `n` who voted on it.
    count: u32,
    n: u32,
    share: f64,
    share_test: f64,
    /// How many times as likely the position is as among the rest.
    ratio: f64,
    ratio_test: f64,
    best_agree: bool,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Consensus {
    agree: Vec<u64>,
    disagree: Vec<u64>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Common {
    statement: u64,
    /// Product over the groups of the share that agrees, and disagrees.
    agree: f64,
    disagree: f64,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Divisive {
    statement: u64,
    /// The groups that agree most, and disagree most.
    agreeing: char,
    disagreeing: char,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Position {
    participant: u64,
    place: [f64; 2],
    group: Option<char>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Priority {
    statement: u64,
    priority: f64,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Suppressed {
    /// Groups that were too small to be told of and joined the nearest.
    merged_groups: usize,
    /// There are too few people for any group.
    too_few_people: bool,
}

pub fn find(options: &Options) -> anyhow::Result<Opinions> {
    let rows = match &options.statements {
        Some(file) => {
            read_statements(BufReader::new(open(file)?)).map_err(|fault| input::at_line(file, fault.line, &fault))?
        }
        None => Vec::new(),
    };
    let source = BufReader::with_capacity(1 << 16, open(&options.votes)?);
    let votes = progress::during("reading votes", || read_votes(source))
        .map_err(|fault| input::at_line(&options.votes, fault.line, &fault))?;
    let settings = Settings {
        smallest_group: options.smallest_group,
        seed: options.seed,
        ..Settings::default()
    };
    let statements: Vec<_> = rows.iter().map(|row| row.statement).collect();
    let analysis = progress::during("finding groups", || analyse(&votes, &statements, &settings, None));
    Ok(Opinions::new(analysis, rows))
}

fn open(file: &std::path::Path) -> anyhow::Result<std::fs::File> {
    use anyhow::Context as _;
    std::fs::File::open(file).with_context(|| format!("cannot read {}", file.display()))
}

impl Opinions {
    fn new(found: Analysis, rows: Vec<StatementRow>) -> Opinions {
        let labels: Vec<char> = found.groups.iter().map(|group| group.label).collect();
        let ids = |list: &[opinion::Agreed]| list.iter().map(|agreed| agreed.statement).collect();
        let typical = |of: &opinion::Representative| Typical {
            statement: of.statement,
            agree: of.vote == Vote::Agree,
            count: of.count,
            n: of.n,
            share: of.share,
            share_test: of.share_test,
            ratio: of.ratio,
            ratio_test: of.ratio_test,
            best_agree: of.best_agree,
        };
        Opinions {
            votes: found.votes,
            participants: found.participants,
            statements: found.statement_ids.len(),
            explained: found.axes.explained,
            axes: found.axes.weights,
            statement_ids: found.statement_ids,
            silhouette: found
                .candidates
                .iter()
                .map(|one| (one.groups, one.silhouette))
                .collect(),
            representative: (found.groups.iter())
                .map(|group| (group.label, group.representative.iter().map(typical).collect()))
                .collect(),
            groups: (found.groups.into_iter())
                .map(|group| Group {
                    label: group.label,
                    size: group.size,
                    members: group.members,
                })
                .collect(),
            consensus: Consensus {
                agree: ids(&found.consensus.agree),
                disagree: ids(&found.consensus.disagree),
            },
            common: (found.common.iter())
                .map(|one| Common {
                    statement: one.statement,
                    agree: one.agree,
                    disagree: one.disagree,
                })
                .collect(),
            divisive: (found.divisive.iter())
                .map(|one| Divisive {
                    statement: one.statement,
                    agreeing: labels[one.agreeing],
                    disagreeing: labels[one.disagreeing],
                })
                .collect(),
            positions: (found.positions.iter())
                .map(|one| Position {
                    participant: one.participant,
                    place: one.place,
                    group: one.group,
                })
                .collect(),
            priorities: (found.priorities.iter())
                .map(|(statement, priority)| Priority {
                    statement: *statement,
                    priority: *priority,
                })
                .collect(),
            suppressed: Suppressed {
                merged_groups: found.suppressed.merged_groups,
                too_few_people: found.suppressed.too_few_people,
            },
            texts: rows.into_iter().map(|row| (row.statement.id, row.text)).collect(),
            agreed: [found.consensus.agree, found.consensus.disagree],
        }
    }

    /// The number of a statement, and its words if they are known.
    fn named(&self, statement: u64) -> String {
        match self.texts.get(&statement) {
            Some(text) if !text.is_empty() => format!("{statement}. {text}"),
            _ => statement.to_string(),
        }
    }
}

impl Found for Opinions {
    fn table(&self) -> String {
        let mut out = format!(
            "{} votes by {} people on {} statements\n",
            self.votes, self.participants, self.statements
        );
        if self.suppressed.too_few_people {
            out.push_str("too few people for groups\n");
        }
        for group in &self.groups {
            let _ = writeln!(out, "\ngroup {}: {} people", group.label, group.size);
            for one in self.representative.get(&group.label).into_iter().flatten() {
                let side = if one.agree { "agree" } else { "disagree" };
                let named = self.named(one.statement);
                let _ = writeln!(out, "  {side:>8} {:>4} of {:<4} {named}", one.count, one.n);
            }
        }
        for (side, list) in ["agree", "disagree"].into_iter().zip(&self.agreed) {
            if !list.is_empty() {
                let _ = writeln!(out, "\nmost {side}");
            }
            for one in list {
                let named = self.named(one.statement);
                let _ = writeln!(out, "           {:>4} of {:<4} {named}", one.count, one.n);
            }
        }
        out
    }

    fn report(&self, words: &Words) -> Report {
        let base = [
            ("votes", words.count(self.votes as u64).into()),
            ("people", words.count(self.participants as u64).into()),
            ("statements", words.count(self.statements as u64).into()),
            ("groups", words.count(self.groups.len() as u64).into()),
        ];
        let key = if self.groups.is_empty() {
            "analyse-opinions-no-groups"
        } else {
            "analyse-opinions-finding"
        };
        let mut report = Report::new(words.t("analyse-opinions-title"), words.ta(key, &base));
        if self.suppressed.merged_groups > 0 {
            let merged = words.count(self.suppressed.merged_groups as u64);
            report.paragraph(words.ta("analyse-opinions-merged", &[("groups", merged.into())]));
        }
        if !self.groups.is_empty() {
            report.heading(words.t("analyse-opinions-groups"));
            let bars = self.groups.iter().map(|group| {
                let label = words.ta("analyse-opinions-group", &[("label", group.label.to_string().into())]);
                (label, i64::try_from(group.size).unwrap_or(i64::MAX))
            });
            report.bars(words.t("analyse-opinions-sizes"), bars.collect(), |n| words.count(n));
        }
        for group in &self.groups {
            report.heading(words.ta("analyse-opinions-group", &[("label", group.label.to_string().into())]));
            let rows = self.representative.get(&group.label).into_iter().flatten().map(|one| {
                let side = if one.agree { "analyse-agree" } else { "analyse-disagree" };
                vec![
                    self.named(one.statement),
                    words.t(side),
                    words.count(one.count),
                    words.count(one.n),
                    words.decimal(one.ratio, 1),
                ]
            });
            let people = words.count(group.size as u64);
            report.table(
                words.ta("analyse-opinions-typical", &[("people", people.into())]),
                &[
                    (&words.t("analyse-statement"), false),
                    (&words.t("analyse-position"), false),
                    (&words.t("analyse-count"), true),
                    (&words.t("analyse-base"), true),
                    (&words.t("analyse-opinions-ratio"), true),
                ],
                rows.collect(),
            );
        }
        self.agreement(words, &mut report);
        report
    }
}

impl Opinions {
    fn agreement(&self, words: &Words, report: &mut Report) {
        report.heading(words.t("analyse-opinions-consensus"));
        let sides = [
            ("analyse-agree", &self.agreed[0]),
            ("analyse-disagree", &self.agreed[1]),
        ];
        let rows: Vec<Vec<String>> = sides
            .iter()
            .flat_map(|(side, list)| {
                list.iter().map(|one| {
                    vec![
                        self.named(one.statement),
                        words.t(side),
                        words.count(one.count),
                        words.count(one.n),
                    ]
                })
            })
            .collect();
        if rows.is_empty() {
            report.paragraph(words.t("analyse-opinions-no-consensus"));
        } else {
            report.table(
                words.t("analyse-opinions-consensus-caption"),
                &[
                    (&words.t("analyse-statement"), false),
                    (&words.t("analyse-position"), false),
                    (&words.t("analyse-count"), true),
                    (&words.t("analyse-base"), true),
                ],
                rows,
            );
        }
        if !self.divisive.is_empty() {
            report.heading(words.t("analyse-opinions-divisive"));
            let rows = self.divisive.iter().map(|one| {
                vec![
                    self.named(one.statement),
                    one.agreeing.to_string(),
                    one.disagreeing.to_string(),
                ]
            });
            report.table(
                words.t("analyse-opinions-divisive-caption"),
                &[
                    (&words.t("analyse-statement"), false),
                    (&words.t("analyse-opinions-agreeing"), false),
                    (&words.t("analyse-opinions-disagreeing"), false),
                ],
                rows.collect(),
            );
        }
    }
}
