//! A desk without a network: decisions are judged at once, saved, shown and kept through a restart (DESIGN 2, S-67).

use doorward_domain::{
    ApproveRequest, Command, CommandId, DeclineRequest, EndMembership, Grant, HOLD_MILLIS,
    InvitePerson, LinkForm, LinkId, MakeLink, MembershipId, Preset, RecordKind, Refusal,
};
use uuid::Uuid;

use super::asks;
use super::cast::{HERE, START, Seat, business, contact, member, page, pull, sit};
use crate::contract::{EntryState, ViewName};
use crate::error::Error;
use crate::sync::{Nudge, Status};
use crate::view;

pub(super) fn anna() -> MembershipId {
    MembershipId(Uuid::from_u128(0x20))
}

pub(super) fn approve(level: Preset) -> Command {
    Command::ApproveRequest(ApproveRequest {
        membership: anna(),
        grant: Grant::of(level),
    })
}

pub(super) async fn waiting(seat: &Seat) -> u32 {
    view::session(&seat.desk, None).await.unwrap().organisations[0].waiting
}

pub(super) async fn members(seat: &Seat) -> Vec<(String, bool)> {
    let ask = asks::people();
    let rows = view::people(&seat.desk, &ask).await.unwrap().rows;
    rows.into_iter()
        .map(|row| (row.name.unwrap().to_string(), row.pending.is_some()))
        .collect()
}

#[tokio::test]
async fn an_approval_without_a_network_shows_at_once_and_outlives_the_program_s_67() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("account");
    let mut seat = sit(Some(&folder), START).await;
    pull(&seat.desk, &business(), true).await;
    assert_eq!(waiting(&seat).await, 2);
    let done = seat
        .desk
        .execute(HERE, approve(Preset::Staff))
        .await
        .unwrap();
    assert_eq!((done.certain, done.held_ms), (true, HOLD_MILLIS));
    assert!(matches!(
        seat.nudges.recv().await,
        Some(Nudge::Queued { .. })
    ));
    assert!(
        seat.changes
            .recv()
            .await
            .unwrap()
            .views
            .contains(&ViewName::Requests)
    );
    let shown = |seat: Seat| async move {
        assert_eq!(waiting(&seat).await, 1);
        assert_eq!(
            members(&seat).await,
            [("Olga Owner".into(), false), ("Анна Соколова".into(), true)]
        );
        let list = asks::list(&seat, &asks::requests()).await;
        assert_eq!((list.rows.len(), list.total), (1, 1));
        seat
    };
    let seat = shown(seat).await;
    let entry = view::outbox(&seat.desk).await.unwrap().entries.remove(0);
    assert_eq!(entry.subject.as_deref(), Some("Анна Соколова"));
    assert_eq!(
        (entry.state, entry.can_undo),
        (EntryState::Held { ms: HOLD_MILLIS }, true)
    );
    seat.desk.close().await.unwrap();
    drop(seat);
    let seat = shown(sit(Some(&folder), START).await).await;
    let entry = view::outbox(&seat.desk).await.unwrap().entries.remove(0);
    assert_eq!(
        (entry.id, entry.state),
        (done.id, EntryState::Waiting),
        "a hold ends with the program"
    );
    seat.desk.undo(done.id).await.unwrap();
    assert_eq!(waiting(&seat).await, 2, "nothing left the computer");
}

#[tokio::test]
async fn the_rules_answer_at_once_and_nothing_refused_is_kept() {
    let seat = sit(None, START).await;
    pull(&seat.desk, &business(), true).await;
    let owner = seat.desk.execute(HERE, approve(Preset::Owner)).await;
    assert!(
        matches!(owner, Err(Error::Refused(Refusal::NeedsAcceptance))),
        "{owner:?}"
    );
    let myself = Command::EndMembership(EndMembership {
        membership: MembershipId(Uuid::from_u128(0x10)),
    });
    assert!(matches!(
        seat.desk.execute(HERE, myself).await,
        Err(Error::Refused(Refusal::LastOwner))
    ));
    assert!(view::outbox(&seat.desk).await.unwrap().entries.is_empty());
    seat.desk
        .execute(HERE, approve(Preset::Staff))
        .await
        .unwrap();
    assert!(matches!(
        seat.desk.execute(HERE, approve(Preset::Staff)).await,
        Err(Error::Unchanged)
    ));
}

