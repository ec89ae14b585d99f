//! The pages by which somebody comes in with an account of another site.

use anyhow::Result;
use doorward_suite::cast::{MARTA, OLGA};
use doorward_suite::house::House;
use doorward_suite::identity::{Fault, Identity, Site};
use serde_json::json;
use url::Url;

use crate::pages::{Form, Reader, State};

/// Somebody's account at the other site.
const WHO: Identity = Identity {
    subject: "plaza-4711",
    email: MARTA.email,
    is_verified: true,
    name: MARTA.name,
};
/// The button that leads there.
const BUTTON: &str = "a[href='/with/plaza']";
/// The fields of the forms that end a way in.
const NAME: &str = "form[action='/with'] input[name='name']";
const PASSWORD: &str = "form[action='/with'] input[name='password']";

/// A house that people may come into with accounts of another site, and that site.
struct Scene {
    site: Site,
    house: House,
    page: Url,
}

/// Looks at every state.
pub async fn look(reader: &mut Reader) -> Result<()> {
    let site = Site::open().await?;
    let house = House::open_with(&site.configuration()).await?;
    let page = house.community()?;
    let scene = Scene { site, house, page };
    let states = [
        scene.state("with-sign-in", "/sign-in", None)?,
        scene.state("with-sign-up", "/sign-up", None)?,
        scene.state("with-stale", "/with/plaza/back", None)?,
    ];
    reader.looks_at(&scene.page, &states).await?;
    scene.comes(reader).await?;
    scene.fails(reader).await?;
    scene.is_in(reader).await?;
    scene.connects(reader).await
}

impl Scene {
    fn state(&self, name: &'static str, path: &str, form: Option<Form>) -> Result<State> {
        Ok(State {
            name,
            url: self.house.server.url().join(path)?,
            form,
        })
    }

    /// Presses the button as a person does: the browser follows it to the other site and back.
    async fn goes(&self, reader: &Reader, shows: &str) -> Result<()> {
        let sign_in = self.house.server.url().join("/sign-in")?;
        reader.window.go_to(&sign_in).await?;
        reader.window.click(BUTTON).await?;
        reader.window.element(shows).await.map(drop)
    }

    /// The forms that end a way in, and what is said where there is none.
    async fn comes(&self, reader: &mut Reader) -> Result<()> {
        self.site.knows(&WHO);
        self.goes(reader, NAME).await?;
        let one_word = typed("name", "Marta");
        let states = [
            self.state("with-new", "/with", None)?,
            self.state("with-new-name", "/with", Some(one_word))?,
        ];
        reader.looks_at(&self.page, &states).await?;

        self.site.knows(&Identity {
            is_verified: false,
            ..WHO
        });
        self.goes(reader, "a[href='/sign-up']").await?;
        let states = [self.state("with-no-address", "/with", None)?];
        reader.looks_at(&self.page, &states).await?;

        self.site.knows(&Identity {
            email: OLGA.email,
            ..WHO
        });
        self.goes(reader, PASSWORD).await?;
        let wrong = typed("password", "not-hers-at-all-no");
        let states = [
            self.state("with-connect", "/with", None)?,
            self.state("with-connect-wrong", "/with", Some(wrong))?,
        ];
        reader.looks_at(&self.page, &states).await
    }

    /// What is said where the other site lets nobody in.
    async fn fails(&self, reader: &mut Reader) -> Result<()> {
        for (name, fault) in [
            ("with-cancelled", Fault::TurnsBack),
            ("with-refused", Fault::Nonce),
            ("with-down", Fault::TooLong),
        ] {
            self.site.does(Some(fault));
            let states = [self.state(name, "/with/plaza", None)?];
            reader.looks_at(&self.page, &states).await?;
        }
        self.site.does(None);
        Ok(())
    }

    /// The account of somebody who has no password.
    async fn is_in(&self, reader: &mut Reader) -> Result<()> {
        self.site.knows(&WHO);
        self.goes(reader, NAME).await?;
        let button = "form[action='/with'] button.primary";
        reader.window.click(button).await?;
        reader.window.element("a[href='/sign-out']").await?;
        let states = [
            self.state("with-account", "/me/account", None)?,
            self.state("with-password", "/me/password", None)?,
        ];
        reader.looks_at(&self.page, &states).await
    }

    /// The account of somebody who has one, and the site that can be connected to it.
    async fn connects(&self, reader: &mut Reader) -> Result<()> {
        let window = &reader.window;
        let forgotten = window.devtools("Network.clearBrowserCookies", json!({}));
        forgotten.await?;
        let sign_in = self.house.server.url().join("/sign-in?next=/me/account")?;
        window.go_to(&sign_in).await?;
        window.fill("input[name='email']", OLGA.email).await?;
        window.fill("input[name='password']", OLGA.password).await?;
        window.click("form button.primary").await?;
        window.element("a[href='/me/password']").await?;
        let states = [self.state("with-connectable", "/me/account", None)?];
        reader.looks_at(&self.page, &states).await?;
        self.site.knows(&Identity {
            subject: "plaza-1",
            ..WHO
        });
        let account = self.house.server.url().join("/me/account")?;
        reader.window.go_to(&account).await?;
        let connect = "a[href='/with/plaza?next=/me/account']";
        reader.window.click(connect).await?;
        reader.window.element(PASSWORD).await?;
        let states = [self.state("with-connect-own", "/with", None)?];
        reader.looks_at(&self.page, &states).await
    }
}

/// A form with this typed into it, which is not taken.
fn typed(name: &'static str, text: &str) -> Form {
    Form {
        fields: vec![(name, text.to_owned())],
        ..Form::sent("[role=alert]")
    }
}
