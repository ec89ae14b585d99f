//! Whose: to whom the memberships and invitations are that a change is about.

use doorward_domain::{Held, Membership, MembershipId, OrganisationId, PersonId, Record};
use doorward_protocol::MyKind;
use sqlx::any::AnyRow;

use super::Touched;
use crate::store::{Answers, Dialect, Error, Script, Slot, Statement, Tx, id};

/// Whose own rows memberships are, as far as that is known, and where the answers will be about the rest.
#[derive(Debug)]
pub struct Whose {
    organisation: OrganisationId,
    known: Vec<Touched>,
    invited: Slot,
    no_longer: Slot,
}

/// Asks whose memberships changed, and to whom the invitations among them are: whoever has verified their contact.
/// The contacts of what is touched are saved before that in the same script.
pub fn whose(
    script: &mut Script,
    organisation: OrganisationId,
    touched: &[Held<Record>],
) -> Result<Whose, Error> {
    let memberships = touched.iter().filter_map(|held| {
        let Record::Membership(it) = &held.value else {
            return None;
        };
        Some(&**it)
    });
    let memberships: Vec<&Membership> = memberships.collect();
    let own = memberships.iter().filter_map(|it| {
        let row = Touched::new(it.person?, MyKind::Membership, it.id.0);
        Some(row.of(organisation))
    });
    let known = own.collect();
    let (open, answered): (Vec<_>, Vec<_>) = memberships
        .into_iter()
        .filter(|it| it.invitation.is_some())
        .partition(|it| it.is_open_invitation());
    let ids = |of: Vec<&Membership>| of.iter().map(|it| it.id).collect::<Vec<_>>();
    let (open, answered) = (ids(open), ids(answered));
    let (mut invited, mut no_longer) = (None, None);
    if !open.is_empty() {
        invited = ask_invited(script, organisation, &open)?;
    }
    if !answered.is_empty() {
        no_longer = ask_no_longer_invited(script, &answered)?;
    }
    Ok(Whose {
        organisation,
        known,
        invited,
        no_longer,
    })
}

impl Whose {
    /// The rows that were asked for.
    pub fn read(self, answers: &mut Answers) -> Result<Vec<Touched>, Error> {
        let mut rows = self.known;
        for (slot, gone) in [(self.invited, false), (self.no_longer, true)] {
            for row in answers.take(slot) {
                let (person, about) = (id(&row, "person")?, id(&row, "id")?);
                let touched = Touched::new(person, MyKind::Invitation, about);
                rows.push(touched.of(self.organisation).gone(gone));
            }
        }
        Ok(rows)
    }
}

/// Asks to whom open invitations are.
fn ask_invited(
    script: &mut Script,
    organisation: OrganisationId,
    open: &[MembershipId],
) -> Result<Slot, Error> {
    let list = script.dialect().list("$2");
    let of_open = format!("WHERE k.organisation = $1 AND k.membership IN ({list})");
    let contacts = format!("SELECT k.contact FROM contact_key k {of_open}");
    let bound = |sql| Statement::new(sql).id(organisation).set(open);
    if let Some(sql) = hold_contacts(script.dialect(), &contacts) {
        script.add(bound(sql)?);
    }
    let sql = format!(
        "SELECT v.person, k.membership AS id FROM contact_key k JOIN verified_contact v ON v.contact = k.contact
        {of_open}"
    );
    Ok(script.add(bound(sql)?))
}

/// Asks for whom invitations that are open no more were kept as such.
fn ask_no_longer_invited(script: &mut Script, answered: &[MembershipId]) -> Result<Slot, Error> {
    let sql = format!(
        "SELECT person, id FROM mine_row WHERE kind = 'invitation' AND gone = 0 AND id IN ({})",
        script.dialect().list("$1")
    );
    Ok(script.add(Statement::new(sql).set(answered)?))
}

/// The open invitations to the contacts that a person has verified, for one who has just verified some.
pub async fn invitations_to(tx: &mut Tx, person: PersonId) -> Result<Vec<Touched>, Error> {
    let contacts = "SELECT v.contact FROM verified_contact v WHERE v.person = $1";
    let sql = "SELECT k.organisation, k.membership AS id FROM verified_contact v
        JOIN contact_key k ON k.contact = v.contact AND k.invited = 1 WHERE v.person = $1";
    let asked = |script: &mut Script| {
        if let Some(sql) = hold_contacts(script.dialect(), contacts) {
            script.add(Statement::new(sql).id(person));
        }
        Ok(script.add(Statement::new(sql).id(person)))
    };
    let (invited, mut answers) = tx.script(asked).await?;
    let rows = answers.take(invited);
    let row = |row: &AnyRow| {
        let touched = Touched::new(person, MyKind::Invitation, id(row, "id")?);
        Ok(touched.of(id(row, "organisation")?))
    };
    rows.iter().map(row).collect()
}

/// What makes whoever invites a contact and whoever invites or verifies it, too, wait for each other, so that one of them
/// sees what the other did. SQLite has one writer anyway.
pub fn hold_contacts(dialect: Dialect, contacts: &str) -> Option<String> {
    // A few locks for all contacts, taken in their order: an invitation of many takes no more of them.
    let sql = format!(
        "SELECT count(pg_advisory_xact_lock(7310, lock)) FROM
            (SELECT DISTINCT hashtext(contact) & 63 AS lock FROM ({contacts}) AS held ORDER BY lock) AS locks"
    );
    (dialect == Dialect::Postgres).then_some(sql)
}
