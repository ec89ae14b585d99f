//! In which order entries leave: pure, so that every rule of the queue can be tested without files or network.
//! A command never overtakes one that waits before it and that it depends on; others go past (RULES 6, SYN-2).

use std::collections::BTreeSet;
use std::sync::Arc;

use doorward_domain::{CommandId, OrganisationId};
use doorward_protocol::{MAX_COMMANDS, MAX_PUSH_BYTES};
use uuid::Uuid;

use super::Entry;

/// Room in a push for what stands around a command: ids, names of fields, the list itself.
const AROUND: usize = 192;

/// The entries of one organisation that may be sent now, in the order of sending; `limit` is never exceeded, and
/// neither are the limits of a push.
pub(crate) fn ready(
    entries: &[Arc<Entry>],
    organisation: OrganisationId,
    is_held: impl Fn(CommandId) -> bool,
    limit: usize,
) -> Vec<Arc<Entry>> {
    let mut open: Vec<&Arc<Entry>> = entries
        .iter()
        .filter(|it| it.organisation == organisation && it.is_open())
        .collect();
    // What may have arrived is asked for again first, in the order in which it was sent.
    open.sort_by_key(|it| (it.sent_order.is_none(), it.sent_order, it.position));
    let mut waiting = Chain::default();
    let mut bytes = AROUND;
    let mut push = Vec::new();
    for entry in open {
        if entry.stuck || is_held(entry.id) || waiting.carries(entry) {
            waiting.push(entry);
            continue;
        }
        bytes += AROUND + size(entry);
        if push.len() == limit.min(MAX_COMMANDS) || (bytes > MAX_PUSH_BYTES && !push.is_empty()) {
            break;
        }
        push.push(Arc::clone(entry));
    }
    push
}

fn size(entry: &Entry) -> usize {
    serde_json::to_vec(&entry.command).map_or(MAX_PUSH_BYTES, |text| text.len())
}

/// Entries of one organisation and every later one that depends on any of them, however many steps between, which
/// undoing them takes along; without those that were handed to the network already.
pub(crate) fn undone_with(
    entries: &[Arc<Entry>],
    organisation: OrganisationId,
    meant: impl Fn(&Entry) -> bool,
) -> Vec<Arc<Entry>> {
    let can_go =
        |it: &&Arc<Entry>| it.organisation == organisation && it.is_open() && !it.was_sent();
    let mut free: Vec<_> = entries.iter().filter(can_go).collect();
    free.sort_by_key(|it| it.position);
    let (mut chain, mut undone) = (Chain::default(), Vec::new());
    for entry in free {
        if meant(entry) || chain.carries(entry) {
            chain.push(entry);
            undone.push(Arc::clone(entry));
        }
    }
    undone
}

/// Entries of one organisation, by what a later one can depend on.
#[derive(Debug, Default)]
struct Chain {
    /// The commands, and the records that they make or change.
    ids: BTreeSet<Uuid>,
    /// Whether one of them is about the organisation as a whole.
    whole: bool,
}

impl Chain {
    fn push(&mut self, entry: &Entry) {
        self.ids.insert(entry.id.0);
        match entry.target() {
            Some(record) => drop(self.ids.insert(record)),
            None => self.whole = true,
        }
    }

    /// Whether a later entry means something else, or nothing, without these: it is about the same record, or names
    /// what one of them makes or changes, such as a level or a room.
    fn carries(&self, entry: &Entry) -> bool {
        match entry.target() {
            None if self.whole => true,
            Some(record) if self.ids.contains(&record) => true,
            _ => !self.ids.is_empty() && !self.ids.is_disjoint(&entry.names()),
        }
    }
}

#[cfg(test)]
mod tests {
    use doorward_domain::{
        ApproveRequest, Command, Grant, LevelId, LevelRef, MakeLevel, MembershipId, Moment, Name,
        Note, PermissionSet, ReopenRequest,
    };

    use super::*;

    const HERE: OrganisationId = OrganisationId(Uuid::from_u128(1));

    fn entry(position: u8, record: u8) -> Entry {
        let membership = MembershipId(Uuid::from_u128(u128::from(record)));
        let command = Command::ReopenRequest(ReopenRequest { membership });
        let id = CommandId(Uuid::from_u128(u128::from(position) + 100));
        Entry {
            position: i64::from(position),
            ..Entry::new(id, HERE, command, Moment(0))
        }
    }

