//! Inviting many from a table: read, looked at, sent as one command per row, once (CSV-2, BEL-28, BEL-29, S-52, S-53).

use std::collections::BTreeSet;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use doorward_domain::{Command, Contact, MembershipId, Preset, Record, RevokeInvitation};
use doorward_protocol::Outcome;
use uuid::Uuid;

use super::cast::{HERE, START, Seat, business, page, pull, sit};
use crate::clock::Tick;
use crate::contract::{
    BatchAsk, BatchRowState, BatchSummary, OpenTable, RowFilter, RowFix, RowState, TableAsk,
};
use crate::error::{Error, Result};
use crate::import::{Edit, Given};
use crate::view;

pub(super) const GIVEN: Given = Given {
    organisation: HERE,
    level: doorward_domain::LevelRef::Preset(Preset::Staff),
    locale: None,
    message: None,
};

pub(super) async fn look(seat: &Seat, text: impl AsRef<[u8]>) -> Result<()> {
    let bytes = BASE64_STANDARD.encode(text);
    seat.desk
        .open_table(Some("residents.csv".into()), bytes)
        .await
}

pub(super) async fn shown(seat: &Seat, only: Option<RowFilter>) -> OpenTable {
    let ask = TableAsk {
        organisation: HERE,
        level: GIVEN.level,
        only,
        offset: None,
        limit: None,
    };
    view::table(&seat.desk, &ask).await.unwrap().table.unwrap()
}

pub(super) async fn newest(seat: &Seat) -> BatchSummary {
    view::batches(&seat.desk).await.unwrap().batches.remove(0)
}

pub(super) fn people(many: usize) -> String {
    let rows: Vec<String> = (0..many)
        .map(|it| format!("Person {it};person{it}@example.ee\n"))
        .collect();
    format!("Name;E-mail\n{}", rows.concat())
}

pub(super) async fn owner() -> Seat {
    let seat = sit(None, START).await;
    pull(&seat.desk, &business(), true).await;
    seat
}

pub(super) fn to(contact: &str) -> Edit {
    Edit {
        contact: Some(contact.into()),
        ..Edit::default()
    }
}

#[tokio::test]
async fn every_row_says_what_would_come_of_it_bel_28_s_52() {
    let seat = owner().await;
    let table = "Имя;Почта;Телефон\nАнна Соколова;anna@new.example;\nДважды;ANNA@new.example;\n\
                 Без страны;;8342555012\nИ этот;;8342555013\nДва;anna@@ya.ru;\nОписка;p@gmial.com;\n;;\nOlga;olga@example.ee;\n";
    look(&seat, encoding_rs::WINDOWS_1251.encode(table).0)
        .await
        .unwrap();
    let table = shown(&seat, None).await;
    assert_eq!(table.encoding.as_deref(), Some("windows-1251"));
    assert_eq!(table.separator.as_deref(), Some(";"));
    assert!(table.headings);
    assert_eq!(
        table.samples[0], "Анна Соколова",
        "names with letters of their own show whether they are right"
    );
    let states: Vec<(u32, RowState)> = table.rows.iter().map(|it| (it.number, it.state)).collect();
    let expected = [
        (2, RowState::Ready),
        (3, RowState::Twice),
        (4, RowState::ToFix),
        (5, RowState::ToFix),
        (6, RowState::ToFix),
        (7, RowState::Ready),
        (9, RowState::Member),
    ];
    assert_eq!(states, expected);
    assert_eq!(table.rows[2].similar, 2, "the same fix fits both numbers");
    assert_eq!(
        table.rows[5].did_you_mean,
        Some("p@gmail.com".parse::<Contact>().unwrap())
    );
    assert_eq!(
        (
            table.counts.ready,
            table.counts.skipped,
            table.counts.to_fix
        ),
        (2, 2, 3)
    );

    seat.desk
        .fix_rows(&RowFix::Country { code: "+7".into() })
        .await
        .unwrap();
    seat.desk
        .fix_rows(&RowFix::Domain {
            from: "gmial.com".into(),
            to: "gmail.com".into(),
        })
        .await
        .unwrap();
    seat.desk.fix_row(6, to("anna@ya.ru")).await.unwrap();
    let table = shown(&seat, None).await;
    assert_eq!((table.counts.ready, table.counts.to_fix), (5, 0));
    assert_eq!(table.rows[2].typed, "+78342555012");
    assert_eq!(shown(&seat, Some(RowFilter::Skipped)).await.total, 2);
    assert_eq!(seat.desk.outbox.unsent(), 0, "looking sends nothing");
}

