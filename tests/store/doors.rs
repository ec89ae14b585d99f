//! Two sites with a door each, and people who may do this or that there.

use anyhow::{Context, Result};
use doorward_domain::{
    AcceptInvitation, ChangeGrant, Command, Grant, InvitePerson, MakeRoom, MakeSite, Membership,
    MembershipId, Preset, RoomId, SiteId, Version, World,
};
use doorward_server::execute::{self, Caller};
use uuid::Uuid;

use crate::house::{House, NOW, membership, name};

pub const A: SiteId = SiteId(Uuid::from_u128(0xa0));
pub const B: SiteId = SiteId(Uuid::from_u128(0xb0));
pub const DOOR_A: RoomId = RoomId(Uuid::from_u128(0xa1));
pub const DOOR_B: RoomId = RoomId(Uuid::from_u128(0xb1));

pub fn rooms(rooms: &[RoomId], sites: &[SiteId]) -> Grant {
    Grant {
        rooms: rooms.iter().copied().collect(),
        room_sites: sites.iter().copied().collect(),
        ..Grant::of(Preset::Member)
    }
}

pub fn limited(level: Preset, sites: &[SiteId]) -> Grant {
    Grant {
        limited_to: sites.iter().copied().collect(),
        ..Grant::of(level)
    }
}

pub fn invite(number: u128, called: &str, grant: Grant) -> Command {
    Command::InvitePerson(InvitePerson {
        membership: membership(number),
        contact: format!("{called}@example.org").parse().expect("an address"),
        grant,
        name: Some(name(called)),
        position: None,
        staff: None,
        locale: None,
        message: None,
    })
}

/// Somebody who has accepted an invitation with this grant, and was here.
pub async fn member(house: &House, number: u128, called: &str, grant: Grant) -> Result<Caller> {
    let who = house.person(number, called).await?;
    house
        .applied(&house.owner, invite(number, called, grant))
        .await?;
    let accept = AcceptInvitation {
        membership: membership(number),
    };
    house
        .applied(&who, Command::AcceptInvitation(accept))
        .await?;
    execute::seen(&house.app, who.actor.person().context("a person")?).await?;
    Ok(who)
}

/// Two sites with a door each.
pub async fn build(house: &House) -> Result<()> {
    for (site, door, called) in [(A, DOOR_A, "Aspen House"), (B, DOOR_B, "Birch House")] {
        let make = MakeSite {
            site,
            name: name(called),
        };
        house.applied(&house.owner, Command::MakeSite(make)).await?;
        let make = MakeRoom {
            room: door,
            site,
            name: name(&format!("{called} door")),
        };
        house.applied(&house.owner, Command::MakeRoom(make)).await?;
    }
    Ok(())
}

pub async fn row(house: &House, id: MembershipId) -> Result<(Membership, Version)> {
    let mut world = World::new(house.organisation);
    let mut tx = house.app.store().snapshot().await?;
    let question = [doorward_domain::Lookup::Membership(id)].into();
    doorward_server::store::lookups::load(&mut tx, &mut world, &question, NOW).await?;
    let held = world.membership(id).context("the row")?;
    Ok((held.value.clone(), held.version))
}

pub async fn regrant(house: &House, number: u128, grant: Grant) -> Result<()> {
    let (_, based_on) = row(house, membership(number)).await?;
    let change = ChangeGrant {
        membership: membership(number),
        grant,
        based_on,
        note: None,
    };
    let command = Command::ChangeGrant(change);
    house.applied(&house.owner, command).await.map(drop)
}
