//! Changing a link, or making its secret anew, which kills the old one (R-52, INV-5).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::case::{Case, Stop};
use crate::decide::signed_here;
use crate::event::Event;
use crate::level::LevelRef;
use crate::link::Link;
use crate::permission::Permission;
use crate::refusal::Refusal;
use crate::{LinkId, MailDomain, Name, Version};

/// The organisation changes a link; who does so answers for it from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct ChangeLink {
    /// Which.
    pub link: LinkId,
    /// What the organisation calls it.
    pub name: Name,
    /// The level it gives.
    pub level: LevelRef,
    /// Whether joining only makes a request.
    pub needs_approval: bool,
    /// How many persons may use it.
    pub max_uses: u32,
    /// The mail domains it is for; none keeps those that it has, so that nobody opens it who knows of none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domains: Option<BTreeSet<MailDomain>>,
    /// Whether its secret is made anew and its term begins anew.
    pub regenerate: bool,
    /// The version the change is based on.
    pub based_on: Version,
}

impl ChangeLink {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let changer = case.entitled(Permission::InvitationsManage)?;
        let held = case.link(self.link)?;
        case.takes_invitations()?;
        if held.closed {
            return Err(Refusal::Expired.into());
        }
        let mut link = Link {
            name: self.name.clone(),
            level: self.level,
            needs_approval: self.needs_approval,
            max_uses: self.max_uses,
            domains: self.domains.clone().unwrap_or_else(|| held.domains.clone()),
            ..held.value.clone()
        };
        if link == held.value && !self.regenerate {
            return Err(Stop::Unchanged);
        }
        case.still_based_on(held, self.based_on)?;
        case.link_is_within_bounds(&changer, &link)?;
        if self.regenerate {
            link.generation += 1;
            link.expires_at = case.term_from_now();
        }
        link.giver = signed_here(case.world, case.actor, case.now);
        Ok(vec![Event::LinkChanged { link }])
    }
}
