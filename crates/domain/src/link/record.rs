//! A link as it stands.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::actor::Signed;
use crate::level::LevelRef;
use crate::{Contact, LinkId, MailDomain, Moment, Name};

/// In what form a link goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum LinkForm {
    /// A link to copy; 25 persons unless said otherwise.
    Link,
    /// A printed card for one person.
    Card,
    /// A printed poster, always with approval; 25 persons, at most 500.
    Poster,
}

/// A share link or QR code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Its identity.
    pub id: LinkId,
    /// What the organisation calls it.
    pub name: Name,
    /// In what form it goes out.
    pub form: LinkForm,
    /// The level it gives.
    pub level: LevelRef,
    /// Whether joining only makes a request.
    pub needs_approval: bool,
    /// How many persons may use it.
    pub max_uses: u32,
    /// The mail domains of which somebody must have verified an address; none takes anybody.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    #[cfg_attr(feature = "bindings", ts(as = "Option<BTreeSet<MailDomain>>"))]
    pub domains: BTreeSet<MailDomain>,
    /// How many persons have used it.
    pub uses: u32,
    /// The first instant at which it no longer works.
    pub expires_at: Moment,
    /// Which of its secrets is alive.
    pub generation: u32,
    /// Who answers for it.
    pub giver: Signed,
    /// Whether it was closed.
    pub closed: bool,
}

impl Link {
    /// Whether it is for somebody who has verified these contacts: for anybody, or for whoever has an address in one of
    /// its domains; what stands below a domain is another one.
    pub(crate) fn is_for(&self, contacts: &[Contact]) -> bool {
        let listed = |contact: &Contact| {
            let domain = contact.domain();
            domain.is_some_and(|it| self.domains.iter().any(|listed| listed.as_str() == it))
        };
        self.domains.is_empty() || contacts.iter().any(listed)
    }
}
