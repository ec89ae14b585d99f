//! What the tray is told, and what the computer does by itself.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use doorward_domain::{Locale, MembershipId, Moment, OrganisationId};
use uuid::Uuid;

use super::{Fickle, open, session};
use crate::at_login::AtLogin;
use crate::contract::{Act, Answer, Query, Setting, SettingsView};
use crate::keychain::MemoryKeychain;
use crate::workplace::{Glance, Options, Workplace};

/// A computer that starts the program, or does not.
#[derive(Debug, Default)]
struct Computer(AtomicBool);

impl AtLogin for Computer {
    fn is_on(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }

    fn set(&self, on: bool) -> io::Result<()> {
        self.0.store(on, Ordering::SeqCst);
        Ok(())
    }
}

async fn set(workplace: &Workplace) -> SettingsView {
    let Ok(Answer::Settings(view)) = workplace.query(Query::Settings).await else {
        panic!("settings are always shown");
    };
    *view
}

#[tokio::test]
async fn nobody_is_counted_where_nobody_is_signed_in() {
    let place = tempfile::tempdir().unwrap();
    let workplace = open(&place.path().join("device"), &Arc::<Fickle>::default()).await;
    let locale = Locale::Ru;
    workplace.act(Act::SetLocale { locale }).await.unwrap();
    let nothing = Glance {
        locale: Some(locale),
        ..Glance::default()
    };
    assert_eq!(workplace.glance().await, nothing);
    workplace.sit_beside(session(1, "Olga")).await.unwrap();
    let seen = workplace.glance().await;
    assert!(seen.signed_in && seen.waiting == 0 && seen.newest.is_empty());
    workplace.close().await.unwrap();
}

/// The tray looks again when somebody is due who was put off: nothing else tells of it.
#[tokio::test]
async fn it_is_known_when_time_alone_changes_what_is_seen() {
    let place = tempfile::tempdir().unwrap();
    let workplace = open(&place.path().join("device"), &Arc::<Fickle>::default()).await;
    workplace.sit_beside(session(1, "Olga")).await.unwrap();
    assert_eq!(workplace.glance().await.wakes_in_ms, None);
    let put_off = |until| Act::Snooze {
        organisation: OrganisationId(Uuid::from_u128(8)),
        membership: MembershipId(Uuid::from_u128(7)),
        until,
    };
    let far = Moment(i64::MAX / 2);
    workplace.act(put_off(Some(far))).await.unwrap();
    assert!(workplace.glance().await.wakes_in_ms.is_some());
    workplace.act(put_off(None)).await.unwrap();
    assert_eq!(workplace.glance().await.wakes_in_ms, None);
    workplace.close().await.unwrap();
}

/// `UI_SPEC` 7.9: both are off until somebody wants them.
#[tokio::test]
async fn it_neither_starts_by_itself_nor_stays_until_that_is_set() {
    let place = tempfile::tempdir().unwrap();
    let keychain = Arc::new(MemoryKeychain::default());
    let options = Options {
        at_login: Some(Arc::new(Computer::default())),
        ..Options::new(place.path().join("device"), keychain)
    };
    let workplace = Workplace::open(options).await.unwrap();
    workplace.sit_beside(session(1, "Olga")).await.unwrap();
    assert_eq!(set(&workplace).await.at_login, Some(false));
    assert!(!workplace.keeps_running().await);
    workplace.act(Act::StartAtLogin { on: true }).await.unwrap();
    let keeps = Act::SetSetting(Setting::KeepsRunning(true));
    workplace.act(keeps).await.unwrap();
    assert_eq!(set(&workplace).await.at_login, Some(true));
    assert!(workplace.keeps_running().await);
    workplace.close().await.unwrap();
}

#[tokio::test]
async fn where_no_computer_starts_it_that_cannot_be_set() {
    let place = tempfile::tempdir().unwrap();
    let workplace = open(&place.path().join("device"), &Arc::<Fickle>::default()).await;
    workplace.sit_beside(session(1, "Olga")).await.unwrap();
    assert_eq!(set(&workplace).await.at_login, None);
    let on = Act::StartAtLogin { on: true };
    assert!(workplace.act(on).await.is_err());
    workplace.close().await.unwrap();
}
