//! The bell on a device: told by the feed, read here at once and told to the server later (RULES 7, U10); and the settings
//! of an organisation.

use doorward_domain::{About, ChangeSettings, Command, MembershipId, Moment, Note, Settings};
use doorward_protocol::{Mine, MyKind, MyNotice, MyRecord, MySentRecord, MySums};
use uuid::Uuid;

use super::cast::{HERE, Seat, name};
use super::house::desk;
use crate::contract::{BellAsk, BellView, OrganisationSettingsAsk, OrganisationSettingsView};
use crate::view;

fn notice(id: u128, at: i64, read: bool) -> MyNotice {
    MyNotice {
        id: Uuid::from_u128(id),
        kind: "request".into(),
        organisation: HERE,
        organisation_name: name("Hortensia"),
        about: About::Membership(MembershipId(Uuid::from_u128(0x55))),
        name: Some(name("Anna Sokolova")),
        contact: None,
        by: None,
        at: Moment(at),
        read,
    }
}

async fn told(seat: &Seat, revision: u64, notices: Vec<MyNotice>) {
    let records = notices.into_iter().zip(revision..);
    let records = records.map(|(it, revision)| MySentRecord {
        record: MyRecord::Notice(it),
        revision,
    });
    let page = Mine {
        reset: false,
        records: records.collect(),
        gone: Vec::new(),
        cursor: format!("after {revision}"),
        more: true,
        revision,
        sums: None::<MySums>,
        texts: None,
    };
    assert!(seat.desk.own.take(&page).await.unwrap());
}

async fn bell(seat: &Seat) -> BellView {
    view::bell(&seat.desk, &BellAsk { limit: None })
        .await
        .unwrap()
}

#[tokio::test]
async fn the_bell_tells_the_newest_first_and_what_is_read_here_is_read_at_once() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    assert_eq!(bell(&seat).await.total, 0);
    let first = vec![
        notice(1, 10, true),
        notice(2, 30, false),
        notice(3, 20, false),
    ];
    told(&seat, 1, first).await;
    let view = bell(&seat).await;
    let ids: Vec<u128> = view.rows.iter().map(|row| row.id.as_u128()).collect();
    assert_eq!((ids, view.unread, view.total), (vec![2, 3, 1], 2, 3));

    let entry = Uuid::from_u128(2);
    seat.desk.read_notices(&[entry]).await.unwrap();
    let view = bell(&seat).await;
    assert_eq!(
        view.unread, 1,
        "no server is reached, and it is read all the same"
    );
    assert!(view.rows[0].read && !view.rows[1].read);
    assert_eq!(
        seat.desk.own.untold().await.unwrap(),
        [entry],
        "it is told later"
    );

    seat.desk.own.told(&[entry]).await.unwrap();
    assert!(seat.desk.own.untold().await.unwrap().is_empty());
    assert_eq!(bell(&seat).await.unread, 1, "until the feed says so, too");
    told(&seat, 9, vec![notice(2, 30, true)]).await;
    seat.desk.own.told(&[]).await.unwrap();
    assert_eq!(bell(&seat).await.unread, 1);
    assert!(MyKind::ALL.contains(&MyKind::Notice));
}

/// What nobody can scroll to is read as well: else the number at the bell would stay for good.
#[tokio::test]
async fn with_250_entries_all_are_read_at_once_but_for_what_comes_later_u10() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    let entries = (1..=250).map(|id| notice(id, i64::try_from(id).unwrap(), false));
    told(&seat, 1, entries.collect()).await;
    let view = bell(&seat).await;
    assert_eq!((view.rows.len(), view.unread, view.total), (200, 250, 250));
    told(&seat, 300, vec![notice(251, 251, false)]).await;
    seat.desk.read_until(view.rows[0].at).await.unwrap();
    let rest = bell(&seat).await;
    assert_eq!(rest.unread, 1, "what came since was not seen");
    assert!(!rest.rows[0].read && rest.rows[1..].iter().all(|row| row.read));
    let untold = seat.desk.own.untold().await.unwrap();
    assert_eq!(untold.len(), 250, "the server is told of each, later");
    let ask = BellAsk { limit: Some(400) };
    let older = view::bell(&seat.desk, &ask).await.unwrap();
    assert_eq!(older.rows.len(), 251);
}

async fn settings(seat: &Seat) -> OrganisationSettingsView {
    let ask = OrganisationSettingsAsk { organisation: HERE };
    view::organisation_settings(&seat.desk, &ask).await.unwrap()
}

#[tokio::test]
async fn an_owner_writes_the_questions_of_the_request_form_here_u15() {
    let place = tempfile::tempdir().unwrap();
    let seat = desk(&place).await;
    let before = settings(&seat).await;
    assert_eq!(before.changing, None);
    let (held, version) = before.settings.zip(before.version).unwrap();
    let questions = vec![Note::try_from("Which room do you rent?").unwrap()];
    let change = Command::ChangeSettings(ChangeSettings {
        settings: Settings {
            questions: questions.clone(),
            ..held
        },
        based_on: version,
    });
    seat.desk.execute(HERE, change).await.unwrap();
    let after = settings(&seat).await;
    assert_eq!(after.settings.unwrap().questions, questions);
}
