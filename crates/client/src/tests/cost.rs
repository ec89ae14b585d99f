//! What a view costs does not grow with the organisation: the engine's steps are counted, in a small one and in one
//! five times as large (DESIGN 4, *Search and order*).

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use doorward_domain::Preset;

use super::asks;
use super::cast::{HERE, START, pull, sit};
use super::crowd::crowd;
use crate::cache::Cache;
use crate::contract::{
    CheckContactsAsk, InvitationTab, InviteFormAsk, LevelsAsk, PeopleAsk, PeopleOrder,
};
use crate::view;

const SMALL: u128 = 500;
const LARGE: u128 = 2_500;
/// Steps between two looks at the counter.
const STRIDE: i32 = 20;

/// Counts the steps of the engine from now on.
async fn count_steps(cache: &Cache) -> Arc<AtomicU64> {
    let steps = Arc::new(AtomicU64::new(0));
    let counter = Arc::clone(&steps);
    let mut connection = cache.database().write().await.unwrap();
    let mut handle = connection.lock_handle().await.unwrap();
    handle.set_progress_handler(STRIDE, move || {
        counter.fetch_add(1, Ordering::SeqCst);
        true
    });
    steps
}

/// Asks the views that are asked all the time, and answers what each cost.
async fn costs(many: u128) -> Vec<(&'static str, u64)> {
    let seat = sit(None, START).await;
    pull(&seat.desk, &crowd(many), true).await;
    let cache = seat.desk.office(HERE).await.cache().await.unwrap();
    let steps = count_steps(&cache).await;
    let mut costs = Vec::new();
    let steps = &*steps;
    let mut asked = |what| costs.push((what, steps.swap(0, Ordering::SeqCst)));
    asked("nothing");
    for (what, sort) in [
        ("by name", None),
        ("by level", Some(PeopleOrder::Level)),
        ("by state", Some(PeopleOrder::State)),
        ("by last sign-in", Some(PeopleOrder::LastSeen)),
    ] {
        let ask = PeopleAsk {
            sort,
            limit: Some(50),
            ..asks::people()
        };
        view::people(&seat.desk, &ask).await.unwrap();
        asked(what);
    }
    let one = PeopleAsk {
        search: Some("010123@example".into()),
        sort: Some(PeopleOrder::Level),
        ..asks::people()
    };
    assert_eq!(view::people(&seat.desk, &one).await.unwrap().total, 1);
    asked("one person found in the tables");
    // Everybody is read once, beside the first search by name.
    cache.hold_image().await;
    steps.store(0, Ordering::SeqCst);
    let one = PeopleAsk { sort: None, ..one };
    assert_eq!(view::people(&seat.desk, &one).await.unwrap().total, 1);
    asked("one person found in the image");
    view::session(&seat.desk, None).await.unwrap();
    asked("the sidebar");
    let levels = LevelsAsk { organisation: HERE };
    view::levels(&seat.desk, &levels).await.unwrap();
    asked("levels");
    let waiting = crate::contract::InvitationsAsk {
        limit: Some(20),
        ..asks::invitations(InvitationTab::Accepted)
    };
    view::invitations(&seat.desk, &waiting).await.unwrap();
    asked("invitations");
    let form = InviteFormAsk { organisation: HERE };
    view::invite_form(&seat.desk, &form).await.unwrap();
    asked("the dialog that invites");
    let check = CheckContactsAsk {
        organisation: HERE,
        contacts: vec!["olga@example.ee".into(), "new@example.ee".into()],
        level: Preset::Staff.into(),
    };
    view::check_contacts(&seat.desk, &check).await.unwrap();
    asked("two contacts");
    costs
}

#[tokio::test]
async fn what_a_view_costs_does_not_grow_with_the_organisation() {
    let (small, large) = (costs(SMALL).await, costs(LARGE).await);
    for ((what, small), (_, large)) in small.into_iter().zip(large) {
        assert!(
            large <= small + small / 3 + 40,
            "{what}: {large} steps among {LARGE} people, {small} among {SMALL}"
        );
    }
}
