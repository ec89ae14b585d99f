//! Requests that came to somebody because they moved: whoever may decide one that waits and was not told of it
//! is told now, once, of all that is theirs by one letter. Whoever is told of a request in another way is noted here, too.

use std::collections::{BTreeMap, BTreeSet};

use doorward_domain::{
    Account, Contact, Lookup, Membership, MembershipId, Moment, Name, NoticeKind, OrganisationId,
    Permission, PersonId, ReminderKind, World,
};
use uuid::Uuid;

use super::facts::{Facts, Subject};
use super::queue::queue;
use super::recipients;
use crate::doorbell::Bell;
use crate::store::letters::{LetterRow, TakenLetter};
use crate::store::told_once::{self, Mark};
use crate::store::{self, Tx, accounts, doorbell, letter_facts, lookups, mine};

/// Names these letters apart; a letter's id must not depend on a clock or a random number.
const HANDED: Uuid = Uuid::from_u128(0x2d5c_77b1_9f0a_4a3e_8e61_0c4b_93d8_5a72);

/// Requests of one organisation, and who may decide which of them without having been told.
#[derive(Debug)]
pub struct Handed {
    organisation: OrganisationId,
    name: Option<Name>,
    requests: BTreeMap<MembershipId, Waiting>,
    untold: BTreeMap<Mark, (MembershipId, PersonId)>,
}

/// A request that waits, as a letter about it tells.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// The request.
    pub membership: Membership,
    /// The contact that it keeps first.
    pub contact: Option<Contact>,
}

/// Asks who may decide these requests and was not told of them. A request of which nobody has been told yet, whose letter
/// is on its way, is left out.
pub async fn ask(
    tx: &mut Tx,
    organisation: OrganisationId,
    requests: &[MembershipId],
    now: Moment,
) -> Result<Handed, store::Error> {
    let begun = requests.iter().map(|id| told(*id)).collect();
    let begun = told_once::known(tx, &begun).await?;
    let requests: Vec<MembershipId> = begun.iter().map(|it| MembershipId(it.subject)).collect();
    let mut world = World::new(organisation);
    let mut questions = BTreeSet::from([Lookup::Organisation]);
    for id in &requests {
        questions.extend([Lookup::Membership(*id), Lookup::Contacts(*id)]);
    }
    lookups::load(tx, &mut world, &questions, now).await?;
    let candidates = candidates(tx, &world).await?;
    let waits = |id: &&MembershipId| {
        world
            .membership(**id)
            .is_some_and(|it| it.is_open_request())
    };
    let pairs = requests.iter().filter(waits).flat_map(|request| {
        let with = |it: &Account| (mark(*request, it.person), (*request, it.person));
        candidates.iter().map(with).collect::<Vec<_>>()
    });
    let mut untold: BTreeMap<Mark, (MembershipId, PersonId)> = pairs.collect();
    let known = told_once::known(tx, &untold.keys().cloned().collect()).await?;
    untold.retain(|mark, _| !known.contains(mark));
    let mut handed = Handed {
        organisation,
        name: world.organisation().map(|it| it.name.clone()),
        requests: requests
            .iter()
            .filter_map(|id| Some((*id, waiting(&world, *id)?)))
            .collect(),
        untold,
    };
    handed.narrow(tx, &mut world, candidates, now).await?;
    Ok(handed)
}

/// Those of these requests that still wait, the longest first.
pub async fn still_waiting(
    tx: &mut Tx,
    organisation: OrganisationId,
    requests: &[MembershipId],
    now: Moment,
) -> Result<Vec<Waiting>, store::Error> {
    let mut world = World::new(organisation);
    let of = |id: &MembershipId| [Lookup::Membership(*id), Lookup::Contacts(*id)];
    let questions = requests.iter().flat_map(of).collect();
    lookups::load(tx, &mut world, &questions, now).await?;
    let found = requests.iter().filter_map(|id| waiting(&world, *id));
    let mut found: Vec<Waiting> = found.collect();
    found.sort_by_key(|it| (it.membership.waits_since(), it.membership.id));
    Ok(found)
}

fn waiting(world: &World, id: MembershipId) -> Option<Waiting> {
    let membership = &world.membership(id)?.value;
    membership.is_open_request().then(|| Waiting {
        membership: membership.clone(),
        contact: world.contacts_of(id).first().cloned(),
    })
}

/// Everybody who may decide requests on paper, here and in the organisation that manages this one.
async fn candidates(tx: &mut Tx, world: &World) -> Result<Vec<Account>, store::Error> {
    let decide = Permission::RequestsDecide;
    let mut found: BTreeSet<PersonId> = BTreeSet::new();
    found.extend(letter_facts::candidates(tx, world.id, decide).await?);
    if let Some(manager) = world.organisation().and_then(|it| it.managed_by) {
        found.extend(letter_facts::candidates(tx, manager, decide).await?);
    }
    let found: Vec<PersonId> = found.into_iter().collect();
    accounts::accounts_of(tx, &found).await
}

