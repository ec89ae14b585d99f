//! QR codes are read by a real reader from what stands on the screen and on the paper: they lead where the link leads, in
//! both themes and on every sheet (R-50, BTX-7).

use std::collections::BTreeSet;
use std::path::Path;
use std::process;

use anyhow::{Context, Result, ensure};
use doorward_domain::{
    Command, Grant, InvitePerson, MakeRoom, MakeSite, MembershipId, Name, Preset, RoomId, SiteId,
};
use doorward_suite::cast::{KADRI, OLGA};
use doorward_suite::chromium::Chromium;
use doorward_suite::devtools::Look;
use doorward_suite::house::House;
use doorward_suite::ids;
use doorward_suite::loopback::{self, Loopback};
use doorward_suite::place;
use doorward_suite::window::Window;
use doorward_suite::world::{Situation, World};
use serde_json::json;

/// What zbar reads in a picture of the page.
async fn read(window: &Window, folder: &Path, what: &str) -> Result<Vec<String>> {
    let file = folder.join(format!("{what}.png"));
    std::fs::write(&file, window.picture().await?)?;
    let read = process::Command::new("zbarimg")
        .args(["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"])
        .arg(&file)
        .output()
        .context("zbarimg is there")?;
    let said = String::from_utf8(read.stdout)?;
    Ok(said.lines().map(str::to_owned).collect())
}

/// What a page weighs with everything that it brings along.
const WEIGHT: &str = "\
return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);";

/// A member of a house with more rooms than a pass can name, and the link to their invitation.
async fn of_many_rooms(house: &House) -> Result<()> {
    let site = SiteId(ids::new());
    let name = Name::try_from("Second floor")?;
    house
        .command(OLGA, Command::MakeSite(MakeSite { site, name }))
        .await?;
    let mut rooms = BTreeSet::new();
    for number in 0..70 {
        let room = RoomId(ids::new());
        let name = Name::try_from(format!("Room {number}"))?;
        let make = Command::MakeRoom(MakeRoom { room, site, name });
        house.command(OLGA, make).await?;
        rooms.insert(room);
    }
    let invite = InvitePerson {
        membership: MembershipId(ids::new()),
        contact: KADRI.email.parse()?,
        grant: Grant {
            rooms,
            ..Grant::of(Preset::Staff)
        },
        name: None,
        position: None,
        staff: None,
        locale: None,
        message: None,
    };
    house.command(OLGA, Command::InvitePerson(invite)).await?;
    house.take_invitation(KADRI).await.map(drop)
}

/// A door reads the pass from a phone in both themes, and the page is no heavier for the many rooms that it opens
/// (`UI_SPEC` 7.10).
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_pass_of_many_rooms_is_read_from_a_phone_olv_19() -> Result<()> {
    let house = House::open().await?;
    of_many_rooms(&house).await?;
    let chromium = Chromium::start().await?;
    let window = chromium.open("en").await?;
    let folder = tempfile::tempdir()?;
    let at = |path: &str| house.server.url().join(path);
    window.go_to(&at("/sign-in")?).await?;
    window.fill("input[name='email']", KADRI.email).await?;
    window
        .fill("input[name='password']", KADRI.password)
        .await?;
    window
        .click("form:has(input[name='password']) button")
        .await?;
    window.element("a[href='/sign-out']").await?;
    let pass = at(&format!("/me/pass/{}", house.organisation))?;
    for theme in ["light", "dark"] {
        let look = Look {
            size: (360, 800),
            scale: 3.0,
            theme,
            is_phone: true,
        };
        window.look(look).await?;
        window.go_to(&pass).await?;
        window.element(".pass svg path").await?;
        let text = "return document.querySelector('.pass').dataset.pass";
        let text = window.run(text, vec![]).await?;
        let found = read(&window, folder.path(), theme).await?;
        ensure!(
            Some(found.join("").as_str()) == text.as_str(),
            "in {theme} a door reads {found:?} and not {text}"
        );
        let weight = window.run(WEIGHT, vec![]).await?;
        let weight = weight.as_u64().context("a page has a weight")?;
        ensure!(
            (1..60 * 1024).contains(&weight),
            "the page of a pass weighs {weight} bytes"
        );
    }
    window.close().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_code_is_read_by_a_real_reader_on_screen_and_on_paper_btx_7() -> Result<()> {
    let mut world = World::open(0).await?;
    let olga = world.olga(Situation::Online).await?;
    let page = Loopback::serve(olga, loopback::build().await?, 0).await?;
    let chromium = Chromium::start().await?;
    let window = chromium.open("en").await?;
    let folder = tempfile::tempdir()?;
    let places = place::links();
    let link = places.iter().find(|it| it.name == "link");
    let link = link.context("there is a link to look at")?;
    for theme in ["light", "dark"] {
        let look = Look {
            theme,
            ..Look::default()
        };
        window.look(look).await?;
        link.open(&window, page.url(), "en").await?;
        let url = window
            .reads("[data-testid='link-url']", "a link", |it| {
                it.contains("/j/")
            })
            .await?;
        let found = read(&window, folder.path(), theme).await?;
        ensure!(found == [url.trim()], "in {theme} it reads {found:?}");
    }
    let url = window
        .reads("[data-testid='link-url']", "a link", |it| {
            it.contains("/j/")
        })
        .await?;
    window.click("[data-testid='print-open']").await?;
    window
        .choose("[data-testid='print-second-language']", "ru")
        .await?;
    for size in ["a4", "a5", "a6"] {
        window.choose("[data-testid='print-size']", size).await?;
        // As it comes out of the printer: dark on screen, white on paper.
        let media = json!({ "media": "print", "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
        window.devtools("Emulation.setEmulatedMedia", media).await?;
        let paper = Look {
            size: (794, 1123),
            theme: "dark",
            ..Look::default()
        };
        window.has_size(paper).await?;
        let found = read(&window, folder.path(), size).await?;
        ensure!(found == [url.trim()], "on {size} it reads {found:?}");
        let screen = json!({ "media": "screen" });
        window
            .devtools("Emulation.setEmulatedMedia", screen)
            .await?;
        window.has_size(Look::default()).await?;
    }
    window.close().await
}
