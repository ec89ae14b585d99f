//! The pages that letters lead to: confirming an address, choosing another password, and links that are over.

use anyhow::Result;
use doorward_suite::browser::Browser;
use doorward_suite::cast::{ANNA, OLGA};
use doorward_suite::house::House;
use url::Url;

use crate::pages::State;

/// A house whose post office has letters.
#[derive(Debug)]
pub struct Letters {
    house: House,
}

impl Letters {
    /// Opens the house.
    pub async fn open() -> Result<Self> {
        let house = House::open().await?;
        Ok(Self { house })
    }

    /// A page that everybody may see.
    pub fn page(&self) -> Result<Url> {
        self.house.community()
    }

    /// Where the links of letters lead.
    pub async fn lead_to(&self) -> Result<Vec<State>> {
        let anna = Browser::open(ANNA.locale)?;
        let page = anna.open_page(&self.url("/sign-up")?).await?.ok()?;
        let form = page.form("form:has(input[name=password])")?;
        let form = form.with("name", ANNA.name)?.with("email", ANNA.email)?;
        let form = form.with("password", ANNA.password)?;
        anna.send_form(&form).await?.ok()?;
        let confirm = self.link(ANNA.email, "/confirm").await?;

        let olga = Browser::open(OLGA.locale)?;
        let page = olga.open_page(&self.url("/forgot")?).await?.ok()?;
        let before = self.house.post.letters_to(OLGA.email)?.len();
        let form = page.form("main form")?.with("email", OLGA.email)?;
        olga.send_form(&form).await?.ok()?;
        let letter = self.house.post.letter(OLGA.email, before + 1).await?;
        Ok(vec![
            at("confirm", confirm),
            at("confirm-dead", self.url("/confirm/cAAAA")?),
            at("reset", letter.link("/reset")?),
            at("reset-dead", self.url("/reset/rAAAA")?),
        ])
    }

    async fn link(&self, email: &str, path: &str) -> Result<Url> {
        self.house.post.letter(email, 1).await?.link(path)
    }

    fn url(&self, path: &str) -> Result<Url> {
        Ok(self.house.server.url().join(path)?)
    }
}

fn at(name: &'static str, url: Url) -> State {
    State {
        name,
        url,
        form: None,
    }
}
