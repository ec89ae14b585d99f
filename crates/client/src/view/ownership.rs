//! Who owns and who manages an organisation, with what whoever sits here may do about it.

use doorward_domain::{
    ChangeGrant, Command, DeleteOrganisation, EndManagement, Grant, Held, Lookup, Membership, Name,
    OrganisationId, PersonState, Preset, ProposeManagement, Refusal,
};

use super::offers::{know, name_of, refusal};
use super::people::people;
use crate::contract::{Managed, OtherOrganisation, OwnershipAsk, OwnershipView, PeopleAsk};
use crate::desk::{Desk, Office};
use crate::error::Result;
use crate::replay::Overlay;

/// Owners that are named; who has more looks at the list of people.
const NAMED: u32 = 50;

/// Who owns and who manages an organisation.
pub(crate) async fn ownership(desk: &Desk, ask: &OwnershipAsk) -> Result<OwnershipView> {
    let community = ask.organisation;
    let office = desk
        .known_office(community)
        .await
        .ok_or(Refusal::NotFound)?;
    let mut shown = office.shown(desk).await?;
    know(desk, &office, &mut shown).await?;
    let (managed_by, proposal) = match shown.world.organisation() {
        Some(it) => (
            it.managed_by.map(|id| (id, it.manager_name.clone())),
            it.proposal.clone(),
        ),
        None => (None, None),
    };
    let proposed = proposal.clone().map(|it| (it.manager, it.manager_name));
    let end = Command::EndManagement(EndManagement { community });
    let ending = refusal(desk, &office, &mut shown, &end).await?;
    // Judged with one that nobody knows: what speaks against each of them speaks against asking at all.
    let manager = OrganisationId(uuid::Uuid::nil());
    let propose = Command::ProposeManagement(ProposeManagement { manager });
    let proposing = refusal(desk, &office, &mut shown, &propose).await?;
    let deleting = deleting(desk, &office, &mut shown).await?;
    let own = own_row(desk, &office, &mut shown).await?;
    let step_down = own.as_ref().and_then(step_down);
    let stepping_down = match &step_down {
        Some(command) => refusal(desk, &office, &mut shown, command).await?,
        None => None,
    };
    drop(shown);
    let is_owner = !matches!(
        proposing,
        Some(Refusal::Forbidden { .. } | Refusal::NotFound)
    );
    Ok(OwnershipView {
        own: own.map(|row| row.id),
        is_owner,
        owners: people(desk, &owners(community)).await?.rows,
        step_down,
        stepping_down,
        managed_by: named(desk, managed_by).await?,
        proposed: named(desk, proposed).await?,
        proposed_by: proposal.map(|it| it.by),
        proposing,
        candidates: candidates(desk, community).await?,
        deleting,
        ending,
        manages: managed(desk, community).await?,
    })
}

/// Why the organisation cannot be deleted by whoever sits here, if not.
async fn deleting(desk: &Desk, office: &Office, shown: &mut Overlay) -> Result<Option<Refusal>> {
    let Some(name) = shown.world.organisation().map(|it| it.name.clone()) else {
        return Ok(Some(Refusal::NotFound));
    };
    let delete = Command::DeleteOrganisation(DeleteOrganisation { name });
    refusal(desk, office, shown, &delete).await
}

/// The question for those who own an organisation.
fn owners(organisation: OrganisationId) -> PeopleAsk {
    PeopleAsk {
        organisation,
        search: None,
        states: Some(vec![PersonState::Member]),
        level: Some(Preset::Owner.into()),
        room: None,
        unseen_days: None,
        sort: None,
        descending: None,
        offset: None,
        limit: Some(NAMED),
    }
}

/// The person's own membership as it is shown.
async fn own_row(
    desk: &Desk,
    office: &Office,
    shown: &mut Overlay,
) -> Result<Option<Held<Membership>>> {
    let actor = desk.actor();
    let Some(person) = actor.person() else {
        return Ok(None);
    };
    let lookup = |overlay: &Overlay| {
        let own = Lookup::OfPerson(person);
        let open = overlay.world.lacks(&own).then_some(own);
        open.into_iter().collect()
    };
    office.ask(desk, shown, lookup).await?;
    let own = shown.world.of_person(person);
    let mut own = own.filter(|it| it.status.is_approved());
    Ok(own.next().cloned())
}

/// Becoming Administrator, where somebody is Owner.
fn step_down(own: &Held<Membership>) -> Option<Command> {
    let grant = own.grant.as_ref().filter(|it| it.is_owner())?;
    Some(Command::ChangeGrant(ChangeGrant {
        membership: own.id,
        grant: Grant {
            level: Preset::Administrator.into(),
            ..grant.clone()
        },
        based_on: own.version,
        note: None,
    }))
}

/// Another organisation by the name that this account knows, or that was told here.
async fn named(
    desk: &Desk,
    other: Option<(OrganisationId, Option<Name>)>,
) -> Result<Option<OtherOrganisation>> {
    let Some((id, told)) = other else {
        return Ok(None);
    };
    let name = name_of(desk, id).await?;
    Ok(Some(OtherOrganisation {
        id,
        name: name.or_else(|| told.map(|it| it.to_string())),
    }))
}

/// The other organisations of this account.
async fn candidates(desk: &Desk, but: OrganisationId) -> Result<Vec<OtherOrganisation>> {
    let known = desk.own.organisations().await?.into_iter();
    let others = known.filter(|it| it.id != but && !it.gone);
    Ok(others
        .map(|it| OtherOrganisation {
            id: it.id,
            name: Some(it.name),
        })
        .collect())
}

/// The organisations that name this one as who manages them or is asked to.
async fn managed(desk: &Desk, manager: OrganisationId) -> Result<Vec<Managed>> {
    let mut found = Vec::new();
    for known in desk.own.organisations().await? {
        let community = known.id;
        let Some(office) = desk.known_office(community).await.filter(|_| !known.gone) else {
            continue;
        };
        let mut shown = office.shown(desk).await?;
        know(desk, &office, &mut shown).await?;
        let Some(of) = shown.world.organisation().cloned() else {
            continue;
        };
        if of.manager_or_proposed() == Some(manager) {
            let end = Command::EndManagement(EndManagement { community });
            found.push(Managed {
                organisation: community,
                name: known.name,
                accepted: of.managed_by.is_some(),
                ending: refusal(desk, &office, &mut shown, &end).await?,
            });
        }
    }
    Ok(found)
}
