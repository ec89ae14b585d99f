//! People as the list and the panel show them: windows over many, with what waits on this computer at its place (R-1,
//! R-2, `UI_SPEC` 7.2).

use doorward_domain::{
    ApproveRequest, ChangeGrant, Command, EndMembership, Grant, InvitePerson, LevelRef,
    MembershipId, NotInForce, PersonState, Preset, Record, Refusal, Side, Status, SuspendMember,
};
use uuid::Uuid;

use super::asks;
use super::cast::{HERE, START, Seat, business, contact, member, membership, page, pull, sit};
use super::crowd::{CELLAR, DOORKEEPER, Dice, Everybody, FIRST, crowd};
use crate::contract::{PeopleAsk, PeopleOrder, PersonAsk, PersonView};
use crate::error::Error;
use crate::view;

/// More than a filter or a search may leave to be read at once, so that both ways of looking are walked.
const MANY: u128 = 1_500;

fn question(dice: &mut Dice) -> PeopleAsk {
    use PersonState as S;
    let states: [Option<&[S]>; 6] = [
        None,
        None,
        Some(&[S::Member]),
        Some(&[S::Paused, S::Lapsed]),
        Some(&[S::Waiting, S::Ended, S::Member]),
        Some(&S::ALL),
    ];
    let levels = [
        None,
        None,
        None,
        Some(LevelRef::Preset(Preset::Member)),
        Some(LevelRef::Own(DOORKEEPER)),
    ];
    let searches = [
        None,
        None,
        None,
        Some("an"),
        Some("soko"),
        Some("example.ee"),
        Some("õuna 3"),
    ];
    PeopleAsk {
        search: dice.pick(&searches).map(str::to_owned),
        states: dice.pick(&states).map(<[S]>::to_vec),
        level: dice.pick(&levels),
        room: dice.pick(&[None, None, None, Some(CELLAR)]),
        unseen_days: dice.pick(&[None, None, None, Some(30), Some(85)]),
        sort: dice.pick(&[
            None,
            Some(PeopleOrder::Level),
            Some(PeopleOrder::State),
            Some(PeopleOrder::LastSeen),
        ]),
        descending: dice.pick(&[None, Some(true)]),
        offset: dice.pick(&[None, None, Some(7), Some(390), Some(1_100)]),
        limit: Some(40),
        ..asks::people()
    }
}

/// Asks the same of the device and of everybody one by one.
async fn agrees(seat: &Seat, all: &Everybody, ask: &PeopleAsk) {
    let office = seat.desk.office(HERE).await;
    let cache = office.cache().await.unwrap();
    cache.drop_image().await;
    let view = view::people(&seat.desk, ask).await.unwrap();
    cache.hold_image().await;
    let from_image = view::people(&seat.desk, ask).await.unwrap();
    assert_eq!(from_image, view, "the file and the image answer {ask:?}");
    let shown = office.shown(&seat.desk).await.unwrap();
    let expected = all.answer(ask, &shown, seat.desk.now());
    let from = ask.offset.unwrap_or_default() as usize;
    let window: Vec<MembershipId> = expected.iter().skip(from).take(40).copied().collect();
    let got: Vec<MembershipId> = view.rows.iter().map(|row| row.membership).collect();
    assert_eq!(got, window, "the window of {ask:?}");
    let most = if ask.search.is_some() {
        1000
    } else {
        usize::MAX
    };
    let counted = (view.total as usize, view.more_than);
    let slack = shown.memberships().len();
    if expected.len() > most {
        assert!(
            counted.1 && counted.0 >= most && counted.0 <= most + slack,
            "{counted:?} {ask:?}"
        );
    } else {
        assert_eq!(counted, (expected.len(), false), "the count of {ask:?}");
    }
}

fn of(number: u128) -> MembershipId {
    MembershipId(Uuid::from_u128(FIRST + number))
}

/// Some of those who stand in a state.
async fn some(seat: &Seat, state: PersonState, many: u32) -> Vec<MembershipId> {
    let ask = PeopleAsk {
        states: Some(vec![state]),
        level: Some(Preset::Member.into()).filter(|_| state == PersonState::Member),
        limit: Some(many),
        offset: Some(100),
        ..asks::people()
    };
    let rows = view::people(&seat.desk, &ask).await.unwrap().rows;
    rows.iter().map(|row| row.membership).collect()
}

