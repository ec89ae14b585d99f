//! Olga's house, in which nothing has happened yet: the first screens of an organisation, and those of a session that is
//! over.

use std::sync::Arc;

use anyhow::Result;
use doorward_client::{Act, MemoryKeychain, Options, Workplace};
use doorward_domain::{ApproveRequest, Grant, MembershipId, OrganisationId, Preset};
use doorward_suite::ask;
use doorward_suite::browser::Browser;
use doorward_suite::cast::{ANNA, ERIK, OLGA, STEFAN};
use doorward_suite::house::House;
use serde_json::json;
use tempfile::TempDir;

/// What Olga chooses elsewhere.
const NEW_PASSWORD: &str = "eight-small-blue-windows";

/// A gateway for text messages at which nobody listens: none is sent here.
const GATEWAY: &str = "\n[sms]\ntransport = \"http\"\nurl = \"http://127.0.0.1:9/\"\ncountries = [\"+372\", \"+7\"]\n";

/// The house with Olga's device in it.
#[derive(Debug)]
pub struct Alone {
    house: House,
    folder: TempDir,
    keychain: Arc<MemoryKeychain>,
}

impl Alone {
    /// Opens the house.
    pub async fn open() -> Result<Self> {
        Ok(Self {
            house: House::open_with(GATEWAY).await?,
            folder: tempfile::tempdir()?,
            keychain: Arc::default(),
        })
    }

    /// Olga's device, which has heard of everything.
    pub async fn device(&self) -> Result<Arc<Workplace>> {
        let workplace = self.reopened().await?;
        let act = Act::SignIn {
            server: self.house.server.url().to_string(),
            email: OLGA.email.to_owned(),
            password: OLGA.password.to_owned(),
        };
        workplace.act(act).await?;
        ask::has_heard(&workplace).await?;
        Ok(workplace)
    }

    /// Makes Olga the Owner of another house, too.
    pub async fn owns_two(&self) -> Result<()> {
        let (server, post) = (&self.house.server, &self.house.post);
        let browser = Browser::open(OLGA.locale)?;
        let page = browser.open_page(&server.url().join("/sign-in")?).await?;
        let form = page.form("form:has(input[name=password])")?;
        let form = form.with("email", OLGA.email)?;
        let form = form.with("password", OLGA.password)?;
        browser.send_form(&form).await?.ok()?;
        let before = post.letters_to(OLGA.email)?.len();
        server.make_organisation("Mill Lane", OLGA.email).await?;
        let letter = post.letter(OLGA.email, before + 1).await?;
        let page = browser.open_page(&letter.link("/j/")?).await?;
        let form = page.form("main form:has(button[value=accept])")?;
        browser.send_form(&form.press("do", "accept")).await?.ok()?;
        Ok(())
    }

    /// Has two people ask to join.
    pub async fn is_asked(&self) -> Result<()> {
        self.house.take_requests().await?;
        for person in [ANNA, STEFAN] {
            self.house.asks_to_join(person).await?;
        }
        Ok(())
    }

    /// Erik signs in beside her, with a house of his own.
    pub async fn beside(&self) -> Result<Arc<Workplace>> {
        self.house.found("Harbour Row", ERIK).await?;
        let workplace = self.reopened().await?;
        let act = Act::SignIn {
            server: self.house.server.url().to_string(),
            email: ERIK.email.to_owned(),
            password: ERIK.password.to_owned(),
        };
        workplace.act(act).await?;
        ask::until(
            &workplace,
            "the houses of both are there",
            json!({ "ask": "session" }),
            |view| (view["organisations"].as_array()?.len() == 3).then_some(()),
        )
        .await?;
        ask::has_heard(&workplace).await?;
        Ok(workplace)
    }

    /// The device, with her account brought to the front.
    pub async fn with_olga_in_front(&self) -> Result<Arc<Workplace>> {
        let workplace = self.reopened().await?;
        let account = ask::until(
            &workplace,
            "her account is there",
            json!({ "ask": "session" }),
            |view| view["accounts"][0]["account"].as_str().map(str::to_owned),
        )
        .await?;
        workplace.act(Act::SwitchAccount { account }).await?;
        Ok(workplace)
    }

    /// The device keeps two decisions while its session is over, since Olga chose another password elsewhere.
    pub async fn signed_out(&mut self) -> Result<Arc<Workplace>> {
        let workplace = self.reopened().await?;
        self.house.server.kill();
        for membership in waiting(&workplace).await? {
            let approve = ApproveRequest {
                membership,
                grant: Grant::of(Preset::Member),
            };
            let organisation: OrganisationId = self.house.organisation.parse()?;
            workplace.execute(organisation, approve.into()).await?;
        }
        workplace.close().await?;
        drop(workplace);
        self.house.server.start_again().await?;
        self.another_password().await?;
        self.reopened().await
    }

    async fn another_password(&self) -> Result<()> {
        let (server, post) = (&self.house.server, &self.house.post);
        let browser = Browser::open(OLGA.locale)?;
        let before = post.letters_to(OLGA.email)?.len();
        let page = browser.open_page(&server.url().join("/forgot")?).await?;
        let form = page.form("main form")?.with("email", OLGA.email)?;
        browser.send_form(&form).await?.ok()?;
        let letter = post.letter(OLGA.email, before + 1).await?;
        let page = browser.open_page(&letter.link("/reset")?).await?.ok()?;
        let form = page.form("main form")?.with("password", NEW_PASSWORD)?;
        browser.send_form(&form).await?.ok().map(drop)
    }

    /// The device, on which she is signed in already.
    pub async fn reopened(&self) -> Result<Arc<Workplace>> {
        let keychain = Arc::clone(&self.keychain);
        let options = Options::new(self.folder.path().into(), keychain);
        Ok(Arc::new(Workplace::open(options).await?))
    }
}

/// Who waits, as the device shows it.
async fn waiting(workplace: &Workplace) -> Result<Vec<MembershipId>> {
    let question = json!({ "ask": "requests", "limit": 10 });
    ask::until(workplace, "two people wait", question, |view| {
        let rows = view["rows"].as_array()?;
        let ids = rows
            .iter()
            .map(|row| row["membership"].as_str()?.parse().ok());
        ids.collect::<Option<Vec<_>>>().filter(|ids| ids.len() == 2)
    })
    .await
}
