//! Every screen in every language, in both themes, at every width, in real Chromium over the real client: nothing is cut
//! off, axe finds nothing, and nothing happens that the page's policy has to stop (`UI_SPEC` 9). One test per part of them,
//! in which the language is switched without leaving the place.

mod access;
mod alone;
mod anew;
mod bulk;
mod codes;
mod colours;
mod deciding;
mod desk;
mod doors;
mod frame;
mod granting;
mod inviting;
mod joining;
mod judge;
mod keeping;
mod leaks;
mod letters;
mod letters_drawn;
mod members;
mod narrow_links;
mod outcomes;
mod own;
mod pages;
mod phones;
mod providers;
mod reopening;
mod routed;
mod shown;
mod snoozing;
mod staffing;
mod strangers;
mod ways;

use std::sync::Arc;

use anyhow::{Result, ensure};
use doorward_client::{MemoryKeychain, Options, Workplace};
use doorward_domain::Locale;
use doorward_suite::chromium::Chromium;
use doorward_suite::devtools::Look;
use doorward_suite::judge::Rules;
use doorward_suite::place;
use doorward_suite::world::cast::{KADRI, MIHAELA, MIHKEL, OLGA, Somebody};
use doorward_suite::world::{Situation, World};
use url::Url;

use crate::alone::Alone;
use crate::doors::Doors;
use crate::judge::Judge;
use crate::keeping::Keeping;
use crate::letters::Letters;
use crate::pages::Reader;

