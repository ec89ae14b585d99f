//! How many of several people gain and lose what.

use doorward_domain::{AccessItem, AccessPreview};

use crate::contract::AccessShare;

/// How many gain and lose each thing.
#[derive(Default)]
pub(super) struct Shares(Vec<AccessShare>);

impl Shares {
    /// Counts what one of them gains and loses.
    pub(super) fn count(&mut self, preview: &AccessPreview) {
        for item in &preview.gains {
            self.add(item, true);
        }
        for item in &preview.loses {
            self.add(item, false);
        }
    }

    /// Everything that somebody gains or loses, with how many do.
    pub(super) fn counted(self) -> Vec<AccessShare> {
        self.0
    }

    fn add(&mut self, item: &AccessItem, gains: bool) {
        let same = |it: &&mut AccessShare| it.gains == gains && it.item == *item;
        match self.0.iter_mut().find(same) {
            Some(share) => share.people += 1,
            None => self.0.push(AccessShare {
                item: item.clone(),
                gains,
                people: 1,
            }),
        }
    }
}
