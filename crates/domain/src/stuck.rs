//! Stuck requests: those that nobody but the requester could decide. Derived when read, like routing.

use std::collections::BTreeSet;

use crate::actor::Actor;
use crate::case::{Case, Fact, Stop};
use crate::membership::Membership;
use crate::permission::Permission;
use crate::world::World;
use crate::{Lookup, MembershipId, Moment};

/// The answer to whether a request is stuck.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stuck {
    /// Nobody but the requester could decide it.
    Yes,
    /// Somebody else can, or it waits no more.
    No,
    /// Questions must be answered first.
    Asks(BTreeSet<Lookup>),
}

/// Whether a request is stuck now; answer its questions and ask again.
pub fn stuck(world: &World, request: MembershipId, now: Moment) -> Stuck {
    let actor = Actor::System;
    let case = Case::new(world, &actor, now);
    let found = case.target(request).and_then(|row| case.is_stuck(row));
    let questions = case.open_questions();
    match found {
        _ if !questions.is_empty() => Stuck::Asks(questions),
        Ok(Fact::Known(true)) => Stuck::Yes,
        Ok(Fact::Known(false) | Fact::Unknown)
        | Err(Stop::Refused(_) | Stop::Unchanged | Stop::Unknown) => Stuck::No,
    }
}

impl Case<'_> {
    /// whether the requester is the only one who could decide a request: nobody of the community does, and in the
    /// managing organisation nobody but the requester.
    pub(crate) fn is_stuck(&self, request: &Membership) -> Result<Fact<bool>, Stop> {
        let Some(requester) = request.person.filter(|_| request.is_open_request()) else {
            return Ok(Fact::Known(false));
        };
        if self.organisation()?.managed_by.is_none() {
            return Ok(Fact::Known(false));
        }
        let decides = |person| -> Result<Fact<bool>, Stop> {
            let rights = self.manager_rights(person)?;
            Ok(rights.map(|it| it.is_some_and(|it| it.has(Permission::RequestsDecide))))
        };
        // Asked first, as it is false of nearly everybody.
        match decides(requester)? {
            Fact::Known(true) => {}
            known @ (Fact::Known(false) | Fact::Unknown) => return Ok(known),
        }
        match self.somebody_decides()? {
            Fact::Known(false) => {}
            Fact::Known(true) => return Ok(Fact::Known(false)),
            Fact::Unknown => return Ok(Fact::Unknown),
        }
        let Fact::Known(others) = self.deciders_in_manager() else {
            return Ok(Fact::Unknown);
        };
        let mut certain = true;
        for person in others.iter().filter(|person| **person != requester) {
            match decides(*person)? {
                Fact::Known(true) => return Ok(Fact::Known(false)),
                Fact::Known(false) => {}
                Fact::Unknown => certain = false,
            }
        }
        Ok(if certain {
            Fact::Known(true)
        } else {
            Fact::Unknown
        })
    }
}
