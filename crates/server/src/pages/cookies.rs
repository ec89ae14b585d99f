//! Cookies: read from a request, written into an answer. Over https they carry the prefix that binds them to this host.

use std::fmt;

use axum::http::{HeaderMap, HeaderValue, header};

use crate::App;

/// A cookie of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cookie {
    /// The secret of a browser's session.
    Session,
    /// The secret of a link that was opened, for ten minutes.
    Join,
    /// The secret of a confirmation that was opened, for ten minutes.
    Confirm,
    /// The secret of a letter for a new password that was opened, for ten minutes.
    Reset,
    /// What shows that a confirmation comes from the browser of the sign-up.
    SignUp,
    /// What ties the answer of another site to the browser that went there, for ten minutes.
    Provider,
    /// What another site has said of the person, sealed, for ten minutes.
    Proven,
    /// The language chosen.
    Language,
}

impl Cookie {
    const fn name(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Join => "join",
            Self::Confirm => "confirm",
            Self::Reset => "reset",
            Self::SignUp => "sign-up",
            Self::Provider => "provider",
            Self::Proven => "proven",
            Self::Language => "language",
        }
    }

    /// How long a browser keeps it, in seconds.
    const fn life(self) -> u32 {
        match self {
            Self::Session | Self::SignUp => 24 * 60 * 60,
            Self::Join | Self::Confirm | Self::Reset | Self::Provider | Self::Proven => 10 * 60,
            Self::Language => 365 * 24 * 60 * 60,
        }
    }
}

/// The longest text that can be a token with its proof.
const LONGEST: usize = 100;

/// A token as a cookie holds it; what cannot be one becomes something that opens nothing (S-09).
pub fn plain(token: &str) -> String {
    let fits = token.len() <= LONGEST
        && token
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
    if fits {
        token.to_owned()
    } else {
        "-".to_owned()
    }
}

/// How cookies are called and written here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Jar {
    secure: bool,
}

impl Jar {
    /// As this server's public address asks for.
    pub fn of(app: &App) -> Self {
        Self {
            secure: app.public_url().is_some_and(|url| url.scheme() == "https"),
        }
    }

    /// The value of a cookie.
    pub fn read(self, headers: &HeaderMap, cookie: Cookie) -> Option<String> {
        let name = self.called(cookie).to_string();
        let lines = headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|line| line.to_str().ok());
        let pairs = lines
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='));
        pairs
            .into_iter()
            .find(|(key, value)| *key == name && !value.is_empty())
            .map(|(_, value)| value.to_owned())
    }

    /// The header that sets a cookie.
    pub fn set(self, cookie: Cookie, value: &str) -> HeaderValue {
        self.line(cookie, value, cookie.life())
    }

    /// The header that takes a cookie away.
    pub fn clear(self, cookie: Cookie) -> HeaderValue {
        self.line(cookie, "", 0)
    }

    fn line(self, cookie: Cookie, value: &str, seconds: u32) -> HeaderValue {
        let secure = if self.secure { "; Secure" } else { "" };
        let line = format!(
            "{}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}",
            self.called(cookie)
        );
        HeaderValue::from_str(&line).unwrap_or_else(|_| HeaderValue::from_static(""))
    }

    fn called(self, cookie: Cookie) -> impl fmt::Display {
        let prefix = if self.secure { "__Host-" } else { "" };
        format!("{prefix}{}", cookie.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cookies_over_https_are_bound_to_the_host_ses_6() {
        let line = Jar { secure: true }.set(Cookie::Session, "abc");
        assert_eq!(
            line,
            "__Host-session=abc; Path=/; Max-Age=86400; HttpOnly; SameSite=Lax; Secure"
        );
        let mut headers = HeaderMap::new();
        headers.insert(
            header::COOKIE,
            "session=plain; __Host-session=abc".parse().unwrap(),
        );
        assert_eq!(
            Jar { secure: true }
                .read(&headers, Cookie::Session)
                .as_deref(),
            Some("abc")
        );
    }

    #[test]
    fn the_cookie_of_a_link_lives_ten_minutes_inv_8() {
        let line = Jar { secure: false }.set(Cookie::Join, "abc");
        assert_eq!(
            line,
            "join=abc; Path=/; Max-Age=600; HttpOnly; SameSite=Lax"
        );
    }
}
