//! S-18: with the log at its most talkative, whatever people do and whatever goes wrong, no secret is written anywhere:
//! not into the log, not into a file, not into the history, and not into an answer that says what was wrong.

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use doorward_domain::{
    Command, Grant, InvitePerson, LinkForm, LinkId, MakeLink, MembershipId, Name, Preset,
};
use doorward_suite::api::{Api, Reply, Request};
use doorward_suite::browser::{Browser, Page};
use doorward_suite::cast::{ANNA, KADRI, MARTA, OLGA, Person, STEFAN};
use doorward_suite::house::House;
use doorward_suite::identity::{Fault, Identity, Site};
use doorward_suite::kannel::{Kannel, PASSWORD, USER};
use doorward_suite::visitor::Visitor;
use doorward_suite::{ids, postgres, wait};
use reqwest::Method;
use serde_json::{Value, json};
use url::{Url, form_urlencoded};
use walkdir::WalkDir;

use crate::ground::one;

const NUMBER: &str = "+37255512345";
const INVITED_NUMBER: &str = "+37255512346";
const WRONG: &str = "wrong-canary-never-a-password";
const CHOSEN: &str = "chosen-canary-a-new-password";
const FORM: &str = "application/x-www-form-urlencoded";

/// Everything that nobody is to read anywhere, with what it is.
#[derive(Debug, Default)]
struct Canaries {
    secrets: Vec<(String, String)>,
    codes: Vec<String>,
}

impl Canaries {
    fn of_everybody() -> Self {
        let mut all = Self::default();
        for person in [OLGA, KADRI, ANNA, STEFAN] {
            all.add(&format!("{}'s password", person.name), person.password);
        }
        all.add("a wrong password", WRONG);
        all.add("a new password", CHOSEN);
        all.add("the password of the gateway", PASSWORD);
        all
    }

    /// A secret, in each of the ways in which it is sent.
    fn add(&mut self, what: &str, secret: &str) {
        let in_a_form: String = form_urlencoded::byte_serialize(secret.as_bytes()).collect();
        let in_json = json!(secret).to_string();
        for form in [secret, &in_a_form, in_json.trim_matches('"')] {
            self.secrets.push((what.to_owned(), form.to_owned()));
        }
        self.secrets
            .push((what.to_owned(), STANDARD.encode(secret)));
    }

    /// The token and the proof in the address of a link.
    fn add_link(&mut self, what: &str, link: &Url) -> Result<String> {
        let secret = link.path_segments().and_then(Iterator::last);
        let secret = secret.context("a secret")?;
        for part in secret.split('.') {
            ensure!(part.len() > 10, "{what}: {link}");
            self.add(what, part);
        }
        Ok(secret.to_owned())
    }

    /// Fails when one of them stands in a text.
    fn are_not_in(&self, place: &str, text: &str) -> Result<()> {
        for (what, secret) in &self.secrets {
            let at = text.find(secret.as_str());
            let around = at.map(|at| text.get(at.saturating_sub(200)..at).unwrap_or_default());
            ensure!(at.is_none(), "{what} stands in {place}, after: {around:?}");
        }
        // Six digits are part of many a time or number; a code stands alone.
        for line in text.lines() {
            let mut words = line.split(|c: char| !c.is_ascii_alphanumeric() && !"-.:".contains(c));
            let code = words.find(|word| self.codes.iter().any(|code| code == word));
            ensure!(code.is_none(), "a code stands in {place}: {line}");
        }
        Ok(())
    }
}

struct Scene {
    house: House,
    api: Api,
    canaries: Canaries,
}

impl Scene {
    async fn set(database: &str, more: &str) -> Result<Self> {
        let talkative = format!("log = \"trace\"\n{more}");
        let house = House::open_on_with(database, &talkative).await?;
        let api = Api::at(house.server.url())?;
        let canaries = Canaries::of_everybody();
        Ok(Self {
            house,
            api,
            canaries,
        })
    }

