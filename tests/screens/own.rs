//! A person's own pages: the same on a phone and at a desk, and a password counted while it is typed.

use anyhow::{Context, Result, ensure};
use doorward_domain::{
    Command, Grant, InvitePerson, MakeRoom, MakeSite, MembershipId, Name, Preset, RoomId, SiteId,
};
use doorward_suite::cast::{KADRI, OLGA};
use doorward_suite::chromium::Chromium;
use doorward_suite::devtools::Look;
use doorward_suite::house::House;
use doorward_suite::ids;
use doorward_suite::window::Window;
use serde_json::Value;

/// What the page shows of what is somebody's own: rows with their states, rooms, switches, and what can be pressed.
const SHOWN: &str = "\
const seen = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
  && element.getBoundingClientRect().width > 0;
const all = (css) => [...document.querySelectorAll(css)].filter(seen).map((it) => it.innerText.trim() || it.value);
return {
  rows: all('main .rows .row p'), states: all('main [data-status]'), rooms: all('main .rooms li'),
  switches: all('main [role=switch]'), buttons: all('main button'), links: all('main a'),
  said: all('main > p'), card: all('main .card p'),
};";

async fn sign_in(window: &Window, house: &House) -> Result<()> {
    window.go_to(&house.server.url().join("/sign-in")?).await?;
    window.fill("input[name='email']", KADRI.email).await?;
    window
        .fill("input[name='password']", KADRI.password)
        .await?;
    window
        .click("form:has(input[name='password']) button")
        .await?;
    window.element("a[href='/sign-out']").await.map(drop)
}

fn look(width: u32) -> Look {
    Look {
        size: (width, 800),
        is_phone: width < 500,
        ..Look::default()
    }
}

/// Kadri is a member with a room, and invited elsewhere.
async fn house() -> Result<House> {
    let house = House::open().await?;
    let (site, room) = (SiteId(ids::new()), RoomId(ids::new()));
    let name = Name::try_from("Second floor")?;
    let make = Command::MakeSite(MakeSite { site, name });
    house.command(OLGA, make).await?;
    let name = Name::try_from("Office 224")?;
    let make = Command::MakeRoom(MakeRoom { room, site, name });
    house.command(OLGA, make).await?;
    let invite = InvitePerson {
        membership: MembershipId(ids::new()),
        contact: KADRI.email.parse()?,
        grant: Grant {
            rooms: [room].into(),
            ..Grant::of(Preset::Staff)
        },
        name: None,
        position: None,
        staff: None,
        locale: None,
        message: None,
    };
    let invite = Command::InvitePerson(invite);
    house.command(OLGA, invite).await?;
    house.take_invitation(KADRI).await?;
    Ok(house)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn my_communities_are_the_same_on_a_phone_and_at_a_desk_olv_12_olv_13() -> Result<()> {
    let house = house().await?;
    let chromium = Chromium::start().await?;
    let window = chromium.open("en").await?;
    sign_in(&window, &house).await?;
    let mut seen = Vec::new();
    for width in [360, 1280] {
        window.look(look(width)).await?;
        window.go_to(&house.server.url().join("/me")?).await?;
        window.element(".rooms li").await?;
        seen.push(window.run(SHOWN, vec![]).await?);
    }
    ensure!(seen[0] == seen[1], "{:#} and {:#}", seen[0], seen[1]);
    // Her account has the language that her browser asked for when she was invited.
    let has = |part: &str, text: &str| {
        let lines = seen[0][part].as_array().into_iter().flatten();
        let found = lines.filter_map(Value::as_str).any(|it| it.contains(text));
        ensure!(found, "{part} say {text}: {:#}", seen[0]);
        Ok(())
    };
    has("rows", "Orchard Street")?;
    has("states", "Kinnitatud")?;
    has("rooms", "Office 224")?;
    has("switches", "Nähtav avalikus loendis")?;
    has("links", "Näita läbipääsu")?;
    has("links", "Taotle liitumist")?;
    has("card", "Resident: Orchard Street")?;
    // Members get privileges and are residents; whoever belongs to another community asks it (OLV-13).
    has(
        "said",
        "oma kogukonna residendid ja saavad selle soodustusi",
    )?;
    has("said", "Saada sellele taotlus")?;
    window.close().await
}

/// How long a password is shows while it is typed, and that it is long enough (issue 6).
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_characters_of_a_password_are_counted_while_it_is_typed() -> Result<()> {
    let house = House::open().await?;
    let chromium = Chromium::start().await?;
    let window = chromium.open("en").await?;
    window.look(look(360)).await?;
    window.go_to(&house.server.url().join("/sign-up")?).await?;
    let count = "[data-count]";
    let text = "const it = document.querySelector('[data-count]');\
                return [it.hidden, it.textContent, it.classList.contains('enough')]";
    let before = window.run(text, vec![]).await?;
    ensure!(before[0] == true, "nothing is counted yet: {before}");
    window.fill("input[name='password']", "дом-у-реки").await?;
    let said = window
        .reads(count, "a count", |it| it.contains("10"))
        .await?;
    ensure!(said == "Characters: 10 (at least 15)", "{said}");
    let short = window.run(text, vec![]).await?;
    ensure!(short[2] == false, "{short}");
    window
        .fill("input[name='password']", "дом-у-тихой-реки")
        .await?;
    window
        .reads(count, "a count", |it| it.contains("16"))
        .await?;
    let long = window.run(text, vec![]).await?;
    ensure!(long[2] == true, "{long}");
    window.close().await.context("the window closes")
}
