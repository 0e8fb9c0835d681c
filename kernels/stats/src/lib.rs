//! How to say what people answered without saying too much: shares with their base, intervals, small cells
//! that are not shown, whether those who took part look like those who live here, and what they put first.
//!
//! ```
//! use stats::weighting::{Margin, Raking, rake};
//!
//! // Two of three are women (0), half of the inhabitants are.
//! let categories = [Some(0), Some(0), Some(1)];
//! let weighted = rake(&[Margin { categories: &categories, population: &[510.0, 510.0] }], Raking::default())?;
//! assert_eq!(weighted.weights, [0.75, 0.75, 1.5]);
//! assert!(weighted.report.converged && weighted.report.effective_n < 3.0);
//! # Ok::<(), stats::weighting::RakingError>(())
//! ```
//!
//! - [`proportion`], [`scale`], [`ranking`]: a share, a scale, positions, each with its n.
//! - [`suppression`] for one line of counts, [`crosstab`] for rows by columns: small cells that nothing shown gives away.
//! - [`representation`]: who took part beside who lives here, and who is missing; [`weighting`]: what weights make of it.
//! - [`paired`]: "which of these two?"; [`ballots`], [`schulze`], [`stv`]: ranked ballots, one winner or several seats.
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
