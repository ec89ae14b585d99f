//! Taking and leaving seats where a keychain answers, does not, or is not there.

use std::sync::Arc;

use super::{ANSWERS, Fickle, LOCKED, open, seated, session, shown, works};
use crate::contract::{Kept, ViewName};
use crate::error::Error;
use crate::keychain::{Keychain, MemoryKeychain, NoKeychain};
use crate::workplace::{Options, Workplace};

#[tokio::test]
async fn a_locked_keychain_leaves_the_desk_that_was_open_key_1() {
    let place = tempfile::tempdir().unwrap();
    let keychain = Arc::new(Fickle::default());
    let workplace = open(&place.path().join("device"), &keychain).await;
    workplace.change_seats(session(1, "Olga")).await.unwrap();
    keychain.is(LOCKED);
    let refused = workplace.change_seats(session(2, "Piret")).await;
    assert!(matches!(refused, Err(Error::Keychain(_))), "{refused:?}");
    assert_eq!(
        seated(&workplace).await.as_deref(),
        Some("Olga"),
        "and what she left unsent"
    );
    keychain.is(ANSWERS);
    workplace.change_seats(session(2, "Piret")).await.unwrap();
    assert_eq!(seated(&workplace).await.as_deref(), Some("Piret"));
    workplace.close().await.unwrap();
}

#[tokio::test]
async fn a_keychain_that_is_locked_at_start_is_said_so_and_opens_later_s_62() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("device");
    let keychain = Arc::new(Fickle::default());
    let workplace = open(&folder, &keychain).await;
    workplace.change_seats(session(1, "Olga")).await.unwrap();
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
    workplace.change_seats(session(1, "Olga")).await.unwrap();
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
