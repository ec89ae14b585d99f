//! Lookups: the answers to a whole batch's questions, one statement for each sort of answer.

use std::collections::BTreeSet;

use doorward_domain::{
    CommandId, InManager, LevelRef, Lookup, OrganisationId, Permission, PersonId, Preset, Record,
    RecordKey, Shelf, Version, World,
};
use sqlx::{AssertSqlSafe, Row};

use super::dialect::Column;
use super::records::{self, COLUMNS, Kept};
use super::{Dialect, Error, Tx, accounts, letter_facts, letters};

/// How many candidates for deciding are looked at (RULES 3).
const MOST_DECIDERS: i64 = 200;
/// The time over which invitations to one contact are counted (RAT-2).
const WINDOW_MILLIS: i64 = 24 * 60 * 60 * 1000;

/// What is asked of the records of one organisation.
#[derive(Debug, Default)]
struct Asked {
    shelves: BTreeSet<&'static str>,
    keys: BTreeSet<(&'static str, String)>,
    persons: BTreeSet<String>,
    contacts: BTreeSet<String>,
    levels_approved: BTreeSet<String>,
    levels_live: BTreeSet<String>,
    levels_of_links: BTreeSet<String>,
    places: BTreeSet<String>,
    staff: BTreeSet<String>,
    deciders: bool,
}

/// Answers questions by putting what is kept into the world.
pub async fn load(
    tx: &mut Tx,
    world: &mut World,
    lookups: &BTreeSet<Lookup>,
    now: doorward_domain::Moment,
) -> Result<(), Error> {
    let organisation = world.id;
    let asked = Asked::of(lookups);
    if !asked.is_empty() {
        for kept in asked.records(tx, organisation).await? {
            world.put(kept.record, Version::Revision(kept.revision), kept.signed);
        }
    }
    accounts_into(tx, world, lookups).await?;
    commands_into(tx, world, lookups).await?;
    sent_into(tx, world, lookups, now).await?;
    managers_into(tx, world, lookups).await?;
    for lookup in lookups {
        world.answer(lookup.clone());
    }
    Ok(())
}

/// Puts the records with these keys into the world, those that exist.
pub async fn named(tx: &mut Tx, world: &mut World, keys: &[RecordKey]) -> Result<(), Error> {
    let key = |key: &RecordKey| (records::shelf(key.shelf), key.id.to_string());
    let asked = Asked {
        keys: keys.iter().map(key).collect(),
        ..Asked::default()
    };
    for kept in asked.records(tx, world.id).await? {
        world.put(kept.record, Version::Revision(kept.revision), kept.signed);
    }
    Ok(())
}

impl Asked {
    fn of(lookups: &BTreeSet<Lookup>) -> Self {
        let mut asked = Self::default();
        let key = |shelf, id: uuid::Uuid| (records::shelf(shelf), id.to_string());
        for lookup in lookups {
            match lookup {
                Lookup::Organisation => asked.shelves.extend(["organisation", "settings", "level"]),
                Lookup::Rooms => asked.shelves.extend(["room", "site"]),
                Lookup::Membership(id) => drop(asked.keys.insert(key(Shelf::Membership, id.0))),
                Lookup::Contacts(id) => drop(asked.keys.insert(key(Shelf::MemberContact, id.0))),
                Lookup::Link(id) => drop(asked.keys.insert(key(Shelf::Link, id.0))),
                Lookup::OfPerson(id) => drop(asked.persons.insert(id.to_string())),
                Lookup::ByContact(contact) => drop(asked.contacts.insert(contact.to_string())),
                Lookup::Owners => drop(
                    asked
                        .levels_approved
                        .insert(LevelRef::Preset(Preset::Owner).to_string()),
                ),
                Lookup::HoldersOf(level) => drop(asked.levels_live.insert(level.to_string())),
                Lookup::LinksOf(level) => drop(asked.levels_of_links.insert(level.to_string())),
                Lookup::HoldersOfRoom(id) => drop(asked.places.insert(id.to_string())),
                Lookup::HoldersOfSite(id) => drop(asked.places.insert(id.to_string())),
                Lookup::Staff(id) => {
                    asked.keys.insert(key(Shelf::Staff, id.0));
                    asked.staff.insert(id.to_string());
                }
                Lookup::Deciders => asked.deciders = true,
                Lookup::Account(_)
                | Lookup::InManager(_)
                | Lookup::DecidersInManager
                | Lookup::SentTo(_)
                | Lookup::Command(_) => {}
            }
        }
        asked
    }

    fn is_empty(&self) -> bool {
        let sets = [
            &self.persons,
            &self.contacts,
            &self.levels_approved,
            &self.levels_live,
            &self.levels_of_links,
            &self.places,
            &self.staff,
        ];
        self.shelves.is_empty()
            && self.keys.is_empty()
            && !self.deciders
            && sets.iter().all(|set| set.is_empty())
    }