/// Commands that wait: people paused, let in, invited, sent away and given another level.
async fn commands(seat: &Seat) -> Vec<Command> {
    let members = some(seat, PersonState::Member, 5).await;
    let requests = some(seat, PersonState::Waiting, 2).await;
    let mut commands: Vec<Command> = members[..2]
        .iter()
        .map(|id| Command::SuspendMember(SuspendMember { membership: *id }))
        .collect();
    commands.extend(requests.iter().map(|id| {
        Command::ApproveRequest(ApproveRequest {
            membership: *id,
            grant: Grant::of(Preset::Staff),
        })
    }));
    commands.push(Command::EndMembership(EndMembership {
        membership: members[2],
    }));
    commands.push(Command::ChangeGrant(ChangeGrant {
        membership: members[3],
        grant: Grant::of(Preset::Guest),
        based_on: doorward_domain::Version::Revision(5),
        note: None,
    }));
    commands.push(Command::InvitePerson(InvitePerson {
        membership: of(MANY + 9),
        contact: contact("newcomer@example.ee"),
        grant: Grant::of(Preset::Member),
        staff: None,
        name: None,
        position: None,
        locale: None,
        message: None,
    }));
    commands
}

#[tokio::test]
async fn every_window_of_many_people_is_what_reading_all_of_them_shows() {
    let seat = sit(None, START).await;
    let page = crowd(MANY);
    let mut all = Everybody::of(&page);
    pull(&seat.desk, &page, true).await;
    let mut dice = Dice::new();
    for _ in 0..120 {
        agrees(&seat, &all, &question(&mut dice)).await;
    }
    for command in commands(&seat).await {
        seat.desk.execute(HERE, command).await.unwrap();
    }
    let office = seat.desk.office(HERE).await;
    all.lay(&office.shown(&seat.desk).await.unwrap());
    for _ in 0..120 {
        agrees(&seat, &all, &question(&mut dice)).await;
    }
}

/// BEL-27: nothing is hidden from them for its status.
#[tokio::test]
async fn whoever_is_in_charge_finds_memberships_in_every_status_bel_27() {
    let seat = sit(None, START).await;
    pull(&seat.desk, &crowd(300), true).await;
    let by = Side::Organisation;
    let others = [Status::Cancelled { by }, Status::Expired { by }];
    let rows = others.into_iter().zip(0x9000..).map(|(status, id)| {
        let row = membership(id, Some(id * 2), "Was Here", status, None);
        Record::Membership(Box::new(row))
    });
    pull(&seat.desk, &page(6, rows.collect()), false).await;
    let of = |states: &[PersonState]| PeopleAsk {
        states: Some(states.to_vec()),
        limit: Some(500),
        ..asks::people()
    };
    let mut found = 0;
    for state in PersonState::ALL {
        let view = view::people(&seat.desk, &of(&[state])).await.unwrap();
        assert!(!view.rows.is_empty(), "{state:?}");
        assert!(view.rows.iter().all(|row| row.state == state), "{state:?}");
        found += view.rows.len();
    }
    let whole = view::people(&seat.desk, &of(&PersonState::ALL))
        .await
        .unwrap();
    assert_eq!(
        whole.rows.len(),
        found,
        "each in one of them, and nobody in none"
    );
}

#[tokio::test]
async fn time_alone_moves_people_from_one_state_to_another_r_1_r_2() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("account");
    let seat = sit(Some(&folder), START).await;
    let page = crowd(300);
    let all = Everybody::of(&page);
    pull(&seat.desk, &page, true).await;
    let by_state = |seat: &Seat, all: &Everybody| {
        let ask = PeopleAsk {
            states: Some(vec![PersonState::Starting]),
            limit: Some(40),
            ..asks::people()
        };
        let now = seat.desk.now();
        let before = all
            .answer(&ask, &crate::replay::Overlay::new(HERE), now)
            .len();
        (ask, before)
    };
    let (ask, before) = by_state(&seat, &all);
    agrees(&seat, &all, &ask).await;
    let members = view::people(&seat.desk, &ask).await.unwrap().members;
    seat.desk.close().await.unwrap();
    drop(seat);
    let seat = sit(Some(&folder), START.plus_days(5)).await;
    let (ask, after) = by_state(&seat, &all);
    assert!(
        after < before,
        "some of them have started: {after} of {before}"
    );
    agrees(&seat, &all, &ask).await;
    let view = view::people(&seat.desk, &ask).await.unwrap();
    assert_eq!(view.members, members, "starting or not, they are approved");
}

