//! What memberships are found by, ordered by and counted by; rewritten only when one of these changed.

use std::collections::BTreeMap;

use doorward_domain::{
    Contact, Delivery, MemberActivity, Membership, Moment, Record, RecordKey, Shelf,
};
use sqlx::{FromRow, QueryBuilder, Sqlite, SqliteConnection};
use uuid::Uuid;

use crate::person::{Beside, Person};
use crate::tally::{Difference, write_tally};
use crate::{Result, from_json, id_set, texts, to_json};

/// Rows in one statement.
const CHUNK: usize = 500;

/// The shelves on which a part of what lists show of a membership stands.
const ABOUT_A_PERSON: [Shelf; 4] = [
    Shelf::Membership,
    Shelf::MemberContact,
    Shelf::Delivery,
    Shelf::MemberActivity,
];

/// Whether a record has a part in what lists show of a membership.
pub fn is_about_a_person(key: &RecordKey) -> bool {
    ABOUT_A_PERSON.contains(&key.shelf)
}

/// A membership as it is to be held, and the places its grant opens.
struct Judged {
    person: Person,
    opens: Vec<Uuid>,
}

/// What is held of a membership.
#[derive(FromRow)]
struct Held {
    number: i64,
    kind: String,
    live: bool,
    place: Vec<u8>,
    level: Vec<u8>,
    state: i64,
    tab: Option<i64>,
    sent_at: i64,
    seen: i64,
    since: Option<i64>,
    until: Option<i64>,
    text: String,
}

impl Held {
    fn is_as(&self, it: &Person) -> bool {
        let ours = (&*self.kind, self.live, &self.place, &self.level, self.state);
        let theirs = (it.kind, it.live, &it.place, &it.level, it.state);
        let our_times = (self.tab, self.sent_at, self.seen, self.since, self.until);
        let their_times = (it.tab, it.sent_at, it.seen, it.since, it.until);
        ours == theirs && our_times == their_times && self.text == it.text
    }
}

/// Brings what lists hold of the memberships given up to date, as it is at `now`; answers the numbers of those of whom
/// something else is held now.
pub async fn rewrite(
    connection: &mut SqliteConnection,
    memberships: impl Iterator<Item = Uuid>,
    now: Moment,
) -> Result<Vec<i64>> {
    let mut ids: Vec<Uuid> = memberships.collect();
    ids.sort_unstable();
    ids.dedup();
    let mut difference = Difference::default();
    let mut rewritten = Vec::new();
    for chunk in ids.chunks(CHUNK) {
        let judged = read(connection, chunk, now).await?;
        rewritten.extend(write(connection, judged, &mut difference).await?);
    }
    write_tally(connection, difference).await?;
    Ok(rewritten)
}

/// Makes what lists hold of every membership, where nothing is held yet. In the order of their numbers: out of order the
/// search tables begin a part of their own with nearly every row.
pub(crate) async fn make(connection: &mut SqliteConnection, now: Moment) -> Result<()> {
    let mut difference = Difference::default();
    let mut after = i64::MIN;
    loop {
        let chunk: Vec<(i64, String)> = sqlx::query_as(
            "SELECT number, body FROM record WHERE +shelf = 'membership' AND number > ? ORDER BY number LIMIT ?",
        )
        .bind(after)
        .bind(i64::try_from(CHUNK).unwrap_or(i64::MAX))
        .fetch_all(&mut *connection)
        .await?;
        let Some((last, _)) = chunk.last() else { break };
        after = *last;
        let judged = judge(connection, memberships(chunk)?, now).await?;
        add(connection, &judged, &mut difference).await?;
    }
    write_tally(connection, difference).await
}

