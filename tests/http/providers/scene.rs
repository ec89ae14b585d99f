//! A house that people may come into with accounts of another site.

use anyhow::{Result, ensure};
use doorward_suite::browser::{Browser, Page};
use doorward_suite::cast::{MARTA, OLGA, Person};
use doorward_suite::house::House;
use doorward_suite::identity::{Identity, Site};
use doorward_suite::store;

/// Marta's account at the other site.
pub const MARTAS: Identity = Identity {
    subject: "plaza-4711",
    email: MARTA.email,
    is_verified: true,
    name: MARTA.name,
};
/// Olga's account at the other site.
pub const OLGAS: Identity = Identity {
    subject: "plaza-1",
    email: OLGA.email,
    is_verified: true,
    name: OLGA.name,
};

/// The house and the other site.
pub struct Scene {
    pub site: Site,
    pub house: House,
}

impl Scene {
    pub async fn set() -> Result<Self> {
        Self::set_on("sqlite").await
    }

    pub async fn set_on(database: &str) -> Result<Self> {
        let site = Site::open().await?;
        let house = House::open_on_with(database, &site.configuration()).await?;
        Ok(Self { site, house })
    }

    pub async fn open(&self, browser: &Browser, path: &str) -> Result<Page> {
        let url = self.house.server.url().join(path)?;
        browser.open_page(&url).await
    }

    /// Presses the button on the page, as whoever the site knows.
    pub async fn goes(&self, browser: &Browser, page: &Page) -> Result<Page> {
        browser.open_page(&page.link("/with/plaza")?).await
    }

    /// Comes in from the page of signing in.
    pub async fn comes(&self, browser: &Browser, who: &Identity) -> Result<Page> {
        self.site.knows(who);
        let page = self.open(browser, "/sign-in").await?.ok()?;
        says(&page, "Continue with Plaza")?;
        self.goes(browser, &page).await
    }

    pub async fn signs_in(&self, person: Person) -> Result<Browser> {
        Browser::of(person, self.house.server.url()).await
    }

    /// Opens the letter of an invitation and goes on from it.
    pub async fn opens_invitation(&self, browser: &Browser, email: &str) -> Result<Page> {
        let letter = self.house.post.letter(email, 1).await?;
        let page = browser.open_page(&letter.link("/j/")?).await?.ok()?;
        let form = page.form("main form:has(button[value=continue])")?;
        browser.send_form(&form.press("do", "continue")).await?.ok()
    }

    /// How many accounts of the other site are connected here, and how many accounts there are.
    pub async fn kept(&self) -> Result<(usize, usize)> {
        let kept = store::contents(&self.house.server.data()).await?;
        let rows = |table| kept.get(table).map_or(0, Vec::len);
        Ok((rows("connected"), rows("account")))
    }
}

/// Confirms the name that the site has.
pub async fn confirms(browser: &Browser, page: &Page) -> Result<Page> {
    let form = page.form("form[action='/with']:has(input[name=name])")?;
    browser.send_form(&form).await?.ok()
}

/// Types a password where one is asked for.
pub async fn types(browser: &Browser, page: &Page, password: &str) -> Result<Page> {
    let form = page.form("form[action='/with']:has(input[name=password])")?;
    browser.send_form(&form.with("password", password)?).await
}

/// Presses the button on the page of the account that takes the other site away.
pub async fn disconnects(scene: &Scene, browser: &Browser) -> Result<Page> {
    let account = scene.open(browser, "/me/account").await?.ok()?;
    let form = account.form("form:has(input[name=way])")?;
    browser.send_form(&form.press("do", "disconnect")).await
}

pub fn is_at(page: &Page, path: &str, status: u16) -> Result<()> {
    ensure!(
        page.url.path() == path && page.status == status,
        "{} answered {}:\n{}",
        page.url,
        page.status,
        page.text()
    );
    Ok(())
}

pub fn says(page: &Page, text: &str) -> Result<()> {
    ensure!(page.text().contains(text), "{}", page.text());
    Ok(())
}
