//! What a link `doorward://…` may say that another program on this computer hands over. It may come from anybody: what
//! is not exactly one of a few forms is no link, and no form names a server or decides anything (DSK-5, S-59).

use std::fmt;

use doorward_domain::MembershipId;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::browser::is_secret;
use crate::contract::LinkedScreen;

/// What every such link begins with.
const SCHEME: &str = "doorward://";

/// What a link leads to.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Handed {
    /// The page of an invitation or share link with this secret, at the server that is known.
    Invitation(Zeroizing<String>),
    /// A screen, and whom it shows; it is gone to, and nothing is done there.
    Screen(LinkedScreen, Option<MembershipId>),
}

/// The link that waits.
#[derive(Debug, Default)]
pub(crate) struct Waiting {
    link: Option<Handed>,
    /// Whether it was seen: only then does putting away mean it.
    seen: bool,
}

impl Waiting {
    /// A link that was heard takes the place of the one before it.
    pub(crate) fn hear(&mut self, link: Handed) {
        *self = Self {
            link: Some(link),
            seen: false,
        };
    }

    /// The link, if there is one.
    pub(crate) const fn link(&self) -> Option<&Handed> {
        self.link.as_ref()
    }

    /// It is seen, if it is this one still.
    pub(crate) fn see(&mut self, link: &Handed) {
        self.seen |= self.link.as_ref() == Some(link);
    }

    /// The secret of an invitation, once; any other link waits on.
    pub(crate) fn take_invitation(&mut self) -> Option<Zeroizing<String>> {
        match self.link.take() {
            Some(Handed::Invitation(secret)) => Some(secret),
            other => {
                self.link = other;
                None
            }
        }
    }

    /// Puts away what was seen; what came meanwhile waits on.
    pub(crate) fn put_away(&mut self) {
        if self.seen {
            *self = Self::default();
        }
    }
}

impl Handed {
    /// Reads a link; none where it is of no form that is known.
    pub(crate) fn read(link: &str) -> Option<Self> {
        let said = link.strip_prefix(SCHEME)?;
        match said.split_once('/') {
            None => match said {
                "invite" => Some(Self::Screen(LinkedScreen::Invite, None)),
                "import" => Some(Self::Screen(LinkedScreen::Import, None)),
                _ => None,
            },
            Some(("join", secret)) => {
                is_secret(secret).then(|| Self::Invitation(Zeroizing::new(secret.to_owned())))
            }
            Some(("request", id)) => Self::about(LinkedScreen::Request, id),
            Some(("person", id)) => Self::about(LinkedScreen::Person, id),
            Some(_) => None,
        }
    }

    fn about(screen: LinkedScreen, id: &str) -> Option<Self> {
        let id = MembershipId(Uuid::try_parse(id).ok()?);
        Some(Self::Screen(screen, Some(id)))
    }
}

/// Without the secret.
impl fmt::Debug for Handed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invitation(_) => f.write_str("Invitation"),
            Self::Screen(screen, id) => f.debug_tuple("Screen").field(screen).field(id).finish(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "iAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    #[test]
    fn a_link_that_is_handed_over_is_a_secret_and_nothing_else_dsk_5_s_59() {
        let good = format!("doorward://join/{SECRET}");
        let secret = Zeroizing::new(SECRET.to_owned());
        assert_eq!(Handed::read(&good), Some(Handed::Invitation(secret)));
        for bad in [
            format!("doorward://leave/{SECRET}"),
            format!("doorward://evil.example/join/{SECRET}"),
            format!("doorward://evil.example@join/{SECRET}"),
            format!("doorward://join:8443/{SECRET}"),
            format!("doorward://join/{SECRET}?server=https://evil.example"),
            format!("doorward://join/{SECRET}#session={SECRET}"),
            format!("doorward://join/{SECRET}/"),
            format!("doorward://join/..%2f{SECRET}"),
            format!("doorward://join/{SECRET}\0"),
            format!("doorward://join/r{SECRET}"),
            format!("doorward://join/i{}", "A".repeat(1_000_000)),
            format!("https://door.example.ee/j/{SECRET}"),
            "doorward://join/".to_owned(),
            "doorward:".to_owned(),
        ] {
            let begin: String = bad.chars().take(80).collect();
            assert_eq!(Handed::read(&bad), None, "{begin}");
        }
    }

    #[test]
    fn what_is_put_away_is_what_was_seen_and_an_invitation_is_taken_once_dsk_5() {
        let invitation = Handed::Invitation(Zeroizing::new(SECRET.to_owned()));
        let screen = Handed::Screen(LinkedScreen::Import, None);
        let mut waiting = Waiting::default();
        waiting.hear(screen.clone());
        waiting.see(&screen);
        waiting.hear(invitation.clone());
        waiting.see(&screen);
        waiting.put_away();
        assert_eq!(waiting.link(), Some(&invitation), "it came meanwhile");
        assert!(waiting.take_invitation().is_some());
        assert_eq!(waiting.take_invitation(), None, "once");
        waiting.hear(screen.clone());
        assert_eq!(waiting.take_invitation(), None, "it is none");
        waiting.see(&screen);
        waiting.put_away();
        assert_eq!(waiting.link(), None);
    }

    #[test]
    fn a_link_names_a_screen_and_whom_it_shows_and_nothing_else_dsk_5() {
        let id = MembershipId(Uuid::from_u128(7));
        for (link, leads) in [
            (
                format!("doorward://request/{}", id.0),
                (LinkedScreen::Request, Some(id)),
            ),
            (
                format!("doorward://person/{}", id.0),
                (LinkedScreen::Person, Some(id)),
            ),
            ("doorward://invite".to_owned(), (LinkedScreen::Invite, None)),
            ("doorward://import".to_owned(), (LinkedScreen::Import, None)),
        ] {
            let read = Handed::read(&link);
            assert_eq!(read, Some(Handed::Screen(leads.0, leads.1)), "{link}");
            for more in ["/", "/approve", "?level=admin", "#all", " ", "%20"] {
                assert_eq!(Handed::read(&format!("{link}{more}")), None, "{link}{more}");
            }
        }
        for bad in [
            "request",
            "request/",
            "person/1",
            "person/../invite",
            "settings",
            "invite/x",
        ] {
            assert_eq!(Handed::read(&format!("doorward://{bad}")), None, "{bad}");
        }
    }
}
