//! Offering ownership to a member in force.

use serde::{Deserialize, Serialize};

use super::{OFFER_DAYS, OwnershipOffer};
use crate::MembershipId;
use crate::case::{Case, Stop, stands};
use crate::decide::signed_here;
use crate::event::Event;
use crate::permission::Permission;
use crate::refusal::{DatesRule, Refusal};

/// An Owner offers ownership to a member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct OfferOwnership {
    /// To whom.
    pub membership: MembershipId,
    /// Whether who offers becomes Administrator once it is accepted.
    pub step_down: bool,
}

impl OfferOwnership {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        // only the preset Owner has it.
        let offerer = case.entitled(Permission::OrganisationDelete)?;
        let member = case.target(self.membership)?;
        case.actor.has_proved_who_they_are()?;
        case.not_own(member)?;
        stands(member, member.is_in_force(case.now))?;
        if member.grant.as_ref().is_some_and(crate::Grant::is_owner) {
            return Err(Stop::Unchanged);
        }
        if self.step_down {
            case.can_step_down()?;
        }
        if offerer
            .rights
            .as_ref()
            .is_some_and(|rights| rights.until.is_some())
        {
            return Err(Refusal::from(DatesRule::BeyondGiver).into());
        }
        Ok(vec![Event::OwnershipOffered {
            membership: member.id,
            offer: OwnershipOffer {
                by: signed_here(case.world, case.actor, case.now),
                step_down: self.step_down,
                expires_at: case.now.plus_days(OFFER_DAYS),
            },
        }])
    }
}

impl Case<'_> {
    /// Who acts from the managing organisation has no membership here that could become another.
    fn can_step_down(&self) -> Result<(), Stop> {
        let own = self.actor.person().map(|person| self.owner_row(person));
        match own {
            Some(Ok(_)) => Ok(()),
            Some(Err(Stop::Unknown)) => Err(Stop::Unknown),
            Some(Err(Stop::Refused(_) | Stop::Unchanged)) | None => Err(Refusal::Invalid {
                field: "step_down".into(),
            }
            .into()),
        }
    }
}
