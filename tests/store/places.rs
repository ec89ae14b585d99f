//! Rooms, sites and staff records: who names them is found, and nobody else is touched.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use doorward_domain::{
    Command, Grant, InvitePerson, Lookup, MakeRoom, MakeSite, MakeStaffRecord, MembershipId,
    Preset, RecordKey, RemoveRoom, RoomId, Shelf, SiteId, StaffId, World,
};
use doorward_server::store::lookups;
use uuid::Uuid;

use crate::house::{House, NOW, membership, name};

crate::on_both_engines!(
    a_room_that_goes_is_taken_from_who_named_it,
    a_staff_record_finds_what_is_tied_to_it
);

const ROOM: RoomId = RoomId(Uuid::from_u128(0x51));
const OTHER: RoomId = RoomId(Uuid::from_u128(0x52));
const SITE: SiteId = SiteId(Uuid::from_u128(0x61));
const STAFF: StaffId = StaffId(Uuid::from_u128(0x71));

async fn world(house: &House, questions: &[Lookup]) -> Result<World> {
    let mut world = World::new(house.organisation);
    let mut tx = house.app.store().snapshot().await?;
    let questions: BTreeSet<Lookup> = questions.iter().cloned().collect();
    lookups::load(&mut tx, &mut world, &questions, NOW).await?;
    Ok(world)
}

fn invite(number: u128, email: &str, grant: Grant, staff: Option<StaffId>) -> Command {
    Command::InvitePerson(InvitePerson {
        membership: membership(number),
        contact: email.parse().expect("an address"),
        grant,
        name: None,
        position: None,
        staff,
        locale: None,
        message: None,
    })
}

fn with_rooms(rooms: &[RoomId], sites: &[SiteId]) -> Grant {
    Grant {
        rooms: rooms.iter().copied().collect(),
        room_sites: sites.iter().copied().collect(),
        ..Grant::of(Preset::Staff)
    }
}

async fn rooms_of(house: &House, id: MembershipId) -> Result<BTreeSet<RoomId>> {
    let world = world(house, &[Lookup::Membership(id)]).await?;
    let row = world.membership(id).context("the row")?;
    Ok(row.grant.clone().context("its grant")?.rooms)
}

async fn a_room_that_goes_is_taken_from_who_named_it(house: &House) -> Result<()> {
    let (site, called) = (SITE, name("House 4"));
    let site_made = Command::MakeSite(MakeSite { site, name: called });
    house.applied(&house.owner, site_made).await?;
    let make = |room| {
        let name = name("Side door");
        Command::MakeRoom(MakeRoom { room, site, name })
    };
    house.applied(&house.owner, make(ROOM)).await?;
    for (number, email, grant) in [
        (11, "a@example.org", with_rooms(&[ROOM], &[])),
        (12, "b@example.org", with_rooms(&[], &[site])),
        (13, "c@example.org", with_rooms(&[], &[])),
    ] {
        let invite = invite(number, email, grant, None);
        house.applied(&house.owner, invite).await?;
    }
    let found = world(house, &[Lookup::HoldersOfRoom(ROOM)]).await?;
    assert!(found.membership(membership(11)).is_some());
    assert!(found.membership(membership(13)).is_none());
    house.applied(&house.owner, make(OTHER)).await?;
    assert_eq!(rooms_of(house, membership(12)).await?, [ROOM].into());
    let remove = Command::RemoveRoom(RemoveRoom { room: ROOM });
    house.applied(&house.owner, remove).await?;
    for number in [11, 12, 13] {
        assert!(rooms_of(house, membership(number)).await?.is_empty());
    }
    Ok(())
}

async fn a_staff_record_finds_what_is_tied_to_it(house: &House) -> Result<()> {
    let make = MakeStaffRecord {
        staff: STAFF,
        name: name("Oana"),
        position: None,
    };
    house
        .applied(&house.owner, Command::MakeStaffRecord(make))
        .await?;
    let tied = invite(11, "a@example.org", with_rooms(&[], &[]), Some(STAFF));
    let loose = invite(12, "b@example.org", with_rooms(&[], &[]), None);
    house.applied(&house.owner, tied).await?;
    house.applied(&house.owner, loose).await?;
    let found = world(house, &[Lookup::Staff(STAFF)]).await?;
    let key = RecordKey {
        shelf: Shelf::Staff,
        id: STAFF.0,
    };
    assert!(found.record(key).is_some());
    assert!(found.membership(membership(11)).is_some());
    assert!(found.membership(membership(12)).is_none());
    Ok(())
}
