//! A pack on its way here: what it says of itself, then what follows, piece by piece.

use doorward_domain::Moment;
use doorward_protocol::{MAX_PACK_HEAD, PackHead};
use reqwest::Response;

use super::answer::said;
use crate::error::{Error, Result};

/// Bytes that hold the length of the head.
const LENGTH: usize = 4;

/// A pack on its way here.
#[derive(Debug)]
pub(crate) struct Parcel {
    /// What it says of itself.
    pub(crate) head: PackHead,
    /// The server's time.
    pub(crate) said: Option<Moment>,
    first: Vec<u8>,
    response: Response,
}

impl Parcel {
    /// Reads the head of an answer that is a pack.
    pub(super) async fn open(mut response: Response) -> Result<Self> {
        let said = said(&response);
        let mut read = Vec::new();
        let length = loop {
            if let Some((length, _)) = read.split_first_chunk::<LENGTH>() {
                break usize::try_from(u32::from_be_bytes(*length)).unwrap_or(usize::MAX);
            }
            more(&mut response, &mut read).await?;
        };
        if length > MAX_PACK_HEAD {
            return Err(Error::BrokenPack("its head is too long"));
        }
        while read.len() < LENGTH + length {
            more(&mut response, &mut read).await?;
        }
        let first = read.split_off(LENGTH + length);
        let head = read.get(LENGTH..).unwrap_or_default();
        let head = serde_json::from_slice(head).map_err(Error::Unreadable)?;
        Ok(Self {
            head,
            said,
            first,
            response,
        })
    }

    /// The next bytes of what follows; none at the end.
    pub(crate) async fn piece(&mut self) -> Result<Option<Vec<u8>>> {
        if !self.first.is_empty() {
            return Ok(Some(std::mem::take(&mut self.first)));
        }
        let piece = self.response.chunk().await.map_err(Error::Offline)?;
        Ok(piece.map(|it| it.to_vec()))
    }
}

async fn more(response: &mut Response, read: &mut Vec<u8>) -> Result<()> {
    let piece = response.chunk().await.map_err(Error::Offline)?;
    let piece = piece.ok_or(Error::BrokenPack("it ends in its head"))?;
    read.extend_from_slice(&piece);
    Ok(())
}
