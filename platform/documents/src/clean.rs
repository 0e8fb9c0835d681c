//! Takes out of people's text the characters that no document may hold; words stay as written.

/// Text as every form may hold it: no control characters, no non-characters, no invisible marks that
/// turn the reading direction of what follows ("Trojan source"); line ends are `\n`, tabs are spaces.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\r' => {
                characters.next_if_eq(&'\n');
                out.push('\n');
            }
            '\n' | '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}' | '\u{c}' => out.push('\n'),
            '\t' => out.push(' '),
            c if is_refused(c) => {}
            c => out.push(c),
        }
    }
    out
}

/// One line of [`clean`] text, for titles and file properties.
pub(crate) fn one_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_refused(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}')
        || matches!(c, '\u{fdd0}'..='\u{fdef}')
        || (c as u32) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_characters_go_and_words_stay() {
        assert_eq!(clean("a\u{0}b\u{202e}c\r\nd\te\u{fffe}\u{1b}[0m"), "abc\nd e[0m");
        assert_eq!(one_line("  två\n ord\u{7} "), "två ord");
        assert_eq!(clean("åäö سلام שלום 🌳 #\\<&"), "åäö سلام שלום 🌳 #\\<&");
    }
}
