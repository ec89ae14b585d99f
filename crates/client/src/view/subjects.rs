//! Those whom an editor of access is about, and what saving a draft would come to for them, judged by the command that
//! would save it.

use std::collections::BTreeSet;

use doorward_domain::{
    Actor, AddMember, ApproveRequest, ChangeGrant, ChangeInvitation, Command, DatesRule, Decision,
    EndMembership, Grant, GrantEdit, Held, Lookup, Membership, MembershipId, Moment, Refusal,
    RenewMembership, ResendInvitation, RevokeInvitation, Version, World, allowed_actions, decide,
    offering,
};

use crate::contract::{AccessAct, AccessSubject, AddedRow};
use crate::replay::Overlay;

/// One of those whom an editor is about.
pub(super) struct Subject {
    pub(super) held: Held<Membership>,
    /// What saving does to them, if anything.
    pub(super) act: Option<AccessAct>,
    based_on: Version,
    /// The id of the row that comes of adding them.
    added: MembershipId,
}

impl Subject {
    pub(super) fn of(
        shown: &Overlay,
        actor: &Actor,
        id: MembershipId,
        (based_on, added): (Option<Version>, MembershipId),
        now: Moment,
    ) -> Option<Self> {
        let held = shown.membership(id)?.clone();
        Some(Self {
            act: act(shown, actor, id, now),
            based_on: based_on.unwrap_or(held.version),
            added,
            held,
        })
    }

    /// A member whose access is changed; whoever is not approved has none to be changed.
    pub(super) fn member(shown: &Overlay, id: MembershipId) -> Option<Self> {
        let held = shown.membership(id)?.clone();
        let changes = held.status.is_approved() && held.grant.is_some();
        Some(Self {
            act: changes.then_some(AccessAct::Change),
            based_on: held.version,
            added: id,
            held,
        })
    }

    /// What they have before anything is saved; a request and a row that came to nothing have nothing.
    pub(super) fn before(&self) -> Option<&Grant> {
        let grant = self.held.grant.as_ref();
        grant.filter(|_| !matches!(self.act, Some(AccessAct::Approve | AccessAct::Add)))
    }

    /// Whether they sign in, or are invited to, as it is.
    pub(super) const fn signs_in(&self) -> bool {
        match self.act {
            Some(AccessAct::Change | AccessAct::ChangeInvitation | AccessAct::Resend) => true,
            Some(AccessAct::Approve | AccessAct::Renew | AccessAct::Add | AccessAct::Invite)
            | None => false,
        }
    }

    /// What unticking the base box of staff access comes to: their sign-in ends at once (RES-21). A plain member has none
    /// that stands on the box.
    pub(super) fn withdrawal(&self) -> Option<Command> {
        let before = self.before().filter(|_| self.signs_in())?;
        (before.staff_box() != Some(false)).then(|| withdrawal(&self.held))
    }

    /// What of it counts before anything is saved: access that is over is given anew in full.
    pub(super) fn counts(&self) -> Option<&Grant> {
        self.before().filter(|_| self.act != Some(AccessAct::Renew))
    }

    /// What an editor of their access begins with: what is there, without dates that are over. Access that is given
    /// anew is given for as long as before.
    pub(super) fn begins(&self, now: Moment) -> Option<Grant> {
        let had = self.held.grant.clone()?;
        match self.act? {
            AccessAct::Change | AccessAct::ChangeInvitation => Some(had),
            AccessAct::Renew => Some(Grant {
                starts_at: had.starts_at.filter(|start| !now.is_past(*start)),
                ends_at: self.held.another_term(now).map(|it| it.ends_at),
                ..had
            }),
            // Whoever owned the organisation does not own it anew.
            AccessAct::Add if had.is_owner() => None,
            AccessAct::Resend | AccessAct::Add => Some(Grant {
                starts_at: None,
                ends_at: None,
                ..had
            }),
            AccessAct::Approve | AccessAct::Invite => None,
        }
    }

    /// The command that would give them a grant.
    pub(super) fn command(&self, grant: Grant) -> Option<Command> {
        let (membership, based_on) = (self.held.id, self.based_on);
        Some(match self.act? {
            AccessAct::Approve => Command::ApproveRequest(ApproveRequest { membership, grant }),
            AccessAct::Change => Command::ChangeGrant(ChangeGrant {
                membership,
                grant,
                based_on,
                note: None,
            }),
            AccessAct::ChangeInvitation => Command::ChangeInvitation(ChangeInvitation {
                membership,
                grant,
                based_on,
            }),
            AccessAct::Resend => Command::ResendInvitation(ResendInvitation {
                membership,
                grant: Some(grant),
            }),
            AccessAct::Renew => Command::RenewMembership(RenewMembership {
                membership,
                grant,
                based_on,
            }),
            AccessAct::Add => {
                let AddedRow {
                    membership,
                    person,
                    position,
                } = self.added()?;
                Command::AddMember(AddMember {
                    membership,
                    person,
                    grant,
                    position,
                })
            }
            AccessAct::Invite => return None,
        })
    }

    /// The row that comes of adding them, with the position that they had; none where nobody is added.
    fn added(&self) -> Option<AddedRow> {
        let row = |person| AddedRow {
            membership: self.added,
            person,
            position: self.held.position.clone(),
        };
        let person = self.held.person.map(row);
        person.filter(|_| self.act == Some(AccessAct::Add))
    }
}

/// What ends a sign-in, or an invitation to one.
pub(super) fn withdrawal(row: &Held<Membership>) -> Command {
    let membership = row.id;
    if row.status.is_approved() {
        Command::EndMembership(EndMembership { membership })
    } else {
        Command::RevokeInvitation(RevokeInvitation { membership })
    }
}