    async fn records(&self, tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<Kept>, Error> {
        let keys: Vec<_> = self
            .keys
            .iter()
            .map(|(shelf, id)| serde_json::json!({"shelf": shelf, "id": id}))
            .collect();
        let statement = statement(tx.dialect(), self);
        let rows = sqlx::query(AssertSqlSafe(statement))
            .bind(organisation.to_string())
            .bind(super::json(&self.shelves)?)
            .bind(super::json(&keys)?)
            .bind(super::json(&self.persons)?)
            .bind(super::json(&self.contacts)?)
            .bind(super::json(&self.levels_approved)?)
            .bind(super::json(&self.levels_live)?)
            .bind(super::json(&self.levels_of_links)?)
            .bind(MOST_DECIDERS)
            .bind(super::json(&self.places)?)
            .bind(super::json(&self.staff)?)
            .fetch_all(tx.conn())
            .await?;
        rows.iter().map(records::read).collect()
    }
}

/// One statement for all that is asked. What is not asked is left out: a statement with all of its parts takes longer
/// to plan than most answers take to find.
fn statement(dialect: Dialect, asked: &Asked) -> String {
    let own = format!("SELECT {COLUMNS} FROM record r WHERE r.organisation = $1");
    let keys = dialect.rows("$3", "asked", &[Column::Text("shelf"), Column::Text("id")]);
    let (named, list) = (dialect.values("$5", "named"), |parameter| {
        dialect.list(parameter)
    });
    let live = format!("{own} AND r.live = 1 AND r.shelf = 'membership' AND r.level IN");
    let parts = [
        (
            !asked.shelves.is_empty(),
            format!("{own} AND r.shelf IN ({})", list("$2")),
        ),
        (
            !asked.keys.is_empty(),
            format!(
                "SELECT {COLUMNS} FROM {keys} CROSS JOIN record r
                WHERE r.organisation = $1 AND r.shelf = asked.shelf AND r.id = asked.id"
            ),
        ),
        (
            !asked.persons.is_empty(),
            format!(
                "{own} AND r.shelf = 'membership' AND r.person IN ({})",
                list("$4")
            ),
        ),
        (
            !asked.contacts.is_empty(),
            format!(
                "{own} AND r.shelf IN ('membership', 'member_contact') AND r.id IN
                (SELECT k.membership FROM {named} CROSS JOIN contact_key k
                WHERE k.organisation = $1 AND k.contact = named.value AND k.live = 1)"
            ),
        ),
        (
            !asked.levels_approved.is_empty(),
            format!("{live} ({}) AND r.approved = 1", list("$6")),
        ),
        (
            !asked.levels_live.is_empty(),
            format!("{live} ({})", list("$7")),
        ),
        (
            !asked.levels_of_links.is_empty(),
            format!(
                "{own} AND r.live = 1 AND r.shelf = 'link' AND r.level IN ({})",
                list("$8")
            ),
        ),
        (
            !asked.places.is_empty(),
            records::naming(&format!("{own} AND r.live = 1"), dialect, "$10"),
        ),
        (
            !asked.staff.is_empty(),
            records::naming(&own, dialect, "$11"),
        ),
        (asked.deciders, deciders(&own)),
    ];
    let parts = parts
        .into_iter()
        .filter_map(|(is_asked, part)| is_asked.then_some(part));
    parts.collect::<Vec<_>>().join(" UNION ALL ")
}

/// Approved memberships whose grant or own level names requests.decide, those without an end first.
fn deciders(own: &str) -> String {
    let decides = "FROM record d WHERE d.organisation = $1";
    format!(
        "SELECT * FROM ({own} AND r.shelf = 'membership' AND r.approved = 1 AND r.id IN (
            SELECT d.id {decides} AND d.shelf = 'membership' AND d.decides = 1
            UNION SELECT d.id {decides} AND d.live = 1 AND d.level IN
                (SELECT l.id FROM record l WHERE l.organisation = $1 AND l.shelf = 'level' AND l.decides = 1))
        ORDER BY CASE WHEN r.ends_at IS NULL THEN 0 ELSE 1 END, r.id LIMIT $9) AS decider"
    )
}

async fn accounts_into(
    tx: &mut Tx,
    world: &mut World,
    lookups: &BTreeSet<Lookup>,
) -> Result<(), Error> {
    let persons = lookups.iter().filter_map(|it| {
        if let Lookup::Account(id) = it {
            Some(*id)
        } else {
            None
        }
    });
    let persons: Vec<PersonId> = persons.collect();
    if !persons.is_empty() {
        for account in accounts::accounts_of(tx, &persons).await? {
            world.put_account(account);
        }
    }
    Ok(())
}

