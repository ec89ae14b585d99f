//! Template: how every letter is laid out, as HTML and as text.

use askama::Template;

/// A button, and the address behind it.
#[derive(Debug, Clone)]
pub struct Button {
    /// What it says.
    pub label: String,
    /// Where it leads.
    pub url: String,
    /// What to do when it does not work.
    pub hint: String,
}

/// What somebody wrote.
#[derive(Debug, Clone)]
pub struct Quote {
    /// Who.
    pub title: String,
    /// What.
    pub text: String,
}

/// Several things, one below the other.
#[derive(Debug, Clone)]
pub struct List {
    /// Its heading.
    pub title: Option<String>,
    /// What it lists.
    pub items: Vec<String>,
    /// Whether these are things that the reader gains.
    pub gains: bool,
}

/// What goes into a letter, as HTML.
#[derive(Debug, Clone, Default, Template)]
#[template(path = "letters/letter.html")]
pub struct Html {
    /// The tag of its language.
    pub lang: &'static str,
    /// The subject, which is its heading too.
    pub subject: String,
    /// The organisation's name and initials.
    pub organisation: Option<(String, String)>,
    /// How it greets.
    pub hello: String,
    /// What it says.
    pub paragraphs: Vec<String>,
    /// A code to type.
    pub code: Option<String>,
    /// What somebody wrote.
    pub quote: Option<Quote>,
    /// A list.
    pub list: Option<List>,
    /// The one thing to do.
    pub button: Option<Button>,
    /// What is said after it.
    pub after: Vec<String>,
    /// Why somebody gets it.
    pub why: String,
    /// Where that is changed.
    pub change: Option<Button>,
}

/// The same letter as text.
#[derive(Debug, Template)]
#[template(path = "letters/letter.txt", escape = "none")]
pub struct Text<'a> {
    /// What goes into it.
    pub letter: &'a Html,
}
