//! One sample of every command and every refusal, with all fields filled in, as they travel.

use anyhow::{Context, Result, ensure};
use doorward_domain::{Command, Refusal};
use serde_json::{Value, json};

/// One of each command, in the order of the catalogue.
pub fn commands() -> Result<Vec<Command>> {
    let samples: Vec<Command> = command_bodies()
        .into_iter()
        .map(|body| serde_json::from_value(body.clone()).with_context(|| body.to_string()))
        .collect::<Result<_>>()?;
    let keys: Vec<&str> = samples.iter().map(Command::key).collect();
    ensure!(
        keys == Command::KEYS,
        "every command has a sample, in order: {keys:?}"
    );
    Ok(samples)
}

/// One of each refusal, in the order in which they are tested.
pub fn refusals() -> Result<Vec<Refusal>> {
    let samples: Vec<Refusal> = Refusal::CODES
        .iter()
        .map(|code| {
            let body = facts(code).map_or_else(
                || json!({ "code": code }),
                |facts| json!({ "code": code, "facts": facts }),
            );
            serde_json::from_value(body.clone()).with_context(|| body.to_string())
        })
        .collect::<Result<_>>()?;
    let codes: Vec<&str> = samples.iter().map(Refusal::code).collect();
    ensure!(
        codes == Refusal::CODES,
        "every refusal has a sample: {codes:?}"
    );
    Ok(samples)
}

/// What a refusal means, without the facts of one case.
pub fn meaning(refusal: &Refusal) -> String {
    match refusal.code() {
        "forbidden" => "the permission named is missing".to_owned(),
        "wrong_status" => "it stands elsewhere now".to_owned(),
        "invalid" => "a field cannot hold this".to_owned(),
        _ => refusal.to_string(),
    }
}

/// The facts of a refusal that has some.
fn facts(code: &str) -> Option<Value> {
    Some(match code {
        "forbidden" => json!({ "needs": "requests.decide" }),
        "address_mismatch" => json!({ "masked": "a…@example.net" }),
        "other_domain" => json!({ "domains": ["example.ee", "xn--bcher-kva.example"] }),
        "wrong_status" => json!({ "status": "rejected", "decided": signed() }),
        "changed_meanwhile" => json!({ "signed": signed() }),
        "dates" => json!("R-30"),
        "above_giver" => json!({ "lacks": ["billing.pay"] }),
        "already_member" | "already_open" | "already_invited" | "request_waiting" => {
            json!({ "membership": id(1) })
        }
        "too_soon" => json!({ "until": 1_800_000_000_000_i64 }),
        "limit" => json!("contact"),
        "invalid" => json!({ "field": "answers" }),
        _ => return None,
    })
}

/// An id that is the same every time.
pub fn id(number: u128) -> String {
    uuid::Uuid::from_u128(number).to_string()
}

/// Who did something and when, as it travels.
pub fn signed() -> Value {
    json!({ "author": { "by": "person", "id": id(9), "name": "Kadri Õunapuu" }, "at": 1_800_000_000_000_i64 })
}

/// A grant with all it can have.
pub fn grant() -> Value {
    json!({
        "level": "staff",
        "extras": ["bookings.own", "bookings.all"],
        "rooms": [id(20)],
        "room_sites": [id(21)],
        "limited_to": [id(21)],
        "starts_at": 1_800_000_000_000_i64,
        "ends_at": 1_900_000_000_000_i64,
    })
}

/// Settings with all they can have.
pub fn settings() -> Value {
    json!({
        "accepts_requests": true,
        "questions": ["Which flat?"],
        "default_level": "staff",
        "request_level": "member",
        "term_days": 7,
        "waiting_days": 0,
        "reminder_days": 2,
        "escalation_days": 5,
        "grace_days": 14,
        "expire_by_itself": false,
        "reminders": true,
        "links_need_approval": true,
        "locked_after_days": 30,
    })
}

fn command_bodies() -> Vec<Value> {
    [
        invitations(),
        links(),
        requests(),
        members(),
        levels(),
        records(),
        moves(),
    ]
    .concat()
}

fn invitations() -> Vec<Value> {
    let row = id(1);
    vec![
        json!({
            "type": "invite_person", "membership": row, "contact": "anna@example.net", "grant": grant(),
            "name": "Анна Соколова", "position": "Colourist", "staff": id(30), "locale": "ru",
            "message": "See you on Monday",
        }),
        json!({ "type": "resend_invitation", "membership": row, "grant": grant() }),
        json!({ "type": "change_invitation", "membership": row, "grant": grant(), "based_on": { "revision": 7 } }),
        json!({ "type": "revoke_invitation", "membership": row }),
        json!({ "type": "accept_invitation", "membership": row }),
        json!({ "type": "decline_invitation", "membership": row }),
    ]
}

