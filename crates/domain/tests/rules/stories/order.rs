//! The order of refusals (RULES 6): with several reasons to say no, the first of the order is given.

use doorward_domain::{Grant, Permission, PermissionSet, Plan, Preset, SignIn, Version};

use crate::casebook::*;

#[test]
fn unknown_foreign_and_out_of_reach_are_the_same_answer_r_6() {
    let mut book = Casebook::staffed();
    let row = book.request(ANNA);
    book.refuses(STEFAN, approve(row, Preset::Owner), "not_found");
    book.refuses(STEFAN, approve(NEW, Preset::Owner), "not_found");
    book.refuses(KADRI, approve(NEW, Preset::Owner), "not_found");
    book.refuses(ERIK, approve(NEW, Preset::Owner), "forbidden");
}

#[test]
fn forbidden_comes_before_status_and_status_before_the_grant_r_6() {
    let mut book = Casebook::staffed();
    let row = book.request(ANNA);
    book.does(PIRET, decline(row));
    book.refuses(ERIK, approve(row, Preset::Owner), "forbidden");
    book.refuses(KADRI, approve(row, Preset::Owner), "wrong_status");
    book.does(PIRET, reopen(row));
    book.refuses(KADRI, approve(row, Preset::Owner), "above_giver");
    book.refuses(OLGA, approve(row, Preset::Owner), "needs_acceptance");
}

#[test]
fn external_sign_in_comes_after_forbidden_and_before_the_rest_r_33() {
    let mut book = Casebook::staffed();
    let row = book.invite(ANNA, Grant::of(Preset::Owner));
    book.organisation(|it| it.sign_in = SignIn::ExternalOnly);
    book.refuses(STEFAN, resend(row), "not_found");
    book.refuses(ERIK, resend(row), "forbidden");
    book.refuses(PIRET, resend(row), "external_sign_in");
    book.refuses(OLGA, accept(row), "address_mismatch");
}

#[test]
fn status_then_version_then_target_then_grant_then_uniqueness_then_owners_r_6() {
    let mut book = Casebook::staffed();
    book.employ_at(
        IVO,
        PermissionSet::of(&[Permission::MembersManage, Permission::AccessGrant]),
    );
    let old = Version::Revision(0);
    let row = KADRI.membership();
    let more = Grant::of(Preset::Administrator);
    book.refuses(IVO, renew(row, more.clone(), old), "wrong_status");
    let same = Grant::of(Preset::Manager);
    assert_eq!(
        book.tries(IVO, change_grant(row, same, old)),
        Ok(Vec::new())
    );
    book.refuses(
        IVO,
        change_grant(row, more.clone(), old),
        "changed_meanwhile",
    );
    let now = book.version(row);
    book.refuses(IVO, change_grant(row, more.clone(), now), "target_above");
    let marta = MARTA.membership();
    book.refuses(IVO, change_grant(marta, more, now), "above_giver");
}

#[test]
fn within_a_grant_permissions_then_rooms_then_dates_then_the_plan_r_20() {
    let mut book = Casebook::staffed();
    let (room, _) = book.room(1, 1);
    let permissions = [Permission::InvitationsManage, Permission::Sales];
    book.employ_at(IVO, PermissionSet::of(&permissions));
    let mut grant = Grant {
        extras: PermissionSet::of(&[Permission::ClientsView]),
        rooms: [room].into(),
        ends_at: Some(book.now),
        ..Grant::of(Preset::Member)
    };
    book.refuses(IVO, invite(ERIK, grant.clone()), "above_giver");
    grant.extras = PermissionSet::of(&[Permission::Sales]);
    book.refuses(IVO, invite(ERIK, grant.clone()), "room_not_held");
    grant.rooms.clear();
    book.refuses(IVO, invite(ERIK, grant.clone()), "dates");
    grant.ends_at = None;
    book.refuses(IVO, invite(ERIK, grant.clone()), "already_member");
    book.organisation(|it| it.plan = Plan::Free);
    book.refuses(OLGA, invite(ERIK, grant), "plan_required");
}

#[test]
fn a_level_in_use_comes_after_what_its_holders_have_r_28() {
    let mut book = Casebook::staffed();
    let level = book.employ_at(ANNA, PermissionSet::of(&[Permission::Chat]));
    book.regrant(ANNA, |grant| {
        grant.extras = PermissionSet::of(&[Permission::Sales]);
    });
    book.employ_at(
        IVO,
        PermissionSet::of(&[Permission::LevelsManage, Permission::Chat]),
    );
    let delete = doorward_domain::DeleteLevel {
        level,
        replacement: None,
    };
    book.refuses(IVO, delete.clone(), "target_above");
    book.refuses(OLGA, delete, "level_in_use");
}
