//! The program at a door: what it says of what is shown, and with which code it ends.

#![expect(clippy::unwrap_used, reason = "a test that cannot begin has failed")]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};

use doorward_pass::{Pass, PassRooms, PublishedKeys, Signer};
use uuid::Uuid;

const HOUSE: Uuid = Uuid::from_u128(1);
const ROOM: Uuid = Uuid::from_u128(3);
const OTHER: Uuid = Uuid::from_u128(4);

fn signer(id: u32, seed: u8) -> Signer {
    Signer::of(id, &[seed; 32]).unwrap()
}

#[expect(
    clippy::disallowed_methods,
    reason = "the program reads the clock of this computer"
)]
fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    i64::try_from(since.as_millis()).unwrap()
}

/// A pass that works for so long from now on.
fn pass(rooms: PassRooms, millis: i64) -> Pass {
    Pass {
        organisation: HOUSE,
        person: Uuid::from_u128(2),
        rooms,
        expires_at: now() + millis,
    }
}

fn some_rooms() -> String {
    let rooms = PassRooms::Some(vec![ROOM]);
    signer(7, 7).sign(&pass(rooms, 60_000)).unwrap()
}

/// A file of this test's own.
fn file(name: &str, text: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path
}

/// The program of a door, with the keys that are published.
fn door(name: &str) -> Command {
    let keys = [7, 8].map(|id| signer(u32::from(id), id).published());
    let keys = PublishedKeys { keys: keys.into() };
    let keys = file(name, &serde_json::to_string(&keys).unwrap());
    let mut door = Command::new(env!("CARGO_BIN_EXE_doorward-pass"));
    door.arg("--keys").arg(keys);
    door
}

fn said(output: &Output) -> (Option<i32>, String) {
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    (output.status.code(), text)
}

/// What the program of a door says of a pass, at this house and room.
fn judged(house: Uuid, room: Option<Uuid>, text: &str) -> (Option<i32>, String) {
    let mut door = door(&format!(
        "judged-{}.json",
        Uuid::new_v5(&house, text.as_bytes())
    ));
    door.args(["--organisation", &house.to_string()]);
    if let Some(room) = room {
        door.args(["--room", &room.to_string()]);
    }
    said(&door.arg("--").arg(text).output().unwrap())
}

#[test]
fn a_pass_that_fits_ends_with_0() {
    let all = signer(8, 8).sign(&pass(PassRooms::All, 60_000)).unwrap();
    for (room, text, says) in [
        (Some(ROOM), some_rooms(), "1 rooms"),
        (None, some_rooms(), "1 rooms"),
        (Some(OTHER), all, "all rooms"),
    ] {
        let (code, said) = judged(HOUSE, room, &text);
        assert_eq!(code, Some(0), "{said}");
        assert!(
            said.starts_with("open: person ") && said.contains(says),
            "{said}"
        );
    }
}

#[test]
fn a_pass_that_does_not_fit_ends_with_1_and_says_why() {
    let expired = signer(7, 7).sign(&pass(PassRooms::All, 0)).unwrap();
    let later = signer(7, 7).sign(&pass(PassRooms::All, 600_000)).unwrap();
    let unknown = signer(9, 9).sign(&pass(PassRooms::All, 60_000)).unwrap();
    let forged = signer(7, 9).sign(&pass(PassRooms::All, 60_000)).unwrap();
    for (house, room, text, why) in [
        (OTHER, None, some_rooms(), "another organisation"),
        (OTHER, Some(ROOM), some_rooms(), "another organisation"),
        (HOUSE, Some(OTHER), some_rooms(), "does not open this room"),
        (HOUSE, None, expired, "it has expired"),
        (HOUSE, None, later, "compare the clocks"),
        (HOUSE, None, unknown, "does not have"),
        (HOUSE, None, forged, "forged or damaged"),
        (
            HOUSE,
            None,
            "https://evil.example".to_owned(),
            "this is no pass",
        ),
    ] {
        let (code, said) = judged(house, room, &text);
        assert_eq!(code, Some(1), "{why}: {said}");
        assert!(
            said.starts_with("closed: ") && said.contains(why),
            "{why}: {said}"
        );
    }
}

/// A scanner that writes a line for each code it reads: each is answered by a line, and the last one decides.
#[test]
fn every_line_of_the_standard_input_is_judged() {
    for (lines, code, says) in [
        (
            ["nothing".to_owned(), some_rooms()],
            0,
            ["closed:", "open:"],
        ),
        (
            [some_rooms(), "nothing".to_owned()],
            1,
            ["open:", "closed:"],
        ),
    ] {
        let mut door = door(&format!("lines-{code}.json"));
        door.args(["--organisation", &HOUSE.to_string()]);
        let piped = door.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut running = piped.spawn().unwrap();
        let mut input = running.stdin.take().unwrap();
        writeln!(input, "{}\n{}", lines[0], lines[1]).unwrap();
        drop(input);
        let (ended, said) = said(&running.wait_with_output().unwrap());
        assert_eq!(ended, Some(code), "{said}");
        let begins = said
            .lines()
            .zip(says)
            .all(|(line, as_said)| line.starts_with(as_said));
        assert!(begins && said.lines().count() == 2, "{said}");
    }
}

#[test]
fn what_it_cannot_read_ends_with_2() {
    let organisation = HOUSE.to_string();
    for keys in [
        file("no-keys.json", "{}"),
        PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("nowhere.json"),
    ] {
        let mut door = Command::new(env!("CARGO_BIN_EXE_doorward-pass"));
        door.arg("--keys").arg(&keys);
        door.args(["--organisation", &organisation, "--", "DW1.AAAA"]);
        let output = door.output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{}", keys.display());
        let complained = String::from_utf8_lossy(&output.stderr);
        assert!(complained.starts_with("doorward-pass: "), "{complained}");
        assert!(output.stdout.is_empty(), "nothing is said of the pass");
    }
    let mut nobody = door("nobody.json");
    let output = nobody.arg("--").arg(some_rooms()).output().unwrap();
    assert_eq!(
        output.status.code(),
        Some(2),
        "whose door it is, it must be told"
    );
}
