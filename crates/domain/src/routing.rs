//! Routing: who decides a request when the community cannot, and by what right.

use crate::actor::Actor;
use crate::case::{Case, Fact, Stop};
use crate::entitlement::Entitlement;
use crate::membership::Membership;
use crate::permission::Permission;
use crate::record::Held;
use crate::refusal::Refusal;
use crate::rights::Rights;
use crate::world::World;
use crate::{MembershipId, Moment};

/// Whether it is the managing organisation's right by which somebody decides a request, as far as is known.
pub fn decides_from_above(world: &World, actor: &Actor, request: &Membership, now: Moment) -> bool {
    let entitled = Case::new(world, actor, now).entitled_to_decide(request);
    entitled.is_ok_and(|it| it.from_manager)
}

impl Case<'_> {
    /// The actor's right to decide a request: own, or routed from the managing organisation.
    pub fn entitled_to_decide(&self, request: &Membership) -> Result<Entitlement, Stop> {
        let permission = Permission::RequestsDecide;
        let own = self.entitled(permission);
        let Some(person) = self.actor.person() else {
            return own;
        };
        if own.is_ok() || self.organisation()?.managed_by.is_none() {
            return own;
        }
        let above = self.manager_rights(person)?.or_stop()?;
        let Some(rights) = above.filter(|rights| rights.has(permission)) else {
            return own;
        };
        if self.is_routed(request)?.or_stop()? {
            Ok(Entitlement {
                rights: Some(rights),
                from_manager: true,
            })
        } else {
            // They may have seen it while nobody decided there, so "no such thing" would be a riddle.
            Err(Refusal::Forbidden {
                needs: Some(permission),
            }
            .into())
        }
    }

    /// Whether the managing organisation may decide a request.
    pub fn is_routed(&self, request: &Membership) -> Result<Fact<bool>, Stop> {
        let escalated = self
            .escalates_at(request)
            .map(|escalates_at| self.now.is_past(escalates_at));
        match escalated {
            Fact::Known(false) => Ok(self.somebody_decides()?.map(|somebody| !somebody)),
            Fact::Known(true) | Fact::Unknown => Ok(escalated),
        }
    }

    /// The first instant at which a request has waited longer than the escalation term.
    pub(crate) fn escalates_at(&self, request: &Membership) -> Fact<Moment> {
        self.settings()
            .map(|it| request.waits_since().plus_days(it.escalation_days))
    }

    /// the instant since which the newest of the requests waits that have escalated; none where none has.
    pub(crate) fn escalated_until(&self) -> Fact<Option<Moment>> {
        let Fact::Known(days) = self.settings().map(|it| it.escalation_days) else {
            return Fact::Unknown;
        };
        let escalated = self.waiting_since(self.now.minus_days(days));
        escalated.map(|it| it.map(|it| it.waits_since()))
    }

    /// Whether a member of the community has `requests.decide` in force.
    pub(crate) fn somebody_decides(&self) -> Result<Fact<bool>, Stop> {
        let Fact::Known(candidates) = self.deciders() else {
            return Ok(Fact::Unknown);
        };
        let mut certain = true;
        for person in candidates.into_iter().filter_map(|it| it.person) {
            let decides = |rights: Option<Rights>| {
                rights.is_some_and(|it| it.has(Permission::RequestsDecide))
            };
            match self.own_rights(person)? {
                Fact::Known(rights) if decides(rights.clone()) => return Ok(Fact::Known(true)),
                Fact::Known(_) => {}
                Fact::Unknown => certain = false,
            }
        }
        Ok(if certain {
            Fact::Known(false)
        } else {
            Fact::Unknown
        })
    }

    /// A request and the right to decide it; who may not decide does not learn whether it exists.
    pub(crate) fn request_to_decide(
        &self,
        id: MembershipId,
    ) -> Result<(&Held<Membership>, Entitlement), Stop> {
        // Asked together with the request, which a managed community needs to see first: fewer rounds of questions.
        let own = self.entitled(Permission::RequestsDecide);
        if self.organisation()?.managed_by.is_none() {
            own?;
        }
        let request = self.target(id)?;
        if request.asked.is_none() {
            return Err(Refusal::NotFound.into());
        }
        let decider = self.entitled_to_decide(request)?;
        self.not_own(request)?;
        Ok((request, decider))
    }
}
