//! Making, moving and removing rooms and sites (R-29, R-36, RULES 6).

use doorward_domain::{
    ChangeRoom, ChangeSite, Event, Grant, MakeRoom, MakeSite, Name, Permission, PermissionSet,
    Preset, Record, RecordKey, RemoveRoom, RemoveSite, RoomId, Shelf, SiteId, Version,
};
use uuid::Uuid;

use crate::casebook::*;

const ROOM: RoomId = RoomId(Uuid::from_u128(0x5_1111));
const SITE: SiteId = SiteId(Uuid::from_u128(0x6_1111));

fn name(text: &str) -> Name {
    text.to_owned().try_into().unwrap()
}

fn make(room: RoomId, site: SiteId) -> MakeRoom {
    let name = name("Office 224");
    MakeRoom { room, site, name }
}

fn move_to(book: &Casebook, room: RoomId, site: SiteId) -> ChangeRoom {
    let key = RecordKey {
        shelf: Shelf::Room,
        id: room.0,
    };
    ChangeRoom {
        room,
        site,
        name: name("Office 224"),
        based_on: book.store.records[&key].version,
    }
}

fn in_site(sites: &[SiteId]) -> Grant {
    Grant {
        room_sites: sites.iter().copied().collect(),
        ..Grant::of(Preset::Member)
    }
}

fn is_removed(book: &Casebook, shelf: Shelf, id: Uuid) -> bool {
    let record = &book.store.records[&RecordKey { shelf, id }].value;
    let room = matches!(record, Record::Room(it) if it.removed);
    room || matches!(record, Record::Site(it) if it.removed)
}

#[test]
fn a_new_room_is_given_to_nobody_but_owners_and_administrators_r_29() {
    let mut book = Casebook::staffed();
    let (first, site) = book.room(1, 1);
    book.employ_with(ANNA, in_site(&[site]));
    let invited = book.invite(STEFAN, in_site(&[site]));
    book.does(OLGA, make(ROOM, site));
    for row in [ANNA.membership(), invited] {
        let grant = book.row(row).grant.clone().unwrap();
        assert_eq!(grant.rooms, [first].into(), "the rooms there were");
        assert!(
            grant.room_sites.is_empty(),
            "the whole site would open the new one"
        );
    }
    let given = Grant {
        rooms: [ROOM].into(),
        ..Grant::of(Preset::Member)
    };
    book.does(PIRET, invite(TOMAS, given));
}

#[test]
fn rooms_are_made_by_who_manages_rooms_in_a_site_that_is_there_r_29() {
    let mut book = Casebook::staffed();
    let (room, site) = book.room(1, 1);
    book.refuses(KADRI, make(ROOM, site), "forbidden");
    book.refuses(STEFAN, make(ROOM, site), "not_found");
    book.refuses(OLGA, make(ROOM, SITE), "invalid");
    book.refuses(OLGA, make(room, site), "invalid");
    book.employ_at(IVO, PermissionSet::of(&[Permission::RoomsManage]));
    book.does(IVO, make(ROOM, site));
}

#[test]
fn moving_a_room_changes_nobodys_rooms_r_20() {
    let mut book = Casebook::staffed();
    let ((first, here), (second, there)) = (book.room(1, 1), book.room(2, 2));
    book.employ_with(ANNA, in_site(&[here]));
    book.employ_with(IVO, in_site(&[there]));
    let moved = move_to(&book, first, there);
    book.does(OLGA, moved);
    let rooms = |who: Person| book.row(who.membership()).grant.clone().unwrap().rooms;
    assert_eq!(rooms(ANNA), [first].into());
    assert_eq!(rooms(IVO), [second].into());
}

