//! Roles, and what each may do. A permission is a type; the table of who may do what is printed by a test.

use std::fmt;

/// A role of an official.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Runs the site: accounts, settings, log.
    Administrator,
    /// Supports all dialogues of the municipality and approves their gates.
    Coordinator,
    /// Plans and leads a dialogue.
    ProjectLead,
    /// Reads what came in before it is shown.
    Moderator,
    /// Reads; decides elsewhere.
    Elected,
    /// Keeps the cases: assignments, decisions.
    Registrar,
}

use Role::{Administrator, Coordinator, Elected, Moderator, ProjectLead, Registrar};

impl Role {
    /// All roles, in the order of lists.
    pub const ALL: [Role; 6] = [Administrator, Coordinator, ProjectLead, Moderator, Elected, Registrar];

    /// The word in the database and in forms.
    pub fn code(self) -> &'static str {
        match self {
            Administrator => "administrator",
            Coordinator => "coordinator",
            ProjectLead => "project-lead",
            Moderator => "moderator",
            Elected => "elected",
            Registrar => "registrar",
        }
    }

    /// The role with that word.
    pub fn from_code(code: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.code() == code)
    }

    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Administrator => "identity-role-administrator",
            Coordinator => "identity-role-coordinator",
            ProjectLead => "identity-role-project-lead",
            Moderator => "identity-role-moderator",
            Elected => "identity-role-elected",
            Registrar => "identity-role-registrar",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Something an official may do.
pub trait Permission: Send + Sync + 'static {
    /// The name in the printed table.
    const NAME: &'static str;
    /// The roles that may.
    const ROLES: &'static [Role];
}

/// All permissions with their roles, for menus and for the printed table.
pub const PERMISSIONS: &[(&str, &[Role])] = &[
    (SeeDesk::NAME, SeeDesk::ROLES),
    (PlanDialogue::NAME, PlanDialogue::ROLES),
    (ApproveDialogue::NAME, ApproveDialogue::ROLES),
    (PublishDialogue::NAME, PublishDialogue::ROLES),
    (ModerateContributions::NAME, ModerateContributions::ROLES),
    (RecordContributions::NAME, RecordContributions::ROLES),
    (AnalyseContributions::NAME, AnalyseContributions::ROLES),
    (RegisterCase::NAME, RegisterCase::ROLES),
    (AnswerPublic::NAME, AnswerPublic::ROLES),
    (ReadCases::NAME, ReadCases::ROLES),
    (KeepRegister::NAME, KeepRegister::ROLES),
    (PreventCrime::NAME, PreventCrime::ROLES),
    (Administer::NAME, Administer::ROLES),
];

/// What nobody may lose for want of anything: without it nobody could put things right again.
const NEVER_WITHHELD: &[&str] = &[SeeDesk::NAME, Administer::NAME];

/// Whether a permission of that name can be withheld from somebody who has the role for it.
pub fn can_be_withheld(permission: &str) -> bool {
    PERMISSIONS.iter().any(|(name, _)| *name == permission) && !NEVER_WITHHELD.contains(&permission)
}

/// The key of what a permission is called in words.
pub fn permission_label(permission: &str) -> &'static str {
    match permission {
        PlanDialogue::NAME => "identity-may-plan",
        ApproveDialogue::NAME => "identity-may-approve",
        PublishDialogue::NAME => "identity-may-publish",
        ModerateContributions::NAME => "identity-may-moderate",
        RecordContributions::NAME => "identity-may-record",
        AnalyseContributions::NAME => "identity-may-analyse",
        RegisterCase::NAME => "identity-may-register",
        AnswerPublic::NAME => "identity-may-answer",
        ReadCases::NAME => "identity-may-read-cases",
        KeepRegister::NAME => "identity-may-keep-register",
        PreventCrime::NAME => "identity-may-prevent-crime",
        Administer::NAME => "identity-may-administer",
        _ => "identity-may-see-desk",
    }
}

macro_rules! permissions {
    ($($(#[$doc:meta])* $name:ident: $roles:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name;
        impl $name {
            /// The name in the printed table and in menus.
            pub const NAME: &'static str = stringify!($name);
        }
        impl Permission for $name {
            const NAME: &'static str = stringify!($name);
            const ROLES: &'static [Role] = $roles;
        }
    )*};
}

const LEADS: &[Role] = &[Administrator, Coordinator, ProjectLead];

permissions! {
    /// Enter the desk and read.
    SeeDesk: &Role::ALL;
    /// Plan a dialogue: its facts, checklists, activities.
    PlanDialogue: LEADS;
    /// Pass the gates that somebody other than the planner answers for.
    ApproveDialogue: &[Administrator, Coordinator];
    /// Publish, pause and close.
    PublishDialogue: LEADS;
    /// Decide what of a contribution is shown.
    ModerateContributions: &[Administrator, Coordinator, ProjectLead, Moderator];
    /// Enter answers from paper, telephone and meetings; import.
    RecordContributions: &[Administrator, Coordinator, ProjectLead, Moderator];
    /// Code and read results.
    AnalyseContributions: LEADS;
    /// Register assignments and decisions.
    RegisterCase: &[Administrator, Coordinator, ProjectLead, Registrar];
    /// Write and publish the answers to those who spoke.
    AnswerPublic: LEADS;
    /// Read assignments, reports and cases.
    ReadCases: &Role::ALL;
    /// Keep the register of organisations and the agreements with them; see contact persons.
    KeepRegister: LEADS;
    /// Read and write the municipality's crime prevention: problems, judgements, gaps, measures, reports.
    PreventCrime: &[Administrator, Coordinator];
    /// Accounts, settings, log.
    Administer: &[Administrator];
}
