//! Digests: a letter that may wait becomes a line of the next one, and the bell keeps what it says (RULES 7). Each line is
//! told by exactly one letter.

use doorward_domain::{Letters, PersonId};
use uuid::Uuid;

use super::facts::{Facts, Subject};
use crate::App;
use crate::store::letters::{LetterRow, TakenLetter};
use crate::store::{self, Script, accounts, letters, mine};

/// Names the digests apart; a letter's id must not depend on a clock or a random number.
const DIGESTS: Uuid = Uuid::from_u128(0x3c51_77aa_9e04_4d86_b2f1_60d8_4b1c_95e7);

/// Whose next digest tells what a letter would; none where it goes out by itself.
pub async fn waits_for(app: &App, letter: &TakenLetter) -> Result<Option<PersonId>, store::Error> {
    let may_wait = Subject::of(&letter.kind).is_some_and(Subject::may_wait);
    let Some(person) = letter.person.filter(|_| may_wait) else {
        return Ok(None);
    };
    let mut tx = app.store().snapshot().await?;
    let want = accounts::letters_of(&mut tx, person).await?;
    Ok((want == Letters::Daily).then_some(person))
}

/// Leaves what a letter tells to the next digest, and sees to it that there is one; answers whether the bell has it, so
/// that the digest will.
pub async fn collect(
    app: &App,
    letter: &TakenLetter,
    person: PersonId,
) -> Result<bool, store::Error> {
    let now = app.now();
    let due = Letters::next_digest(now);
    let mut tx = app.store().begin().await?;
    if !mine::digest::collect(&mut tx, letter.id).await? {
        return Ok(false);
    }
    let digest = [of(person, due.0)?];
    let put = |script: &mut Script| {
        letters::put_for(script, &digest, now, due)?;
        letters::settle(script, letter.id, "collected", None, now);
        Ok(())
    };
    tx.script(put).await?;
    tx.commit().await?;
    Ok(true)
}

fn of(person: PersonId, due: i64) -> Result<LetterRow, store::Error> {
    let facts = serde_json::to_string(&Facts::default())
        .map_err(store::Error::unreadable("letter", "facts"))?;
    Ok(LetterRow {
        id: Uuid::new_v5(&DIGESTS, format!("{person} {due}").as_bytes()),
        organisation: None,
        kind: Subject::Digest.key(),
        person: Some(person),
        contact: None,
        holders: None,
        author: None,
        subject: person.0,
        generation: None,
        facts,
    })
}

/// Notes that a digest has gone out, or cannot: what it told is told. Before the letter itself is settled, so that a
/// process that dies in between tells nothing twice.
pub async fn note(app: &App, told: &[Uuid]) -> Result<(), store::Error> {
    if told.is_empty() {
        return Ok(());
    }
    let mut tx = app.store().begin().await?;
    mine::digest::told(&mut tx, told).await?;
    tx.commit().await
}
