//! Recipients: groups are resolved when the letter is due, by asking the rules who may decide. Nothing is judged here.

use std::collections::BTreeSet;

use doorward_domain::{
    Account, Actor, CloseLink, Command, DeclineRequest, EndManagement, LinkId, Lookup, Membership,
    MembershipId, Moment, Name, NoticeKind, OrganisationId, Permission, PersonId, Record, Refusal,
    RevokeInvitation, Version, Window, WithdrawOffer, World, decide, decides_from_above, needs,
};

use crate::execute;
use crate::store::letters::{LetterRow, TakenLetter};
use crate::store::{self, Tx, accounts, letter_facts, lookups};
use uuid::Uuid;

use super::facts::Subject;

/// One letter for each person of the group that a queued row names.
pub async fn expand(
    tx: &mut Tx,
    letter: &TakenLetter,
    now: Moment,
) -> Result<Vec<LetterRow>, store::Error> {
    let (Some(organisation), Some(subject)) = (letter.organisation, Subject::of(&letter.kind))
    else {
        return Ok(Vec::new());
    };
    let about = MembershipId(letter.subject);
    // What a holder of the permission could do with it; the rules say for whom that is true.
    let told = if subject == Subject::Notice(NoticeKind::GiverLostRight) {
        who_may_resend(tx, organisation, about, now).await?
    } else if subject == Subject::Notice(NoticeKind::LinkLostRight) {
        let close = Command::CloseLink(CloseLink {
            link: LinkId(letter.subject),
        });
        let inviters = Permission::InvitationsManage;
        holders(tx, organisation, inviters, &close, now).await?
    } else if is_of_management(subject) {
        let end = Command::EndManagement(EndManagement {
            community: organisation,
        });
        let owners = Permission::OrganisationDelete;
        let here = letter_facts::candidates(tx, organisation, owners).await?;
        who_may(tx, organisation, here, &end, now).await?
    } else if is_for_owners(subject) {
        let withdraw = Command::WithdrawOffer(WithdrawOffer { membership: about });
        let owners = Permission::OrganisationDelete;
        holders(tx, organisation, owners, &withdraw, now).await?
    } else {
        let decline = Command::DeclineRequest(DeclineRequest::in_question(about));
        holders(tx, organisation, Permission::RequestsDecide, &decline, now).await?
    };
    let rows = told
        .into_iter()
        .filter(|person| Some(*person) != letter.author)
        .map(|person| LetterRow {
            id: Uuid::new_v5(&letter.id, person.0.as_bytes()),
            organisation: letter.organisation,
            kind: subject.key(),
            person: Some(person),
            contact: None,
            holders: None,
            author: letter.author,
            subject: letter.subject,
            generation: None,
            facts: letter.facts.clone(),
        });
    Ok(rows.collect())
}

/// Who would decide a request.
#[derive(Debug)]
pub enum Deciders {
    /// These people, of the organisation itself.
    People(Vec<Name>),
    /// The organisation that manages it.
    Manager(OrganisationId),
    /// Nobody.
    Nobody,
}

/// Who would decide a request that nobody has made yet; of people no more than `most`.
pub async fn who_would_decide(
    tx: &mut Tx,
    organisation: OrganisationId,
    request: &Membership,
    most: usize,
    now: Moment,
) -> Result<Deciders, store::Error> {
    let mut world = World::new(organisation);
    lookups::load(tx, &mut world, &BTreeSet::from([Lookup::Organisation]), now).await?;
    let made = Record::Membership(Box::new(request.clone()));
    world.put(made, Version::Revision(0), None);
    world.answer(Lookup::Membership(request.id));
    let decide = Permission::RequestsDecide;
    let own = letter_facts::candidates(tx, organisation, decide).await?;
    let own = who_of(tx, &mut world, &own, (request, false, most), now).await?;
    if !own.is_empty() {
        return Ok(Deciders::People(own));
    }
    let Some(manager) = world.organisation().and_then(|it| it.managed_by) else {
        return Ok(Deciders::Nobody);
    };
    let above = letter_facts::candidates(tx, manager, decide).await?;
    let above = who_of(tx, &mut world, &above, (request, true, 1), now).await?;
    Ok(if above.is_empty() {
        Deciders::Nobody
    } else {
        Deciders::Manager(manager)
    })
}

/// The names of the first of these persons who may decide a request, by their own right or by that of the organisation
/// above.
async fn who_of(
    tx: &mut Tx,
    world: &mut World,
    candidates: &[PersonId],
    (request, from_above, most): (&Membership, bool, usize),
    now: Moment,
) -> Result<Vec<Name>, store::Error> {
    let mut accounts = accounts::accounts_of(tx, candidates).await?;
    // The same ones every time, of whoever has many.
    accounts.sort_by_key(|account| account.person);
    let mut found = Vec::new();
    for account in accounts {
        if found.len() == most {
            break;
        }
        if !may_decide(tx, world, &account, request.id, now).await? {
            continue;
        }
        let name = account.name.clone();
        if decides_from_above(world, &by(account), request, now) == from_above {
            found.push(name);
        }
    }
    Ok(found)
}

