//! Who sees what.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a table: whatever it does not name falls into its last row"
)]

use std::collections::BTreeSet;

use doorward_domain::{
    Grant, Moment, Permission, PermissionSet, Preset, RecordKind, RoomId, SiteId, Standing, Window,
};

use crate::casebook::*;

fn seen(book: &Casebook, who: Person) -> Option<BTreeSet<RecordKind>> {
    match book.store.view(&book.actor(who), book.now) {
        Window::Open(view) => Some(view.kinds),
        Window::Closed | Window::Asks(_) => None,
    }
}

#[test]
fn each_permission_opens_its_kinds_and_no_other_r_1() {
    use RecordKind as K;
    let everybody = [K::Organisation, K::Level, K::Room, K::Site];
    for permission in Permission::ALL.iter().copied() {
        let mut book = Casebook::new();
        book.employ_at(IVO, PermissionSet::of(&[permission]));
        let more: &[RecordKind] = match permission {
            Permission::MembersView => &[K::Staff, K::Member],
            Permission::MembersManage => {
                &[K::Staff, K::Member, K::MemberContact, K::MemberActivity]
            }
            Permission::RequestsDecide => &[K::Staff, K::Member, K::Request, K::MemberContact],
            Permission::InvitationsManage => &[
                K::Invitation,
                K::Link,
                K::Delivery,
                K::MemberContact,
                K::Settings,
            ],
            Permission::SettingsManage => &[K::Settings],
            _ => &[],
        };
        let wanted = everybody.iter().chain(more).copied().collect();
        assert_eq!(seen(&book, IVO), Some(wanted), "{permission:?}");
    }
}

/// BEL-8: beside who sees members nobody is sent another's membership, and everybody their own.
#[test]
fn a_membership_is_seen_by_its_person_and_those_in_charge_alone_bel_8() {
    for preset in Preset::ALL {
        let mut book = Casebook::staffed();
        book.employ(OSKAR, preset);
        let Window::Open(view) = book.store.view(&book.actor(OSKAR), book.now) else {
            panic!("{preset:?} is a member");
        };
        assert_eq!(view.own, Some(OSKAR.membership()), "{preset:?}");
        let in_charge = preset.permissions().has(Permission::MembersView);
        let others = view.kinds.contains(&RecordKind::Member);
        assert_eq!(others, in_charge, "{preset:?}");
    }
}

#[test]
fn an_owner_sees_every_kind_r_1() {
    let book = Casebook::new();
    assert_eq!(
        seen(&book, OLGA),
        Some(RecordKind::ALL.into_iter().collect())
    );
}

#[test]
fn who_only_asks_is_invited_or_was_a_member_sees_nothing_r_1() {
    let mut book = Casebook::staffed();
    book.request(ANNA);
    book.invite(STEFAN, Grant::of(Preset::Staff));
    book.does(ERIK, end(ERIK.membership()));
    for who in [ANNA, STEFAN, ERIK, TOMAS] {
        assert_eq!(seen(&book, who), None, "{who:?}");
    }
    for standing in [Standing::Deactivated, Standing::Deleted] {
        book.organisation(|it| it.standing = standing);
        assert_eq!(seen(&book, OLGA), None, "{standing:?}");
    }
}

#[test]
fn a_handler_of_the_managing_organisation_sees_requests_and_whom_to_let_in_r_41() {
    let mut book = without_deciders(Preset::Manager);
    let kinds = [
        RecordKind::Organisation,
        RecordKind::Level,
        RecordKind::Request,
        RecordKind::MemberContact,
    ];
    assert_eq!(seen(&book, TOMAS), Some(kinds.into_iter().collect()));
    book.employ(TOMAS, Preset::Guest);
    let both = seen(&book, TOMAS).unwrap();
    assert!(both.contains(&RecordKind::Request) && both.contains(&RecordKind::Room));
    book.managed(Preset::Staff);
    book.change(TOMAS.membership(), |row| row.suspended = true);
    assert_eq!(
        seen(&book, TOMAS),
        Some(BTreeSet::new()),
        "only their own row"
    );
}

/// A request stands on the lists of those who may decide it, and on no other: while somebody of the community does, the
/// managing organisation sees what has escalated (OLV-3, OLV-4).
#[test]
fn a_handler_sees_what_has_escalated_while_somebody_here_decides_r_41() {
    let mut book = Casebook::staffed();
    book.managed(Preset::Manager);
    let first = book.request(ANNA);
    let since = book.row(first).waits_since();
    assert_eq!(until(&book), Reach::None, "it is decided here");
    book.now = since.plus_days(1);
    let second = book.request(STEFAN);
    book.now = since.plus_days(5).plus_millis(-1);
    assert_eq!(until(&book), Reach::None);
    book.now = since.plus_days(5);
    assert_eq!(until(&book), Reach::Until(since), "the first has escalated");
    book.now = since.plus_days(6);
    let both = book.row(second).waits_since();
    assert_eq!(until(&book), Reach::Until(both));
    book.does(KADRI, decline(second));
    assert_eq!(until(&book), Reach::Until(since));
    for person in [OLGA, PIRET, KADRI] {
        book.change(person.membership(), |row| row.suspended = true);
    }
    assert_eq!(until(&book), Reach::All);
}

