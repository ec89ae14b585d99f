//! The first sheet of a workbook (.xlsx). It is a packed archive: what it holds is unpacked once without being kept, so
//! that a small file that unpacks to gigabytes is refused before anything of it is read (RAT-4).

use std::io::{Cursor, Read};

use calamine::{DataRef, Reader, Xlsx};
use zip::ZipArchive;

use super::MOST_ROWS;
use super::table::{Row, row};
use crate::error::{Error, Result};

/// Bytes that a workbook may unpack to at most.
const MOST_UNPACKED: u64 = 32 * 1024 * 1024;
/// Columns that are looked at.
const WIDEST: u32 = 64;

/// Whether bytes are an archive, as every workbook is.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The rows of the first sheet.
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<Row>> {
    check(bytes)?;
    let mut book: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(|_| Error::NotATable)?;
    let first = book
        .sheet_names()
        .first()
        .cloned()
        .ok_or(Error::NotATable)?;
    let mut cells = book
        .worksheet_cells_reader(&first)
        .map_err(|_| Error::NotATable)?;
    let mut rows: Vec<Row> = Vec::new();
    let mut open: (u32, Vec<String>) = (0, Vec::new());
    while let Some(cell) = cells.next_cell().map_err(|_| Error::NotATable)? {
        let (number, column) = cell.get_position();
        if number != open.0 {
            rows.extend(row(open.0 + 1, std::mem::take(&mut open.1)));
            open.0 = number;
        }
        // One more than is taken, so that too many are noticed.
        if rows.len() > MOST_ROWS + 1 {
            break;
        }
        if column < WIDEST {
            let column = column as usize;
            open.1.resize(open.1.len().max(column + 1), String::new());
            open.1[column] = text(cell.get_value());
        }
    }
    rows.extend(row(open.0 + 1, open.1));
    Ok(rows)
}

/// Unpacks everything once, to nowhere.
fn check(bytes: &[u8]) -> Result<()> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Error::NotATable)?;
    let mut left = MOST_UNPACKED;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| Error::NotATable)?;
        let size = std::io::copy(&mut part.take(left + 1), &mut std::io::sink())
            .map_err(|_| Error::NotATable)?;
        left = left.checked_sub(size).ok_or(Error::TableTooLarge)?;
    }
    Ok(())
}

/// What a cell shows. A number is most often a phone number that lost its sign: no point, no exponent.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) if number.fract() == 0.0 => format!("{number:.0}"),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(_) | DataRef::DateTime(_) | DataRef::Error(_) | DataRef::Empty => {
            String::new()
        }
    }
}