/// Everybody who may deal with this invitation: they can revoke it, so they can send it anew.
pub async fn who_may_resend(
    tx: &mut Tx,
    organisation: OrganisationId,
    invitation: MembershipId,
    now: Moment,
) -> Result<Vec<PersonId>, store::Error> {
    let revoke = Command::RevokeInvitation(RevokeInvitation {
        membership: invitation,
    });
    holders(
        tx,
        organisation,
        Permission::InvitationsManage,
        &revoke,
        now,
    )
    .await
}

/// Whether a letter is for the Owners: whoever of them could take an offer of ownership back.
fn is_for_owners(subject: Subject) -> bool {
    use NoticeKind as K;
    matches!(
        subject,
        Subject::Notice(K::OwnershipOfferMade | K::OwnershipAccepted | K::OwnershipWithdrawn)
    )
}

/// Whether a letter is about management: for each side's Owners, who may end it.
fn is_of_management(subject: Subject) -> bool {
    use NoticeKind as K;
    matches!(
        subject,
        Subject::Notice(K::ManagementProposed | K::ManagementAccepted | K::ManagementEnded)
    )
}

/// Everybody who may give this command, here or from the organisation that manages this one.
async fn holders(
    tx: &mut Tx,
    organisation: OrganisationId,
    permission: Permission,
    command: &Command,
    now: Moment,
) -> Result<Vec<PersonId>, store::Error> {
    let mut world = World::new(organisation);
    lookups::load(tx, &mut world, &BTreeSet::from([Lookup::Organisation]), now).await?;
    let mut candidates: BTreeSet<PersonId> = letter_facts::candidates(tx, organisation, permission)
        .await?
        .into_iter()
        .collect();
    if let Some(manager) = world.organisation().and_then(|it| it.managed_by) {
        candidates.extend(letter_facts::candidates(tx, manager, permission).await?);
    }
    who_may(tx, organisation, candidates, command, now).await
}

/// Those of these persons who may give this command.
async fn who_may(
    tx: &mut Tx,
    organisation: OrganisationId,
    candidates: impl IntoIterator<Item = PersonId>,
    command: &Command,
    now: Moment,
) -> Result<Vec<PersonId>, store::Error> {
    let mut world = World::new(organisation);
    let accounts = accounts::accounts_of(tx, &candidates.into_iter().collect::<Vec<_>>()).await?;
    let mut told = Vec::new();
    for account in accounts {
        let person = account.person;
        if may(tx, &mut world, account, command, now).await? {
            told.push(person);
        }
    }
    Ok(told)
}

/// Whether this person may decide a request.
pub async fn may_decide(
    tx: &mut Tx,
    world: &mut World,
    account: &Account,
    request: MembershipId,
    now: Moment,
) -> Result<bool, store::Error> {
    let decline = Command::DeclineRequest(DeclineRequest::in_question(request));
    may(tx, world, account.clone(), &decline, now).await
}

fn by(account: Account) -> Actor {
    Actor::Person {
        account,
        fresh: true,
    }
}

/// Whether the rules would let this person give the command, were it not too late.
async fn may(
    tx: &mut Tx,
    world: &mut World,
    account: Account,
    command: &Command,
    now: Moment,
) -> Result<bool, store::Error> {
    let actor = by(account);
    loop {
        let questions = needs(world, &actor, command, now);
        if questions.is_empty() {
            let verdict = decide(world, &actor, command, now);
            // Decided by somebody else: this person could have done it, and is told.
            let might = matches!(
                verdict,
                Ok(_) | Err(Refusal::WrongStatus { .. } | Refusal::LastOwner)
            );
            return Ok(might && sees(tx, world, &actor, command, now).await?);
        }
        lookups::load(tx, world, &questions, now).await?;
    }
}

/// Whether what the command is about belongs to a site that this person sees.
async fn sees(
    tx: &mut Tx,
    world: &mut World,
    actor: &Actor,
    command: &Command,
    now: Moment,
) -> Result<bool, store::Error> {
    let window = execute::window(tx, world, actor, now).await?;
    let about = command.target().map(MembershipId);
    let about = about.and_then(|id| world.membership(id));
    Ok(match (window, about) {
        (Window::Open(view), Some(about)) => view.covers(about.grant.as_ref()),
        (Window::Open(_) | Window::Closed | Window::Asks(_), _) => true,
    })
}
