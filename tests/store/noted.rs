//! What becomes known without a command: how invitations' letters fare, and who was here when.

use anyhow::{Context, Result};
use doorward_domain::{
    ApproveRequest, Command, Day, Delivery, DeliveryState, DeliveryStep, Grant, Moment, Preset,
    Record, RecordKind, ResendInvitation,
};
use doorward_server::TokenKind;
use doorward_server::execute::{self, Ended};
use doorward_server::store::letters::{self, LetterRow};
use doorward_server::store::secrets::Secret;
use uuid::Uuid;

use crate::copy::Copy;
use crate::house::{House, NOW, invite, membership, request};
use crate::net::Net;
use crate::push::count;

crate::on_both_engines!(
    the_letter_of_an_invitation_fares_in_the_feed_r_53,
    a_resent_invitation_begins_anew_r_54,
    pressing_continue_is_told_and_told_once_r_53,
    a_member_is_seen_once_a_day,
    using_a_session_is_being_seen,
    who_was_here_is_told_to_those_who_manage_members,
    who_waits_for_a_letter_is_written_to_before_many_others,
);

const DAY: i64 = 24 * 60 * 60 * 1000;

/// The one letter that is queued, taken as a worker takes it.
async fn letter(house: &House) -> Result<Uuid> {
    let mut tx = house.app.store().begin().await?;
    let taken = letters::take(&mut tx, NOW, NOW.plus_millis(1)).await?;
    tx.commit().await?;
    Ok(taken.first().context("a letter")?.id)
}

fn delivery(copy: &Copy, of: u128) -> Result<&Delivery> {
    match copy.records.get(&(RecordKind::Delivery, membership(of).0)) {
        Some(Record::Delivery(it)) => Ok(it),
        other => anyhow::bail!("expected a delivery, was {other:?}"),
    }
}

async fn revision(house: &House) -> Result<i64> {
    count(house, "SELECT max(revision) FROM ledger").await
}

async fn the_letter_of_an_invitation_fares_in_the_feed_r_53(house: &House) -> Result<()> {
    let net = Net::of(house, &house.serve().await?, &house.owner).await?;
    let made = house
        .applied(&house.owner, invite(11, "anna@example.org"))
        .await?;
    let mut copy = Copy::default();
    copy.pull(&net).await?;
    let key = (RecordKind::Delivery, membership(11).0);
    assert_eq!(copy.held[&key], made, "it is queued with the invitation");
    assert_eq!(delivery(&copy, 11)?.state(), DeliveryState::Queued);

    let entries = count(house, "SELECT count(*) FROM history").await?;
    let letter = letter(house).await?;
    house.clock.set(NOW.plus_millis(7));
    execute::settle_letters(
        &house.app,
        &[Ended::new(letter, "bounced", Some("550 no such mailbox"))],
    )
    .await?;
    let sums = copy.pull(&net).await?;
    assert!(copy.agrees(house, &sums), "{sums:?}");
    assert_eq!(copy.held[&key], made + 1, "at a revision of its own");
    assert_eq!(copy.resets, 1, "and the copy goes on");
    let reason = Some("550 no such mailbox".to_owned().try_into()?);
    let bounced = DeliveryStep {
        state: DeliveryState::Bounced,
        at: NOW.plus_millis(7),
        reason,
    };
    assert_eq!(delivery(&copy, 11)?.steps.last(), Some(&bounced));
    assert_eq!(
        count(house, "SELECT count(*) FROM history").await?,
        entries,
        "nobody decided it"
    );

    let before = revision(house).await?;
    execute::settle_letters(&house.app, &[Ended::new(letter, "bounced", Some("again"))]).await?;
    assert_eq!(revision(house).await?, before, "what is known is no news");
    Ok(())
}

async fn a_resent_invitation_begins_anew_r_54(house: &House) -> Result<()> {
    let net = Net::of(house, &house.serve().await?, &house.owner).await?;
    house
        .applied(&house.owner, invite(11, "anna@example.org"))
        .await?;
    let old = letter(house).await?;
    let resend = ResendInvitation {
        membership: membership(11),
        grant: None,
    };
    house
        .applied(&house.owner, Command::ResendInvitation(resend))
        .await?;
    let before = revision(house).await?;
    execute::settle_letters(&house.app, &[Ended::new(old, "sent", None)]).await?;
    assert_eq!(
        revision(house).await?,
        before,
        "the letter with the dead link says nothing of the one that lives"
    );
    let mut copy = Copy::default();
    copy.pull(&net).await?;
    let stands = delivery(&copy, 11)?;
    assert_eq!(
        (stands.generation, stands.state()),
        (2, DeliveryState::Queued)
    );
    let new = letter(house).await?;
    execute::settle_letters(
        &house.app,
        &[Ended::new(new, "not_sent", Some("nothing to send with"))],
    )
    .await?;
    copy.pull(&net).await?;
    let last = delivery(&copy, 11)?.steps.last().context("a step")?;
    assert_eq!(
        (last.state, &last.reason),
        (DeliveryState::NotSent, &None),
        "the state says it in every language"
    );
    Ok(())
}

