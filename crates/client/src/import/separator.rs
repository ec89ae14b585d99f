//! What stands between the cells of a line: the sign that cuts most contacts out whole.

use doorward_domain::Contact;

use super::table::{Reading, cut};

/// The separators that are offered.
pub(super) const SEPARATORS: [u8; 4] = *b",;\t|";
/// Lines that are looked at.
const LOOKED_AT: usize = 30;

/// The separator that the text is most likely written with.
pub(super) fn detect(text: &str) -> u8 {
    let head: String = text.split_inclusive('\n').take(LOOKED_AT).collect();
    let score = |separator: u8| {
        let reading = Reading {
            separator,
            quoting: true,
        };
        let rows = cut(&head, reading);
        let cells = rows.iter().flat_map(|row| &row.cells);
        let contacts = cells.filter(|it| it.parse::<Contact>().is_ok()).count();
        let wide = rows.iter().filter(|row| row.cells.len() > 1).count();
        (contacts, wide)
    };
    let mut best = (SEPARATORS[0], score(SEPARATORS[0]));
    for separator in &SEPARATORS[1..] {
        let found = score(*separator);
        if found > best.1 {
            best = (*separator, found);
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_detected_csv_2_s_52() {
        for (text, separator) in [
            ("name,mail\nAnna,anna@x.ee\n", b','),
            ("Tamm, Anna;anna@x.ee\nMets, Mari;mari@x.ee\n", b';'),
            ("Anna\tanna@x.ee\r\nMari\tmari@x.ee\r\n", b'\t'),
            ("Anna|anna@x.ee|desk\n", b'|'),
            ("anna@x.ee\nmari@x.ee\n", b','),
            ("\"Tamm; Anna\",anna@x.ee\n", b','),
            ("", b','),
        ] {
            assert_eq!(detect(text) as char, separator as char, "{text:?}");
        }
    }
}