#[tokio::test]
async fn what_rests_on_unknown_facts_is_queued_for_the_server_to_check() {
    let seat = sit(None, START).await;
    pull(&seat.desk, &business(), true).await;
    let invite = |id: u128| {
        Command::InvitePerson(InvitePerson {
            membership: MembershipId(Uuid::from_u128(id)),
            contact: contact("new@example.ee"),
            grant: Grant::of(Preset::Staff),
            name: None,
            position: None,
            staff: None,
            locale: None,
            message: None,
        })
    };
    let done = seat.desk.execute(HERE, invite(0x30)).await.unwrap();
    assert!(
        !done.certain,
        "how many letters a contact got is known to the server alone"
    );
    let entry = view::outbox(&seat.desk).await.unwrap().entries.remove(0);
    assert_eq!(
        (entry.certain, entry.subject.as_deref()),
        (false, Some("new@example.ee"))
    );
    let refused = seat.desk.execute(HERE, invite(0x31)).await;
    assert!(
        matches!(refused, Err(Error::Refused(Refusal::AlreadyInvited { .. }))),
        "the waiting one counts: {refused:?}"
    );
}

#[tokio::test]
async fn at_the_front_desk_an_approval_is_certain_although_not_everything_is_sent_there() {
    let seat = sit(None, START).await;
    let mut front_desk = business();
    front_desk
        .records
        .retain(|sent| sent.kind != RecordKind::Settings);
    front_desk.records.push(
        page(5, vec![member(0x10, 0x100, "Olga Owner", Preset::Manager)])
            .records
            .remove(0),
    );
    for kind in [
        RecordKind::Invitation,
        RecordKind::Link,
        RecordKind::Settings,
    ] {
        front_desk.view.kinds.remove(&kind);
    }
    pull(&seat.desk, &front_desk, true).await;
    assert!(
        seat.desk
            .execute(HERE, approve(Preset::Staff))
            .await
            .unwrap()
            .certain
    );
    let above = seat.desk.execute(
        HERE,
        Command::ApproveRequest(ApproveRequest {
            membership: MembershipId(Uuid::from_u128(0x21)),
            grant: Grant::of(Preset::Administrator),
        }),
    );
    assert!(
        matches!(above.await, Err(Error::Refused(Refusal::AboveGiver { .. }))),
        "R-20 at once"
    );
}

#[tokio::test]
async fn a_panel_shows_the_levels_that_may_be_given_and_proposes_one_r_31() {
    let seat = sit(None, START).await;
    pull(&seat.desk, &business(), true).await;
    let panel = view::request(&seat.desk, &asks::request(anna()))
        .await
        .unwrap();
    assert_eq!(panel.proposed, Some(Preset::Member.into()));
    assert!(
        panel.levels.iter().all(|level| level.refusal.is_none()),
        "an Owner may give every level shown"
    );
    assert_eq!(panel.contacts, [contact("anna.sok@example.ru")]);
    let actions: Vec<&str> = panel
        .row
        .actions
        .iter()
        .map(|it| it.command.as_str())
        .collect();
    assert!(
        actions.contains(&"approve_request") && actions.contains(&"decline_request"),
        "{actions:?}"
    );
    let decline = Command::DeclineRequest(DeclineRequest {
        membership: anna(),
        reason: Some("We do not know you".try_into().unwrap()),
    });
    let done = seat.desk.execute(HERE, decline).await.unwrap();
    assert_eq!(
        view::request(&seat.desk, &asks::request(anna()))
            .await
            .unwrap()
            .pending,
        Some(done.id)
    );
}

#[tokio::test]
async fn what_is_made_in_contact_only_is_not_queued_without_r_6() {
    let seat = sit(None, START).await;
    pull(&seat.desk, &business(), true).await;
    let poster = |number: u128| {
        Command::MakeLink(MakeLink {
            link: LinkId(Uuid::from_u128(number)),
            name: "Poster by the lift".try_into().unwrap(),
            form: LinkForm::Card,
            level: Preset::Guest.into(),
            needs_approval: Some(true),
            max_uses: Some(1),
            domains: std::collections::BTreeSet::new(),
        })
    };
    let code = |result: Result<_, Error>| result.map(|_| ()).map_err(|error| error.code());
    let before = seat.desk.execute(HERE, poster(1)).await;
    assert_eq!(code(before), Err("offline"), "nobody was heard yet");
    seat.desk.heard(Some(START)).await.unwrap();
    seat.desk.stand(Status::Offline);
    assert_eq!(
        code(seat.desk.execute(HERE, poster(1)).await),
        Err("offline")
    );
    let office = seat.desk.office(HERE).await;
    let many = vec![(CommandId(Uuid::from_u128(2)), poster(2))];
    let many = seat.desk.judged(&office, many).await.map(|_| ());
    let many = many.map_err(|error| error.code());
    assert_eq!(many, Err("offline"), "nor among many");
    assert!(seat.desk.outbox.entries().is_empty(), "nothing waits");
    seat.desk
        .execute(HERE, approve(Preset::Staff))
        .await
        .expect("what may wait does");
    seat.desk.stand(Status::Idle);
    assert_eq!(code(seat.desk.execute(HERE, poster(1)).await), Ok(()));
    seat.desk.stand(Status::SignedOut);
    assert_eq!(
        code(seat.desk.execute(HERE, poster(2)).await),
        Err("signed_out")
    );
}
