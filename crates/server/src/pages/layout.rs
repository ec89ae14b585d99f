//! What every page has: a title, the organisation it is about, who is signed in, the languages.

use askama::Template;
use doorward_domain::{Locale, Name};

use super::assets;
use crate::text::{Words, initials, words};

/// The frame of a page.
#[derive(Debug, Clone)]
pub struct Shell {
    /// The language.
    pub words: &'static Words,
    /// What the page is called; its heading too.
    pub title: String,
    /// The organisation's name and initials.
    pub organisation: Option<(String, String)>,
    /// Who is signed in.
    pub account: Option<String>,
    /// The page's own path, for the choice of language.
    pub path: String,
}

/// One language to choose.
#[derive(Debug)]
pub struct Language {
    /// Its tag.
    pub tag: &'static str,
    /// What its speakers call it.
    pub name: String,
    /// The page in this language.
    pub href: String,
    /// Whether it is the one spoken.
    pub current: bool,
}

impl Shell {
    /// With the organisation the page is about.
    #[must_use]
    pub fn about(mut self, organisation: Option<&Name>) -> Self {
        self.organisation = organisation.map(|name| (name.to_string(), initials(name.as_str())));
        self
    }

    /// Where the stylesheet is.
    #[expect(clippy::unused_self, reason = "templates reach it through the frame")]
    pub fn stylesheet(&self) -> &'static str {
        assets::stylesheet_address()
    }

    /// The languages to choose from.
    pub fn languages(&self) -> Vec<Language> {
        let language = |locale: Locale| Language {
            tag: locale.tag(),
            name: words(locale).say("language-name"),
            href: format!("{}?lang={}", self.path, locale.tag()),
            current: locale == self.words.locale,
        };
        Locale::ALL.into_iter().map(language).collect()
    }
}

/// A page that says one thing.
#[derive(Debug, Template)]
#[template(path = "pages/message.html")]
pub struct Message {
    /// The frame.
    pub shell: Shell,
    /// What it says.
    pub texts: Vec<String>,
    /// Where one can go on to: address and label.
    pub links: Vec<(String, String)>,
}
