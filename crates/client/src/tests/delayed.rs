//! What waits at the server says why, in the list, in its panel and in the batch it came with (R-53, `UI_SPEC` 7.5).

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use doorward_domain::{
    Command, Delay, Delivery, DeliveryState, DeliveryStep, DeliveryWait, Grant, MembershipId,
    Preset, Record, Sent, Side, Status,
};
use doorward_protocol::Outcome;

use super::asks;
use super::cast::{HERE, START, Seat, business, by_olga, contacts, membership, page, pull, sit};
use crate::contract::{BatchAsk, InvitationAsk, InvitationTab};
use crate::import::Given;
use crate::view;

const ADDRESS: &str = "anna@new.example";
const WAIT: DeliveryWait = DeliveryWait {
    why: Delay::Asked,
    until: doorward_domain::Moment(START.0 + 600_000),
};

/// Sends a table of one row, which the server takes; answers the invitation.
async fn one_sent(seat: &Seat) -> MembershipId {
    let table = BASE64_STANDARD.encode(format!("Name,Mail\nAnna,{ADDRESS}\n"));
    let name = Some("one.csv".into());
    seat.desk.open_table(name, table).await.unwrap();
    let given = Given {
        organisation: HERE,
        level: Preset::Staff.into(),
        locale: None,
        message: None,
    };
    seat.desk.send_table(&given).await.unwrap();
    let entry = seat.desk.outbox.entries().remove(0);
    let settled = [(entry.id, Outcome::Applied { revision: 5 })];
    let outbox = &seat.desk.outbox;
    outbox.settle(HERE, &settled, START).await.unwrap();
    let Command::InvitePerson(invited) = &entry.command else {
        panic!("an invitation")
    };
    invited.membership
}

/// The invitation as the server tells of it, with its letter at this step.
fn told(id: MembershipId, state: DeliveryState) -> Vec<Record> {
    let status = Status::Initiated {
        by: Side::Organisation,
    };
    let grant = Some(Grant::of(Preset::Staff));
    let mut row = membership(id.0.as_u128(), None, "Anna", status, grant);
    row.invitation = Some(Sent {
        giver: by_olga(),
        expires_at: START.plus_days(7),
        generation: 1,
        sent_at: None,
        locale: None,
        message: None,
    });
    let step = DeliveryStep {
        state,
        at: START,
        reason: None,
    };
    let delivery = Delivery {
        membership: id,
        generation: 1,
        steps: vec![step],
        waits: Some(WAIT),
    };
    vec![
        Record::Membership(Box::new(row)),
        contacts(id.0.as_u128(), ADDRESS),
        Record::Delivery(delivery),
    ]
}

/// What the list, the panel and the batch say that the letter waits for.
async fn says(seat: &Seat, id: MembershipId) -> [Option<DeliveryWait>; 3] {
    let list = asks::invitations(InvitationTab::Waiting);
    let list = view::invitations(&seat.desk, &list).await.unwrap();
    let ask = InvitationAsk {
        organisation: HERE,
        membership: id,
    };
    let panel = view::invitation(&seat.desk, &ask).await.unwrap();
    let batch = view::batches(&seat.desk).await.unwrap().batches[0].id;
    let ask = BatchAsk {
        batch,
        offset: None,
        limit: None,
    };
    let batch = view::batch(&seat.desk, &ask).await.unwrap();
    [list.rows[0].waits, panel.row.waits, batch.rows[0].waits]
}

#[tokio::test]
async fn a_letter_that_waits_says_why_and_until_when_r_53() {
    let seat = sit(None, START).await;
    pull(&seat.desk, &business(), true).await;
    let id = one_sent(&seat).await;
    pull(&seat.desk, &page(5, told(id, DeliveryState::Queued)), false).await;
    assert_eq!(says(&seat, id).await, [Some(WAIT); 3]);
    pull(&seat.desk, &page(6, told(id, DeliveryState::Sent)), false).await;
    assert_eq!(says(&seat, id).await, [None; 3], "it waits no more");
}

#[test]
fn what_was_told_before_letters_said_that_they_wait_is_read() {
    let of_before = serde_json::json!({
        "membership": MembershipId(uuid::Uuid::nil()), "generation": 1, "steps": [],
    });
    let read: Delivery = serde_json::from_value(of_before.clone()).unwrap();
    assert_eq!(read.waits, None);
    assert_eq!(serde_json::to_value(read).unwrap(), of_before);
}
