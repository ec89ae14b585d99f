//! What somebody else changed meanwhile: both sides line by line, the one that gives less, and the commands that settle
//! it (RULES 6, `UI_SPEC` 7.7, S-72).

use doorward_domain::{
    AccessItem, ChangeGrant, ChangeSettings, Command, CommandId, GivesLess, Grant, Membership,
    MembershipId, Preset, Record, Refusal, Settings, Version,
};
use doorward_protocol::Outcome;
use uuid::Uuid;

use super::cast::{HERE, START, Seat, business, by_olga, member, page, pull, sit};
use crate::contract::{
    ConflictField, ConflictValue, ConflictView, EntryState, OutboxEntry, ResolutionAsk,
};
use crate::error::Error;
use crate::view;

fn erik() -> MembershipId {
    MembershipId(Uuid::from_u128(0x30))
}

/// Erik as he is from a revision on.
fn erik_with(grant: Grant) -> Record {
    let Record::Membership(row) = member(0x30, 0x130, "Erik", Preset::Staff) else {
        unreachable!()
    };
    Record::Membership(Box::new(Membership {
        grant: Some(grant),
        ..*row
    }))
}

fn change(grant: Grant) -> Command {
    Command::ChangeGrant(ChangeGrant {
        membership: erik(),
        grant,
        based_on: Version::Revision(5),
        note: None,
    })
}

/// A desk on which a change of Erik was refused, because somebody else made him something else meanwhile.
async fn refused(seat: &Seat, mine: Grant, theirs: Grant) -> OutboxEntry {
    let mut rows = business();
    rows.records
        .extend(page(5, vec![erik_with(Grant::of(Preset::Staff))]).records);
    pull(&seat.desk, &rows, true).await;
    let done = seat.desk.execute(HERE, change(mine)).await.unwrap();
    settle(seat, done.id).await;
    pull(&seat.desk, &page(6, vec![erik_with(theirs)]), false).await;
    only(seat).await
}

pub(super) async fn settle(seat: &Seat, id: CommandId) {
    let refusal = Refusal::ChangedMeanwhile {
        signed: Some(by_olga()),
    };
    let outcome = Outcome::Refused { refusal };
    seat.desk
        .outbox
        .settle(HERE, &[(id, outcome)], START)
        .await
        .unwrap();
}

pub(super) async fn only(seat: &Seat) -> OutboxEntry {
    let mut outbox = view::outbox(&seat.desk).await.unwrap();
    assert_eq!((outbox.entries.len(), outbox.needs_you), (1, 1));
    outbox.entries.remove(0)
}

fn line(card: &ConflictView, what: ConflictField) -> (ConflictValue, ConflictValue, ConflictValue) {
    let line = card.lines.iter().find(|line| line.what == what).unwrap();
    (
        line.before.clone().unwrap(),
        line.theirs.clone(),
        line.mine.clone(),
    )
}

fn level(preset: Preset) -> ConflictValue {
    ConflictValue::Level {
        level: preset.into(),
        name: None,
    }
}

#[tokio::test]
async fn both_sides_are_shown_with_what_was_before_and_which_gives_less() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("account");
    let seat = sit(Some(&folder), START).await;
    let mine = Grant {
        ends_at: Some(START.plus_days(30)),
        ..Grant::of(Preset::Member)
    };
    let entry = refused(&seat, mine.clone(), Grant::of(Preset::Manager)).await;
    let check = |entry: &OutboxEntry| {
        let card = entry.conflict.as_ref().unwrap();
        assert_eq!(card.subject.as_deref(), Some("Erik"));
        assert_eq!(card.by, Some(by_olga()));
        assert_eq!(card.less, GivesLess::Mine);
        let every = Preset::Member.permissions();
        let more = Preset::Manager.permissions().without(every);
        let more = more.iter().map(|permission| AccessItem::May { permission });
        assert_eq!(card.theirs_more, more.collect::<Vec<_>>());
        assert_eq!(card.mine_more, [], "every member has discounts (OLV-38)");
        let draft = card.draft.as_ref().unwrap();
        assert_eq!((draft.membership, &draft.grant), (erik(), &mine));
        let before = (
            level(Preset::Staff),
            level(Preset::Manager),
            level(Preset::Member),
        );
        assert_eq!(line(card, ConflictField::Level), before);
        let never = ConflictValue::Nothing;
        let end = ConflictValue::At {
            at: START.plus_days(30),
        };
        assert_eq!(line(card, ConflictField::Ends), (never.clone(), never, end));
        assert_eq!(card.lines.len(), 2, "only what differs: {:?}", card.lines);
        assert_eq!(
            card.mine,
            Some(Command::ChangeGrant(ChangeGrant {
                membership: erik(),
                grant: mine.clone(),
                based_on: Version::Revision(6),
                note: None,
            })),
            "use mine: a new command on the new revision"
        );
    };
    check(&entry);
    seat.desk.close().await.unwrap();
    drop(seat);
    let seat = sit(Some(&folder), START).await;
    check(&only(&seat).await);
}

