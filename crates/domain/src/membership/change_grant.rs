//! Changing what a member has.

use serde::{Deserialize, Serialize};

use crate::case::{Case, Fact, Stop, stands};
use crate::entitlement::Entitlement;
use crate::event::Event;
use crate::membership::Membership;
use crate::permission::Permission;
use crate::refusal::Refusal;
use crate::{Grant, MembershipId, Note, Version};

/// Somebody who grants access changes what a member has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct ChangeGrant {
    /// Whose.
    pub membership: MembershipId,
    /// What they will have.
    pub grant: Grant,
    /// The version the change is based on.
    pub based_on: Version,
    /// What the history keeps about why; the person is not told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
}

impl ChangeGrant {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let actor = case.entitled(Permission::AccessGrant)?;
        let member = case.target_for(&actor, self.membership)?;
        let Some(before) = member.grant.clone() else {
            return stands(member, false).map(|()| Vec::new());
        };
        let after = self.grant.clone().saved();
        let own = case.actor.person().is_some() && member.person == case.actor.person();
        if own && !is_downwards(case, &before, &after)? {
            return Err(Refusal::Own.into());
        }
        stands(member, member.status.is_approved())?;
        if before == after {
            return Err(Stop::Unchanged);
        }
        case.still_based_on(member, self.based_on)?;
        if own {
            case.can_be_kept(&after)?;
            case.rooms_are_there(&after)?;
        } else {
            give_to_another(case, &actor, &before, &after)?;
        }
        let later = Membership {
            grant: Some(after.clone()),
            ..member.value.clone()
        };
        case.an_owner_remains(member.id, Some(&later))?;
        Ok(vec![Event::GrantChanged {
            membership: member.id,
            before,
            after,
            note: self.note.clone(),
        }])
    }
}

fn give_to_another(
    case: &Case<'_>,
    actor: &Entitlement,
    before: &Grant,
    after: &Grant,
) -> Result<(), Stop> {
    case.may_change(actor, Some(before))?;
    case.may_give_instead(actor, Some(before), after)?;
    if after.is_owner() && !before.is_owner() {
        return Err(Refusal::NeedsAcceptance.into());
    }
    Ok(())
}

/// one's own grant goes only downwards, and its dates stay.
fn is_downwards(case: &Case<'_>, before: &Grant, after: &Grant) -> Result<bool, Stop> {
    let dates_stay = (before.starts_at, before.ends_at) == (after.starts_at, after.ends_at);
    let (Fact::Known(had), Fact::Known(will_have)) = (case.paper(before), case.paper(after)) else {
        return Err(Stop::Unknown);
    };
    let holder = Entitlement {
        rights: Some(had.clone()),
        from_manager: false,
    };
    let rooms = case.rooms_are_held(&holder, &had, &will_have).is_ok();
    Ok(dates_stay && rooms && had.lacks(&will_have).is_empty() && (had.owner || !will_have.owner))
}