#[tokio::test]
async fn the_same_table_twice_invites_nobody_twice_s_53_syn_1() {
    let (seat, other) = (owner().await, owner().await);
    for seat in [&seat, &other] {
        look(seat, people(40)).await.unwrap();
        seat.desk.send_table(&GIVEN).await.unwrap();
    }
    let ids = |seat: &Seat| -> BTreeSet<Uuid> {
        seat.desk
            .outbox
            .entries()
            .iter()
            .map(|it| it.id.0)
            .collect()
    };
    assert_eq!(ids(&seat).len(), 40);
    assert_eq!(
        ids(&seat),
        ids(&other),
        "another computer gives the same commands"
    );
    let commands = |seat: &Seat| {
        seat.desk
            .outbox
            .entries()
            .iter()
            .map(|it| it.command.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        commands(&seat),
        commands(&other),
        "to the letter, so that the server knows them (SYN-1)"
    );

    look(&seat, people(40)).await.unwrap();
    assert_eq!(shown(&seat, None).await.counts.skipped, 40);
    seat.desk.send_table(&GIVEN).await.unwrap();
    assert_eq!(ids(&seat), ids(&other));
    let batches = view::batches(&seat.desk).await.unwrap().batches;
    assert_eq!(batches.len(), 1, "it is the same batch");
    assert_eq!((batches[0].waiting, batches[0].rows), (40, 40));
}

#[tokio::test]
async fn a_batch_waits_while_it_is_paused_and_survives_a_restart_bel_29() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("account");
    let seat = sit(Some(&folder), START).await;
    pull(&seat.desk, &business(), true).await;
    look(&seat, people(3)).await.unwrap();
    seat.desk.send_table(&GIVEN).await.unwrap();
    let later = Tick(60_000);
    assert!(
        !seat.desk.outbox.has_ready(HERE, seat.desk.tick()),
        "it can be taken back for ten seconds"
    );
    assert!(seat.desk.outbox.has_ready(HERE, later));
    let batch = newest(&seat).await.id;
    seat.desk.pause_batch(batch, true).await.unwrap();
    assert!(!seat.desk.outbox.has_ready(HERE, later));
    seat.desk.close().await.unwrap();
    drop(seat);

    let seat = sit(Some(&folder), START).await;
    let found = newest(&seat).await;
    assert_eq!((found.id, found.waiting, found.paused), (batch, 3, true));
    assert!(
        !seat.desk.outbox.has_ready(HERE, later),
        "a restart does not go on by itself"
    );
    seat.desk.pause_batch(batch, false).await.unwrap();
    assert!(seat.desk.outbox.has_ready(HERE, later));
    seat.desk.take_back_batch(batch).await.unwrap();
    let found = newest(&seat).await;
    assert_eq!(
        (found.waiting, found.skipped, seat.desk.outbox.unsent()),
        (0, 3, 0)
    );
}

/// RULES 6: undo takes back what revoking a batch did, and nothing that was done by hand.
#[tokio::test]
async fn undoing_a_revoked_batch_brings_back_what_waited_and_leaves_the_rest_bel_29() {
    let seat = owner().await;
    look(&seat, people(3)).await.unwrap();
    seat.desk.send_table(&GIVEN).await.unwrap();
    let first = seat.desk.outbox.entries()[0].clone();
    let membership = MembershipId(first.target().unwrap());
    let office = seat.desk.office(HERE).await;
    let shown = office.shown(&seat.desk).await.unwrap();
    let row = shown.membership(membership).unwrap().value.clone();
    drop(shown);
    let row = Record::Membership(Box::new(row));
    pull(&seat.desk, &page(9, vec![row]), false).await;
    let applied = [(first.id, Outcome::Applied { revision: 9 })];
    seat.desk
        .outbox
        .settle(HERE, &applied, START)
        .await
        .unwrap();
    seat.desk.shown_anew(HERE).await;
    let open = || -> BTreeSet<Uuid> {
        let entries = seat.desk.outbox.entries().into_iter();
        entries
            .filter(|it| it.is_open())
            .map(|it| it.id.0)
            .collect()
    };
    let waiting = open();
    assert_eq!(waiting.len(), 2);
    let batch = newest(&seat).await.id;

    seat.desk.revoke_batch(batch).await.unwrap();
    assert_eq!(open().len(), 1, "one is revoked, two are out");
    let other = seat.desk.undo_batch(batch, false).await;
    assert!(matches!(other, Err(Error::AlreadySent)));
    seat.desk.undo_batch(batch, true).await.unwrap();
    assert_eq!(open(), waiting);
    assert_eq!(newest(&seat).await.waiting, 2);

    let by_hand = Command::RevokeInvitation(RevokeInvitation { membership });
    let by_hand = seat.desk.execute(HERE, by_hand).await.unwrap().id;
    seat.desk.revoke_batch(batch).await.unwrap();
    assert_eq!(open(), [by_hand.0].into());
    seat.desk.undo_batch(batch, true).await.unwrap();
    assert!(open().contains(&by_hand.0), "that was not the batch's");
    assert_eq!(open().len(), 3);
}