async fn panel(seat: &Seat, membership: u128) -> Result<PersonView, Error> {
    let ask = PersonAsk {
        organisation: HERE,
        membership: MembershipId(Uuid::from_u128(membership)),
    };
    view::person(&seat.desk, &ask).await
}

#[tokio::test]
async fn a_panel_says_what_somebody_may_do_and_what_may_be_done_to_them() {
    let place = tempfile::tempdir().unwrap();
    let seat = sit(Some(&place.path().join("account")), START).await;
    let mut rows = business();
    rows.records
        .extend(page(5, vec![member(0x30, 0x130, "Erik", Preset::Staff)]).records);
    pull(&seat.desk, &rows, true).await;
    let erik = panel(&seat, 0x30).await.unwrap();
    assert_eq!(erik.row.state, PersonState::Member);
    assert!(
        erik.access.iter().all(|line| line.in_force),
        "{:?}",
        erik.access
    );
    let refusal = |view: &PersonView, key: &str| {
        let action = view.actions.iter().find(|it| it.command == key);
        action
            .unwrap_or_else(|| panic!("{key} in {:?}", view.actions))
            .refusal
            .clone()
    };
    for key in ["change_grant", "suspend_member", "end_membership"] {
        assert_eq!(refusal(&erik, key), None, "{key}");
    }
    let olga = panel(&seat, 0x10).await.unwrap();
    assert!(olga.all_rooms);
    assert_eq!(
        refusal(&olga, "end_membership"),
        Some(Refusal::LastOwner),
        "a lock, and why"
    );
    let pause = Command::SuspendMember(SuspendMember {
        membership: erik.row.membership,
    });
    let done = seat.desk.execute(HERE, pause).await.unwrap();
    let erik = panel(&seat, 0x30).await.unwrap();
    assert_eq!(erik.row.pending, Some(done.id));
    assert_eq!(erik.row.state, PersonState::Paused);
    let because: Vec<_> = erik.access.iter().map(|line| line.because).collect();
    assert!(
        because.iter().all(|it| *it == Some(NotInForce::Suspended)),
        "{because:?}"
    );
    assert!(matches!(
        panel(&seat, 0x99).await,
        Err(Error::Refused(Refusal::NotFound))
    ));
}

#[tokio::test]
async fn of_an_organisation_that_is_not_known_nothing_is_told() {
    let seat = sit(None, START).await;
    pull(&seat.desk, &business(), true).await;
    let elsewhere = doorward_domain::OrganisationId(Uuid::from_u128(0x0b));
    let ask = PeopleAsk {
        organisation: elsewhere,
        ..asks::people()
    };
    let people = view::people(&seat.desk, &ask).await;
    assert!(matches!(people, Err(Error::Refused(Refusal::NotFound))));
    let ask = PersonAsk {
        organisation: elsewhere,
        membership: MembershipId(Uuid::from_u128(0x10)),
    };
    let person = view::person(&seat.desk, &ask).await;
    assert!(matches!(person, Err(Error::Refused(Refusal::NotFound))));
}

#[tokio::test]
async fn the_numbers_of_sidebar_and_header_agree_with_what_waits_counted_in() {
    let place = tempfile::tempdir().unwrap();
    let seat = sit(Some(&place.path().join("account")), START).await;
    pull(&seat.desk, &business(), true).await;
    let numbers = async || {
        let session = view::session(&seat.desk, None).await.unwrap();
        let people = view::people(&seat.desk, &asks::people()).await.unwrap();
        let requests = asks::list(&seat, &asks::requests()).await;
        let here = &session.organisations[0];
        assert_eq!(
            (here.people, here.waiting),
            (people.members, requests.total)
        );
        (here.people, here.waiting)
    };
    assert_eq!(numbers().await, (1, 2));
    let approve = Command::ApproveRequest(ApproveRequest {
        membership: super::offline::anna(),
        grant: Grant::of(Preset::Member),
    });
    seat.desk.execute(HERE, approve).await.unwrap();
    assert_eq!(numbers().await, (2, 1));
}
