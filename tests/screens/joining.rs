//! Every way in, in a real browser at a desk and on a phone, with JavaScript and without: by letter, text message, link and
//! card, with an account and without. All of them end in the same state (BTX-3 to BTX-11, BTX-19, ACT-4, RES-16, RES-17).

use anyhow::{Context, Result, ensure};
use doorward_domain::{
    Command, Grant, InvitePerson, LinkForm, LinkId, MakeLink, MembershipId, Name, Preset, Record,
    Status,
};
use doorward_suite::api::{Api, Request};
use doorward_suite::cast::{OLGA, Person};
use doorward_suite::chromium::Chromium;
use doorward_suite::devtools::Look;
use doorward_suite::house::House;
use doorward_suite::ids;
use doorward_suite::kannel::{Kannel, PASSWORD as GATEWAY, USER};
use doorward_suite::visitor::Visitor;
use doorward_suite::window::Window;
use reqwest::Method;
use serde_json::{Value, json};
use url::Url;

const PASSWORD: &str = "seven-quiet-iron-gates";
const CONTINUE: &str = "main button[value='continue']";
const SIGN_IN: &str = "main button[value='sign-in']";
const ACCEPT: &str = "main button[value='accept']";
const ENTER: &str = "form:has(input[name='code']) button.primary";
const SUBMIT: &str = "form:has(input[name='password']) button";

/// A way of looking at the pages.
#[derive(Debug, Clone, Copy)]
struct Mode {
    number: u8,
    width: u32,
    has_script: bool,
}

const MODES: [Mode; 4] = [
    mode(1, 1280, true),
    mode(2, 1280, false),
    mode(3, 390, true),
    mode(4, 390, false),
];

const fn mode(number: u8, width: u32, has_script: bool) -> Mode {
    Mode {
        number,
        width,
        has_script,
    }
}

/// The house, the gateway, and the browser of whoever comes.
struct Way<'a> {
    house: &'a House,
    kannel: &'a Kannel,
    chromium: &'a Chromium,
    mode: Mode,
}

