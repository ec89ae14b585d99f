//! S-62: without a keychain a passphrase keeps what is written to disk, or nothing is written at all.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::{ABSENT, ANSWERS, Fickle, LOCKED, gives, open, outbox, seated, session, shown, works};
use crate::contract::{Act, Kept};

const WORDS: &str = "seven tall white doors";

fn none() -> Arc<Fickle> {
    let keychain = Arc::new(Fickle::default());
    keychain.is(ABSENT);
    keychain
}

/// Every file below a folder with what it holds.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let held = fs::read(&path).unwrap();
                found.insert(path.display().to_string(), held);
            }
        }
    }
    found
}

fn holds(files: &BTreeMap<String, Vec<u8>>, canary: &str) -> bool {
    let canary = canary.as_bytes();
    files
        .values()
        .any(|it| it.windows(canary.len()).any(|part| part == canary))
}

#[tokio::test]
async fn a_passphrase_keeps_work_and_is_asked_for_again_at_the_next_start_s_62() {
    let place = tempfile::tempdir().unwrap();
    let (folder, keychain) = (place.path().join("device"), none());
    let workplace = open(&folder, &keychain).await;
    assert_eq!(shown(&workplace).await.kept, Kept::Undecided);
    gives(&workplace, WORDS, None).await.unwrap();
    assert_eq!(shown(&workplace).await.kept, Kept::Encrypted);
    workplace.sit_beside(session(1, "Olga")).await.unwrap();
    works(&workplace).await;
    assert!(
        !workplace.asks_before_closing().await,
        "what is kept is not lost by closing"
    );
    workplace.close().await.unwrap();

    let before = files(&folder);
    for canary in ["canary-token", WORDS, "SQLite format 3"] {
        assert!(!holds(&before, canary), "{canary} is on disk (S-61)");
    }
    let workplace = open(&folder, &keychain).await;
    let view = shown(&workplace).await;
    assert_eq!((view.signed_in, view.kept), (None, Kept::Sealed));
    let wrong = gives(&workplace, "seven tall black doors", None).await;
    assert_eq!(wrong.unwrap_err().code, "wrong_passphrase");
    assert_eq!(
        files(&folder),
        before,
        "another passphrase changes not one byte"
    );
    gives(&workplace, WORDS, None).await.unwrap();
    assert_eq!(seated(&workplace).await.as_deref(), Some("Olga"));
    assert_eq!(outbox(&workplace).await.waiting, 1, "her work is there");
    workplace.close().await.unwrap();
}

#[tokio::test]
async fn who_declines_leaves_nothing_on_the_disk_s_62() {
    let place = tempfile::tempdir().unwrap();
    let (folder, keychain) = (place.path().join("device"), none());
    let workplace = open(&folder, &keychain).await;
    workplace.act(Act::DeclinePassphrase).await.unwrap();
    assert_eq!(shown(&workplace).await.kept, Kept::Memory);
    workplace.sit_beside(session(1, "Olga")).await.unwrap();
    let locale = doorward_domain::Locale::Et;
    workplace.act(Act::SetLocale { locale }).await.unwrap();
    works(&workplace).await;
    assert!(workplace.asks_before_closing().await);
    assert_eq!(
        gives(&workplace, WORDS, None).await.unwrap_err().code,
        "unsent",
        "what is in memory does not move to disk by itself"
    );
    workplace.close().await.unwrap();
    assert!(!folder.exists(), "{:?}", files(&folder).keys());
    let workplace = open(&folder, &keychain).await;
    assert_eq!(
        shown(&workplace).await.kept,
        Kept::Undecided,
        "not even that was written down: the next start asks again"
    );
}

#[tokio::test]
async fn who_changes_their_mind_keeps_what_comes_from_then_on() {
    let place = tempfile::tempdir().unwrap();
    let (folder, keychain) = (place.path().join("device"), none());
    let workplace = open(&folder, &keychain).await;
    workplace.act(Act::DeclinePassphrase).await.unwrap();
    workplace.sit_beside(session(1, "Olga")).await.unwrap();
    let short = gives(&workplace, "fourteen chars", None).await;
    assert_eq!(short.unwrap_err().code, "short_passphrase");
    gives(&workplace, WORDS, None).await.unwrap();
    assert_eq!(
        seated(&workplace).await.as_deref(),
        Some("Olga"),
        "she stays signed in"
    );
    works(&workplace).await;
    workplace.close().await.unwrap();
    let workplace = open(&folder, &keychain).await;
    gives(&workplace, WORDS, None).await.unwrap();
    assert_eq!(outbox(&workplace).await.waiting, 1);
    workplace.close().await.unwrap();
}

