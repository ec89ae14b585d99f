//! A device's copy of its person's own rows, as simple as can be.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use doorward_protocol::{Mine, MyKind, MyNotice, MyRecord, MySums, Sum};
use uuid::Uuid;

use crate::house::House;
use crate::net::Net;

/// A device's copy of its person's own rows.
#[derive(Default)]
pub struct Own {
    pub rows: BTreeMap<(MyKind, Uuid), (u64, MyRecord)>,
    pub cursor: Option<String>,
}

impl Own {
    /// Pulls until nothing more is there; what is held then is what the sums say.
    pub async fn pull(&mut self, net: &Net) -> Result<()> {
        loop {
            let page = net.mine(self.cursor.as_deref()).await?;
            let Mine {
                reset,
                records,
                gone,
                cursor,
                more,
                sums,
                ..
            } = page;
            assert_eq!(reset, self.cursor.is_none(), "only a beginning is a reset");
            for it in gone {
                self.rows.remove(&(it.kind, it.id));
            }
            for it in records {
                let key = (it.record.kind(), it.record.id());
                self.rows.insert(key, (it.revision, it.record));
            }
            self.cursor = Some(cursor);
            if !more {
                let sums = sums.context("the last page has sums")?;
                assert_eq!(self.sums(), sums, "{:?}", self.rows);
                return Ok(());
            }
        }
    }

    fn sums(&self) -> MySums {
        let mut sums: MySums = MyKind::ALL
            .into_iter()
            .map(|kind| (kind, Sum::default()))
            .collect();
        for ((kind, id), (revision, _)) in &self.rows {
            sums.entry(*kind).or_default().add(*id, *revision);
        }
        sums
    }

    pub fn has(&self, kind: MyKind, id: Uuid) -> bool {
        self.rows.contains_key(&(kind, id))
    }

    pub fn notices(&self) -> Vec<&MyNotice> {
        let mut notices = Vec::new();
        for (_, record) in self.rows.values() {
            if let MyRecord::Notice(it) = record {
                notices.push(it);
            }
        }
        notices
    }

    /// Pulls until the bell says something of this kind, while the jobs run.
    pub async fn until(&mut self, house: &House, net: &Net, kind: &str) -> Result<MyNotice> {
        self.until_told(house, net, (kind, 1)).await
    }

    /// Pulls until the bell says so many things of this kind, while the jobs run; answers one of them.
    pub async fn until_told(
        &mut self,
        house: &House,
        net: &Net,
        (kind, times): (&str, usize),
    ) -> Result<MyNotice> {
        let mut bells = house.app.doorbell().listen();
        loop {
            self.pull(net).await?;
            let told = self.notices().into_iter().filter(|it| it.kind == kind);
            if let Some(last) = told.skip(times - 1).last() {
                return Ok(last.clone());
            }
            tokio::time::timeout(std::time::Duration::from_secs(20), bells.recv())
                .await
                .with_context(|| format!("nobody was told {kind}: {:?}", self.rows))??;
        }
    }
}
