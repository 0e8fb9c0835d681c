//! The bundled typefaces and what they can show. No font of the machine is ever used, so that a file looks the
//! same wherever it was made.

use std::collections::HashMap;
use std::sync::LazyLock;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Families in the order in which they are tried.
pub(super) const FAMILIES: [&str; 7] = [
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Ethiopic",
    "Noto Sans Symbols2",
    "Noto Sans Math",
    "Symbola",
];

/// The files; see `fonts/README.md` for origin and licence.
const FILES: [&[u8]; 10] = [
    include_bytes!("../../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../fonts/NotoSans-Italic.ttf"),
    include_bytes!("../../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../../fonts/NotoSans-BoldItalic.ttf"),
    include_bytes!("../../fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansHebrew-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansEthiopic-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansSymbols2-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansMath-Regular.ttf"),
    include_bytes!("../../fonts/Symbola.ttf"),
];

pub(super) struct Fonts {
    pub(super) book: LazyHash<FontBook>,
    pub(super) faces: Vec<Font>,
    /// For each character one bit per face that holds it.
    held_by: HashMap<u32, u16>,
}

pub(super) static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let faces: Vec<Font> = FILES.iter().flat_map(|&file| Font::iter(Bytes::new(file))).collect();
    let mut held_by: HashMap<u32, u16> = HashMap::new();
    for (index, face) in faces.iter().enumerate() {
        for character in face.info().coverage.iter() {
            *held_by.entry(character).or_default() |= 1 << index;
        }
    }
    Fonts {
        book: LazyHash::new(FontBook::from_fonts(&faces)),
        faces,
        held_by,
    }
});

impl Fonts {
    /// Whether one face holds all of these characters; a mark must come from the same face as its letter.
    pub(super) fn hold_together(&self, mut characters: impl Iterator<Item = char>) -> bool {
        characters
            .try_fold(u16::MAX, |faces, c| {
                Some(faces & self.held_by.get(&(c as u32))?).filter(|left| *left != 0)
            })
            .is_some()
    }
}

/// The files themselves, for drawing pictures outside the PDF.
pub(crate) fn files() -> [&'static [u8]; 10] {
    FILES
}
