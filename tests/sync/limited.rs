//! An Administrator limited to one site sees and changes nothing of another: in lists, by search, in files, in the feed,
//! and by commands that name what they cannot see.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use doorward_domain::{
    ChangeGrant, ChangeRoom, Command, CommandId, EndMembership, Grant, InvitePerson, MakeRoom,
    MakeSite, MembershipId, Preset, RemoveRoom, RoomId, SetPosition, SiteId, SuspendMember,
    Version,
};
use doorward_protocol::{Outcome, PushedCommand};
use doorward_suite::api::{Api, Request};
use doorward_suite::cast::{ANNA, KADRI, OLGA, Person, STEFAN};
use doorward_suite::device::Device;
use doorward_suite::house::House;
use doorward_suite::ids;
use reqwest::Method;
use serde_json::json;
use uuid::Uuid;

pub const ASPEN: SiteId = SiteId(Uuid::from_u128(0xa0));
const BIRCH: SiteId = SiteId(Uuid::from_u128(0xb0));
pub const IN_ASPEN: RoomId = RoomId(Uuid::from_u128(0xa1));
pub const IN_BIRCH: RoomId = RoomId(Uuid::from_u128(0xb1));

/// Makes two sites with a room each.
pub async fn build(house: &House) -> Result<()> {
    for (site, room, called) in [(ASPEN, IN_ASPEN, "Aspen"), (BIRCH, IN_BIRCH, "Birch")] {
        let name = called.to_owned().try_into()?;
        house
            .command(OLGA, Command::MakeSite(MakeSite { site, name }))
            .await?;
        let name = format!("{called} door").try_into()?;
        house
            .command(OLGA, Command::MakeRoom(MakeRoom { room, site, name }))
            .await?;
    }
    Ok(())
}

/// Has somebody accept an invitation with this grant.
pub async fn let_in(house: &House, person: Person, grant: Grant) -> Result<MembershipId> {
    let membership = MembershipId(ids::new());
    let invite = InvitePerson {
        membership,
        contact: person.email.parse()?,
        grant,
        name: None,
        position: None,
        staff: None,
        locale: None,
        message: None,
    };
    house.command(OLGA, Command::InvitePerson(invite)).await?;
    house.take_invitation(person).await?;
    Ok(membership)
}

/// A member of one room.
pub fn in_rooms(room: RoomId) -> Grant {
    Grant {
        rooms: BTreeSet::from([room]),
        ..Grant::of(Preset::Member)
    }
}

/// What names anything of the other site.
pub const OF_BIRCH: [&str; 3] = ["Birch", "stefan@example.com", "Brânză"];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_limited_administrator_sees_and_changes_nothing_of_another_site_r_36() -> Result<()> {
    let house = House::open().await?;
    build(&house).await?;
    let limit = Grant {
        limited_to: BTreeSet::from([ASPEN]),
        ..Grant::of(Preset::Administrator)
    };
    let_in(&house, KADRI, limit).await?;
    let anna = let_in(&house, ANNA, in_rooms(IN_ASPEN)).await?;
    let stefan = let_in(&house, STEFAN, in_rooms(IN_BIRCH)).await?;
    let mut kadri = Device::of(KADRI, house.server.url()).await?;
    kadri.is_up_to_date().await?;

    shows_nothing(&mut kadri, &house, stefan).await?;
    kadri.close().await?;
    let api = Api::at(house.server.url())?;
    let token = api.sign_in(KADRI).await?;
    sends_nothing(&api, &house, &token).await?;
    let before = house.history(OLGA).await?.len();
    for command in attempts(anna, stefan)? {
        let pushed = PushedCommand {
            id: CommandId(ids::new()),
            after: None,
            command: command.clone(),
        };
        let answer = api.push(&house.organisation, &token, &[pushed]).await?;
        let outcome = answer.settled.into_iter().next().map(|it| it.outcome);
        let refused = matches!(outcome, Some(Outcome::Refused { .. }));
        ensure!(refused, "{command:?} came to {outcome:?}");
    }
    let after = house.history(OLGA).await?.len();
    ensure!(after == before, "nothing was changed");
    house.server.ensure_no_errors()
}

