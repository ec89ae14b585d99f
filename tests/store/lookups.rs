//! Lookups answer exactly: all that belongs to the question, and nothing of anybody else.

use std::collections::BTreeSet;

use anyhow::Result;
use doorward_domain::{
    ApproveRequest, Command, Contact, Grant, LevelRef, Lookup, MembershipId, Preset, Record,
    RecordKey, Shelf, Version, World,
};
use doorward_server::execute;
use doorward_server::store::lookups;

use crate::house::{House, NOW, invite, membership, name, request};

crate::on_both_engines!(
    every_lookup_answers_exactly,
    what_is_saved_is_loaded_as_it_was,
    an_unknown_thing_is_answered_with_nothing
);

/// Invitations, a request, a member beside the Owner, and another organisation with the same contact.
async fn furnish(house: &House) -> Result<()> {
    house.open_doors().await?;
    house
        .applied(&house.owner, invite(11, "a@example.org"))
        .await?;
    house
        .applied(&house.owner, invite(12, "b@example.org"))
        .await?;
    let (asking, member) = (
        house.person(3, "carla").await?,
        house.person(4, "dan").await?,
    );
    house.applied(&asking, request(13)).await?;
    house.applied(&member, request(14)).await?;
    let approve = ApproveRequest {
        membership: membership(14),
        grant: Grant::of(Preset::Manager),
    };
    house
        .applied(&house.owner, Command::ApproveRequest(approve))
        .await?;
    let stranger = house.person(5, "erik").await?;
    let elsewhere = execute::found(&house.app, &stranger, name("Elsewhere"), None).await?;
    execute::one(
        &house.app,
        elsewhere.organisation,
        &stranger,
        invite(99, "a@example.org"),
    )
    .await?;
    Ok(())
}

async fn memberships(house: &House, lookup: Lookup) -> Result<BTreeSet<MembershipId>> {
    let mut world = World::new(house.organisation);
    let mut tx = house.app.store().snapshot().await?;
    lookups::load(&mut tx, &mut world, &BTreeSet::from([lookup.clone()]), NOW).await?;
    assert!(world.knows(&lookup), "the server leaves nothing unanswered");
    let all = [
        house.own,
        membership(11),
        membership(12),
        membership(13),
        membership(14),
        membership(99),
    ];
    Ok(all
        .into_iter()
        .filter(|id| world.membership(*id).is_some())
        .collect())
}

async fn every_lookup_answers_exactly(house: &House) -> Result<()> {
    furnish(house).await?;
    let contact = |text: &str| -> Result<Contact> { Ok(text.parse()?) };
    let preset = LevelRef::Preset;
    let carla = doorward_domain::PersonId(uuid::Uuid::from_u128(3));
    let expected: [(Lookup, &[MembershipId]); 9] = [
        (Lookup::Organisation, &[]),
        (Lookup::Membership(membership(12)), &[membership(12)]),
        (Lookup::OfPerson(carla), &[membership(13)]),
        (
            Lookup::ByContact(contact("a@example.org")?),
            &[membership(11)],
        ),
        (
            Lookup::ByContact(contact("carla@example.org")?),
            &[membership(13)],
        ),
        (Lookup::Owners, &[house.own]),
        (Lookup::Deciders, &[house.own, membership(14)]),
        (
            Lookup::HoldersOf(preset(Preset::Staff)),
            &[membership(11), membership(12)],
        ),
        (Lookup::HoldersOf(preset(Preset::Guest)), &[]),
    ];
    for (lookup, ids) in expected {
        let found = memberships(house, lookup.clone()).await?;
        assert_eq!(found, ids.iter().copied().collect(), "{lookup:?}");
    }
    Ok(())
}

async fn what_is_saved_is_loaded_as_it_was(house: &House) -> Result<()> {
    furnish(house).await?;
    let mut world = World::new(house.organisation);
    let mut tx = house.app.store().snapshot().await?;
    let questions = BTreeSet::from([
        Lookup::Membership(membership(13)),
        Lookup::Contacts(membership(13)),
    ]);
    lookups::load(&mut tx, &mut world, &questions, NOW).await?;
    let held = world.membership(membership(13)).expect("the request");
    assert!(held.is_open_request());
    assert_eq!(held.name, Some(name("carla")));
    assert!(matches!(held.version, Version::Revision(revision) if revision > 1));
    assert_eq!(
        held.signed.as_ref().map(|it| it.at),
        Some(NOW),
        "who changed it last and when is kept"
    );
    let key = RecordKey {
        shelf: Shelf::MemberContact,
        id: membership(13).0,
    };
    let Some(Record::MemberContact(contacts)) = world.record(key).map(|held| held.value) else {
        panic!("the contacts")
    };
    assert_eq!(contacts.contacts, ["carla@example.org".parse()?]);
    Ok(())
}

async fn an_unknown_thing_is_answered_with_nothing(house: &House) -> Result<()> {
    furnish(house).await?;
    assert_eq!(
        memberships(house, Lookup::Membership(membership(99))).await?,
        BTreeSet::new(),
        "foreign is as good as none"
    );
    let nobody = doorward_domain::PersonId(uuid::Uuid::from_u128(404));
    assert_eq!(
        memberships(house, Lookup::OfPerson(nobody)).await?,
        BTreeSet::new()
    );
    assert_eq!(
        memberships(house, Lookup::Account(nobody)).await?,
        BTreeSet::new()
    );
    assert_eq!(
        memberships(house, Lookup::InManager(nobody)).await?,
        BTreeSet::new()
    );
    Ok(())
}
