//! How somebody signs in, changed on the pages of one server over PostgreSQL: it holds at the other at once, and ends there
//! what was signed in (SES-3, SES-5).

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use doorward_domain::{Contact, Preset, Record};
use doorward_protocol::{Code, Ring};
use doorward_suite::api::{Api, Request};
use doorward_suite::bell::Bell;
use doorward_suite::browser::{Browser, Page};
use doorward_suite::cast::{KADRI, OLGA};
use doorward_suite::device::Device;
use doorward_suite::house::House;
use doorward_suite::server::Server;
use doorward_suite::texts::Texts;
use doorward_suite::{postgres, wait};
use reqwest::Method;
use serde_json::json;

/// How soon what was signed in has to hear that it is over.
const AT_ONCE: Duration = Duration::from_secs(1);
const NEW_PASSWORD: &str = "nine-long-grey-horses";
const NEW_ADDRESS: &str = "kadri.tamm@elsewhere.example";
const PHONE: &str = "+37255512345";

/// A house with two servers, and Kadri's browser at the first of them.
struct Scene {
    house: House,
    sibling: Server,
    texts: Texts,
    kadri: Browser,
}

impl Scene {
    async fn set() -> Result<Self> {
        let texts = Texts::open().await?;
        let database = postgres::database().await?;
        let house = House::open_on_with(&database, &texts.configuration()).await?;
        let sibling = house.server.start_sibling().await?;
        house.hire(KADRI, Preset::Manager).await?;
        let kadri = Browser::of(KADRI, house.server.url()).await?;
        Ok(Self {
            house,
            sibling,
            texts,
            kadri,
        })
    }

    async fn page(&self, path: &str) -> Result<Page> {
        let url = self.house.server.url().join(path)?;
        self.kadri.open_page(&url).await?.ok()
    }

    /// Wants an address or a phone; answers the form for the code.
    async fn wants(&self, path: &str, field: &str, wanted: &str) -> Result<Page> {
        let form = self.page(&format!("{path}?another=1")).await?;
        let form = form.form("main form")?.with(field, wanted)?;
        let form = form.with("present", KADRI.password)?.press("do", "ask");
        self.kadri.send_form(&form).await?.ok()
    }

    async fn types(&self, page: &Page, code: &str) -> Result<()> {
        let form = page.form("main form")?.with("code", code)?;
        let form = form.press("do", "code");
        self.kadri.send_form(&form).await?.ok().map(drop)
    }

    /// Waits until the organisation reaches Kadri by this alone.
    async fn is_reached_by(&self, contact: &str) -> Result<()> {
        let wanted: Vec<Contact> = vec![contact.parse()?];
        wait::until("the organisation has the new address", async || {
            let records = self.house.records(OLGA).await?;
            let kept = records.into_iter().any(
                |sent| matches!(sent.record, Record::MemberContact(it) if it.contacts == wanted),
            );
            Ok(kept.then_some(()))
        })
        .await
    }

    fn are_calm(&self) -> Result<()> {
        self.house.server.ensure_no_errors()?;
        self.sibling.ensure_no_errors()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ses_3_a_password_changed_on_a_page_ends_devices_and_streams_of_both_servers_in_a_second()
-> Result<()> {
    let scene = Scene::set().await?;
    let mut device = Device::of(KADRI, scene.sibling.url()).await?;
    device.is_up_to_date().await?;
    let servers = [&scene.house.server, &scene.sibling];
    let mut signed_in = Vec::new();
    for server in servers {
        let api = Api::at(server.url())?;
        let token = api.sign_in(KADRI).await?;
        let bell = Bell::listen(server.url(), &token).await?;
        signed_in.push((api, token, bell));
    }
    let form = scene.page("/me/password").await?.form("main form")?;
    let form = form.with("present", KADRI.password)?;
    let form = form.with("password", NEW_PASSWORD)?;
    scene.kadri.send_form(&form).await?.ok()?;
    let begun = Instant::now();
    let over = |ring: &Ring| matches!(ring, Ring::AccessEnded { organisation: None }).then_some(());
    for (api, token, bell) in &mut signed_in {
        bell.rings("that the session has ended", over).await?;
        let me = Request::new(Method::GET, "/v1/me").by(token);
        api.send(me).await?.is_problem(Code::SignedOut)?;
    }
    let out = |view: &serde_json::Value| (view["state"] == "signed_out").then_some(());
    let sync = json!({ "ask": "sync" });
    device.until("the device is signed out", sync, out).await?;
    ensure!(begun.elapsed() < AT_ONCE, "after {:?}", begun.elapsed());

    ensure!(
        scene.page("/me/account").await?.url.path() == "/me/account",
        "the browser in which it was changed stays"
    );
    for (api, ..) in &signed_in {
        let before = api.sign_in_by(KADRI.email, KADRI.password).await;
        ensure!(before.is_err(), "the password before opens nothing");
        api.sign_in_by(KADRI.email, NEW_PASSWORD).await?;
    }
    device.close().await?;
    scene.are_calm()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ses_5_an_address_and_a_phone_changed_on_the_pages_hold_at_both_servers() -> Result<()> {
    let scene = Scene::set().await?;
    let there = Api::at(scene.sibling.url())?;
    let page = scene.wants("/me/address", "email", NEW_ADDRESS).await?;
    let letter = scene.house.post.letter(NEW_ADDRESS, 1).await?;
    let mut words = letter.text.split(|it: char| !it.is_ascii_digit());
    let code = words.find(|it| it.len() == 6).context("it has a code")?;
    scene.types(&page, code).await?;
    there.sign_in_by(NEW_ADDRESS, KADRI.password).await?;
    let before = there.sign_in_by(KADRI.email, KADRI.password).await;
    ensure!(before.is_err(), "the address before opens nothing");
    scene.is_reached_by(NEW_ADDRESS).await?;

    let page = scene.wants("/me/phone", "phone", PHONE).await?;
    scene.types(&page, &scene.texts.code(PHONE).await?).await?;
    there.sign_in_by(PHONE, KADRI.password).await?;
    let form = scene.page("/me/phone").await?.form("details form")?;
    let form = form.with("password", KADRI.password)?.press("do", "remove");
    scene.kadri.send_form(&form).await?.ok()?;
    let before = there.sign_in_by(PHONE, KADRI.password).await;
    ensure!(before.is_err(), "the phone opens nothing any more");
    there.sign_in_by(NEW_ADDRESS, KADRI.password).await?;
    scene.is_reached_by(NEW_ADDRESS).await?;
    scene.are_calm()
}
