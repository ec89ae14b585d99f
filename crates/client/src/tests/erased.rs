//! What a device keeps of somebody who was erased goes at once: what the outbox says of them, and the history that was
//! read here.

use std::sync::Arc;

use doorward_domain::{
    Author, Command, CommandId, DeclineRequest, EndMembership, FORMER, MembershipId, Moment,
    PersonId, Refusal, SetPosition, Signed,
};
use doorward_protocol::{Erased, Outcome};
use uuid::Uuid;

use super::cast::{HERE, START, key};
use crate::cache::Own;
use crate::files::Place;
use crate::outbox::{Entry, Outbox};

fn entry(number: u128, command: Command) -> Entry {
    let id = CommandId(Uuid::from_u128(0xc000 + number));
    Entry {
        subject: Some("Anna Tamm".to_owned()),
        ..Entry::new(id, HERE, command, START)
    }
}

fn row(number: u128) -> MembershipId {
    MembershipId(Uuid::from_u128(number))
}

/// Anna, who was erased, and the row that was hers.
fn anna() -> Erased {
    Erased {
        person: PersonId(Uuid::from_u128(0xa)),
        memberships: vec![row(0x20)],
        revision: 9,
    }
}

#[tokio::test]
async fn the_outbox_keeps_no_word_of_somebody_who_was_erased_r_63() {
    let place = tempfile::tempdir().unwrap();
    let file = Place::File(place.path().join("account.db"), key());
    let own = Own::open(&file).await.unwrap();
    let outbox = Outbox::open(Arc::clone(own.database())).await.unwrap();
    let position = Some("Anna's stylist".to_owned().try_into().unwrap());
    let says = SetPosition {
        membership: row(0x20),
        position,
    };
    outbox.add(entry(1, says.into()), None).await.unwrap();
    let decline = DeclineRequest {
        membership: row(0x21),
        reason: Some("Boris knows why".to_owned().try_into().unwrap()),
    };
    outbox.add(entry(2, decline.into()), None).await.unwrap();
    let end = EndMembership {
        membership: row(0x22),
    };
    outbox.add(entry(3, end.into()), None).await.unwrap();
    let done = Outcome::NoChange {
        revision: 4,
        by: Some(Signed {
            author: Author::Person {
                id: anna().person,
                name: "Anna Tamm".to_owned().try_into().unwrap(),
                from: None,
            },
            at: Moment(5),
        }),
    };
    let third = outbox.entries()[2].id;
    outbox.settle(HERE, &[(third, done)], START).await.unwrap();

    outbox.erase(HERE, &[anna()], START).await.unwrap();
    outbox.erase(HERE, &[anna()], START).await.unwrap();
    drop(outbox);
    let outbox = Outbox::open(Arc::clone(own.database())).await.unwrap();
    let entries = outbox.entries();
    let [about, other, named] = &entries[..] else {
        panic!("each has its end: {entries:?}");
    };
    assert_eq!(about.refusal(), Some(&Refusal::NotFound), "it has an end");
    assert_eq!((&about.subject, &about.basis), (&None, &None));
    assert!(!format!("{about:?}").contains("stylist"), "{about:?}");
    assert!(other.is_open() && format!("{other:?}").contains("Boris knows"));
    let said = format!("{:?}", named.outcome);
    assert!(said.contains(FORMER) && !said.contains("Anna"), "{said}");
}
