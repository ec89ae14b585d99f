//! The states that screens share (`UI_SPEC` 6): nothing there yet, nobody here, no right, no network, no answer.

use super::one::{Place, at};

/// What is different with a change that met another one, and no network.
pub fn conflict() -> Vec<Place> {
    vec![
        at("conflict", "/offline", &["wait [data-testid='conflict']"]),
        at(
            "requests-offline",
            "/requests",
            &["wait [data-testid='banner']"],
        ),
        at(
            "sent-today",
            "/offline",
            &["click [data-testid='outbox-sent'] summary"],
        ),
    ]
}

/// What is different without a network alone.
pub fn offline() -> Vec<Place> {
    vec![
        at(
            "offline-waiting",
            "/offline",
            &["wait [data-testid='outbox-waiting']"],
        ),
        at(
            "people-offline",
            "/people",
            &["wait [data-testid='person-row']"],
        ),
        at(
            "composer-offline",
            "/invitations/new",
            &[
                "wait [data-testid='invite-to']",
                "click [data-testid='way-link']",
            ],
        ),
        at(
            "nobody-waits",
            "/requests",
            &[
                "wait [data-testid='request']",
                "press Ctrl+a",
                "click [data-testid='approve-many']",
                "gone [data-testid='request']",
                "wait [data-testid='empty']",
            ],
        ),
    ]
}

/// Whose session is over, with work that is kept.
pub fn signed_out() -> Vec<Place> {
    vec![at(
        "signed-out",
        "/requests",
        &["wait [data-testid='sign-in-again']"],
    )]
}

/// An organisation in which nothing has happened.
pub fn brand_new() -> Vec<Place> {
    const BEGINNINGS: &str = "wait [data-testid='beginnings']";
    vec![
        at("brand-new-people", "/people", &[BEGINNINGS]),
        at("brand-new-requests", "/requests", &[BEGINNINGS]),
        at(
            "brand-new-invitations",
            "/invitations",
            &["wait [data-testid='empty']"],
        ),
    ]
}

/// One organisation beside another one.
pub fn several() -> Vec<Place> {
    vec![
        at(
            "several-organisations",
            "/requests",
            &["wait [data-testid='request']"],
        ),
        at(
            "choose-first",
            "/people",
            &["wait [data-testid='choose-organisation-here']"],
        ),
    ]
}

const FAILED: &str = "wait [data-testid='failed']";
const AGAIN: &[&str] = &["wait [data-testid='try-again']"];
const GHOST: &[&str] = &["wait [data-testid='ghost']"];

/// Answers that take their time, or do not come.
pub fn stalled() -> Vec<Place> {
    let place = |name, address, asked, fails, step: &'static [&'static str]| Place {
        stalled: Some((asked, fails)),
        ..at(name, address, step)
    };
    vec![
        Place {
            passes: true,
            ..place("starting", "/requests", "session", false, GHOST)
        },
        Place {
            passes: true,
            ..place("cannot-start", "/requests", "session", true, AGAIN)
        },
        place("requests-loading", "/requests", "requests", false, GHOST),
        place("people-loading", "/people", "people", false, GHOST),
        place(
            "invitations-loading",
            "/invitations",
            "invitations",
            false,
            GHOST,
        ),
        place("requests-failed", "/requests", "requests", true, &[FAILED]),
        place("people-failed", "/people", "people", true, &[FAILED]),
        place("history-failed", "/history", "history", true, &[FAILED]),
        place("levels-failed", "/levels", "levels", true, &[FAILED]),
    ]
}

/// What somebody sees who has no account here yet.
pub fn nobody() -> Vec<Place> {
    const FIRST: &str = "wait [data-testid='first-connect']";
    vec![
        at("first-run", "", &[FIRST]),
        at(
            "first-run-connect",
            "",
            &[
                FIRST,
                "click [data-testid='first-connect']",
                "wait [data-testid='connect']",
            ],
        ),
        at(
            "first-run-link",
            "",
            &[
                FIRST,
                "click [data-testid='first-link']",
                "wait [data-testid='open-link']",
            ],
        ),
    ]
}

/// What somebody sees who may do next to nothing.
pub fn staff() -> Vec<Place> {
    vec![
        at("barred-requests", "/requests", &["wait h1"]),
        at("barred-people", "/people", &["wait h1"]),
        at("barred-invitations", "/invitations", &["wait h1"]),
        at("barred-history", "/history", &["wait h1"]),
    ]
}
