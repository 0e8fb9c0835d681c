//! What others have computed for real conversations, as they write it.

use crate::conversation::json;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What red-dwarf computes for an export. Statements are in ascending order, as in the table of votes.
#[derive(Deserialize)]
pub struct RedDwarf {
    pub pc1: Vec<f64>,
    pub pc2: Vec<f64>,
    pub priority: Vec<f64>,
    /// The group of everybody who was grouped.
    pub labels: BTreeMap<u64, usize>,
}

impl RedDwarf {
    pub fn of(name: &str) -> RedDwarf {
        json(name, "reference.json")
    }

    pub fn groups(&self) -> Vec<Vec<u64>> {
        let mut groups = vec![Vec::new(); self.labels.values().max().map_or(0, |last| last + 1)];
        for (participant, group) in &self.labels {
            groups[*group].push(*participant);
        }
        groups
    }
}

/// The lists, which both write the same way into the file with the rest.
#[derive(Deserialize)]
pub struct Lists {
    /// By group.
    #[serde(rename = "repness")]
    pub representative: BTreeMap<usize, Vec<Listed>>,
    pub consensus: Consensus,
}

impl Lists {
    pub fn of_red_dwarf(name: &str) -> Lists {
        json(name, "reference.json")
    }

    pub fn of_server(name: &str) -> Lists {
        json(name, "math-pca2.json")
    }
}

#[derive(Deserialize)]
pub struct Consensus {
    pub agree: Vec<Listed>,
    pub disagree: Vec<Listed>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Listed {
    pub tid: u64,
    pub n_success: u32,
    pub n_trials: u32,
    pub p_success: f64,
    pub p_test: f64,
    #[serde(flatten)]
    pub of_group: Option<OfGroup>,
}

/// What only an entry of a group has.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct OfGroup {
    pub repful_for: String,
    pub repness: f64,
    pub repness_test: f64,
    #[serde(default)]
    pub best_agree: bool,
}

/// What the Polis server stored (`math-pca2`). It holds agree as −1, so that means and axes have the other sign.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Server {
    /// The statements, ascending; what follows goes by them.
    tids: Vec<u64>,
    pub mod_out: Vec<u64>,
    pub meta_tids: Vec<u64>,
    pub pca: Pca,
    comment_priorities: BTreeMap<u64, f64>,
    group_aware_consensus: BTreeMap<u64, f64>,
    base_clusters: BaseClusters,
    group_clusters: Vec<GroupCluster>,
    group_votes: BTreeMap<usize, GroupVotes>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Pca {
    pub center: Vec<f64>,
    pub comps: [Vec<f64>; 2],
    pub comment_extremity: Vec<f64>,
}

/// People who stand together before they are grouped: one each in conversations as small as these.
#[derive(Deserialize)]
struct BaseClusters {
    id: Vec<u64>,
    members: Vec<Vec<u64>>,
    x: Vec<f64>,
    y: Vec<f64>,
}

#[derive(Deserialize)]
struct GroupCluster {
    /// Base clusters.
    members: Vec<u64>,
}

#[derive(Deserialize)]
struct GroupVotes {
    votes: BTreeMap<u64, Cell>,
}

/// How many of a group agree, disagree, and have seen the statement.
#[derive(Debug, Deserialize)]
pub struct Cell {
    #[serde(rename = "A")]
    pub agree: u32,
    #[serde(rename = "D")]
    pub disagree: u32,
    #[serde(rename = "S")]
    pub seen: u32,
}

impl Server {
    pub fn priorities(&self) -> Vec<f64> {
        self.tids.iter().map(|id| self.comment_priorities[id]).collect()
    }

    pub fn common(&self) -> Vec<f64> {
        self.tids.iter().map(|id| self.group_aware_consensus[id]).collect()
    }

    pub fn places(&self) -> impl Iterator<Item = (u64, [f64; 2])> {
        let clusters = &self.base_clusters;
        (clusters.members.iter().enumerate()).map(|(place, members)| {
            assert_eq!(members.len(), 1, "one person for one place");
            (members[0], [clusters.x[place], clusters.y[place]])
        })
    }

    pub fn groups(&self) -> Vec<Vec<u64>> {
        let clusters = &self.base_clusters;
        let members_of: BTreeMap<u64, &Vec<u64>> = clusters.id.iter().copied().zip(&clusters.members).collect();
        let people = |group: &GroupCluster| group.members.iter().flat_map(|id| members_of[id]).copied().collect();
        self.group_clusters.iter().map(people).collect()
    }

    pub fn cells(&self) -> impl Iterator<Item = (usize, u64, &Cell)> {
        (self.group_votes.iter()).flat_map(|(group, counts)| {
            let cells = counts.votes.iter();
            cells.map(move |(statement, cell)| (*group, *statement, cell))
        })
    }
}