#[test]
fn a_room_moves_only_on_the_version_seen_and_to_a_site_that_is_there_r_6() {
    let mut book = Casebook::staffed();
    let (room, site) = book.room(1, 1);
    let same = ChangeRoom {
        name: name("Room"),
        ..move_to(&book, room, site)
    };
    assert!(book.does(OLGA, same).is_empty(), "nothing to change");
    let astray = move_to(&book, room, SITE);
    book.refuses(OLGA, astray, "invalid");
    let seen = move_to(&book, room, site);
    let stale = ChangeRoom {
        based_on: Version::Revision(0),
        ..seen.clone()
    };
    book.refuses(OLGA, stale, "changed_meanwhile");
    book.does(OLGA, seen);
}

#[test]
fn removing_a_room_takes_it_out_of_every_grant_and_open_invitation_r_29() {
    let mut book = Casebook::staffed();
    let (room, site) = book.room(1, 1);
    let (other, _) = book.room(2, 1);
    let holds = || Grant {
        rooms: [room, other].into(),
        ..Grant::of(Preset::Staff)
    };
    book.employ_with(ANNA, holds());
    book.change(ANNA.membership(), |it| it.suspended = true);
    let invited = book.invite(STEFAN, holds());
    let giver = book.row(invited).invitation.clone();
    let events = book.does(OLGA, RemoveRoom { room });
    let told = |event: &Event| matches!(event, Event::GrantChanged { membership, .. } if *membership == ANNA.membership());
    assert_eq!(events.iter().filter(|it| told(it)).count(), 1);
    for row in [ANNA.membership(), invited] {
        let grant = book.row(row).grant.clone().unwrap();
        assert_eq!(grant.rooms, [other].into());
    }
    assert_eq!(
        book.row(invited).invitation,
        giver,
        "who invited still answers for it"
    );
    assert!(is_removed(&book, Shelf::Room, room.0));
    assert!(book.does(OLGA, RemoveRoom { room }).is_empty());
    book.refuses(OLGA, make(room, site), "invalid");
}

#[test]
fn a_site_goes_only_when_it_is_empty_and_not_the_last() {
    let mut book = Casebook::staffed();
    let (room, site) = book.room(1, 1);
    book.refuses(OLGA, RemoveSite { site }, "site_in_use");
    book.does(OLGA, RemoveRoom { room });
    book.refuses(OLGA, RemoveSite { site }, "site_in_use");
    let name = name("House 4");
    book.does(OLGA, MakeSite { site: SITE, name });
    book.does(OLGA, RemoveSite { site });
    assert!(is_removed(&book, Shelf::Site, site.0));
    book.refuses(OLGA, make(ROOM, site), "invalid");
}

#[test]
fn a_limit_to_sites_never_becomes_no_limit_when_its_site_goes_r_36() {
    let mut book = Casebook::staffed();
    let ((first, here), (_, there)) = (book.room(1, 1), book.room(2, 2));
    book.regrant(PIRET, |grant| grant.limited_to = [here].into());
    book.regrant(KADRI, |grant| grant.limited_to = [here, there].into());
    book.does(OLGA, RemoveRoom { room: first });
    book.does(OLGA, RemoveSite { site: here });
    let limit = |who: Person| book.row(who.membership()).grant.clone().unwrap().limited_to;
    assert_eq!(limit(PIRET), [here].into());
    assert_eq!(limit(KADRI), [there].into());
}

#[test]
fn limited_administrators_make_and_change_only_within_their_sites_r_36() {
    let mut book = Casebook::staffed();
    let ((first, here), (second, there)) = (book.room(1, 1), book.room(2, 2));
    book.regrant(PIRET, |grant| grant.limited_to = [here].into());
    let code = "room_not_held";
    book.refuses(PIRET, make(ROOM, there), code);
    book.refuses(PIRET, move_to(&book, first, there), code);
    book.refuses(PIRET, RemoveRoom { room: second }, code);
    book.refuses(PIRET, RemoveSite { site: there }, code);
    let (based_on, name) = (Version::Revision(1), name("House 4"));
    let rename = ChangeSite {
        site: there,
        name: name.clone(),
        based_on,
    };
    book.refuses(PIRET, rename, code);
    book.refuses(PIRET, MakeSite { site: SITE, name }, code);
    book.does(PIRET, make(ROOM, here));
}