/// Has asked to join the park.
const STEFAN: Somebody = Somebody::of("Ștefan Brânză", "stefan.branza", Locale::Ro);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_has_come_nowhere_or_may_do_little_sees_screens_that_stand() -> Result<()> {
    let mut world = World::open(0).await?;
    let mut judge = Judge::open("beginnings").await?;
    let folder = tempfile::tempdir()?;
    let options = Options::new(folder.path().into(), Arc::new(MemoryKeychain::default()));
    let nobody = Workplace::open(options).await?.into();
    judge.look(None, nobody, &place::nobody()).await?;
    let mihkel = world.device(&MIHKEL).await?;
    judge.look(None, mihkel, &place::staff()).await?;
    let olga = world.olga(Situation::Online).await?;
    judge.look(None, olga, &place::stalled()).await?;
    judge.ends()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_organisation_and_a_session_that_is_over_stand() -> Result<()> {
    let mut alone = Alone::open().await?;
    let mut judge = Judge::open("alone").await?;
    let olga = alone.device().await?;
    judge.look(None, olga, &place::brand_new()).await?;
    let olga = alone.reopened().await?;
    olga.hear_link("doorward://join/iAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    judge.look(None, olga, &place::handed()).await?;
    alone.owns_two().await?;
    alone.is_asked().await?;
    let olga = alone.reopened().await?;
    judge.look(None, olga, &place::several()).await?;
    let both = alone.beside().await?;
    judge.look(None, both, &place::side_by_side()).await?;
    let both = alone.signed_out().await?;
    judge.look(None, both, &place::other_signed_out()).await?;
    let olga = alone.with_olga_in_front().await?;
    judge.look(None, olga, &place::signed_out()).await?;
    judge.ends()
}

/// S-62: computers that keep little; and who belongs nowhere, or whose program is too old.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_computer_cannot_keep_is_said() -> Result<()> {
    let mut keeping = Keeping::open().await?;
    let mut judge = Judge::open("keeping").await?;
    let undecided = keeping.undecided().await?;
    judge.look(None, undecided, &place::undecided()).await?;
    let sealed = keeping.sealed().await?;
    judge.look(None, sealed, &place::sealed()).await?;
    let locked = keeping.locked().await?;
    judge.look(None, locked, &place::locked()).await?;
    let nowhere = keeping.belongs_nowhere().await?;
    judge.look(None, nowhere, &place::belongs_nowhere()).await?;
    let old = keeping.too_old().await?;
    judge.look(None, old, &place::too_old()).await?;
    let memory = keeping.in_memory().await?;
    judge.look(None, memory, &place::in_memory()).await?;
    judge.ends()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn requests_and_people_stand() -> Result<()> {
    let mut world = World::open(0).await?;
    let mut judge = Judge::open("people").await?;
    let places = [
        place::requests(&world)?,
        place::many(),
        place::care(),
        place::people(&world)?,
        place::over_people(&world)?,
    ]
    .concat();
    let olga = world.olga(Situation::Online).await?;
    judge.look(Some(&world), olga, &places).await?;
    judge.ends()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn invitations_and_other_screens_stand() -> Result<()> {
    let mut world = World::open(0).await?;
    let mut judge = Judge::open("others").await?;
    let places = [
        place::invitations(&world)?,
        place::links(),
        place::importing(),
        place::composing(),
        place::others(),
        place::layers(),
    ]
    .concat();
    let olga = world.olga(Situation::Online).await?;
    judge.look(Some(&world), olga, &places).await?;
    judge.ends()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn screens_stand_without_a_network() -> Result<()> {
    let mut world = World::open(0).await?;
    let mut judge = Judge::open("offline").await?;
    let olga = world.olga(Situation::Conflict).await?;
    judge.look(None, olga, &place::conflict()).await?;
    world.server.start_again().await?;
    let olga = world.olga(Situation::Offline).await?;
    judge.look(None, olga, &place::offline()).await?;
    judge.ends()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn forced_colours_leave_every_control_its_edge() -> Result<()> {
    let world = World::open(0).await?;
    let mut judge = Judge::open("forced").await?;
    let wanted = [
        "request-declined",
        "requests-ticked",
        "change-level",
        "people-ticked",
        "people-menu",
        "invitation",
        "composer",
        "levels",
        "history-entry",
        "settings",
        "palette",
    ];
    let mut places = [
        place::requests(&world)?,
        place::care(),
        place::people(&world)?,
        place::over_people(&world)?,
        place::invitations(&world)?,
        place::links(),
        place::composing(),
        place::others(),
        place::layers(),
    ]
    .concat();
    places.retain(|place| wanted.contains(&place.name));
    let olga = world.device(&OLGA).await?;
    judge.look_in_forced_colours(olga, &places).await?;
    judge.ends()
}

/// ACT-18: every state of the pages on a phone and at a desk, with and without JavaScript.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_stand_in_every_state() -> Result<()> {
    let world = World::open(0).await?;
    let doors = Doors::of(&world).await?;
    doors.try_too_often().await?;
    let mut reader = Reader::open("pages").await?;
    let page = doors.open_page()?;
    reader.looks_at(&page, &doors.nobody()?).await?;
    for (person, states) in [
        (MIHAELA, doors.stranger()?),
        (MIHAELA, doors.asked()?),
        (STEFAN, doors.waiting()?),
        (KADRI, doors.member()?),
    ] {
        doors.sign_in(&reader.window, &person).await?;
        if person.email() == KADRI.email() {
            doors.want_address(&reader.window).await?;
        }
        reader.looks_at(&page, &states).await?;
        doors.sign_out(&reader.window).await?;
    }
    let letters = Letters::open().await?;
    reader
        .looks_at(&letters.page()?, &letters.lead_to().await?)
        .await?;
    phones::look(&mut reader).await?;
    reader.ends()
}

/// OLV-5, BTX-16: the pages on the way in with an account of another site, on a phone and at a desk.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_of_other_sites_stand_in_every_state() -> Result<()> {
    let mut reader = Reader::open("providers").await?;
    providers::look(&mut reader).await?;
    reader.ends()
}

/// The judge must see what it is there to see: a page on which everything is wrong.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_cut_off_is_found() -> Result<()> {
    let page = "<!doctype html><html lang='en'><title>Wrong</title><body style='margin:0;font:13px sans-serif'>
        <main><h1>Wrong</h1>
        <div style='width:60px;overflow:hidden;white-space:nowrap'>far too long for its box</div>
        <div style='height:9px;overflow:hidden'>too low a box</div>
        <button style='width:50px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis'>Approve everybody</button>
        <div style='width:90px;overflow-x:auto'><p style='width:300px'>wide</p></div>
        <div style='position:relative;height:40px'>
          <button style='position:absolute;left:0'>one over</button><button style='position:absolute;left:20px'>the other</button>
        </div>
        <button><svg width='16' height='16' style='vertical-align:6px'></svg>askew</button>
        <p>import-running</p><p aria-label='tray-quit'>named so</p>
        <p style='color:#bbb'>pale</p>
        <p style='position:absolute;left:2000px;width:200px'>out there</p></main>";
    let chromium = Chromium::start().await?;
    let window = chromium.open("en").await?;
    window.look(Look::default()).await?;
    window.will_be_judged().await?;
    window.go_to(&Url::parse("about:blank")?).await?;
    window
        .run("document.write(arguments[0])", vec![page.into()])
        .await?;
    let misfits = window.misfits().await?.join("\n");
    for what in [
        "cut off sideways: div \"far too long",
        "cut off below: div \"too low",
        "cut off sideways: button \"Approve everybody",
        "scrolls sideways by",
        "the id of a message is read: p \"import-running",
        "the id of a message is read: p \"tray-quit",
        "over one another",
        "icon out of line: button \"askew",
        "outside the window: p \"out there",
        "the page is",
    ] {
        ensure!(misfits.contains(what), "{what} is not found:\n{misfits}");
    }
    let barriers = window.barriers(Rules::Contrast).await?.join("\n");
    ensure!(
        barriers.contains("color-contrast"),
        "what is pale is not found: {barriers}"
    );
    window.close().await
}