async fn pressing_continue_is_told_and_told_once_r_53(house: &House) -> Result<()> {
    let net = Net::of(house, &house.serve().await?, &house.owner).await?;
    house
        .applied(&house.owner, invite(11, "anna@example.org"))
        .await?;
    let secret = |generation| Secret {
        kind: TokenKind::Invitation,
        organisation: Some(house.organisation),
        subject: membership(11).0,
        generation,
    };
    execute::opened(&house.app, &secret(9)).await?;
    let mut copy = Copy::default();
    copy.pull(&net).await?;
    assert_eq!(
        delivery(&copy, 11)?.state(),
        DeliveryState::Queued,
        "another sending was never opened"
    );
    execute::opened(&house.app, &secret(1)).await?;
    let opened = revision(house).await?;
    execute::opened(&house.app, &secret(1)).await?;
    let letter = letter(house).await?;
    execute::settle_letters(&house.app, &[Ended::new(letter, "sent", None)]).await?;
    assert_eq!(revision(house).await?, opened, "it was opened already");
    let sums = copy.pull(&net).await?;
    assert!(copy.agrees(house, &sums));
    assert_eq!(delivery(&copy, 11)?.state(), DeliveryState::Opened);
    Ok(())
}

/// The day on which the Owner was seen, as the copy has it.
fn seen(copy: &Copy, house: &House) -> Option<Day> {
    let key = (RecordKind::MemberActivity, house.own.0);
    let record = copy.records.get(&key)?;
    let Record::MemberActivity(activity) = record else {
        panic!("expected an activity, was {record:?}");
    };
    Some(activity.last_seen_on)
}

async fn a_member_is_seen_once_a_day(house: &House) -> Result<()> {
    let owner = house.owner.actor.person().context("a person")?;
    let asking = house.person(2, "boris").await?;
    house.open_doors().await?;
    house.applied(&asking, request(21)).await?;
    let net = Net::of(house, &house.serve().await?, &house.owner).await?;
    let mut copy = Copy::default();
    copy.pull(&net).await?;
    assert_eq!(seen(&copy, house), None);
    let before = revision(house).await?;
    execute::seen(&house.app, owner).await?;
    execute::seen(&house.app, owner).await?;
    assert_eq!(revision(house).await?, before + 1, "once a day");
    let sums = copy.pull(&net).await?;
    assert!(copy.agrees(house, &sums), "{sums:?}");
    assert_eq!(seen(&copy, house), Some(NOW.day()));

    house.clock.set(NOW.plus_millis(DAY));
    execute::seen(&house.app, owner).await?;
    let sums = copy.pull(&net).await?;
    assert!(copy.agrees(house, &sums));
    assert_eq!(seen(&copy, house), Some(NOW.plus_millis(DAY).day()));

    house.clock.set(NOW);
    let before = revision(house).await?;
    execute::seen(&house.app, owner).await?;
    execute::seen(&house.app, asking.actor.person().context("a person")?).await?;
    assert_eq!(
        revision(house).await?,
        before,
        "a clock set back takes nothing back, and who only asks is not watched"
    );
    Ok(())
}

async fn using_a_session_is_being_seen(house: &House) -> Result<()> {
    let net = Net::of(house, &house.serve().await?, &house.owner).await?;
    let mut copy = Copy::default();
    copy.pull(&net).await?;
    assert_eq!(seen(&copy, house), None, "the session has just begun");
    house.clock.set(NOW.plus_millis(61_000));
    copy.pull(&net).await?;
    assert_eq!(seen(&copy, house), Some(Moment(NOW.0 + 61_000).day()));
    Ok(())
}

async fn who_was_here_is_told_to_those_who_manage_members(house: &House) -> Result<()> {
    house.open_doors().await?;
    let person = house.person(2, "boris").await?;
    house.applied(&person, request(21)).await?;
    let approve = ApproveRequest {
        membership: membership(21),
        grant: Grant::of(Preset::Manager),
    };
    house
        .applied(&house.owner, Command::ApproveRequest(approve))
        .await?;
    house
        .applied(&house.owner, invite(31, "anna@example.org"))
        .await?;
    execute::seen(&house.app, person.actor.person().context("a person")?).await?;
    let address = house.serve().await?;
    let (mut owners, mut managers) = (Copy::default(), Copy::default());
    owners
        .pull(&Net::of(house, &address, &house.owner).await?)
        .await?;
    let sums = managers
        .pull(&Net::of(house, &address, &person).await?)
        .await?;
    for kind in [RecordKind::MemberActivity, RecordKind::Delivery] {
        let has = |copy: &Copy| copy.held.keys().any(|(of, _)| *of == kind);
        assert!(has(&owners), "{kind:?}");
        assert!(
            !has(&managers) && !sums.contains_key(&kind),
            "a Manager only decides requests: {kind:?}"
        );
    }
    Ok(())
}

async fn who_waits_for_a_letter_is_written_to_before_many_others(house: &House) -> Result<()> {
    for number in 11..51 {
        let invite = invite(number, &format!("p{number}@example.org"));
        house.applied(&house.owner, invite).await?;
    }
    let mut tx = house.app.store().begin().await?;
    let reset = LetterRow {
        id: Uuid::from_u128(7),
        organisation: None,
        kind: "reset",
        person: None,
        contact: Some("olga@example.org".parse()?),
        holders: None,
        author: None,
        subject: Uuid::from_u128(8),
        generation: None,
        facts: "{}".into(),
    };
    tx.script(|script| letters::put(script, std::slice::from_ref(&reset), NOW))
        .await?;
    let taken = letters::take(&mut tx, NOW, NOW.plus_millis(1)).await?;
    let first = taken.first().context("a letter")?;
    assert_eq!(
        first.id, reset.id,
        "before the invitations, which came first"
    );
    Ok(())
}
