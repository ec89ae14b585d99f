//! A pack on its way to one device: what it is for this account, and then the file as it lies there.

use std::fs::File;

use axum::body::{Body, Bytes};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use doorward_domain::View;
use doorward_protocol::{PACK_TYPE, PackHead};
use futures_util::stream;
use tokio::io::AsyncReadExt;

use super::kept::Kept;

/// Bytes that are read at once.
const BLOCK: usize = 128 * 1024;

/// A pack that was found.
#[derive(Debug)]
pub struct Parcel {
    kept: Kept,
    file: File,
}

impl Parcel {
    pub(super) fn new(kept: Kept, file: File) -> Self {
        Self { kept, file }
    }

    /// As of which revision it was made.
    pub fn revision(&self) -> u64 {
        self.kept.revision
    }

    /// The answer to a device whose feed goes on at a cursor.
    pub fn answer(self, view: View, cursor: String) -> Result<Response, serde_json::Error> {
        let head = PackHead {
            view,
            cursor,
            revision: self.kept.revision,
            pages: self.kept.pages,
            digest: self.kept.digest,
        };
        let head = serde_json::to_vec(&head)?;
        let length = u32::try_from(head.len()).unwrap_or(u32::MAX).to_be_bytes();
        let first = Bytes::from([length.as_slice(), &head].concat());
        let file = tokio::fs::File::from_std(self.file);
        let blocks = stream::try_unfold((Some(first), file), |(first, mut file)| async move {
            if let Some(first) = first {
                return Ok(Some((first, (None, file))));
            }
            let mut block = Vec::with_capacity(BLOCK);
            let read = (&mut file)
                .take(BLOCK as u64)
                .read_to_end(&mut block)
                .await?;
            Ok::<_, std::io::Error>((read > 0).then(|| (Bytes::from(block), (None, file))))
        });
        let headers = [(CONTENT_TYPE, PACK_TYPE), (CACHE_CONTROL, "no-store")];
        Ok((headers, Body::from_stream(blocks)).into_response())
    }
}
