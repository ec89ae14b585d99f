//! An empty database whose pages leave room at their ends: what encrypts a page writes there how.

/// Bytes of a page.
pub const PAGE: usize = 4096;
/// Bytes at the end of each page that are left to what encrypts it: the engine of devices puts an initial vector of 16
/// bytes and a code of 64 there.
const ROOM: u8 = 80;

/// The first page of such a database, by the format of SQLite's files.
pub fn blank() -> Vec<u8> {
    let mut page = Vec::with_capacity(PAGE);
    page.extend_from_slice(b"SQLite format 3\0");
    // 4,096 bytes a page; no log; the room; fractions as the format has them.
    page.extend_from_slice(&[0x10, 0, 1, 1, ROOM, 64, 32, 32]);
    // The change counter, one page, and no page that is free.
    page.extend_from_slice(&[0, 0, 0, 1, 0, 0, 0, 1]);
    page.extend_from_slice(&[0; 12]);
    // Format 4 of the schema, and nothing else said up to the encoding, which is UTF-8.
    page.extend_from_slice(&[0, 0, 0, 4]);
    page.extend_from_slice(&[0; 8]);
    page.extend_from_slice(&[0, 0, 0, 1]);
    page.resize(92, 0);
    // For which change counter the number of pages is right, and the version of the engine.
    page.extend_from_slice(&[0, 0, 0, 1, 0, 0x2d, 0xe2, 0]);
    // The root of the schema: a leaf without cells, whose content begins where the room does.
    let end = u16::try_from(PAGE).unwrap_or(u16::MAX) - u16::from(ROOM);
    page.extend_from_slice(&[0x0d, 0, 0, 0, 0]);
    page.extend_from_slice(&end.to_be_bytes());
    page.resize(PAGE, 0);
    page
}
