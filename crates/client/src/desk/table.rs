//! Looking at a table: reading, fixing, closing. Nothing of it is sent by any of this.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use doorward_domain::Refusal;

use super::Desk;
use crate::contract::{ColumnUse, RowFix, ViewName};
use crate::error::{Error, Result};
use crate::import::{Draft, Edit, Source};

/// Characters of a file's name that are kept.
const LONGEST_NAME: usize = 120;

impl Desk {
    /// Looks at a table.
    pub(crate) async fn open_table(&self, name: Option<String>, bytes: String) -> Result<()> {
        let name = name.map(|it| {
            it.chars()
                .filter(|c| !c.is_control())
                .take(LONGEST_NAME)
                .collect()
        });
        let read = move || {
            let bytes = BASE64_STANDARD
                .decode(bytes)
                .map_err(|_| Error::NotATable)?;
            Draft::of(Source::new(name, bytes)?)
        };
        // Unpacking and reading may take a while; the window is answered meanwhile.
        let draft = tokio::task::spawn_blocking(read)
            .await
            .map_err(|_| Error::Closed)??;
        *self.with.table.lock().await = Some(draft);
        self.tell(&[ViewName::Import]);
        Ok(())
    }

    /// Reads it in another way.
    pub(crate) async fn read_table_as(
        &self,
        (encoding, separator): (Option<&str>, Option<&str>),
        headings: Option<bool>,
        columns: Option<Vec<ColumnUse>>,
    ) -> Result<()> {
        self.at_table(|draft| {
            if encoding.is_some() || separator.is_some() {
                draft.read_as(encoding, separator)?;
            }
            if let Some(headings) = headings {
                draft.set_headings(headings);
            }
            if let Some(columns) = columns {
                draft.set_columns(columns);
            }
            Ok(())
        })
        .await
    }

    /// Writes something else in a row.
    pub(crate) async fn fix_row(&self, number: u32, with: Edit) -> Result<()> {
        self.at_table(|draft| {
            draft.fix(number, with);
            Ok(())
        })
        .await
    }

    /// Fixes every row that a fix fits.
    pub(crate) async fn fix_rows(&self, fix: &RowFix) -> Result<()> {
        self.at_table(|draft| {
            draft.fix_all(fix);
            Ok(())
        })
        .await
    }

    /// Looks at no table any more.
    pub(crate) async fn close_table(&self) {
        *self.with.table.lock().await = None;
        self.tell(&[ViewName::Import]);
    }

    async fn at_table(&self, change: impl FnOnce(&mut Draft) -> Result<()>) -> Result<()> {
        let mut table = self.with.table.lock().await;
        change(table.as_mut().ok_or(Refusal::NotFound)?)?;
        drop(table);
        self.tell(&[ViewName::Import]);
        Ok(())
    }
}
