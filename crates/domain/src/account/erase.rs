//! Erasing a person from records: what is left is a tombstone with its status and dates, which names nobody (R-13,
//! The person's id stays: who registers again gets another one.

use std::collections::BTreeSet;

use crate::actor::{Author, Signed};
use crate::command::Command;
use crate::delivery::Delivery;
use crate::membership::{Asked, Membership, Sent};
use crate::record::{MemberContact, Record};
use crate::{Contact, MembershipId, Name, Note, PersonId};

/// What stands for the name of somebody who was erased, where a name has to stand; screens say "former member".
pub const FORMER: &str = "\u{2014}";

/// Whose data is erased.
#[derive(Debug, Clone)]
pub struct Erasing {
    /// The person.
    pub person: PersonId,
    /// The contacts that were theirs.
    pub contacts: Vec<Contact>,
    /// Their memberships, and the invitations to one of these contacts that nobody accepted.
    pub memberships: BTreeSet<MembershipId>,
}

/// The record without what identifies a person; none where nothing in it does.
pub fn erased(record: &Record, of: &Erasing) -> Option<Record> {
    let person = of.person;
    let after = match record {
        Record::Membership(row) => {
            let mut after = Membership::clone(row);
            unsign(&mut after, person);
            if row.person == Some(person) || of.memberships.contains(&row.id) {
                bury(&mut after);
            }
            Record::Membership(Box::new(after))
        }
        Record::MemberContact(kept) => {
            let theirs = |contact: &Contact| {
                of.contacts.contains(contact) || of.memberships.contains(&kept.membership)
            };
            let rest = kept.contacts.iter().filter(|it| !theirs(it));
            Record::MemberContact(MemberContact {
                membership: kept.membership,
                contacts: rest.cloned().collect(),
            })
        }
        Record::Link(link) => {
            let mut after = link.clone();
            forget(&mut after.giver, person);
            Record::Link(after)
        }
        Record::Organisation(organisation) => {
            let mut after = organisation.clone();
            if let Some(proposal) = &mut after.proposal {
                forget(&mut proposal.by, person);
            }
            Record::Organisation(after)
        }
        Record::Delivery(delivery) if of.memberships.contains(&delivery.membership) => {
            Record::Delivery(wordless(delivery))
        }
        Record::Settings(_)
        | Record::Level(_)
        | Record::Room(_)
        | Record::Site(_)
        | Record::Staff(_)
        | Record::Delivery(_)
        | Record::MemberActivity(_) => return None,
    };
    (after != *record).then_some(after)
}

/// How a letter fared, without what other programs said: they may have named whom it went to.
fn wordless(delivery: &Delivery) -> Delivery {
    let mut after = delivery.clone();
    for step in &mut after.steps {
        step.reason = None;
    }
    after
}

/// What is left of a row and its contacts when its organisation was deleted; none where it is left already.
pub fn buried(record: &Record) -> Option<Record> {
    let after = match record {
        Record::Membership(row) => {
            let mut after = Membership::clone(row);
            bury(&mut after);
            Record::Membership(Box::new(after))
        }
        Record::MemberContact(kept) => Record::MemberContact(MemberContact {
            membership: kept.membership,
            contacts: Vec::new(),
        }),
        Record::Delivery(delivery) => Record::Delivery(wordless(delivery)),
        Record::Organisation(_)
        | Record::Settings(_)
        | Record::Level(_)
        | Record::Room(_)
        | Record::Site(_)
        | Record::Staff(_)
        | Record::Link(_)
        | Record::MemberActivity(_) => return None,
    };
    (after != *record).then_some(after)
}

/// A row becomes a tombstone: its status and dates, and nothing that anybody wrote.
fn bury(row: &mut Membership) {
    row.name = None;
    row.position = None;
    row.reason = None;
    row.visible = false;
    row.offer = None;
    row.staff = None;
    row.asked = row.asked.take().map(|asked| Asked {
        note: None,
        answers: Vec::new(),
        ..asked
    });
    row.invitation = row.invitation.take().map(|sent| Sent {
        message: None,
        ..sent
    });
    for signed in [Some(&mut row.begun), row.decided.as_mut()]
        .into_iter()
        .flatten()
    {
        if row.person.is_some() && signed.author.person() == row.person {
            nameless(signed);
        }
    }
}

/// Who changed a record last, without the name of a person who was erased.
pub fn erased_signature(signed: &Signed, person: PersonId) -> Option<Signed> {
    let mut after = signed.clone();
    forget(&mut after, person);
    (after != *signed).then_some(after)
}

fn unsign(row: &mut Membership, person: PersonId) {
    forget(&mut row.begun, person);
    let sent = row.invitation.as_mut().map(|sent| &mut sent.giver);
    let offer = row.offer.as_mut().map(|offer| &mut offer.by);
    for signed in [row.decided.as_mut(), sent, offer].into_iter().flatten() {
        forget(signed, person);
    }
}

fn forget(signed: &mut Signed, person: PersonId) {
    if signed.author.person() == Some(person) {
        nameless(signed);
    }
}

fn nameless(signed: &mut Signed) {
    if let (Author::Person { name, from, .. }, Ok(former)) =
        (&mut signed.author, Name::try_from(FORMER.to_owned()))
    {
        (*name, *from) = (former, None);
    }
}

/// A command that was given about somebody who was erased, without what it says of them; none where it cannot stand
/// without that, as an invitation without its contact.
pub fn erased_command(command: &Command) -> Option<Command> {
    let mut after = command.clone();
    if let Command::InvitePerson(_) = after {
        return None;
    } else if let Command::DeclineRequest(it) = &mut after {
        // It has to give a reason.
        let said = Note::try_from(FORMER.to_owned()).ok();
        it.reason = it.reason.take().and(said);
    } else if let Command::AddMember(it) = &mut after {
        it.position = None;
    } else if let Command::SetPosition(it) = &mut after {
        it.position = None;
    } else if let Command::RequestToJoin(it) = &mut after {
        (it.position, it.note) = (None, None);
        it.answers.clear();
    }
    Some(after)
}
