//! Whether a letter that is due still tells what is so: mail that is late helps nobody.

use doorward_domain::{Contact, Membership, MembershipId, Moment, NoticeKind};

use crate::letters::facts::Subject;
use crate::letters::reminders;
use crate::store;
use crate::store::letters::TakenLetter;
use crate::store::{addresses, letter_facts, resets, sign_ups, stopped};

/// Whether a letter still tells the truth: an invitation or a reset whose secret lives, a reminder that the rules still
/// give occasion to.
pub(super) async fn is_still_true(
    tx: &mut store::Tx,
    letter: &TakenLetter,
    subject: Subject,
    now: Moment,
) -> Result<bool, store::Error> {
    if subject.carries_invitation() && !is_still_open(tx, letter, now).await? {
        return Ok(false);
    }
    if subject == Subject::Notice(NoticeKind::Request) {
        // Mail that was late must not call for an answer that has been given.
        let row = membership(tx, letter).await?;
        return Ok(row.is_some_and(|it| it.is_open_request()));
    }
    if subject == Subject::NewLinkWanted {
        // Somebody may have sent it again by now.
        let row = membership(tx, letter).await?;
        return Ok(row.is_some_and(|it| it.is_expired_invitation(now)));
    }
    if subject == Subject::Confirmation {
        let waiting = sign_ups::find(tx, &letter.subject.to_string(), now).await?;
        return Ok(waiting.is_some());
    }
    if subject == Subject::Reset {
        let living = resets::find(tx, letter.subject, now).await?;
        return Ok(living.is_some());
    }
    if subject == Subject::NewAddress {
        return addresses::lives(tx, letter.subject, now).await;
    }
    let (Subject::Reminder(kind), Some(organisation)) = (subject, letter.organisation) else {
        return Ok(true);
    };
    // Who wants no more invitations from here wants no word of one either.
    let to: Vec<Contact> = letter.contact.iter().cloned().collect();
    if !stopped::among(tx, organisation, &to).await?.is_empty() {
        return Ok(false);
    }
    let asked = reminders::ask(tx, organisation, &[MembershipId(letter.subject)], now).await?;
    Ok(asked.due.iter().any(|due| due.kind == kind))
}

/// Whether the invitation is open and this is its living secret; a letter with a dead link helps nobody.
async fn is_still_open(
    tx: &mut store::Tx,
    letter: &TakenLetter,
    at: Moment,
) -> Result<bool, store::Error> {
    let Some(now) = membership(tx, letter).await? else {
        return Ok(false);
    };
    let living = now.invitation.as_ref().map(|sent| sent.generation) == letter.generation;
    Ok(now.is_open_invitation() && !now.is_expired_invitation(at) && living)
}

/// The membership that a letter is about, as it is now.
pub(super) async fn membership(
    tx: &mut store::Tx,
    letter: &TakenLetter,
) -> Result<Option<Membership>, store::Error> {
    let Some(organisation) = letter.organisation else {
        return Ok(None);
    };
    letter_facts::membership(tx, organisation, MembershipId(letter.subject)).await
}
