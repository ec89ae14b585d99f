//! The feed of own rows, held to the server's by sums like every other (SYN-7, DESIGN 4).

use doorward_domain::{Account, Grant, Preset, Status};
use doorward_protocol::{Mine, MyGone, MyKind, MyMembership, MyRecord, MySentRecord, MySums};
use uuid::Uuid;

use super::cast::{HERE, membership, name, olga};
use crate::cache::Own;
use crate::files::Place;

const ROW: u128 = 0x77;

fn row(kind: MyKind) -> MyRecord {
    let mine = Box::new(MyMembership {
        organisation: HERE,
        organisation_name: name("Hortensia"),
        membership: membership(
            ROW,
            Some(0x100),
            "Olga Owner",
            Status::Approved,
            Some(Grant::of(Preset::Staff)),
        ),
    });
    match kind {
        MyKind::Account => MyRecord::Account(olga()),
        MyKind::Invitation => MyRecord::Invitation(mine),
        MyKind::Membership => MyRecord::Membership(mine),
        MyKind::Device | MyKind::Notice => panic!("not in these stories"),
    }
}

fn sent(kind: MyKind, revision: u64) -> MySentRecord {
    MySentRecord {
        record: row(kind),
        revision,
    }
}

/// A last page, as of `revision`, after which the server counts `held`.
fn page(revision: u64, records: Vec<MySentRecord>, held: &[(MyKind, Uuid, u64)]) -> Mine {
    let mut sums = MySums::new();
    for (kind, id, revision) in held {
        sums.entry(*kind).or_default().add(*id, *revision);
    }
    Mine {
        reset: false,
        records,
        gone: Vec::new(),
        cursor: format!("after {revision}"),
        more: false,
        revision,
        sums: Some(sums),
        texts: None,
    }
}

fn id() -> Uuid {
    Uuid::from_u128(ROW)
}

fn account() -> (MyKind, Uuid, u64) {
    let Account { person, .. } = olga();
    (MyKind::Account, person.0, 1)
}

#[tokio::test]
async fn an_invitation_leaves_and_the_membership_it_became_stays_syn_7() {
    let own = Own::open(&Place::Memory).await.unwrap();
    let first = page(
        2,
        vec![sent(MyKind::Account, 1), sent(MyKind::Invitation, 2)],
        &[account(), (MyKind::Invitation, id(), 2)],
    );
    assert!(own.take(&first).await.unwrap());
    assert_eq!(own.memberships().await.unwrap().len(), 0);
    let accepted = page(
        3,
        vec![sent(MyKind::Membership, 3)],
        &[account(), (MyKind::Membership, id(), 3)],
    );
    let accepted = Mine {
        gone: vec![MyGone {
            kind: MyKind::Invitation,
            id: id(),
            revision: 3,
        }],
        ..accepted
    };
    assert!(own.take(&accepted).await.unwrap());
    assert_eq!(own.memberships().await.unwrap().len(), 1);
    assert_eq!(own.account().await.unwrap(), Some(olga()));
}

#[tokio::test]
async fn own_rows_that_differ_from_the_servers_are_noticed_even_where_nothing_is_new_syn_7() {
    let own = Own::open(&Place::Memory).await.unwrap();
    let held = [account(), (MyKind::Membership, id(), 2)];
    let whole = page(
        2,
        vec![sent(MyKind::Account, 1), sent(MyKind::Membership, 2)],
        &held,
    );
    assert!(own.take(&whole).await.unwrap());
    assert!(own.take(&page(2, vec![], &held)).await.unwrap());
    let other = [account(), (MyKind::Membership, id(), 9)];
    assert!(!own.take(&page(2, vec![], &other)).await.unwrap());
    assert!(!own.take(&page(9, vec![], &other)).await.unwrap());
    let anew = Mine {
        reset: true,
        ..page(
            9,
            vec![sent(MyKind::Account, 1), sent(MyKind::Membership, 9)],
            &other,
        )
    };
    assert!(own.take(&anew).await.unwrap());
}
