//! News: what the bell tells that was not there before, each entry once, in the language of the window.

use std::collections::BTreeSet;

use doorward_client::contract::{BellRow, BellView, SessionView, SyncState};
use doorward_domain::{Locale, NoticeKind};
use doorward_server::text::{Words, line_of, words};
use uuid::Uuid;

/// From this many on, one notification speaks for all.
const GROUPED_FROM: usize = 4;

/// One notification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said {
    /// What it says.
    pub(crate) line: String,
    /// The entry of the bell that it tells of; none where it speaks for many.
    pub(crate) entry: Option<Uuid>,
    /// Whether somebody waits for a decision.
    pub(crate) asks: bool,
}

/// What has been seen of somebody's bell.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// The accounts whose bells these are.
    whose: Vec<String>,
    entries: Option<BTreeSet<Uuid>>,
}

impl Seen {
    /// Which unread entries are there for the first time. What is there when somebody begins is on their screen, and no
    /// news; before the device has everything, it is not known what that is.
    pub(crate) fn news(
        &mut self,
        session: &SessionView,
        state: SyncState,
        bell: &BellView,
    ) -> Vec<BellRow> {
        let accounts = session.accounts.iter();
        let whose: Vec<String> = accounts.map(|it| it.account.clone()).collect();
        if self.whose != whose {
            *self = Self {
                whose,
                entries: None,
            };
        }
        let now = bell.rows.iter().map(|row| row.id);
        let Some(seen) = &mut self.entries else {
            if state == SyncState::Idle && !self.whose.is_empty() {
                self.entries = Some(now.collect());
            }
            return Vec::new();
        };
        let is_new = |row: &&BellRow| !seen.contains(&row.id) && !row.read;
        let news = bell.rows.iter().filter(is_new).cloned().collect();
        seen.extend(now);
        news
    }
}

/// What is said of some news: of each by itself, of many together.
pub(crate) fn spoken(locale: Locale, news: &[BellRow]) -> Vec<Said> {
    let words = words(locale);
    let asks = |row: &BellRow| row.kind == NoticeKind::Request.key();
    if news.len() < GROUPED_FROM {
        let said = |row: &BellRow| Said {
            line: line(words, row),
            entry: Some(row.id),
            asks: asks(row),
        };
        return news.iter().rev().map(said).collect();
    }
    let asks = news.iter().all(asks);
    let says = if asks {
        "notify-requests"
    } else {
        "notify-news"
    };
    vec![Said {
        line: words.say_with(says, &[("count", news.len().into())]),
        entry: None,
        asks,
    }]
}

fn line(words: &Words, row: &BellRow) -> String {
    let named = row.name.as_ref().map(ToString::to_string);
    let name = named.or_else(|| row.contact.as_ref().map(ToString::to_string));
    let name = name.unwrap_or_else(|| words.say("no-name"));
    let by = row.by.as_ref().map_or("", |it| it.as_str());
    let values = [
        ("name", name.as_str().into()),
        ("link", name.as_str().into()),
        ("organisation", row.organisation_name.as_str().into()),
        ("by", by.into()),
        ("inviter", by.into()),
    ];
    words.say_with(line_of(&row.kind, row.by.is_some()), &values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use doorward_client::contract::{Kept, SignedInView};
    use doorward_domain::{About, MembershipId, Moment, OrganisationId};

    fn entry(number: u128, kind: &str) -> BellRow {
        BellRow {
            id: Uuid::from_u128(number),
            kind: kind.into(),
            organisation: OrganisationId(Uuid::from_u128(1)),
            organisation_name: "Orchard Street".try_into().unwrap(),
            about: About::Membership(MembershipId(Uuid::from_u128(number))),
            name: Some(format!("Anna {number}").try_into().unwrap()),
            contact: None,
            by: (kind == "decided").then(|| "Maria Mägi".try_into().unwrap()),
            at: Moment(0),
            read: false,
        }
    }

    fn bell(rows: Vec<BellRow>) -> BellView {
        BellView {
            rows,
            unread: 0,
            total: 0,
        }
    }

    fn session(email: &str) -> SessionView {
        let signed_in = SignedInView {
            account: email.into(),
            name: "Kadri".try_into().unwrap(),
            email: email.into(),
            server: "http://127.0.0.1".into(),
            here: false,
        };
        SessionView {
            accounts: vec![signed_in.clone()],
            signed_in: Some(signed_in),
            kept: Kept::Memory,
            organisations: Vec::new(),
            locale: None,
            server: None,
            handed: None,
            may_try_here: false,
        }
    }

    #[test]
    fn each_entry_is_news_once_and_only_what_came_after_the_beginning_u10() {
        let kadri = session("kadri@example.org");
        let (old, new) = (entry(1, "request"), entry(2, "decided"));
        let mut seen = Seen::default();
        let first = bell(vec![old.clone()]);
        assert!(
            seen.news(&kadri, SyncState::Working, &bell(vec![]))
                .is_empty()
        );
        assert!(seen.news(&kadri, SyncState::Idle, &first).is_empty());
        let both = bell(vec![new.clone(), old.clone()]);
        let news = seen.news(&kadri, SyncState::Working, &both);
        assert_eq!(news, std::slice::from_ref(&new));
        assert!(seen.news(&kadri, SyncState::Idle, &both).is_empty());
        let read = BellRow {
            read: true,
            ..entry(3, "request")
        };
        let third = bell(vec![read, new, old]);
        assert!(seen.news(&kadri, SyncState::Idle, &third).is_empty());
        let olga = session("olga@example.org");
        assert!(seen.news(&olga, SyncState::Idle, &third).is_empty());
        assert!(seen.news(&olga, SyncState::Idle, &first).is_empty());
    }

    #[test]
    fn after_three_one_notification_speaks_for_all_u10() {
        let asks: Vec<BellRow> = (0..5).map(|it| entry(it, "request")).collect();
        let said = |news: &[BellRow]| spoken(Locale::En, news);
        let one = |line: &str, entry: Option<u128>, asks| {
            let (line, entry) = (line.to_owned(), entry.map(Uuid::from_u128));
            vec![Said { line, entry, asks }]
        };
        let first = one("Anna 0 asks to join Orchard Street", Some(0), true);
        assert_eq!(said(&asks[..1]), first);
        assert_eq!(said(&asks[..3]).len(), 3);
        assert_eq!(said(&asks[..4]), one("4 new requests", None, true));
        let mut mixed = asks[..3].to_vec();
        mixed.push(entry(9, "decided"));
        assert_eq!(said(&mixed), one("4 new notifications", None, false));
        let decided = "Maria Mägi handled the request of Anna 9 to Orchard Street";
        assert_eq!(said(&mixed[3..]), one(decided, Some(9), false));
    }
}
