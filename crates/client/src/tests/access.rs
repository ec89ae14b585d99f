//! The editor of access (`UI_SPEC` 7.3, RES-8 to RES-15, RES-21, OLV-39 to OLV-42, R-20, R-23, R-30).

use doorward_domain::{
    AccessFrom, AccessItem, AddMember, ApproveRequest, Command, DatesRule, EndMembership, Equals,
    Grant, GrantPart, MembershipId, Permission, PermissionSet, Plan, Preset, Refusal, SignIn,
    StaffOption, Version,
};
use uuid::Uuid;

use super::cast::{HERE, START, Seat, declined, page, pull};
use super::house::{ANNA, EAST, KADRI, OFFICE, PIRET, STEFAN, approved, desk};
use crate::contract::{
    AccessAct, AccessFormAsk, AccessFormView, AnotherLevelAsk, OrganisationSettingsAsk,
    PermissionBox,
};
use crate::view;

pub(super) fn about(ids: &[u128], grant: Option<Grant>) -> AccessFormAsk {
    let ids = ids.iter();
    AccessFormAsk {
        organisation: HERE,
        memberships: ids.map(|id| MembershipId(Uuid::from_u128(*id))).collect(),
        grant,
        begun: None,
        whole: None,
        based_on: None,
    }
}

pub(super) async fn form(seat: &Seat, ids: &[u128], grant: Option<Grant>) -> AccessFormView {
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
    let boxes = begins.staff.unwrap();
    assert!(boxes.is_on, "RES-8: Staff is the base box");
    assert!(begins.unchanged, "RES-15: nothing was changed by looking");
    assert_eq!(boxes.options.len(), 3);
    assert!(
        boxes
            .options
            .iter()
            .all(|it| !it.is_on && it.refusal.is_none())
    );
    let ticked = Grant {
        extras: boxes.options[2].extras,
        ..begins.grant.clone()
    };
    let after = form(&seat, &[KADRI], Some(ticked)).await;
    let boxes = after.staff.unwrap();
    assert_eq!(boxes.options[2].option, StaffOption::Business);
    assert!(boxes.options[2].is_on && !boxes.options[1].is_on, "RES-14");
    assert_eq!(after.preview.equals, Some(Equals::Business), "RES-13 warns");
    assert!(after.preview.newly_equals && !after.preview.gains.is_empty());
    let membership = MembershipId(Uuid::from_u128(KADRI));
    let ends = Command::EndMembership(EndMembership { membership });
    assert_eq!(boxes.withdraw, Some(ends), "RES-21: at once, with it all");
    assert_eq!(boxes.refusal, None);
    let off = Grant {
        level: boxes.level,
        extras: boxes.extras,
        ..after.grant.clone()
    };
    let off = form(&seat, &[KADRI], Some(off)).await;
    let boxes = off.staff.unwrap();
    assert_eq!(off.grant, Grant::of(Preset::Member), "a level of its own");
    assert!(boxes.options.is_empty(), "RES-10");
    assert!(boxes.signs_in && !boxes.is_on && boxes.withdraw.is_none());
    assert!(!off.preview.loses.is_empty());
}

