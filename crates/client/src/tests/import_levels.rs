//! The column of a table that says which level each row gives (CSV-2): read in any language, judged by the
//! rules, fixed in place, and the same commands again for the same table (SYN-1).

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use doorward_domain::{
    Command, Level, LevelId, LevelRef, Permission, PermissionSet, Preset, Record,
};
use uuid::Uuid;

use super::cast::{HERE, START, Seat, business, member, name, page, pull, sit};
use crate::contract::{ColumnUse, OpenTable, RowFix, RowProblem, RowState, TableAsk, TableRow};
use crate::import::{Edit, Given};
use crate::view;

const GIVEN: Given = Given {
    organisation: HERE,
    level: LevelRef::Preset(Preset::Member),
    locale: None,
    message: None,
};
const NIGHT: LevelRef = LevelRef::Own(LevelId(Uuid::from_u128(0x71)));
const DESK: LevelId = LevelId(Uuid::from_u128(0x70));
const TABLE: &str = "Имя;Почта;Уровень доступа\n\
    Анна;anna@new.example;Сотрудник\n\
    Mari;mari@new.example;\n\
    Jaan;jaan@new.example;night crew\n\
    Petr;petr@new.example;Director\n\
    Oleg;oleg@new.example;DIRECTOR\n\
    Ion;ion@new.example;Manager\n";

/// A desk with a level of its own, whose owner may invite and book and nothing else.
async fn front_desk() -> Seat {
    let level = |id, called: &str, permissions: &[Permission]| {
        Record::Level(Level {
            id,
            name: name(called),
            permissions: PermissionSet::of(permissions).implied(),
            deleted: false,
        })
    };
    let Record::Membership(mut olga) = member(0x10, 0x100, "Olga Owner", Preset::Staff) else {
        unreachable!()
    };
    olga.grant = Some(doorward_domain::Grant::of(LevelRef::Own(DESK)));
    let LevelRef::Own(night) = NIGHT else {
        unreachable!()
    };
    let mine = [
        Permission::InvitationsManage,
        Permission::BookingsOwn,
        Permission::Discounts,
    ];
    let records = vec![
        Record::Membership(olga),
        level(DESK, "Front desk", &mine),
        level(night, "Night crew", &[Permission::BookingsOwn]),
    ];
    let seat = sit(None, START).await;
    pull(&seat.desk, &business(), true).await;
    pull(&seat.desk, &page(6, records), false).await;
    seat
}

async fn look(seat: &Seat, text: &str) {
    let bytes = BASE64_STANDARD.encode(text);
    seat.desk
        .open_table(Some("residents.csv".into()), bytes)
        .await
        .unwrap();
}

async fn shown(seat: &Seat) -> OpenTable {
    let ask = TableAsk {
        organisation: HERE,
        level: GIVEN.level,
        only: None,
        offset: None,
        limit: None,
    };
    view::table(&seat.desk, &ask).await.unwrap().table.unwrap()
}

/// What each person of what waits would get.
fn given(seat: &Seat) -> BTreeMap<String, LevelRef> {
    let entries = seat.desk.outbox.entries();
    let given = entries.iter().filter_map(|entry| {
        let Command::InvitePerson(it) = &entry.command else {
            return None;
        };
        Some((it.contact.to_string(), it.grant.level))
    });
    given.collect()
}

fn ids(seat: &Seat) -> BTreeSet<Uuid> {
    let entries = seat.desk.outbox.entries();
    entries.iter().map(|it| it.id.0).collect()
}

