//! The situations of which people are shown pictures (`UI_SPEC` 10), each a clear story told by real programs.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use base64::prelude::{BASE64_STANDARD, Engine};
use doorward_client::{Act, Workplace};
use doorward_domain::Locale;
use serde_json::json;
use url::Url;

use crate::chromium::Chromium;
use crate::devtools::Look;
use crate::loopback::{self, Files, Loopback};
use crate::place::{Place, at};
use crate::window::Window;
use crate::world::cast::{MIHAELA, OLGA, PASSWORD, Somebody};
use crate::world::{Situation, World};

/// Members beside those who have a story: a park of believable size.
const CROWD: usize = 1_251;
/// The pictures that the README shows.
const README: &[&str] = &[
    "01-requests-toast",
    "03-requests-offline",
    "05-people",
    "08-conflict",
];
/// The table of a house whose people are invited together.
const RESIDENTS: &str = include_str!("../tables/residents.csv");
/// A phone, as its browser measures it.
const PHONE: (u32, u32) = (390, 844);

/// One picture.
struct Shot {
    /// What it is called, by its number in `UI_SPEC` 10.
    name: &'static str,
    locale: Locale,
    theme: &'static str,
    place: Place,
    /// What is done after the picture, so that the next one finds the story as it was.
    after: &'static [&'static str],
}

/// A browser on its way through the situations.
pub(super) struct Camera<'a> {
    files: Files,
    pub(super) window: Window,
    folder: &'a Path,
    scale: f32,
    readme: Option<&'a Path>,
    _chromium: Chromium,
}

/// Takes all pictures into a folder: 1360 by 860, so many pixels for one; small ones of some into `readme`.
pub async fn take(folder: &Path, scale: f32, readme: Option<&Path>) -> Result<()> {
    let chromium = Chromium::start().await?;
    let camera = Camera {
        files: loopback::build().await?,
        window: chromium.open("en").await?,
        folder,
        scale,
        readme,
        _chromium: chromium,
    };
    for folder in [Some(folder), readme].into_iter().flatten() {
        std::fs::create_dir_all(folder)?;
    }
    camera.window.hides_scrollbars().await?;
    let mut world = World::open(CROWD).await?;
    let olga = world.olga(Situation::Online).await?;
    save_view(&olga, &world).await?;
    camera.shots(&olga, &in_touch(&world)?).await?;
    olga.close().await?;
    camera.join_page(&world).await?;
    camera.tray(&world).await?;
    let conflict = world.olga(Situation::Conflict).await?;
    camera.shots(&conflict, &[conflict_card()]).await?;
    conflict.close().await?;
    // What happened offline stands in the history by now, with both times.
    world.server.start_again().await?;
    let olga = world.device(&OLGA).await?;
    camera.shots(&olga, &[history()]).await?;
    olga.close().await?;
    drop(world);
    let mut world = World::open(CROWD).await?;
    let offline = world.olga(Situation::Offline).await?;
    camera.shots(&offline, &[without_network()]).await?;
    offline.close().await?;
    drop(world);
    // A world of its own: what is invited here would stand in every other story.
    let mut world = World::open(CROWD).await?;
    let olga = world.olga(Situation::Online).await?;
    open_table(&olga).await?;
    camera.shots(&olga, &inviting_many()).await?;
    Ok(olga.close().await?)
}

fn in_touch(world: &World) -> Result<Vec<Shot>> {
    let front_desk = world.level("Front desk")?;
    let narrowed = format!("states=member&level={front_desk}&unseen_days=30");
    let oana = world.membership("oana.dumitru")?;
    let toast = Shot {
        after: &["press z"],
        ..shot(
            "01-requests-toast",
            Locale::En,
            "light",
            "/requests",
            &[
                "wait [data-testid='request']",
                "press j",
                "press j",
                "wait [data-testid='approve']",
                "press a",
                "wait [data-testid='toast']",
            ],
        )
    };
    let mut shots = vec![
        toast,
        russian(),
        change_of_access(&world.membership("ilinca.taranu")?.to_string()),
        shot(
            "05-people",
            Locale::En,
            "light",
            &format!("/people/{oana}?{narrowed}"),
            &[
                "wait [data-testid='person-row']",
                "press x",
                "press j",
                "press x",
                "wait [data-testid='bulk']",
            ],
        ),
        shot(
            "10-palette",
            Locale::En,
            "light",
            "/requests",
            &[
                "wait [data-testid='person']",
                "press j",
                "press Ctrl+k",
                "wait [data-testid='palette']",
                "type an",
            ],
        ),
    ];
    shots.extend(sent_out(&world.membership("jaan.kask")?.to_string()));
    Ok(shots)
}

fn russian() -> Shot {
    shot(
        "02-requests-ru",
        Locale::Ru,
        "light",
        "/requests",
        &["wait [data-testid='person']", "press j"],
    )
}

fn change_of_access(person: &str) -> Shot {
    shot(
        "04-access",
        Locale::En,
        "light",
        &format!("/people/{person}"),
        &[
            "wait [data-testid='person']",
            "press e",
            "click [data-testid='level-manager']",
            "wait [data-testid='access-gains']",
        ],
    )
}