    /// The link in a letter to somebody whose path begins so.
    async fn letter(&mut self, to: Person, path: &str) -> Result<Url> {
        let what = format!("the link {path} to {}", to.name);
        let post = &self.house.post;
        let link = wait::until(&what, async || {
            let letters = post.letters_to(to.email)?;
            Ok(letters.iter().find_map(|it| it.link(path).ok()))
        });
        let link = link.await?;
        self.canaries.add_link(&what, &link)?;
        Ok(link)
    }

    async fn sign_in(&mut self, person: Person) -> Result<String> {
        let token = self.api.sign_in(person).await?;
        self.canaries.add("a session", &token);
        Ok(token)
    }

    async fn push(&self, token: &str, command: impl Into<Command>) -> Result<Reply> {
        let path = format!("/v1/organisations/{}/commands", self.house.organisation);
        let command = serde_json::to_value::<Command>(command.into())?;
        let push = Request::new(Method::POST, &path).by(token);
        self.api.send(push.json(&one(&command))).await
    }

    /// Sends something that goes wrong, and reads what is said of it.
    async fn fails(&self, request: Request) -> Result<u16> {
        let line = format!("the answer to {} {}", request.method, request.path);
        let reply = self.api.send(request).await?;
        ensure!(reply.status >= 400, "{line}: {}", reply.status);
        self.canaries.are_not_in("an answer", &reply.body)?;
        Ok(reply.status)
    }

    /// Fails when a secret stands in the log, in what the server keeps, or in the history.
    async fn nothing_is_written(&self) -> Result<()> {
        let said = self.house.server.said();
        ensure!(said.contains("DEBUG"), "it is talkative: {said}");
        self.canaries.are_not_in("the log", &said)?;
        for entry in WalkDir::new(self.house.server.data()) {
            let entry = entry?;
            let name = entry.path().display().to_string();
            self.canaries.are_not_in("the name of a file", &name)?;
            if entry.file_type().is_file() {
                let content = std::fs::read(entry.path())?;
                let content = String::from_utf8_lossy(&content);
                let of_secrets = Canaries {
                    secrets: self.canaries.secrets.clone(),
                    codes: Vec::new(),
                };
                of_secrets.are_not_in(&name, &content)?;
            }
        }
        let history = self.house.history(OLGA).await?;
        let history = serde_json::to_string(&history)?;
        self.canaries.are_not_in("the history", &history)
    }
}

/// Signing up, invitations, requests and new passwords, by letter.
async fn by_letter(scene: &mut Scene) -> Result<()> {
    scene.letter(OLGA, "/j/").await?;
    scene.house.hire(KADRI, Preset::Administrator).await?;
    scene.letter(KADRI, "/j/").await?;
    scene.house.take_requests().await?;
    scene.house.asks_to_join(STEFAN).await?;
    scene.letter(STEFAN, "/confirm").await?;

    let browser = Browser::open("en")?;
    let forgot = scene.house.server.url().join("/forgot")?;
    let page = browser.open_page(&forgot).await?.ok()?;
    let form = page.form("main form")?.with("email", KADRI.email)?;
    browser.send_form(&form).await?.ok()?;
    let reset = scene.letter(KADRI, "/reset").await?;
    let page = browser.open_page(&reset).await?.ok()?;
    let form = page.form("main form")?;
    let short = form.clone().with("password", &CHOSEN[..10])?;
    let refused = browser.send_form(&short).await?;
    ensure!(refused.status == 422, "too short: {}", refused.status);
    scene.canaries.are_not_in("a page", &refused.html)?;
    let chosen = form.with("password", CHOSEN)?;
    browser.send_form(&chosen).await?.ok().map(drop)
}