/// Nothing that a screen asks for names anything of the other site.
async fn shows_nothing(kadri: &mut Device, house: &House, stefan: MembershipId) -> Result<()> {
    let of = &house.organisation;
    let people = json!({ "ask": "people", "organisation": of });
    kadri
        .until("Anna is listed", people.clone(), |view| {
            view.to_string().contains(ANNA.name).then_some(())
        })
        .await?;
    let asks = [
        people,
        json!({ "ask": "people", "organisation": of, "search": "stefan" }),
        json!({ "ask": "people", "organisation": of, "search": "branza" }),
        json!({ "ask": "people", "organisation": of, "room": IN_BIRCH }),
        json!({ "ask": "places", "organisation": of }),
        json!({ "ask": "places", "organisation": of, "search": "birch" }),
        json!({ "ask": "rooms", "organisation": of }),
        json!({ "ask": "levels", "organisation": of }),
        json!({ "ask": "requests" }),
        json!({ "ask": "invitations", "organisation": of, "tab": "accepted" }),
        json!({ "ask": "bell" }),
        json!({ "ask": "session" }),
    ];
    for ask in asks {
        let view = kadri.query(ask.clone()).await?.to_string();
        for name in OF_BIRCH {
            ensure!(!view.contains(name), "{name} in {ask}: {view}");
        }
    }
    let hidden = [
        json!({ "ask": "person", "organisation": of, "membership": stefan }),
        json!({ "ask": "room", "organisation": of, "room": IN_BIRCH }),
    ];
    for ask in hidden {
        let failure = kadri.query(ask.clone()).await.err();
        let failure = failure.with_context(|| format!("{ask} shows something"))?;
        ensure!(
            failure.to_string().contains("not_found"),
            "{ask}: {failure}"
        );
    }
    Ok(())
}

/// Neither does what the server sends; a history that is not sent cannot be saved.
async fn sends_nothing(api: &Api, house: &House, token: &str) -> Result<()> {
    let of = &house.organisation;
    let history = Request::new(Method::GET, &format!("/v1/organisations/{of}/history"));
    ensure!(
        api.send(history.by(token)).await?.status == 404,
        "no history, so none to save"
    );
    let feed = Request::new(Method::GET, &format!("/v1/organisations/{of}/changes"));
    let feed = api.send(feed.by(token)).await?.body;
    for name in OF_BIRCH {
        ensure!(!feed.contains(name), "{name} in the feed");
    }
    Ok(())
}

/// Everything that an Administrator could do to the other site.
fn attempts(anna: MembershipId, stefan: MembershipId) -> Result<Vec<Command>> {
    let based_on = Version::Revision(1);
    let name = || "Taken over".to_owned().try_into();
    Ok(vec![
        EndMembership { membership: stefan }.into(),
        SuspendMember { membership: stefan }.into(),
        SetPosition {
            membership: stefan,
            position: Some(name()?),
        }
        .into(),
        ChangeGrant {
            membership: stefan,
            grant: in_rooms(IN_ASPEN),
            based_on,
            note: None,
        }
        .into(),
        // Whom Kadri sees is let into no door of the other site.
        ChangeGrant {
            membership: anna,
            grant: in_rooms(IN_BIRCH),
            based_on,
            note: None,
        }
        .into(),
        ChangeRoom {
            room: IN_BIRCH,
            site: ASPEN,
            name: name()?,
            based_on,
        }
        .into(),
        RemoveRoom { room: IN_BIRCH }.into(),
        MakeRoom {
            room: RoomId(ids::new()),
            site: BIRCH,
            name: name()?,
        }
        .into(),
    ])
}
