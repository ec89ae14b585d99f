//! What a batch asks of the records of one organisation, answered by one statement.

use std::collections::BTreeSet;

use doorward_domain::{
    LevelRef, Lookup, Moment, OrganisationId, PersonId, Preset, RecordKey, Shelf,
};

use super::dialect::Column;
use super::records::{self, COLUMNS, Kept};
use super::{Dialect, Error, Script, Slot, Statement, Tx, named};

/// The shelves of what nearly every question rests on.
const HOME: [&str; 3] = ["organisation", "settings", "level"];
/// How many candidates for deciding are looked at (RULES 3).
const MOST_DECIDERS: i64 = 200;

/// What is asked of the records of one organisation.
#[derive(Debug, Default)]
pub(super) struct Asked {
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
    besides_owners: bool,
    waiting_since: Option<Moment>,
}

impl Asked {
    /// The records with these keys.
    pub(super) fn named(keys: &[RecordKey]) -> Self {
        let key = |key: &RecordKey| (records::shelf(key.shelf), key.id.to_string());
        Self {
            keys: keys.iter().map(key).collect(),
            ..Self::default()
        }
    }

    /// The organisation with its settings and levels besides.
    pub(super) fn at_home(mut self) -> Self {
        self.shelves.extend(HOME);
        self
    }

    /// What these persons have in an organisation, and what that is worth there.
    pub(super) fn held_by(persons: &BTreeSet<PersonId>) -> Self {
        Self {
            shelves: BTreeSet::from(["organisation", "level"]),
            persons: persons.iter().map(ToString::to_string).collect(),
            ..Self::default()
        }
    }

    /// An organisation, and its approved memberships at the preset Owner.
    pub(super) fn of_owners() -> Self {
        Self {
            shelves: BTreeSet::from(["organisation"]),
            levels_approved: BTreeSet::from([LevelRef::Preset(Preset::Owner).to_string()]),
            ..Self::default()
        }
    }

    /// What these lookups ask of records; the other stores answer the rest.
    pub(super) fn of(lookups: &BTreeSet<Lookup>) -> Self {
        let mut asked = Self::default();
        let key = |shelf, id: uuid::Uuid| (records::shelf(shelf), id.to_string());
        for lookup in lookups {
            match lookup {
                Lookup::Organisation => asked.shelves.extend(HOME),
                Lookup::Rooms => asked.shelves.extend(["room", "site"]),
                Lookup::Membership(id) => drop(asked.keys.insert(key(Shelf::Membership, id.0))),
                Lookup::Contacts(id) => drop(asked.keys.insert(key(Shelf::MemberContact, id.0))),
                Lookup::Delivery(id) => drop(asked.keys.insert(key(Shelf::Delivery, id.0))),
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
                Lookup::MemberBesidesOwners => asked.besides_owners = true,
                Lookup::WaitingSince(at) => asked.waiting_since = Some(*at),
                Lookup::Account(_)
                | Lookup::InManager(_)
                | Lookup::DecidersInManager
                | Lookup::Nearby(_)
                | Lookup::Communities
                | Lookup::SentTo(_)
                | Lookup::TextedIn
                | Lookup::Command(_) => {}
            }
        }
        asked
    }

    /// Whether no record is asked for.
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
            && !self.besides_owners
            && self.waiting_since.is_none()
            && sets.iter().all(|set| set.is_empty())
    }

    /// Whatever records answer.
    pub(super) async fn records(
        &self,
        tx: &mut Tx,
        organisation: OrganisationId,
    ) -> Result<Vec<Kept>, Error> {
        let (asked, mut answers) = tx.script(|script| self.ask(script, organisation)).await?;
        answers.take(asked).iter().map(records::read).collect()
    }

    /// Asks for all of it in one statement.
    pub(super) fn ask(
        &self,
        script: &mut Script,
        organisation: OrganisationId,
    ) -> Result<Slot, Error> {
        if self.is_empty() {
            return Ok(None);
        }
        let keys: Vec<_> = self
            .keys
            .iter()
            .map(|(shelf, id)| serde_json::json!({"shelf": shelf, "id": id}))
            .collect();
        let statement = Statement::new(statement(script.dialect(), self))
            .id(organisation)
            .set(&self.shelves)?
            .set(&keys)?
            .set(&self.persons)?
            .set(&self.contacts)?
            .set(&self.levels_approved)?
            .set(&self.levels_live)?
            .set(&self.levels_of_links)?
            .number(MOST_DECIDERS)
            .set(&self.places)?
            .set(&self.staff)?
            .number(self.waiting_since.map_or(0, |at| at.0));
        Ok(script.add(statement))
    }
}

