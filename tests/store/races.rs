//! Races: what many start at the same instant, through two servers where the database is PostgreSQL, ends as the rules
//! say it may, every time (SECURITY CON-1).

use anyhow::{Context, Result};
use doorward_domain::{
    AcceptInvitation, ChangeGrant, Command, EndMembership, Grant, InvitePerson, JoinByLink,
    LinkForm, LinkId, Lookup, MakeLink, Membership, MembershipId, OrganisationId, Preset, Refusal,
    RevokeInvitation, Version, World,
};
use doorward_protocol::Outcome;
use doorward_server::App;
use doorward_server::execute::{self, Caller};
use doorward_server::store::{Dialect, lookups};
use doorward_suite::rounds::rounds;
use futures_util::future::try_join_all;
use uuid::Uuid;

use crate::house::{House, NOW, membership, name};
use crate::push::count;

crate::on_both_engines!(
    s_03_a_used_up_link_tells_the_next_and_answers_its_user_again,
    s_13_of_many_takers_as_many_get_in_as_the_link_has_uses,
    s_14_an_acceptance_sent_ten_times_is_one_membership,
    s_15_an_invitation_is_accepted_or_revoked_and_never_both,
    s_24_two_owners_who_act_on_each_other_leave_one_of_them,
);

/// How often each race is run (DESIGN 7).
fn often() -> u128 {
    rounds(50, 1000)
}

const TAKERS: u128 = 50;
const USES: u32 = 5;

/// The server and another over the same database; on SQLite the same one, which is alone with its file.
async fn two(house: &House) -> Result<[App; 2]> {
    let other = match house.app.store().dialect() {
        Dialect::Sqlite => house.app.clone(),
        Dialect::Postgres => house.sibling_at(NOW).await?,
    };
    Ok([house.app.clone(), other])
}

async fn settle(app: &App, of: OrganisationId, by: &Caller, command: Command) -> Result<Outcome> {
    let outcome = execute::one(app, of, by, command).await;
    outcome.context("no race ends in a fault")
}

fn applied(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Applied { .. })
}

async fn world(house: &House, of: OrganisationId, questions: &[Lookup]) -> Result<World> {
    let mut world = World::new(of);
    let mut tx = house.app.store().snapshot().await?;
    let questions = questions.iter().cloned().collect();
    lookups::load(&mut tx, &mut world, &questions, NOW).await?;
    Ok(world)
}

async fn row(house: &House, of: OrganisationId, id: MembershipId) -> Result<(Membership, Version)> {
    let world = world(house, of, &[Lookup::Membership(id)]).await?;
    let held = world.membership(id).context("the row")?;
    Ok((held.value.clone(), held.version))
}

fn invite(id: MembershipId, called: &str, level: Preset) -> Command {
    Command::InvitePerson(InvitePerson {
        membership: id,
        contact: format!("{called}@example.org").parse().expect("an address"),
        grant: Grant::of(level),
        name: None,
        position: None,
        staff: None,
        locale: None,
        message: None,
    })
}

fn accept(membership: MembershipId) -> Command {
    Command::AcceptInvitation(AcceptInvitation { membership })
}

fn leave(membership: MembershipId) -> Command {
    Command::EndMembership(EndMembership { membership })
}

fn make_link(link: LinkId, uses: u32) -> Command {
    Command::MakeLink(MakeLink {
        link,
        name: name("By the door"),
        form: LinkForm::Link,
        level: Preset::Member.into(),
        needs_approval: Some(false),
        max_uses: Some(uses),
        domains: std::collections::BTreeSet::new(),
    })
}

fn join(link: LinkId, membership: MembershipId) -> Command {
    Command::JoinByLink(JoinByLink {
        link,
        membership,
        position: None,
        note: None,
        locale: None,
    })
}

/// Somebody who has shown the first secret of a link.
fn holding(caller: &Caller, link: LinkId) -> Caller {
    Caller {
        holds: Some((link, 1)),
        ..caller.clone()
    }
}

