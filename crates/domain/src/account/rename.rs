//! A person's new name in the rows that carry it, so that everybody reads the name that the account has.

use crate::Name;
use crate::membership::Membership;

/// The row of a person whose account is called `name` now; none where it says so already.
pub fn renamed(row: &Membership, name: &Name) -> Option<Membership> {
    (row.name.as_ref() != Some(name)).then(|| Membership {
        name: Some(name.clone()),
        ..row.clone()
    })
}
