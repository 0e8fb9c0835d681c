//! How strong an insight is: counted from the evidence beneath it, never written by anybody (design-civil-law §1.5 rule 7).

use std::collections::BTreeSet;

/// A piece of evidence beneath an insight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub contradicts: bool,
    pub source_kind: String,
    pub source: String,
    pub groups: Vec<String>,
}

/// What the evidence amounts to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Strength {
    pub supporting: i64,
    pub contradicting: i64,
    /// Different sources of what supports.
    pub sources: i64,
    /// Different kinds of them.
    pub source_kinds: i64,
    /// Different groups that what supports comes from.
    pub groups: i64,
}

/// What one should know before trusting it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warning {
    /// Nothing supports it.
    NoEvidence,
    /// All that supports it comes from one source.
    OneSource,
    /// All that supports it comes the same way: several sources of one kind.
    OneKind,
    /// Something contradicts it.
    Contradicted,
}

impl Strength {
    pub(crate) fn of(pieces: &[Piece]) -> Strength {
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let fold = |text: &str| text.trim().to_lowercase();
        let supporting: Vec<&Piece> = pieces.iter().filter(|one| !one.contradicts).collect();
        let sources: BTreeSet<(String, String)> = supporting
            .iter()
            .map(|one| (fold(&one.source_kind), fold(&one.source)))
            .collect();
        let kinds: BTreeSet<String> = supporting.iter().map(|one| fold(&one.source_kind)).collect();
        let groups: BTreeSet<String> = supporting
            .iter()
            .flat_map(|one| &one.groups)
            .map(|one| fold(one))
            .collect();
        Strength {
            supporting: count(supporting.len()),
            contradicting: count(pieces.len() - supporting.len()),
            sources: count(sources.len()),
            source_kinds: count(kinds.len()),
            groups: count(groups.len()),
        }
    }

    /// The strength that stands at a node.
    pub fn at(node: &crate::Node) -> Strength {
        Strength {
            supporting: node.supporting,
            contradicting: node.contradicting,
            sources: node.sources,
            source_kinds: node.source_kinds,
            groups: node.groups_heard,
        }
    }

    /// What to say beside it.
    pub fn warnings(self) -> Vec<Warning> {
        let mut warnings = Vec::new();
        match self {
            Strength { supporting: 0, .. } => warnings.push(Warning::NoEvidence),
            Strength { sources: 1, .. } => warnings.push(Warning::OneSource),
            Strength { source_kinds: 1, .. } => warnings.push(Warning::OneKind),
            _ => {}
        }
        if self.contradicting > 0 {
            warnings.push(Warning::Contradicted);
        }
        warnings
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn piece(contradicts: bool, kind: &str, source: &str, groups: &[&str]) -> Piece {
        Piece {
            contradicts,
            source_kind: kind.into(),
            source: source.into(),
            groups: groups.iter().map(|one| (*one).to_owned()).collect(),
        }
    }

    #[test]
    fn sources_kinds_and_groups_are_counted_once() {
        let pieces = [
            piece(false, "interview", "I3", &["Unga"]),
            piece(false, "interview", "i3 ", &["unga", "Äldre"]),
            piece(false, "dialogue", "Enkät", &["Äldre"]),
            piece(true, "statistics", "SCB", &["Barn"]),
        ];
        let strength = Strength::of(&pieces);
        let counted = Strength {
            supporting: 3,
            contradicting: 1,
            sources: 2,
            source_kinds: 2,
            groups: 2,
        };
        assert_eq!(strength, counted);
        assert_eq!(strength.warnings(), [Warning::Contradicted]);
    }

    #[test]
    fn one_way_in_is_told() {
        assert_eq!(Strength::of(&[]).warnings(), [Warning::NoEvidence]);
        let one = [
            piece(false, "interview", "I1", &[]),
            piece(false, "interview", "I1", &[]),
        ];
        assert_eq!(Strength::of(&one).warnings(), [Warning::OneSource]);
        let kind = [
            piece(false, "interview", "I1", &[]),
            piece(false, "interview", "I2", &[]),
        ];
        assert_eq!(Strength::of(&kind).warnings(), [Warning::OneKind]);
    }

    proptest! {
        #[test]
        fn the_order_of_the_evidence_changes_nothing(sides in prop::collection::vec((any::<bool>(), 0..3u8, 0..4u8), 0..12)) {
            let mut pieces: Vec<Piece> = sides.iter()
                .map(|(against, kind, source)| piece(*against, &kind.to_string(), &source.to_string(), &[]))
                .collect();
            let before = Strength::of(&pieces);
            pieces.reverse();
            prop_assert_eq!(before, Strength::of(&pieces));
            prop_assert!(before.sources >= before.source_kinds && before.supporting >= before.sources);
        }
    }
}
