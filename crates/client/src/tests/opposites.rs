//! What is offered to take back what was done: only what the rules would do (RULES 6, R-22, R-24).

use doorward_domain::{
    ChangeGrant, Command, EndMembership, ExpireMembership, Grant, MembershipId, Preset, Record,
    Side, Status, SuspendMember, Version,
};
use doorward_protocol::Outcome;
use uuid::Uuid;

use super::cast::{HERE, START, Seat, business, member, page, pull, sit};
use crate::contract::OutboxEntry;
use crate::view;

const ME: u128 = 0x10;
const OWNER: u128 = 0x30;
const STAFF: u128 = 0x31;

fn id(number: u128) -> MembershipId {
    MembershipId(Uuid::from_u128(number))
}

/// Two owners, of whom one sits here, and somebody on the staff.
async fn owners() -> Seat {
    let seat = sit(None, START).await;
    let mut rows = business();
    let more = vec![
        member(OWNER, 0x130, "Piret", Preset::Owner),
        member(STAFF, 0x131, "Erik", Preset::Staff),
    ];
    rows.records.extend(page(5, more).records);
    pull(&seat.desk, &rows, true).await;
    seat
}

/// What takes a command back, for two owners who did nothing else.
async fn back(command: Command) -> (Seat, Option<Command>) {
    let seat = owners().await;
    let made = seat.desk.execute(HERE, command).await.unwrap();
    (seat, made.back)
}

fn given(membership: u128, preset: Preset) -> Command {
    Command::ChangeGrant(ChangeGrant {
        membership: id(membership),
        grant: Grant::of(preset),
        based_on: Version::Revision(5),
        note: None,
    })
}

fn ended(membership: u128) -> Command {
    let membership = id(membership);
    Command::EndMembership(EndMembership { membership })
}

#[tokio::test]
async fn what_can_be_taken_back_is_and_comes_to_what_was_before() {
    let membership = id(STAFF);
    for (command, key) in [
        (
            Command::SuspendMember(SuspendMember { membership }),
            "resume_member",
        ),
        (given(STAFF, Preset::Administrator), "change_grant"),
        (ended(STAFF), "renew_membership"),
        (
            Command::ExpireMembership(ExpireMembership { membership }),
            "renew_membership",
        ),
    ] {
        let (seat, back) = back(command).await;
        let back = back.expect(key);
        assert_eq!(back.key(), key);
        seat.desk.execute(HERE, back).await.unwrap();
        let office = seat.desk.office(HERE).await;
        let shown = office.shown(&seat.desk).await.unwrap();
        let erik = &shown.membership(membership).unwrap().value;
        assert_eq!(erik.grant, Some(Grant::of(Preset::Staff)), "{key}");
        assert!(erik.status.is_approved(), "{key}");
    }
}

/// An Owner is made by their own consent alone, nobody gives more to themselves, and whoever left is let in
/// by others.
#[tokio::test]
async fn what_the_rules_would_refuse_is_not_offered_r_22_r_24() {
    for command in [
        given(OWNER, Preset::Administrator),
        ended(OWNER),
        given(ME, Preset::Administrator),
        ended(ME),
    ] {
        let key = command.key();
        let (_, back) = back(command).await;
        assert_eq!(back, None, "{key}");
    }
}

async fn newest(seat: &Seat) -> OutboxEntry {
    view::outbox(&seat.desk).await.unwrap().entries.remove(0)
}

/// `UI_SPEC` 6: afterwards the palette offers the opposite act, while nobody has changed what it would go back over.
#[tokio::test]
async fn what_took_effect_is_offered_to_be_made_good() {
    let (seat, _) = back(ended(STAFF)).await;
    let entry = newest(&seat).await;
    assert_eq!(entry.back, None, "it can be undone yet");
    let settled = [(entry.id, Outcome::Applied { revision: 6 })];
    seat.desk
        .outbox
        .settle(HERE, &settled, START)
        .await
        .unwrap();
    let ended = |row: Record| {
        let Record::Membership(mut row) = row else {
            panic!("a membership");
        };
        row.status = Status::Ended {
            by: Side::Organisation,
            suspended: false,
        };
        Record::Membership(row)
    };
    let theirs = page(6, vec![ended(member(STAFF, 0x131, "Erik", Preset::Staff))]);
    pull(&seat.desk, &theirs, false).await;
    let renewed = newest(&seat).await.back;
    assert_eq!(renewed.map(|it| it.key()), Some("renew_membership"));
    let theirs = page(7, vec![member(STAFF, 0x131, "Erik", Preset::Staff)]);
    pull(&seat.desk, &theirs, false).await;
    assert_eq!(newest(&seat).await.back, None, "somebody was quicker");
}
