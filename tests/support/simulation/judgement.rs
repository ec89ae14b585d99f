//! What must hold when everything has come to rest: the invariants I1 to I9 (SECURITY.md, section 4).

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};
use doorward_client::contract::EntryState;
use doorward_domain::{Grant, Moment, Record, Refusal};
use doorward_protocol::{Changes, Mine, Outcome};

use super::device::Device;
use super::ground::Ground;
use super::ledger;
use super::truth::{Truth, decided, everything, revision};
use super::wire::Asked;

/// Judges everything.
pub async fn judge(ground: &Ground, truth: &[Truth], devices: &[Device]) -> Result<()> {
    for truth in truth {
        an_owner_remains(truth, ground.now())?;
        nobody_is_there_twice(truth)?;
        store_is_true(ground, truth).await?;
    }
    ledger::history_is_whole(ground, truth).await?;
    for (place, device) in devices.iter().enumerate() {
        let judged = of_device(ground, truth, device).await;
        judged.with_context(|| format!("device {place}, {}", device.who.name()))?;
    }
    no_secret_is_written(ground, devices)
}

async fn of_device(ground: &Ground, truth: &[Truth], device: &Device) -> Result<()> {
    every_command_ended(truth, device).await?;
    let lost = device.lost_its_place(truth.len() + 1)?;
    ensure!(
        lost == 0,
        "SYN-7: {lost} times it held something else than it should"
    );
    for truth in truth {
        let place = ground.place(truth.id).unwrap_or_default();
        let same = holds_what_it_should(ground, truth, device).await;
        same.with_context(|| format!("organisation {place}"))?;
    }
    own_rows_are_the_servers(ground, device).await
}

/// I1: somebody owns the organisation, now and for ever.
fn an_owner_remains(truth: &Truth, now: Moment) -> Result<()> {
    let owns = |grant: &Grant| {
        grant.is_owner() && grant.ends_at.is_none() && grant.starts_at.is_none_or(|at| at <= now)
    };
    let owner = truth.memberships().any(|row| {
        row.status.is_approved() && !row.suspended && row.grant.as_ref().is_some_and(owns)
    });
    ensure!(owner, "I1: nobody owns the organisation");
    Ok(())
}

/// I2 and I3: one live membership of a person, one open invitation of a contact, and no link used too often.
fn nobody_is_there_twice(truth: &Truth) -> Result<()> {
    let (mut persons, mut contacts) = (BTreeMap::new(), BTreeMap::new());
    let mut uses = BTreeMap::new();
    for row in truth.memberships() {
        if let (true, Some(person)) = (row.status.is_live(), row.person) {
            let before = persons.insert(person, row.id);
            ensure!(before.is_none(), "I2: {person} is there twice");
        }
        if let Some(link) = row.asked.as_ref().and_then(|asked| asked.link) {
            *uses.entry(link).or_insert(0_u32) += 1;
        }
    }
    let open: Vec<_> = truth
        .memberships()
        .filter(|row| row.is_open_invitation())
        .map(|row| row.id)
        .collect();
    for held in truth.records() {
        if let Record::MemberContact(kept) = &held.value
            && open.contains(&kept.membership)
        {
            for contact in &kept.contacts {
                let before = contacts.insert(contact.clone(), kept.membership);
                ensure!(before.is_none(), "I2: {contact} is invited twice");
            }
        }
        if let Record::Link(link) = &held.value {
            let times = uses.get(&link.id).copied().unwrap_or_default();
            ensure!(
                link.uses <= link.max_uses && times <= link.uses,
                "I3: {link:?} was used {times} times"
            );
        }
    }
    Ok(())
}

/// The store holds what the rules make of all commands.
async fn store_is_true(ground: &Ground, truth: &Truth) -> Result<()> {
    let found = everything(ground, truth.id).await?;
    let found = found.into_iter().filter(|it| decided(&it.value));
    let found: BTreeMap<_, _> = found.map(|it| (it.value.key(truth.id), it)).collect();
    let expected: Vec<_> = truth.records().filter(|it| decided(&it.value)).collect();
    for held in &expected {
        let Some(stored) = found.get(&held.value.key(truth.id)) else {
            bail!("the store lacks {:?}", held.value);
        };
        // What is kept with a membership is sent anew when the membership comes to other sites.
        let (theirs, ours) = (revision(stored.version), revision(held.version));
        let travels = matches!(held.value, Record::MemberContact(_)) && theirs > ours;
        let same = stored.value == held.value && (theirs == ours || travels);
        ensure!(same, "the store has {stored:?}\ninstead of {held:?}");
    }
    ensure!(
        found.len() == expected.len(),
        "the store has records that nobody made"
    );
    Ok(())
}

/// I6: every command that a person was told is kept has exactly one end, and it is the one the server knows.
async fn every_command_ended(truth: &[Truth], device: &Device) -> Result<()> {
    let shown = device.program()?.outbox().await?;
    let mut states = BTreeMap::new();
    for entry in &shown.entries {
        let before = states.insert(entry.id, &entry.state);
        ensure!(
            before.is_none(),
            "I6: {} is shown twice",
            entry.command.key()
        );
    }
    for (id, organisation) in &device.made {
        let truth = truth
            .iter()
            .find(|it| it.id == *organisation)
            .context("an organisation")?;
        let known = truth.settled.get(id).map(|(outcome, _)| outcome);
        if device.undone.contains(id) {
            ensure!(
                known.is_none() && !states.contains_key(id),
                "I6: {id} was taken back and yet came to {known:?}"
            );
            continue;
        }
        let ends = is_that_end(states.get(id).copied(), known);
        ensure!(
            ends,
            "I6: {id} is shown as {:?}; the server knows {known:?}",
            states.get(id)
        );
    }
    ensure!(
        states.keys().all(|id| device.made.contains_key(id)),
        "I6: the outbox has what nobody made"
    );
    Ok(())
}

