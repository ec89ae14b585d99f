//! Files of this computer: rights, encryption, newer versions, what cannot be read (CCH-1, CCH-2, KEY-1).

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::cast::{HERE, START, business, key, pull, sit};
use crate::cache::{Cache, Own};
use crate::error::Error;
use crate::files::{Folder, Place, is_unreadable};
use crate::key::{Key, encode};

fn mode(path: &Path) -> u32 {
    fs::symlink_metadata(path).unwrap().permissions().mode() & 0o777
}

#[tokio::test]
async fn every_file_is_this_persons_alone_and_encrypted_s_60_s_61_cch_1_cch_2() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("account");
    let seat = sit(Some(&folder), START).await;
    pull(&seat.desk, &business(), true).await;
    assert_eq!(mode(&folder), 0o700);
    let mut seen = Vec::new();
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
        let bytes = fs::read(&path).unwrap();
        assert!(
            !bytes.starts_with(b"SQLite format 3"),
            "{} is not encrypted",
            path.display()
        );
        assert!(
            !bytes.windows(8).any(|it| it == b"olga@exa"),
            "{} shows an address",
            path.display()
        );
        seen.push(
            path.extension()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
        );
    }
    assert!(
        seen.iter().any(|it| it == "db-wal"),
        "the files beside the databases were looked at too: {seen:?}"
    );
    seat.desk.close().await.unwrap();
}

#[tokio::test]
async fn a_link_is_never_followed_and_wide_rights_are_narrowed_cch_1() {
    let place = tempfile::tempdir().unwrap();
    let elsewhere = place.path().join("elsewhere");
    fs::write(&elsewhere, "").unwrap();
    let link = place.path().join("account.db");
    std::os::unix::fs::symlink(&elsewhere, &link).unwrap();
    assert!(matches!(
        Own::open(&Place::File(link, key())).await,
        Err(Error::Files(_))
    ));
    let wide = place.path().join("wide.db");
    fs::write(&wide, "").unwrap();
    fs::set_permissions(&wide, fs::Permissions::from_mode(0o666)).unwrap();
    Own::open(&Place::File(wide.clone(), key()))
        .await
        .unwrap()
        .close()
        .await
        .unwrap();
    assert_eq!(mode(&wide), 0o600);
}

#[test]
fn what_is_written_by_several_at_once_is_never_lost_or_half() {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::open(place.path().join("device")).unwrap();
    let texts: Vec<String> = (0..8).map(|it| it.to_string().repeat(32)).collect();
    std::thread::scope(|all| {
        for text in &texts {
            all.spawn(|| (0..25).for_each(|_| folder.write("current", text).unwrap()));
        }
    });
    let written = fs::read_to_string(folder.file("current")).unwrap();
    assert!(texts.contains(&written), "{written:?}");
}

#[tokio::test]
async fn two_programs_never_use_one_folder() {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::open(place.path().join("account")).unwrap();
    let lock = folder.lock().unwrap();
    assert!(matches!(folder.lock(), Err(Error::InUse)));
    drop(lock);
    assert!(folder.lock().is_ok(), "the lock ends with the program");
}

#[tokio::test]
async fn another_key_opens_nothing_and_what_it_cannot_open_is_put_aside_key_1() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("org.db");
    Cache::open(HERE, &Place::File(path.clone(), key()))
        .await
        .unwrap()
        .close()
        .await
        .unwrap();
    let before = fs::read(&path).unwrap();
    let other = Key::derive(&encode(&[9; 32]), &encode(&[2; 32]), "test").unwrap();
    let error = Cache::open(HERE, &Place::File(path.clone(), other))
        .await
        .unwrap_err();
    assert!(is_unreadable(&error), "{error:?}");
    Folder::quarantine(&path).unwrap();
    assert_eq!(
        fs::read(place.path().join("org.db.aside-1")).unwrap(),
        before,
        "nothing of it was overwritten"
    );
}

#[tokio::test]
async fn files_of_a_newer_version_are_left_alone_syn_9() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("account.db");
    let own = Own::open(&Place::File(path.clone(), key())).await.unwrap();
    sqlx::raw_sql("PRAGMA user_version = 99")
        .execute(&mut *own.database().write().await.unwrap())
        .await
        .unwrap();
    own.close().await.unwrap();
    let error = Own::open(&Place::File(path, key())).await.unwrap_err();
    assert!(matches!(error, Error::NewerFiles));
    assert_eq!(error.code(), "update_needed");
}

#[tokio::test]
async fn without_a_keychain_nothing_is_written_to_disk_s_62() {
    let place = tempfile::tempdir().unwrap();
    let options = crate::Options::new(
        place.path().join("doorward"),
        std::sync::Arc::new(crate::NoKeychain),
    );
    let workplace = crate::Workplace::open(options).await.unwrap();
    workplace
        .act(crate::Act::SetLocale {
            locale: doorward_domain::Locale::Et,
        })
        .await
        .unwrap();
    let seat = sit(None, START).await;
    pull(&seat.desk, &business(), true).await;
    assert!(seat.desk.folder().is_none());
    workplace.close().await.unwrap();
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 0);
}
