//! Contacts that somebody pasted beside one another: they are persons, and no columns.

use doorward_domain::TypedContact;

use super::line::{international, looks_like_email};
use super::table::{Row, WIDEST};

/// Makes a row of every contact where nothing else stands in a table, and leaves other tables no more columns than are
/// looked at. An address beside a number may be one person's: only where a row has two of a kind they are several people's.
pub(super) fn split(rows: &mut Vec<Row>) {
    let cells = || {
        rows.iter()
            .flat_map(|row| row.cells.iter())
            .filter(|it| !it.is_empty())
    };
    let two_of_a_kind = |row: &Row| {
        let of = |is_email: bool| {
            let cells = row.cells.iter().filter(|it| !it.is_empty());
            cells.filter(|it| looks_like_email(it) == is_email).count()
        };
        of(true) > 1 || of(false) > 1
    };
    if !rows.iter().any(two_of_a_kind) || !cells().all(|it| is_contact(it)) {
        for row in rows {
            row.cells.truncate(WIDEST);
        }
        return;
    }
    let cells = std::mem::take(rows).into_iter().flat_map(|row| row.cells);
    let row = |(number, cell)| Row {
        number,
        cells: vec![cell],
    };
    *rows = (1..)
        .zip(cells.filter(|it| !it.is_empty()))
        .map(row)
        .collect();
}

/// Whether a cell is meant as a contact, and as nothing else; an address with a slip is shown as one.
fn is_contact(cell: &str) -> bool {
    looks_like_email(cell) || TypedContact::of(&international(cell)).contact.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::Source;

    /// The cells of each row after a text was pasted.
    fn pasted(text: &str) -> Vec<Vec<String>> {
        let source = Source::new(None, text.into()).unwrap();
        let mut rows = source.read(None, None).unwrap().rows;
        split(&mut rows);
        let numbers: Vec<u32> = rows.iter().map(|it| it.number).collect();
        assert!(
            numbers.is_sorted_by(|one, next| one < next),
            "each is told apart"
        );
        rows.into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn nobody_who_was_pasted_beside_somebody_is_dropped_s_52() {
        let four = ["a@x.ee", "b@x.ee", "c@x.ee", "d@x.ee"];
        assert_eq!(
            pasted("a@x.ee, b@x.ee\nc@x.ee, d@x.ee"),
            four.map(|it| [it])
        );
        assert_eq!(
            pasted("a@x.ee; b@x.ee;\nc@x.ee\nd@x.ee"),
            four.map(|it| [it])
        );
        let phones = ["+372 5555 1234", "+372 5555 1235"];
        assert_eq!(
            pasted("+372 5555 1234, +372 5555 1235"),
            phones.map(|it| [it])
        );
        let slip = ["a@@x.ee", "b@x.ee", "00372 5555 1234"];
        assert_eq!(
            pasted("a@@x.ee, b@x.ee, 00372 5555 1234"),
            slip.map(|it| [it])
        );
        let many: Vec<String> = (0..300).map(|it| format!("p{it}@x.ee")).collect();
        assert_eq!(pasted(&many.join(",")).len(), 300, "however many");
    }

    #[test]
    fn what_names_people_in_columns_stays_in_them() {
        for table in [
            "Anna,a@x.ee\nMari,m@x.ee",
            "Mail,Second\na@x.ee,b@x.ee",
            "a@x.ee,+372 5555 1234\nm@x.ee,+372 5555 1235",
        ] {
            assert!(pasted(table).iter().all(|it| it.len() == 2), "{table}");
        }
        let wide = vec!["x"; 300].join(",");
        assert_eq!(pasted(&wide)[0].len(), WIDEST);
    }
}
