//! The way a contribution came: shown in every count, so that nobody takes paper for web.

use super::keys::fold;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    Web,
    Paper,
    Phone,
    Email,
    Meeting,
    School,
    Interview,
    Import,
}

impl Channel {
    pub const ALL: [Channel; 8] = [
        Channel::Web,
        Channel::Paper,
        Channel::Phone,
        Channel::Email,
        Channel::Meeting,
        Channel::School,
        Channel::Interview,
        Channel::Import,
    ];

    /// The word in the database, in forms and in exports.
    pub fn name(self) -> &'static str {
        match self {
            Channel::Web => "web",
            Channel::Paper => "paper",
            Channel::Phone => "phone",
            Channel::Email => "email",
            Channel::Meeting => "meeting",
            Channel::School => "school",
            Channel::Interview => "interview",
            Channel::Import => "import",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.name() == name)
    }

    /// Reads the word as Swedish and English files have it.
    pub fn read(word: &str) -> Option<Self> {
        Some(match fold(word).as_str() {
            "webb" | "web" | "webben" | "webbenkat" | "natet" => Channel::Web,
            "papper" | "paper" | "pappersenkat" | "blankett" | "brev" => Channel::Paper,
            "telefon" | "phone" | "telephone" => Channel::Phone,
            "e-post" | "epost" | "e-mail" | "email" | "mejl" => Channel::Email,
            "mote" | "meeting" | "medborgarmote" | "motesanteckning" => Channel::Meeting,
            "skola" | "school" => Channel::School,
            "intervju" | "interview" => Channel::Interview,
            "import" | "fil" => Channel::Import,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_channel_is_read_by_its_own_name() {
        for channel in Channel::ALL {
            assert_eq!(Channel::read(channel.name()), Some(channel));
            assert_eq!(Channel::named(channel.name()), Some(channel));
        }
        assert_eq!(Channel::read(" Möte "), Some(Channel::Meeting));
        assert_eq!(Channel::read("rymden"), None);
    }
}