#[tokio::test]
async fn a_forgotten_passphrase_is_replaced_and_what_it_kept_is_put_aside_key_1() {
    let place = tempfile::tempdir().unwrap();
    let (folder, keychain) = (place.path().join("device"), none());
    let workplace = open(&folder, &keychain).await;
    gives(&workplace, WORDS, None).await.unwrap();
    workplace.sit_beside(session(1, "Olga")).await.unwrap();
    works(&workplace).await;
    workplace.close().await.unwrap();
    let before = files(&folder);

    let workplace = open(&folder, &keychain).await;
    gives(&workplace, "five short green gates", Some(true))
        .await
        .unwrap();
    assert_eq!(seated(&workplace).await, None, "she signs in again");
    workplace.sit_beside(session(1, "Olga")).await.unwrap();
    assert_eq!(outbox(&workplace).await.waiting, 0);
    workplace.close().await.unwrap();
    let after = files(&folder);
    let aside = |name: &str| {
        let (path, held) = before
            .iter()
            .find(|(path, _)| path.ends_with(name))
            .unwrap();
        assert_eq!(after.get(&format!("{path}.aside-1")), Some(held), "{path}");
    };
    aside("vault");
    aside("account.db");
}

#[tokio::test]
async fn a_keychain_that_is_gone_or_broken_comes_back_to_everything_it_kept_s_62() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("device");
    let keychain = Arc::new(Fickle::default());
    let workplace = open(&folder, &keychain).await;
    workplace.sit_beside(session(1, "Olga")).await.unwrap();
    works(&workplace).await;
    workplace.close().await.unwrap();
    let before = files(&folder);
    for broken in [ABSENT, LOCKED] {
        keychain.is(broken);
        let workplace = open(&folder, &keychain).await;
        assert_eq!(seated(&workplace).await, None);
        workplace.act(Act::DeclinePassphrase).await.unwrap();
        workplace.sit_beside(session(1, "Olga")).await.unwrap();
        assert_eq!(
            outbox(&workplace).await.waiting,
            0,
            "this run is in memory only"
        );
        workplace.close().await.unwrap();
        assert_eq!(files(&folder), before, "cache and outbox are untouched");
    }
    keychain.is(ABSENT);
    let workplace = open(&folder, &keychain).await;
    gives(&workplace, WORDS, None).await.unwrap();
    workplace.sit_beside(session(1, "Olga")).await.unwrap();
    workplace.sign_out(None, true).await.unwrap();
    workplace.close().await.unwrap();
    keychain.is(ANSWERS);
    let workplace = open(&folder, &keychain).await;
    workplace.sit_beside(session(1, "Olga")).await.unwrap();
    assert_eq!(
        outbox(&workplace).await.waiting,
        1,
        "what a passphrase kept lay beside it, not over it"
    );
    workplace.close().await.unwrap();
}

#[cfg(unix)]
#[tokio::test]
async fn what_a_passphrase_keeps_is_this_persons_alone_s_60() {
    use std::os::unix::fs::PermissionsExt;

    let place = tempfile::tempdir().unwrap();
    let (folder, keychain) = (place.path().join("device"), none());
    let workplace = open(&folder, &keychain).await;
    gives(&workplace, WORDS, None).await.unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    assert_eq!(mode(&folder.join("vault")), 0o600);
    workplace.sit_beside(session(1, "Olga")).await.unwrap();
    assert_eq!(
        mode(&folder.join("vault")),
        0o600,
        "written again as private"
    );
    workplace.close().await.unwrap();
}

#[tokio::test]
async fn a_vault_that_somebody_changed_opens_for_nobody() {
    let place = tempfile::tempdir().unwrap();
    let (folder, keychain) = (place.path().join("device"), none());
    let workplace = open(&folder, &keychain).await;
    gives(&workplace, WORDS, None).await.unwrap();
    workplace.close().await.unwrap();
    let vault = folder.join("vault");
    let whole = fs::read_to_string(&vault).unwrap();
    for (from, to) in [
        ("\"memory_kib\":65536", "\"memory_kib\":4294967295"),
        ("\"memory_kib\":65536", "\"memory_kib\":8192"),
        ("\"passes\":3", "\"passes\":4000000000"),
    ] {
        let changed = whole.replace(from, to);
        assert_ne!(changed, whole);
        fs::write(&vault, &changed).unwrap();
        let workplace = open(&folder, &keychain).await;
        let refused = gives(&workplace, WORDS, None).await;
        assert_eq!(refused.unwrap_err().code, "wrong_passphrase", "{to}");
        assert_eq!(fs::read_to_string(&vault).unwrap(), changed);
    }
}
