//! The matrix: what every command comes to, for a row that stands anywhere, by everybody who may try (RULES 1).

use anyhow::Result;
use doorward_domain::{
    AcceptInvitation, Account, Actor, AddMember, ApproveRequest, CancelRequest, ChangeGrant,
    ChangeInvitation, Command, DeclineInvitation, DeclineRequest, EndMembership, ExpireMembership,
    Grant, InvitePerson, JoinByLink, Membership, Preset, RenewMembership, ReopenRequest,
    RequestToJoin, ResendInvitation, ResumeMember, RevokeInvitation, Sent, SetPosition,
    SetVisibility, Side, Status, SuspendMember, World,
};

use super::scene::{self, LINK, NEW, NOW, ROW, SEEN, days_ago};
use super::table::Table;
use crate::cast;

/// One table for each command.
pub fn write(document: &mut String) -> Result<()> {
    let actors = actors()?;
    let standings = standings()?;
    for command in commands()? {
        document.push_str(&format!("\n### {}\n\n", command.key()));
        let mut heads = vec!["the row is"];
        heads.extend(actors.iter().map(|(name, _)| *name));
        let mut table = Table::with_heads(&heads);
        for (name, world) in &standings {
            let cells = actors
                .iter()
                .map(|(_, actor)| scene::verdict(world, actor, &command));
            table.row(name, cells);
        }
        document.push_str(&table.to_string());
    }
    Ok(())
}

fn actors() -> Result<Vec<(&'static str, Actor)>> {
    Ok(vec![
        ("Owner", scene::signed_in(cast::OLGA)?),
        ("Administrator", scene::signed_in(cast::MARTA)?),
        ("Manager", scene::signed_in(cast::KADRI)?),
        ("Staff", scene::signed_in(cast::ERIK)?),
        ("the person", scene::signed_in(cast::ANNA)?),
        ("a stranger", scene::signed_in(cast::STEFAN)?),
        ("the system", Actor::System),
    ])
}

/// Every place where a row can stand, with the organisation in which it stands there.
fn standings() -> Result<Vec<(&'static str, World)>> {
    let anna = scene::account(cast::ANNA)?;
    let mut worlds = vec![("not there", staffed()?)];
    for (name, row) in rows(&anna)? {
        let mut world = staffed()?;
        scene::add(&mut world, row, &anna);
        worlds.push((name, world));
    }
    Ok(worlds)
}

fn staffed() -> Result<World> {
    let mut world = scene::organisation()?;
    scene::employ(&mut world, cast::MARTA, Preset::Administrator)?;
    scene::employ(&mut world, cast::KADRI, Preset::Manager)?;
    scene::employ(&mut world, cast::ERIK, Preset::Staff)?;
    world.put_account(scene::account(cast::ANNA)?);
    world.put_account(scene::account(cast::STEFAN)?);
    Ok(world)
}

fn rows(anna: &Account) -> Result<Vec<(&'static str, Membership)>> {
    let at = |status| scene::row(anna, status);
    let (organisation, person, system) = (Side::Organisation, Side::Person, Side::System);
    let dated = |grant: Grant| Membership {
        grant: Some(grant),
        ..at(Status::Approved)
    };
    let staff = || Grant::of(Preset::Staff);
    Ok(vec![
        (
            "invited",
            invited(anna, Status::Initiated { by: organisation }, 7)?,
        ),
        (
            "invited, term passed",
            invited(anna, Status::Initiated { by: organisation }, -1)?,
        ),
        ("requested", at(Status::Initiated { by: person })),
        ("approved", at(Status::Approved)),
        (
            "approved, paused",
            Membership {
                suspended: true,
                ..at(Status::Approved)
            },
        ),
        (
            "approved, not started",
            dated(Grant {
                starts_at: Some(NOW.plus_days(2)),
                ..staff()
            }),
        ),
        (
            "approved, lapsed",
            dated(Grant {
                ends_at: Some(days_ago(1)),
                ..staff()
            }),
        ),
        (
            "request declined",
            at(Status::Rejected { by: organisation }),
        ),
        (
            "invitation declined",
            invited(anna, Status::Rejected { by: person }, 7)?,
        ),
        ("request cancelled", at(Status::Cancelled { by: person })),
        (
            "invitation revoked",
            invited(anna, Status::Cancelled { by: organisation }, 7)?,
        ),
        ("superseded", at(Status::Cancelled { by: system })),
        (
            "ended by organisation",
            at(Status::Ended {
                by: organisation,
                suspended: false,
            }),
        ),
        (
            "left",
            at(Status::Ended {
                by: person,
                suspended: false,
            }),
        ),
        (
            "left while paused",
            at(Status::Ended {
                by: person,
                suspended: true,
            }),
        ),
        ("expired", at(Status::Expired { by: organisation })),
    ])
}

