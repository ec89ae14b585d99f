//! What was sent to contacts lately, and which phones may be written to (RAT-2, SMS-1).

use std::collections::BTreeMap;

use crate::Contact;

/// How many invitations went to a contact within the last 24 hours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SentTo {
    /// From this organisation.
    pub here: u32,
    /// From all organisations together.
    pub everywhere: u32,
}

/// What is known of letters and text messages that went out or may.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sending {
    counted: BTreeMap<Contact, SentTo>,
    /// What has gone out since that was counted.
    since: BTreeMap<Contact, u32>,
    /// The country codes that text messages go to alone.
    pub(crate) texted_in: Option<Vec<String>>,
}

impl Sending {
    /// Notes what was counted.
    pub(crate) fn put(&mut self, contact: Contact, sent: SentTo) {
        self.counted.insert(contact, sent);
    }

    /// Counts an invitation that goes out now.
    pub(crate) fn count(&mut self, contact: Contact) {
        let since = self.since.entry(contact).or_default();
        *since = since.saturating_add(1);
    }

    /// How many went to a contact lately, those that go out now included.
    pub(crate) fn to(&self, contact: &Contact) -> SentTo {
        let before = self.counted.get(contact).copied().unwrap_or_default();
        let since = self.since.get(contact).copied().unwrap_or_default();
        SentTo {
            here: before.here.saturating_add(since),
            everywhere: before.everywhere.saturating_add(since),
        }
    }

    /// Whether it is a phone of a country that no text message goes to (SMS-1).
    pub(crate) fn is_out_of_reach(&self, contact: &Contact) -> bool {
        let countries = self.texted_in.as_deref();
        countries.is_some_and(|it| !contact.is_texted_in(it))
    }
}
