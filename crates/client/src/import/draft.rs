//! A table that is being looked at: how it is read, what was fixed in it, and the persons that come of it. Nothing of it
//! is sent, and nothing is written to disk.

use std::collections::BTreeMap;

use encoding_rs::Encoding;
use sha2::{Digest, Sha256};

use super::line::Edit;
use super::table::{Row, Table};
use super::{Line, MOST_ROWS, Source, columns, decode, fix, pasted, separator};
use crate::contract::{ColumnUse, RowFix, TableColumn};
use crate::error::{Error, Result};

/// Names that are shown, so that somebody sees whether the letters are right.
const SAMPLES: usize = 4;

/// A table that is being looked at.
#[derive(Debug)]
pub(crate) struct Draft {
    source: Source,
    table: Table,
    headings: bool,
    uses: Vec<ColumnUse>,
    edits: BTreeMap<u32, Edit>,
    lines: Vec<Line>,
}

impl Draft {
    /// Reads a table as it most likely is.
    pub(crate) fn of(source: Source) -> Result<Self> {
        let table = source.read(None, None)?;
        Self::read(source, table)
    }

    fn read(source: Source, mut table: Table) -> Result<Self> {
        pasted::split(&mut table.rows);
        let headings = columns::has_headings(&table.rows);
        let mut draft = Self {
            source,
            table,
            headings,
            uses: Vec::new(),
            edits: BTreeMap::new(),
            lines: Vec::new(),
        };
        draft.guess();
        match draft.rows().len() {
            0 => Err(Error::EmptyTable),
            1..=MOST_ROWS => Ok(draft),
            _ => Err(Error::TooManyRows),
        }
    }

    /// Reads it anew in another encoding or with another separator. What was fixed stays fixed where its row is still one.
    pub(crate) fn read_as(
        &mut self,
        encoding: Option<&str>,
        separator: Option<&str>,
    ) -> Result<()> {
        let known = self.table.text;
        let encoding = encoding.and_then(|label| Encoding::for_label(label.as_bytes()));
        let separator = separator.and_then(|it| it.bytes().next());
        let encoding = encoding.or(known.map(|it| it.0));
        let separator = separator.or(known.map(|it| it.1));
        let table = self.source.read(encoding, separator)?;
        let mut read = Self::read(self.source.clone(), table)?;
        let numbers = |rows: &[Row]| -> Vec<u32> { rows.iter().map(|it| it.number).collect() };
        if numbers(&read.table.rows) == numbers(&self.table.rows) {
            read.edits = std::mem::take(&mut self.edits);
            read.refresh();
        }
        *self = read;
        Ok(())
    }

    /// Says whether the first row names the columns.
    pub(crate) fn set_headings(&mut self, headings: bool) {
        if headings != self.headings {
            self.headings = headings;
            self.guess();
        }
    }

    /// Says what the columns are.
    pub(crate) fn set_columns(&mut self, uses: Vec<ColumnUse>) {
        if uses.len() == self.uses.len() {
            self.uses = uses;
            self.refresh();
        }
    }

    /// Writes something else in a row.
    pub(crate) fn fix(&mut self, number: u32, with: Edit) {
        let edit = self.edits.entry(number).or_default();
        edit.contact = with.contact.or(edit.contact.take());
        edit.name = with.name.or(edit.name.take());
        edit.level = with.level.or(edit.level);
        self.refresh();
    }

    /// Fixes every row that a fix fits.
    pub(crate) fn fix_all(&mut self, fix: &RowFix) {
        for line in &self.lines {
            if let Some(fixed) = fix::fixed(line, fix) {
                let edit = self.edits.entry(line.number).or_default();
                edit.contact = fixed.contact.or(edit.contact.take());
                edit.level = fixed.level.or(edit.level);
            }
        }
        self.refresh();
    }

    /// How many rows a fix fits.
    pub(crate) fn fits(&self, fix: &RowFix) -> usize {
        self.lines
            .iter()
            .filter(|line| fix::fixed(line, fix).is_some())
            .count()
    }

    /// The persons.
    pub(crate) fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// What the file is called.
    pub(crate) fn name(&self) -> Option<&str> {
        self.source.name.as_deref()
    }

    /// Encoding and separator; neither for a workbook.
    pub(crate) fn text(&self) -> Option<(&'static str, String)> {
        let (encoding, separator) = self.table.text?;
        Some((encoding.name(), char::from(separator).to_string()))
    }

    /// The encodings that are offered.
    pub(crate) fn encodings() -> Vec<String> {
        decode::ENCODINGS
            .iter()
            .map(|it| it.name().to_owned())
            .collect()
    }

    /// The separators that are offered.
    pub(crate) fn separators() -> Vec<String> {
        separator::SEPARATORS
            .iter()
            .map(|it| char::from(*it).to_string())
            .collect()
    }

    /// Whether the first row names the columns.
    pub(crate) const fn has_headings(&self) -> bool {
        self.headings
    }

    /// The columns, with what stands in them.
    pub(crate) fn columns(&self) -> Vec<TableColumn> {
        let first = |at: usize| {
            self.rows()
                .iter()
                .filter_map(move |row| row.cells.get(at))
                .find(|it| !it.is_empty())
        };
        let column = |(at, used): (usize, &ColumnUse)| TableColumn {
            heading: self.headings().get(at).cloned().unwrap_or_default(),
            sample: first(at).cloned().unwrap_or_default(),
            used: *used,
        };
        self.uses.iter().enumerate().map(column).collect()
    }

    /// The headings as they came.
    pub(crate) fn headings(&self) -> &[String] {
        match self.table.rows.first() {
            Some(row) if self.headings => &row.cells,
            Some(_) | None => &[],
        }
    }

    /// Names in which it shows whether the letters are right.
    pub(crate) fn samples(&self) -> Vec<String> {
        let names: Vec<String> = self
            .lines
            .iter()
            .filter_map(|it| it.name.as_ref())
            .map(ToString::to_string)
            .collect();
        let (telling, plain): (Vec<String>, Vec<String>) =
            names.into_iter().partition(|it| !it.is_ascii());
        telling.into_iter().chain(plain).take(SAMPLES).collect()
    }

    /// The country that most of the numbers are of.
    pub(crate) fn usual_country(&self) -> Option<String> {
        fix::usual_country(&self.lines)
    }

    /// What the ids of a batch are derived from: the bytes, and how they are read.
    pub(crate) fn digest(&self) -> Vec<u8> {
        let mut digest = Sha256::new();
        digest.update(&self.source.bytes);
        digest.update(format!(
            "{:?} {:?} {}",
            self.text(),
            self.uses,
            self.headings
        ));
        digest.finalize().to_vec()
    }

    fn rows(&self) -> &[Row] {
        self.table
            .rows
            .get(usize::from(self.headings)..)
            .unwrap_or_default()
    }

    fn guess(&mut self) {
        let headings = self.table.rows.first().filter(|_| self.headings);
        self.uses = columns::guess(headings, self.rows());
        self.refresh();
    }

    fn refresh(&mut self) {
        let line = |row: &Row| Line::of(row, &self.uses, self.edits.get(&row.number));
        self.lines = self.rows().iter().map(line).collect();
    }
}
