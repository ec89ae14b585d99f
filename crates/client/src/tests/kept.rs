//! Files that the first version wrote, kept as they were (`fixtures/README.md`): this version opens them, and nothing that
//! was in them is lost (S-80, SYN-9).

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use doorward_domain::{Command, PersonState};
use tempfile::TempDir;

use super::cast::{HERE, contacts, key, page};
use super::rows::names;
use crate::cache::{Cache, Own};
use crate::files::Place;
use crate::outbox::Outbox;

/// A copy of a kept file, to be opened.
fn copied(kept: &[u8]) -> (TempDir, PathBuf) {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("kept.db");
    fs::write(&path, kept).unwrap();
    (place, path)
}

#[tokio::test]
async fn the_work_that_waits_in_a_file_of_the_first_version_waits_still_s_80() {
    let (_place, path) = copied(include_bytes!("../../fixtures/account-1.db"));
    let own = Own::open(&Place::File(path, key())).await.unwrap();
    let outbox = Outbox::open(Arc::clone(own.database())).await.unwrap();
    let entries = outbox.entries();
    assert_eq!(entries.len(), 50);
    // In the order in which they were made, which is that of neither their ids nor their times.
    assert!(entries.is_sorted_by(|one, other| one.id.0 > other.id.0));
    for entry in &entries {
        assert!(matches!(entry.command, Command::RevokeInvitation(_)));
        assert!(entry.is_open(), "it waits to be sent");
    }
    drop(outbox);
    own.close().await.unwrap();
}

#[tokio::test]
async fn people_in_a_file_of_the_first_version_are_listed_and_found_s_80() {
    let (_place, path) = copied(include_bytes!("../../fixtures/organisation-1.db"));
    let cache = Cache::open(HERE, &Place::File(path, key())).await.unwrap();
    let cache = Arc::new(cache);
    let standing = cache.standing();
    let stands = (standing.complete, standing.cursor.as_deref());
    assert_eq!(
        stands,
        (5, Some("cursor-5")),
        "the feed goes on where it stood"
    );
    let waiting = [PersonState::Waiting];
    let found = names(&cache, &waiting, "").await;
    assert_eq!(found, ["Ștefan Brânză", "Анна Соколова"]);
    assert_eq!(names(&cache, &waiting, "soko").await, ["Анна Соколова"]);
    assert_eq!(names(&cache, &waiting, "stefan@").await, ["Ștefan Brânză"]);
    let next = page(6, vec![contacts(0x21, "branza@elsewhere.ro")]);
    assert!(
        cache.apply(&next).await.unwrap(),
        "its sums are the server's"
    );
    assert_eq!(
        names(&cache, &waiting, "elsewhere").await,
        ["Ștefan Brânză"]
    );
    cache.close().await.unwrap();
}
