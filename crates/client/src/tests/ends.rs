//! What requests are answered with, and what speaks against deleting an organisation (R-31, R-62, ACT-11).

use doorward_domain::{LevelRef, Preset, Record, Refusal, Side, Status};

use super::cast::{HERE, membership, page, pull};
use super::house::{DESK, KADRI, PIRET, desk};
use crate::contract::{OrganisationSettingsAsk, OwnershipAsk};
use crate::view;

#[tokio::test]
async fn act_11_requests_are_answered_with_any_level_but_owner_r_24_r_31() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    let ask = OrganisationSettingsAsk { organisation: HERE };
    let told = view::organisation_settings(&seat.desk, &ask).await.unwrap();
    let levels = told.request_levels;
    let has = |level: LevelRef| levels.iter().any(|it| it.level == level);
    assert!(has(Preset::Administrator.into()) && has(LevelRef::Own(DESK)));
    assert!(!has(Preset::Owner.into()));
    assert!(levels.iter().all(|it| it.refusal.is_none()));
}

#[tokio::test]
async fn r_62_who_is_a_member_keeps_the_organisation_from_being_deleted() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    let ask = OwnershipAsk { organisation: HERE };
    let told = view::ownership(&seat.desk, &ask).await.unwrap();
    assert_eq!(told.deleting, Some(Refusal::HasMembers));
    let left = |id: u128| {
        let status = Status::Ended {
            by: Side::Person,
            suspended: false,
        };
        let person = Some(id * 0x10);
        let row = membership(id, person, "Left", status, None);
        Record::Membership(Box::new(row))
    };
    let all = vec![left(KADRI), left(PIRET)];
    pull(&seat.desk, &page(7, all), false).await;
    let told = view::ownership(&seat.desk, &ask).await.unwrap();
    assert_eq!(told.deleting, None);
}