#[tokio::test]
async fn using_mine_is_a_new_command_and_the_old_one_is_put_away() {
    let seat = sit(None, START).await;
    let entry = refused(&seat, Grant::of(Preset::Member), Grant::of(Preset::Manager)).await;
    let mine = entry.conflict.unwrap().mine.unwrap();
    seat.desk.discard(entry.id).await.unwrap();
    seat.desk.execute(HERE, mine).await.unwrap();
    let outbox = view::outbox(&seat.desk).await.unwrap();
    assert_eq!(outbox.entries.len(), 1);
    assert!(!matches!(
        outbox.entries[0].state,
        EntryState::Refused { .. }
    ));
}

#[tokio::test]
async fn lines_are_chosen_one_by_one() {
    let seat = sit(None, START).await;
    let mine = Grant {
        ends_at: Some(START.plus_days(30)),
        ..Grant::of(Preset::Member)
    };
    let entry = refused(&seat, mine.clone(), Grant::of(Preset::Manager)).await;
    let settled = async |theirs: &[ConflictField]| {
        let ask = ResolutionAsk {
            id: entry.id,
            theirs: theirs.to_vec(),
        };
        view::resolution(&seat.desk, &ask).await.unwrap().command
    };
    let made = |grant: Grant| {
        Some(Command::ChangeGrant(ChangeGrant {
            membership: erik(),
            grant,
            based_on: Version::Revision(6),
            note: None,
        }))
    };
    let their_level = Grant {
        level: Preset::Manager.into(),
        ..mine.clone()
    };
    assert_eq!(settled(&[ConflictField::Level]).await, made(their_level));
    assert_eq!(settled(&[]).await, made(mine));
    let all = [ConflictField::Level, ConflictField::Ends];
    assert_eq!(settled(&all).await, None, "what holds now holds already");
    let unknown = ResolutionAsk {
        id: CommandId(Uuid::from_u128(1)),
        theirs: Vec::new(),
    };
    let unknown = view::resolution(&seat.desk, &unknown).await;
    assert!(matches!(unknown, Err(Error::Refused(Refusal::NotFound))));
}

#[tokio::test]
async fn what_somebody_made_the_same_meanwhile_leaves_nothing_to_choose() {
    let seat = sit(None, START).await;
    let entry = refused(&seat, Grant::of(Preset::Member), Grant::of(Preset::Member)).await;
    let card = entry.conflict.unwrap();
    assert_eq!(
        (card.lines.len(), card.mine, card.less),
        (0, None, GivesLess::Equal)
    );
}

#[tokio::test]
async fn mine_is_shown_where_it_can_be_made_no_more_and_why() {
    let seat = sit(None, START).await;
    let entry = refused(&seat, Grant::of(Preset::Manager), Grant::of(Preset::Member)).await;
    assert_eq!(entry.conflict.unwrap().less, GivesLess::Theirs);
    let mut narrow = page(7, vec![member(0x10, 0x100, "Olga Owner", Preset::Guest)]);
    narrow.view.own = Some(MembershipId(Uuid::from_u128(0x10)));
    pull(&seat.desk, &narrow, false).await;
    let card = only(&seat).await.conflict.unwrap();
    assert!(card.mine.is_none());
    assert!(
        matches!(card.refusal, Some(Refusal::Forbidden { .. })),
        "{:?}",
        card.refusal
    );
    let sides = (
        level(Preset::Staff),
        level(Preset::Member),
        level(Preset::Manager),
    );
    assert_eq!(line(&card, ConflictField::Level), sides);
}

#[tokio::test]
async fn settings_differ_one_by_one() {
    let seat = sit(None, START).await;
    pull(&seat.desk, &business(), true).await;
    let with = |term_days, waiting_days| Settings {
        term_days,
        waiting_days,
        ..Settings::default()
    };
    let mine = Command::ChangeSettings(ChangeSettings {
        settings: with(14, 0),
        based_on: Version::Revision(5),
    });
    let done = seat.desk.execute(HERE, mine).await.unwrap();
    settle(&seat, done.id).await;
    let theirs = Record::Settings(with(7, 3));
    pull(&seat.desk, &page(6, vec![theirs]), false).await;
    let card = only(&seat).await.conflict.unwrap();
    let names: Vec<&str> = card
        .lines
        .iter()
        .filter_map(|line| {
            if let ConflictValue::Setting { name, .. } = &line.theirs {
                Some(name.as_str())
            } else {
                None
            }
        })
        .collect();
    assert_eq!(names, ["term_days", "waiting_days"]);
}

#[tokio::test]
async fn what_was_sent_today_is_told_apart_from_what_waits() {
    let seat = sit(None, START).await;
    pull(&seat.desk, &business(), true).await;
    let first = super::offline::approve(Preset::Staff);
    let done = seat.desk.execute(HERE, first).await.unwrap();
    let outbox = view::outbox(&seat.desk).await.unwrap();
    assert_eq!((outbox.waiting, outbox.sent_today.len()), (1, 0));
    let applied = Outcome::Applied { revision: 6 };
    seat.desk
        .outbox
        .settle(HERE, &[(done.id, applied)], START)
        .await
        .unwrap();
    let outbox = view::outbox(&seat.desk).await.unwrap();
    assert_eq!((outbox.waiting, outbox.sent_today.len()), (0, 1));
    assert_eq!(outbox.sent_today[0].conflict, None);
}
