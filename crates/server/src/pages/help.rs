//! What people ask on their way in: without an account, with a wrong name, with several accounts, as a guest (BTX-18).

use askama::Template;
use axum::http::StatusCode;

use super::layout::Shell;
use super::visitor::{Answer, Visitor};

/// What is explained, by the anchor that other pages link to: its heading and its text.
const TOPICS: [(&str, &str, &str); 4] = [
    ("account", "help-account-title", "help-account-text"),
    ("profile", "help-profile-title", "help-profile-text"),
    ("switch", "help-switch-title", "help-switch-text"),
    ("guest", "help-guest-title", "help-guest-text"),
];

#[derive(Debug, Template)]
#[template(path = "pages/help.html")]
struct Page {
    shell: Shell,
    topics: Vec<Topic>,
    onward: (String, String),
}

#[derive(Debug)]
struct Topic {
    anchor: &'static str,
    title: String,
    text: String,
}

/// The page.
pub async fn show(visitor: Visitor) -> Answer {
    let words = visitor.words;
    let topic = |(anchor, title, text): (&'static str, &str, &str)| Topic {
        anchor,
        title: words.say(title),
        text: words.say(text),
    };
    let page = Page {
        shell: visitor.shell(words.say("help-title")),
        topics: TOPICS.into_iter().map(topic).collect(),
        onward: visitor.onward(),
    };
    Ok(visitor.page(StatusCode::OK, &page))
}
