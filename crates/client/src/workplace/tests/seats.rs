//! Taking and leaving seats where a keychain answers, does not, or is not there.

use std::sync::Arc;

use doorward_domain::OrganisationId;
use uuid::Uuid;

use super::{ANSWERS, Fickle, LOCKED, open, seated, session, shown, works, works_in};
use crate::contract::{Act, Answer, Kept, Query, Setting, Theme, ViewName};
use crate::error::Error;
use crate::keychain::{Keychain, MemoryKeychain, NoKeychain};
use crate::workplace::{Options, Workplace};

#[tokio::test]
async fn a_locked_keychain_leaves_the_desk_that_was_open_key_1() {
    let place = tempfile::tempdir().unwrap();
    let keychain = Arc::new(Fickle::default());
    let workplace = open(&place.path().join("device"), &keychain).await;
    workplace.sit_beside(session(1, "Olga")).await.unwrap();
    keychain.is(LOCKED);
    let refused = workplace.sit_beside(session(2, "Piret")).await;
    assert!(matches!(refused, Err(Error::Keychain(_))), "{refused:?}");
    assert_eq!(
        seated(&workplace).await.as_deref(),
        Some("Olga"),
        "and what she left unsent"
    );
    keychain.is(ANSWERS);
    workplace.sit_beside(session(2, "Piret")).await.unwrap();
    assert_eq!(seated(&workplace).await.as_deref(), Some("Piret"));
    workplace.close().await.unwrap();
}

#[tokio::test]
async fn a_keychain_that_is_locked_at_start_is_said_so_and_opens_later_s_62() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("device");
    let keychain = Arc::new(Fickle::default());
    let workplace = open(&folder, &keychain).await;
    workplace.sit_beside(session(1, "Olga")).await.unwrap();
    works(&workplace).await;
    workplace.close().await.unwrap();
    keychain.is(LOCKED);
    let workplace = open(&folder, &keychain).await;
    let view = shown(&workplace).await;
    assert_eq!(
        (view.signed_in, view.kept),
        (None, Kept::Locked),
        "nobody is asked for a password that would not help"
    );
    keychain.is(ANSWERS);
    workplace.sync_now().await.unwrap();
    assert_eq!(seated(&workplace).await.as_deref(), Some("Olga"));
    assert_eq!(
        super::outbox(&workplace).await.waiting,
        1,
        "nothing is lost"
    );
    workplace.close().await.unwrap();
}

async fn asked_on_closing(keychain: Arc<dyn Keychain>) -> (bool, Vec<ViewName>) {
    let place = tempfile::tempdir().unwrap();
    let options = Options::new(place.path().join("device"), keychain);
    let workplace = Workplace::open(options).await.unwrap();
    workplace.sit_beside(session(1, "Olga")).await.unwrap();
    assert!(!workplace.asks_before_closing().await, "nothing is unsent");
    works(&workplace).await;
    let mut told = workplace.subscribe();
    let asks = workplace.asks_before_closing().await;
    workplace.close().await.unwrap();
    drop(workplace);
    let mut views = Vec::new();
    while let Ok(changed) = told.recv().await {
        views.extend(changed.views);
    }
    (asks, views)
}

#[tokio::test]
async fn closing_asks_while_what_is_unsent_is_in_memory_only_s_62() {
    let (asks, views) = asked_on_closing(Arc::new(NoKeychain)).await;
    assert!(asks && views.contains(&ViewName::Closing), "{views:?}");
    let (asks, views) = asked_on_closing(Arc::new(MemoryKeychain::default())).await;
    assert!(!asks && !views.contains(&ViewName::Closing), "{views:?}");
}

async fn names(workplace: &Workplace) -> Vec<String> {
    let accounts = shown(workplace).await.accounts;
    accounts.iter().map(|it| it.name.to_string()).collect()
}

async fn unsent(workplace: &Workplace) -> (u32, Vec<u32>) {
    let Ok(Answer::Sync(view)) = workplace.query(Query::Sync).await else {
        panic!("somebody is signed in");
    };
    let each = view.accounts.iter().map(|it| it.unsent).collect();
    (view.unsent, each)
}

async fn switch(workplace: &Workplace, name: &str) {
    let accounts = shown(workplace).await.accounts;
    let meant = accounts
        .into_iter()
        .find(|it| it.name.to_string() == name)
        .unwrap();
    let account = meant.account;
    workplace.act(Act::SwitchAccount { account }).await.unwrap();
}

