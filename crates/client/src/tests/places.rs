//! Own levels, rooms and sites, and why somebody may do something (`UI_SPEC` 7.6, RULES 8, R-23, R-28, R-29).

use doorward_domain::{
    AccessItem, ChangeLevel, Command, DeleteLevel, Grant, Level, LevelRef, MembershipId,
    Permission, PermissionSet, PersonId, Preset, Record, RecordKind, Refusal, RemoveRoom,
    SuspendMember, WhyFrom,
};
use doorward_protocol::SentRecord;
use uuid::Uuid;

use super::cast::{HERE, Seat, business, name, page, pull};
use super::house::{self, DESK, EAST, KADRI, OFFICE, PIRET, WEST, approved, desk};
use crate::contract::{
    LevelFormAsk, LevelFormView, PlacesAsk, PlacesView, RoomAsk, RoomView, WhyAsk, WhyView,
};
use crate::view;

async fn level(seat: &Seat, permissions: Option<PermissionSet>) -> LevelFormView {
    let ask = LevelFormAsk {
        organisation: HERE,
        level: Some(DESK),
        copies: None,
        name: None,
        permissions,
        based_on: None,
        replacement: None,
    };
    view::level_form(&seat.desk, &ask).await.unwrap()
}

#[tokio::test]
async fn r_28_an_edit_of_a_level_says_whose_access_changes_before_it_does() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    let begins = level(&seat, None).await;
    assert!(begins.unchanged && begins.changed == 0 && begins.holders == Some(1));
    assert_eq!(
        begins.deleting,
        Some(Refusal::LevelInUse),
        "it has a holder"
    );
    let wider = PermissionSet::of(&[Permission::BookingsAll]);
    let told = level(&seat, Some(wider)).await;
    assert!(told.permissions.has(Permission::BookingsOwn), "implied");
    assert_eq!(
        (told.holders, told.changed, told.refusal.clone()),
        (Some(1), 1, None)
    );
    let line = &told.people[0];
    assert_eq!(line.name, Some(name("Piret Mägi")));
    let may = |permission| AccessItem::May { permission };
    assert!(told.certain);
    assert_eq!(line.gains, [may(Permission::BookingsAll)]);
    let edit = Command::ChangeLevel(ChangeLevel {
        level: DESK,
        name: name("Desk"),
        permissions: told.permissions,
        based_on: told.version.unwrap(),
    });
    seat.desk.execute(HERE, edit).await.unwrap();
    let after = level(&seat, None).await;
    assert_eq!(after.permissions, wider.implied());
    let forbidden = level(
        &seat,
        Some(PermissionSet::of(&[Permission::OrganisationDelete])),
    )
    .await;
    assert!(
        matches!(forbidden.refusal, Some(Refusal::AboveGiver { .. })),
        "R-23"
    );
}

async fn places(seat: &Seat, search: Option<&str>, window: (u32, u32)) -> PlacesView {
    let ask = PlacesAsk {
        organisation: HERE,
        search: search.map(ToOwned::to_owned),
        offset: Some(window.0),
        limit: Some(window.1),
    };
    view::places(&seat.desk, &ask).await.unwrap()
}

fn rooms(view: &PlacesView) -> Vec<String> {
    let sites = view.sites.iter().flat_map(|it| &it.rooms);
    sites.map(|it| it.name.to_string()).collect()
}

#[tokio::test]
async fn rooms_come_in_windows_by_site_and_are_found_by_either_name() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    let whole = places(&seat, None, (0, 50)).await;
    assert_eq!(rooms(&whole), ["Office 1", "Office 2", "Workshop"]);
    assert_eq!(
        (whole.total, whole.rooms, whole.making.clone()),
        (3, 3, None)
    );
    assert_eq!(whole.sites[0].removing, Some(Refusal::SiteInUse));
    assert_eq!(rooms(&places(&seat, None, (1, 1)).await), ["Office 2"]);
    assert_eq!(rooms(&places(&seat, None, (2, 9)).await), ["Workshop"]);
    assert_eq!(
        rooms(&places(&seat, Some("WEST"), (0, 50)).await),
        ["Workshop"]
    );
    assert_eq!(
        rooms(&places(&seat, Some("office 2"), (0, 50)).await),
        ["Office 2"]
    );
}

#[tokio::test]
async fn r_28_a_level_in_use_is_deleted_with_a_replacement_and_it_is_said_what_that_changes() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    let replacement = Some(LevelRef::Preset(Preset::Manager));
    let ask = LevelFormAsk {
        organisation: HERE,
        level: Some(DESK),
        copies: None,
        name: None,
        permissions: None,
        based_on: None,
        replacement,
    };
    let told = view::level_form(&seat.desk, &ask).await.unwrap();
    assert_eq!((told.deleting, told.changed), (None, 1));
    let permission = Permission::BookingsAll;
    assert!(
        told.people[0]
            .gains
            .contains(&AccessItem::May { permission })
    );
    let owner = |it: &&crate::contract::LevelReplacement| it.level == Preset::Owner.into();
    let owner = told.replacements.iter().find(owner);
    assert!(owner.is_none_or(|it| it.refusal.is_some()), "R-24");
    let level = DESK;
    let delete = Command::DeleteLevel(DeleteLevel { level, replacement });
    seat.desk.execute(HERE, delete).await.unwrap();
    let gone = view::level_form(&seat.desk, &ask).await;
    assert!(gone.is_err(), "it is no level any more");
}

