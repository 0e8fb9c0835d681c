//! SQL of the door. Every function takes the connection or the transaction; no decisions here.

mod activities;
mod contributions;
mod imports;
mod methods;
mod opinions;
mod passages;

pub use activities::*;
pub use contributions::*;
pub use imports::*;
pub use methods::*;
pub use opinions::*;
pub use passages::*;
