//! What can be done at the door: each act checks, decides by the model, writes with its audit line, and tells.
//! Pages, API, commands and tests call the same acts.

mod activities;
mod answers;
mod imports;
mod methods;
mod stances;

pub use activities::*;
pub use answers::*;
pub use imports::*;
pub use methods::*;
pub use stances::*;
