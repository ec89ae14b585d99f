//! What a grant lets one do, as a short list of plain sentences.

use doorward_domain::{Grant, Level, LevelRef, Permission, PermissionSet, Preset};

use super::Words;

impl Words {
    /// The sentences for a grant. `own` is its level when that is one of the organisation's own.
    pub fn abilities(&self, grant: &Grant, own: Option<&Level>) -> Vec<String> {
        let level = match grant.level {
            LevelRef::Preset(Preset::Owner) => return vec![self.say("able-owner")],
            LevelRef::Preset(Preset::Administrator) => return vec![self.say("able-administrator")],
            LevelRef::Preset(preset) => preset.permissions(),
            LevelRef::Own(_) => own.map(|level| level.permissions).unwrap_or_default(),
        };
        let all = level
            .with(grant.extras)
            .implied()
            .with(PermissionSet::EVERY_MEMBERS);
        // What another one includes goes without saying.
        let included: PermissionSet = all.iter().filter_map(Permission::implies).collect();
        all.without(included)
            .iter()
            .map(|permission| self.permission(permission))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use doorward_domain::Locale;

    use super::*;
    use crate::text::words;

    #[test]
    fn what_is_included_goes_without_saying() {
        let words = words(Locale::En);
        let manager = words.abilities(&Grant::of(Preset::Manager), None);
        assert!(manager.contains(&words.permission(Permission::BookingsAll)));
        assert!(
            !manager.contains(&words.permission(Permission::BookingsOwn)),
            "{manager:?}"
        );
        assert_eq!(
            words.abilities(&Grant::of(Preset::Owner), None).len(),
            1,
            "an Owner needs no list"
        );
        let guest = words.abilities(&Grant::of(Preset::Guest), None);
        assert!(
            guest.contains(&words.permission(Permission::Discounts)),
            "OLV-38: every member has discounts"
        );
    }
}
