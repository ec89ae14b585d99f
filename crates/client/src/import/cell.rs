//! One cell: what is read of it, and how it is written so that no program takes it for a formula (CSV-1).

/// What a program for tables takes for the beginning of a formula.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The text of a cell, without what guards it, and no more of it than `most` characters.
pub(super) fn read(text: &str, most: usize) -> String {
    let text = match text.strip_prefix('\'') {
        Some(rest) if begins_formula(rest) => rest,
        _ => text,
    };
    text.trim().chars().take(most).collect()
}

/// The text of a cell, guarded so that it stays text.
fn guarded(text: &str) -> String {
    if begins_formula(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn begins_formula(text: &str) -> bool {
    let seen = text.trim_start_matches(|c: char| {
        c == ' ' || c == '\u{a0}' || c == '\u{200b}' || c == '\u{feff}'
    });
    seen.starts_with(FORMULA)
}

/// A table as text that any program for tables opens: UTF-8 with its mark, each cell guarded.
pub(crate) fn written(rows: impl IntoIterator<Item = Vec<String>>) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .from_writer("\u{feff}".as_bytes().to_vec());
    for row in rows {
        writer.write_record(row.iter().map(|cell| guarded(cell)))?;
    }
    writer
        .into_inner()
        .map_err(|error| error.into_error().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_saved_is_text_and_reads_back_as_it_was_csv_1_s_51() {
        for cell in [
            "=1+1",
            "+37255512345",
            "-1",
            "@SUM(A1)",
            " =cmd|'/c calc'!A0",
            "＝1",
            "'quoted'",
            "Anna",
            "",
        ] {
            let kept = guarded(cell);
            assert!(!begins_formula(&kept), "{kept} is no formula");
            assert_eq!(read(&kept, 99), cell.trim());
        }
        let text = String::from_utf8(written([vec!["+372".to_owned(), "a,b".to_owned()]]).unwrap())
            .unwrap();
        assert_eq!(text, "\u{feff}'+372,\"a,b\"\n");
    }
}
