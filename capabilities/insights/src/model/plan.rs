//! The code plan (T9): themes with what counts and what does not, so that two people who code read alike.

use db::Id;

/// Longest name, in characters: it stands on buttons, in charts and in the report's headings.
pub const MAX_NAME: usize = 80;
/// Longest text of the other fields.
pub const MAX_TEXT: usize = 2_000;

db::record! {
    /// A theme of one dialogue's code plan.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Theme {
        pub id: Id,
        pub dialogue_id: Id,
        pub name: String,
        pub definition: String,
        pub counts_in: String,
        pub counts_out: String,
        pub example: String,
        pub parent_id: Option<Id>,
        pub position: i64,
        /// One small letter, or empty.
        pub shortcut: String,
        /// No longer offered; what was coded with it stays.
        pub archived: bool,
        pub revision: i64,
    }
}

/// A theme as typed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ThemeDraft {
    pub name: String,
    pub definition: String,
    pub counts_in: String,
    pub counts_out: String,
    pub example: String,
    pub parent: Option<Id>,
    pub shortcut: String,
}

/// What is wrong with a draft: the field and the text that says what to do.
pub type Problem = (&'static str, &'static str);

impl ThemeDraft {
    pub fn named(name: &str) -> ThemeDraft {
        ThemeDraft {
            name: name.to_owned(),
            ..ThemeDraft::default()
        }
    }

    pub fn of(theme: &Theme) -> ThemeDraft {
        ThemeDraft {
            name: theme.name.clone(),
            definition: theme.definition.clone(),
            counts_in: theme.counts_in.clone(),
            counts_out: theme.counts_out.clone(),
            example: theme.example.clone(),
            parent: theme.parent_id,
            shortcut: theme.shortcut.clone(),
        }
    }

    /// Checks against the other themes of the dialogue; `own` is the theme being changed.
    pub fn check(&self, themes: &[Theme], own: Option<Id>) -> Vec<Problem> {
        let others = || themes.iter().filter(|theme| Some(theme.id) != own && !theme.archived);
        let mut problems = Vec::new();
        let name = self.name.trim();
        if name.is_empty() {
            problems.push(("name", "insights-plan-name-missing"));
        } else if name.chars().count() > MAX_NAME {
            problems.push(("name", "insights-plan-name-long"));
        } else if others().any(|theme| theme.name.to_lowercase() == name.to_lowercase()) {
            problems.push(("name", "insights-plan-name-taken"));
        }
        for (field, text) in [
            ("definition", &self.definition),
            ("counts-in", &self.counts_in),
            ("counts-out", &self.counts_out),
            ("example", &self.example),
        ] {
            if text.chars().count() > MAX_TEXT {
                problems.push((field, "insights-plan-text-long"));
            }
        }
        if self.parent.is_some_and(|parent| !may_be_parent(parent, themes, own)) {
            problems.push(("parent", "insights-plan-parent"));
        }
        let shortcut = self.shortcut.trim();
        if !shortcut.is_empty() && !is_shortcut(shortcut) {
            problems.push(("shortcut", "insights-plan-shortcut-wrong"));
        } else if !shortcut.is_empty() && others().any(|theme| theme.shortcut == shortcut) {
            problems.push(("shortcut", "insights-plan-shortcut-taken"));
        }
        problems
    }
}

/// One letter a–z; `j` and `k` move between passages.
fn is_shortcut(text: &str) -> bool {
    matches!(text.as_bytes(), [letter] if letter.is_ascii_lowercase() && !matches!(letter, b'j' | b'k'))
}

/// Two levels only: a theme under a theme, which itself stands under none. A third makes codes nobody keeps apart.
fn may_be_parent(parent: Id, themes: &[Theme], own: Option<Id>) -> bool {
    let stands_free = themes
        .iter()
        .any(|theme| theme.id == parent && theme.parent_id.is_none() && !theme.archived);
    let own_has_children = own.is_some() && themes.iter().any(|theme| theme.parent_id == own && !theme.archived);
    stands_free && Some(parent) != own && !own_has_children
}

/// Themes in the order of lists: each parent followed by its children, archived ones left out.
pub fn in_order(themes: &[Theme]) -> Vec<&Theme> {
    let mut standing: Vec<&Theme> = themes.iter().filter(|theme| !theme.archived).collect();
    standing.sort_by_key(|theme| (theme.position, theme.id));
    let is_top = |theme: &Theme| {
        theme
            .parent_id
            .is_none_or(|parent| !standing.iter().any(|other| other.id == parent))
    };
    let mut ordered = Vec::with_capacity(standing.len());
    for top in standing.iter().filter(|theme| is_top(theme)) {
        ordered.push(*top);
        ordered.extend(standing.iter().filter(|theme| theme.parent_id == Some(top.id)));
    }
    ordered
}

