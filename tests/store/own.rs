//! The person's own feed: invitations to them, their devices and their bell, with sums that agree.

use anyhow::{Context, Result};
use doorward_domain::{
    About, AcceptInvitation, ApproveRequest, Command, Grant, Preset, ResendInvitation,
    RevokeInvitation,
};
use doorward_protocol::{MyKind, MyRecord};
use reqwest::Method;
use serde_json::json;
use uuid::Uuid;

use crate::house::{House, invite, membership, request};
use crate::net::Net;
use crate::own_copy::Own;

crate::on_both_engines!(
    an_invitation_reaches_whoever_has_verified_its_contact,
    an_invitation_that_is_taken_back_leaves_and_a_resent_one_returns,
    verifying_a_contact_brings_the_invitations_to_it,
    whoever_is_invited_while_they_sign_up_hears_of_it,
    devices_come_and_go,
    the_bell_tells_once_and_knows_what_was_read,
    those_who_decide_hear_of_a_request_on_their_bell,
    a_foreign_cursor_does_not_open_the_own_feed_ten_3,
);

async fn an_invitation_reaches_whoever_has_verified_its_contact(house: &House) -> Result<()> {
    let boris = house.person(2, "boris").await?;
    let net = Net::of(house, &house.serve().await?, &boris).await?;
    let mut own = Own::default();
    own.pull(&net).await?;
    assert!(own.has(MyKind::Account, Uuid::from_u128(2)));
    house
        .applied(&house.owner, invite(11, "boris@example.org"))
        .await?;
    own.pull(&net).await?;
    let id = membership(11).0;
    let Some((_, MyRecord::Invitation(mine))) = own.rows.get(&(MyKind::Invitation, id)) else {
        anyhow::bail!("expected an invitation: {:?}", own.rows);
    };
    assert_eq!(mine.organisation_name.as_str(), "Café Nord");
    assert!(mine.membership.is_open_invitation());
    assert!(!own.has(MyKind::Membership, id), "it is no membership yet");

    let accept = AcceptInvitation {
        membership: membership(11),
    };
    house
        .applied(&boris, Command::AcceptInvitation(accept))
        .await?;
    own.pull(&net).await?;
    assert!(own.has(MyKind::Membership, id) && !own.has(MyKind::Invitation, id));
    let mut anew = Own::default();
    anew.pull(&net).await?;
    assert_eq!(anew.rows, own.rows, "whoever begins now holds the same");
    Ok(())
}

async fn an_invitation_that_is_taken_back_leaves_and_a_resent_one_returns(
    house: &House,
) -> Result<()> {
    let boris = house.person(2, "boris").await?;
    let net = Net::of(house, &house.serve().await?, &boris).await?;
    let mut own = Own::default();
    house
        .applied(&house.owner, invite(11, "boris@example.org"))
        .await?;
    own.pull(&net).await?;
    let key = (MyKind::Invitation, membership(11).0);
    let before = own.rows.get(&key).context("an invitation")?.0;
    let resend = ResendInvitation {
        membership: membership(11),
        grant: None,
    };
    house
        .applied(&house.owner, Command::ResendInvitation(resend))
        .await?;
    own.pull(&net).await?;
    assert!(own.rows.get(&key).context("an invitation")?.0 > before);
    let revoke = RevokeInvitation {
        membership: membership(11),
    };
    house
        .applied(&house.owner, Command::RevokeInvitation(revoke))
        .await?;
    own.pull(&net).await?;
    assert!(!own.rows.contains_key(&key), "it is open no more");
    assert!(
        !own.has(MyKind::Membership, membership(11).0),
        "and never became theirs"
    );
    Ok(())
}

async fn verifying_a_contact_brings_the_invitations_to_it(house: &House) -> Result<()> {
    house
        .applied(&house.owner, invite(11, "boris@example.org"))
        .await?;
    house
        .applied(&house.owner, invite(12, "carla@example.org"))
        .await?;
    let boris = house.person(2, "boris").await?;
    let net = Net::of(house, &house.serve().await?, &boris).await?;
    let mut own = Own::default();
    own.pull(&net).await?;
    assert!(own.has(MyKind::Invitation, membership(11).0));
    assert!(
        !own.has(MyKind::Invitation, membership(12).0),
        "somebody else's"
    );
    Ok(())
}