async fn uses(house: &House, link: LinkId) -> Result<u32> {
    let world = world(house, house.organisation, &[Lookup::Link(link)]).await?;
    Ok(world.link(link).context("the link")?.value.uses)
}

async fn s_03_a_used_up_link_tells_the_next_and_answers_its_user_again(
    house: &House,
) -> Result<()> {
    let link = LinkId(Uuid::from_u128(70));
    house.applied(&house.owner, make_link(link, 1)).await?;
    let first = holding(&house.person(2, "anna").await?, link);
    let second = holding(&house.person(3, "boris").await?, link);
    house.applied(&first, join(link, membership(1))).await?;
    let entries = count(house, "SELECT count(*) FROM history").await?;
    let letters = count(house, "SELECT count(*) FROM letter").await?;
    let refused = house.one(&second, join(link, membership(2))).await?;
    let refusal = Refusal::UsedUp;
    assert_eq!(refused, Outcome::Refused { refusal });
    let again = house.one(&first, join(link, membership(3))).await?;
    let membership = Some(membership(1));
    let refusal = Refusal::AlreadyMember { membership };
    assert_eq!(
        again,
        Outcome::Refused { refusal },
        "it names what there is"
    );
    assert_eq!(uses(house, link).await?, 1);
    assert_eq!(count(house, "SELECT count(*) FROM history").await?, entries);
    assert_eq!(count(house, "SELECT count(*) FROM letter").await?, letters);
    Ok(())
}

async fn s_13_of_many_takers_as_many_get_in_as_the_link_has_uses(house: &House) -> Result<()> {
    let servers = two(house).await?;
    let mut takers = Vec::new();
    for number in 0..TAKERS {
        takers.push(house.person(100 + number, &format!("p{number}")).await?);
    }
    for round in 0..often() {
        let link = LinkId(Uuid::from_u128(10_000 + round));
        house.applied(&house.owner, make_link(link, USES)).await?;
        let row = |taker: usize| membership(1_000_000 + round * TAKERS + taker as u128);
        let race = takers.iter().enumerate().map(|(taker, caller)| {
            let (app, caller) = (&servers[taker % 2], holding(caller, link));
            async move { settle(app, house.organisation, &caller, join(link, row(taker))).await }
        });
        let outcomes = try_join_all(race).await?;
        let inside: Vec<usize> = (0..outcomes.len())
            .filter(|at| applied(&outcomes[*at]))
            .collect();
        assert_eq!(inside.len(), USES as usize, "round {round}: {outcomes:?}");
        let used_up = |it: &&Outcome| {
            matches!(
                it,
                Outcome::Refused {
                    refusal: Refusal::UsedUp
                }
            )
        };
        let others = outcomes.iter().filter(used_up).count();
        assert_eq!(
            others,
            outcomes.len() - inside.len(),
            "round {round}: {outcomes:?}"
        );
        assert_eq!(uses(house, link).await?, USES);
        let noted = count(
            house,
            "SELECT count(*) FROM history WHERE kind = 'link_used'",
        )
        .await?;
        let all = i64::from(USES) * i64::try_from(round + 1)?;
        assert_eq!(noted, all, "round {round}: each use is noted once");
        for taker in inside {
            let out = leave(row(taker));
            house.applied(&takers[taker], out).await?;
        }
    }
    Ok(())
}

