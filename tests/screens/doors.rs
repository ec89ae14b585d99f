//! Every state of the pages that somebody can meet in the park: doors that open, that do not, and what is behind them.

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use doorward_domain::Record;
use doorward_protocol::Changes;
use doorward_suite::api::Api;
use doorward_suite::window::Window;
use doorward_suite::world::cast::{IRINA, PASSWORD, PIRET, Somebody};
use doorward_suite::world::{USED_UP, World};
use sha2::{Digest, Sha256};
use url::Url;
use uuid::Uuid;

use crate::pages::{Form, State};

/// How long a block of SHA-256 is.
const BLOCK: usize = 64;

fn irina() -> String {
    format!("{IRINA}@pochta.example")
}

fn wrong_password() -> Vec<(&'static str, String)> {
    let password = "not-her-password-at-all".to_owned();
    vec![("email", irina()), ("password", password)]
}

fn new_account() -> Vec<(&'static str, String)> {
    vec![
        ("name", "Wilma Vatanen".to_owned()),
        ("email", "wilma.vatanen@post.example".to_owned()),
        ("password", "nine-quiet-green-lamps".to_owned()),
    ]
}

/// The addresses of the park's doors.
pub struct Doors<'a> {
    world: &'a World,
    key: Vec<u8>,
    links: Vec<(String, Uuid)>,
}

impl<'a> Doors<'a> {
    /// Finds them all.
    pub async fn of(world: &'a World) -> Result<Self> {
        let api = Api::at(world.server.url())?;
        let token = api.sign_in_by(&PIRET.email(), PASSWORD).await?;
        let path = format!("/v1/organisations/{}/changes", world.organisation);
        let (mut links, mut cursor) = (Vec::new(), None);
        loop {
            let after = cursor.map(|it| format!("?cursor={it}")).unwrap_or_default();
            let page: Changes = api.get(&format!("{path}{after}"), &token).await?;
            let Changes::Page {
                records,
                cursor: next,
                more,
                ..
            } = page
            else {
                anyhow::bail!("Piret sees the park");
            };
            links.extend(records.into_iter().filter_map(|sent| {
                let Record::Link(link) = sent.record else {
                    return None;
                };
                Some((link.name.to_string(), link.id.0))
            }));
            if !more {
                break;
            }
            cursor = Some(next);
        }
        Ok(Self {
            world,
            key: std::fs::read(world.server.data().join("secret.key"))?,
            links,
        })
    }

    /// A page that everybody may see.
    pub fn open_page(&self) -> Result<Url> {
        self.url(&self.community())
    }

    /// What somebody meets who is not signed in.
    pub fn nobody(&self) -> Result<Vec<State>> {
        Ok(vec![
            self.at("sign-in", "/sign-in")?,
            self.sent("sign-in-empty", "/sign-in")?,
            self.at("sign-up", "/sign-up")?,
            self.sent("sign-up-empty", "/sign-up")?,
            self.filled(
                "sign-up-done",
                "/sign-up",
                new_account(),
                "input[name='code']",
            )?,
            self.dead_code()?,
            self.answered("sign-in-too-often", "/sign-in", wrong_password())?,
            self.at("help", "/help")?,
            self.at("forgot", "/forgot")?,
            self.answered(
                "forgot-done",
                "/forgot",
                vec![("email", "wilma@post.example".to_owned())],
            )?,
            self.at("lost", "/no-such-page")?,
            self.at("community", &self.community())?,
            self.invitation("join", "greete.saar")?,
            self.invitation("join-expired", "kaur.ilves")?,
            self.pressed("join-asked-new", "polina.ezhikova", "ask-new")?,
            self.invitation("join-revoked", "ott.vaher")?,
            self.invitation("join-declined", "doina.munteanu")?,
            self.link("link", "Perm desk")?,
            self.link("link-closed", "Open day")?,
            self.link("link-used-up", USED_UP)?,
            self.at("join-unknown", "/j/iAAAA")?,
        ])
    }

    /// What somebody meets who is signed in and has nothing to do with the park.
    pub fn stranger(&self) -> Result<Vec<State>> {
        Ok(vec![
            self.at("me-empty", "/me")?,
            self.at("notices-empty", "/me/notices")?,
            self.at("request", "/request")?,
            self.at("community-stranger", &self.community())?,
            self.invitation("join-wrong-account", "ioana.stefanescu")?,
            self.link("link-stranger", "Perm desk")?,
            self.link("link-asks", "Canteen wall")?,
            self.at("sign-out", "/sign-out")?,
        ])
    }

    /// What somebody meets who has asked and waits.
    pub fn waiting(&self) -> Result<Vec<State>> {
        Ok(vec![
            self.at("me-waiting", "/me")?,
            self.at("community-waiting", &self.community())?,
        ])
    }

    /// What a member meets.
    pub fn member(&self) -> Result<Vec<State>> {
        Ok(vec![
            self.at("me", "/me")?,
            self.at("notices", "/me/notices")?,
            self.at("account", "/me/account")?,
            self.at("password", "/me/password")?,
            self.at("address", "/me/address?another=1")?,
            self.at("address-code", "/me/address")?,
            self.at("community-member", &self.community())?,
            self.link("link-member", "Perm desk")?,
        ])
    }

