//! New identities, made in one place.

use uuid::Uuid;

/// An identity that nothing has had before.
pub fn new() -> Uuid {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place of the suite where ids are made"
    )]
    Uuid::now_v7()
}
