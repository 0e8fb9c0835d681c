//! `…/resultat/{aktivitet}/{fil}`: stances and ballots in the formats of the field, so that anybody can compute the result again:
//! `samspel analyse opinions roster.csv --statements pastaenden.csv` and `samspel analyse budget rostning.pb`. People have numbers
//! in the order they came and nothing else.

use db::{Conn, Id};
use documents::Cell;
use documents::csv::Style;
use identity::{AnalyseContributions, Grant};
use participation::count::{self, project_number};
use participation::kinds::{COUNT, OPINIONS, kind};
use participation::model::ballot::{BallotForm, FundingRule, Terms};
use participation::model::definition::{Choice, Kind};
use participation::opinions;
use participation::store::{self as voices, Activity};
use web::{Fault, Reply, Req};

use super::Room;

/// The files of an activity whose result is computed apart: name in the address, text key of the link.
pub(crate) fn names(is_statements: bool) -> &'static [(&'static str, &'static str)] {
    if is_statements {
        &[
            ("roster.csv", "insights-file-votes"),
            ("pastaenden.csv", "insights-file-statements"),
        ]
    } else {
        &[("rostning.pb", "insights-file-ballots")]
    }
}

pub(crate) async fn download(req: Req, _: Grant<AnalyseContributions>) -> Reply {
    let mut read = req.site.db.read().await?;
    let room = Room::of(&mut read, &req).await?;
    let activity = voices::activity(&mut read, req.id_param("aktivitet")?).await?;
    if activity.dialogue_id != room.id {
        return Err(Fault::NotFound);
    }
    let (name, computed) = (req.param("fil")?, kind(&activity.kind).computed());
    let (media_type, bytes) = match (computed, name) {
        (Some(OPINIONS), "roster.csv") => (documents::CSV, votes(&mut read, activity.id).await?),
        (Some(OPINIONS), "pastaenden.csv") => (documents::CSV, statements(&mut read, activity.id).await?),
        (Some(COUNT), "rostning.pb") => ("text/plain; charset=utf-8", ballots(&mut read, &activity).await?),
        _ => return Err(Fault::NotFound),
    };
    web::download(name, media_type, bytes)
}

fn titles(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// One row for each stance that counts.
async fn votes(conn: &mut Conn, activity: Id) -> Result<Vec<u8>, Fault> {
    let numbered = opinions::numbered(conn, activity).await?;
    let mut rows = Vec::new();
    let mut voter = 0_i64;
    opinions::each_stances(conn, activity, &numbered, |_, sent, stances| {
        voter += 1;
        rows.extend(stances.into_iter().map(|(statement, stance)| {
            vec![
                Cell::Integer(sent.as_second()),
                Cell::Integer(signed(statement)),
                Cell::Integer(voter),
                Cell::Integer(stance.value()),
            ]
        }));
    })
    .await?;
    let titles = titles(&["timestamp", "comment-id", "voter-id", "vote"]);
    documents::csv::write(&titles, &rows, Style::OPEN_DATA).map_err(Fault::internal)
}

/// One row for each statement that may be shown.
async fn statements(conn: &mut Conn, activity: Id) -> Result<Vec<u8>, Fault> {
    let numbered = opinions::numbered(conn, activity).await?;
    let versions = participation::met_versions(conn, activity).await?;
    let words = |key: &str| {
        versions
            .iter()
            .rev()
            .find_map(|(_, definition)| definition.question(key))
    };
    let rows: Vec<Vec<Cell>> = numbered
        .iter()
        .filter_map(|(number, key)| {
            let question = words(key)?;
            let moderated = Cell::Integer(1);
            Some(vec![
                Cell::Integer(signed(*number)),
                moderated,
                Cell::text(&question.label.sv),
            ])
        })
        .collect();
    let titles = titles(&["comment-id", "moderated", "comment-body"]);
    documents::csv::write(&titles, &rows, Style::OPEN_DATA).map_err(Fault::internal)
}

async fn ballots(conn: &mut Conn, activity: &Activity) -> Result<Vec<u8>, Fault> {
    let question = count::ballot(conn, activity.id).await?.ok_or(Fault::NotFound)?;
    let Kind::Budget { options, terms } = &question.kind else {
        return Err(Fault::NotFound);
    };
    let ballots = count::ballots(conn, activity.id, options).await?;
    Ok(pabulib(&activity.title, options, terms, &ballots).into_bytes())
}

/// A `.pb` file: what is voted on, by what rule, and every ballot that keeps to the terms.
fn pabulib(title: &str, options: &[Choice], terms: &Terms, ballots: &[Vec<usize>]) -> String {
    let number = |place: usize| project_number(place, options.len());
    let cost = |ballot: &[usize]| {
        ballot
            .iter()
            .fold(0_i64, |sum, at| sum.saturating_add(terms.cost(&options[*at].key)))
    };
    let is_counted = |ballot: &&Vec<usize>| match terms.ballot {
        BallotForm::Knapsack => cost(ballot) <= terms.total,
        BallotForm::Approval { most } => most == 0 || ballot.len() <= most,
    };
    let counted: Vec<&Vec<usize>> = ballots.iter().filter(is_counted).collect();
    let mut lines = vec![
        "META".to_owned(),
        "key;value".to_owned(),
        format!("description;{}", field(title)),
        "country;Sweden".to_owned(),
        format!("num_projects;{}", options.len()),
        format!("num_votes;{}", counted.len()),
        format!("budget;{}", terms.total),
        "currency;SEK".to_owned(),
        format!("rule;{}", rule(terms.rule)),
    ];
    match terms.ballot {
        BallotForm::Knapsack => lines.push("vote_type;knapsack".to_owned()),
        BallotForm::Approval { most } => {
            lines.push("vote_type;approval".to_owned());
            if most > 0 {
                lines.push(format!("max_length;{most}"));
            }
        }
    }
    lines.extend(["PROJECTS".to_owned(), "project_id;cost;votes;name".to_owned()]);
    for (place, option) in options.iter().enumerate() {
        let votes = counted.iter().filter(|ballot| ballot.contains(&place)).count();
        let (cost, name) = (terms.cost(&option.key), field(&option.label.sv));
        lines.push(format!("{};{cost};{votes};{name}", number(place)));
    }
    lines.extend(["VOTES".to_owned(), "voter_id;vote".to_owned()]);
    for (voter, ballot) in (1_usize..).zip(counted) {
        let chosen: Vec<String> = ballot.iter().map(|place| number(*place)).collect();
        lines.push(format!("{voter};{}", chosen.join(",")));
    }
    lines.join("\n") + "\n"
}

/// As the format names the rules.
fn rule(rule: FundingRule) -> &'static str {
    match rule {
        FundingRule::Greedy => "greedy",
        // The format has no word for the last step; the command takes it: `--rule equal-shares --completion add1u`.
        FundingRule::EqualShares => "equalshares/add1u",
        FundingRule::Phragmen => "phragmen",
    }
}

/// Text between semicolons: quoted where it must be, on one line.
fn field(text: &str) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if one_line.contains([';', '"']) {
        format!("\"{}\"", one_line.replace('"', "\"\""))
    } else {
        one_line
    }
}

fn signed(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
