//! Somebody's browser on the server's pages: follows links, fills in forms, keeps cookies. No JavaScript.

use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use dom_query::{Document, Selection};
use reqwest::cookie::{CookieStore, Jar};
use reqwest::header::{ACCEPT, ACCEPT_LANGUAGE, COOKIE, HeaderMap, ORIGIN};
use url::Url;

use crate::cast::Person;
use crate::http;

/// One browser with its own cookies.
#[derive(Debug, Clone)]
pub struct Browser {
    client: reqwest::Client,
    cookies: Arc<Jar>,
    language: &'static str,
}

/// A page as it came back.
#[derive(Debug, Clone)]
pub struct Page {
    /// Where the browser ended up.
    pub url: Url,
    /// The HTTP status.
    pub status: u16,
    /// The document.
    pub html: String,
}

/// A form of a page, filled in.
#[derive(Debug, Clone)]
pub struct Form {
    page: Url,
    action: Url,
    fields: Vec<(String, String)>,
}

impl Browser {
    /// A browser whose user prefers `language`.
    pub fn open(language: &'static str) -> Result<Self> {
        let cookies = Arc::new(Jar::default());
        Ok(Self {
            client: http::client(|it| it.cookie_provider(Arc::clone(&cookies)))?,
            cookies,
            language,
        })
    }

    /// A browser in which somebody has signed in at a server, in English.
    pub async fn of(person: Person, server: &Url) -> Result<Self> {
        let browser = Self::open("en")?;
        let form = browser.open_page(&server.join("/sign-in")?).await?.ok()?;
        let form = form.form("form:has(input[name=password])")?;
        let form = form.with("email", person.email)?;
        let form = form.with("password", person.password)?;
        browser.send_form(&form).await?.ok()?;
        Ok(browser)
    }

    /// A browser that sends the cookies which this one has for a server now, whatever is set or cleared later.
    pub fn with_its_cookies(&self, server: &Url) -> Result<Self> {
        let cookies = self.cookies.cookies(server).context("it has cookies")?;
        let headers = HeaderMap::from_iter([(COOKIE, cookies)]);
        Ok(Self {
            client: http::client(|it| it.default_headers(headers))?,
            cookies: Arc::default(),
            language: self.language,
        })
    }

    /// Opens an address and follows where it leads.
    pub async fn open_page(&self, url: &Url) -> Result<Page> {
        self.send(self.client.get(url.clone())).await
    }

    /// Sends a form off and follows where it leads.
    pub async fn send_form(&self, form: &Form) -> Result<Page> {
        let origin = form.page.origin().ascii_serialization();
        let request = self.client.post(form.action.clone()).form(&form.fields);
        self.send(
            request
                .header(ORIGIN, origin)
                .header("sec-fetch-site", "same-origin"),
        )
        .await
    }

    async fn send(&self, request: reqwest::RequestBuilder) -> Result<Page> {
        let answer = request
            .header(ACCEPT, "text/html")
            .header(ACCEPT_LANGUAGE, self.language)
            .send()
            .await?;
        let (url, status) = (answer.url().clone(), answer.status().as_u16());
        Ok(Page {
            url,
            status,
            html: answer.text().await?,
        })
    }
}

impl Page {
    /// Fails unless the page is a success.
    pub fn ok(self) -> Result<Self> {
        ensure!(
            (200..300).contains(&self.status),
            "{} answered {}:\n{}",
            self.url,
            self.status,
            self.text()
        );
        Ok(self)
    }

    /// What a person reads.
    pub fn text(&self) -> String {
        let document = Document::from(self.html.as_str());
        document.select("body").formatted_text().to_string()
    }

    /// The first link whose path begins with `path`.
    pub fn link(&self, path: &str) -> Result<Url> {
        let document = Document::from(self.html.as_str());
        document
            .select("a[href]")
            .iter()
            .filter_map(|link| self.url.join(&link.attr("href")?).ok())
            .find(|url| url.path().starts_with(path))
            .with_context(|| format!("no link to {path} on {}:\n{}", self.url, self.text()))
    }

    /// The form that `selector` finds, such as `form[action="/join"]`, with what it already holds.
    pub fn form(&self, selector: &str) -> Result<Form> {
        let document = Document::from(self.html.as_str());
        let form = document.select_single(selector);
        ensure!(
            form.exists(),
            "no {selector} on {} ({}):\n{}",
            self.url,
            self.status,
            self.html
        );
        let action = form.attr_or("action", "");
        Ok(Form {
            page: self.url.clone(),
            action: self.url.join(&action)?,
            fields: filled_in(&form),
        })
    }
}

impl Form {
    /// Fills in a field; the form must have it.
    pub fn with(mut self, name: &str, value: &str) -> Result<Self> {
        let field = self.fields.iter_mut().find(|(field, _)| field == name);
        let (_, held) = field.with_context(|| format!("the form has no field {name}"))?;
        value.clone_into(held);
        Ok(self)
    }

    /// Presses the button with this name and value.
    #[must_use]
    pub fn press(mut self, name: &str, value: &str) -> Self {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }
}

/// The fields as a browser would send them untouched: buttons are not sent, nor boxes that are not ticked.
fn filled_in(form: &Selection<'_>) -> Vec<(String, String)> {
    let fields = form.select("input[name], textarea[name], select[name]");
    fields
        .iter()
        .filter(|field| {
            let kind = field.attr_or("type", "text");
            match &*kind {
                "submit" | "button" | "image" => false,
                "checkbox" | "radio" => field.has_attr("checked"),
                _ => true,
            }
        })
        .map(|field| (field.attr_or("name", "").to_string(), value(&field)))
        .collect()
}

fn value(field: &Selection<'_>) -> String {
    if field.is("textarea") {
        return field.text().to_string();
    }
    if field.is("select") {
        let chosen = field.select_single("option[selected]");
        let option = if chosen.exists() {
            chosen
        } else {
            field.select_single("option")
        };
        return option
            .attr("value")
            .unwrap_or_else(|| option.text())
            .to_string();
    }
    field.attr_or("value", "").to_string()
}