    /// A level is made, a request approved at it, that approval taken up again, and another request left alone.
    fn at_a_level_of_its_own() -> [Entry; 4] {
        let level = LevelId(Uuid::from_u128(70));
        let name = Name::try_from("Night desk").unwrap();
        let permissions = PermissionSet::NONE;
        let make = MakeLevel {
            level,
            name,
            permissions,
        };
        let membership = MembershipId(Uuid::from_u128(7));
        let grant = Grant::of(LevelRef::Own(level));
        let approve = ApproveRequest { membership, grant };
        let of = |position, command| Entry {
            command,
            ..entry(position, 0)
        };
        [
            of(1, make.into()),
            of(2, approve.into()),
            entry(3, 7),
            entry(4, 8),
        ]
    }

    fn order(entries: &[Entry], held: &[u8], limit: usize) -> Vec<i64> {
        let entries: Vec<_> = entries.iter().cloned().map(Arc::new).collect();
        let held: Vec<_> = held
            .iter()
            .map(|it| CommandId(Uuid::from_u128(u128::from(*it) + 100)))
            .collect();
        ready(&entries, HERE, |id| held.contains(&id), limit)
            .iter()
            .map(|it| it.position)
            .collect()
    }

    #[test]
    fn a_command_never_overtakes_a_held_one_on_the_same_record() {
        let entries = [entry(1, 7), entry(2, 8), entry(3, 7), entry(4, 9)];
        assert_eq!(order(&entries, &[], 9), [1, 2, 3, 4]);
        assert_eq!(
            order(&entries, &[1], 9),
            [2, 4],
            "3 is about the record that 1 holds"
        );
        assert_eq!(order(&entries, &[3], 9), [1, 2, 4]);
    }

    #[test]
    fn what_names_a_thing_waits_until_that_is_made() {
        assert_eq!(order(&at_a_level_of_its_own(), &[1], 9), [4]);
        assert_eq!(order(&at_a_level_of_its_own(), &[], 9), [1, 2, 3, 4]);
    }

    fn undone(entries: &[Arc<Entry>], at: usize) -> Vec<CommandId> {
        let id = entries[at].id;
        let undone = undone_with(entries, entries[at].organisation, |it| it.id == id);
        undone.iter().map(|it| it.id).collect()
    }

    #[test]
    fn undo_of_what_makes_a_thing_takes_along_what_names_it_and_what_follows_from_that() {
        let entries = at_a_level_of_its_own().map(Arc::new);
        assert_eq!(
            undone(&entries, 0),
            [entries[0].id, entries[1].id, entries[2].id]
        );
    }

    #[test]
    fn what_may_have_arrived_is_sent_again_first_s_64() {
        let sent = Entry {
            sent_order: Some(5),
            ..entry(3, 7)
        };
        let earlier = Entry {
            sent_order: Some(4),
            ..entry(4, 8)
        };
        assert_eq!(
            order(&[entry(1, 5), entry(2, 6), sent, earlier], &[], 9),
            [4, 3, 1, 2]
        );
    }

    #[test]
    fn others_go_past_a_stuck_command_s_78() {
        let stuck = Entry {
            stuck: true,
            ..entry(1, 7)
        };
        assert_eq!(
            order(&[stuck, entry(2, 7), entry(3, 8)], &[], 9),
            [3],
            "the same record waits, others do not"
        );
    }

    #[test]
    fn a_push_keeps_to_its_limits() {
        let entries: Vec<_> = (1..=9).map(|n| entry(n, n)).collect();
        assert_eq!(order(&entries, &[], 4), [1, 2, 3, 4]);
        let note = "x".repeat(400);
        let large = |n: u16| {
            let membership = MembershipId(Uuid::from_u128(u128::from(n)));
            let reason = Some(Note::try_from(note.as_str()).unwrap());
            let command =
                Command::DeclineRequest(doorward_domain::DeclineRequest { membership, reason });
            let id = CommandId(Uuid::from_u128(u128::from(n)));
            Arc::new(Entry {
                position: i64::from(n),
                ..Entry::new(id, HERE, command, Moment(0))
            })
        };
        let entries: Vec<_> = (1..2000).map(large).collect();
        let push = ready(&entries, HERE, |_| false, 5000);
        assert!(push.len() <= MAX_COMMANDS);
    }

    #[test]
    fn undo_takes_what_depends_on_it_along_until_it_is_sent() {
        let entries: Vec<_> = [entry(1, 7), entry(2, 8), entry(3, 7)]
            .into_iter()
            .map(Arc::new)
            .collect();
        assert_eq!(undone(&entries, 0), [entries[0].id, entries[2].id]);
        assert_eq!(undone(&entries, 2), [entries[2].id]);
        let sent = [Arc::new(Entry {
            sent_order: Some(1),
            ..entry(1, 7)
        })];
        assert!(
            undone(&sent, 0).is_empty(),
            "what was handed to the network is not undone"
        );
    }
}