impl Handed {
    /// Leaves those who may decide by the rules.
    async fn narrow(
        &mut self,
        tx: &mut Tx,
        world: &mut World,
        candidates: Vec<Account>,
        now: Moment,
    ) -> Result<(), store::Error> {
        for account in candidates {
            let theirs = self.untold.values().filter(|it| it.1 == account.person);
            let theirs: Vec<MembershipId> = theirs.map(|it| it.0).collect();
            for request in theirs {
                let may = recipients::may_decide(tx, world, &account, request, now).await?;
                if !may {
                    self.untold.remove(&mark(request, account.person));
                }
            }
        }
        Ok(())
    }

    /// Takes others of the same organisation in, so that each person is told of all of them together.
    pub fn join(&mut self, others: Self) {
        self.requests.extend(others.requests);
        self.untold.extend(others.untold);
    }

    /// Whether there is nobody to tell.
    pub fn is_empty(&self) -> bool {
        self.untold.is_empty()
    }

    /// Tells those whom nobody has told meanwhile, each by one letter about all that is theirs now; answers how many
    /// letters that are, and the rings that follow.
    pub async fn tell(&self, tx: &mut Tx, now: Moment) -> Result<(usize, Vec<Bell>), store::Error> {
        let fresh = told_once::set(tx, &self.untold.keys().cloned().collect(), now).await?;
        let mut theirs: BTreeMap<PersonId, Vec<MembershipId>> = BTreeMap::new();
        for (mark, (request, person)) in &self.untold {
            if fresh.contains(mark) {
                theirs.entry(*person).or_default().push(*request);
            }
        }
        let letters: Vec<LetterRow> = theirs
            .iter()
            .map(|(person, requests)| self.letter(*person, requests))
            .collect::<Result<_, _>>()?;
        let told = queue(tx, &letters, now).await?;
        let bells = mine::note(tx, told).await?;
        doorbell::announce(tx, &bells).await?;
        Ok((letters.len(), bells))
    }

    fn letter(
        &self,
        person: PersonId,
        requests: &[MembershipId],
    ) -> Result<LetterRow, store::Error> {
        let alone = match requests {
            [one] => self.requests.get(one),
            _ => None,
        };
        let facts = Facts {
            organisation: self.name.clone(),
            membership: alone.map(|it| Box::new(it.membership.clone())),
            contact: alone.and_then(|it| it.contact.clone()),
            requests: alone.map_or_else(|| requests.to_vec(), |_| Vec::new()),
            ..Facts::default()
        };
        let about: Vec<String> = requests.iter().map(ToString::to_string).collect();
        let name = format!("{} {person}", about.join(" "));
        let (kind, subject) = match alone {
            Some(it) => (NoticeKind::Request.key(), it.membership.id.0),
            None => (Subject::RequestsHanded.key(), self.organisation.0),
        };
        Ok(LetterRow {
            id: Uuid::new_v5(&HANDED, name.as_bytes()),
            organisation: Some(self.organisation),
            kind,
            person: Some(person),
            contact: None,
            holders: None,
            author: None,
            subject,
            generation: None,
            facts: serde_json::to_string(&facts)
                .map_err(store::Error::unreadable("letter", "facts"))?,
        })
    }
}

/// Notes whom a letter to those who decide a request has reached.
pub async fn note(
    tx: &mut Tx,
    letter: &TakenLetter,
    to: &[LetterRow],
    now: Moment,
) -> Result<(), store::Error> {
    use ReminderKind as R;
    let asks_for_a_decision = matches!(
        Subject::of(&letter.kind),
        Some(
            Subject::Notice(NoticeKind::Request)
                | Subject::Reminder(R::RequestWaits | R::RequestEscalates)
        )
    );
    let persons = to.iter().filter_map(|it| it.person);
    let marks = persons.map(|person| mark(MembershipId(letter.subject), person));
    let mut marks: BTreeSet<Mark> = marks.collect();
    marks.insert(told(MembershipId(letter.subject)));
    if asks_for_a_decision {
        told_once::set(tx, &marks, now).await?;
    }
    Ok(())
}

/// What stands for those who may decide a request having been told, whoever that was.
fn told(request: MembershipId) -> Mark {
    Mark {
        subject: request.0,
        what: "request".to_owned(),
    }
}

/// What stands for somebody having been told of a request that they may decide.
fn mark(request: MembershipId, person: PersonId) -> Mark {
    Mark {
        subject: request.0,
        what: format!("request {person}"),
    }
}