/// The outbox counts the rows of a batch of which one was sent and one refused, until that is put out of sight.
async fn is_counted_and_put_away(seat: &Seat, batch: Uuid) {
    let outbox = view::outbox(&seat.desk).await.unwrap();
    let line = &outbox.batches[0];
    assert_eq!((line.waiting, line.refused, line.sent_today), (0, 1, 1));
    assert_eq!((outbox.entries.len(), outbox.needs_you), (0, 1));
    seat.desk.discard_refused(batch).await.unwrap();
    let outbox = view::outbox(&seat.desk).await.unwrap();
    assert_eq!((outbox.batches[0].refused, outbox.needs_you), (0, 0));
}

#[tokio::test]
async fn rows_that_did_not_go_say_why_and_can_go_again() {
    let seat = owner().await;
    look(
        &seat,
        "Name,Mail,Flat\nAnna,anna@new.example,17\nOdd,odd@@x,18\nMari,mari@new.example,19\n",
    )
    .await
    .unwrap();
    seat.desk.send_table(&GIVEN).await.unwrap();
    let entries = seat.desk.outbox.entries();
    let limit = Outcome::Refused {
        refusal: doorward_domain::Refusal::NoAccess,
    };
    let settled = [
        (entries[0].id, Outcome::Applied { revision: 9 }),
        (entries[1].id, limit),
    ];
    seat.desk
        .outbox
        .settle(HERE, &settled, START)
        .await
        .unwrap();
    let found = newest(&seat).await;
    assert_eq!(
        (found.sent, found.refused, found.to_fix, found.waiting),
        (1, 1, 1, 0)
    );
    let ask = BatchAsk {
        batch: found.id,
        offset: None,
        limit: None,
    };
    let rows = view::batch(&seat.desk, &ask).await.unwrap().rows;
    let states: Vec<(u32, BatchRowState)> = rows.iter().map(|it| (it.number, it.state)).collect();
    assert_eq!(
        states,
        [
            (4, BatchRowState::Refused),
            (3, BatchRowState::ToFix),
            (2, BatchRowState::Sent)
        ],
        "those that need somebody stand first"
    );

    let refused = entries[1].id;
    is_counted_and_put_away(&seat, found.id).await;
    look(
        &seat,
        "Name,Mail,Flat\nAnna,anna@new.example,17\nOdd,odd@@x,18\nMari,mari@new.example,19\n",
    )
    .await
    .unwrap();
    seat.desk.send_table(&GIVEN).await.unwrap();
    let again = seat.desk.outbox.entries();
    let mari = again
        .iter()
        .find(|it| it.is_open() && it.subject.as_deref() == Some("Mari"))
        .unwrap();
    assert_ne!(
        mari.id, refused,
        "what was refused goes as a new command, else its old answer came back"
    );
}

#[tokio::test]
async fn no_table_is_too_much_for_this_computer_s_52_rat_4() {
    let seat = owner().await;
    let too_many = look(&seat, people(5_001)).await;
    assert!(matches!(too_many, Err(Error::TooManyRows)));
    assert!(matches!(look(&seat, "").await, Err(Error::EmptyTable)));
    assert!(matches!(
        look(&seat, "Name;E-mail\n").await,
        Err(Error::EmptyTable)
    ));
    assert!(matches!(
        look(&seat, [0x1f, 0x8b, 8, 0, 0, 0, 0, 1, 2].repeat(40)).await,
        Err(Error::NotATable)
    ));
    assert!(matches!(
        look(&seat, b"PK\x03\x04 and nothing else").await,
        Err(Error::NotATable)
    ));
    let deep = "[".repeat(100_000);
    look(&seat, format!("{deep}\nanna@new.example\n"))
        .await
        .unwrap();
    assert_eq!(
        shown(&seat, None).await.counts.ready,
        1,
        "the good row goes whatever stands beside it"
    );
    let nul = "Name,Mail\nAn\0na,anna@new.example\nMari,ma\0ri@new.example\n";
    look(&seat, nul).await.unwrap();
    let rows = shown(&seat, None).await.rows;
    assert_eq!(
        (rows[0].state, rows[1].state),
        (RowState::Ready, RowState::ToFix)
    );
}

#[tokio::test]
async fn five_thousand_rows_are_looked_at_and_queued_at_once_bel_28() {
    let seat = owner().await;
    look(&seat, people(5_000)).await.unwrap();
    let mut begun = std::time::Instant::now();
    let table = shown(&seat, None).await;
    assert_eq!((table.counts.ready, table.total), (5_000, 5_000));
    let looked = begun.elapsed();
    begun = std::time::Instant::now();
    seat.desk.send_table(&GIVEN).await.unwrap();
    let queueing = begun.elapsed();
    assert_eq!(seat.desk.outbox.unsent(), 5_000);
    assert_eq!(newest(&seat).await.waiting, 5_000);
    begun = std::time::Instant::now();
    let outbox = view::outbox(&seat.desk).await.unwrap();
    let counting = begun.elapsed();
    assert_eq!(
        (outbox.entries.len(), outbox.waiting),
        (0, 5_000),
        "counted, not listed"
    );
    assert_eq!(outbox.batches[0].waiting, 5_000);
    eprintln!("looked at in {looked:?}, queued in {queueing:?}, counted in {counting:?}");
}
