//! What happens to an organisation beside the commands of its people: it is made, the operator decides something
//! about it, or somebody is shown a secret link.

use doorward_domain::{
    Actor, Command, DeviceId, Event, Grant, InvitePerson, MembershipId, Name, Organisation,
    OrganisationId, Plan, Preset, Record, Settings, SignIn, Site, SiteId, Standing, Status, World,
};
use doorward_domain::{Contact, LONGEST_TERM_DAYS, Membership, USUAL_LOCK_DAYS, signed};
use doorward_protocol::Outcome;
use serde_json::{Value, json};
use uuid::Uuid;

use super::batch::Batch;
use super::fact::{self, Origin};
use super::{Caller, Error, one};
use crate::App;
use crate::store::ledger::{self, Ledger, OPERATOR};
use crate::store::{self, Script, Tx, history, lookups};

/// An organisation that was made.
#[derive(Debug, Clone)]
pub struct Founding {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The membership or invitation of its Owner.
    pub owner: MembershipId,
}

/// Makes an organisation: a signed-in person becomes its Owner at once; for the operator somebody is invited
/// as Owner, by the operator, who is always entitled.
pub async fn found(
    app: &App,
    caller: &Caller,
    name: Name,
    owner: Option<Contact>,
) -> Result<Founding, Error> {
    found_as(app, caller, OrganisationId(app.new_id()), name, owner).await
}

/// As `found`, under this id. Fails with [`store::Error::Taken`] when there is such an organisation.
pub(super) async fn found_as(
    app: &App,
    caller: &Caller,
    organisation: OrganisationId,
    name: Name,
    owner: Option<Contact>,
) -> Result<Founding, Error> {
    let membership = first_row(organisation);
    let mut tx = app.store().begin().await?;
    let ledger = Ledger::new(organisation);
    ledger::make(&mut tx, &ledger).await?;
    let mut batch = Batch::new(app, ledger, caller, app.now());
    let site = Site {
        id: SiteId(app.new_id()),
        name: name.clone(),
        removed: false,
    };
    let made = vec![
        Record::Organisation(fresh(organisation, name.clone())),
        Record::Settings(Settings::default()),
        Record::Site(site),
    ];
    batch.put("organisation_made", made)?;
    if let Some(first) = first_owner(caller, membership, app) {
        batch.apply(&[first], None)?;
        // Who makes an organisation need not be told that they are its Owner.
        batch.tell_nobody();
    }
    let bells = batch.save(app, &mut tx).await?;
    if caller.actor == Actor::Operator {
        note_use(
            app,
            &mut tx,
            "organisation_made",
            &organisation.to_string(),
            &json!({ "name": name }),
        )
        .await?;
    }
    tx.commit().await?;
    app.doorbell().ring(bells);
    if let Some(contact) = owner {
        let grant = Grant::of(Preset::Owner);
        let invite = InvitePerson {
            membership,
            contact,
            grant,
            name: None,
            position: None,
            staff: None,
            locale: None,
            message: None,
        };
        if let Outcome::Refused { refusal } =
            one(app, organisation, caller, Command::InvitePerson(invite)).await?
        {
            return Err(Error::Refused(refusal));
        }
    }
    Ok(Founding {
        organisation,
        owner: membership,
    })
}

/// The row of the first Owner: its id follows from the organisation's, so that whoever asks for the same again finds it.
pub(super) fn first_row(id: OrganisationId) -> MembershipId {
    MembershipId(Uuid::from_u128(id.0.as_u128() ^ 1))
}

fn fresh(id: OrganisationId, name: Name) -> Organisation {
    Organisation {
        id,
        name,
        standing: Standing::Active,
        plan: Plan::Pro,
        sign_in: SignIn::Any,
        managed_by: None,
        manager_name: None,
        proposal: None,
        longest_term_days: LONGEST_TERM_DAYS,
        locked_after_days: USUAL_LOCK_DAYS,
    }
}

/// The membership of the person who makes an organisation.
fn first_owner(caller: &Caller, id: MembershipId, app: &App) -> Option<Event> {
    let account = caller.actor.account()?;
    let by = signed(&caller.actor, app.now());
    let membership = Membership {
        id,
        person: Some(account.person),
        name: Some(account.name.clone()),
        position: None,
        staff: None,
        status: Status::Approved,
        grant: Some(Grant::of(Preset::Owner)),
        suspended: false,
        visible: false,
        begun: by.clone(),
        invitation: None,
        asked: None,
        decided: Some(by),
        reason: None,
        offer: None,
        approved_at: Some(app.now()),
        end_set_at: None,
    };
    Some(Event::MemberAdded {
        membership: Box::new(membership),
        contacts: account.contacts.clone(),
    })
}

/// Changes the organisation's record as the operator decides; in its history and in the operator's.
pub async fn operate(
    app: &App,
    id: OrganisationId,
    kind: &str,
    change: impl FnOnce(&mut Organisation),
) -> Result<(), Error> {
    let caller = Caller::operator();
    let mut tx = app.store().begin().await?;
    let ledger = ledger::lock(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let mut world = World::new(id);
    let question = std::iter::once(doorward_domain::Lookup::Organisation).collect();
    lookups::load(&mut tx, &mut world, &question, app.now()).await?;
    let found = world.organisation().cloned();
    // What was deleted stays as it is: there are only tombstones left.
    let mut organisation = found
        .filter(|it| it.standing != Standing::Deleted)
        .ok_or(Error::NotFound)?;
    change(&mut organisation);
    let mut batch = Batch::new(app, ledger, &caller, app.now());
    let payload = json!({ "plan": organisation.plan, "sign_in": organisation.sign_in,
        "standing": organisation.standing, "longest_term_days": organisation.longest_term_days });
    batch.put(kind, vec![Record::Organisation(organisation)])?;
    let bells = batch.save(app, &mut tx).await?;
    note_use(app, &mut tx, kind, &id.to_string(), &payload).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    Ok(())
}

/// Notes a use of the operator's door in the system's history.
pub async fn note_use(
    app: &App,
    tx: &mut Tx,
    kind: &str,
    object: &str,
    payload: &Value,
) -> Result<(), store::Error> {
    let Some(mut ledger) = ledger::lock(tx, OPERATOR).await? else {
        return Ok(());
    };
    let author = Actor::Operator.author();
    let origin = Origin {
        author: &author,
        device: DeviceId(Uuid::nil()),
        at: app.now(),
        command: None,
        trail: None,
    };
    let fact = fact::named(kind, object, payload, &origin)?;
    let noted = |script: &mut Script| {
        history::append(script, &mut ledger, &[fact])?;
        Ok(ledger::save(script, &ledger))
    };
    let (saved, mut answers) = tx.script(noted).await?;
    ledger::saved(&mut answers, saved)
}
