//! A device's copy of what the feed sends, as simple as can be.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use doorward_domain::{OrganisationId, Record, RecordKind};
use doorward_protocol::{Changes, Gone, SentRecord, Settled, Sum, Sums};
use uuid::Uuid;

use crate::house::House;
use crate::net::Net;

/// A device's copy.
#[derive(Default)]
pub struct Copy {
    /// The revision of what was sent, by kind and id.
    pub held: BTreeMap<(RecordKind, Uuid), u64>,
    /// The latest state of what was sent, by kind and id.
    pub records: BTreeMap<(RecordKind, Uuid), Record>,
    pub cursor: Option<String>,
    pub settled: Vec<Settled>,
    pub resets: usize,
}

impl Copy {
    /// Pulls until nothing more is there; answers the sums of the last page.
    pub async fn pull(&mut self, net: &Net) -> Result<Sums> {
        loop {
            let page = net.changes(self.cursor.as_deref()).await?;
            let Changes::Page {
                reset,
                records,
                gone,
                settled,
                cursor,
                more,
                sums,
                ..
            } = page
            else {
                bail!("gone")
            };
            if reset {
                self.held.clear();
                self.records.clear();
                self.resets += 1;
            }
            assert!(
                records
                    .windows(2)
                    .all(|pair| pair[0].revision <= pair[1].revision),
                "in the order of commits"
            );
            for record in records {
                self.put(record);
            }
            for Gone { kind, id, revision } in gone {
                // What came back later in the same page stays.
                if self.held.get(&(kind, id)).is_some_and(|at| *at <= revision) {
                    self.held.remove(&(kind, id));
                    self.records.remove(&(kind, id));
                }
            }
            self.settled.extend(settled);
            self.cursor = Some(cursor);
            if !more {
                return sums.ok_or_else(|| anyhow::anyhow!("the last page has sums"));
            }
        }
    }

    fn put(&mut self, sent: SentRecord) {
        // The settings have the organisation's id, which a copy does not know.
        let id = sent.record.key(OrganisationId(Uuid::nil())).id;
        self.held.insert((sent.kind, id), sent.revision);
        self.records.insert((sent.kind, id), sent.record);
    }

    /// Whether count and hash of every kind but the settings, whose id is the organisation's, are those of the copy.
    pub fn agrees(&self, house: &House, sums: &Sums) -> bool {
        sums.iter().all(|(kind, sum)| {
            let mut own = Sum::default();
            for ((of, id), revision) in &self.held {
                if of == kind {
                    own.add(
                        if id.is_nil() {
                            house.organisation.0
                        } else {
                            *id
                        },
                        *revision,
                    );
                }
            }
            own == *sum
        })
    }
}
