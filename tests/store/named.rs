//! Who names a room, a site or a staff record is found by it, whatever else there is.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use doorward_domain::{
    Command, Grant, InvitePerson, Lookup, MakeStaffRecord, MembershipId, Preset, StaffId, World,
};
use doorward_server::store::{Dialect, lookups};
use sqlx::Row;
use uuid::Uuid;

use crate::doors::{A, B, DOOR_A, DOOR_B, build, invite, limited, member, regrant, rooms};
use crate::house::{House, NOW, membership, name};

crate::on_both_engines!(
    a_thing_leads_to_whoever_names_it_r_29_r_34,
    an_upgrade_notes_what_memberships_name,
);

const CLEANER: StaffId = StaffId(Uuid::from_u128(0x57));

/// Members and invitations that name this and that.
async fn furnish(house: &House) -> Result<()> {
    build(house).await?;
    let make = MakeStaffRecord {
        staff: CLEANER,
        name: name("Cleaner"),
        position: None,
    };
    house
        .applied(&house.owner, Command::MakeStaffRecord(make))
        .await?;
    member(house, 10, "piret", limited(Preset::Administrator, &[A])).await?;
    member(house, 11, "anna", rooms(&[DOOR_A, DOOR_B], &[])).await?;
    member(house, 12, "boris", rooms(&[DOOR_B], &[A])).await?;
    member(house, 13, "carla", Grant::of(Preset::Staff)).await?;
    let Command::InvitePerson(plain) = invite(14, "dan", rooms(&[], &[B])) else {
        unreachable!("an invitation")
    };
    let staff = Some(CLEANER);
    let tied = Command::InvitePerson(InvitePerson { staff, ..plain });
    house.applied(&house.owner, tied).await?;
    Ok(())
}

/// The memberships that this lookup brings.
async fn found(house: &House, lookup: Lookup) -> Result<BTreeSet<MembershipId>> {
    let mut world = World::new(house.organisation);
    let mut tx = house.app.store().snapshot().await?;
    lookups::load(&mut tx, &mut world, &BTreeSet::from([lookup]), NOW).await?;
    let all = (10..=14).map(membership);
    Ok(all.filter(|id| world.membership(*id).is_some()).collect())
}

async fn a_thing_leads_to_whoever_names_it_r_29_r_34(house: &House) -> Result<()> {
    furnish(house).await?;
    let expect = async |lookup: Lookup, numbers: &[u128]| -> Result<()> {
        let expected = numbers.iter().copied().map(membership).collect();
        assert_eq!(found(house, lookup.clone()).await?, expected, "{lookup:?}");
        Ok(())
    };
    expect(Lookup::HoldersOfRoom(DOOR_A), &[11]).await?;
    expect(Lookup::HoldersOfRoom(DOOR_B), &[11, 12]).await?;
    expect(Lookup::HoldersOfSite(A), &[10, 12]).await?;
    expect(Lookup::HoldersOfSite(B), &[14]).await?;
    expect(Lookup::Staff(CLEANER), &[14]).await?;
    regrant(house, 11, rooms(&[DOOR_A], &[B])).await?;
    regrant(house, 12, Grant::of(Preset::Staff)).await?;
    expect(Lookup::HoldersOfRoom(DOOR_B), &[]).await?;
    expect(Lookup::HoldersOfSite(A), &[10]).await?;
    expect(Lookup::HoldersOfSite(B), &[11, 14]).await
}

async fn an_upgrade_notes_what_memberships_name(house: &House) -> Result<()> {
    furnish(house).await?;
    let saved = noted(house).await?;
    assert_eq!(saved.len(), 7, "what the members and the invitation name");
    let mut tx = house.app.store().begin().await?;
    let migration = match tx.dialect() {
        Dialect::Sqlite => include_str!("../../crates/server/migrations/sqlite/0009_named.sql"),
        Dialect::Postgres => include_str!("../../crates/server/migrations/postgres/0009_named.sql"),
    };
    let start = migration.find("INSERT INTO").context("the filling")?;
    let (_, filling) = migration.split_at(start);
    sqlx::query("DELETE FROM named").execute(tx.conn()).await?;
    sqlx::query(filling).execute(tx.conn()).await?;
    tx.commit().await?;
    assert_eq!(noted(house).await?, saved);
    Ok(())
}

async fn noted(house: &House) -> Result<BTreeSet<(String, String)>> {
    let mut tx = house.app.store().snapshot().await?;
    let rows = sqlx::query("SELECT id, membership FROM named")
        .fetch_all(tx.conn())
        .await?;
    let row = |row: sqlx::any::AnyRow| Ok((row.try_get("id")?, row.try_get("membership")?));
    rows.into_iter().map(row).collect()
}
