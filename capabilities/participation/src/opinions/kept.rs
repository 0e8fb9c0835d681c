//! What the next run begins from: who was in which group, so that groups keep their letters. Never shown.

use opinion::Memory;
use serde::{Deserialize, Serialize};

/// [`Memory`] as it is written down.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Kept {
    axes: Vec<(u64, [f64; 2])>,
    members: Vec<(u64, char)>,
    rival: Option<(usize, u32)>,
    centres: Vec<Vec<[f64; 2]>>,
}

impl Kept {
    pub(super) fn of(memory: &Memory) -> Kept {
        Kept {
            axes: memory.axes.clone(),
            members: memory.members.clone(),
            rival: memory.rival.map(|rival| (rival.groups, rival.runs)),
            centres: memory.centres.clone(),
        }
    }

    /// A memory that cannot be read is forgotten: the next run begins anew.
    pub(super) fn read(text: &str) -> Option<Memory> {
        let kept: Kept = serde_json::from_str(text).ok()?;
        Some(Memory {
            axes: kept.axes,
            members: kept.members,
            rival: kept.rival.map(|(groups, runs)| opinion::memory::Rival { groups, runs }),
            centres: kept.centres,
        })
    }
}
