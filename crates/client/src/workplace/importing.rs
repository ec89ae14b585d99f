//! The steps of inviting many at once, handed on to the desk.

use super::Workplace;
use crate::contract::ImportAct;
use crate::error::Result;
use crate::import::Given;

impl Workplace {
    /// Does one step.
    pub(super) async fn import(&self, step: ImportAct) -> Result<()> {
        let desk = self.desk().await?;
        match step {
            ImportAct::OpenTable { name, bytes } => desk.open_table(name, bytes).await?,
            ImportAct::ReadTableAs {
                encoding,
                separator,
                headings,
                columns,
            } => {
                let way = (encoding.as_deref(), separator.as_deref());
                desk.read_table_as(way, headings, columns).await?;
            }
            ImportAct::FixRow {
                number,
                contact,
                name,
            } => desk.fix_row(number, contact, name).await?,
            ImportAct::FixRows { fix } => desk.fix_rows(&fix).await?,
            ImportAct::CloseTable => desk.close_table().await,
            ImportAct::SendTable {
                organisation,
                level,
                locale,
                message,
            } => {
                let given = Given {
                    organisation,
                    level,
                    locale,
                    message,
                };
                desk.send_table(&given).await?;
            }
            ImportAct::PauseBatch { batch, paused } => {
                desk.pause_batch(batch, paused).await?;
            }
            ImportAct::TakeBackBatch { batch } => desk.take_back_batch(batch).await?,
            ImportAct::DiscardRefused { batch } => desk.discard_refused(batch).await?,
            ImportAct::ResendBatch { batch } => desk.resend_batch(batch).await?,
            ImportAct::RevokeBatch { batch } => desk.revoke_batch(batch).await?,
        }
        Ok(())
    }
}
