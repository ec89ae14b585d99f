//! The history saved to a file: exactly the entries asked for, as text in every program, and only by whoever may (`UI_SPEC` 7.8).

use std::fs;

use doorward_domain::{Author, MembershipId, Permission, PersonId, Preset, Refusal};
use serde_json::{Value, json};
use uuid::Uuid;

use super::cast::{HERE, START, Seat, business, member, name, page, pull, sit};
use crate::contract::{FileForm, HistoryAsk, HistoryFileAsk, HistoryLine};
use crate::error::Error;
use crate::happened::Happened;
use crate::view;

/// Olga lets Anna in, as the server's history tells it.
fn let_in(seq: u64) -> Happened {
    let olga = PersonId(Uuid::from_u128(0x100));
    let anna = MembershipId(Uuid::from_u128(0x20));
    let author = Author::Person {
        id: olga,
        name: name("Olga Owner"),
        from: None,
    };
    let event = json!({
        "type": "request_approved", "membership": anna, "grant": { "level": Preset::Staff },
    });
    Happened {
        seq,
        at: START,
        kind: "request_approved".into(),
        actor: olga.to_string(),
        object: anna.to_string(),
        command: None,
        payload: Some(json!({ "event": event, "author": author, "device": Uuid::nil() })),
        holds: true,
    }
}

fn ask(form: FileForm) -> HistoryFileAsk {
    let line = |seq, text: &str| HistoryLine {
        seq,
        text: text.into(),
    };
    HistoryFileAsk {
        organisation: HERE,
        form,
        lines: vec![line(7, "Approved Анна, \"Staff\""), line(9, "=SUM(A1)")],
        filters: vec!["By Olga Owner".into(), "=1+1".into()],
    }
}

async fn read() -> Seat {
    let seat = sit(None, START).await;
    pull(&seat.desk, &business(), true).await;
    let cache = seat.desk.office(HERE).await.cache().await.unwrap();
    let entries = [let_in(9), let_in(8), let_in(7)];
    cache.keep_happened(&entries).await.unwrap();
    seat
}

#[tokio::test]
async fn the_entries_asked_for_are_saved_and_no_cell_is_a_formula_s_51() {
    let seat = read().await;
    let folder = tempfile::tempdir().unwrap();
    let here = Some(folder.path());
    let table = ask(FileForm::Csv);
    let saved = view::history_file(&seat.desk, here, &table).await.unwrap();
    assert_eq!(saved.entries, 2);
    let text = fs::read_to_string(&saved.path).unwrap();
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[..2], ["# By Olga Owner", "# =1+1"]);
    assert!(lines[2].starts_with("number,at,made_at,who,what,about"));
    assert_eq!(lines.len(), 5, "neither more nor fewer: {text}");
    assert!(
        lines[3].starts_with("9,") && lines[3].contains(",\"'=SUM(A1)\","),
        "{text}"
    );
    assert!(
        lines[4].contains("Olga Owner,\"Approved Анна, \"\"Staff\"\"\",Анна Соколова,,staff"),
        "{text}"
    );
    let other = view::history_file(&seat.desk, here, &table).await.unwrap();
    assert_ne!(saved.path, other.path, "nothing is written over");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&saved.path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "for nobody else (CCH-1)");
    }
    let lines = ask(FileForm::Ndjson);
    let saved = view::history_file(&seat.desk, here, &lines).await.unwrap();
    let text = fs::read_to_string(saved.path).unwrap();
    let values: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(values.len(), 3, "a head and two entries");
    assert_eq!(values[0]["filters"][0], "By Olga Owner");
    assert_eq!(values[1]["what"], "=SUM(A1)", "programs read what it is");
}

#[tokio::test]
async fn who_reads_the_history_may_not_save_it_by_that_alone() {
    let seat = read().await;
    let clerk = member(0x10, 0x100, "Olga Owner", Preset::FinanceManager);
    pull(&seat.desk, &page(6, vec![clerk]), false).await;
    let wanted = HistoryAsk {
        organisation: HERE,
        before: None,
        limit: None,
        search: None,
    };
    let shown = view::history(&seat.desk, &wanted).await.unwrap();
    assert_eq!((shown.entries.len(), shown.refusal), (3, None));
    let needs = Some(Permission::HistoryExport);
    let forbidden = Refusal::Forbidden { needs };
    assert_eq!(shown.saving.as_ref(), Some(&forbidden));
    let folder = tempfile::tempdir().unwrap();
    let table = ask(FileForm::Csv);
    let saved = view::history_file(&seat.desk, Some(folder.path()), &table);
    assert!(matches!(saved.await, Err(Error::Refused(it)) if it == forbidden));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}
