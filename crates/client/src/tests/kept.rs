//! The file of an organisation that the first version wrote, kept as it was (`fixtures/README.md`): this version opens it,
//! and nothing that was in it is lost (S-80, SYN-9). That of an account is looked at beside its outbox.

use std::fs;
use std::sync::Arc;

use doorward_domain::PersonState;

use super::cast::{HERE, contacts, key, page};
use super::rows::names;
use crate::cache::Cache;
use crate::files::Place;

#[tokio::test]
async fn people_in_a_file_of_the_first_version_are_listed_and_found_s_80() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("organisation.db");
    fs::write(&path, include_bytes!("../../fixtures/organisation-1.db")).unwrap();
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