async fn whoever_is_invited_while_they_sign_up_hears_of_it(house: &House) -> Result<()> {
    let address = house.serve().await?;
    for round in 10..30_u128 {
        let name = format!("p{round}");
        let invitation = invite(round, &format!("{name}@example.org"));
        let (caller, _) = tokio::try_join!(
            house.person(round, &name),
            house.applied(&house.owner, invitation)
        )?;
        let mut own = Own::default();
        own.pull(&Net::of(house, &address, &caller).await?).await?;
        assert!(own.has(MyKind::Invitation, membership(round).0), "{round}");
    }
    Ok(())
}

async fn devices_come_and_go(house: &House) -> Result<()> {
    let address = house.serve().await?;
    let net = Net::of(house, &address, &house.owner).await?;
    let mut other = house.owner.clone();
    other.device = doorward_domain::DeviceId(Uuid::from_u128(99));
    let _second = Net::of(house, &address, &other).await?;
    let mut own = Own::default();
    own.pull(&net).await?;
    let id = other.device.0;
    let Some((_, MyRecord::Device(device))) = own.rows.get(&(MyKind::Device, id)) else {
        anyhow::bail!("expected a device: {:?}", own.rows);
    };
    assert_eq!((device.name.as_str(), device.browser), ("a device", false));
    let path = format!("me/devices/{id}");
    let status = net.send(Method::DELETE, &path, &json!({})).await?;
    assert_eq!(status, 204);
    own.pull(&net).await?;
    assert!(!own.has(MyKind::Device, id), "it was signed out");
    assert!(own.has(MyKind::Device, house.owner.device.0));
    Ok(())
}

async fn the_bell_tells_once_and_knows_what_was_read(house: &House) -> Result<()> {
    house.open_doors().await?;
    let boris = house.person(2, "boris").await?;
    let net = Net::of(house, &house.serve().await?, &boris).await?;
    house.applied(&boris, request(21)).await?;
    let approve = ApproveRequest {
        membership: membership(21),
        grant: Grant::of(Preset::Member),
    };
    house
        .applied(&house.owner, Command::ApproveRequest(approve))
        .await?;
    let mut own = Own::default();
    own.pull(&net).await?;
    let [told] = own.notices()[..] else {
        anyhow::bail!("expected one entry: {:?}", own.rows);
    };
    assert_eq!((told.kind.as_str(), told.read), ("approved", false));
    assert_eq!(
        told.by.as_ref().map(doorward_domain::Name::as_str),
        Some("olga")
    );
    assert_eq!(told.about, About::Membership(membership(21)));

    let foreign = json!({ "notices": [told.id] });
    let owner = Net::of(house, &house.serve().await?, &house.owner).await?;
    let path = "me/notices/read";
    assert_eq!(owner.send(Method::POST, path, &foreign).await?, 204);
    own.pull(&net).await?;
    assert!(!own.notices()[0].read, "nobody reads for somebody else");
    let ids = json!({ "notices": [own.notices()[0].id, Uuid::from_u128(5)] });
    assert_eq!(net.send(Method::POST, path, &ids).await?, 204);
    own.pull(&net).await?;
    assert!(own.notices()[0].read);
    let strange = json!({ "notices": [], "all": true });
    assert_eq!(net.send(Method::POST, path, &strange).await?, 422);
    Ok(())
}

async fn those_who_decide_hear_of_a_request_on_their_bell(house: &House) -> Result<()> {
    house.open_doors().await?;
    let boris = house.person(2, "boris").await?;
    let net = Net::of(house, &house.serve().await?, &house.owner).await?;
    let jobs = tokio::spawn(house.app.jobs()?);
    house.applied(&boris, request(21)).await?;
    let told = Own::default().until(house, &net, "request").await?;
    assert_eq!(
        told.name.as_ref().map(doorward_domain::Name::as_str),
        Some("boris")
    );
    jobs.abort();
    Ok(())
}

async fn a_foreign_cursor_does_not_open_the_own_feed_ten_3(house: &House) -> Result<()> {
    let boris = house.person(2, "boris").await?;
    let address = house.serve().await?;
    let (owner, other) = (
        Net::of(house, &address, &house.owner).await?,
        Net::of(house, &address, &boris).await?,
    );
    let mut own = Own::default();
    own.pull(&owner).await?;
    let answer = other.mine(own.cursor.as_deref()).await;
    assert!(answer.is_err_and(|error| error.to_string().contains("bad_cursor")));
    Ok(())
}
