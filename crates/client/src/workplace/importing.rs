//! The steps of inviting many at once, handed on to the desk.

use std::sync::Arc;

use super::Workplace;
use crate::contract::ImportAct;
use crate::desk::Desk;
use crate::error::Result;
use crate::import::{Edit, Given};

impl Workplace {
    /// The desk that a step belongs to: what is looked at is looked at by whoever sends it in the end.
    async fn desk_doing(&self, step: &ImportAct) -> Result<Arc<Desk>> {
        match step {
            ImportAct::OpenTable { .. }
            | ImportAct::ReadTableAs { .. }
            | ImportAct::FixRow { .. }
            | ImportAct::FixRows { .. }
            | ImportAct::CloseTable => self.desk().await,
            ImportAct::SendTable { organisation, .. } => self.desk_in(*organisation).await,
            ImportAct::PauseBatch { batch, .. }
            | ImportAct::TakeBackBatch { batch }
            | ImportAct::DiscardRefused { batch }
            | ImportAct::ResendBatch { batch }
            | ImportAct::RevokeBatch { batch }
            | ImportAct::UndoBatch { batch, .. } => self.desk_with_batch(*batch).await,
        }
    }

    /// Does one step.
    pub(super) async fn import(&self, step: ImportAct) -> Result<()> {
        let desk = self.desk_doing(&step).await?;
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
                level,
            } => {
                let edit = Edit {
                    contact,
                    name,
                    level,
                };
                desk.fix_row(number, edit).await?;
            }
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
            ImportAct::UndoBatch { batch, revoked } => desk.undo_batch(batch, revoked).await?,
        }
        Ok(())
    }
}
