//! News: what the bell tells that was not there before, each entry once, in the language of the window.

use std::collections::BTreeSet;

use doorward_client::contract::{BellRow, BellView, SessionView, SyncState, ToldOf};
use doorward_domain::{About, Locale};
use doorward_server::text::{Words, asks_for_care, asks_for_decision, line_of, words};
use uuid::Uuid;

/// From this many on, one notification speaks for all.
const GROUPED_FROM: usize = 4;

/// One notification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said {
    /// What it says.
    pub(crate) line: String,
    /// The entry of the bell that it tells of; none where it speaks for all, and takes the place of those before it.
    pub(crate) entry: Option<Uuid>,
    /// Whether somebody waits for a decision.
    pub(crate) asks: bool,
    /// Whether it tells of one's own changes, which stand on a screen of their own.
    pub(crate) changes: bool,
}

/// What has been seen of somebody's bell.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// The accounts whose bells these are.
    whose: Vec<String>,
    entries: Option<BTreeSet<Uuid>>,
    /// How many changes needed the person.
    refused: Option<u32>,
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
                ..Self::default()
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

    /// How many changes there are now that need the person, if more than at the last look; what needs them when somebody
    /// begins stands on their screen.
    pub(crate) fn refused(&mut self, now: u32) -> Option<u32> {
        let before = self.refused.replace(now);
        before.is_some_and(|before| now > before).then_some(now)
    }
}

/// What was told since somebody looked at the window last.
#[derive(Debug, Default)]
pub(crate) struct Since {
    told: usize,
    /// How many of these ask for a decision.
    asking: usize,
    /// Who waits for one, each once; requests that are handed on say only how many they are.
    waiting: BTreeSet<About>,
    /// How many tell of one of them.
    of_waiting: usize,
}

impl Since {
    /// Somebody looks: what comes after is told one by one again.
    pub(crate) fn begins_anew(&mut self) {
        *self = Self::default();
    }

    /// What is said of changes that need the person, after what was told already.
    pub(crate) fn refused(&mut self, locale: Locale, count: u32) -> Said {
        self.told += 1;
        if self.told >= GROUPED_FROM {
            return many(words(locale), self);
        }
        Said {
            line: words(locale).say_with("notify-refused", &[("count", count.into())]),
            entry: None,
            asks: false,
            changes: true,
        }
    }

    /// What is said of some news, after what was told already: of each by itself, of many together.
    pub(crate) fn spoken(&mut self, locale: Locale, news: &[BellRow]) -> Vec<Said> {
        self.told += news.len();
        for row in news.iter().filter(|row| asks(row)) {
            self.asking += 1;
            if matches!(row.about, About::Membership(_)) {
                self.of_waiting += 1;
                self.waiting.insert(row.about);
            }
        }
        spoken(locale, news, self)
    }
}

/// Whether somebody waits for a decision: a request that came, that has waited for long, or requests that are handed on.
fn asks(row: &BellRow) -> bool {
    asks_for_decision(&row.kind)
}

fn spoken(locale: Locale, news: &[BellRow], since: &Since) -> Vec<Said> {
    let words = words(locale);
    if since.told < GROUPED_FROM {
        let said = |row: &BellRow| Said {
            line: line(words, row),
            entry: Some(row.id),
            asks: asks(row),
            changes: false,
        };
        return news.iter().rev().map(said).collect();
    }
    vec![many(words, since)]
}

/// One that speaks for all that was told.
fn many(words: &Words, since: &Since) -> Said {
    let (says, count) = if since.of_waiting == since.told {
        ("notify-requests", since.waiting.len())
    } else {
        ("notify-news", since.told)
    };
    Said {
        line: words.say_with(says, &[("count", count.into())]),
        entry: None,
        asks: since.asking == since.told,
        changes: false,
    }
}

