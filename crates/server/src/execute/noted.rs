//! What becomes known without a command: how the letter of an invitation fares, and that a member was here.
//! Each is a record at a revision of its own, under the organisation's lock. Nobody decided it: the history has no entry.

use std::collections::BTreeMap;

use doorward_domain::{
    Delivery, DeliveryState, DeliveryStep, DeliveryWait, MemberActivity, MembershipId, Note,
    OrganisationId, PersonId, Record, RecordKey, Shelf, notices_of_delivery,
};
use uuid::Uuid;

use super::batch::Batch;
use super::{Caller, Ended};
use crate::App;
use crate::doorbell::Bell;
use crate::store::secrets::{self, Secret};
use crate::store::{self, Script, Tx, activity, ledger, letters, lookups};
use crate::tokens::TokenKind;

/// The longest reason that is kept, in characters.
const LONGEST_REASON: usize = 500;

/// A step of one sending of an invitation.
#[derive(Debug)]
pub(super) struct Step {
    /// The invitation.
    pub(super) membership: MembershipId,
    /// Which of its sendings.
    pub(super) generation: u32,
    /// What is news.
    pub(super) came: Came,
}

/// What is news of a sending.
#[derive(Debug)]
pub(super) enum Came {
    /// It went on.
    Step(DeliveryStep),
    /// It waits.
    Waits(DeliveryWait),
}

/// Settles letters together; where they are invitations', everybody who may see that is told. Where the store stands
/// against one of them, each is settled by itself.
pub async fn settle_letters(app: &App, ended: &[Ended]) -> Result<(), store::Error> {
    match settle(app, ended).await {
        Err(error) if ended.len() > 1 && error.is_of_one_command() => {
            for one in ended {
                settle(app, std::slice::from_ref(one)).await?;
            }
            Ok(())
        }
        done => done,
    }
}

async fn settle(app: &App, ended: &[Ended]) -> Result<(), store::Error> {
    if ended.is_empty() {
        return Ok(());
    }
    let (mut tx, now) = (app.store().begin().await?, app.now());
    // The organisation's lock before the letter's row, as everywhere.
    let bells = fare(app, &mut tx, ended).await?;
    let settled = |script: &mut Script| {
        for it in ended {
            letters::settle(script, it.letter, it.state, it.reason.as_deref(), now);
        }
        Ok(())
    };
    tx.script(settled).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    Ok(())
}

/// Notes what is reported of a letter that has left: it `delivered`, `bounced` or `failed` after all. What is no
/// invitation's letter is passed over.
pub async fn report_letter(app: &App, ended: Ended) -> Result<(), store::Error> {
    let mut tx = app.store().begin().await?;
    let bells = fare(app, &mut tx, &[ended]).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    Ok(())
}

/// Takes into the records of invitations how their letters fare; nothing for letters that are none of an invitation.
async fn fare(app: &App, tx: &mut Tx, ended: &[Ended]) -> Result<Vec<Bell>, store::Error> {
    let ids: Vec<Uuid> = ended.iter().map(|it| it.letter).collect();
    let sendings = letters::invitations_of(tx, &ids).await?;
    let mut steps: BTreeMap<OrganisationId, Vec<Step>> = BTreeMap::new();
    for it in ended {
        let (Some(stands), Some(sending)) = (state_of(it.state), sendings.get(&it.letter)) else {
            continue;
        };
        // What is not sent at all is nobody's words: the state says it in every language.
        let said = it.reason.as_deref();
        let said = said.filter(|_| stands != DeliveryState::NotSent);
        let (organisation, membership, generation) = *sending;
        let came = DeliveryStep {
            state: stands,
            at: app.now(),
            reason: said.and_then(readable),
        };
        steps.entry(organisation).or_default().push(Step {
            membership,
            generation,
            came: Came::Step(came),
        });
    }
    let mut bells = Vec::new();
    for (organisation, steps) in steps {
        bells.extend(take(app, tx, organisation, steps).await?);
    }
    Ok(bells)
}

/// Notes that somebody pressed Continue on the page of a secret.
pub async fn opened(app: &App, secret: &Secret) -> Result<(), store::Error> {
    let now = app.now();
    let mut tx = app.store().begin().await?;
    let bells = match (secret.kind, secret.organisation) {
        (TokenKind::Invitation | TokenKind::Text, Some(organisation)) => {
            let came = DeliveryStep {
                state: DeliveryState::Opened,
                at: now,
                reason: None,
            };
            let opened = Step {
                membership: MembershipId(secret.subject),
                generation: secret.generation,
                came: Came::Step(came),
            };
            take(app, &mut tx, organisation, vec![opened]).await?
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
    let mut batch = Batch::new(app, ledger, &caller, now);
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

/// Takes steps of sendings into their records, those that are news.
pub(super) async fn take(
    app: &App,
    tx: &mut Tx,
    organisation: OrganisationId,
    steps: Vec<Step>,
) -> Result<Vec<Bell>, store::Error> {
    let memberships = steps.iter().map(|it| it.membership);
    let keys = memberships.flat_map(|it| [RecordKey::membership(it), on(Shelf::Delivery, it)]);
    let keys: Vec<RecordKey> = keys.collect();
    let asked = |script: &mut Script| {
        let ledger = ledger::ask_lock(script, organisation);
        Ok((ledger, lookups::ask_named(script, organisation, &keys)?))
    };
    let ((ledger, named), mut answers) = tx.script(asked).await?;
    let Some(ledger) = ledger::read(&answers.take(ledger), organisation)? else {
        return Ok(Vec::new());
    };
    let caller = Caller::system();
    let mut batch = Batch::new(app, ledger, &caller, app.now());
    lookups::put_records(&mut batch.world, &answers.take(named))?;
    let mut news = false;
    for it in steps {
        let stands: Option<&Delivery> = batch.world.delivery(it.membership);
        let goes_on = matches!(it.came, Came::Step(_));
        let after = stands.and_then(|stands| match it.came {
            Came::Step(step) => stands.after(it.generation, step),
            Came::Waits(wait) => stands.waiting(it.generation, wait),
        });
        let Some(after) = after else {
            continue;
        };
        let invitation = batch.world.membership(it.membership).filter(|_| goes_on);
        let told = invitation.map(|it| notices_of_delivery(it, after.state()));
        batch.keep(Record::Delivery(after));
        batch.tell(told.unwrap_or_default());
        news = true;
    }
    if news {
        batch.save(app, tx).await
    } else {
        Ok(Vec::new())
    }
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
