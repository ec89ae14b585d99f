//! A table as it came, and as it is read: rows of cells, each with the line it stands in.

use csv::{ReaderBuilder, Trim};
use encoding_rs::Encoding;

use super::cell::read;
use super::{MOST_BYTES, MOST_ROWS, decode, separator, sheet};
use crate::error::{Error, Result};

/// Characters of one cell at most; more are a quotation mark that nobody closed.
const LONGEST: usize = 2_000;
/// Cells of one row that are looked at, unless each of them is a person.
pub(super) const WIDEST: usize = 64;

/// A table as it came.
#[derive(Debug, Clone)]
pub(crate) struct Source {
    /// What the file is called; nothing was when it was pasted.
    pub(crate) name: Option<String>,
    /// Its bytes; the ids of a batch are derived from them.
    pub(crate) bytes: Vec<u8>,
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// The line or row in which it stands, counted from one.
    pub(crate) number: u32,
    pub(crate) cells: Vec<String>,
}

/// How text is cut into cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) separator: u8,
    pub(super) quoting: bool,
}

/// The rows of a table, and how they were found.
#[derive(Debug, Clone)]
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
    /// In which encoding and with which separator; neither for a workbook.
    pub(super) text: Option<(&'static Encoding, u8)>,
}

impl Source {
    /// Takes bytes that are not too many.
    pub(crate) fn new(name: Option<String>, bytes: Vec<u8>) -> Result<Self> {
        if bytes.len() > MOST_BYTES {
            return Err(Error::TableTooLarge);
        }
        Ok(Self { name, bytes })
    }

    /// Reads it, as it was said to be read or else as it most likely is.
    pub(super) fn read(
        &self,
        encoding: Option<&'static Encoding>,
        separator: Option<u8>,
    ) -> Result<Table> {
        if sheet::is_workbook(&self.bytes) {
            return Ok(Table {
                rows: sheet::rows(&self.bytes)?,
                text: None,
            });
        }
        let encoding = encoding.unwrap_or_else(|| decode::detect(&self.bytes));
        let text = decode::decode(&self.bytes, encoding).ok_or(Error::NotATable)?;
        let separator = separator.unwrap_or_else(|| separator::detect(&text));
        let mut rows = cut(
            &text,
            Reading {
                separator,
                quoting: true,
            },
        );
        if rows
            .iter()
            .any(|row| row.cells.iter().any(|it| it.chars().count() > LONGEST))
        {
            rows = cut(
                &text,
                Reading {
                    separator,
                    quoting: false,
                },
            );
        }
        Ok(Table {
            rows,
            text: Some((encoding, separator)),
        })
    }
}

/// Cuts text into rows; what is empty is none.
pub(super) fn cut(text: &str, reading: Reading) -> Vec<Row> {
    let mut records = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .delimiter(reading.separator)
        .quoting(reading.quoting)
        .from_reader(text.as_bytes());
    let mut lines = Lines {
        text: text.as_bytes(),
        at: 0,
        line: 1,
    };
    // From text in memory every record can be read.
    let records = records.records().filter_map(Result::<_, csv::Error>::ok);
    let rows = records.map(|record| Row {
        number: lines.of(record.position().map_or(0, csv::Position::byte)),
        cells: record
            .iter()
            .take(MOST_ROWS + 1)
            .map(|it| read(it, LONGEST + 1))
            .collect(),
    });
    rows.filter(|row| row.cells.iter().any(|it| !it.is_empty()))
        .collect()
}

/// Counts lines up to where a record begins.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: u32,
}

impl Lines<'_> {
    /// The line of the record that begins at a byte, or after the empty lines that stand there.
    fn of(&mut self, byte: u64) -> u32 {
        let begin = usize::try_from(byte).unwrap_or(usize::MAX);
        while let Some(sign) = self.text.get(self.at) {
            let ends = matches!(sign, b'\r' | b'\n');
            if self.at >= begin && !ends {
                break;
            }
            let whole = *sign == b'\n' || ends && self.text.get(self.at + 1) != Some(&b'\n');
            self.line += u32::from(whole);
            self.at += 1;
        }
        self.line
    }
}

/// A row of a workbook.
pub(super) fn row(number: u32, mut cells: Vec<String>) -> Option<Row> {
    cells.truncate(WIDEST);
    let cells: Vec<String> = cells.iter().map(|it| read(it, LONGEST)).collect();
    cells
        .iter()
        .any(|it| !it.is_empty())
        .then_some(Row { number, cells })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let source = Source::new(None, text.into()).unwrap();
        let table = source.read(None, None).unwrap();
        table.rows.into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn every_shape_of_text_becomes_rows_s_52() {
        let two = vec![vec!["Anna", "anna@x.ee"], vec!["Mari", "mari@x.ee"]];
        for text in [
            "Anna,anna@x.ee\nMari,mari@x.ee",
            "Anna,anna@x.ee\r\nMari,mari@x.ee\n\n\n",
            "Anna , anna@x.ee\rMari, mari@x.ee\r",
            "\"Anna\",\"anna@x.ee\"\n\"Mari\",\"mari@x.ee\"\n",
            "Anna\tanna@x.ee\nMari\tmari@x.ee\n",
        ] {
            assert_eq!(rows(text), two, "{text:?}");
        }
        assert_eq!(
            rows("An\"na,anna@x.ee\n"),
            [["An\"na", "anna@x.ee"]],
            "a quotation mark within is a letter"
        );
        assert!(rows("\n \n").is_empty(), "what is empty is no row");
    }

    #[test]
    fn a_quotation_mark_that_nobody_closes_takes_no_row_along_s_52() {
        let many: Vec<String> = (0..500)
            .map(|it| format!("Person {it},p{it}@x.ee\n"))
            .collect();
        let many = many.concat();
        let found = rows(&format!("\"Anna,anna@x.ee\n{many}"));
        assert_eq!(found.len(), 501);
        assert_eq!(found[500], ["Person 499", "p499@x.ee"]);
    }

    #[test]
    fn a_table_of_any_size_is_bounded_s_52() {
        let line = "x".repeat(MOST_BYTES - 10);
        let found = rows(&format!("{line}\na@x.ee\n"));
        assert!(found[0][0].chars().count() <= LONGEST + 1);
        assert_eq!(found[1], ["a@x.ee"]);
        assert!(matches!(
            Source::new(None, vec![b'a'; MOST_BYTES + 1]),
            Err(Error::TableTooLarge)
        ));
    }

    #[test]
    fn rows_say_where_they_stand() {
        let source = Source::new(None, "Name,Mail\n\nAnna,a@x.ee\n".into()).unwrap();
        let numbers: Vec<u32> = source
            .read(None, None)
            .unwrap()
            .rows
            .iter()
            .map(|it| it.number)
            .collect();
        assert_eq!(numbers, [1, 3]);
    }
}
