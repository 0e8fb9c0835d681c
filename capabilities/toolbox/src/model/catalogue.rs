//! The catalogue's facets: which methods have all that was asked for.

use method::pack::{Form, MethodCard, Purpose, Reach, TargetGroup};

/// What is asked of the catalogue; what is not asked lets everything through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Facets {
    pub level: Option<u8>,
    pub purpose: Option<Purpose>,
    pub reach: Option<Reach>,
    pub form: Option<Form>,
    /// At most.
    pub cost: Option<u8>,
    pub group: Option<TargetGroup>,
}

impl Facets {
    /// Whether nothing is asked.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Facets::default()
    }

    pub(crate) fn fits(&self, card: &MethodCard) -> bool {
        self.level.is_none_or(|level| card.levels.contains(&level))
            && self.purpose.is_none_or(|purpose| card.purposes.contains(&purpose))
            && self.reach.is_none_or(|reach| card.reach == reach)
            && self.form.is_none_or(|form| card.form.contains(&form))
            && self.cost.is_none_or(|cost| card.cost <= cost)
            && self.group.is_none_or(|group| card.reaches.contains(&group))
    }
}