#[tokio::test]
async fn res_8_the_base_box_misreads_nobody_who_signs_in_at_another_level() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    for preset in [Preset::Administrator, Preset::Manager, Preset::Guest] {
        let told = form(&seat, &[KADRI], Some(Grant::of(preset))).await;
        assert_eq!(told.staff, None, "{preset:?}");
    }
    assert_eq!(form(&seat, &[PIRET], None).await.staff, None, "own level");
    let both = form(&seat, &[KADRI, PIRET], Some(Grant::of(Preset::Staff))).await;
    let boxes = both.staff.unwrap();
    assert!(boxes.fixed && boxes.withdraw.is_none());
    let asks = form(&seat, &[ANNA], Some(Grant::of(Preset::Staff))).await;
    let boxes = asks.staff.unwrap();
    assert!(!boxes.signs_in && !boxes.fixed && boxes.withdraw.is_none());
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
        Some(DatesRule::Over.into()),
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
    let both = form(&seat, &[ANNA, STEFAN], Some(staff)).await;
    assert_eq!((both.act, both.refusal), (AccessAct::Approve, None));
    assert!(both.subjects.iter().all(|it| it.refusal.is_none()));
    assert!(both.shares.iter().all(|it| it.gains && it.people == 2));
    let chosen = |ids: &[u128], preset| AccessFormAsk {
        whole: Some(vec![GrantPart::Level]),
        ..about(ids, Some(Grant::of(preset)))
    };
    let all = chosen(&[KADRI, PIRET, 0x10], Preset::Manager);
    let olga = view::access_form(&seat.desk, &all).await.unwrap();
    assert_eq!((olga.act, olga.refusal), (AccessAct::Change, None));
    let refused: Vec<_> = olga
        .subjects
        .iter()
        .map(|it| it.refusal.is_some())
        .collect();
    assert_eq!(refused, [false, false, true], "the last Owner stays one");
    let both = chosen(&[KADRI, PIRET], Preset::Staff);
    let same = view::access_form(&seat.desk, &both).await.unwrap();
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
        room: None,
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
    assert_eq!(refused, Some(DatesRule::Over.into()), "R-30");
}

#[tokio::test]
async fn r_20_a_room_is_given_beyond_what_each_has_and_changes_nothing_where_it_is_open() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    let ask = AnotherLevelAsk {
        organisation: HERE,
        memberships: [KADRI, PIRET, 0x10, ANNA]
            .map(|id| MembershipId(Uuid::from_u128(id)))
            .to_vec(),
        level: None,
        room: Some(OFFICE),
    };
    let told = view::another_level(&seat.desk, &ask).await.unwrap();
    assert!(told.levels.is_empty(), "it is about no level");
    let each = told.subjects.iter();
    let each: Vec<_> = each.map(|it| (it.act, it.unchanged)).collect();
    let change = Some(AccessAct::Change);
    assert_eq!(
        each,
        [
            (change, false),
            (change, false),
            (change, true),
            (None, true)
        ],
        "an Owner enters every room, a request has no access yet"
    );
    assert!(told.subjects.iter().all(|it| it.refusal.is_none()));
    let [share] = told.shares.as_slice() else {
        panic!("only the room: {:?}", told.shares);
    };
    assert!(matches!(&share.item, AccessItem::Enters { .. }));
    assert_eq!((share.gains, share.people), (true, 2));
}

#[tokio::test]
async fn r_32_r_33_the_settings_say_what_the_operator_set() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    let ask = OrganisationSettingsAsk { organisation: HERE };
    let told = view::organisation_settings(&seat.desk, &ask).await.unwrap();
    assert_eq!(
        (told.plan, told.sign_in),
        (Some(Plan::Pro), Some(SignIn::Any))
    );
}

/// OLV-9: somebody who was declined is added at the draft in a row of their own, and is one of the members at once.
#[tokio::test]
async fn olv_9_whoever_was_declined_is_added_by_the_draft() {
    const MARTA: u128 = 0x22;
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    pull(
        &seat.desk,
        &page(7, vec![declined(MARTA, "Marta Lind")]),
        false,
    )
    .await;
    let told = form(&seat, &[MARTA], Some(Grant::of(Preset::Staff))).await;
    assert_eq!((told.act, told.refusal), (AccessAct::Add, None));
    assert_eq!(told.before, None);
    let added = told.subjects[0].added.clone().unwrap();
    assert_ne!(added.membership, told.subjects[0].membership, "R-13");
    let add = AddMember {
        membership: added.membership,
        person: added.person,
        grant: told.grant,
        position: added.position,
    };
    seat.desk.execute(HERE, add.into()).await.unwrap();
    let row = form(&seat, &[added.membership.0.as_u128()], None).await;
    assert_eq!(row.act, AccessAct::Change, "a member by now");
    assert_eq!(
        row.subjects[0].name.as_ref().unwrap().as_str(),
        "Marta Lind"
    );
}
