//! The door where voices enter.

pub mod acts;
mod conditions;
mod dialogue;
pub mod kinds;
pub mod model;
mod pages;
mod shown;
pub mod store;
mod words;

use model::channel::Channel;

/// Words of the door.
pub const TEXTS: texts::Source = texts::source!("participation");

/// The text key of a channel's name.
pub fn channel_label(channel: Channel) -> &'static str {
    match channel {
        Channel::Web => "participation-channel-web",
        Channel::Paper => "participation-channel-paper",
        Channel::Phone => "participation-channel-phone",
        Channel::Email => "participation-channel-email",
        Channel::Meeting => "participation-channel-meeting",
        Channel::School => "participation-channel-school",
        Channel::Interview => "participation-channel-interview",
        Channel::Import => "participation-channel-import",
    }
}