/// Whether somebody wants to be told of an entry.
pub(crate) fn is_wanted(row: &BellRow, told_of: &ToldOf) -> bool {
    if asks(row) {
        told_of.requests
    } else if asks_for_care(&row.kind) {
        told_of.invitations
    } else {
        told_of.others
    }
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
    use doorward_domain::{MembershipId, Moment, OrganisationId};

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
            linked: None,
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
        let said = |news: &[BellRow]| Since::default().spoken(Locale::En, news);
        let one = |line: &str, entry: Option<u128>, asks| {
            let (line, entry) = (line.to_owned(), entry.map(Uuid::from_u128));
            let changes = false;
            vec![Said {
                line,
                entry,
                asks,
                changes,
            }]
        };
        let first = one("Anna 0 asks to join Orchard Street", Some(0), true);
        assert_eq!(said(&asks[..1]), first);
        assert_eq!(said(&asks[..3]).len(), 3);
        assert_eq!(said(&asks[..4]), one("4 people are waiting", None, true));
        let mut mixed = asks[..3].to_vec();
        mixed.push(entry(9, "decided"));
        assert_eq!(said(&mixed), one("4 new notifications", None, false));
        let decided = "Maria Mägi handled the request of Anna 9 to Orchard Street";
        assert_eq!(said(&mixed[3..]), one(decided, Some(9), false));
    }

    #[test]
    fn somebody_is_told_of_what_they_want_to_be_told_of_u10() {
        let all = ToldOf::EVERYTHING;
        for (kind, silent) in [
            (
                "request_waits",
                ToldOf {
                    requests: false,
                    ..all
                },
            ),
            (
                "bounced",
                ToldOf {
                    invitations: false,
                    ..all
                },
            ),
            (
                "link_lost_right",
                ToldOf {
                    invitations: false,
                    ..all
                },
            ),
            (
                "approved",
                ToldOf {
                    others: false,
                    ..all
                },
            ),
        ] {
            let row = entry(1, kind);
            assert!(is_wanted(&row, &all) && !is_wanted(&row, &silent), "{kind}");
        }
    }

    /// What was refused while somebody looked elsewhere is told with how much there is by now; what was there is not.
    #[test]
    fn a_change_that_was_refused_is_told_once_u10() {
        let mut seen = Seen::default();
        let told: Vec<_> = [2, 2, 3, 3, 1, 2].map(|now| seen.refused(now)).into();
        assert_eq!(told, [None, None, Some(3), None, None, Some(2)]);
        let mut since = Since::default();
        let one = since.refused(Locale::En, 1);
        assert_eq!(one.line, "1 of your changes needs you");
        assert!(one.changes && one.entry.is_none() && !one.asks);
        since.spoken(Locale::En, &[entry(1, "request"), entry(2, "request")]);
        let all = since.refused(Locale::En, 2);
        assert_eq!(
            (all.line.as_str(), all.changes),
            ("4 new notifications", false)
        );
    }

    /// A reminder asks as the request itself does, and whoever it tells of again is no other person.
    #[test]
    fn whatever_tells_of_a_request_asks_for_a_decision_u10() {
        let kinds = ["request_waits", "request_escalates", "requests_handed"];
        for (kind, asks) in kinds
            .map(|it| (it, true))
            .into_iter()
            .chain([("decided", false)])
        {
            let said = Since::default().spoken(Locale::En, &[entry(1, kind)]);
            assert_eq!(said[0].asks, asks, "{kind}");
        }
        let mut news: Vec<BellRow> = (0..4).map(|it| entry(it, "request")).collect();
        news.push(entry(0, "request_waits"));
        let said = Since::default().spoken(Locale::En, &news);
        assert_eq!(
            (said[0].line.as_str(), said[0].asks),
            ("4 people are waiting", true)
        );
        news.push(BellRow {
            about: About::Organisation(OrganisationId(Uuid::from_u128(1))),
            ..entry(9, "requests_handed")
        });
        let said = Since::default().spoken(Locale::En, &news);
        assert_eq!(
            (said[0].line.as_str(), said[0].asks),
            ("6 new notifications", true)
        );
    }

    /// Requests that come one by one are no more pop-ups than those that come together.
    #[test]
    fn from_the_fourth_on_one_speaks_for_all_until_somebody_looks_u10() {
        let mut since = Since::default();
        let mut tell = |number, kind| {
            let said = since.spoken(Locale::En, &[entry(number, kind)]);
            let [said] = said.as_slice() else {
                panic!("one is said: {said:?}");
            };
            (said.line.clone(), said.entry.is_some())
        };
        for number in 1..=3 {
            let line = format!("Anna {number} asks to join Orchard Street");
            assert_eq!(tell(number, "request"), (line, true));
        }
        let all = |line: &str| (line.to_owned(), false);
        assert_eq!(tell(4, "request"), all("4 people are waiting"));
        assert_eq!(tell(5, "request"), all("5 people are waiting"));
        assert_eq!(tell(6, "decided"), all("6 new notifications"));
        since.begins_anew();
        let said = since.spoken(Locale::En, &[entry(7, "request")]);
        assert_eq!(said[0].entry, Some(Uuid::from_u128(7)));
    }
}
