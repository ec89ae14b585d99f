//! The editor of an own level, with every choice judged and everybody whose access changes by it.

use doorward_domain::{LevelPreviewLine, LevelRef, Name, PermissionSet, Refusal, Signed, Version};

use super::super::shape::shapes;
use super::access::PermissionBox;
use super::levels::LevelGroup;

shapes! {
    /// The editor of an own level.
    LevelFormView {
        /// What it is called now; none of a new one.
        name: Option<Name>,
        /// The draft of what it allows, with what that implies.
        permissions: PermissionSet,
        /// What it allows now.
        before: PermissionSet,
        /// The version of what is there now; none of a new one.
        version: Option<Version>,
        /// Who made what is there now, if known.
        signed: Option<Signed>,
        /// Every permission that a level can have.
        boxes: Vec<PermissionBox>,
        /// The same in groups.
        groups: Vec<LevelGroup>,
        /// The first of those who have it or are invited at it, with what changes for each.
        people: Vec<LevelPreviewLine>,
        /// How many have it or are invited at it; none where not all of them are sent here.
        holders: Option<u32>,
        /// For how many of them something changes.
        changed: u32,
        /// How many open links give it; none where they are not sent here.
        links: Option<u32>,
        /// Why the draft cannot be saved, if not.
        refusal: Option<Refusal>,
        /// Whether saving would change nothing.
        unchanged: bool,
        /// Whether everything that saving rests on is known here; else the server checks it.
        certain: bool,
        /// Why it cannot be deleted with this replacement, or without one.
        deleting: Option<Refusal>,
        /// The same of deleting.
        deleting_certain: bool,
        /// What could take its place.
        replacements: Vec<LevelReplacement>,
    }
    /// A level that could take another's place.
    LevelReplacement {
        /// Which.
        level: LevelRef,
        /// What an own level is called; presets are named by the screen.
        name: Option<Name>,
        /// Why it cannot, if not.
        refusal: Option<Refusal>,
    }
}
