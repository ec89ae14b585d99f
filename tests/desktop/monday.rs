//! Fifty things on a Monday morning, cleared by keyboard while there is no network: thirty-two requests and eighteen
//! invitations that need care. Then every letter is the right one, and none goes out twice.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use doorward_domain::{CancelRequest, DeclineRequest, Locale, Note};
use doorward_suite::browser::Browser;
use doorward_suite::cast::Person;
use doorward_suite::desktop::Desktop;
use doorward_suite::smtp::{Letter, PostOffice};
use doorward_suite::store;
use doorward_suite::words::say;
use doorward_suite::world::cast::{self, KADRI, OLGA, PARK, PASSWORD, Somebody};
use doorward_suite::world::{World, monday};

use crate::front_desk::FrontDesk;
use crate::keyboard::{Fate, Fates, Keyboard};

/// Administers the park: may decide requests and see to invitations.
const PIRET: Person = Person {
    name: cast::PIRET.name,
    email: "piret.magi@kiri.example",
    password: PASSWORD,
    locale: "et",
};
/// Where Tiina's letter was meant to go.
const TIINA: &str = "tiina.sepp@kiri.example";
/// Why Kadri declines somebody whom Piret has approved.
const KADRIS_REASON: &str = "Left the house on Friday";

/// A letter as it is expected: to whom, the subject, and what stands in it.
type Expected = (String, String, Vec<String>);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn main_job_of_fifty_things_by_keyboard_alone() -> Result<()> {
    let post = PostOffice::open().await?;
    let mut world = World::on_monday(&post).await?;
    let desktop = Desktop::start(world.server.url()).await?;
    let desk = FrontDesk::open(&desktop).await?;
    desk.sign_in(PIRET, world.server.url()).await?;
    desk.counts("requests-count", 32).await?;
    store::letters_are_sent(&world.server.data()).await?;
    let before: BTreeSet<String> = post.letters()?.into_iter().map(|it| it.id).collect();

    world.server.kill();
    desk.is_offline().await?;
    let fates = clears_everything(&desk).await?;
    desk.close().await?;
    let desk = FrontDesk::open(&desktop).await?;
    desk.counts("offline-count", 51).await?;
    desk.close().await?;

    world.server.start_again().await?;
    let (declined, left) = others_are_quicker(&world, &fates).await?;
    let desk = FrontDesk::open(&desktop).await?;
    let refused = desk.needs_somebody(2).await?;
    ensure!(
        refused.contains(KADRI.name) && refused.contains(left.name),
        "what was refused is said: {refused}"
    );
    desk.has_sent(49).await?;
    desk.close().await?;

    store::letters_are_sent(&world.server.data()).await?;
    let mut letters = post.letters()?;
    let ids: BTreeSet<&String> = letters.iter().map(|it| &it.id).collect();
    ensure!(ids.len() == letters.len(), "a letter went out twice");
    letters.retain(|it| !before.contains(&it.id));
    let mut expected = letters_of(&fates, &[declined, left])?;
    expected.extend(of_kadris_decision(&declined)?);
    are_exactly(letters, expected).await?;
    world.server.verify_history().await?;
    world.server.ensure_no_errors()
}

async fn clears_everything(desk: &FrontDesk) -> Result<Fates> {
    let keyboard = Keyboard::at(desk.window(), Locale::Et);
    let not_sent = monday::invitations()?.into_iter();
    let not_sent = not_sent.filter(|it| it.letter.last().is_some_and(|last| last.0 == "not_sent"));
    let not_sent: Vec<Somebody> = not_sent.map(|it| it.who).collect();
    let mut fates = keyboard.decides_requests().await.context("requests")?;
    let of_invitations = keyboard.sees_to_invitations(&not_sent).await;
    fates.extend(of_invitations.context("invitations")?);
    let names: BTreeSet<_> = fates.keys().map(String::as_str).collect();
    let meant: BTreeSet<_> = somebody()?.iter().map(|it| it.name).collect();
    ensure!(meant.len() == 50, "there are fifty: {}", meant.len());
    ensure!(names == meant, "all are seen to: {names:#?}");
    keyboard.sees_unsent(51).await?;
    Ok(fates)
}

/// Everybody whom something is to be done for.
fn somebody() -> Result<Vec<Somebody>> {
    let requests = monday::requests()?.into_iter().map(|it| it.who);
    let invitations = monday::invitations()?.into_iter().map(|it| it.who);
    Ok(requests.chain(invitations).collect())
}

