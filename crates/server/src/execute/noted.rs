//! What becomes known without a command: how the letter of an invitation fares, and that a member was here.
//! Each is a record at a revision of its own, under the organisation's lock. Nobody decided it: the history has no entry.

use doorward_domain::{
    Delivery, DeliveryState, DeliveryStep, MemberActivity, MembershipId, Note, OrganisationId,
    PersonId, Record, RecordKey, Shelf, notices_of_delivery,
};
use uuid::Uuid;

use super::Caller;
use super::batch::Batch;
use crate::App;
use crate::doorbell::Bell;
use crate::store::secrets::{self, Secret};
use crate::store::{self, Tx, activity, ledger, letters, lookups};
use crate::tokens::TokenKind;

/// The longest reason that is kept, in characters.
const LONGEST_REASON: usize = 500;

/// One sending of an invitation.
#[derive(Debug, Clone, Copy)]
struct Sending {
    organisation: OrganisationId,
    membership: MembershipId,
    generation: u32,
}

/// Settles a letter as `sent`, `delivered`, `failed`, `bounced`, `not_sent`, `superseded` or `expanded`; where it is an
/// invitation's, everybody who may see that is told.
pub async fn settle_letter(
    app: &App,
    id: Uuid,
    state: &str,
    reason: Option<&str>,
) -> Result<(), store::Error> {
    let now = app.now();
    let mut tx = app.store().begin().await?;
    let sending = letters::invitation_of(&mut tx, id).await?;
    // The organisation's lock before the letter's row, as everywhere.
    let bells = match (state_of(state), sending) {
        (Some(stands), Some((organisation, membership, generation))) => {
            let sending = Sending {
                organisation,
                membership,
                generation,
            };
            let step = DeliveryStep {
                state: stands,
                at: now,
                // What is not sent at all is nobody's words: the state says it in every language.
                reason: reason
                    .filter(|_| stands != DeliveryState::NotSent)
                    .and_then(readable),
            };
            take(app, &mut tx, sending, step).await?
        }
        _ => Vec::new(),
    };
    letters::settle(&mut tx, id, state, reason, now).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    Ok(())
}

/// Notes that somebody pressed Continue on the page of a secret.
pub async fn opened(app: &App, secret: &Secret) -> Result<(), store::Error> {
    let now = app.now();
    let mut tx = app.store().begin().await?;
    let bells = match (secret.kind, secret.organisation) {
        (TokenKind::Invitation, Some(organisation)) => {
            let sending = Sending {
                organisation,
                membership: MembershipId(secret.subject),
                generation: secret.generation,
            };
            let step = DeliveryStep {
                state: DeliveryState::Opened,
                at: now,
                reason: None,
            };
            take(app, &mut tx, sending, step).await?
        }
        _ => Vec::new(),
    };
    secrets::note_opened(&mut tx, secret, now).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    Ok(())
}

/// Notes that a person is here, in every organisation that has not heard of it today.
pub async fn seen(app: &App, person: PersonId) -> Result<(), store::Error> {
    let today = app.now().day();
    let unseen = activity::unseen(&mut app.store().snapshot().await?, person, today).await?;
    for (organisation, membership) in unseen {
        let mut tx = app.store().begin().await?;
        let bells = see(app, &mut tx, organisation, membership).await?;
        tx.commit().await?;
        app.doorbell().ring(bells);
    }
    Ok(())
}

async fn see(
    app: &App,
    tx: &mut Tx,
    organisation: OrganisationId,
    membership: MembershipId,
) -> Result<Vec<Bell>, store::Error> {
    let Some(ledger) = ledger::lock(tx, organisation).await? else {
        return Ok(Vec::new());
    };
    let (caller, now) = (Caller::system(), app.now());
    let mut batch = Batch::new(ledger, &caller, now);
    let keys = [
        RecordKey::membership(membership),
        on(Shelf::MemberActivity, membership),
    ];
    lookups::named(tx, &mut batch.world, &keys).await?;
    let before = batch.world.activity(membership);
    let row = batch.world.membership(membership);
    let Some(activity) = row.and_then(|it| MemberActivity::seen(it, before, now)) else {
        return Ok(Vec::new());
    };
    batch.keep(Record::MemberActivity(activity));
    batch.save(app, tx).await
}

/// Takes a step of a sending into its record, if that is news.
async fn take(
    app: &App,
    tx: &mut Tx,
    sending: Sending,
    step: DeliveryStep,
) -> Result<Vec<Bell>, store::Error> {
    let Some(ledger) = ledger::lock(tx, sending.organisation).await? else {
        return Ok(Vec::new());
    };
    let caller = Caller::system();
    let mut batch = Batch::new(ledger, &caller, app.now());
    let keys = [
        RecordKey::membership(sending.membership),
        on(Shelf::Delivery, sending.membership),
    ];
    lookups::named(tx, &mut batch.world, &keys).await?;
    let stands: Option<&Delivery> = batch.world.delivery(sending.membership);
    let Some(after) = stands.and_then(|it| it.after(sending.generation, step)) else {
        return Ok(Vec::new());
    };
    let invitation = batch.world.membership(sending.membership);
    let told = invitation.map(|it| notices_of_delivery(it, after.state()));
    batch.keep(Record::Delivery(after));
    batch.tell(told.unwrap_or_default());
    batch.save(app, tx).await
}

fn on(shelf: Shelf, membership: MembershipId) -> RecordKey {
    RecordKey {
        shelf,
        id: membership.0,
    }
}

/// Where a letter that was settled so stands for those who sent it; none where it was given up for another one.
fn state_of(settled: &str) -> Option<DeliveryState> {
    Some(match settled {
        "sent" => DeliveryState::Sent,
        "delivered" => DeliveryState::Delivered,
        "bounced" => DeliveryState::Bounced,
        "failed" => DeliveryState::Failed,
        "not_sent" => DeliveryState::NotSent,
        _ => return None,
    })
}

/// What another program said, as far as it can be shown.
fn readable(reason: &str) -> Option<Note> {
    let short: String = reason.chars().take(LONGEST_REASON).collect();
    Note::try_from(short).ok()
}
