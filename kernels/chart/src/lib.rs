//! Charts drawn on the server: numbers in, rows with a small SVG each out, and always what a table needs.
//!
//! A resident's chart is markup, not an image: label, bar and number stand side by side, so the bar itself is decoration
//! (`aria-hidden`) and works without script, in print and under a strict content policy. Bars are `rect`s with percent
//! widths; colours come from the stylesheet. For documents `Bars::picture` draws the whole chart as one SVG with text.
//! Every row carries its base: a number always shows what it is a share of. A suppressed cell has no count and no bar.
//!
//! To add a kind: a file with the values in, the rows out and its own tests; the template macro writes figure and table.
//! Never here: language, rounding for readers, which cells to suppress.

mod bars;
mod comparison;
mod curve;
mod flow;
mod picture;
mod plane;
mod scatter;
mod spans;
mod stacked;
mod svg;
mod timeline;

pub use bars::{Bar, BarRow, Bars, Order, Scale};
pub use comparison::{Comparison, ComparisonRow, Group};
pub use curve::Curve;
pub use flow::{Flow, FlowArrow, FlowBox, FlowColumn};
pub use plane::Plane;
pub use scatter::{Scatter, Stand};
pub use spans::{Span, Spans};
pub use stacked::{KeyPart, Split, Stacked, StackedRow};
pub use svg::escape;
pub use timeline::{Column, Timeline};