/// Takes rows out of everything that lists are made of.
pub async fn forget(connection: &mut SqliteConnection, numbers: &[i64]) -> Result<()> {
    let mut difference = Difference::default();
    for held in held(connection, numbers).await?.values() {
        difference.leave(held.state, &held.level, held.tab);
    }
    texts::forget(connection, numbers).await?;
    let numbers = to_json(&numbers)?;
    for table in [
        "DELETE FROM opening WHERE number IN (SELECT value FROM json_each(?))",
        "DELETE FROM person WHERE number IN (SELECT value FROM json_each(?))",
    ] {
        sqlx::query(table)
            .bind(&numbers)
            .execute(&mut *connection)
            .await?;
    }
    write_tally(connection, difference).await
}

/// Reads memberships, and judges them.
async fn read(connection: &mut SqliteConnection, ids: &[Uuid], now: Moment) -> Result<Vec<Judged>> {
    let rows: Vec<(i64, String)> = sqlx::query_as(
        "SELECT number, body FROM record WHERE shelf = 'membership' \
         AND id IN (SELECT unhex(value) FROM json_each(?)) ORDER BY number",
    )
    .bind(id_set(ids.iter().copied()))
    .fetch_all(&mut *connection)
    .await?;
    judge(connection, memberships(rows)?, now).await
}

fn memberships(rows: Vec<(i64, String)>) -> Result<Vec<(i64, Membership)>> {
    let mut memberships = Vec::with_capacity(rows.len());
    for (number, body) in rows {
        if let Record::Membership(it) = from_json(&body)? {
            memberships.push((number, *it));
        }
    }
    Ok(memberships)
}

/// Judges memberships by what is known of them besides.
async fn judge(
    connection: &mut SqliteConnection,
    memberships: Vec<(i64, Membership)>,
    now: Moment,
) -> Result<Vec<Judged>> {
    let mut contacts: BTreeMap<Uuid, Vec<Contact>> = BTreeMap::new();
    let mut deliveries: BTreeMap<Uuid, Delivery> = BTreeMap::new();
    let mut activities: BTreeMap<Uuid, MemberActivity> = BTreeMap::new();
    for record in records_beside(connection, memberships.iter().map(|it| it.1.id.0)).await? {
        match record {
            Record::MemberContact(it) => drop(contacts.insert(it.membership.0, it.contacts)),
            Record::Delivery(it) => drop(deliveries.insert(it.membership.0, it)),
            Record::MemberActivity(it) => drop(activities.insert(it.membership.0, it)),
            Record::Organisation(_)
            | Record::Settings(_)
            | Record::Level(_)
            | Record::Room(_)
            | Record::Site(_)
            | Record::Staff(_)
            | Record::Membership(_)
            | Record::Link(_) => {}
        }
    }
    let judge = |(number, it): (i64, Membership)| {
        let beside = Beside {
            contacts: contacts.get(&it.id.0).map_or(&[][..], Vec::as_slice),
            delivery: deliveries.get(&it.id.0),
            activity: activities.get(&it.id.0),
        };
        Judged {
            person: Person::judge(number, &it, &beside, now),
            opens: opens(&it),
        }
    };
    Ok(memberships.into_iter().map(judge).collect())
}

/// The rooms and sites that a membership's grant names.
fn opens(it: &Membership) -> Vec<Uuid> {
    let grant = it.grant.iter();
    grant
        .flat_map(|grant| {
            let rooms = grant.rooms.iter().map(|room| room.0);
            rooms.chain(grant.room_sites.iter().map(|site| site.0))
        })
        .collect()
}

async fn held(connection: &mut SqliteConnection, numbers: &[i64]) -> Result<BTreeMap<i64, Held>> {
    let rows: Vec<Held> =
        sqlx::query_as("SELECT * FROM person WHERE number IN (SELECT value FROM json_each(?))")
            .bind(to_json(&numbers)?)
            .fetch_all(&mut *connection)
            .await?;
    Ok(rows.into_iter().map(|row| (row.number, row)).collect())
}