/// A share link, shown to its Owner and opened by somebody.
async fn by_link(scene: &mut Scene, olga: &str) -> Result<String> {
    let link = LinkId(ids::new());
    let make = MakeLink {
        link,
        name: Name::try_from("Front desk".to_owned())?,
        form: LinkForm::Link,
        level: Preset::Member.into(),
        needs_approval: Some(false),
        max_uses: None,
        domains: std::collections::BTreeSet::new(),
    };
    let answer = scene.push(olga, make).await?;
    ensure!(answer.body.contains("applied"), "{answer:?}");
    let path = format!(
        "/v1/organisations/{}/links/{link}/link",
        scene.house.organisation
    );
    let shown = Request::new(Method::POST, &path).by(olga);
    let shown: Value = scene.api.send(shown).await?.success()?;
    let url = Url::parse(shown["url"].as_str().context("a link")?)?;
    let secret = scene.canaries.add_link("a share link", &url)?;
    Browser::open("en")?.open_page(&url).await?.ok()?;
    Ok(secret)
}

async fn type_code(browser: &Browser, page: &Page, code: &str) -> Result<Page> {
    let form = page.form("form[action=\"/confirm/code\"]")?;
    browser.send_form(&form.with("code", code)?).await
}

/// A sign-up and an invitation by phone.
async fn by_phone(scene: &mut Scene, kannel: &Kannel, olga: &str) -> Result<()> {
    let phone = Person {
        email: NUMBER,
        ..ANNA
    };
    let browser = Browser::open("en")?;
    let sign_up = scene.house.server.url().join("/sign-up")?;
    let page = browser.open_page(&sign_up).await?.ok()?;
    let form = page.form("form:has(input[name=password])")?;
    let form = form.with("name", phone.name)?.with("email", phone.email)?;
    let form = form.with("password", phone.password)?;
    let page = browser.send_form(&form).await?.ok()?;
    let text = kannel.text(NUMBER, 1).await?.text;
    let code: String = text.chars().take(6).collect();
    let number: u32 = code.parse().with_context(|| text.clone())?;
    let wrong = format!("{:06}", (number + 1) % 1_000_000);
    scene.canaries.codes = vec![code.clone(), wrong.clone()];
    let page = type_code(&browser, &page, &wrong).await?;
    ensure!(page.status == 422, "the wrong code: {}", page.status);
    type_code(&browser, &page, &code).await?.ok()?;

    let invite = InvitePerson {
        membership: MembershipId(ids::new()),
        contact: INVITED_NUMBER.parse()?,
        grant: Grant::of(Preset::Staff),
        name: None,
        position: None,
        staff: None,
        locale: None,
        message: None,
    };
    scene.push(olga, invite).await?;
    let text = kannel.text(INVITED_NUMBER, 1).await?.text;
    let link = text.split_whitespace().last().context("a link")?;
    let link = Url::parse(link)?;
    scene.canaries.add_link("a link by text message", &link)?;
    let visitor = Visitor::of(Person {
        email: INVITED_NUMBER,
        ..KADRI
    })?;
    visitor.accept(&link).await.map(drop)
}

/// Coming in with the account of another site, whether or not its word is believed.
async fn by_site(scene: &mut Scene, site: &Site) -> Result<()> {
    site.knows(&Identity {
        subject: "plaza-1",
        email: MARTA.email,
        is_verified: true,
        name: MARTA.name,
    });
    let begin = scene.house.server.url().join("/with/plaza")?;
    for fault in [
        None,
        Some(Fault::Nonce),
        Some(Fault::OldCode),
        Some(Fault::Redirects),
    ] {
        site.does(fault);
        let page = Browser::open("en")?.open_page(&begin).await?;
        for secret in site.secrets() {
            scene.canaries.add("a secret of the other site", &secret);
        }
        scene.canaries.are_not_in("a page", &page.html)?;
    }
    Ok(())
}

