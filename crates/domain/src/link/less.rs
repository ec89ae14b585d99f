//! Which of two changes of a link gives less: what a conflict proposes first, because security wins by default.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::Link;
use crate::MailDomain;
use crate::membership::{GivesLess, fewer_permissions};
use crate::world::World;

/// Which of two versions of a link gives less: by its level, then by its approval, by whom it is for, and last by how many
/// may use it.
pub fn link_gives_less(world: &World, mine: &Link, theirs: &Link) -> GivesLess {
    let by_level = fewer_permissions(world.allows(mine.level), world.allows(theirs.level));
    if by_level != GivesLess::Equal {
        return by_level;
    }
    let by_approval = theirs.needs_approval.cmp(&mine.needs_approval);
    // Where each is for somebody whom the other is not for, how many they are says nothing either.
    let by_reach = reach(&mine.domains, &theirs.domains).map_or(Ordering::Equal, |it| {
        it.then(mine.max_uses.cmp(&theirs.max_uses))
    });
    GivesLess::of(by_approval.then(by_reach))
}

/// How a link for some domains compares to one for others: none of them is anybody, and of two that are both for somebody
/// else neither is the smaller one.
fn reach(mine: &BTreeSet<MailDomain>, theirs: &BTreeSet<MailDomain>) -> Option<Ordering> {
    match (mine.is_empty(), theirs.is_empty()) {
        (true, true) => Some(Ordering::Equal),
        (true, false) => Some(Ordering::Greater),
        (false, true) => Some(Ordering::Less),
        (false, false) => match (mine.is_subset(theirs), theirs.is_subset(mine)) {
            (true, true) => Some(Ordering::Equal),
            (true, false) => Some(Ordering::Less),
            (false, true) => Some(Ordering::Greater),
            (false, false) => None,
        },
    }
}
