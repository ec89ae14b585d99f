//! The end of an account, in every organisation that knows its person at once. All of them are locked in
//! the order of their ids, so that nobody else stops being needed meanwhile.

use doorward_domain::{
    Account, AccountStanding, Actor, CancelAccountDeletion, Command, Decision, DeleteAccount,
    Event, Moment, OrganisationId, Parting, PersonId, closing, farewell,
};

use super::batch::Batch;
use super::{Caller, Error, would};
use crate::App;
use crate::store::{self, Tx, accounts, doorbell, erasing, ledger, mine, resets};

/// Ends the account of whoever calls, or has it close; none where it is about to close already.
pub async fn delete_account(
    app: &App,
    caller: &Caller,
    command: &DeleteAccount,
) -> Result<Option<Parting>, Error> {
    let account = command.account(&caller.actor).map_err(Error::Refused)?;
    let Some(account) = account else {
        return Ok(None);
    };
    let (now, mut tx) = (app.now(), app.store().begin().await?);
    let mut batches = everywhere(app, &mut tx, account, caller).await?;
    let command = Command::from(command.clone());
    let facts = decided(&mut tx, &mut batches, &command).await?;
    let parting = Parting::of(facts.iter().flatten());
    let standing = match parting {
        Parting::AtOnce => {
            apply(&mut batches, &facts)?;
            AccountStanding::Gone
        }
        Parting::Closes(at) => {
            for batch in &mut batches {
                let closes = |world: &_, now| closing(world, account, at, now);
                batch.follow(&mut tx, closes).await?;
            }
            AccountStanding::Closing { at }
        }
    };
    stand(app, tx, batches, (account.person, standing, now)).await?;
    Ok(Some(parting))
}

/// What deleting an account would come to.
#[derive(Debug, Clone)]
pub struct Foreseen {
    /// What becomes of the account.
    pub parting: Parting,
    /// The organisations that need its person.
    pub needed_by: Vec<OrganisationId>,
}

/// What deleting an account would come to, changing nothing.
pub async fn foreseen(app: &App, account: &Account) -> Result<Foreseen, store::Error> {
    let knows = erasing::who_knows(&mut app.store().snapshot().await?, account).await?;
    let name = account.name.clone();
    let command = Command::from(DeleteAccount { name });
    let actor = Actor::Person {
        account: account.clone(),
        fresh: true,
    };
    let (mut facts, mut needed_by) = (Vec::new(), Vec::new());
    for organisation in knows {
        let asked = would(app, organisation, &actor, &command).await?;
        let follows = asked.map_or_else(|_| Vec::new(), |it| it.events().to_vec());
        if matches!(Parting::of(&follows), Parting::Closes(_)) {
            needed_by.push(organisation);
        }
        facts.extend(follows);
    }
    let parting = Parting::of(&facts);
    Ok(Foreseen { parting, needed_by })
}

/// Keeps the account of whoever calls that was about to close; false where it was not.
pub async fn keep_account(
    app: &App,
    caller: &Caller,
    command: &CancelAccountDeletion,
) -> Result<bool, Error> {
    let now = app.now();
    let account = command
        .account(&caller.actor, now)
        .map_err(Error::Refused)?;
    let Some(account) = account else {
        return Ok(false);
    };
    let mut tx = app.store().begin().await?;
    let mut batches = everywhere(app, &mut tx, account, caller).await?;
    let facts = decided(&mut tx, &mut batches, &Command::from(command.clone())).await?;
    apply(&mut batches, &facts)?;
    let living = (account.person, AccountStanding::Living, now);
    stand(app, tx, batches, living).await?;
    Ok(true)
}

/// Does what follows once an account has ended, where that is not done yet.
pub async fn part(app: &App, person: PersonId) -> Result<(), store::Error> {
    let (now, mut tx) = (app.now(), app.store().begin().await?);
    let account = accounts::account_of(&mut tx, person).await?;
    let Some(account) = account.filter(|it| has_ended(it, now)) else {
        return Ok(());
    };
    let system = Caller::system();
    let mut batches = everywhere(app, &mut tx, &account, &system).await?;
    for batch in &mut batches {
        let leaves = |world: &_, now| farewell(world, &account, now);
        batch.follow(&mut tx, leaves).await?;
    }
    stand(app, tx, batches, (person, AccountStanding::Gone, now)).await
}

fn has_ended(account: &Account, now: Moment) -> bool {
    account.standing != AccountStanding::Suspended && !account.standing.has_rights(now)
}

/// Every organisation that knows a person, locked.
async fn everywhere<'c>(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    caller: &'c Caller,
) -> Result<Vec<Batch<'c>>, store::Error> {
    let mut batches = Vec::new();
    for id in erasing::who_knows(tx, account).await? {
        if let Some(ledger) = ledger::lock(tx, id).await? {
            batches.push(Batch::new(app, ledger, caller, app.now()));
        }
    }
    Ok(batches)
}

/// What follows from a command in each organisation. All of them say the same of who the caller is, so a refusal is one
/// for all.
async fn decided(
    tx: &mut Tx,
    batches: &mut [Batch<'_>],
    command: &Command,
) -> Result<Vec<Vec<Event>>, Error> {
    let mut facts = Vec::with_capacity(batches.len());
    for batch in batches {
        facts.push(match batch.decided(tx, command).await? {
            Ok(Decision::Done(events)) => events,
            Ok(Decision::Unchanged) => Vec::new(),
            Ok(Decision::Unsure(_)) => return Err(store::Error::Unsure(command.key()).into()),
            Err(refusal) => return Err(Error::Refused(refusal)),
        });
    }
    Ok(facts)
}

fn apply(batches: &mut [Batch<'_>], facts: &[Vec<Event>]) -> Result<(), store::Error> {
    for (batch, events) in batches.iter_mut().zip(facts) {
        if !events.is_empty() {
            batch.apply(events, None)?;
        }
    }
    Ok(())
}

/// Saves where the account stands now, with what follows everywhere. Who is gone is signed out of every device.
async fn stand(
    app: &App,
    mut tx: Tx,
    batches: Vec<Batch<'_>>,
    (person, standing, now): (PersonId, AccountStanding, Moment),
) -> Result<(), store::Error> {
    let mut bells = Vec::new();
    for batch in batches {
        bells.extend(batch.save(app, &mut tx).await?);
    }
    accounts::set_standing(&mut tx, person, standing).await?;
    bells.extend(mine::note(&mut tx, mine::of_accounts(&[person])).await?);
    if !standing.has_rights(now) {
        resets::forget_of(&mut tx, person).await?;
        bells.extend(mine::sign_out(&mut tx, person, None).await?.bells);
    }
    doorbell::announce(&mut tx, &bells).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    app.parting().notify_one();
    Ok(())
}