/// A row that Olga began by an invitation whose term ends in that many days.
fn invited(anna: &Account, status: Status, days: i64) -> Result<Membership> {
    let giver = doorward_domain::signed(&scene::signed_in(cast::OLGA)?, days_ago(3));
    let sent = Sent {
        giver: giver.clone(),
        expires_at: days_ago(-days),
        generation: 1,
        locale: None,
        message: None,
    };
    let open = matches!(status, Status::Initiated { .. } | Status::Cancelled { .. });
    Ok(Membership {
        person: (!open).then_some(anna.person),
        begun: giver,
        invitation: Some(sent),
        asked: None,
        ..scene::row(anna, status)
    })
}

fn commands() -> Result<Vec<Command>> {
    let anna = scene::account(cast::ANNA)?;
    let staff = || Grant::of(Preset::Staff);
    let contact = cast::ANNA.email.parse()?;
    Ok(vec![
        Command::InvitePerson(InvitePerson {
            membership: NEW,
            contact,
            grant: staff(),
            name: None,
            position: None,
            locale: None,
            message: None,
        }),
        Command::ResendInvitation(ResendInvitation {
            membership: ROW,
            grant: None,
        }),
        Command::ChangeInvitation(ChangeInvitation {
            membership: ROW,
            grant: Grant::of(Preset::Member),
            based_on: SEEN,
        }),
        Command::RevokeInvitation(RevokeInvitation { membership: ROW }),
        Command::AcceptInvitation(AcceptInvitation { membership: ROW }),
        Command::DeclineInvitation(DeclineInvitation { membership: ROW }),
        Command::JoinByLink(JoinByLink {
            link: LINK,
            membership: NEW,
            position: None,
            note: None,
        }),
        Command::RequestToJoin(RequestToJoin {
            membership: NEW,
            position: None,
            note: None,
            answers: Vec::new(),
        }),
        Command::CancelRequest(CancelRequest { membership: ROW }),
        Command::ApproveRequest(ApproveRequest {
            membership: ROW,
            grant: staff(),
        }),
        Command::DeclineRequest(DeclineRequest {
            membership: ROW,
            reason: None,
        }),
        Command::ReopenRequest(ReopenRequest { membership: ROW }),
        Command::AddMember(AddMember {
            membership: NEW,
            person: anna.person,
            grant: staff(),
            position: None,
        }),
        Command::ChangeGrant(ChangeGrant {
            membership: ROW,
            grant: Grant::of(Preset::Member),
            based_on: SEEN,
        }),
        Command::SuspendMember(SuspendMember { membership: ROW }),
        Command::ResumeMember(ResumeMember { membership: ROW }),
        Command::ExpireMembership(ExpireMembership { membership: ROW }),
        Command::EndMembership(EndMembership { membership: ROW }),
        Command::RenewMembership(RenewMembership {
            membership: ROW,
            grant: staff(),
            based_on: SEEN,
        }),
        Command::SetVisibility(SetVisibility {
            membership: ROW,
            visible: true,
        }),
        Command::SetPosition(SetPosition {
            membership: ROW,
            position: None,
        }),
    ])
}