async fn s_14_an_acceptance_sent_ten_times_is_one_membership(house: &House) -> Result<()> {
    let servers = two(house).await?;
    for round in 0..often() {
        // Nobody is written to more than a few times a day (RAT-2).
        let called = format!("p{round}");
        let anna = house.person(100 + round, &called).await?;
        let id = membership(1_000 + round);
        let asked = invite(id, &called, Preset::Member);
        house.applied(&house.owner, asked).await?;
        let race = (0..10)
            .map(|at: usize| settle(&servers[at % 2], house.organisation, &anna, accept(id)));
        let outcomes = try_join_all(race).await?;
        let first = outcomes.iter().filter(|it| applied(it)).count();
        let same = outcomes
            .iter()
            .filter(|it| matches!(it, Outcome::NoChange { .. }))
            .count();
        assert_eq!((first, same), (1, 9), "round {round}: {outcomes:?}");
        assert!(
            row(house, house.organisation, id)
                .await?
                .0
                .status
                .is_approved()
        );
    }
    let rounds = i64::try_from(often())?;
    let accepted = "SELECT count(*) FROM history WHERE kind = 'invitation_accepted'";
    assert_eq!(count(house, accepted).await?, rounds);
    let told = "SELECT count(*) FROM letter WHERE kind = 'accepted'";
    assert_eq!(
        count(house, told).await?,
        rounds,
        "the giver hears of it once"
    );
    Ok(())
}

async fn s_15_an_invitation_is_accepted_or_revoked_and_never_both(house: &House) -> Result<()> {
    let servers = two(house).await?;
    for round in 0..often() {
        // Nobody is written to more than a few times a day (RAT-2).
        let called = format!("p{round}");
        let anna = house.person(100 + round, &called).await?;
        let id = membership(1_000 + round);
        let asked = invite(id, &called, Preset::Member);
        house.applied(&house.owner, asked).await?;
        let revoke = Command::RevokeInvitation(RevokeInvitation { membership: id });
        let of = house.organisation;
        let (accepted, revoked) = tokio::try_join!(
            settle(&servers[0], of, &anna, accept(id)),
            settle(&servers[1], of, &house.owner, revoke)
        )?;
        let won = (applied(&accepted), applied(&revoked));
        assert!(won.0 != won.1, "round {round}: {accepted:?} {revoked:?}");
        let stands = row(house, of, id).await?.0.status;
        assert_eq!(stands.is_approved(), won.0, "round {round}: {stands:?}");
    }
    let decided =
        "SELECT count(*) FROM history WHERE kind IN ('invitation_accepted', 'invitation_revoked')";
    assert_eq!(
        count(house, decided).await?,
        i64::try_from(often())?,
        "one decision each"
    );
    Ok(())
}

async fn s_24_two_owners_who_act_on_each_other_leave_one_of_them(house: &House) -> Result<()> {
    let servers = two(house).await?;
    let one = &house.owner;
    for round in 0..often() {
        let called = format!("p{round}");
        let other = house.person(100 + round, &called).await?;
        let made = execute::found(&house.app, one, name("Twice owned"), None).await?;
        let (of, second) = (made.organisation, membership(1_000 + round));
        settle(&house.app, of, one, invite(second, &called, Preset::Owner)).await?;
        settle(&house.app, of, &other, accept(second)).await?;
        let demote = async |id| -> Result<Command> {
            let (_, based_on) = row(house, of, id).await?;
            let grant = Grant::of(Preset::Administrator);
            Ok(Command::ChangeGrant(ChangeGrant {
                membership: id,
                grant,
                based_on,
                note: None,
            }))
        };
        let (by_one, by_other) = match round % 3 {
            0 => (demote(second).await?, demote(made.owner).await?),
            1 => (leave(made.owner), leave(second)),
            _ => (leave(made.owner), leave(made.owner)),
        };
        let outcomes = tokio::try_join!(
            settle(&servers[0], of, one, by_one),
            settle(&servers[1], of, &other, by_other)
        )?;
        let found = world(house, of, &[Lookup::Owners]).await?;
        let owns = |id| {
            let row = found.membership(id);
            row.is_some_and(|it| {
                it.status.is_approved() && it.grant.as_ref().is_some_and(Grant::is_owner)
            })
        };
        let owners = [made.owner, second]
            .into_iter()
            .filter(|id| owns(*id))
            .count();
        assert_eq!(owners, 1, "round {round}: {outcomes:?}");
        assert!(applied(&outcomes.0) || applied(&outcomes.1), "{outcomes:?}");
        assert!(
            round % 3 == 2 || applied(&outcomes.0) != applied(&outcomes.1),
            "{outcomes:?}"
        );
    }
    Ok(())
}
