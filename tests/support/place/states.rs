//! The states that screens share (`UI_SPEC` 6): nothing there yet, nobody here, no right, no network, no answer.

use super::one::{Meanwhile, Place, at};

/// What is different with a change that met another one, and no network.
pub fn conflict() -> Vec<Place> {
    vec![
        at(
            "conflict",
            "/offline",
            &[
                "wait [data-testid='conflict']",
                "wait [data-testid='ask-colleague']",
            ],
        ),
        at(
            "conflict-per-line",
            "/offline",
            &[
                "wait [data-testid='conflict']",
                "press 3",
                "wait [data-testid='apply-lines']",
            ],
        ),
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
            &[
                "wait [data-testid='outbox-waiting']",
                "wait [data-testid='banner']",
            ],
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

/// Work that comes from a community in which nobody decides.
pub fn routed() -> Vec<Place> {
    vec![at(
        "decisions-come",
        "/requests",
        &[
            "wait [data-testid='request']",
            "wait [data-testid='decisions-come']",
        ],
    )]
}

/// An organisation that is offered to whoever sees nothing else of it.
pub fn offered() -> Vec<Place> {
    vec![
        at(
            "offered-here",
            "/requests",
            &["wait [data-testid='offer-here'] [data-testid='accept-offer']"],
        ),
        at(
            "offered-in-the-menu",
            "/people",
            &[
                "wait [data-testid='offer-here']",
                "click [data-testid='choose-organisation']",
                "wait [data-testid='organisation-item']",
            ],
        ),
    ]
}

/// Two accounts on one computer.
pub fn side_by_side() -> Vec<Place> {
    vec![
        at(
            "accounts",
            "/settings",
            &["wait [data-testid='account-switch']"],
        ),
        at(
            "accounts-menu",
            "/requests",
            &[
                "wait [data-testid='request']",
                "click [data-testid='choose-organisation']",
                "wait [data-testid='account-item']",
            ],
        ),
        at(
            "account-leaves",
            "/settings",
            &[
                "click [data-testid='account-leave']",
                "wait [data-testid='sign-out-sheet']",
            ],
        ),
        at(
            "account-added",
            "/settings",
            &[
                "click [data-testid='account-add']",
                "wait [data-testid='first-connect']",
            ],
        ),
    ]
}

/// Two accounts, and the session of the one behind is over.
pub fn other_signed_out() -> Vec<Place> {
    vec![at(
        "other-signed-out",
        "/requests",
        &["wait [data-testid='banner-sign-in']"],
    )]
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
            "deletion",
            "/settings",
            &[
                "click [data-testid='delete-organisation']",
                "wait [data-testid='delete-organisation-name']",
            ],
        ),
        at(
            "brand-new-invitations",
            "/invitations",
            &["wait [data-testid='empty']"],
        ),
        at(
            "composer-text",
            "/invitations",
            &[
                "wait [data-testid='empty']",
                "press n",
                "click [data-testid='way-sms']",
                "wait [data-testid='text-preview']",
                "click [data-testid='invite-to']",
                "type +372 5555 1234, +44 20 7946 0000, 5555 1234",
                "press Enter",
                "wait [data-testid='outcome'] .bad",
            ],
        ),
    ]
}

/// Another program has handed over a link.
pub fn handed() -> Vec<Place> {
    vec![at("handed", "/people", &["wait [data-testid='handed']"])]
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

/// Nobody has said how secrets are kept on a computer without a keychain.
pub fn undecided() -> Vec<Place> {
    const TRY: &str = "wait [data-testid='first-try']";
    vec![
        at(
            "passphrase",
            "",
            &[
                TRY,
                "click [data-testid='first-try']",
                "wait [data-testid='passphrase-form']",
            ],
        ),
        // What is declined here is declined for the rest of the run.
        at(
            "try-here",
            "",
            &[
                TRY,
                "click [data-testid='first-try']",
                "click [data-testid='passphrase-decline']",
                "wait [data-testid='try-begin']",
            ],
        ),
    ]
}

/// What is kept opens with a passphrase.
pub fn sealed() -> Vec<Place> {
    const SEALED: &str = "wait [data-testid='sealed']";
    vec![
        at("sealed", "", &[SEALED]),
        at(
            "sealed-forgotten",
            "",
            &[
                SEALED,
                "click [data-testid='forgotten']",
                "wait [data-testid='passphrase-form']",
            ],
        ),
    ]
}

/// The keychain does not open.
pub fn locked() -> Vec<Place> {
    vec![at("locked", "", &["wait [data-testid='locked-decline']"])]
}

/// Somebody whose account belongs to no organisation.
pub fn belongs_nowhere() -> Vec<Place> {
    vec![
        at(
            "nowhere-requests",
            "/requests",
            &["wait [data-testid='empty']"],
        ),
        at("nowhere-people", "/people", &["wait [data-testid='empty']"]),
    ]
}

/// The server does not speak with a program as old as this one.
pub fn too_old() -> Vec<Place> {
    vec![at(
        "update-needed",
        "/requests",
        &[
            "wait [data-testid='request']",
            "wait [data-testid='banner']",
        ],
    )]
}

/// Nothing is on the disk: closing would lose what waits.
pub fn in_memory() -> Vec<Place> {
    vec![Place {
        meanwhile: Some((Meanwhile::Closes, "wait [data-testid='closing-sheet']")),
        ..at(
            "closing",
            "/offline",
            &[
                "wait [data-testid='outbox-waiting']",
                "wait [data-testid='banner']",
            ],
        )
    }]
}