/// While Piret's approvals wait on her computer Kadri declines one of these people, and another one goes away.
async fn others_are_quicker(world: &World, fates: &Fates) -> Result<(Somebody, Somebody)> {
    let approved = |who: &Somebody| matches!(fates.get(who.name), Some(Fate::Approved(_)));
    let mut approved = somebody()?.into_iter().filter(approved);
    let (declined, left) = (approved.next(), approved.next());
    let (declined, left) = declined.zip(left).context("two are approved")?;
    let decline = DeclineRequest {
        membership: world.membership(declined.called)?,
        reason: Some(Note::try_from(KADRIS_REASON)?),
    };
    world.command(&KADRI, decline).await?;
    let membership = world.membership(left.called)?;
    world.command(&left, CancelRequest { membership }).await?;
    Ok((declined, left))
}

/// The letters of what Piret did, but for those that others were quicker with.
fn letters_of(fates: &Fates, but: &[Somebody]) -> Result<Vec<Expected>> {
    let mut letters = Vec::new();
    for who in somebody()? {
        if but.iter().any(|it| it.name == who.name) {
            continue;
        }
        let locale = who.locale;
        match fates.get(who.name).context(who.name)? {
            Fate::Approved(level) => {
                let level = say(locale, &format!("level-{level}"), &[])?;
                letters.push(to(&who, "letter-approved-subject", vec![level])?);
                letters.extend(to_deciders(&who, [OLGA, KADRI])?);
            }
            Fate::Declined(reason) => {
                let reason = vec![reason.clone()];
                letters.push(to(&who, "letter-declined-subject", reason)?);
                letters.extend(to_deciders(&who, [OLGA, KADRI])?);
            }
            Fate::Resent => letters.push(invitation(who.email(), locale)?),
            Fate::Revoked => {}
            // Nobody has said in which language Tiina reads, so Piret's is taken.
            Fate::Readdressed => letters.push(invitation(TIINA.into(), Locale::Et)?),
        }
    }
    Ok(letters)
}

fn of_kadris_decision(who: &Somebody) -> Result<Vec<Expected>> {
    let reason = vec![KADRIS_REASON.to_owned()];
    let mut letters = vec![to(who, "letter-declined-subject", reason)?];
    letters.extend(to_deciders(who, [OLGA, cast::PIRET])?);
    Ok(letters)
}

fn to(who: &Somebody, subject: &str, holds: Vec<String>) -> Result<Expected> {
    let subject = say(who.locale, subject, &[("organisation", PARK)])?;
    Ok((who.email(), subject, holds))
}

fn to_deciders(who: &Somebody, deciders: [Somebody; 2]) -> Result<Vec<Expected>> {
    let values = [("organisation", PARK), ("name", who.name)];
    let of = |it: Somebody| {
        let subject = say(it.locale, "letter-decided-subject", &values)?;
        Ok((it.email(), subject, Vec::new()))
    };
    deciders.into_iter().map(of).collect()
}

fn invitation(address: String, locale: Locale) -> Result<Expected> {
    let values = [("organisation", PARK), ("inviter", PIRET.name)];
    let subject = say(locale, "letter-invitation-subject", &values)?;
    Ok((address.clone(), subject, vec![address]))
}

/// Fails unless these letters went out and no other, each says what it should, and each link leads in.
async fn are_exactly(mut letters: Vec<Letter>, mut expected: Vec<Expected>) -> Result<()> {
    letters.sort_by(|a, b| (&a.to, &a.subject).cmp(&(&b.to, &b.subject)));
    expected.sort();
    let pairs = |it: &Letter| (it.to.clone(), it.subject.clone());
    let found: Vec<_> = letters.iter().map(pairs).collect();
    let wanted: Vec<_> = expected
        .iter()
        .map(|it| (it.0.clone(), it.1.clone()))
        .collect();
    let missing: Vec<_> = wanted.iter().filter(|it| !found.contains(it)).collect();
    let surplus: Vec<_> = found.iter().filter(|it| !wanted.contains(it)).collect();
    ensure!(
        found == wanted,
        "{} letters, not {}; missing: {missing:#?}; nobody expected: {surplus:#?}",
        found.len(),
        wanted.len()
    );
    let mut links = BTreeSet::new();
    for (letter, (to, subject, holds)) in letters.iter().zip(&expected) {
        let text = plain(&letter.text);
        for part in holds {
            ensure!(
                text.contains(&plain(part)),
                "\"{subject}\" to {to} says {part}:\n{text}"
            );
        }
        if let Ok(link) = letter.link("/j/") {
            let page = Browser::open("en")?.open_page(&link).await?.ok()?;
            page.form("main form:has(button[value=continue])")?;
            ensure!(links.insert(link), "a link stands in two letters");
        }
    }
    ensure!(!links.is_empty(), "invitations carry links");
    Ok(())
}

/// A text in one line, without the marks that keep mail programs from making links of names.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace('\u{200b}', "")
}