/// What was sent out: what did not arrive and why, and the code of a link.
fn sent_out(failed: &str) -> Vec<Shot> {
    vec![
        shot(
            "06-invitations",
            Locale::En,
            "light",
            &format!("/invitations/{failed}?tab=failed"),
            &["wait [data-testid='undelivered']"],
        ),
        shot(
            "06-qr-code",
            Locale::En,
            "dark",
            "/invitations",
            &[
                "wait [data-testid='invitation-row']",
                "click [data-testid='invitation-row']",
                "click [data-testid='show-link']",
                "wait [data-testid='qr']",
            ],
        ),
    ]
}

/// A table of many: how it was read, and how far its invitations are.
fn inviting_many() -> [Shot; 2] {
    [
        shot(
            "07-import",
            Locale::En,
            "light",
            "/import",
            &[
                "wait [data-testid='import-table-row']",
                "click [data-testid='import-table-row'][data-line='to_fix']",
                "wait [data-testid='import-fix']",
            ],
        ),
        shot(
            "07-import-sending",
            Locale::En,
            "light",
            "/import",
            &[
                "click [data-testid='import-invite']",
                "click [data-testid='import-send']",
                "wait [data-testid='batch-progress']",
            ],
        ),
    ]
}

fn history() -> Shot {
    shot(
        "09-history",
        Locale::En,
        "light",
        "/history",
        &[
            "wait [data-testid='entry']",
            "press j",
            "press j",
            "wait [data-testid='grant-diff']",
        ],
    )
}

fn conflict_card() -> Shot {
    shot(
        "08-conflict",
        Locale::En,
        "light",
        "/offline",
        &["wait [data-testid='conflict']"],
    )
}

fn without_network() -> Shot {
    shot(
        "03-requests-offline",
        Locale::En,
        "dark",
        "/requests",
        &["wait [data-testid='banner']", "press j"],
    )
}

fn shot(
    name: &'static str,
    locale: Locale,
    theme: &'static str,
    address: &str,
    steps: &'static [&'static str],
) -> Shot {
    Shot {
        name,
        locale,
        theme,
        place: at(name, address, steps),
        after: &[],
    }
}

/// Looks at the table.
async fn open_table(workplace: &Workplace) -> Result<()> {
    let bytes = BASE64_STANDARD.encode(RESIDENTS);
    let act =
        json!({ "do": "import", "step": "open_table", "name": "residents.csv", "bytes": bytes });
    Ok(workplace.act(serde_json::from_value::<Act>(act)?).await?)
}

/// Keeps a question about people in the sidebar.
async fn save_view(workplace: &Workplace, world: &World) -> Result<()> {
    let query = json!({
        "of": "people", "states": ["member"], "level": world.level("Front desk")?, "unseen_days": 30,
    });
    let act = json!({
        "do": "save_view", "name": "Front desk, away", "organisation": world.organisation, "query": query,
    });
    Ok(workplace.act(serde_json::from_value::<Act>(act)?).await?)
}

impl Camera<'_> {
    async fn shots(&self, workplace: &Arc<Workplace>, shots: &[Shot]) -> Result<()> {
        let loopback = Loopback::serve(Arc::clone(workplace), self.files.clone(), 0).await?;
        for shot in shots {
            let locale = shot.locale;
            workplace.act(Act::SetLocale { locale }).await?;
            let look = Look {
                scale: self.scale,
                theme: shot.theme,
                ..Look::default()
            };
            self.window.look(look).await?;
            let opened = shot
                .place
                .open(&self.window, loopback.url(), locale.tag())
                .await;
            opened.with_context(|| shot.name)?;
            self.keep(shot.name).await?;
            for step in shot.after {
                self.window.take(step).await?;
            }
        }
        Ok(())
    }

    /// The page of an invitation on a phone, for somebody who is signed in with another address.
    async fn join_page(&self, world: &World) -> Result<()> {
        let look = Look {
            size: PHONE,
            is_phone: true,
            scale: self.scale,
            theme: "light",
        };
        self.window.look(look).await?;
        self.window.prefers("ro").await?;
        self.signs_in(world.server.url(), &MIHAELA).await?;
        let link = world.invitation_link("ioana.stefanescu").await?;
        self.window.go_to(&link).await?;
        self.keep("11-join-wrong-account").await
    }

    async fn signs_in(&self, server: &Url, person: &Somebody) -> Result<()> {
        self.window.go_to(&server.join("/sign-in")?).await?;
        self.window
            .fill("input[name='email']", &person.email())
            .await?;
        self.window.fill("input[name='password']", PASSWORD).await?;
        self.window
            .click("form:has(input[name='password']) button")
            .await?;
        self.window
            .element("form[action='/sign-out'], a[href='/sign-out']")
            .await
            .map(drop)
    }

    pub(super) async fn keep(&self, name: &str) -> Result<()> {
        self.window.looks_away().await?;
        let file = self.folder.join(format!("{name}.png"));
        std::fs::write(file, self.window.picture().await?)?;
        if let Some(folder) = self.readme.filter(|_| README.contains(&name)) {
            let file = folder.join(format!("{}.webp", &name[3..]));
            std::fs::write(file, self.window.small_picture().await?)?;
        }
        Ok(())
    }
}
