//! The words by which a method card is sorted. They are enums because choosing among methods is a rule (`toolbox`'s
//! chooser), and a rule must not meet a word it does not know.

/// An enum whose values are words in the pack: `ALL` in the order of lists, `code` as written, `from_code` back.
macro_rules! facet {
    ($(#[$about:meta])* $name:ident { $($(#[$what:meta])* $value:ident = $code:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$what])* $value,)+ }

        impl $name {
            /// Every value, in the order of lists.
            pub const ALL: &[$name] = &[$($name::$value,)+];

            /// The word in the pack and in addresses.
            pub fn code(self) -> &'static str {
                match self { $($name::$value => $code,)+ }
            }

            /// The value of that word.
            pub fn from_code(code: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}

facet! {
    /// What a method is used for.
    Purpose {
        Inform = "inform",
        Understand = "understand",
        Ideas = "ideas",
        Prioritise = "prioritise",
        Test = "test",
        Conflict = "conflict",
        FollowUp = "follow-up",
    }
}

facet! {
    /// Which part of a set of methods it can be: a good set has one of each.
    Reach {
        /// Many, each a little.
        Broad = "broad",
        /// Few, each much: gives reasons.
        Deep = "deep",
        /// Goes to those who do not come.
        Outreach = "outreach",
    }
}

facet! {
    /// How one takes part.
    Form {
        Physical = "physical",
        Digital = "digital",
        Paper = "paper",
    }
}

facet! {
    /// How contested a question may be before the method does harm.
    Conflict {
        Low = "low",
        Medium = "medium",
        High = "high",
    }
}

facet! {
    /// Whom a method tends to reach, or to miss.
    TargetGroup {
        /// Open to all; it does not mean that any one of the others comes.
        Everyone = "everyone",
        Children = "children-youth",
        YoungAdults = "young-adults",
        Parents = "parents",
        Working = "working",
        Older = "older",
        Disabilities = "disabilities",
        Newcomers = "newcomers",
        OtherLanguages = "other-languages",
        SeldomHeard = "seldom-heard",
        Rural = "rural",
        Associations = "associations",
        Businesses = "businesses",
        Users = "users",
    }
}

facet! {
    /// The sort of activity that carries the method in a dialogue.
    Activity {
        Survey = "survey",
        Comment = "comment",
        Statements = "statements",
        Budget = "budget",
        Meeting = "meeting",
    }
}

facet! {
    /// When in a dialogue a checklist item belongs.
    Phase {
        Before = "before",
        During = "during",
        After = "after",
    }
}

/// The words of a facet, in the order of lists.
pub(super) fn codes<T: Copy>(all: &[T], code: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().copied().map(code).collect()
}
