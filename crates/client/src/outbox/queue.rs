//! In which order entries leave: pure, so that every rule of the queue can be tested without files or network.
//! A command never overtakes one on the same record that waits before it; others go past (RULES 6, SYN-2).

use std::collections::BTreeSet;
use std::sync::Arc;

use doorward_domain::{CommandId, OrganisationId};
use doorward_protocol::{MAX_COMMANDS, MAX_PUSH_BYTES};

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
    let mut waiting_records = BTreeSet::new();
    let mut bytes = AROUND;
    let mut push = Vec::new();
    for entry in open {
        if entry.stuck || is_held(entry.id) || waiting_records.contains(&entry.target()) {
            waiting_records.insert(entry.target());
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

/// The entry and every later one on the same record that undoing it takes along; none when it was handed to the
/// network already.
pub(crate) fn undone_with(entries: &[Arc<Entry>], id: CommandId) -> Option<Vec<CommandId>> {
    let entry = entries
        .iter()
        .find(|it| it.id == id && it.is_open() && !it.was_sent())?;
    let depends = |it: &&Arc<Entry>| {
        it.id == id
            || (it.organisation == entry.organisation
                && it.position > entry.position
                && it.is_open()
                && !it.was_sent()
                && it.target() == entry.target())
    };
    Some(entries.iter().filter(depends).map(|it| it.id).collect())
}

#[cfg(test)]
mod tests {
    use doorward_domain::{Command, MembershipId, Moment, Note, ReopenRequest};
    use uuid::Uuid;

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
        assert_eq!(
            undone_with(&entries, entries[0].id).unwrap(),
            [entries[0].id, entries[2].id]
        );
        assert_eq!(
            undone_with(&entries, entries[2].id).unwrap(),
            [entries[2].id]
        );
        let sent = [Arc::new(Entry {
            sent_order: Some(1),
            ..entry(1, 7)
        })];
        assert_eq!(
            undone_with(&sent, sent[0].id),
            None,
            "what was handed to the network is not undone"
        );
    }
}
