//! Access levels: what each allows, and how many have it.

use doorward_domain::{LevelRef, Name, PermissionSet, Refusal, Version};

use super::super::shape::{shapes, words};

words! {
    /// A group of permissions, as the table of levels shows them.
    PermissionGroup {
        /// Running the organisation.
        Administration,
        /// Daily work.
        Work,
        /// Spending at the organisation's expense.
        Spending,
        /// What every approved member has.
        Benefits,
        /// A shared workspace.
        Workspace,
    }
}

shapes! {
    /// The access levels of an organisation.
    LevelsView {
        /// The presets, the widest first, then own levels by name.
        levels: Vec<LevelColumn>,
        /// The permissions in groups, in the order of the rules.
        groups: Vec<LevelGroup>,
        /// Why this account cannot make levels, if not.
        making: Option<Refusal>,
    }
    /// One level.
    LevelColumn {
        /// Which.
        level: LevelRef,
        /// What an own level is called; presets are named by the screen.
        name: Option<Name>,
        /// Whether it is a preset, which nobody can edit.
        preset: bool,
        /// What somebody with it may do, with what every member may.
        permissions: PermissionSet,
        /// Whether it opens all rooms.
        all_rooms: bool,
        /// How many people have it or are invited at it.
        holders: u32,
        /// Which version a command that overwrites is based on; none of a preset.
        version: Option<Version>,
    }
    /// One group of permissions.
    LevelGroup {
        /// Which.
        key: PermissionGroup,
        /// Its permissions.
        permissions: PermissionSet,
    }
}
