//! The editor of access (`UI_SPEC` 7.3, RES-8 to RES-15, RES-21, OLV-39 to OLV-42, R-20, R-23, R-30).

use doorward_domain::{
    AccessFrom, AccessItem, ApproveRequest, Command, Equals, Grant, MembershipId, Permission,
    PermissionSet, Preset, Refusal, StaffOption, Version,
};
use uuid::Uuid;

use super::cast::{HERE, START, Seat, page, pull};
use super::house::{ANNA, EAST, KADRI, PIRET, STEFAN, approved, desk};
use crate::contract::{AccessAct, AccessFormAsk, AccessFormView, AnotherLevelAsk, PermissionBox};
use crate::view;

fn about(ids: &[u128], grant: Option<Grant>) -> AccessFormAsk {
    let ids = ids.iter();
    AccessFormAsk {
        organisation: HERE,
        memberships: ids.map(|id| MembershipId(Uuid::from_u128(*id))).collect(),
        grant,
        based_on: None,
    }
}

async fn form(seat: &Seat, ids: &[u128], grant: Option<Grant>) -> AccessFormView {
    view::access_form(&seat.desk, &about(ids, grant))
        .await
        .unwrap()
}

/// RES-10.
#[tokio::test]
async fn res_8_to_14_options_are_shown_once_the_base_box_is_ticked_and_stand_alone() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    let begins = form(&seat, &[KADRI], None).await;
    assert_eq!(begins.act, AccessAct::Change);
    assert!(begins.staff.is_on, "RES-8: Staff is the base box");
    assert!(begins.unchanged, "RES-15: nothing was changed by looking");
    assert_eq!(begins.staff.options.len(), 3);
    assert!(
        begins
            .staff
            .options
            .iter()
            .all(|it| !it.is_on && it.refusal.is_none())
    );
    let ticked = Grant {
        extras: begins.staff.options[2].extras,
        ..begins.grant.clone()
    };
    let after = form(&seat, &[KADRI], Some(ticked)).await;
    assert_eq!(after.staff.options[2].option, StaffOption::Business);
    assert!(
        after.staff.options[2].is_on && !after.staff.options[1].is_on,
        "RES-14"
    );
    assert_eq!(after.preview.equals, Some(Equals::Business), "RES-13 warns");
    assert!(after.preview.newly_equals && !after.preview.gains.is_empty());
    let off = Grant {
        level: after.staff.level,
        extras: after.staff.extras,
        ..after.grant.clone()
    };
    let off = form(&seat, &[KADRI], Some(off)).await;
    assert_eq!(off.grant, Grant::of(Preset::Member), "RES-21");
    assert!(off.staff.options.is_empty(), "RES-10");
    assert!(!off.preview.loses.is_empty());
}

#[tokio::test]
async fn res_15_a_request_begins_at_what_is_proposed_and_is_approved_by_the_draft() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    let begins = form(&seat, &[ANNA], None).await;
    assert_eq!(begins.act, AccessAct::Approve);
    assert_eq!(begins.before, None);
    assert_eq!(begins.grant, Grant::of(Preset::Member));
    let draft = Grant {
        room_sites: [EAST].into(),
        ..begins.grant
    };
    let told = form(&seat, &[ANNA], Some(draft.clone())).await;
    assert_eq!(told.refusal, None);
    let rooms = told.preview.gains.len() - 1;
    assert_eq!(
        rooms, 2,
        "the discounts, and the two rooms of the site: {:?}",
        told.preview
    );
    let approve = ApproveRequest {
        membership: MembershipId(Uuid::from_u128(ANNA)),
        grant: draft,
    };
    let command = Command::ApproveRequest(approve);
    seat.desk.execute(HERE, command).await.unwrap();
    assert_eq!(
        form(&seat, &[ANNA], None).await.act,
        AccessAct::Change,
        "a member by now"
    );
}

#[tokio::test]
async fn a_draft_says_which_rule_speaks_against_it_and_a_newer_version_is_noticed() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    let past = Grant {
        ends_at: Some(START.plus_millis(-1)),
        ..Grant::of(Preset::Staff)
    };
    assert_eq!(
        form(&seat, &[KADRI], Some(past)).await.refusal,
        Some(Refusal::Dates),
        "R-30"
    );
    let ask = AccessFormAsk {
        based_on: Some(Version::Revision(3)),
        ..about(&[KADRI], Some(Grant::of(Preset::Manager)))
    };
    let stale = view::access_form(&seat.desk, &ask).await.unwrap();
    assert!(
        matches!(stale.refusal, Some(Refusal::ChangedMeanwhile { .. })),
        "{:?}",
        stale.refusal
    );
    let deletes = |it: &PermissionBox| it.permission == Permission::OrganisationDelete;
    assert!(!stale.extras.iter().any(deletes), "R-23");
}

