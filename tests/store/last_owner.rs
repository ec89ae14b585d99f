//! Somebody always owns an organisation, whichever way its last Owner goes, and a row that gives no right gives
//! nobody any.

use anyhow::{Result, ensure};
use doorward_domain::{
    AcceptInvitation, ChangeGrant, Command, DeclineInvitation, EndMembership, ExpireMembership,
    Grant, MembershipId, Preset, RevokeInvitation, SuspendMember,
};
use doorward_protocol::Outcome;
use doorward_server::execute::{self, Caller};
use doorward_suite::samples;
use reqwest::Method;
use serde_json::json;

use crate::doors::{invite, member, row};
use crate::house::{House, NOW, membership};
use crate::net::Net;
use crate::push::count;

crate::on_both_engines!(
    s_23_the_last_owner_stays_whichever_way_they_go,
    s_25_a_row_that_is_not_approved_gives_nothing,
);

async fn regrant(house: &House, of: MembershipId, grant: Grant) -> Result<Command> {
    let (_, based_on) = row(house, of).await?;
    let membership = of;
    Ok(ChangeGrant {
        membership,
        grant,
        based_on,
        note: None,
    }
    .into())
}

fn owner_until(days: u32) -> Grant {
    Grant {
        ends_at: Some(NOW.plus_days(days)),
        ..Grant::of(Preset::Owner)
    }
}

async fn s_23_the_last_owner_stays_whichever_way_they_go(house: &House) -> Result<()> {
    let owner = || Grant::of(Preset::Owner);
    // One Owner is only invited, one is paused, and one has an end.
    let invited = invite(20, "invited", owner());
    house.applied(&house.owner, invited).await?;
    member(house, 21, "paused", owner()).await?;
    let paused = SuspendMember {
        membership: membership(21),
    };
    house.applied(&house.owner, paused.into()).await?;
    let dated = member(house, 22, "dated", owner()).await?;
    let shorten = regrant(house, membership(22), owner_until(30)).await?;
    house.applied(&house.owner, shorten).await?;
    let entries = count(house, "SELECT count(*) FROM history").await?;
    let membership = house.own;
    let demote = regrant(house, membership, Grant::of(Preset::Administrator)).await?;
    // Who has an end gives administration only until then.
    let dated_administrator = Grant {
        ends_at: Some(NOW.plus_days(9)),
        ..Grant::of(Preset::Administrator)
    };
    let lower = regrant(house, membership, dated_administrator).await?;
    let shorten = regrant(house, membership, owner_until(9)).await?;
    let ways: Vec<(&str, &Caller, Command)> = vec![
        ("leaving", &house.owner, EndMembership { membership }.into()),
        ("demoting oneself", &house.owner, demote),
        ("being removed", &dated, EndMembership { membership }.into()),
        ("being demoted", &dated, lower),
        (
            "being expired",
            &dated,
            ExpireMembership { membership }.into(),
        ),
        ("being paused", &dated, SuspendMember { membership }.into()),
        ("getting an end", &dated, shorten),
    ];
    for (number, (way, by, command)) in ways.into_iter().enumerate() {
        // As a device pushes what it had queued.
        let queued = crate::house::pushed(900 + number as u128, None, command);
        let answer = house.push(by, &[queued]).await?;
        let outcome = answer.settled.first().map(|it| &it.outcome);
        let last = |it: &Outcome| matches!(it, Outcome::Refused { refusal } if refusal.code() == "last_owner");
        ensure!(outcome.is_some_and(last), "{way}: {answer:?}");
    }
    let after = count(house, "SELECT count(*) FROM history").await?;
    assert_eq!(after, entries, "nothing changed");
    with_another_each_works(house).await
}

