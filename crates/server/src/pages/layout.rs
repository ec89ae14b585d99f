//! What every page has: a title, the organisation it is about, who is signed in, the languages.

use askama::Template;
use doorward_domain::{Locale, Name};

use super::assets;
use super::icon::Icon;
use super::next;
use crate::accounts::password::SHORTEST;
use crate::text::{Value, Words, initials, words};

/// Unread entries that are counted beside the bell.
const MOST_COUNTED: u64 = 99;

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
    /// How many entries of their bell they have not read.
    pub unread: Option<u64>,
    /// The page's own path, for the choice of language.
    pub path: String,
    /// Where one goes on to from here, for the choice of language.
    pub next: Option<String>,
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
}

impl Shell {
    /// With the organisation the page is about.
    #[must_use]
    pub fn about(mut self, organisation: Option<&Name>) -> Self {
        self.organisation = organisation.map(|name| (name.to_string(), initials(name.as_str())));
        self
    }

    /// With the page to go on to.
    #[must_use]
    pub fn going(mut self, next: Option<&str>) -> Self {
        self.next = next.map(str::to_owned);
        self
    }

    /// How much is unread, as it stands beside the bell.
    pub fn unread_badge(&self) -> Option<String> {
        let unread = self.unread.filter(|unread| *unread > 0)?;
        Some(if unread > MOST_COUNTED {
            format!("{MOST_COUNTED}+")
        } else {
            unread.to_string()
        })
    }

    /// How much is unread, in words.
    pub fn unread_text(&self) -> String {
        let count = Value::from(self.unread.unwrap_or_default());
        self.words.say_with("bell-unread", &[("count", count)])
    }

    /// What a new password has to be, beside its field.
    pub fn password_hint(&self) -> String {
        let length = [("length", Value::from(SHORTEST))];
        self.words.say_with("field-password-hint", &length)
    }

    /// What counts a new password's characters while it is typed, with `#` for the number, and how many they have to be.
    pub fn password_count(&self) -> (String, usize) {
        let counted = [("count", Value::from("#")), ("length", SHORTEST.into())];
        (
            self.words.say_with("field-password-count", &counted),
            SHORTEST,
        )
    }

    /// Where the stylesheet is.
    #[expect(clippy::unused_self, reason = "templates reach it through the frame")]
    pub fn stylesheet(&self) -> &'static str {
        assets::stylesheet_address()
    }

    /// Where the script is.
    #[expect(clippy::unused_self, reason = "templates reach it through the frame")]
    pub fn script(&self) -> &'static str {
        assets::script_address()
    }

    /// The other languages to choose from.
    pub fn languages(&self) -> Vec<Language> {
        let others = Locale::ALL
            .into_iter()
            .filter(|locale| *locale != self.words.locale);
        let language = |locale: Locale| Language {
            tag: locale.tag(),
            name: words(locale).say("language-name"),
            href: next::in_language(&self.path, self.next.as_deref(), locale),
        };
        others.map(language).collect()
    }
}

/// Something to press that changes something.
#[derive(Debug)]
pub struct Press {
    /// Where it goes.
    pub action: String,
    /// What it does there.
    pub does: &'static str,
    /// What it says.
    pub label: String,
}

/// A page that says one thing.
#[derive(Debug, Template)]
#[template(path = "pages/message.html")]
pub struct Message {
    /// The frame.
    pub shell: Shell,
    /// Its drawing.
    pub icon: Icon,
    /// What it says.
    pub texts: Vec<String>,
    /// What can be done about it.
    pub press: Option<Press>,
    /// Where one can go on to: address and label.
    pub links: Vec<(String, String)>,
}

impl Message {
    /// A message that says nothing but its title.
    pub fn of(shell: Shell, icon: Icon) -> Self {
        Self {
            shell,
            icon,
            texts: Vec::new(),
            press: None,
            links: Vec::new(),
        }
    }

    /// The same about an organisation.
    #[must_use]
    pub fn about(mut self, organisation: Option<&Name>) -> Self {
        self.shell = self.shell.about(organisation);
        self
    }

    /// With one more sentence.
    #[must_use]
    pub fn saying(mut self, text: String) -> Self {
        self.texts.push(text);
        self
    }

    /// With one more link.
    #[must_use]
    pub fn linked(mut self, link: (String, String)) -> Self {
        self.links.push(link);
        self
    }

    /// With something to press.
    #[must_use]
    pub fn pressing(mut self, press: Option<Press>) -> Self {
        self.press = press;
        self
    }
}
