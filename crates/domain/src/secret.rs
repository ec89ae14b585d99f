//! Secrets in links: who may be shown one again (DESIGN 5), and which of them lives.

use std::collections::BTreeSet;

use crate::actor::Actor;
use crate::case::{Case, Stop, stands};
use crate::permission::Permission;
use crate::refusal::Refusal;
use crate::world::World;
use crate::{LinkId, Lookup, MembershipId, Moment};

/// What a secret belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecretOf {
    /// An addressed invitation.
    Invitation(MembershipId),
    /// A share link or QR code.
    Link(LinkId),
}

/// The answer to somebody who wants to see a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// They may; this generation of it lives.
    Generation(u32),
    /// They may not, or it lives no more.
    Refused(Refusal),
    /// Questions must be answered first.
    Asks(BTreeSet<Lookup>),
}

/// Whether the actor may be shown a secret now; answer its questions and ask again.
pub fn show_secret(world: &World, actor: &Actor, of: SecretOf, now: Moment) -> Shown {
    let case = Case::new(world, actor, now);
    let found = living(&case, of);
    let questions = case.open_questions();
    match found {
        _ if !questions.is_empty() => Shown::Asks(questions),
        Ok(generation) => Shown::Generation(generation),
        Err(Stop::Refused(refusal)) => Shown::Refused(refusal),
        Err(Stop::Unknown | Stop::Unchanged) => Shown::Refused(Refusal::NotFound),
    }
}

fn living(case: &Case<'_>, of: SecretOf) -> Result<u32, Stop> {
    let actor = case.entitled(Permission::InvitationsManage)?;
    match of {
        SecretOf::Invitation(id) => {
            let row = case.target_for(&actor, id)?;
            let sent = row.invitation.as_ref().ok_or(Refusal::NotFound)?;
            stands(row, row.is_open_invitation())?;
            if row.is_expired_invitation(case.now) {
                return Err(Refusal::Expired.into());
            }
            Ok(sent.generation)
        }
        SecretOf::Link(id) => {
            let link = case.link(id)?;
            if link.closed || case.now.is_past(link.expires_at) {
                return Err(Refusal::Expired.into());
            }
            Ok(link.generation)
        }
    }
}