/// Each way works once another Owner stays.
async fn with_another_each_works(house: &House) -> Result<()> {
    let ways = [
        "leaves",
        "is demoted",
        "is removed",
        "is expired",
        "gets an end",
    ];
    for (round, way) in ways.iter().enumerate() {
        let (number, called) = (100 + round as u128, format!("second{round}"));
        let second = member(house, number, &called, Grant::of(Preset::Owner)).await?;
        let membership = membership(number);
        let command = match *way {
            "leaves" | "is removed" => EndMembership { membership }.into(),
            "is demoted" => regrant(house, membership, Grant::of(Preset::Administrator)).await?,
            "is expired" => ExpireMembership { membership }.into(),
            _ => regrant(house, membership, owner_until(9)).await?,
        };
        let by = if round < 2 { &second } else { &house.owner };
        let outcome = house.one(by, command).await?;
        let applied = matches!(outcome, Outcome::Applied { .. });
        ensure!(applied, "{way}: {outcome:?}");
    }
    Ok(())
}

/// People with a row at level Owner that gives nothing, each with its number.
async fn powerless(house: &House) -> Result<Vec<(&'static str, u128, Caller)>> {
    let owner = || Grant::of(Preset::Owner);
    let by_olga = async |command: Command| house.applied(&house.owner, command).await;
    let mut all = Vec::new();
    for (number, status) in [(30, "initiated"), (31, "cancelled"), (32, "rejected")] {
        all.push((status, number, house.person(number, status).await?));
        by_olga(invite(number, status, owner())).await?;
    }
    let of = membership;
    by_olga(RevokeInvitation { membership: of(31) }.into()).await?;
    let decline = DeclineInvitation { membership: of(32) };
    house.applied(&all[2].2, decline.into()).await?;
    for (number, status) in [(33, "ended"), (34, "expired")] {
        all.push((
            status,
            number,
            member(house, number, status, owner()).await?,
        ));
    }
    by_olga(EndMembership { membership: of(33) }.into()).await?;
    by_olga(ExpireMembership { membership: of(34) }.into()).await?;
    Ok(all)
}

async fn s_25_a_row_that_is_not_approved_gives_nothing(house: &House) -> Result<()> {
    let all = powerless(house).await?;
    let address = house.serve().await?;
    let entries = count(house, "SELECT count(*) FROM history").await?;
    for (status, number, who) in &all {
        changes_nothing(house, status, *number, who).await?;
        let net = Net::of(house, &address, who).await?;
        for path in ["history", "changes"] {
            let (code, body) = net.get(path).await?;
            ensure!(code == 404, "{status}: {path} answered {code} {body}");
        }
        let invitation = membership(30).0;
        let path = format!(
            "organisations/{}/invitations/{invitation}/link",
            house.organisation
        );
        let code = net.send(Method::POST, &path, &json!({})).await?;
        ensure!(code == 404, "{status}: the secret answered {code}");
    }
    let after = count(house, "SELECT count(*) FROM history").await?;
    assert_eq!(after, entries, "nothing changed");
    // They are as real as they look: the one that is open can still be accepted.
    let membership = membership(30);
    let accept = AcceptInvitation { membership };
    house.applied(&all[0].2, accept.into()).await.map(drop)
}

/// Every command about the Owner finds nothing, and about one's own row, which one may know of, does nothing.
async fn changes_nothing(house: &House, status: &str, number: u128, who: &Caller) -> Result<()> {
    for command in samples::commands()? {
        if is_ones_own(command.key()) {
            continue;
        }
        for target in [house.own, membership(number)] {
            let mut body = serde_json::to_value(&command)?;
            if body.get("membership").is_some() {
                body["membership"] = json!(target);
            }
            let command: Command = serde_json::from_value(body)?;
            let key = command.key();
            let came_to = execute::one(&house.app, house.organisation, who, command).await;
            let code = match &came_to {
                Err(execute::Error::NotFound) => "not_found",
                Ok(Outcome::Refused { refusal }) => refusal.code(),
                other => anyhow::bail!("{status}: {key} came to {other:?}"),
            };
            let is_own = target != house.own;
            ensure!(
                is_own || code == "not_found",
                "{status}: {key} about the Owner: {code}"
            );
        }
    }
    Ok(())
}

/// What somebody does as a stranger, or with an account as a whole.
fn is_ones_own(key: &str) -> bool {
    matches!(
        key,
        "request_to_join"
            | "join_by_link"
            | "accept_invitation"
            | "decline_invitation"
            | "cancel_request"
            | "end_membership"
            | "delete_account"
            | "cancel_account_deletion"
    )
}