/// Which requests somebody of the managing organisation sees.
#[derive(Debug, PartialEq, Eq)]
enum Reach {
    None,
    Until(Moment),
    All,
}

fn until(book: &Casebook) -> Reach {
    match book.store.view(&book.actor(TOMAS), book.now) {
        Window::Open(view) => view.routed_until.map_or(Reach::All, Reach::Until),
        Window::Closed | Window::Asks(_) => Reach::None,
    }
}

#[test]
fn whoever_is_sent_all_requests_of_a_community_stands_in_for_its_deciders_r_41() {
    let stands_in = |book: &Casebook| match book.store.view(&book.actor(TOMAS), book.now) {
        Window::Open(view) => Some(view.stands_in()),
        Window::Closed | Window::Asks(_) => None,
    };
    let mut book = without_deciders(Preset::Manager);
    let row = book.request(ANNA);
    assert_eq!(stands_in(&book), Some(true));
    book.change(KADRI.membership(), |row| row.suspended = false);
    assert_eq!(stands_in(&book), None, "somebody there decides again");
    book.now = book.row(row).waits_since().plus_days(5);
    assert_eq!(stands_in(&book), Some(false), "both may decide it now");
    let own = book.store.view(&book.actor(KADRI), book.now);
    assert!(matches!(own, Window::Open(view) if !view.stands_in()));
}

#[test]
fn an_owner_who_acts_alone_stands_in_for_the_deciders_of_a_community_r_40() {
    let stands_in = |book: &Casebook| match book.store.view(&book.actor(TOMAS), book.now) {
        Window::Open(view) => Some(view.stands_in()),
        Window::Closed | Window::Asks(_) => None,
    };
    let mut book = without_deciders(Preset::Owner);
    assert_eq!(stands_in(&book), Some(true));
    book.change(KADRI.membership(), |row| row.suspended = false);
    assert_eq!(stands_in(&book), Some(false), "somebody there decides");
    book.change(KADRI.membership(), |row| row.suspended = true);
    book.change(OLGA.membership(), |row| row.suspended = false);
    assert_ne!(stands_in(&book), Some(true), "an Owner of their own again");
}

/// A community whose members cannot decide, managed by an organisation where Tomas has this level.
fn without_deciders(tomas: Preset) -> Casebook {
    let mut book = Casebook::staffed();
    book.managed(tomas);
    for person in [OLGA, PIRET, KADRI] {
        book.change(person.membership(), |row| row.suspended = true);
    }
    book
}

#[test]
fn a_handler_who_may_give_rooms_sees_them_r_42() {
    for (preset, rooms) in [
        (Preset::Owner, true),
        (Preset::Administrator, true),
        (Preset::Manager, false),
    ] {
        let mut book = Casebook::staffed();
        book.managed(preset);
        let row = book.request(ANNA);
        book.now = book.row(row).waits_since().plus_days(5);
        let kinds = seen(&book, TOMAS).unwrap();
        for kind in [RecordKind::Room, RecordKind::Site] {
            assert_eq!(kinds.contains(&kind), rooms, "{kind:?} for {preset:?}");
        }
        assert!(!kinds.contains(&RecordKind::Member), "{preset:?}");
    }
}

#[test]
fn a_membership_is_sent_under_the_kind_of_its_status_r_13() {
    let mut book = Casebook::staffed();
    let row = book.request(ANNA);
    assert_eq!(book.row(row).kind(), RecordKind::Request);
    book.does(KADRI, decline(row));
    assert_eq!(book.row(row).kind(), RecordKind::Request);
    book.does(OLGA, invite(ANNA, Grant::of(Preset::Staff)));
    assert_eq!(book.row(NEW).kind(), RecordKind::Invitation);
    book.does(ANNA, accept(NEW));
    assert_eq!(book.row(NEW).kind(), RecordKind::Member);
    book.does(ANNA, end(NEW));
    assert_eq!(book.row(NEW).kind(), RecordKind::Member);
}

#[test]
fn a_limited_administrator_sees_what_belongs_to_their_sites_r_36() {
    let mut book = Casebook::staffed();
    let ((here, site), (there, other)) = (book.room(1, 1), book.room(2, 2));
    book.regrant(PIRET, |grant| grant.limited_to = [site].into());
    let Window::Open(view) = book.store.view(&PIRET.actor(), book.now) else {
        panic!("an administrator sees something");
    };
    assert_eq!(view.limited_rooms, [here].into());
    let grant = |rooms: &[RoomId], sites: &[SiteId]| Grant {
        rooms: rooms.iter().copied().collect(),
        room_sites: sites.iter().copied().collect(),
        ..Grant::of(Preset::Staff)
    };
    for (seen, grant) in [
        (true, grant(&[], &[])),
        (true, grant(&[here], &[])),
        (true, grant(&[here, there], &[])),
        (true, grant(&[], &[site])),
        (false, grant(&[there], &[])),
        (false, grant(&[], &[other])),
        (true, Grant::of(Preset::Owner)),
    ] {
        assert_eq!(view.covers(Some(&grant)), seen, "{grant:?}");
    }
    assert!(view.covers(None), "a request names no room yet");
}
