//! Every record that the feed sends, with memberships in every status.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail};
use doorward_domain::{
    Delivery, Level, Link, MemberActivity, MemberContact, Membership, Organisation, Record,
    RecordKind, Room, Settings, Site, StaffRecord,
};
use doorward_suite::samples::{grant, id, settings, signed};
use serde_json::{Value, json};

use crate::shape;

#[test]
fn every_record_travels_as_before() -> Result<()> {
    let records = records();
    for (name, sample) in &records {
        shape::keeps::<Record>(&format!("record-{name}"), sample)?;
    }
    let mut kinds = BTreeSet::new();
    for (_, sample) in records {
        kinds.insert(serde_json::from_value::<Record>(sample)?.kind());
    }
    assert!(
        kinds.iter().eq(RecordKind::ALL.iter()),
        "every kind has a sample: {kinds:?}"
    );
    Ok(())
}

#[test]
fn every_record_names_its_fields() -> Result<()> {
    for (name, sample) in records() {
        let body = sample
            .as_object()
            .and_then(|it| it.values().next())
            .context("a record has a body")?;
        let check = match name.split('-').next() {
            Some("organisation") => shape::names_every_field::<Organisation>,
            Some("settings") => shape::names_every_field::<Settings>,
            Some("level") => shape::names_every_field::<Level>,
            Some("room") => shape::names_every_field::<Room>,
            Some("site") => shape::names_every_field::<Site>,
            Some("staff") => shape::names_every_field::<StaffRecord>,
            Some("member_contact") => shape::names_every_field::<MemberContact>,
            Some("link") => shape::names_every_field::<Link>,
            Some("delivery") => shape::names_every_field::<Delivery>,
            Some("member_activity") => shape::names_every_field::<MemberActivity>,
            Some("membership") => shape::names_every_field::<Membership>,
            _ => bail!("no type is known for {name}"),
        };
        check(name, body)?;
    }
    Ok(())
}

fn records() -> Vec<(&'static str, Value)> {
    let mut records = vec![
        (
            "organisation",
            json!({ "organisation": {
            "id": id(4), "name": "Orchard Street", "standing": "active", "plan": "pro", "sign_in": "any",
            "managed_by": id(40), "manager_name": "Harbour House",
            "proposal": { "manager": id(40), "manager_name": "Harbour House", "by": signed() },
            "longest_term_days": 30, "locked_after_days": 30,
        } }),
        ),
        ("settings", json!({ "settings": settings() })),
        (
            "level",
            json!({ "level": {
            "id": id(10), "name": "Night porter", "permissions": ["members.view", "chat"], "deleted": false,
        } }),
        ),
        (
            "room",
            json!({ "room": { "id": id(20), "site": id(21), "name": "Side door", "removed": false } }),
        ),
        (
            "site",
            json!({ "site": { "id": id(21), "name": "House 4", "removed": false } }),
        ),
        (
            "staff",
            json!({ "staff": { "id": id(30), "name": "Tom", "position": "Barber", "removed": false } }),
        ),
        (
            "member_contact",
            json!({ "member_contact": {
            "membership": id(1), "contacts": ["anna@example.net", "+37255512345"],
        } }),
        ),
        (
            "link",
            json!({ "link": {
            "id": id(3), "name": "Poster by the lift", "form": "poster", "level": "member", "needs_approval": true,
            "max_uses": 25, "domains": ["example.ee"], "uses": 3, "expires_at": 1_900_000_000_000_i64, "generation": 2, "giver": signed(),
            "closed": false,
        } }),
        ),
        (
            "delivery",
            json!({ "delivery": { "membership": id(1), "generation": 2, "steps": [
                { "state": "queued", "at": 1_800_000_000_000_i64, "reason": null },
                { "state": "bounced", "at": 1_800_000_060_000_i64, "reason": "550 no such mailbox" },
            ], "waits": { "why": "asked", "until": 1_800_000_600_000_i64 } } }),
        ),
        (
            "member_activity",
            json!({ "member_activity": { "membership": id(1), "last_seen_on": 20_833 } }),
        ),
    ];
    records.extend(memberships());
    records
}

fn memberships() -> Vec<(&'static str, Value)> {
    let sent = json!({
        "giver": signed(), "expires_at": 1_900_000_000_000_i64, "generation": 1, "sent_at": 1_800_000_000_000_i64,
        "locale": "ru",
        "message": "See you on Monday",
    });
    let asked = json!({
        "note": "I moved in today", "answers": [{ "question": "Which flat?", "text": "Flat 7" }], "link": id(3), "waits_since": 1_800_000_000_000_i64,
        "locale": "et",
    });
    let invitation = |status: Value| membership(&status, &sent, &Value::Null);
    let request = |status: Value| membership(&status, &Value::Null, &asked);
    vec![
        (
            "membership-invited",
            invitation(json!({ "is": "initiated", "by": "organisation" })),
        ),
        (
            "membership-requested",
            request(json!({ "is": "initiated", "by": "person" })),
        ),
        ("membership-approved", request(json!({ "is": "approved" }))),
        (
            "membership-request-rejected",
            request(json!({ "is": "rejected", "by": "organisation" })),
        ),
        (
            "membership-invitation-rejected",
            invitation(json!({ "is": "rejected", "by": "person" })),
        ),
        (
            "membership-superseded",
            invitation(json!({ "is": "cancelled", "by": "system" })),
        ),
        (
            "membership-ended",
            request(json!({ "is": "ended", "by": "person", "suspended": true })),
        ),
        (
            "membership-expired",
            request(json!({ "is": "expired", "by": "system" })),
        ),
    ]
}

fn membership(status: &Value, invitation: &Value, asked: &Value) -> Value {
    json!({ "membership": {
        "id": id(1), "person": id(9), "name": "Анна Соколова", "position": "Colourist", "staff": id(30), "status": status,
        "grant": grant(), "suspended": false, "visible": true, "begun": signed(), "invitation": invitation,
        "asked": asked, "decided": signed(), "approved_at": 1_800_000_000_000_i64,
        "end_set_at": 1_810_000_000_000_i64, "reason": "We could not find you on the list",
        "offer": { "by": signed(), "step_down": true, "expires_at": 1_900_000_000_000_i64 },
    } })
}
