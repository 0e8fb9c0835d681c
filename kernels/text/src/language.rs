//! Guesses which language a text is written in, so that it can be sent to somebody who reads it. A guess, and it says when a
//! text is too short or too mixed to tell.
//!
//! Naive Bayes on the one to four letters that follow each other (Cavnar and Trenkle, *N-gram-based text categorization*, 1994,
//! for the features; Dunning, *Statistical identification of language*, 1994, for the model). The table `language/model.txt`
//! holds frequencies counted in the Universal Declaration of Human Rights, in the translated messages of five free programs and in a
//! list of words in which Danish and Bokmål differ; `examples/language_texts.py` gathers them and `examples/train_language.rs`
//! makes both tables. Swedish, Danish and Bokmål are told from each other in a second step ([`neighbours`]), which knows more of them
//! and nothing else. Whole numbers only: the same on every machine.

mod neighbours;

pub use neighbours::{NEIGHBOURS, UNITS as FINE_UNITS, each_piece as each_long_piece};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

/// Letters that a text needs before anything is said about it.
const LEAST_LETTERS: usize = 12;
/// How much likelier the best language must be than the next: e times.
const LEAST_LEAD: u64 = UNITS;
/// Steps to one unit of the natural logarithm in the table.
pub const UNITS: u64 = 8;
/// What a piece costs that a language's table lacks: −ln(4.8 · 10⁻⁶) in steps.
pub const MISSING: u8 = 98;
/// A text in which each piece costs about as much as a missing one is in none of the languages.
const MOST_MEAN: u64 = 74;
/// Letters that are looked at; more say nothing new.
const MOST_LETTERS: usize = 2_000;

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read(include_str!("language/model.txt")));

/// A guess, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guess {
    /// ISO 639 code: `sv`, `en`, `fi`, `ar`, `so` …
    Language(&'static str),
    /// Fewer letters than anything can be told from.
    TooShort,
    /// Two languages fit nearly as well, or none does.
    Unsure,
}

/// The languages that can be told apart, by code.
pub fn languages() -> impl Iterator<Item = &'static str> {
    MODEL.codes.iter().copied()
}

/// The language of a text. Looks at its first 2,000 letters; time linear in them.
pub fn guess(text: &str) -> Guess {
    let model = &*MODEL;
    let mut costs = vec![0_u64; model.codes.len()];
    let mut pieces = 0_u64;
    let letters = each_piece(text, |piece| {
        pieces += 1;
        match model.costs.get(&piece) {
            Some(row) => costs
                .iter_mut()
                .zip(row)
                .for_each(|(sum, cost)| *sum += u64::from(*cost)),
            None => costs.iter_mut().for_each(|sum| *sum += u64::from(MISSING)),
        }
    });
    if letters < LEAST_LETTERS {
        return Guess::TooShort;
    }
    let mut order: Vec<usize> = (0..costs.len()).collect();
    order.sort_by_key(|language| (costs[*language], *language));
    let best = order[0];
    let near = neighbours::is_one(model.codes[best]);
    let alike = |language: &usize| near && neighbours::is_one(model.codes[*language]);
    let next = order[1..].iter().find(|language| !alike(language));
    let leads = next.is_none_or(|next| costs[*next] - costs[best] >= LEAST_LEAD);
    match leads && costs[best] <= MOST_MEAN * pieces {
        true if near => neighbours::guess(text).map_or(Guess::Unsure, Guess::Language),
        true => Guess::Language(model.codes[best]),
        false => Guess::Unsure,
    }
}

/// Hands over each run of one to four characters of the text's letters in lower case, with one space before, between and
/// after words, packed sixteen bits a character. Answers the number of letters.
pub fn each_piece(text: &str, take: impl FnMut(u64)) -> usize {
    each_run::<4>(text, take)
}

/// The same for runs of one to `LONGEST` characters, which share the 64 bits evenly.
fn each_run<const LONGEST: u32>(text: &str, mut take: impl FnMut(u64)) -> usize {
    let bits = 64 / LONGEST;
    let letter_of = |letter: char| u64::from(u32::from(letter)) & (u64::MAX >> (64 - bits));
    let mut window = letter_of(' ');
    let mut filled = 1;
    let mut letters = 0;
    let mut push = |letter: char| {
        window = (window << bits) | letter_of(letter);
        filled = (filled + 1).min(LONGEST);
        for long in 2..=filled {
            take(window & (u64::MAX >> (64 - bits * long)));
        }
        if letter != ' ' {
            take(letter_of(letter));
        }
    };
    let mut in_word = false;
    for letter in text.chars().flat_map(char::to_lowercase) {
        if letter.is_alphabetic() {
            push(letter);
            letters += 1;
            in_word = true;
            if letters == MOST_LETTERS {
                break;
            }
        } else if in_word && letter != '\u{307}' {
            push(' ');
            in_word = false;
        }
    }
    if in_word {
        push(' ');
    }
    letters
}