/// Everything that is sent with a secret in it and comes to nothing.
fn failing(token: &str, secret: &str, community: &str) -> Vec<Request> {
    let post = |path: &str| Request::new(Method::POST, path);
    let get = |path: &str| Request::new(Method::GET, path);
    let form = |path: &str, form: String| {
        let request = post(path).header("sec-fetch-site", "same-origin");
        request.header("content-type", FORM).bytes(form)
    };
    let wrong = json!({ "email": OLGA.email, "password": WRONG, "device_name": "Suite" });
    let mut unknown = wrong.clone();
    unknown[token] = json!(secret);
    vec![
        post("/v1/sessions").json(&wrong),
        post("/v1/sessions").json(&unknown),
        post("/v1/sessions")
            .header("content-type", "application/json")
            .bytes(format!("{{\"password\": \"{WRONG}\", {secret}")),
        post("/v1/sessions")
            .header("content-type", "text/plain")
            .bytes(WRONG),
        form(
            "/sign-up",
            format!("name=A&password={WRONG}&{token}={secret}"),
        ),
        form(
            "/sign-in",
            format!("email=olga%40example.org&password={WRONG}"),
        ),
        form("/reset", format!("password={WRONG}")),
        form(community, format!("{WRONG}={secret}")).header("cookie", &format!("session={token}")),
        form("/join", format!("do={secret}")).header("cookie", &format!("join={secret}x")),
        get("/join").header("cookie", &format!("join={secret}x")),
        get(&format!("/j/{secret}/{token}")),
        get(&format!("/{secret}?password={WRONG}")),
        get(&format!("/v1/{secret}?token={token}")).by(token),
        get("/v1/me").by(secret),
        get("/v1/me").header("authorization", &format!("Basic {token}")),
        get("/v1/me")
            .by(token)
            .header("host", &format!("{secret}.example")),
        get(&format!(
            "/v1/organisations/{secret}/changes?cursor={token}"
        ))
        .by(token),
        Request::new(Method::PUT, &format!("/j/{secret}")).by(token),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_18_no_secret_is_written_anywhere_whatever_people_do() -> Result<()> {
    let kannel = Kannel::open().await?;
    let gateway = format!(
        "[sms]\ntransport = \"kannel\"\nurl = \"{}\"\nuser = \"{USER}\"\npassword = \"{PASSWORD}\"\n\
         countries = [\"+372\"]\n",
        kannel.url()
    );
    let site = Site::open().await?;
    let more = format!("{gateway}{}", site.configuration());
    let mut scene = Scene::set("sqlite", &more).await?;
    by_letter(&mut scene).await?;
    let olga = scene.sign_in(OLGA).await?;
    let link = by_link(&mut scene, &olga).await?;
    by_phone(&mut scene, &kannel, &olga).await?;
    by_site(&mut scene, &site).await?;
    let community = format!("/c/{}", scene.house.organisation);
    for request in failing(&olga, &link, &community) {
        scene.fails(request).await?;
    }
    scene.house.post_is_quiet().await?;
    scene.nothing_is_written().await?;
    scene.house.server.ensure_no_errors()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_18_no_secret_is_written_anywhere_while_the_database_is_gone() -> Result<()> {
    let database = postgres::database().await?;
    let mut scene = Scene::set(&database, "").await?;
    scene.letter(OLGA, "/j/").await?;
    let olga = scene.sign_in(OLGA).await?;
    let link = by_link(&mut scene, &olga).await?;
    let sign_in = json!({ "email": OLGA.email, "password": OLGA.password, "device_name": "Suite" });
    let post = |path: &str| Request::new(Method::POST, path);
    postgres::shut(&database, true).await?;
    for request in [
        post("/v1/sessions").json(&sign_in),
        Request::new(Method::GET, "/v1/me").by(&olga),
        Request::new(Method::GET, "/join").header("cookie", &format!("join={link}")),
        post("/sign-up")
            .header("sec-fetch-site", "same-origin")
            .header("content-type", FORM)
            .bytes(format!("name=A&email=a%40example.org&password={CHOSEN}")),
    ] {
        let path = request.path.clone();
        let status = scene.fails(request).await?;
        ensure!(status == 503, "{path}: {status}");
    }
    postgres::shut(&database, false).await?;
    scene.nothing_is_written().await
}
