//! Nobody gives more than they hold, nobody changes who holds more, own grants go down.

use doorward_domain::{Command, Grant, Permission, PermissionSet, Preset};

use crate::casebook::*;

fn with(permissions: &[Permission]) -> Grant {
    Grant {
        extras: PermissionSet::of(permissions),
        ..Grant::of(Preset::Member)
    }
}

/// Every path on which somebody gives a grant to Anna, for Ivo who may do everything but lacks a permission.
fn paths(grant: &Grant) -> Vec<(Casebook, Command)> {
    let mut book = Casebook::staffed();
    let lacks = PermissionSet::of(&[
        Permission::Sales,
        Permission::BillingView,
        Permission::BillingPay,
        Permission::OrganisationDelete,
    ]);
    book.employ_at(IVO, PermissionSet::all().without(lacks));
    let (mut asked, mut sent, mut held, mut ended) =
        (book.clone(), book.clone(), book.clone(), book.clone());
    let row = asked.request(ANNA);
    sent.invite(ANNA, Grant::of(Preset::Member));
    held.employ(ANNA, Preset::Member);
    ended.employ(ANNA, Preset::Member);
    ended.does(OLGA, end(row));
    let version = |book: &Casebook| book.version(row);
    let anew = doorward_domain::ResendInvitation {
        membership: row,
        grant: Some(grant.clone()),
    };
    vec![
        (book, invite(ANNA, grant.clone())),
        (asked.clone(), invite(ANNA, grant.clone())),
        (asked.clone(), add(ANNA, grant.clone())),
        (asked, approve_with(row, grant.clone())),
        (sent.clone(), anew.into()),
        (
            sent.clone(),
            change_invitation(row, grant.clone(), version(&sent)),
        ),
        (
            held.clone(),
            change_grant(row, grant.clone(), version(&held)),
        ),
        (ended.clone(), renew(row, grant.clone(), version(&ended))),
        (ended.clone(), add(ANNA, grant.clone())),
    ]
}

#[test]
fn nobody_gives_more_than_they_hold_on_any_path_r_20() {
    for permission in [Permission::Sales, Permission::BillingPay] {
        for (book, command) in paths(&with(&[permission])) {
            book.refuses(IVO, command, "above_giver");
        }
    }
    for (mut book, command) in paths(&with(&[Permission::ClientsNote])) {
        book.does(IVO, command);
    }
}

#[test]
fn no_path_gives_an_end_in_the_past_or_before_its_start_r_30() {
    let now = Casebook::staffed().now;
    for (starts_at, ends_at) in [
        (None, now.plus_millis(-1)),
        (Some(now.plus_days(2)), now.plus_days(1)),
    ] {
        let grant = Grant {
            starts_at,
            ends_at: Some(ends_at),
            ..Grant::of(Preset::Member)
        };
        for (book, command) in paths(&grant) {
            book.refuses(IVO, command, "dates");
        }
    }
}

#[test]
fn nobody_gives_what_only_the_preset_owner_has_r_23() {
    for (book, command) in paths(&with(&[Permission::OrganisationDelete])) {
        book.refuses(OLGA, command.clone(), "above_giver");
        book.refuses(IVO, command, "above_giver");
    }
}

#[test]
fn anybody_may_give_discounts_r_2() {
    let mut book = Casebook::staffed();
    book.employ_at(IVO, PermissionSet::of(&[Permission::InvitationsManage]));
    book.does(IVO, invite(ANNA, Grant::of(Preset::Member)));
}

#[test]
fn a_suspended_giver_gives_nothing_and_a_suspended_target_counts_in_full_r_21() {
    let mut book = Casebook::staffed();
    book.employ_at(IVO, PermissionSet::of(&[Permission::MembersManage]));
    for person in [PIRET, KADRI, ERIK] {
        let mut book = book.clone();
        let row = person.membership();
        let (past, later) = (book.now, book.day(1));
        for case in 0..3 {
            match case {
                0 => book.does(OLGA, suspend(row)),
                1 => {
                    book.regrant(person, |grant| grant.ends_at = Some(past));
                    Vec::new()
                }
                _ => {
                    book.regrant(person, |grant| {
                        grant.ends_at = None;
                        grant.starts_at = Some(later);
                    });
                    Vec::new()
                }
            };
            book.refuses(IVO, end(row), "target_above");
        }
    }
    book.does(IVO, end(MARTA.membership()));
}

