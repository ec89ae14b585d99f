//! What axe finds in the real application, on its screens and on what opens over them (`UI_SPEC` 9). Every other state is
//! looked at in Chromium.

use anyhow::{Context, Result, ensure};
use doorward_suite::cast::Person;
use doorward_suite::desktop::Desktop;
use doorward_suite::world::World;
use doorward_suite::world::cast::{OLGA, PASSWORD};

use crate::front_desk::FrontDesk;

/// What is looked at, and the steps that lead there from the one before.
const PLACES: &[(&str, &[&str])] = &[
    (
        "requests",
        &["press g r", "wait [data-testid='approve']:not([disabled])"],
    ),
    (
        "declining",
        &["press r", "wait [data-testid='decline-strip']"],
    ),
    (
        "several requests",
        &[
            "press Escape",
            "press x j x",
            "wait [data-testid='bulk-panel']",
        ],
    ),
    (
        "people",
        &[
            "press Escape",
            "press g p",
            "wait [data-testid='person-row']",
        ],
    ),
    ("a person", &["press j", "wait [data-testid='person']"]),
    (
        "a menu",
        &[
            "click [data-testid='filter-state']",
            "wait [data-testid='filter-state-menu']",
        ],
    ),
    (
        "invitations",
        &["press Escape", "press g i", "wait [data-line='invitation']"],
    ),
    (
        "an invitation",
        &[
            "click [data-line='invitation']",
            "wait [data-testid='invitation-panel']",
        ],
    ),
    ("inviting", &["press n", "wait [data-testid='composer']"]),
    (
        "levels",
        &["press Escape", "press g l", "wait [data-testid='levels']"],
    ),
    (
        "history",
        &[
            "press g u",
            "wait [data-testid='entry']",
            "press j",
            "wait [data-testid='deed']",
        ],
    ),
    (
        "offline changes",
        &[
            "press g o",
            "wait [data-testid='nav-offline'][aria-current='page']",
        ],
    ),
    (
        "settings",
        &["press Ctrl+,", "wait [data-testid='language']"],
    ),
    (
        "the palette",
        &["press Ctrl+k", "wait [data-testid='palette']"],
    ),
    (
        "shortcuts",
        &["press Escape", "press ?", "wait [data-testid='shortcuts']"],
    ),
    (
        "organisations",
        &[
            "press Escape",
            "click [data-testid='choose-organisation']",
            "wait [data-testid='organisations']",
        ],
    ),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_bars_anybody_in_the_real_application() -> Result<()> {
    let world = World::open(0).await?;
    let desktop = Desktop::start(world.server.url()).await?;
    let desk = FrontDesk::open(&desktop).await?;
    let olga = Person {
        name: OLGA.name,
        email: "olga.smirnova@pochta.example",
        password: PASSWORD,
        locale: "ru",
    };
    desk.sign_in(olga, world.server.url()).await?;
    let window = desk.window();
    let mut findings = Vec::new();
    for (place, steps) in PLACES {
        for step in *steps {
            let taken = window.take(step).await;
            taken.with_context(|| format!("{place}: {step}"))?;
        }
        let found = window.barriers_here().await.context(*place)?;
        findings.extend(found.iter().map(|it| format!("{place}: {it}")));
    }
    ensure!(findings.is_empty(), "{}", findings.join("\n"));
    desk.close().await
}
