//! Every letter with made-up facts, for people and tests that look at them.

use anyhow::Result;
use doorward_domain::{
    Contact, Grant, LevelRef, Locale, Membership, Name, Note, NoticeKind, Preset, ReminderKind,
};
use serde_json::json;
use uuid::Uuid;

use super::super::facts::{Facts, Subject};
use super::super::handing::Waiting;
use super::{Ingredients, render};
use crate::store::mine::DigestRow;
use crate::text::words;

/// A letter to look at.
#[derive(Debug)]
pub struct Sample {
    /// What it is about.
    pub name: &'static str,
    /// As HTML.
    pub html: String,
}

/// Everything a letter can be about.
pub fn subjects() -> Vec<Subject> {
    let notices = NoticeKind::ALL.into_iter().map(Subject::Notice);
    let reminders = ReminderKind::ALL.into_iter().map(Subject::Reminder);
    let others = [
        Subject::RequestsHanded,
        Subject::NewLinkWanted,
        Subject::Confirmation,
        Subject::AccountExists,
        Subject::Reset,
        Subject::PasswordChanged,
        Subject::NewAddress,
        Subject::AddressChanged,
        Subject::PhoneChanged,
        Subject::ProviderConnected,
        Subject::Digest,
    ];
    notices.chain(reminders).chain(others).collect()
}

/// All of them in a language, with names and notes as long as they come.
pub fn samples(locale: Locale) -> Result<Vec<Sample>> {
    let facts = facts()?;
    let contact: Contact = "aleksandra.konstantinova@technopark-services.example".parse()?;
    let reader = Name::try_from("Александра Константинова")?;
    let (entries, waiting) = (entries(&facts)?, waiting(&facts));
    let token =
        "iZ3J1bm5lbC1oYXJ0LXNlY3JldC10aGF0LWlzLW5vbmUtYXQtYWxs.bm9uZS1hdC1hbGwtb2YtdGhlLWxldHRlcg";
    let link = format!("https://doors.technopark.example/j/{token}");
    let drawn = subjects().into_iter().map(|subject| -> Result<Sample> {
        let of = Ingredients {
            subject,
            facts: &facts,
            contact: &contact,
            reader: Some(&reader),
            link: Some(&link),
            code: subject.has_code().then_some("402917"),
            entries: &entries,
            waiting: &waiting,
        };
        let html = render(words(locale), of)?.html;
        let name = subject.key();
        Ok(Sample { name, html })
    });
    drawn.collect()
}

fn facts() -> Result<Facts> {
    let olga = json!({ "by": "person", "id": Uuid::from_u128(2), "name": "Olga Smirnova-Țurcanu" });
    let signed = json!({ "author": olga, "at": 1_795_000_000_000_i64 });
    let mut grant = json!(Grant::of(Preset::Manager));
    grant["ends_at"] = json!(1_797_000_000_000_i64);
    let membership = json!({
        "id": Uuid::from_u128(1),
        "name": "Θεοδώρα Ιωάννου",
        "status": { "is": "initiated", "by": "organisation" },
        "grant": grant,
        "suspended": false,
        "visible": false,
        "begun": signed,
        "invitation": {
            "giver": signed,
            "expires_at": 1_795_600_000_000_i64,
            "generation": 1,
            "message": "We meet on Monday at nine, at the front desk of the second floor.",
        },
    });
    let membership: Membership = serde_json::from_value(membership)?;
    let link = json!({
        "id": Uuid::from_u128(3),
        "name": "Front desk, second floor",
        "form": "card",
        "level": LevelRef::from(Preset::Member),
        "needs_approval": true,
        "max_uses": 25,
        "uses": 3,
        "expires_at": 1_795_600_000_000_i64,
        "generation": 1,
        "giver": signed,
        "closed": false,
    });
    Ok(Facts {
        organisation: Some(Name::try_from("Технопарк «Пермь», второй корпус")?),
        membership: Some(Box::new(membership)),
        reason: Some(Note::try_from(
            "550 5.1.1 The address does not exist at mail.technopark-services.example.",
        )?),
        link: Some(serde_json::from_value(link)?),
        managed: true,
        ..Facts::default()
    })
}

fn entries(facts: &Facts) -> Result<Vec<DigestRow>> {
    let organisation = facts.organisation.clone();
    let organisation = organisation.map_or_else(|| Name::try_from("Studio Lila"), Ok)?;
    let kinds = [
        NoticeKind::Request,
        NoticeKind::Accepted,
        NoticeKind::Bounced,
    ];
    let row = |(number, kind): (u128, NoticeKind)| -> Result<DigestRow> {
        Ok(DigestRow {
            id: Uuid::from_u128(number),
            kind: kind.key().to_owned(),
            organisation_name: organisation.clone(),
            name: Some(Name::try_from("Ștefan Brânză")?),
            contact: None,
            author: None,
        })
    };
    (0..).zip(kinds).map(row).collect()
}

fn waiting(facts: &Facts) -> Vec<Waiting> {
    let membership = facts.membership.iter();
    let waits = membership.map(|it| Waiting {
        membership: (**it).clone(),
        contact: None,
    });
    waits.collect()
}