/// Whether what is shown of a command is what the server knows. What took effect is forgotten here after a day; what
/// never arrived while nobody there answered this person any more is refused here.
fn is_that_end(shown: Option<&EntryState>, known: Option<&Outcome>) -> bool {
    match known {
        Some(Outcome::Applied { .. }) => matches!(shown, None | Some(EntryState::Applied)),
        Some(Outcome::NoChange { .. }) => {
            matches!(shown, None | Some(EntryState::NoChange { .. }))
        }
        Some(Outcome::Refused { refusal: theirs }) => matches!(
            shown,
            Some(EntryState::Refused { refusal })
                if refusal == theirs || *refusal == Refusal::NoAccess
        ),
        None => matches!(
            shown,
            Some(EntryState::Refused {
                refusal: Refusal::NoAccess
            })
        ),
    }
}

/// I7 and I8: a device holds exactly what the server shows this account now, or nothing.
async fn holds_what_it_should(ground: &Ground, truth: &Truth, device: &Device) -> Result<()> {
    let held = device.listing(truth.id).await?;
    let rules = truth.view(device.who, ground.now())?;
    let Some((view, rows)) = shown_now(ground, truth, device).await? else {
        ensure!(
            rules.is_none(),
            "I8: the rules show {rules:?}, the server nothing"
        );
        ensure!(
            held.is_none(),
            "I8: rows are held of an organisation that shows nothing any more"
        );
        return Ok(());
    };
    ensure!(
        rules.as_ref() == Some(&view),
        "the rules show {rules:?}, the server {view:?}"
    );
    let held = held.context("I7: nothing is held of an organisation that shows something")?;
    ensure!(
        held.view.as_ref() == Some(&view),
        "I7: the view held is {:?}, not {view:?}",
        held.view
    );
    ensure!(held.settled == 0, "outcomes were not taken over");
    for row in &rows {
        ensure!(held.rows.contains(row), "I7: the device lacks {row:?}");
    }
    for row in &held.rows {
        ensure!(
            rows.contains(row),
            "I7: the device holds what is not shown any more: {row:?}"
        );
    }
    ensure!(held.rows.len() == rows.len(), "I7: a row is held twice");
    device.program()?.replays(truth.id).await?;
    Ok(())
}

type Rows = Vec<(String, u64, String)>;

/// What the server shows whoever begins now.
async fn shown_now(
    ground: &Ground,
    truth: &Truth,
    device: &Device,
) -> Result<Option<(doorward_domain::View, Rows)>> {
    let path = format!("/v1/organisations/{}/changes", truth.id);
    let (mut cursor, mut rows) = (String::new(), Rows::new());
    loop {
        let said = ground
            .answer(&Asked::question(format!("{path}{cursor}"), device.token()))
            .await?;
        if said.status.as_u16() == 404 {
            return Ok(None);
        }
        let page: Changes = serde_json::from_slice(&said.body).context("a page")?;
        let Changes::Page {
            view,
            records,
            cursor: next,
            more,
            ..
        } = page
        else {
            return Ok(None);
        };
        for sent in records {
            rows.push((
                sent.kind.key().to_owned(),
                sent.revision,
                serde_json::to_string(&sent.record)?,
            ));
        }
        if !more {
            return Ok(Some((view, rows)));
        }
        cursor = format!("?cursor={next}");
    }
}

/// I7 for the person's own rows, and I9.
async fn own_rows_are_the_servers(ground: &Ground, device: &Device) -> Result<()> {
    let (mut cursor, mut pages) = (String::new(), Vec::new());
    loop {
        let said = ground
            .answer(&Asked::question(
                format!("/v1/me/changes{cursor}"),
                device.token(),
            ))
            .await?;
        let page: Mine = serde_json::from_slice(&said.body).context("a page of own rows")?;
        cursor = format!("?cursor={}", page.cursor);
        let more = page.more;
        pages.push(page);
        if !more {
            break;
        }
    }
    ledger::told_once(&pages)?;
    let records = pages.iter().flat_map(|page| &page.records);
    let mut rows: Vec<String> = records
        .map(|it| serde_json::to_string(&it.record))
        .collect::<Result<_, _>>()?;
    rows.sort();
    let held = device.program()?.own_rows().await?;
    for row in &rows {
        ensure!(held.contains(row), "I7: own rows lack {row}");
    }
    for row in &held {
        ensure!(rows.contains(row), "I7: own rows hold {row}");
    }
    Ok(())
}

/// I5: neither the secrets of sessions nor, on devices, anything that people wrote stands in a file.
fn no_secret_is_written(ground: &Ground, devices: &[Device]) -> Result<()> {
    for device in devices {
        for token in device.proved.keys() {
            let found = files_with(&ground.data, token)?;
            ensure!(
                found.is_empty(),
                "I5: the secret of a session stands in {found:?}"
            );
        }
        for canary in device
            .proved
            .keys()
            .map(String::as_str)
            .chain(["example.org"])
        {
            let found = files_with(&device.folder, canary)?;
            ensure!(found.is_empty(), "I5: {canary} stands in {found:?}");
        }
    }
    Ok(())
}

fn files_with(folder: &std::path::Path, canary: &str) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            let text = std::fs::read(entry.path())?;
            let holds = String::from_utf8_lossy(&text).contains(canary);
            found.extend(holds.then(|| entry.file_name().to_string_lossy().into_owned()));
        }
    }
    Ok(found)
}
