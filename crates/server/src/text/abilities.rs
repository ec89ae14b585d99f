//! What somebody can do, as a short list of plain sentences: the same words as in the editor of access.

use doorward_domain::{
    AccessItem, AccessPreview, Equals, Grant, Level, LevelRef, PermissionSet, Preset,
};

use super::Words;

impl Words {
    /// The sentences for what a grant comes to.
    pub fn comes_to(&self, preview: &AccessPreview) -> Vec<String> {
        let all = match preview.equals {
            Some(Equals::Owner) => Some("able-owner"),
            Some(Equals::Administrator) => Some("able-administrator"),
            Some(Equals::Business) | None => None,
        };
        let all = all.map(|id| self.say(id)).into_iter();
        let items = preview.in_short();
        all.chain(items.iter().map(|it| self.item(it))).collect()
    }

    fn item(&self, item: &AccessItem) -> String {
        match item {
            AccessItem::May { permission } => self.permission(*permission),
            AccessItem::Enters { room } => self.say_of("access-enters", "room", room.name.as_str()),
            AccessItem::EntersAll => self.say("access-enters-all"),
        }
    }

    /// The sentences for a grant where nothing else of its organisation is known. `own` is its level when that is one of
    /// the organisation's own.
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
        let told = all.in_short();
        told.iter().map(|it| self.permission(it)).collect()
    }
}

#[cfg(test)]
mod tests {
    use doorward_domain::{Locale, Permission};

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