#[tokio::test]
async fn a_row_gives_the_level_that_it_names_and_nothing_above_whoever_invites_csv_2() {
    let seat = front_desk().await;
    look(&seat, TABLE).await;
    let table = shown(&seat).await;
    let uses: Vec<ColumnUse> = table.columns.iter().map(|it| it.used).collect();
    assert_eq!(uses, [ColumnUse::Name, ColumnUse::Email, ColumnUse::Level]);
    let found = |row: &TableRow| (row.state, row.level, row.problem);
    let found: Vec<_> = table.rows.iter().map(found).collect();
    let (ready, to_fix) = (RowState::Ready, RowState::ToFix);
    let unknown = (to_fix, None, Some(RowProblem::UnknownLevel));
    let expected = [
        (ready, Some(Preset::Staff.into()), None),
        (ready, Some(GIVEN.level), None),
        (ready, Some(NIGHT), None),
        unknown,
        unknown,
        (to_fix, None, Some(RowProblem::LevelBarred)),
    ];
    assert_eq!(found, expected);
    assert_eq!(table.rows[2].level_name, Some(name("Night crew")));
    assert_eq!(table.rows[3].level_typed.as_deref(), Some("Director"));
    assert_eq!((table.rows[3].similar, table.rows[5].similar), (2, 1));
    let levels: Vec<(LevelRef, u32)> = table.levels.iter().map(|it| (it.level, it.rows)).collect();
    let one_each = [(GIVEN.level, 1), (Preset::Staff.into(), 1), (NIGHT, 1)];
    assert_eq!(levels, one_each, "what is sent is said before it is sent");

    seat.desk
        .fix_rows(&RowFix::Level {
            written: "director".into(),
            level: NIGHT,
        })
        .await
        .unwrap();
    let pick = |level: Preset| Edit {
        level: Some(level.into()),
        ..Edit::default()
    };
    seat.desk.fix_row(7, pick(Preset::Owner)).await.unwrap();
    let rows = shown(&seat).await.rows;
    assert_eq!(
        rows[5].problem,
        Some(RowProblem::LevelBarred),
        "picking by hand gives no more than the cell does"
    );
    seat.desk.fix_row(7, pick(Preset::Staff)).await.unwrap();
    assert_eq!(shown(&seat).await.counts.to_fix, 0);

    seat.desk.send_table(&GIVEN).await.unwrap();
    let staff = Preset::Staff.into();
    let expected = [
        ("anna@new.example", staff),
        ("ion@new.example", staff),
        ("jaan@new.example", NIGHT),
        ("mari@new.example", GIVEN.level),
        ("oleg@new.example", NIGHT),
        ("petr@new.example", NIGHT),
    ];
    let expected = expected.map(|(contact, level)| (contact.to_owned(), level));
    assert_eq!(given(&seat), expected.into());
    assert!(view::batches(&seat.desk).await.unwrap().batches[0].levels_by_row);
}

#[tokio::test]
async fn what_is_to_be_fixed_is_not_sent_and_a_table_with_levels_goes_once_s_53_syn_1() {
    let (seat, other) = (front_desk().await, front_desk().await);
    for seat in [&seat, &other] {
        look(seat, TABLE).await;
        seat.desk.send_table(&GIVEN).await.unwrap();
    }
    assert_eq!(
        ids(&seat).len(),
        3,
        "those that name no level wait for somebody"
    );
    assert_eq!(ids(&seat), ids(&other), "the same commands elsewhere");
    let batch = view::batches(&seat.desk).await.unwrap().batches.remove(0);
    assert_eq!((batch.waiting, batch.to_fix), (3, 3));

    look(&seat, TABLE).await;
    seat.desk.send_table(&GIVEN).await.unwrap();
    assert_eq!(
        ids(&seat),
        ids(&other),
        "the same table again is the same batch"
    );
    assert_eq!(view::batches(&seat.desk).await.unwrap().batches.len(), 1);

    let third = front_desk().await;
    look(&third, &TABLE.replace("night crew", "Staff")).await;
    third.desk.send_table(&GIVEN).await.unwrap();
    assert!(
        ids(&third).is_disjoint(&ids(&seat)),
        "a table that gives other levels is another one"
    );
}

#[tokio::test]
async fn without_such_a_column_everybody_gets_the_level_that_is_picked() {
    let seat = front_desk().await;
    look(&seat, TABLE).await;
    let uses = vec![ColumnUse::Name, ColumnUse::Email, ColumnUse::Ignored];
    seat.desk
        .read_table_as((None, None), None, Some(uses))
        .await
        .unwrap();
    let table = shown(&seat).await;
    assert_eq!((table.counts.ready, table.levels.len()), (6, 1));
    assert_eq!(
        (table.levels[0].level, table.levels[0].rows),
        (GIVEN.level, 6)
    );
    seat.desk.send_table(&GIVEN).await.unwrap();
    assert!(given(&seat).values().all(|it| *it == GIVEN.level));
    assert!(!view::batches(&seat.desk).await.unwrap().batches[0].levels_by_row);
}
