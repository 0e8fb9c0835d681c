//! What a text may hold of personal data, marked in its place for whoever reads it at the desk. A mark is a hint and decides nothing:
//! an address may be what the dialogue is about.

use text::personal_data::{Kind, Trace, TraceKind, traces};
use web::Cx;

/// A piece of a text: as it stands, or marked as possible personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub kind: Option<TraceKind>,
}

impl Piece {
    /// It names a person by itself, so a text that holds it waits for a moderator.
    pub fn is_identifying(&self) -> bool {
        matches!(self.kind, Some(TraceKind::Identifying(_)))
    }
}

/// The text in pieces, in its order; together they are the whole text. Linear in the text.
pub fn pieces(body: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut characters = body.chars();
    let mut at = 0;
    let mut next = |upto: usize, kind: Option<TraceKind>| {
        let text: String = characters.by_ref().take(upto.saturating_sub(at)).collect();
        at = upto;
        if !text.is_empty() {
            pieces.push(Piece { text, kind });
        }
    };
    for Trace { kind, start, end } in traces(body) {
        next(start, None);
        next(end, Some(kind));
    }
    next(usize::MAX, None);
    pieces
}

/// The same with each mark in words, for `kit::marked`; empty words for what is not marked.
pub fn marked(cx: &Cx, body: &str) -> Vec<(String, String)> {
    in_words(cx, pieces(body))
}

/// The first `most` characters on one line, and what stands marked in the rest: for lists.
pub fn marked_beginning(cx: &Cx, body: &str, most: usize) -> (Vec<(String, String)>, Vec<String>) {
    // Marks are looked for in the whole text: a number cut in two would not be known as one.
    let flat = body.split_whitespace().collect::<Vec<_>>().join(" ");
    let (mut shown, mut hidden, mut left) = (Vec::new(), Vec::new(), most);
    for piece in pieces(&flat) {
        let length = piece.text.chars().count();
        if left == 0 {
            hidden.extend(piece.kind);
        } else if length <= left {
            left -= length;
            shown.push(piece);
        } else {
            let cut: String = piece.text.chars().take(left).collect();
            let text = format!("{}…", cut.trim_end());
            shown.push(Piece { text, ..piece });
            left = 0;
        }
    }
    hidden.sort();
    hidden.dedup();
    let words = hidden.into_iter().map(|kind| cx.t(mark_label(kind))).collect();
    (in_words(cx, shown), words)
}

fn in_words(cx: &Cx, pieces: Vec<Piece>) -> Vec<(String, String)> {
    let words = |piece: Piece| {
        let kind = piece.kind.map(|kind| cx.t(mark_label(kind)));
        (piece.text, kind.unwrap_or_default())
    };
    pieces.into_iter().map(words).collect()
}

/// The kinds that stand in a text, each once.
pub fn kinds(body: &str) -> Vec<TraceKind> {
    let mut kinds: Vec<TraceKind> = traces(body).into_iter().map(|trace| trace.kind).collect();
    kinds.sort();
    kinds.dedup();
    kinds
}

/// The key of what a marked piece may be: "Möjligt telefonnummer".
pub fn mark_label(kind: TraceKind) -> &'static str {
    match kind {
        TraceKind::Identifying(Kind::PersonalNumber) => "participation-mark-personal-number",
        TraceKind::Identifying(Kind::CoordinationNumber) => "participation-mark-coordination-number",
        TraceKind::Identifying(Kind::Phone) => "participation-mark-phone",
        TraceKind::Identifying(Kind::Email) => "participation-mark-email",
        TraceKind::PostalAddress => "participation-mark-address",
        TraceKind::RegistrationPlate => "participation-mark-plate",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "Åsa på Storgatan 12 har bilen ABC 123, ring 070-123 45 67.";

    #[test]
    fn what_was_found_is_marked_in_its_place() {
        let marked: Vec<(String, TraceKind)> = pieces(BODY)
            .into_iter()
            .filter_map(|piece| Some((piece.text, piece.kind?)))
            .collect();
        assert_eq!(
            marked,
            [
                ("Storgatan 12".to_owned(), TraceKind::PostalAddress),
                ("ABC 123".to_owned(), TraceKind::RegistrationPlate),
                ("070-123 45 67".to_owned(), TraceKind::Identifying(Kind::Phone)),
            ]
        );
        assert_eq!(
            kinds(BODY),
            [
                TraceKind::Identifying(Kind::Phone),
                TraceKind::PostalAddress,
                TraceKind::RegistrationPlate
            ]
        );
    }

    #[test]
    fn only_what_names_a_person_by_itself_is_identifying() {
        let identifying: Vec<String> = pieces(BODY)
            .into_iter()
            .filter(Piece::is_identifying)
            .map(|piece| piece.text)
            .collect();
        assert_eq!(identifying, ["070-123 45 67"]);
    }

    proptest::proptest! {
        #[test]
        fn pieces_are_the_whole_text(body in "(\\PC|[0-9 @.åäö-]){0,80}") {
            let whole: String = pieces(&body).into_iter().map(|piece| piece.text).collect();
            proptest::prop_assert_eq!(whole, body);
        }
    }
}