/// BTX-15.
#[tokio::test]
async fn several_accounts_sit_side_by_side_and_are_there_at_the_next_start() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("device");
    let keychain = Arc::new(Fickle::default());
    let workplace = open(&folder, &keychain).await;
    workplace.sit_beside(session(1, "Olga")).await.unwrap();
    works(&workplace).await;
    workplace.sit_beside(session(2, "Piret")).await.unwrap();
    assert_eq!(names(&workplace).await, ["Olga", "Piret"]);
    assert_eq!(seated(&workplace).await.as_deref(), Some("Piret"));
    for organisation in [9, 10] {
        works_in(&workplace, OrganisationId(Uuid::from_u128(organisation))).await;
    }
    assert_eq!(unsent(&workplace).await, (3, vec![1, 2]), "each its own");
    assert_eq!(super::outbox(&workplace).await.waiting, 3, "and one list");
    switch(&workplace, "Olga").await;
    assert_eq!(seated(&workplace).await.as_deref(), Some("Olga"));
    assert_eq!(names(&workplace).await, ["Olga", "Piret"], "in their order");
    workplace.close().await.unwrap();
    let workplace = open(&folder, &keychain).await;
    assert_eq!(names(&workplace).await, ["Olga", "Piret"]);
    assert_eq!(seated(&workplace).await.as_deref(), Some("Olga"));
    assert_eq!(unsent(&workplace).await, (3, vec![1, 2]), "nothing is lost");
    switch(&workplace, "Piret").await;
    workplace.close().await.unwrap();
    let workplace = open(&folder, &keychain).await;
    assert_eq!(seated(&workplace).await.as_deref(), Some("Piret"));
    workplace.close().await.unwrap();
}

#[tokio::test]
async fn one_of_several_accounts_signs_out_and_the_others_stay() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("device");
    let keychain = Arc::new(Fickle::default());
    let workplace = open(&folder, &keychain).await;
    for (person, name) in [(1, "Olga"), (2, "Piret"), (3, "Kadri")] {
        workplace.sit_beside(session(person, name)).await.unwrap();
    }
    let piret = shown(&workplace).await.accounts.remove(1).account;
    let leave = Act::SignOut {
        account: Some(piret),
        discard: false,
    };
    workplace.act(leave).await.unwrap();
    assert_eq!(names(&workplace).await, ["Olga", "Kadri"]);
    assert_eq!(seated(&workplace).await.as_deref(), Some("Kadri"));
    workplace.sit_beside(session(1, "Olga")).await.unwrap();
    assert_eq!(
        names(&workplace).await,
        ["Olga", "Kadri"],
        "who signs in again keeps the place"
    );
    assert_eq!(seated(&workplace).await.as_deref(), Some("Olga"));
    for _ in 0..2 {
        let leave = Act::SignOut {
            account: None,
            discard: false,
        };
        workplace.act(leave).await.unwrap();
    }
    assert!(shown(&workplace).await.signed_in.is_none());
    workplace.close().await.unwrap();
    let workplace = open(&folder, &keychain).await;
    assert!(names(&workplace).await.is_empty());
}

#[tokio::test]
async fn what_is_set_on_this_computer_is_set_for_every_account() {
    let place = tempfile::tempdir().unwrap();
    let keychain = Arc::new(Fickle::default());
    let workplace = open(&place.path().join("device"), &keychain).await;
    workplace.sit_beside(session(1, "Olga")).await.unwrap();
    let dark = Act::SetSetting(Setting::Theme(Theme::Dark));
    workplace.act(dark).await.unwrap();
    workplace.sit_beside(session(2, "Piret")).await.unwrap();
    assert_eq!(theme(&workplace).await, Theme::Dark);
    let light = Act::SetSetting(Setting::Theme(Theme::Light));
    workplace.act(light).await.unwrap();
    switch(&workplace, "Olga").await;
    assert_eq!(theme(&workplace).await, Theme::Light);
    workplace.close().await.unwrap();
}

async fn theme(workplace: &Workplace) -> Theme {
    let Ok(Answer::Settings(view)) = workplace.query(Query::Settings).await else {
        panic!("settings are always shown");
    };
    view.theme
}
