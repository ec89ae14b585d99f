//! The envelopes: push, feed, doorbell, accounts and problem documents.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use doorward_domain::{Account, Author, View};
use doorward_protocol::{
    Changes, Code, HistoryPage, Mine, NewAccount, Outcome, Problem, Proof, Push, PushAnswer,
    ReadNotices, Ring, SignIn, SignedIn, Stopped,
};
use doorward_suite::samples::{id, signed};
use serde_json::{Value, json};

use crate::shape;

#[test]
fn a_push_travels_as_before() -> Result<()> {
    let command = json!({ "type": "revoke_invitation", "membership": id(1) });
    let push = json!({ "commands": [
        { "id": id(8), "after": null, "command": command },
        { "id": id(11), "after": id(8), "command": command },
    ] });
    shape::keeps::<Push>("push", &push)?;
    shape::names_every_field::<Push>("push", &push)?;
    shape::names_every_field::<doorward_protocol::PushedCommand>(
        "pushed command",
        &push["commands"][0],
    )?;

    for (name, outcome) in outcomes() {
        shape::keeps::<Outcome>(&format!("outcome-{name}"), &outcome)?;
    }
    let stopped = json!({ "is": "out_of_order", "id": id(11) });
    shape::keeps::<Stopped>("stopped-out-of-order", &stopped)?;
    shape::keeps::<Stopped>("stopped-retry", &json!({ "is": "retry", "id": id(11) }))?;
    shape::keeps::<PushAnswer>(
        "push-answer",
        &json!({ "settled": [settled()], "stopped": stopped }),
    )?;
    Ok(())
}

#[test]
fn a_page_of_the_feed_travels_as_before() -> Result<()> {
    let view = json!({
        "kinds": ["organisation", "member", "request", "member_contact"], "own": id(1), "limited_to": [id(21)],
        "limited_rooms": [id(20)],
        "routed": [],
        "routed_until": 1_700_000_000_000_i64,
        "history": true,
        "acts": true,
    });
    shape::keeps::<View>("view", &view)?;
    shape::names_every_field::<View>("view", &view)?;
    let site = json!({ "site": { "id": id(21), "name": "House 4", "removed": false } });
    let page = json!({
        "is": "page", "reset": true, "view": view,
        "records": [{ "kind": "site", "record": site, "revision": 7, "signed": signed() }],
        "gone": [{ "kind": "request", "id": id(1), "revision": 7 }],
        "erased": [{ "person": id(2), "memberships": [id(1)], "revision": 7 }],
        "settled": [settled()], "cursor": "b3BhcXVl", "more": false, "revision": 7,
        "sums": { "site": { "count": 1, "hash": 11_400_714_819_323_198_485_u64 } },
    });
    shape::keeps::<Changes>("changes-page", &page)?;
    shape::keeps::<Changes>("changes-gone", &json!({ "is": "gone" }))?;
    Ok(())
}

#[test]
fn a_ring_travels_as_before() -> Result<()> {
    shape::keeps::<Ring>(
        "ring-organisation",
        &json!({ "is": "organisation", "id": id(4), "revision": 7 }),
    )?;
    shape::keeps::<Ring>("ring-me", &json!({ "is": "me", "revision": 3 }))?;
    shape::keeps::<Ring>(
        "ring-access-ended",
        &json!({ "is": "access_ended", "organisation": id(4) }),
    )?;
    Ok(())
}

#[test]
fn an_account_travels_as_before() -> Result<()> {
    let account = account();
    shape::keeps::<Account>("account", &account)?;
    for standing in [
        json!({ "is": "closing", "at": 1_900_000_000_000_i64 }),
        json!({ "is": "suspended" }),
        json!({ "is": "gone" }),
    ] {
        let mut other = account.clone();
        other["standing"] = standing.clone();
        shape::keeps::<Account>(
            &format!("account-{}", standing["is"].as_str().context("a standing")?),
            &other,
        )?;
    }
    let from =
        json!({ "by": "person", "id": id(9), "name": "Kadri Õunapuu", "from": "Harbour House" });
    for author in [from, json!({ "by": "system" }), json!({ "by": "operator" })] {
        shape::keeps::<Author>(
            &format!("author-{}", author["by"].as_str().context("an author")?),
            &author,
        )?;
    }
    let new = json!({
        "name": "Olga Ivanova", "email": "olga@example.org", "password": "seven-tall-white-doors", "locale": "en",
    });
    shape::keeps::<NewAccount>("new-account", &new)?;
    shape::names_every_field::<NewAccount>("new account", &new)?;
    let sign_in = json!({ "email": "olga@example.org", "password": "seven-tall-white-doors", "device_name": "Desk" });
    shape::keeps::<SignIn>("sign-in", &sign_in)?;
    shape::names_every_field::<SignIn>("sign-in", &sign_in)?;
    let proof = json!({ "password": "seven-tall-white-doors" });
    shape::keeps::<Proof>("proof", &proof)?;
    shape::names_every_field::<Proof>("proof", &proof)?;
    shape::keeps::<SignedIn>(
        "signed-in",
        &json!({
            "token": "c2VjcmV0", "account": account, "device": id(50), "cache_share": "c2hhcmU",
            "expires_at": 1_900_000_000_000_i64,
        }),
    )?;
    Ok(())
}