    /// What somebody meets who has asked by a link.
    pub fn asked(&self) -> Result<Vec<State>> {
        let form = Form {
            action: Some("/join"),
            fields: vec![("do", "accept".to_owned())],
            ..Form::sent("main > .sign")
        };
        let sent = State {
            form: Some(form),
            ..self.link("link-asked", "Canteen wall")?
        };
        Ok(vec![sent])
    }

    /// Signs somebody in by the form.
    pub async fn sign_in(&self, window: &Window, person: &Somebody) -> Result<()> {
        window.go_to(&self.url("/sign-in")?).await?;
        window.fill("input[name='email']", &person.email()).await?;
        window.fill("input[name='password']", PASSWORD).await?;
        window
            .click("form:has(input[name='password']) button")
            .await?;
        window.element("a[href='/sign-out']").await.map(drop)
    }

    /// Has who is signed in want another address, so that a code is on its way there.
    pub async fn want_address(&self, window: &Window) -> Result<()> {
        window.go_to(&self.url("/me/address")?).await?;
        let wanted = "kadri.tamm@elsewhere.example";
        window.fill("input[name='email']", wanted).await?;
        window.fill("input[name='present']", PASSWORD).await?;
        window.click("button[value='ask']").await?;
        window.element("input[name='code']").await.map(drop)
    }

    /// Signs them out again.
    pub async fn sign_out(&self, window: &Window) -> Result<()> {
        window.go_to(&self.url("/sign-out")?).await?;
        window.click("main form button").await?;
        window.is_gone("footer .account span").await
    }

    fn community(&self) -> String {
        format!("/c/{}", self.world.organisation)
    }

    fn url(&self, path: &str) -> Result<Url> {
        Ok(self.world.server.url().join(path)?)
    }

    fn at(&self, name: &'static str, path: &str) -> Result<State> {
        Ok(State {
            name,
            url: self.url(path)?,
            form: None,
        })
    }

    fn sent(&self, name: &'static str, path: &str) -> Result<State> {
        Ok(State {
            form: Some(Form::sent("[role=alert]")),
            ..self.at(name, path)?
        })
    }

    /// A page that says one thing once the form is filled in.
    fn answered(
        &self,
        name: &'static str,
        path: &str,
        fields: Vec<(&'static str, String)>,
    ) -> Result<State> {
        self.filled(name, path, fields, "main > .sign")
    }

    /// What is shown once the form is filled in.
    fn filled(
        &self,
        name: &'static str,
        path: &str,
        fields: Vec<(&'static str, String)>,
        shows: &'static str,
    ) -> Result<State> {
        Ok(State {
            form: Some(Form {
                fields,
                ..Form::sent(shows)
            }),
            ..self.at(name, path)?
        })
    }

    /// Has somebody try a wrong password until they are asked to wait.
    pub async fn try_too_often(&self) -> Result<()> {
        let api = Api::at(self.world.server.url())?;
        for _ in 0..8 {
            let wrong = api.sign_in_by(&irina(), "not-her-password-at-all").await;
            anyhow::ensure!(wrong.is_err(), "a wrong password is taken");
        }
        Ok(())
    }

    /// A code that was tried too often.
    fn dead_code(&self) -> Result<State> {
        let form = Form {
            action: Some("/confirm/code"),
            fields: vec![("code", "none".to_owned())],
            ..Form::sent("main > .sign")
        };
        Ok(State {
            form: Some(form),
            ..self.at("code-dead", "/confirm/code")?
        })
    }

    /// What is said once something was pressed on the page of an invitation.
    fn pressed(&self, name: &'static str, called: &str, does: &str) -> Result<State> {
        let form = Form {
            action: Some("/join"),
            fields: vec![("do", does.to_owned())],
            ..Form::sent("main > .sign")
        };
        Ok(State {
            form: Some(form),
            ..self.invitation(name, called)?
        })
    }

    fn invitation(&self, name: &'static str, called: &str) -> Result<State> {
        let id = self.world.membership(called)?.0;
        self.at(name, &format!("/j/i{}", self.secret("invitation", id)))
    }

    fn link(&self, name: &'static str, called: &str) -> Result<State> {
        let found = self.links.iter().find(|(it, _)| it == called);
        let (_, id) = found.with_context(|| format!("no link is called {called}"))?;
        self.at(name, &format!("/j/l{}", self.secret("link", *id)))
    }

    /// The secret of a door's first generation, derived as the server does it: nobody is shown those that are over.
    fn secret(&self, kind: &str, id: Uuid) -> String {
        let padded = |with: u8| {
            let mut block = [with; BLOCK];
            for (to, from) in block.iter_mut().zip(&self.key) {
                *to ^= from;
            }
            Sha256::new_with_prefix(block)
        };
        let inner = padded(0x36).chain_update(kind).chain_update([0]);
        let inner = inner
            .chain_update(id.as_bytes())
            .chain_update(1_u32.to_be_bytes());
        let outer = padded(0x5c).chain_update(inner.finalize());
        BASE64_URL_SAFE_NO_PAD.encode(outer.finalize())
    }
}