fn links() -> Vec<Value> {
    let link = id(3);
    vec![
        json!({
            "type": "make_link", "link": link, "name": "Poster by the lift", "form": "poster", "level": "member",
            "needs_approval": true, "max_uses": 25, "domains": ["example.ee", "xn--bcher-kva.example"],
        }),
        json!({
            "type": "change_link", "link": link, "name": "Poster by the door", "level": "guest", "needs_approval": true,
            "max_uses": 50, "domains": ["example.ee"], "regenerate": true, "based_on": { "command": id(8) },
        }),
        json!({ "type": "close_link", "link": link }),
        json!({ "type": "join_by_link", "link": link, "membership": id(2), "position": "Tenant", "note": "Flat 7", "locale": "ro" }),
    ]
}

fn requests() -> Vec<Value> {
    let row = id(1);
    vec![
        json!({
            "type": "request_to_join", "membership": row, "position": "Tenant", "note": "I moved in today",
            "answers": [{ "question": "Which flat?", "text": "Flat 7" }], "locale": "et",
        }),
        json!({ "type": "cancel_request", "membership": row }),
        json!({ "type": "approve_request", "membership": row, "grant": grant() }),
        json!({ "type": "decline_request", "membership": row, "reason": "We could not find you on the list" }),
        json!({ "type": "reopen_request", "membership": row }),
    ]
}

fn members() -> Vec<Value> {
    let row = id(1);
    vec![
        json!({
            "type": "add_member", "membership": row, "person": id(9), "grant": grant(), "position": "Colourist",
        }),
        json!({ "type": "change_grant", "membership": row, "grant": grant(), "based_on": { "revision": 7 },
            "note": "Covers for Mari until Friday" }),
        json!({ "type": "suspend_member", "membership": row }),
        json!({ "type": "resume_member", "membership": row }),
        json!({ "type": "expire_membership", "membership": row }),
        json!({ "type": "end_membership", "membership": row }),
        json!({ "type": "renew_membership", "membership": row, "grant": grant(), "based_on": { "revision": 7 } }),
        json!({ "type": "set_visibility", "membership": row, "visible": true }),
        json!({ "type": "set_position", "membership": row, "position": "Colourist" }),
    ]
}

fn levels() -> Vec<Value> {
    let level = id(10);
    vec![
        json!({ "type": "make_level", "level": level, "name": "Night porter", "permissions": ["members.view"] }),
        json!({
            "type": "change_level", "level": level, "name": "Porter", "permissions": ["members.view", "chat"],
            "based_on": { "revision": 7 },
        }),
        json!({ "type": "delete_level", "level": level, "replacement": "member" }),
        json!({ "type": "change_settings", "settings": settings(), "based_on": { "revision": 7 } }),
    ]
}

fn records() -> Vec<Value> {
    let (staff, room, site) = (id(30), id(20), id(21));
    vec![
        json!({ "type": "make_staff_record", "staff": staff, "name": "Tom", "position": "Barber" }),
        json!({
            "type": "change_staff_record", "staff": staff, "name": "Tom", "position": "Barber",
            "based_on": { "revision": 7 },
        }),
        json!({ "type": "remove_staff_record", "staff": staff }),
        json!({ "type": "make_room", "room": room, "site": site, "name": "Side door" }),
        json!({ "type": "change_room", "room": room, "site": site, "name": "Door", "based_on": { "revision": 7 } }),
        json!({ "type": "remove_room", "room": room }),
        json!({ "type": "make_site", "site": site, "name": "House 4" }),
        json!({ "type": "change_site", "site": site, "name": "House 4a", "based_on": { "revision": 7 } }),
        json!({ "type": "remove_site", "site": site }),
    ]
}

fn moves() -> Vec<Value> {
    let (row, other) = (id(1), id(40));
    vec![
        json!({ "type": "offer_ownership", "membership": row, "step_down": true }),
        json!({ "type": "accept_ownership", "membership": row }),
        json!({ "type": "withdraw_offer", "membership": row }),
        json!({ "type": "propose_management", "manager": other }),
        json!({ "type": "accept_management", "community": other }),
        json!({ "type": "end_management", "community": other }),
        json!({ "type": "delete_organisation", "name": "Orchard Street" }),
        json!({ "type": "delete_account", "name": "Olga Ivanova" }),
        json!({ "type": "cancel_account_deletion", "name": "Olga Ivanova" }),
    ]
}
