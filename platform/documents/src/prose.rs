//! Turns what an official typed in a text box into blocks: paragraphs, lists and addresses, nothing else.

use crate::model::{Block, Inline};

/// Blocks of plain text as typed: an empty line ends a paragraph, lines that start with `- ` or `1. ` are a list.
/// No other character means anything, so that nobody needs to know a markup language to write a report.
pub fn prose(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut paragraph: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim).chain([""]) {
        let item = list_item(line);
        if (line.is_empty() || item.is_some()) && !paragraph.is_empty() {
            blocks.push(Block::Paragraph {
                text: inline(&paragraph.join("\n")),
            });
            paragraph.clear();
        }
        match item {
            Some((ordered, words)) => add_item(&mut blocks, ordered, words),
            None if line.is_empty() => {}
            None => paragraph.push(line),
        }
    }
    blocks
}

/// Running text in which web addresses have become links.
pub fn inline(text: &str) -> Vec<Inline> {
    let mut parts = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some(start) = rest.find("https://").into_iter().chain(rest.find("http://")).min() {
        let (before, from) = rest.split_at(start);
        let end = from
            .find(|c: char| c.is_whitespace() || "<>\"”)".contains(c))
            .unwrap_or(from.len());
        let address = from[..end].trim_end_matches(['.', ',', ';', ':', '!', '?']);
        plain.push_str(before);
        if address.len() > "https://".len() {
            if !plain.is_empty() {
                parts.push(Inline::text(std::mem::take(&mut plain)));
            }
            parts.push(Inline::link(address, address));
        } else {
            plain.push_str(address);
        }
        rest = &from[address.len()..];
    }
    plain.push_str(rest);
    if !plain.is_empty() {
        parts.push(Inline::text(plain));
    }
    parts
}

fn list_item(line: &str) -> Option<(bool, &str)> {
    if let Some(words) = line
        .strip_prefix("- ")
        .or_else(|| line.strip_prefix("• "))
        .or_else(|| line.strip_prefix("* "))
    {
        return Some((false, words.trim()));
    }
    let (number, words) = line.split_once(". ")?;
    (!number.is_empty() && number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit()))
        .then_some((true, words.trim()))
}

fn add_item(blocks: &mut Vec<Block>, ordered: bool, words: &str) {
    match blocks.last_mut() {
        Some(Block::List { ordered: same, items }) if *same == ordered => items.push(inline(words)),
        _ => blocks.push(Block::List {
            ordered,
            items: vec![inline(words)],
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_and_lists_come_out_as_typed() {
        let blocks = prose("Ett stycke\nmed två rader.\n\n- ett\n- två\n1. först\n2. sedan\nSlut.");
        assert_eq!(
            blocks,
            vec![
                Block::paragraph("Ett stycke\nmed två rader."),
                Block::bullets(["ett", "två"]),
                Block::numbered(["först", "sedan"]),
                Block::paragraph("Slut."),
            ]
        );
    }

    #[test]
    fn a_date_at_the_start_of_a_line_is_not_a_list() {
        assert_eq!(
            prose("2026. Då händer det."),
            vec![Block::paragraph("2026. Då händer det.")]
        );
        assert_eq!(prose(""), vec![]);
    }

    #[test]
    fn an_address_becomes_a_link_without_the_full_stop() {
        assert_eq!(
            inline("Läs på https://exempel.se/a. Tack"),
            vec![
                Inline::text("Läs på "),
                Inline::link("https://exempel.se/a", "https://exempel.se/a"),
                Inline::text(". Tack")
            ]
        );
        assert_eq!(
            inline("http:// och https://."),
            vec![Inline::text("http:// och https://.")]
        );
    }

    proptest::proptest! {
        #[test]
        fn no_letter_is_lost(text in "\\PC{0,200}") {
            let words: String = inline(&text).iter().map(Inline::words).collect();
            proptest::prop_assert_eq!(words, text);
        }
    }
}
