//! Asking for a new link: somebody opened an invitation whose term has passed. Whoever can send it again is told, once
//! for each sending.

use doorward_domain::{Author, Membership, Moment, OrganisationId, PersonId};
use uuid::Uuid;

use super::facts::{Facts, Subject};
use super::queue::queue;
use super::recipients;
use crate::doorbell::Bell;
use crate::store::letters::LetterRow;
use crate::store::told_once::{self, Mark};
use crate::store::{self, Tx, doorbell, letter_facts, mine};

/// Names these letters apart; a letter's id must not depend on a clock or a random number.
const ASKED: Uuid = Uuid::from_u128(0x6d1b_42f7_9a05_4e1c_8c70_e2b8_3d5f_1a46);

/// Who hears of it: who answers for the invitation, while they may send it again, else everybody who may.
pub async fn told(
    tx: &mut Tx,
    organisation: OrganisationId,
    invitation: &Membership,
    now: Moment,
) -> Result<Vec<PersonId>, store::Error> {
    let holders = recipients::who_may_resend(tx, organisation, invitation.id, now).await?;
    let giver = match invitation
        .invitation
        .as_ref()
        .map(|sent| &sent.giver.author)
    {
        Some(Author::Person { id, .. }) => Some(*id),
        Some(Author::System | Author::Operator) | None => None,
    };
    let giver = giver.filter(|giver| holders.contains(giver));
    Ok(giver.map_or(holders, |giver| vec![giver]))
}

/// Whether it was asked for a new link of this sending already.
pub async fn is_asked(tx: &mut Tx, invitation: &Membership) -> Result<bool, store::Error> {
    let known = told_once::known(tx, &[mark(invitation)].into()).await?;
    Ok(!known.is_empty())
}

/// Queues the letters and puts it up on the bells, unless that was done for this sending; answers the rings that follow.
pub async fn ask(
    tx: &mut Tx,
    organisation: OrganisationId,
    invitation: &Membership,
    now: Moment,
) -> Result<Vec<Bell>, store::Error> {
    let told = told(tx, organisation, invitation, now).await?;
    if told.is_empty() {
        return Ok(Vec::new());
    }
    let mark = mark(invitation);
    let fresh = told_once::set(tx, &[mark.clone()].into(), now).await?;
    if fresh.is_empty() {
        return Ok(Vec::new());
    }
    let facts = facts(tx, organisation, invitation).await?;
    let letter = |person: PersonId| LetterRow {
        id: Uuid::new_v5(
            &ASKED,
            format!("{} {} {person}", mark.subject, mark.what).as_bytes(),
        ),
        organisation: Some(organisation),
        kind: Subject::NewLinkWanted.key(),
        person: Some(person),
        contact: None,
        holders: None,
        author: None,
        subject: mark.subject,
        generation: None,
        facts: facts.clone(),
    };
    let letters: Vec<LetterRow> = told.into_iter().map(letter).collect();
    let touched = queue(tx, &letters, now).await?;
    let bells = mine::note(tx, touched).await?;
    doorbell::announce(tx, &bells).await?;
    Ok(bells)
}

async fn facts(
    tx: &mut Tx,
    organisation: OrganisationId,
    invitation: &Membership,
) -> Result<String, store::Error> {
    let (name, _) = letter_facts::names(tx, organisation, &[]).await?;
    let contacts = letter_facts::contacts(tx, organisation, &[invitation.id]).await?;
    let facts = Facts {
        organisation: name,
        membership: Some(Box::new(invitation.clone())),
        contact: contacts.into_iter().next().map(|(_, contact)| contact),
        ..Facts::default()
    };
    serde_json::to_string(&facts).map_err(store::Error::unreadable("letter", "facts"))
}

fn mark(invitation: &Membership) -> Mark {
    let sent = invitation.invitation.as_ref();
    let generation = sent.map_or(0, |sent| sent.generation);
    Mark {
        subject: invitation.id.0,
        what: format!("new_link {generation}"),
    }
}