impl Way<'_> {
    fn email(&self, flow: u8) -> String {
        format!("guest{flow}.{}@guests.example", self.mode.number)
    }

    fn phone(&self, flow: u8) -> String {
        format!("+37255512{flow:02}{}", self.mode.number)
    }

    async fn window(&self) -> Result<Window> {
        let window = self.chromium.open("en").await?;
        let look = Look {
            size: (self.mode.width, 800),
            is_phone: self.mode.width < 500,
            ..Look::default()
        };
        window.look(look).await?;
        let off = json!({ "value": !self.mode.has_script });
        window
            .devtools("Emulation.setScriptExecutionDisabled", off)
            .await?;
        Ok(window)
    }

    async fn invite(&self, contact: &str) -> Result<()> {
        let invite = InvitePerson {
            membership: MembershipId(ids::new()),
            contact: contact.parse()?,
            grant: Grant::of(Preset::Member),
            name: None,
            position: None,
            staff: None,
            locale: None,
            message: None,
        };
        let command = Command::InvitePerson(invite);
        self.house.command(OLGA, command).await.map(drop)
    }

    /// The link in the letter to somebody who is invited now.
    async fn letter(&self, email: &str) -> Result<Url> {
        let before = self.house.post.letters_to(email)?.len();
        self.invite(email).await?;
        self.house.post.letter(email, before + 1).await?.link("/j/")
    }

    /// The link in the text message to a phone that is invited now.
    async fn text(&self, phone: &str) -> Result<Url> {
        let before = self
            .kannel
            .texts()?
            .iter()
            .filter(|it| it.to == phone)
            .count();
        self.invite(phone).await?;
        let text = self.kannel.text(phone, before + 1).await?.text;
        Ok(text.split_whitespace().last().context("a link")?.parse()?)
    }

    /// The link that Olga makes.
    async fn link(&self, form: LinkForm) -> Result<Url> {
        let link = LinkId(ids::new());
        let make = MakeLink {
            link,
            name: Name::try_from("Front desk")?,
            form,
            level: Preset::Member.into(),
            needs_approval: Some(false),
            max_uses: None,
            domains: std::collections::BTreeSet::new(),
        };
        self.house.command(OLGA, Command::MakeLink(make)).await?;
        let api = Api::at(self.house.server.url())?;
        let token = api.sign_in(OLGA).await?;
        let path = format!(
            "/v1/organisations/{}/links/{link}/link",
            self.house.organisation
        );
        let shown: Value = api
            .send(Request::new(Method::POST, &path).by(&token))
            .await?
            .success()?;
        Ok(shown["url"].as_str().context("a link")?.parse()?)
    }

    /// Somebody who has an account with an e-mail address.
    async fn account(&self, flow: u8) -> Result<String> {
        let email = self.email(flow);
        let person = Person {
            name: "Guest Kask",
            email: Box::leak(email.clone().into_boxed_str()),
            password: PASSWORD,
            locale: "en",
        };
        Visitor::of(person)?.sign_up(self.house).await?;
        Ok(email)
    }

    /// Signs in on the page that asks for it.
    async fn signs_in(&self, window: &Window, login: &str) -> Result<()> {
        window.fill("input[name='email']", login).await?;
        window.fill("input[name='password']", PASSWORD).await?;
        window.click(SUBMIT).await
    }

    /// Makes an account on the way; the contact stands there already where it is proven.
    async fn signs_up(&self, window: &Window, flow: u8, login: Option<&str>) -> Result<()> {
        window.click(CONTINUE).await?;
        window.fill("input[name='name']", &self.name(flow)).await?;
        if let Some(login) = login {
            window.fill("input[name='email']", login).await?;
        }
        window.fill("input[name='password']", PASSWORD).await?;
        window.click(&format!("{SUBMIT}.primary")).await
    }

    /// Types the code that was sent to a phone (BTX-17).
    async fn types_code(&self, window: &Window, phone: &str) -> Result<()> {
        window.element("input[name='code']").await?;
        let text = self.kannel.text(phone, 1).await?.text;
        let code: String = text.chars().take(6).collect();
        window.fill("input[name='code']", &code).await?;
        window.click(ENTER).await
    }

    fn name(&self, flow: u8) -> String {
        let flows = [
            "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven",
        ];
        let modes = ["Wide", "Plain", "Small", "Bare"];
        format!(
            "{} {}",
            flows[usize::from(flow - 4)],
            modes[usize::from(self.mode.number - 1)]
        )
    }

    /// The end of every way: they are in, and see so.
    async fn ends(&self, window: Window) -> Result<()> {
        window.is_gone(ACCEPT).await?;
        window.go_to(&self.house.server.url().join("/me")?).await?;
        window.element("[data-status='approved']").await?;
        window.close().await
    }

    async fn btx_4_by_letter(&self) -> Result<()> {
        let (window, link) = (self.window().await?, self.letter(&self.email(4)).await?);
        window.go_to(&link).await?;
        self.signs_up(&window, 4, None).await?;
        window.click(ACCEPT).await?;
        self.ends(window).await
    }

    /// Registers by phone, and types the code that comes.
    async fn btx_5_by_link(&self) -> Result<()> {
        let (window, link) = (self.window().await?, self.link(LinkForm::Link).await?);
        window.go_to(&link).await?;
        self.signs_up(&window, 5, Some(&self.phone(5))).await?;
        self.types_code(&window, &self.phone(5)).await?;
        window.click(ACCEPT).await?;
        self.ends(window).await
    }

    async fn btx_6_by_text_message(&self) -> Result<()> {
        let (window, link) = (self.window().await?, self.text(&self.phone(6)).await?);
        window.go_to(&link).await?;
        self.signs_up(&window, 6, None).await?;
        window.click(ACCEPT).await?;
        self.ends(window).await
    }

    /// Registers by e-mail, and types the code from the letter that comes (BTX-17).
    async fn btx_7_by_card(&self) -> Result<()> {
        let (window, link) = (self.window().await?, self.link(LinkForm::Card).await?);
        window.go_to(&link).await?;
        let email = self.email(7);
        self.signs_up(&window, 7, Some(&email)).await?;
        let letter = self.house.post.letter(&email, 1).await?;
        window.fill("input[name='code']", &letter.code()?).await?;
        window.click(ENTER).await?;
        window.click(ACCEPT).await?;
        self.ends(window).await
    }

    /// Somebody else is signed in in this browser: nothing happens before they have made way (BTX-8).
    async fn btx_8_by_letter_with_an_account(&self) -> Result<()> {
        let (email, other) = (self.account(8).await?, self.account(80).await?);
        let window = self.window().await?;
        let sign_in = self.house.server.url().join("/sign-in")?;
        window.go_to(&sign_in).await?;
        self.signs_in(&window, &other).await?;
        window.element("a[href='/sign-out']").await?;
        window.go_to(&self.letter(&email).await?).await?;
        window.is_gone(ACCEPT).await?;
        window
            .click("main form[action='/sign-out'] button.primary")
            .await?;
        window.click(SIGN_IN).await?;
        self.signs_in(&window, &email).await?;
        window.click(ACCEPT).await?;
        self.ends(window).await
    }

    /// Signed in already: one press.
    async fn btx_9_by_link_signed_in(&self) -> Result<()> {
        let (email, link) = (self.account(9).await?, self.link(LinkForm::Link).await?);
        let window = self.window().await?;
        let sign_in = self.house.server.url().join("/sign-in")?;
        window.go_to(&sign_in).await?;
        self.signs_in(&window, &email).await?;
        window.element("a[href='/sign-out']").await?;
        window.go_to(&link).await?;
        window.click(ACCEPT).await?;
        self.ends(window).await
    }

    async fn btx_10_by_card_with_an_account(&self) -> Result<()> {
        let (email, link) = (self.account(10).await?, self.link(LinkForm::Card).await?);
        let window = self.window().await?;
        window.go_to(&link).await?;
        window.click(SIGN_IN).await?;
        self.signs_in(&window, &email).await?;
        window.click(ACCEPT).await?;
        self.ends(window).await
    }

    /// Signed in with the phone the message went to: one press (X11).
    async fn btx_11_by_text_message_signed_in(&self) -> Result<()> {
        let (window, phone) = (self.window().await?, self.phone(11));
        let sign_up = self.house.server.url().join("/sign-up")?;
        window.go_to(&sign_up).await?;
        window.fill("input[name='name']", &self.name(11)).await?;
        window.fill("input[name='email']", &phone).await?;
        window.fill("input[name='password']", PASSWORD).await?;
        window.click(&format!("{SUBMIT}.primary")).await?;
        self.types_code(&window, &phone).await?;
        window.element("a[href='/sign-out']").await?;
        window.go_to(&self.text(&phone).await?).await?;
        window.click(ACCEPT).await?;
        self.ends(window).await
    }

    async fn every_way(&self) -> Result<()> {
        self.btx_4_by_letter().await.context("BTX-4")?;
        self.btx_5_by_link().await.context("BTX-5")?;
        self.btx_6_by_text_message().await.context("BTX-6")?;
        self.btx_7_by_card().await.context("BTX-7")?;
        self.btx_8_by_letter_with_an_account()
            .await
            .context("BTX-8")?;
        self.btx_9_by_link_signed_in().await.context("BTX-9")?;
        self.btx_10_by_card_with_an_account()
            .await
            .context("BTX-10")?;
        self.btx_11_by_text_message_signed_in()
            .await
            .context("BTX-11")
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_way_in_ends_in_the_same_state_btx_4_btx_5_btx_6_btx_7_btx_8_btx_9_btx_10_btx_11()
-> Result<()> {
    let kannel = Kannel::open().await?;
    let house = House::open_with(&format!(
        "\n[sms]\ntransport = \"kannel\"\nurl = \"{}\"\nuser = \"{USER}\"\npassword = \"{GATEWAY}\"\n\
         countries = [\"+372\"]\nseconds_between = 0\n",
        kannel.url()
    ))
    .await?;
    let chromium = Chromium::start().await?;
    for mode in MODES {
        let way = Way {
            house: &house,
            kannel: &kannel,
            chromium: &chromium,
            mode,
        };
        way.every_way().await.with_context(|| format!("{mode:?}"))?;
    }
    let guests: Vec<_> = house
        .records(OLGA)
        .await?
        .into_iter()
        .filter_map(|sent| {
            if let Record::Membership(it) = sent.record
                && it.grant == Some(Grant::of(Preset::Member))
            {
                Some(it)
            } else {
                None
            }
        })
        .collect();
    ensure!(
        guests.len() == 8 * MODES.len(),
        "eight came in by each: {}",
        guests.len()
    );
    for guest in guests {
        ensure!(
            guest.status == Status::Approved && guest.person.is_some() && !guest.suspended,
            "all ways end in the same state: {guest:?}"
        );
    }
    house.server.verify_history().await?;
    house.server.ensure_no_errors()
}
