//! Words, sentences and readability, so that a letter, a question or a report can be checked against
//! språklagen 11 § ("vårdat, enkelt och begripligt").

/// What was counted in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    pub words: usize,
    /// Words of more than six letters.
    pub long_words: usize,
    pub sentences: usize,
}

/// How a LIX value reads, after the scale of C. H. Björnsson (*Läsbarhet*, 1968).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Readability {
    /// Under 30: children's books.
    VeryEasy,
    /// 30–39: fiction, weekly magazines.
    Easy,
    /// 40–49: newspapers.
    Medium,
    /// 50–59: official texts.
    Hard,
    /// 60 and over: bureaucratic Swedish.
    VeryHard,
}

impl Count {
    /// LIX = words / sentences + 100 · long words / words. `None` for a text without words: it has no readability.
    pub fn lix(self) -> Option<f64> {
        let (words, sentences) = (self.words as f64, self.sentences.max(1) as f64);
        (self.words > 0).then(|| words / sentences + 100.0 * self.long_words as f64 / words)
    }

    pub fn readability(self) -> Option<Readability> {
        self.lix().map(|lix| match lix {
            lix if lix < 30.0 => Readability::VeryEasy,
            lix if lix < 40.0 => Readability::Easy,
            lix if lix < 50.0 => Readability::Medium,
            lix if lix < 60.0 => Readability::Hard,
            _ => Readability::VeryHard,
        })
    }
}

/// Counts words and sentences. A word is a run of letters and digits, with hyphens, apostrophes and colons
/// inside it ("kl:s", "e-post"); a sentence ends with `.`, `!`, `?`, a colon before a space, or a line break
/// after words (headings and list items carry no full stop).
pub fn count(text: &str) -> Count {
    let mut count = Count::default();
    let (mut letters, mut in_word, mut in_sentence) = (0_usize, false, false);
    let mut rest = text.chars().peekable();
    while let Some(letter) = rest.next() {
        let joins = matches!(letter, '-' | '\'' | '\u{2019}' | '\u{ad}' | ':' | '.' | ',');
        let goes_on = rest.peek().is_some_and(|next| next.is_alphanumeric());
        if letter.is_alphanumeric() {
            in_word = true;
            in_sentence = true;
            letters += 1;
        } else if !(in_word && joins && goes_on) {
            end_word(&mut count, &mut letters, &mut in_word);
            if matches!(letter, '.' | '!' | '?' | ':' | '\n') && in_sentence {
                count.sentences += 1;
                in_sentence = false;
            }
        }
    }
    end_word(&mut count, &mut letters, &mut in_word);
    count.sentences += usize::from(in_sentence);
    count
}

fn end_word(count: &mut Count, letters: &mut usize, in_word: &mut bool) {
    if *in_word {
        count.words += 1;
        count.long_words += usize::from(*letters > 6);
    }
    (*letters, *in_word) = (0, false);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_words_sentences_and_long_words() {
        let text = "Kommunen vill veta vad du tycker. Svara senast 31 mars!\nVad gäller e-post: skriv till oss.";
        assert_eq!(
            count(text),
            Count {
                words: 16,
                long_words: 1,
                sentences: 4
            }
        );
    }

    #[test]
    fn lix_is_words_per_sentence_plus_share_of_long_words() {
        // 10 words in 2 sentences, 3 of them long: 5 + 30.
        let count = Count {
            words: 10,
            long_words: 3,
            sentences: 2,
        };
        assert_eq!(count.lix(), Some(35.0));
        assert_eq!(count.readability(), Some(Readability::Easy));
    }

    #[test]
    fn abbreviations_and_numbers_do_not_end_sentences() {
        assert_eq!(count("Det kostar 3.5 miljoner, t.ex. i år.").sentences, 2);
        assert_eq!(count("Det kostar 3,5 miljoner i år.").sentences, 1);
    }

    #[test]
    fn a_text_without_words_has_no_readability() {
        assert_eq!(count(" … !").lix(), None);
        assert_eq!(count(""), Count::default());
    }

    proptest::proptest! {
        #[test]
        fn never_more_long_words_than_words(text in "\\PC*") {
            let count = count(&text);
            proptest::prop_assert!(count.long_words <= count.words);
            proptest::prop_assert!((count.words == 0) == (count.sentences == 0));
        }
    }
}