async fn write(
    connection: &mut SqliteConnection,
    judged: Vec<Judged>,
    difference: &mut Difference,
) -> Result<Vec<i64>> {
    let numbers: Vec<i64> = judged.iter().map(|it| it.person.number).collect();
    let held = held(connection, &numbers).await?;
    sqlx::query("DELETE FROM opening WHERE number IN (SELECT value FROM json_each(?))")
        .bind(to_json(&numbers)?)
        .execute(&mut *connection)
        .await?;
    add_openings(connection, &judged).await?;
    let mut changed = Vec::new();
    let mut texts = Vec::new();
    for Judged { person, .. } in judged {
        let before = held.get(&person.number);
        if before.is_some_and(|it| it.is_as(&person)) {
            continue;
        }
        if let Some(before) = before {
            difference.leave(before.state, &before.level, before.tab);
        }
        difference.come(person.state, &person.level, person.tab);
        if before.is_none_or(|it| it.text != person.text) {
            texts.push((person.number, person.text.clone()));
        }
        changed.push(person);
    }
    let numbers: Vec<i64> = texts.iter().map(|it| it.0).collect();
    texts::forget(connection, &numbers).await?;
    let texts: Vec<_> = texts.iter().map(|it| (it.0, it.1.as_str())).collect();
    texts::add(connection, &texts).await?;
    let rows: Vec<&Person> = changed.iter().collect();
    insert(connection, &rows).await?;
    Ok(changed.iter().map(|it| it.number).collect())
}

/// Adds memberships of which nothing is held.
async fn add(
    connection: &mut SqliteConnection,
    judged: &[Judged],
    difference: &mut Difference,
) -> Result<()> {
    let people: Vec<&Person> = judged.iter().map(|it| &it.person).collect();
    for it in &people {
        difference.come(it.state, &it.level, it.tab);
    }
    let texts: Vec<_> = people.iter().map(|it| (it.number, &*it.text)).collect();
    add_openings(connection, judged).await?;
    texts::add(connection, &texts).await?;
    insert(connection, &people).await
}

async fn add_openings(connection: &mut SqliteConnection, judged: &[Judged]) -> Result<()> {
    let rows: Vec<(String, i64)> = judged
        .iter()
        .flat_map(|it| {
            let row = |place: &Uuid| (place.simple().to_string(), it.person.number);
            it.opens.iter().map(row)
        })
        .collect();
    if !rows.is_empty() {
        let insert = "INSERT OR IGNORE INTO opening SELECT unhex(value ->> 0), value ->> 1 FROM json_each(?)";
        sqlx::query(insert)
            .bind(to_json(&rows)?)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

async fn insert(connection: &mut SqliteConnection, changed: &[&Person]) -> Result<()> {
    if changed.is_empty() {
        return Ok(());
    }
    let mut insert = QueryBuilder::<Sqlite>::new(
        "INSERT OR REPLACE INTO person \
         (number, kind, live, place, level, state, tab, sent_at, seen, since, until, text) ",
    );
    insert.push_values(changed, |mut row, it| {
        row.push_bind(it.number)
            .push_bind(it.kind)
            .push_bind(it.live)
            .push_bind(it.place.as_slice())
            .push_bind(it.level.as_slice())
            .push_bind(it.state)
            .push_bind(it.tab)
            .push_bind(it.sent_at)
            .push_bind(it.seen)
            .push_bind(it.since)
            .push_bind(it.until)
            .push_bind(it.text.as_str());
    });
    insert.build().execute(&mut *connection).await?;
    Ok(())
}

/// What else stands about memberships.
pub async fn records_beside(
    reader: &mut SqliteConnection,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<Vec<Record>> {
    let bodies: Vec<String> = sqlx::query_scalar(
        "SELECT body FROM record WHERE shelf IN ('member_contact', 'delivery', 'member_activity') \
         AND id IN (SELECT unhex(value) FROM json_each(?))",
    )
    .bind(id_set(ids))
    .fetch_all(reader)
    .await?;
    bodies.iter().map(|body| from_json(body)).collect()
}
