//! Real conversations, read from the shared public data that stands beside the repository: `../shared/data/polis`.
//!
//! The votes are open data of Polis, CC BY 4.0, The Computational Democracy Project; `production-*` are test fixtures of
//! red-dwarf, MPL-2.0.

use crate::reference::Server;
use opinion::read::{read_statements, read_votes};
use opinion::{Cast, Columns, Standing, Statement, Vote, Votes};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::path::PathBuf;

/// Those for which the Polis server's own result is known.
pub const SERVER: [&str; 2] = [
    "production-below-100-ptpts",
    "production-25ptpt-3gp-no-strict-with-meta",
];

/// Exports, for which red-dwarf 0.4.0 (PyPI) was run.
pub const EXPORTS: [&str; 7] = [
    "london.youth.policing",
    "15-per-hour-seattle",
    "brexit-consensus",
    "scoop-hivemind.freshwater",
    "scoop-hivemind.ubi",
    "canadian-electoral-reform",
    "vtaiwan.uberx",
];

pub struct Conversation {
    pub votes: Votes,
    pub statements: Vec<Statement>,
}

impl Conversation {
    pub fn columns(&self) -> Columns {
        Columns::new(&self.votes, &self.statements)
    }
}

/// All of both kinds.
pub fn all() -> impl Iterator<Item = (&'static str, Conversation)> {
    let stored = SERVER.into_iter().map(|name| (name, stored(name).0));
    stored.chain(EXPORTS.into_iter().map(|name| (name, exported(name))))
}

/// A Polis export, by the crate's own readers.
pub fn exported(name: &str) -> Conversation {
    let (votes, statements) = (bytes(name, "votes.csv"), bytes(name, "comments.csv"));
    let rows = read_statements(statements.as_slice()).unwrap_or_else(|error| panic!("{name}/comments.csv: {error}"));
    Conversation {
        votes: read_votes(votes.as_slice()).unwrap_or_else(|error| panic!("{name}/votes.csv: {error}")),
        statements: rows.iter().map(|row| row.statement).collect(),
    }
}

/// A vote in a fixture: names differ between the two, agree is 1 in both.
#[derive(Deserialize)]
struct StoredVote {
    #[serde(alias = "pid")]
    participant_id: u64,
    #[serde(alias = "tid")]
    statement_id: u64,
    vote: i64,
}

/// A conversation with the server's result.
pub fn stored(name: &str) -> (Conversation, Server) {
    let server: Server = json(name, "math-pca2.json");
    let votes: Vec<StoredVote> = json(name, "votes.json");
    let casts = votes.iter().map(|stored| Cast {
        participant: stored.participant_id,
        statement: stored.statement_id,
        vote: Vote::from_value(stored.vote).unwrap_or_else(|| panic!("{name}/votes.json: vote {}", stored.vote)),
    });
    let votes = Votes::from_casts(casts).unwrap_or_else(|full| panic!("{name}/votes.json: {full}"));
    // It lists those about the person among those that are out: the later entry counts.
    let with = |standing| move |id: &u64| Statement { id: *id, standing };
    let out = server.mod_out.iter().map(with(Standing::Out));
    let statements = out.chain(server.meta_tids.iter().map(with(Standing::Meta))).collect();
    (Conversation { votes, statements }, server)
}

pub fn json<T: DeserializeOwned>(name: &str, file: &str) -> T {
    serde_json::from_slice(&bytes(name, file)).unwrap_or_else(|error| panic!("{name}/{file}: {error}"))
}

fn bytes(name: &str, file: &str) -> Vec<u8> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/polis"));
    let path = folder.join(name).join(file);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