async fn commands_into(
    tx: &mut Tx,
    world: &mut World,
    lookups: &BTreeSet<Lookup>,
) -> Result<(), Error> {
    let commands = lookups.iter().filter_map(|it| {
        if let Lookup::Command(id) = it {
            Some(*id)
        } else {
            None
        }
    });
    let commands: Vec<CommandId> = commands.collect();
    if commands.is_empty() {
        return Ok(());
    }
    let sql = format!(
        "SELECT command, revision FROM outcome WHERE organisation = $1 AND revision IS NOT NULL AND command IN ({})",
        tx.dialect().list("$2")
    );
    let query = sqlx::query(AssertSqlSafe(sql))
        .bind(world.id.to_string())
        .bind(super::json(&commands)?);
    for row in query.fetch_all(tx.conn()).await? {
        world.put_command(
            super::id(&row, "command")?,
            row.try_get::<i64, _>("revision")?.cast_unsigned(),
        );
    }
    Ok(())
}

async fn sent_into(
    tx: &mut Tx,
    world: &mut World,
    lookups: &BTreeSet<Lookup>,
    now: doorward_domain::Moment,
) -> Result<(), Error> {
    let contacts = lookups.iter().filter_map(|it| {
        if let Lookup::SentTo(to) = it {
            Some(to.clone())
        } else {
            None
        }
    });
    let contacts: Vec<_> = contacts.collect();
    if !contacts.is_empty() {
        let since = now.plus_millis(-WINDOW_MILLIS);
        let counts = letters::sent_to(tx, world.id, &contacts, since).await?;
        for (contact, sent) in counts {
            world.put_sent(contact, sent);
        }
    }
    Ok(())
}

/// Of whom it is asked what they have in the managing organisation.
fn asked_in_manager(lookups: &BTreeSet<Lookup>) -> BTreeSet<PersonId> {
    let person = |lookup: &Lookup| {
        let Lookup::InManager(id) = lookup else {
            return None;
        };
        Some(*id)
    };
    lookups.iter().filter_map(person).collect()
}

/// What persons have in the managing organisation; nothing where there is none.
async fn managers_into(
    tx: &mut Tx,
    world: &mut World,
    lookups: &BTreeSet<Lookup>,
) -> Result<(), Error> {
    let persons = asked_in_manager(lookups);
    let Some(manager) = world.organisation().and_then(|it| it.managed_by) else {
        return Ok(());
    };
    if lookups.contains(&Lookup::DecidersInManager) {
        let deciders = letter_facts::candidates(tx, manager, Permission::RequestsDecide).await?;
        world.put_deciders_in_manager(deciders);
    }
    if persons.is_empty() {
        return Ok(());
    }
    let sisters = known_to_sisters(tx, manager, world.id, &persons).await?;
    let asked = Asked {
        shelves: BTreeSet::from(["organisation", "level"]),
        persons: persons.iter().map(ToString::to_string).collect(),
        ..Asked::default()
    };
    let (mut organisation, mut levels, mut memberships) =
        (None, std::collections::BTreeMap::new(), Vec::new());
    for kept in asked.records(tx, manager).await? {
        match kept.record {
            Record::Organisation(it) => organisation = Some(it),
            Record::Level(it) => drop(levels.insert(it.id, it)),
            Record::Membership(it) => memberships.push(*it),
            Record::Settings(_)
            | Record::Room(_)
            | Record::Site(_)
            | Record::Staff(_)
            | Record::MemberContact(_)
            | Record::Link(_)
            | Record::Delivery(_)
            | Record::MemberActivity(_) => {}
        }
    }
    let Some(organisation) = organisation else {
        return Ok(());
    };
    for person in persons {
        let of_person = memberships
            .iter()
            .filter(|it| it.person == Some(person))
            .cloned()
            .collect();
        let found = InManager {
            organisation: organisation.clone(),
            levels: levels.clone(),
            memberships: of_person,
            in_sister: Some(sisters.contains(&person)),
        };
        world.put_in_manager(person, found);
    }
    Ok(())
}

/// Which of these persons another community of the same managing organisation has a row of.
async fn known_to_sisters(
    tx: &mut Tx,
    manager: OrganisationId,
    own: OrganisationId,
    persons: &BTreeSet<PersonId>,
) -> Result<BTreeSet<PersonId>, Error> {
    let sql = format!(
        "SELECT DISTINCT m.person FROM record m JOIN record o ON o.organisation = m.organisation
        WHERE o.shelf = 'organisation' AND o.manager = $1 AND o.organisation <> $2
            AND m.shelf = 'membership' AND m.person IN ({})",
        tx.dialect().list("$3")
    );
    let rows = sqlx::query(AssertSqlSafe(sql))
        .bind(manager.to_string())
        .bind(own.to_string())
        .bind(super::json(&persons)?)
        .fetch_all(tx.conn())
        .await?;
    rows.iter().map(|row| super::id(row, "person")).collect()
}