async fn room(seat: &Seat) -> RoomView {
    let ask = RoomAsk {
        organisation: HERE,
        room: OFFICE,
    };
    view::room(&seat.desk, &ask).await.unwrap()
}

#[tokio::test]
async fn r_29_removing_a_room_says_from_whom_it_is_taken_before_it_is() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    let named = Grant {
        rooms: [OFFICE].into(),
        ..Grant::of(Preset::Staff)
    };
    let whole = Grant {
        room_sites: [EAST].into(),
        ..Grant::of(Preset::Staff)
    };
    let records = vec![
        approved(KADRI, "Kadri Tamm", named),
        approved(PIRET, "Piret Mägi", whole),
    ];
    pull(&seat.desk, &page(7, records), false).await;
    let told = room(&seat).await;
    let (members, invited) = (told.members, told.invited);
    assert_eq!((members, invited), (Some(1), Some(0)), "by its name only");
    assert_eq!(told.named[0].name, Some(name("Kadri Tamm")));
    assert_eq!((told.removing, told.changing), (None, None));
    assert!(
        told.sites
            .iter()
            .any(|it| it.id == WEST && it.refusal.is_none())
    );
    let remove = Command::RemoveRoom(RemoveRoom { room: OFFICE });
    seat.desk.execute(HERE, remove).await.unwrap();
    let ask = RoomAsk {
        organisation: HERE,
        room: OFFICE,
    };
    assert!(view::room(&seat.desk, &ask).await.is_err(), "it is gone");
    assert_eq!(
        rooms(&places(&seat, None, (0, 50)).await),
        ["Office 2", "Workshop"]
    );
}

async fn why(seat: &Seat, permission: Permission, room: bool) -> WhyView {
    let ask = WhyAsk {
        organisation: HERE,
        membership: Some(MembershipId(Uuid::from_u128(KADRI))),
        person: None,
        permission,
        room: room.then_some(OFFICE),
    };
    view::why(&seat.desk, &ask).await.unwrap()
}

fn said(view: &WhyView) -> (bool, Vec<&str>) {
    let because = view.why.because.iter();
    (
        view.why.allowed,
        because.map(|it| it.rule.as_str()).collect(),
    )
}

#[tokio::test]
async fn why_says_of_anybody_where_a_permission_comes_from_and_what_takes_it_away() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    let has = why(&seat, Permission::BookingsOwn, false).await;
    assert_eq!(said(&has), (true, vec!["R-20"]), "the level");
    let lacks = why(&seat, Permission::Sales, false).await;
    assert_eq!(lacks.why.because[0].from, WhyFrom::NotGiven);
    let door = why(&seat, Permission::BookingsOwn, true).await;
    assert_eq!(said(&door), (false, vec!["R-20", "R-20"]), "not that room");
    let of = |person| WhyAsk {
        organisation: HERE,
        membership: None,
        person,
        permission: Permission::MembersManage,
        room: None,
    };
    let own = view::why(&seat.desk, &of(None)).await.unwrap();
    assert_eq!(said(&own), (true, vec!["R-20"]), "whoever sits here");
    let nobody = Some(PersonId(Uuid::from_u128(0x999)));
    let nobody = view::why(&seat.desk, &of(nobody)).await.unwrap();
    assert_eq!(
        said(&nobody),
        (false, vec!["R-1"]),
        "RULES 8: the same shape"
    );
    let membership = MembershipId(Uuid::from_u128(KADRI));
    let pause = Command::SuspendMember(SuspendMember { membership });
    seat.desk.execute(HERE, pause).await.unwrap();
    let paused = why(&seat, Permission::BookingsOwn, false).await;
    assert_eq!(said(&paused), (false, vec!["R-12", "R-20"]), "said first");
}

/// Somebody who is not sent the invitations cannot count those who have a level or a room: nothing is said of how many.
#[tokio::test]
async fn whose_access_changes_is_counted_where_all_of_them_are_known_and_nowhere_else_r_28_r_29() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    let mut narrow = business();
    narrow.view.kinds.remove(&RecordKind::Invitation);
    let level = Record::Level(Level {
        id: DESK,
        name: name("Desk"),
        permissions: PermissionSet::NONE,
        deleted: false,
    });
    let has = |it: Record| SentRecord {
        kind: it.kind(),
        record: it,
        revision: 5,
        signed: None,
    };
    let others = [
        level,
        house::site(EAST, "East"),
        house::room(0x70, EAST, "Office 1"),
    ];
    narrow.records.extend(others.map(has));
    pull(&seat.desk, &narrow, true).await;
    let told = self::level(&seat, None).await;
    assert_eq!((told.holders, told.deleting_certain), (None, false));
    let told = room(&seat).await;
    assert_eq!((told.members, told.invited), (None, None));
    assert!(!told.certain);
}