#[test]
fn the_persons_own_rows_travel_as_before() -> Result<()> {
    let membership = json!({
        "id": id(1), "person": id(9), "name": "Анна Соколова", "position": null, "status": { "is": "approved" },
        "grant": null, "suspended": false, "visible": false, "begun": signed(), "invitation": null, "asked": null,
        "decided": null, "reason": null,
    });
    let home = json!({ "organisation": id(4), "organisation_name": "Orchard Street", "membership": membership });
    let device = json!({
        "id": id(50), "name": "Front desk", "browser": false, "made_at": 1_800_000_000_000_i64, "last_seen_on": 20_833,
        "expires_at": 1_900_000_000_000_i64,
    });
    let notice = json!({
        "id": id(60), "kind": "grant_changed", "organisation": id(4), "organisation_name": "Orchard Street",
        "about": { "membership": id(1) }, "name": null, "contact": "anna@example.net", "by": "Kadri Õunapuu",
        "at": 1_800_000_000_000_i64, "read": false,
    });
    let sent = |revision: u64, record: Value| json!({ "record": record, "revision": revision });
    let mine = json!({
        "reset": false,
        "records": [
            sent(1, json!({ "account": account() })),
            sent(2, json!({ "invitation": home })),
            sent(2, json!({ "membership": home })),
            sent(3, json!({ "device": device })),
            sent(3, json!({ "notice": notice })),
        ],
        "gone": [{ "kind": "invitation", "id": id(1), "revision": 2 }],
        "cursor": "b3BhcXVl", "more": false, "revision": 3,
        "sums": { "account": { "count": 1, "hash": 11_400_714_819_323_198_485_u64 } },
        "texts": { "countries": ["+372"], "sender": "Doorward", "link_length": 41 },
    });
    shape::keeps::<Mine>("mine", &mine)?;
    let read = json!({ "notices": [id(60)] });
    shape::keeps::<ReadNotices>("read-notices", &read)?;
    shape::names_every_field::<ReadNotices>("read notices", &read)?;
    Ok(())
}

#[test]
fn a_page_of_the_history_travels_as_before() -> Result<()> {
    let entry = json!({
        "seq": 7,
        "at": 1_764_000_000_000_i64,
        "kind": "level_made",
        "actor": "system",
        "object": "0198f0a0-0000-7000-8000-000000000001",
        "command": "0198f0a0-0000-7000-8000-000000000002",
        "payload_hash": "ab",
        "hash": "cd",
        "salt": "00",
        "payload": "{}",
    });
    let page = json!({ "entries": [entry], "more": true, "follows": "ef" });
    shape::keeps::<HistoryPage>("history-page", &page)
}

#[test]
fn problems_travel_as_before() -> Result<()> {
    let problem = json!({
        "code": "refused", "status": 409, "title": "The command was refused", "field": "grant",
        "refusal": { "code": "too_soon", "facts": { "until": 1_800_000_000_000_i64 } },
    });
    shape::keeps::<Problem>("problem", &problem)?;
    let codes: BTreeMap<&str, u16> = Code::ALL
        .iter()
        .map(|code| (code.key(), code.status()))
        .collect();
    shape::keeps::<BTreeMap<String, u16>>("problem-codes", &json!(codes))?;
    for code in Code::ALL {
        assert_eq!(
            serde_json::to_value(code)?,
            json!(code.key()),
            "a code travels as its key"
        );
    }
    Ok(())
}

fn account() -> Value {
    json!({
        "person": id(9), "name": "Kadri Õunapuu", "contacts": ["kadri@example.org"], "standing": { "is": "living" },
    })
}

fn settled() -> Value {
    json!({ "id": id(8), "outcome": { "is": "applied", "revision": 7 } })
}

fn outcomes() -> Vec<(&'static str, Value)> {
    vec![
        ("applied", json!({ "is": "applied", "revision": 7 })),
        (
            "no-change",
            json!({ "is": "no_change", "revision": 7, "by": signed() }),
        ),
        (
            "refused",
            json!({ "is": "refused", "refusal": { "code": "last_owner" } }),
        ),
        (
            "refused-by-a-limit",
            json!({ "is": "refused", "refusal": { "code": "limit", "facts": "organisation" } }),
        ),
    ]
}
