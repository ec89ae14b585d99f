//! What the products it comes from ask of access, requirement by requirement: staff logins, spending rights, who invites.

use doorward_domain::{
    AccessLine, Grant, Permission, PermissionSet, Plan, Preset, StaffOption, Status, World, access,
};

use crate::casebook::*;

const SPENDING: [Permission; 4] = [
    Permission::SpendGoods,
    Permission::SpendBookings,
    Permission::SpendCoworking,
    Permission::SpendHotel,
];

fn with(level: Preset, extras: PermissionSet) -> Grant {
    Grant {
        extras,
        ..Grant::of(level)
    }
}

/// What somebody may do now.
fn may(book: &Casebook, who: Person) -> PermissionSet {
    let mut world = World::new(book.store.id);
    for held in book.store.records.values() {
        world.put(held.value.clone(), held.version, None);
    }
    let lines = access(&world, book.row(who.membership()), book.now);
    let in_force = lines.iter().filter(|it: &&AccessLine| it.in_force);
    in_force.map(|it| it.permission).collect()
}

#[test]
fn a_login_for_work_is_granted_in_plan_pro_only_res_1() {
    let staff = || Grant::of(Preset::Staff);
    let mut book = Casebook::staffed();
    let mut free = book.clone();
    free.organisation(|it| it.plan = Plan::Free);
    free.refuses(OLGA, invite(ANNA, staff()), "plan_required");
    book.does(OLGA, invite(ANNA, staff()));
}

/// RES-3.
#[test]
fn the_owner_decides_what_each_may_up_to_everything() {
    let mut book = Casebook::staffed();
    let version = book.version(ERIK.membership());
    let full = Grant::of(Preset::Administrator);
    book.does(OLGA, change_grant(ERIK.membership(), full, version));
    let everything =
        PermissionSet::all().without(PermissionSet::of(&[Permission::OrganisationDelete]));
    assert_eq!(may(&book, ERIK), everything);
    assert!(
        !may(&book, KADRI).has(Permission::MembersManage),
        "of others nothing changed"
    );
}

/// RES-9, RES-12.
#[test]
fn the_base_box_is_own_bookings_and_the_clients_come_with_their_notes() {
    let mut book = Casebook::staffed();
    let own = PermissionSet::of(&[Permission::BookingsOwn]).with(PermissionSet::EVERY_MEMBERS);
    assert_eq!(may(&book, ERIK), own);
    let version = book.version(ERIK.membership());
    let clients = StaffOption::ClientList.permissions();
    let grant = with(Preset::Staff, clients);
    book.does(OLGA, change_grant(ERIK.membership(), grant, version));
    let notes = PermissionSet::of(&[Permission::ClientsView, Permission::ClientsNote]);
    assert_eq!(may(&book, ERIK), own.with(notes));
}

/// OLV-39, OLV-40, OLV-41, OLV-42.
#[test]
fn each_spending_right_is_passed_on_by_itself_and_off_until_then() {
    for preset in [
        Preset::Member,
        Preset::Staff,
        Preset::Guest,
        Preset::Manager,
    ] {
        let spends = preset.permissions().iter().any(|it| SPENDING.contains(&it));
        assert!(!spends, "off by default: {preset:?}");
    }
    for passed in SPENDING {
        let mut book = Casebook::staffed();
        let row = ERIK.membership();
        let only = with(Preset::Member, PermissionSet::of(&[passed]));
        // A Manager holds none of them, so cannot pass one on.
        let version = book.version(row);
        book.refuses(KADRI, change_grant(row, only.clone(), version), "forbidden");
        book.refuses(KADRI, invite(ANNA, only.clone()), "forbidden");
        book.does(PIRET, change_grant(row, only, version));
        let spends: Vec<_> = SPENDING
            .into_iter()
            .filter(|it| may(&book, ERIK).has(*it))
            .collect();
        assert_eq!(spends, [passed], "that one and no other");
        assert!(may(&book, ERIK).has(Permission::Discounts), "OLV-38");
    }
}

#[test]
fn everybody_who_is_a_member_has_the_discounts_whatever_their_level_olv_38() {
    for preset in Preset::ALL {
        let mut book = Casebook::staffed();
        let version = book.version(ERIK.membership());
        if preset != Preset::Owner {
            let grant = Grant::of(preset);
            book.tries(OLGA, change_grant(ERIK.membership(), grant, version))
                .unwrap();
        }
        assert!(may(&book, ERIK).has(Permission::Discounts), "{preset:?}");
    }
}

#[test]
fn of_the_presets_owner_and_administrator_alone_invite_act_2() {
    for preset in Preset::ALL {
        let mut book = Casebook::staffed();
        book.employ(OSKAR, preset);
        let asked = invite(ANNA, Grant::of(Preset::Guest));
        if matches!(preset, Preset::Owner | Preset::Administrator) {
            book.does(OSKAR, asked);
        } else {
            book.refuses(OSKAR, asked, "forbidden");
        }
    }
}

#[test]
fn accepting_gives_exactly_what_the_invitation_names_act_4() {
    for preset in Preset::ALL {
        let mut book = Casebook::staffed();
        let grant = Grant::of(preset);
        book.does(OLGA, invite(ANNA, grant.clone()));
        book.does(ANNA, accept(NEW));
        assert_eq!(book.row(NEW).grant, Some(grant), "{preset:?}");
        assert_eq!(book.row(NEW).status, Status::Approved);
    }
}

#[test]
fn an_invitation_is_revoked_by_owner_and_administrator_until_it_is_accepted_act_5() {
    for revoker in [OLGA, PIRET] {
        let mut book = Casebook::staffed();
        book.does(OLGA, invite(ANNA, Grant::of(Preset::Staff)));
        book.refuses(KADRI, revoke(NEW), "forbidden");
        let mut accepted = book.clone();
        accepted.does(ANNA, accept(NEW));
        accepted.refuses(revoker, revoke(NEW), "wrong_status");
        book.does(revoker, revoke(NEW));
        book.refuses(ANNA, accept(NEW), "wrong_status");
    }
}
