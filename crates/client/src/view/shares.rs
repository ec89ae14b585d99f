//! How many of several people gain and lose what.

use doorward_domain::{AccessEdge, AccessItem, AccessPreview};

use crate::contract::{AccessShare, EdgeShare};

/// How many gain and lose each thing.
#[derive(Default)]
pub(super) struct Shares {
    items: Vec<AccessShare>,
    edges: Vec<EdgeShare>,
}

impl Shares {
    /// Counts what one of them gains and loses.
    pub(super) fn count(&mut self, preview: &AccessPreview) {
        for item in &preview.gains {
            self.add(item, true);
        }
        for item in &preview.loses {
            self.add(item, false);
        }
        self.edges_of(preview);
    }

    /// Counts the edges that one of them has and had.
    pub(super) fn edges_of(&mut self, preview: &AccessPreview) {
        for edge in &preview.edges {
            self.edge(*edge);
        }
    }

    /// Everything that somebody gains or loses, so far.
    pub(super) fn items(&self) -> &[AccessShare] {
        &self.items
    }

    /// Everything that somebody gains or loses, with how many do.
    pub(super) fn counted(self) -> Vec<AccessShare> {
        self.items
    }

    /// Every edge that somebody has or had, with how many.
    pub(super) fn edges(&self) -> Vec<EdgeShare> {
        self.edges.clone()
    }

    fn edge(&mut self, AccessEdge { of, change }: AccessEdge) {
        let same = |it: &&mut EdgeShare| (it.of, it.change) == (of, change);
        match self.edges.iter_mut().find(same) {
            Some(share) => share.people += 1,
            None => self.edges.push(EdgeShare {
                of,
                change,
                people: 1,
            }),
        }
    }

    fn add(&mut self, item: &AccessItem, gains: bool) {
        let same = |it: &&mut AccessShare| it.gains == gains && it.item == *item;
        match self.items.iter_mut().find(same) {
            Some(share) => share.people += 1,
            None => self.items.push(AccessShare {
                item: item.clone(),
                gains,
                people: 1,
            }),
        }
    }
}
