//! What was sent to contacts lately, and which phones may be written to (RAT-2, SMS-1).

use std::collections::{BTreeMap, BTreeSet};

use crate::refusal::Reached;
use crate::{Contact, Moment};

/// Days for which an organisation is young (RAT-2).
const YOUNG_DAYS: u32 = 7;
/// Invitations that one contact gets from one organisation within 24 hours at most (RAT-2).
const MOST_HERE: u32 = 3;
/// Invitations that one contact gets from all organisations within 24 hours at most (RAT-2).
const MOST_EVERYWHERE: u32 = 10;

/// How many invitations went to a contact within the last 24 hours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SentTo {
    /// From this organisation.
    pub here: u32,
    /// From all organisations together.
    pub everywhere: u32,
}

/// How many invitations one organisation sends on a day in UTC at most, as whoever runs the server decided (RAT-2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DailyMost {
    /// Once it is a week old.
    pub usual: u32,
    /// Before.
    pub young: u32,
}

/// How many invitations an organisation has sent on this day in UTC.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SentToday {
    /// So many.
    pub sent: u32,
    /// When the organisation began; not known where its beginning was not kept.
    pub founded: Option<Moment>,
}

/// What is known of letters and text messages that went out or may.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sending {
    counted: BTreeMap<Contact, SentTo>,
    /// Those that get none from here.
    stopped: BTreeSet<Contact>,
    /// What has gone out since that was counted.
    since: BTreeMap<Contact, u32>,
    /// The same, to anybody.
    since_in_all: u32,
    /// How many have gone out today, when that was counted.
    pub(crate) today: SentToday,
    /// How many may; where nobody decided that, as many as one likes.
    pub(crate) most: Option<DailyMost>,
    /// The country codes that text messages go to alone.
    pub(crate) texted_in: Option<Vec<String>>,
}

impl Sending {
    /// Notes what was counted.
    pub(crate) fn put(&mut self, contact: Contact, sent: SentTo) {
        self.counted.insert(contact, sent);
    }

    /// Notes that a contact gets none from here.
    pub(crate) fn stop(&mut self, contact: Contact) {
        self.stopped.insert(contact);
    }

    /// Counts an invitation that goes out now.
    pub(crate) fn count(&mut self, contact: Contact) {
        let since = self.since.entry(contact).or_default();
        *since = since.saturating_add(1);
        self.since_in_all = self.since_in_all.saturating_add(1);
    }

    /// The limit that keeps an invitation from a contact, if any: the one that lasts longest is named.
    pub(crate) fn reached(&self, contact: &Contact, now: Moment) -> Option<Reached> {
        let sent = self.to(contact);
        if self.stopped.contains(contact) {
            Some(Reached::Stopped)
        } else if sent.here >= MOST_HERE {
            Some(Reached::Contact)
        } else if sent.everywhere >= MOST_EVERYWHERE {
            Some(Reached::Everywhere)
        } else {
            self.is_spent(now).then_some(Reached::Organisation)
        }
    }

    /// How many went to a contact lately, those that go out now included.
    fn to(&self, contact: &Contact) -> SentTo {
        let before = self.counted.get(contact).copied().unwrap_or_default();
        let since = self.since.get(contact).copied().unwrap_or_default();
        SentTo {
            here: before.here.saturating_add(since),
            everywhere: before.everywhere.saturating_add(since),
        }
    }

    /// Whether the organisation has sent as many today as it may, those that go out now included (RAT-2).
    fn is_spent(&self, now: Moment) -> bool {
        let is_young = |founded: Moment| now < founded.plus_days(YOUNG_DAYS);
        let sent = self.today.sent.saturating_add(self.since_in_all);
        self.most.is_some_and(|most| {
            let young = self.today.founded.is_some_and(is_young);
            sent >= if young {
                most.young.min(most.usual)
            } else {
                most.usual
            }
        })
    }

    /// Whether it is a phone of a country that no text message goes to (SMS-1).
    pub(crate) fn is_out_of_reach(&self, contact: &Contact) -> bool {
        let countries = self.texted_in.as_deref();
        countries.is_some_and(|it| !contact.is_texted_in(it))
    }
}