/// One statement for all that is asked. What is not asked is left out: a statement with all of its parts takes longer
/// to plan than most answers take to find.
fn statement(dialect: Dialect, asked: &Asked) -> String {
    let own = format!("SELECT {COLUMNS} FROM record r WHERE r.organisation = $1");
    let list = |parameter| dialect.list(parameter);
    let live = format!("{own} AND r.live = 1");
    let members = format!("{own} AND r.shelf = 'membership'");
    let mut parts = Vec::new();
    if !asked.shelves.is_empty() {
        parts.push(format!("{own} AND r.shelf IN ({})", list("$2")));
    }
    if !asked.keys.is_empty() {
        parts.push(by_key(dialect));
    }
    if !asked.persons.is_empty() {
        parts.push(format!("{members} AND r.person IN ({})", list("$4")));
    }
    if !asked.contacts.is_empty() {
        parts.push(by_contact(&own, dialect));
    }
    let held = format!("{live} AND r.shelf = 'membership' AND r.level IN");
    if !asked.levels_approved.is_empty() {
        parts.push(format!("{held} ({}) AND r.approved = 1", list("$6")));
    }
    if !asked.levels_live.is_empty() {
        parts.push(format!("{held} ({})", list("$7")));
    }
    if !asked.levels_of_links.is_empty() {
        let of_links = format!("{live} AND r.shelf = 'link' AND r.level IN");
        parts.push(format!("{of_links} ({})", list("$8")));
    }
    if !asked.places.is_empty() {
        parts.push(named::naming(&live, dialect, "$10"));
    }
    if !asked.staff.is_empty() {
        parts.push(named::naming(&own, dialect, "$11"));
    }
    if asked.deciders {
        parts.push(deciders(&own));
    }
    if asked.besides_owners {
        parts.push(besides_owners(&members));
    }
    if asked.waiting_since.is_some() {
        parts.push(waiting_since(&own));
    }
    parts.join(" UNION ALL ")
}

fn by_key(dialect: Dialect) -> String {
    let keys = dialect.rows("$3", "asked", &[Column::Text("shelf"), Column::Text("id")]);
    format!(
        "SELECT {COLUMNS} FROM {keys} CROSS JOIN record r
        WHERE r.organisation = $1 AND r.shelf = asked.shelf AND r.id = asked.id"
    )
}

/// Memberships, and their contact records, that are reached at the named contacts.
fn by_contact(own: &str, dialect: Dialect) -> String {
    let named = dialect.values("$5", "named");
    format!(
        "{own} AND r.shelf IN ('membership', 'member_contact') AND r.id IN
        (SELECT k.membership FROM {named} CROSS JOIN contact_key k
        WHERE k.organisation = $1 AND k.contact = named.value AND k.live = 1)"
    )
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

/// The newest open request that has waited since an instant or longer.
fn waiting_since(own: &str) -> String {
    format!(
        "SELECT * FROM ({own} AND r.waits_since <= $12 ORDER BY r.waits_since DESC LIMIT 1) AS waiting"
    )
}

/// One approved membership at another level than the preset Owner.
fn besides_owners(members: &str) -> String {
    format!(
        "SELECT * FROM ({members} AND r.approved = 1 AND r.level <> 'owner' ORDER BY r.id LIMIT 1) AS member"
    )
}
