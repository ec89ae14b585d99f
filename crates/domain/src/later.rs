//! The commands that belong to later work: in the catalogue, with their fields, and refused as `not_yet`.
//! This is the one list of them; a command that comes to work moves to the folder of its noun.

use serde::{Deserialize, Serialize};

use crate::case::{Case, Stop};
use crate::event::Event;
use crate::refusal::Refusal;
use crate::{Name, OrganisationId};

macro_rules! later {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $kind:ty),* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $(#[doc = concat!("The ", stringify!($field), " it is about.")] pub $field: $kind,)*
        }

        impl $name {
            pub(crate) fn decide(&self, _: &Case<'_>) -> Result<Vec<Event>, Stop> {
                Err(Refusal::NotYet.into())
            }
        }
    )*};
}

later! {
    /// Proposes an organisation as the managing one.
    ProposeManagement { manager: OrganisationId }
    /// Accepts to manage.
    AcceptManagement { community: OrganisationId }
    /// Ends management.
    EndManagement { community: OrganisationId }
    /// Deletes the organisation.
    DeleteOrganisation { name: Name }
    /// Deletes one's own account.
    DeleteAccount { name: Name }
    /// Takes the deletion of one's own account back.
    CancelAccountDeletion { name: Name }
}
