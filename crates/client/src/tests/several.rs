//! The edges of access in time and place, for one person and for several, and access that is given anew (`UI_SPEC` 7.3,
//!

use doorward_domain::{
    Command, EdgeChange, EdgeOf, Grant, GrantPart, Membership, Moment, Permission, PermissionSet,
    Preset, Record, RenewMembership, Side, Status,
};

use super::access::{about, form};
use super::cast::{HERE, START, Seat, membership, page, pull};
use super::house::{EAST, OFFICE, approved, desk};
use crate::contract::{AccessAct, AccessFormAsk, AccessFormView};
use crate::view;

/// On trial, with a room of their own.
const MART: u128 = 0x42;
/// Administers one site alone.
const LIIS: u128 = 0x43;
/// Was a member for a fortnight.
const GONE: u128 = 0x44;
const DAY: i64 = 86_400_000;

fn in_days(days: i64) -> Moment {
    START.plus_millis(days * DAY)
}

fn on_trial() -> Grant {
    Grant {
        rooms: [OFFICE].into(),
        ends_at: Some(in_days(9)),
        ..Grant::of(Preset::Staff)
    }
}

fn limited() -> Grant {
    Grant {
        extras: PermissionSet::of(&[Permission::Sales]),
        limited_to: [EAST].into(),
        ..Grant::of(Preset::Manager)
    }
}

async fn several(place: &tempfile::TempDir) -> Seat {
    let seat = desk(place).await;
    let both = vec![
        approved(MART, "Mart Kask", on_trial()),
        approved(LIIS, "Liis Saar", limited()),
    ];
    pull(&seat.desk, &page(7, both), false).await;
    seat
}

/// What both have once a draft is saved, as the editor tells it.
async fn given(seat: &Seat, ask: AccessFormAsk) -> (AccessFormView, [Grant; 2]) {
    let told = view::access_form(&seat.desk, &ask).await.unwrap();
    let each = [0, 1].map(|at| told.subjects[at].grant.clone());
    (told, each)
}

fn edges(told: &AccessFormView) -> Vec<(EdgeOf, EdgeChange, u32)> {
    let edges = told.edges.iter();
    edges.map(|it| (it.of, it.change, it.people)).collect()
}

#[tokio::test]
async fn r_20_r_36_of_several_each_keeps_every_part_that_nobody_touched() {
    let place = tempfile::tempdir().unwrap();
    let seat = several(&place).await;
    let both = [MART, LIIS];
    let (begins, each) = given(&seat, about(&both, None)).await;
    assert!(begins.unchanged, "nothing is changed by looking");
    assert_eq!(each, [on_trial(), limited()]);
    assert!(begins.differs.contains(&GrantPart::EndsAt), "it is said");
    let goods = PermissionSet::of(&[Permission::SpendGoods]);
    let draft = Grant {
        extras: goods,
        ..begins.grant.clone()
    };
    let ask = AccessFormAsk {
        begun: Some(begins.grant.clone().into()),
        ..about(&both, Some(draft))
    };
    let (told, each) = given(&seat, ask).await;
    let kept = [on_trial(), limited()].map(|it| Grant {
        extras: it.extras.with(goods),
        ..it
    });
    assert_eq!(each, kept);
    assert!(told.preview.loses.is_empty());
    let stays = EdgeChange::Stays;
    assert_eq!(
        edges(&told),
        [(EdgeOf::End, stays, 1), (EdgeOf::Limit, stays, 1)]
    );
    let chosen = AccessFormAsk {
        whole: Some(vec![GrantPart::Level]),
        ..about(&both, Some(Grant::of(Preset::Guest)))
    };
    let (told, each) = given(&seat, chosen).await;
    let guests = [on_trial(), limited()].map(|it| it.at(Preset::Guest.into()));
    assert_eq!(each, guests, "a level that was chosen before is all of it");
    assert!(!told.preview.loses.is_empty());
}

