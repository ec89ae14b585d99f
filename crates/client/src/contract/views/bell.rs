//! The bell.

use doorward_domain::{About, Contact, Moment, Name, OrganisationId};
use uuid::Uuid;

use super::super::shape::shapes;

shapes! {
    /// What the person was told.
    BellView {
        /// The newest entries.
        rows: Vec<BellRow>,
        /// How many nobody has read, here or on another device.
        unread: u32,
        /// How many there are.
        total: u32,
    }
    /// One entry.
    BellRow {
        /// Its identity.
        id: Uuid,
        /// What it is about: the key of a notice or reminder. One that is not known is shown without a sentence.
        kind: String,
        /// In which organisation.
        organisation: OrganisationId,
        /// What the organisation was called then.
        organisation_name: Name,
        /// About which membership or link.
        about: About,
        /// What the membership's person or the link was called then, if that was known.
        name: Option<Name>,
        /// The contact that the membership kept first, where no name was known.
        contact: Option<Contact>,
        /// Who did what it tells of; none where time passed.
        by: Option<Name>,
        /// When.
        at: Moment,
        /// Whether it was read.
        read: bool,
    }
}