/// The positions after moving one theme a step up or down among those of the same parent.
pub fn moved(themes: &[Theme], id: Id, up: bool) -> Vec<Id> {
    let mut order: Vec<&Theme> = in_order(themes);
    let Some(theme) = order.iter().find(|theme| theme.id == id).copied() else {
        return Vec::new();
    };
    let siblings: Vec<usize> = (0..order.len())
        .filter(|place| order[*place].parent_id == theme.parent_id)
        .collect();
    let Some(at) = siblings.iter().position(|place| order[*place].id == id) else {
        return Vec::new();
    };
    let other = if up { at.checked_sub(1) } else { Some(at + 1) };
    if let Some(other) = other.and_then(|other| siblings.get(other)) {
        order.swap(siblings[at], *other);
    }
    order.into_iter().map(|theme| theme.id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u8) -> Id {
        format!("00000000-0000-7000-8000-0000000000{n:02x}").parse().unwrap()
    }

    fn theme(n: u8, name: &str, parent: Option<u8>) -> Theme {
        Theme {
            id: id(n),
            dialogue_id: id(0),
            name: name.into(),
            definition: String::new(),
            counts_in: String::new(),
            counts_out: String::new(),
            example: String::new(),
            parent_id: parent.map(id),
            position: i64::from(n),
            shortcut: if n == 1 { "t".into() } else { String::new() },
            archived: false,
            revision: 1,
        }
    }

    fn problems(draft: ThemeDraft, own: Option<u8>) -> Vec<&'static str> {
        let themes = [
            theme(1, "Trafik", None),
            theme(2, "Cykel", Some(1)),
            theme(3, "Natur", None),
        ];
        draft
            .check(&themes, own.map(id))
            .into_iter()
            .map(|(_, key)| key)
            .collect()
    }

    #[test]
    fn a_theme_needs_a_name_of_its_own() {
        assert_eq!(problems(ThemeDraft::named(" "), None), ["insights-plan-name-missing"]);
        assert_eq!(
            problems(ThemeDraft::named("trafik"), None),
            ["insights-plan-name-taken"]
        );
        assert_eq!(problems(ThemeDraft::named("Trafik"), Some(1)), [""; 0]);
        assert_eq!(
            problems(ThemeDraft::named(&"å".repeat(81)), None),
            ["insights-plan-name-long"]
        );
    }

    #[test]
    fn a_shortcut_is_one_free_letter() {
        let with = |shortcut: &str| ThemeDraft {
            shortcut: shortcut.into(),
            ..ThemeDraft::named("Buss")
        };
        assert_eq!(problems(with("b"), None), [""; 0]);
        assert_eq!(problems(with("t"), None), ["insights-plan-shortcut-taken"]);
        for wrong in ["j", "B", "å", "bu", "1"] {
            assert_eq!(problems(with(wrong), None), ["insights-plan-shortcut-wrong"], "{wrong}");
        }
    }

    #[test]
    fn themes_stand_in_two_levels() {
        let under = |parent: u8| ThemeDraft {
            parent: Some(id(parent)),
            ..ThemeDraft::named("Ny")
        };
        assert_eq!(problems(under(1), None), [""; 0]);
        assert_eq!(problems(under(2), None), ["insights-plan-parent"], "a third level");
        assert_eq!(
            problems(under(3), Some(1)),
            ["insights-plan-parent"],
            "has children of its own"
        );
        assert_eq!(problems(under(3), Some(3)), ["insights-plan-parent"], "itself");
        assert_eq!(problems(under(9), None), ["insights-plan-parent"], "unknown");
    }

    #[test]
    fn children_follow_their_parent_and_move_among_themselves() {
        let themes = [
            theme(1, "Trafik", None),
            theme(2, "Natur", None),
            theme(3, "Cykel", Some(1)),
            theme(4, "Buss", Some(1)),
        ];
        let names = |ids: Vec<Id>| {
            ids.iter()
                .map(|id| themes.iter().find(|t| t.id == *id).unwrap().name.as_str())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            in_order(&themes).iter().map(|t| t.name.as_str()).collect::<Vec<_>>(),
            ["Trafik", "Cykel", "Buss", "Natur"]
        );
        assert_eq!(names(moved(&themes, id(4), true)), ["Trafik", "Buss", "Cykel", "Natur"]);
        assert_eq!(
            names(moved(&themes, id(2), false)),
            ["Trafik", "Cykel", "Buss", "Natur"],
            "already last"
        );
    }
}