#[tokio::test]
async fn it_is_said_how_many_lose_an_end_and_a_limit_r_30_r_36() {
    let place = tempfile::tempdir().unwrap();
    let seat = several(&place).await;
    let both = [MART, LIIS];
    let begins = form(&seat, &both, None).await;
    let ask = AccessFormAsk {
        begun: Some(begins.grant.clone().into()),
        whole: Some(vec![GrantPart::EndsAt, GrantPart::LimitedTo]),
        ..about(&both, Some(begins.grant))
    };
    let (told, each) = given(&seat, ask).await;
    let free = |it: &Grant| it.ends_at.is_none() && it.limited_to.is_empty();
    assert!(each.iter().all(free));
    let lost = EdgeChange::Lost;
    assert_eq!(
        edges(&told),
        [(EdgeOf::End, lost, 1), (EdgeOf::Limit, lost, 1)]
    );
    let one = Grant {
        starts_at: Some(in_days(1)),
        ends_at: Some(in_days(20)),
        limited_to: [EAST].into(),
        ..on_trial()
    };
    let told = form(&seat, &[MART], Some(one)).await;
    let expected = [
        (EdgeOf::Start, EdgeChange::Set, 1),
        (EdgeOf::End, EdgeChange::Changed, 1),
        (EdgeOf::Limit, EdgeChange::Set, 1),
    ];
    assert_eq!(edges(&told), expected);
}

fn over(status: Status, starts: i64, ends: Option<i64>) -> Record {
    let grant = Grant {
        starts_at: Some(in_days(starts)),
        ends_at: ends.map(in_days),
        ..Grant::of(Preset::Staff)
    };
    let row: Membership = membership(GONE, Some(0x440), "Gone Gull", status, Some(grant));
    Record::Membership(Box::new(row))
}

#[tokio::test]
async fn r_2_r_8_access_is_given_anew_for_as_long_as_before_and_never_without_an_end_unsaid() {
    let expired = Status::Expired { by: Side::System };
    let by = Side::Organisation;
    let ended = Status::Ended {
        by,
        suspended: false,
    };
    let each = [
        (7, Status::Approved, None),
        (8, expired, Some("expire_membership")),
        (9, ended, Some("end_membership")),
    ];
    for (revision, status, undo) in each {
        let place = tempfile::tempdir().unwrap();
        let seat = desk(&place).await;
        let row = over(status, -24, Some(-10));
        pull(&seat.desk, &page(revision, vec![row]), false).await;
        let begins = form(&seat, &[GONE], None).await;
        assert_eq!(begins.act, AccessAct::Renew, "{status:?}");
        assert_eq!((begins.term_days, begins.refusal), (Some(14), None));
        assert_eq!(begins.grant.level, Preset::Staff.into());
        assert_eq!(begins.grant.ends_at, Some(in_days(14)));
        assert_eq!(begins.grant.starts_at, None);
        let all = begins.preview.will.len();
        assert_eq!(begins.preview.gains.len(), all, "it gave nothing any more");
        let gone = &begins.subjects[0];
        let renew = Command::RenewMembership(RenewMembership {
            membership: gone.membership,
            grant: gone.grant.clone(),
            based_on: gone.version,
        });
        let made = seat.desk.execute(HERE, renew).await.unwrap();
        let back = made.back.as_ref().map(Command::key);
        assert_eq!(back, undo, "{status:?}");
    }
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    let still = over(ended, -24, Some(3));
    pull(&seat.desk, &page(7, vec![still]), false).await;
    let begins = form(&seat, &[GONE], None).await;
    assert_eq!(begins.grant.ends_at, Some(in_days(3)), "it is still ahead");
    assert_eq!(begins.term_days, None, "and stays");
    let undated = over(ended, -24, None);
    pull(&seat.desk, &page(8, vec![undated]), false).await;
    let begins = form(&seat, &[GONE], None).await;
    assert_eq!((begins.grant.ends_at, begins.term_days), (None, None));
}