#[test]
fn one_permission_beyond_is_enough_and_an_owner_always_can_r_21() {
    let mut book = Casebook::staffed();
    book.employ_at(IVO, PermissionSet::of(&[Permission::MembersManage]));
    book.regrant(MARTA, |grant| {
        grant.extras = PermissionSet::of(&[Permission::SpendHotel]);
    });
    book.refuses(IVO, suspend(MARTA.membership()), "target_above");
    book.refuses(PIRET, suspend(OLGA.membership()), "target_above");
    book.employ(OSKAR, Preset::Owner);
    book.does(OSKAR, suspend(OLGA.membership()));
}

#[test]
fn ones_own_grant_goes_down_never_up_and_keeps_its_dates_r_22() {
    let book = Casebook::staffed();
    let row = PIRET.membership();
    let try_it = |grant: Grant, code: &str| {
        let mut book = book.clone();
        let command = change_grant(row, grant, book.version(row));
        if code == "done" {
            book.does(PIRET, command);
        } else {
            book.refuses(PIRET, command, code);
        }
    };
    try_it(Grant::of(Preset::Manager), "done");
    try_it(Grant::of(Preset::Owner), "self");
    let ends_at = Some(book.day(3));
    try_it(
        Grant {
            ends_at,
            ..Grant::of(Preset::Manager)
        },
        "self",
    );
    let unknown = doorward_domain::LevelId(uuid::Uuid::from_u128(7));
    try_it(
        Grant::of(doorward_domain::LevelRef::Own(unknown)),
        "invalid",
    );
}

#[test]
fn an_owner_keeps_no_owners_permission_as_an_extra_when_stepping_down_r_23() {
    let mut book = Casebook::staffed();
    book.employ(OSKAR, Preset::Owner);
    let row = OLGA.membership();
    let grant = Grant {
        extras: PermissionSet::of(&[Permission::OrganisationDelete]),
        ..Grant::of(Preset::Administrator)
    };
    book.refuses(
        OLGA,
        change_grant(row, grant, book.version(row)),
        "above_giver",
    );
    let down = Grant::of(Preset::Administrator);
    book.does(OLGA, change_grant(row, down, book.version(row)));
}

#[test]
fn a_giver_with_an_end_gives_administration_only_until_then_r_26() {
    let mut book = Casebook::staffed();
    let end = book.day(10);
    book.regrant(PIRET, |grant| grant.ends_at = Some(end));
    let manager = |ends_at| Grant {
        ends_at,
        ..Grant::of(Preset::Manager)
    };
    book.refuses(PIRET, invite(ANNA, manager(None)), "dates");
    let after = Some(end.plus_millis(1));
    book.refuses(PIRET, invite(ANNA, manager(after)), "dates");
    book.clone().does(PIRET, invite(ANNA, manager(Some(end))));
    book.does(PIRET, invite(ANNA, Grant::of(Preset::Staff)));
}

#[test]
fn an_owner_with_an_end_does_not_hand_over_ownership_r_26() {
    let mut book = Casebook::staffed();
    let end = book.day(10);
    book.employ_with(
        OSKAR,
        Grant {
            ends_at: Some(end),
            ..Grant::of(Preset::Owner)
        },
    );
    let owner = |ends_at| Grant {
        ends_at,
        ..Grant::of(Preset::Owner)
    };
    book.refuses(OSKAR, invite(ANNA, owner(None)), "dates");
    book.refuses(OSKAR, invite(ANNA, owner(Some(end))), "dates");
    book.does(OLGA, invite(ANNA, owner(None)));
}