struct Model {
    codes: Vec<&'static str>,
    costs: HashMap<u64, Box<[u8]>, BuildHasherDefault<PieceHasher>>,
}

/// One multiplication (Knuth, *The Art of Computer Programming*, 6.4). What is asked for may be anybody's text, but what stands in the table
/// is ours, so nobody can crowd it.
#[derive(Default)]
pub(crate) struct PieceHasher(u64);

impl Hasher for PieceHasher {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    fn write_u64(&mut self, piece: u64) {
        let mixed = (self.0 ^ piece).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

impl Model {
    /// A line for each language: its code, then pieces and costs by turns; `_` is a space. What is no number is a test's
    /// business (`the_table_is_whole`).
    fn read(table: &'static str) -> Model {
        let lines: Vec<&str> = table.lines().filter(|line| !line.starts_with('#')).collect();
        let mut model = Model {
            codes: Vec::new(),
            costs: HashMap::default(),
        };
        for (language, line) in lines.iter().enumerate() {
            let mut fields = line.split(' ');
            model.codes.push(fields.next().unwrap_or_default());
            while let (Some(piece), Some(cost)) = (fields.next(), fields.next()) {
                let row = model
                    .costs
                    .entry(pack(piece))
                    .or_insert_with(|| vec![MISSING; lines.len()].into());
                row[language] = cost.parse().unwrap_or(MISSING);
            }
        }
        model
    }
}

fn pack(piece: &str) -> u64 {
    piece.chars().fold(0, |packed, letter| {
        let letter = if letter == '_' { ' ' } else { letter };
        (packed << 16) | (u64::from(u32::from(letter)) & 0xffff)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        assert!(languages().eq([
            "ar", "bs", "da", "de", "en", "es", "fa", "fi", "fr", "ku", "nb", "pl", "ru", "so", "sq", "sv", "ti", "tr",
            "uk"
        ]));
        for line in include_str!("language/model.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
        {
            let fields: Vec<&str> = line.split(' ').skip(1).collect();
            assert!(fields.len() > 1_000 && fields.len().is_multiple_of(2));
            assert!(
                fields
                    .chunks(2)
                    .all(|pair| pair[1].parse::<u8>().is_ok_and(|cost| cost < MISSING))
            );
        }
    }

    #[test]
    fn languages_of_our_residents_are_told_apart() {
        for (code, text) in [
            (
                "sv",
                "Jag tycker att det behövs fler bänkar längs gångvägen till vårdcentralen.",
            ),
            (
                "en",
                "I think we need more benches along the footpath to the health centre.",
            ),
            (
                "fi",
                "Minusta terveyskeskukseen johtavan kävelytien varrelle tarvitaan lisää penkkejä.",
            ),
            (
                "da",
                "Jeg synes, der er brug for flere bænke langs stien hen til lægehuset.",
            ),
            (
                "nb",
                "Jeg synes det trengs flere benker langs gangveien bort til legekontoret.",
            ),
            (
                "de",
                "Ich finde, wir brauchen mehr Bänke am Fußweg zum Gesundheitszentrum.",
            ),
            (
                "es",
                "Creo que hacen falta más bancos en el camino que va al centro de salud.",
            ),
            (
                "so",
                "Waxaan u maleynayaa in loo baahan yahay kuraas badan oo dadku ku nastaan.",
            ),
            (
                "ar",
                "أعتقد أننا بحاجة إلى المزيد من المقاعد على طول الطريق إلى المركز الصحي",
            ),
            ("fa", "فکر می‌کنم در کنار پیاده‌رو به نیمکت‌های بیشتری نیاز داریم"),
            (
                "pl",
                "Uważam, że przy drodze do przychodni potrzeba więcej ławek dla starszych.",
            ),
            (
                "tr",
                "Sağlık merkezine giden yol boyunca daha fazla bank gerektiğini düşünüyorum.",
            ),
            (
                "uk",
                "Я вважаю, що вздовж дороги до лікарні потрібно більше лавок для людей.",
            ),
        ] {
            assert_eq!(guess(text), Guess::Language(code), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_told_is_not() {
        for text in ["", "Ja", "12 345 678 901 234", "👍👍👍👍👍👍👍👍👍👍👍👍👍👍", "Bra!"]
        {
            assert_eq!(guess(text), Guess::TooShort, "{text}");
        }
        for text in ["xqzw kjvb wqxz vbnm zzxq qwxk", "我认为去健康中心的路上需要更多的长椅"] {
            assert_eq!(guess(text), Guess::Unsure, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_answered(text in "\\PC{0,200}") {
            let _ = guess(&text);
        }
    }
}