#[tokio::test]
async fn olv_39_to_42_spending_for_the_community_is_given_right_by_right_and_off_until_then() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    let begins = form(&seat, &[ANNA], None).await;
    let spending = PermissionSet::of(&[
        Permission::SpendGoods,
        Permission::SpendBookings,
        Permission::SpendCoworking,
        Permission::SpendHotel,
    ]);
    let boxes = begins.extras.iter();
    let boxes: Vec<_> = boxes.filter(|it| spending.has(it.permission)).collect();
    assert_eq!(boxes.len(), 4);
    assert!(
        boxes
            .iter()
            .all(|it| it.from.is_none() && it.refusal.is_none()),
        "OLV-42: off by default"
    );
    for one in boxes {
        let draft = Grant {
            extras: one.to,
            ..begins.grant.clone()
        };
        let told = form(&seat, &[ANNA], Some(draft)).await;
        let permission = one.permission;
        let gained = |it: &AccessItem| *it == AccessItem::May { permission };
        assert!(told.preview.gains.iter().any(gained), "{permission:?}");
        let others = told.extras.iter().filter(|it| spending.has(it.permission));
        let given = others.filter(|it| it.from == Some(AccessFrom::Extra));
        assert_eq!(given.count(), 1, "{permission:?} brings no other along");
    }
}

#[tokio::test]
async fn several_people_get_the_same_and_it_is_said_who_cannot() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    let staff = Grant::of(Preset::Staff);
    let both = form(&seat, &[ANNA, STEFAN], Some(staff.clone())).await;
    assert_eq!((both.act, both.refusal), (AccessAct::Approve, None));
    assert!(both.subjects.iter().all(|it| it.refusal.is_none()));
    assert!(both.shares.iter().all(|it| it.gains && it.people == 2));
    let olga = form(
        &seat,
        &[KADRI, PIRET, 0x10],
        Some(Grant::of(Preset::Manager)),
    )
    .await;
    assert_eq!((olga.act, olga.refusal), (AccessAct::Change, None));
    let refused: Vec<_> = olga
        .subjects
        .iter()
        .map(|it| it.refusal.is_some())
        .collect();
    assert_eq!(refused, [false, false, true], "the last Owner stays one");
    let same = form(&seat, &[KADRI, PIRET], Some(staff)).await;
    let unchanged: Vec<_> = same.subjects.iter().map(|it| it.unchanged).collect();
    assert_eq!(unchanged, [true, false], "Kadri has it already");
    assert!(!same.unchanged);
}

#[tokio::test]
async fn another_level_for_many_says_of_each_what_they_gain_and_lose_and_who_cannot_have_it() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    let sales = Grant {
        extras: PermissionSet::of(&[Permission::Sales]),
        ..Grant::of(Preset::Member)
    };
    pull(
        &seat.desk,
        &page(7, vec![approved(0x42, "Mart Kask", sales)]),
        false,
    )
    .await;
    let ids = [KADRI, PIRET, 0x42, 0x10, ANNA].map(|id| MembershipId(Uuid::from_u128(id)));
    let ask = |level| AnotherLevelAsk {
        organisation: HERE,
        memberships: ids.to_vec(),
        level,
    };
    let open = view::another_level(&seat.desk, &ask(None)).await.unwrap();
    assert!(open.subjects.is_empty() && open.shares.is_empty());
    assert!(open.levels.iter().all(|it| it.refusal.is_none()));
    let staff = Some(Preset::Staff.into());
    let told = view::another_level(&seat.desk, &ask(staff)).await.unwrap();
    let each: Vec<_> = told
        .subjects
        .iter()
        .map(|it| (it.act, it.refusal.clone(), it.unchanged))
        .collect();
    let change = Some(AccessAct::Change);
    assert_eq!(
        each,
        [
            (change, None, true),
            (change, None, false),
            (change, None, false),
            (change, Some(Refusal::LastOwner), false),
            (None, None, true),
        ],
        "Kadri has it, the last Owner stays one, a request has none"
    );
    let permission = Permission::BookingsOwn;
    let shares = told
        .shares
        .iter()
        .map(|it| (it.item.clone(), it.gains, it.people));
    assert_eq!(
        shares.collect::<Vec<_>>(),
        [(AccessItem::May { permission }, true, 1)],
        "Mart keeps what is his beyond his level; Piret's own level gave the same"
    );
    let guest = Some(Preset::Guest.into());
    let told = view::another_level(&seat.desk, &ask(guest)).await.unwrap();
    let lost = told.shares.iter().find(|it| !it.gains).unwrap();
    assert_eq!(
        (lost.item.clone(), lost.people),
        (AccessItem::May { permission }, 2)
    );
}

#[tokio::test]
async fn what_an_invitation_gives_is_edited_before_anybody_is_named() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    let draft = Grant {
        room_sites: [EAST].into(),
        ends_at: Some(START.plus_millis(86_400_000)),
        ..Grant::of(Preset::Staff)
    };
    let told = form(&seat, &[], Some(draft)).await;
    assert_eq!((told.act, told.refusal), (AccessAct::Invite, None));
    assert!(told.subjects.is_empty());
    let enters = told.preview.gains.iter();
    let enters = enters.filter(|it| matches!(it, AccessItem::Enters { .. }));
    assert_eq!(enters.count(), 2, "the rooms of the site");
    let past = Grant {
        ends_at: Some(START.plus_millis(-1)),
        ..Grant::of(Preset::Staff)
    };
    let refused = form(&seat, &[], Some(past)).await.refusal;
    assert_eq!(refused, Some(Refusal::Dates), "R-30");
}