/// What saving does: the first of these that the membership calls for.
fn act(shown: &Overlay, actor: &Actor, id: MembershipId, now: Moment) -> Option<AccessAct> {
    let actions = allowed_actions(&shown.world, actor, id, now);
    let acts = [
        ("approve_request", AccessAct::Approve),
        ("renew_membership", AccessAct::Renew),
        ("change_grant", AccessAct::Change),
        ("resend_invitation", AccessAct::Resend),
        ("change_invitation", AccessAct::ChangeInvitation),
        ("add_member", AccessAct::Add),
    ];
    let called_for = |(key, act): &(&str, AccessAct)| {
        let action = actions.iter().find(|it| it.command == *key);
        // An invitation is sent again where its own dates have passed; else it is changed as it stands.
        action.is_some_and(|it| {
            *act != AccessAct::Resend || it.refusal == Some(DatesRule::Over.into())
        })
    };
    acts.into_iter().find(called_for).map(|(_, act)| act)
}

/// What saving a draft comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It can be saved; what is not certain here is checked by the server.
    May { certain: bool },
    /// It would change nothing.
    Unchanged,
    /// It cannot.
    Refused(Refusal),
}

impl Verdict {
    pub(super) fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            Self::May { .. } | Self::Unchanged => None,
        }
    }
}

/// Those whom an editor is about, before the rules: nobody where an invitation is being written.
pub(super) struct Judged<'a> {
    pub(super) world: &'a World,
    pub(super) actor: &'a Actor,
    pub(super) now: Moment,
    pub(super) subjects: &'a [Subject],
    /// Of several people, what of a draft is given to each.
    pub(super) edit: Option<GrantEdit>,
}

impl Judged<'_> {
    /// What a draft comes to: it can be saved where at least one of the first so many can be given it.
    pub(super) fn verdict(&self, grant: &Grant, most: usize) -> Verdict {
        if self.subjects.is_empty() {
            let refusal = offering(self.world, self.actor, grant, self.now).refusal;
            return refusal.map_or(Verdict::May { certain: true }, Verdict::Refused);
        }
        let each = self.subjects.iter().take(most);
        let each = each.map(|it| self.of_one(it, &self.given(it, grant)));
        let each: Vec<Verdict> = each.collect();
        let may = |it: &Verdict| matches!(it, Verdict::May { .. });
        if each.iter().any(may) {
            let doubtful = each.contains(&Verdict::May { certain: false });
            return Verdict::May { certain: !doubtful };
        }
        let refused = each.iter().find(|it| it.refusal().is_some());
        refused.cloned().unwrap_or(Verdict::Unchanged)
    }

    /// Why a command is refused, if it is.
    pub(super) fn refusal(&self, command: &Command) -> Option<Refusal> {
        decide(self.world, self.actor, command, self.now).err()
    }

    /// What saving a draft gives to one of them.
    pub(super) fn given(&self, subject: &Subject, draft: &Grant) -> Grant {
        let edit = self.edit.as_ref().zip(subject.begins(self.now));
        edit.map_or_else(
            || draft.clone(),
            |(edit, had)| edit.given(&had, draft).saved(),
        )
    }

    /// What saving a grant comes to for one of them.
    fn of_one(&self, subject: &Subject, grant: &Grant) -> Verdict {
        let Some(command) = subject.command(grant.clone()) else {
            return Verdict::Unchanged;
        };
        match decide(self.world, self.actor, &command, self.now) {
            Ok(Decision::Done(_)) => Verdict::May { certain: true },
            Ok(Decision::Unsure(_)) => Verdict::May { certain: false },
            Ok(Decision::Unchanged) => Verdict::Unchanged,
            Err(refusal) => Verdict::Refused(refusal),
        }
    }

    /// Everybody, with what the draft comes to for each.
    pub(super) fn told(&self, grant: &Grant) -> Vec<AccessSubject> {
        let subjects = self.subjects.iter();
        let told = subjects.map(|it| self.told_of(it, &self.given(it, grant)));
        told.collect()
    }

    /// What a grant comes to for one of them.
    pub(super) fn told_of(&self, it: &Subject, grant: &Grant) -> AccessSubject {
        let verdict = self.of_one(it, grant);
        AccessSubject {
            membership: it.held.id,
            name: it.held.name.clone(),
            act: it.act,
            has: it.held.grant.clone(),
            version: it.held.version,
            refusal: verdict.refusal().cloned(),
            unchanged: verdict == Verdict::Unchanged,
            grant: grant.clone(),
            added: it.added(),
        }
    }

    /// What judging these drafts still needs answered.
    pub(super) fn open_questions(&self, drafts: &[Grant]) -> BTreeSet<Lookup> {
        let mut open = BTreeSet::new();
        if let [one] = self.subjects
            && let Some(command) = one.withdrawal()
        {
            let asks = doorward_domain::needs(self.world, self.actor, &command, self.now);
            open.extend(asks);
        }
        if self.subjects.is_empty() {
            let asks = |draft| offering(self.world, self.actor, draft, self.now).asks;
            open.extend(drafts.iter().flat_map(asks));
        }
        for subject in self.subjects {
            let all = drafts.iter().chain(&subject.held.grant);
            for command in all.filter_map(|it| subject.command(it.clone())) {
                let asks = doorward_domain::needs(self.world, self.actor, &command, self.now);
                open.extend(asks);
            }
        }
        open
    }
}
