//! A way in that a browser has begun. Everything that ties the site's answer to that browser is derived from one secret that
//! the browser keeps; the server keeps nothing.

use std::io;

use crate::tokens;

/// The characters of a secret.
const SECRET: usize = 43;

/// A way in that a browser has begun.
#[derive(Clone, PartialEq, Eq)]
pub struct Attempt {
    secret: String,
    provider: String,
    /// Where the person was going.
    pub next: Option<String>,
}

impl std::fmt::Debug for Attempt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Attempt")
            .field("provider", &self.provider)
            .finish_non_exhaustive()
    }
}

impl Attempt {
    /// A new one, with a site.
    pub fn begin(provider: &str, next: Option<&str>) -> io::Result<Self> {
        Ok(Self {
            secret: tokens::fresh_secret()?,
            provider: provider.to_owned(),
            next: next.map(str::to_owned),
        })
    }

    /// The one that a browser kept, with the site that now answers.
    pub fn read(kept: &str, provider: &str) -> Option<Self> {
        let (secret, next) = kept.split_once('.')?;
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let fits = secret.len() == SECRET && secret.chars().all(plain);
        fits.then(|| Self {
            secret: secret.to_owned(),
            provider: provider.to_owned(),
            next: Some(next.to_owned()).filter(|it| !it.is_empty()),
        })
    }

    /// What a browser keeps of it.
    pub fn kept(&self) -> String {
        format!(
            "{}.{}",
            self.secret,
            self.next.as_deref().unwrap_or_default()
        )
    }

    /// What the site answers with, so that no foreign answer is taken for this one's.
    pub fn state(&self) -> String {
        self.derived("state")
    }

    /// What the site writes into the token, so that none of another attempt is taken.
    pub fn nonce(&self) -> String {
        self.derived("nonce")
    }

    /// What only this browser's attempt can show for the code (PKCE).
    pub fn verifier(&self) -> String {
        self.derived("verifier")
    }

    /// Whether an answer is this one's; how much of it is right does not show in the time it takes.
    pub fn is_state(&self, said: &str) -> bool {
        tokens::hash(said) == tokens::hash(&self.state())
    }

    fn derived(&self, purpose: &str) -> String {
        tokens::hash(&format!("{purpose} {} {}", self.provider, self.secret))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_belongs_to_one_attempt_with_one_site_10_1_2() {
        let begun = Attempt::begin("google", Some("/join")).unwrap();
        let kept = Attempt::read(&begun.kept(), "google").unwrap();
        assert_eq!(kept, begun);
        assert!(kept.is_state(&begun.state()));
        let other = Attempt::begin("google", Some("/join")).unwrap();
        assert!(!other.is_state(&begun.state()), "of another browser");
        let mixed = Attempt::read(&begun.kept(), "vk").unwrap();
        assert!(!mixed.is_state(&begun.state()), "of another site");
        let all = [begun.state(), begun.nonce(), begun.verifier()];
        assert!(
            all.iter()
                .all(|it| it.len() == 43 && !begun.kept().contains(it.as_str()))
        );
        assert!(all[0] != all[1] && all[1] != all[2] && all[0] != all[2]);
    }

    #[test]
    fn what_no_browser_was_given_begins_nothing() {
        for kept in ["", ".", "short./me", "no dot", &"x".repeat(43)] {
            assert_eq!(Attempt::read(kept, "google"), None, "{kept:?}");
        }
        let begun = Attempt::begin("google", None).unwrap();
        assert_eq!(Attempt::read(&begun.kept(), "google").unwrap().next, None);
    }
}
