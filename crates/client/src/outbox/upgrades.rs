//! Files of every older version open, with the fifty commands that wait in them, also when the move to the new version
//! was cut off before (S-80).

use std::fs;
use std::path::Path;
use std::sync::Arc;

use doorward_domain::{Command, OrganisationId};
use uuid::Uuid;

use super::Outbox;
use crate::cache::{ACCOUNT_MIGRATIONS, Own};
use crate::files::{Database, Place};
use crate::key::{Key, encode};

const HERE: OrganisationId = OrganisationId(Uuid::from_u128(1));
/// How many commands wait.
const QUEUED: u128 = 50;
/// A command as the first version kept it.
const KEPT: &str =
    r#"{"type":"revoke_invitation","membership":"00000000-0000-0000-0000-000000000007"}"#;

fn key() -> Key {
    Key::derive(&encode(&[1; 32]), &encode(&[2; 32]), "test").unwrap()
}

/// A file as it was at a version, with work in it; how many steps had been taken then is its number.
async fn of_version(path: &Path, version: usize) {
    let place = Place::File(path.to_owned(), key());
    let old = Database::open(&place, &ACCOUNT_MIGRATIONS[..version]);
    let old = old.await.unwrap();
    for number in 0..QUEUED {
        // Neither by id nor by time is the order that in which they were made.
        let id = Uuid::from_u128(1000 - number);
        let insert = sqlx::query(
            "INSERT INTO outbox (id, organisation, command, subject, made_at, certain) VALUES (?, ?, ?, 'Anna', 7, 1)",
        );
        let mut writer = old.write().await.unwrap();
        let insert = insert.bind(id.as_bytes().as_slice());
        let insert = insert.bind(HERE.0.as_bytes().as_slice()).bind(KEPT);
        insert.execute(&mut *writer).await.unwrap();
    }
    old.close().await.unwrap();
}

/// Opens a file as this version does: all of the work is there, in its order.
async fn holds_the_work(path: &Path) {
    let own = Own::open(&Place::File(path.to_owned(), key()))
        .await
        .unwrap();
    let outbox = Outbox::open(Arc::clone(own.database())).await.unwrap();
    let entries = outbox.entries();
    let ids: Vec<_> = entries.iter().map(|entry| entry.id.0.as_u128()).collect();
    assert_eq!(ids, (0..QUEUED).map(|it| 1000 - it).collect::<Vec<_>>());
    for entry in &entries {
        assert!(matches!(entry.command, Command::RevokeInvitation(_)));
        assert!(entry.is_open(), "it waits to be sent");
    }
    drop(outbox);
    own.close().await.unwrap();
}

#[tokio::test]
async fn files_of_every_older_version_open_with_their_work_s_80() {
    for version in 1..=ACCOUNT_MIGRATIONS.len() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("account.db");
        of_version(&path, version).await;
        holds_the_work(&path).await;
    }
}

/// The file is kept as the first version wrote it (`fixtures/README.md`).
#[tokio::test]
async fn a_file_that_the_first_version_wrote_opens_with_its_work_s_80() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("account.db");
    fs::write(&path, include_bytes!("../../fixtures/account-1.db")).unwrap();
    holds_the_work(&path).await;
}

#[tokio::test]
async fn a_move_to_this_version_that_was_cut_off_begins_anew_s_80() {
    for version in 1..ACCOUNT_MIGRATIONS.len() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("account.db");
        of_version(&path, version).await;
        // What a program leaves that is killed within a step: everything it has written to the disk by then.
        let steps = &ACCOUNT_MIGRATIONS[..version];
        let old = Database::open(&Place::File(path.clone(), key()), steps)
            .await
            .unwrap();
        let mut writer = old.write().await.unwrap();
        let step = format!(
            "PRAGMA cache_spill = 1; BEGIN; {}",
            ACCOUNT_MIGRATIONS[version]
        );
        sqlx::raw_sql(sqlx::AssertSqlSafe(step))
            .execute(&mut *writer)
            .await
            .unwrap();
        let left = place.path().join("left");
        fs::create_dir(&left).unwrap();
        for file in fs::read_dir(place.path()).unwrap() {
            let file = file.unwrap();
            if file.file_type().unwrap().is_file() {
                fs::copy(file.path(), left.join(file.file_name())).unwrap();
            }
        }
        sqlx::raw_sql("ROLLBACK")
            .execute(&mut *writer)
            .await
            .unwrap();
        drop(writer);
        old.close().await.unwrap();
        holds_the_work(&left.join("account.db")).await;
    }
}
