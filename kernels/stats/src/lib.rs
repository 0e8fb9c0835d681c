//! How to say what people answered without saying too much: shares with their base, intervals, small cells
//! that are not shown, and whether those who took part look like those who live here.
//!
//! Every result carries its `n`. Counts are `u64`, shares are fractions 0–1 unless a name says percentage
//! points. A participation that anyone may join is not a random sample: intervals and limits tell how much
//! chance alone moves a figure of this size, never how far it holds for all residents. Show that beside them.

pub mod ballots;
pub mod crosstab;
pub mod paired;
pub mod proportion;
pub mod ranking;
pub mod representation;
pub mod scale;
pub mod schulze;
pub mod stv;
pub mod suppression;
pub mod weighting;

pub use proportion::{Interval, Proportion};
pub use suppression::{Cell, SMALLEST_SHOWN, suppress};
