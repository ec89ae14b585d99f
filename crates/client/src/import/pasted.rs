//! Contacts that somebody pasted beside one another: they are persons, and no columns.

use doorward_domain::TypedContact;

use super::line::{international, looks_like_email, looks_like_phone};
use super::table::{Row, WIDEST};

/// Makes a row of every cell where they are several people's, and leaves other tables no more columns than are looked at.
pub(super) fn split(rows: &mut Vec<Row>) {
    if !are_people(rows) {
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

/// Whether the cells are people beside one another. In a table nothing but contacts may stand then; a single row has no
/// columns, and a word more in it takes nobody away.
fn are_people(rows: &[Row]) -> bool {
    let counts: Vec<Counts> = rows.iter().map(Counts::of).collect();
    let nothing_else = counts.iter().all(|it| it.others == 0);
    (nothing_else || rows.len() == 1) && counts.iter().any(|it| it.are_several(nothing_else))
}

/// What stands in a row.
#[derive(Default)]
struct Counts {
    addresses: usize,
    numbers: usize,
    /// How many of the numbers say their country: nothing but a phone has that.
    abroad: usize,
    others: usize,
}

impl Counts {
    fn of(row: &Row) -> Self {
        let mut counts = Self::default();
        for cell in row.cells.iter().filter(|it| !it.is_empty()) {
            if looks_like_email(cell) {
                counts.addresses += 1;
            } else if TypedContact::of(&international(cell)).contact.is_some() {
                (counts.numbers, counts.abroad) = (counts.numbers + 1, counts.abroad + 1);
            } else if looks_like_phone(cell) {
                counts.numbers += 1;
            } else {
                counts.others += 1;
            }
        }
        counts
    }

    /// Whether several people stand in it. An address beside a number may be one person's, and so may numbers beside an
    /// address that are of any kind: only two of one kind are two people's.
    const fn are_several(&self, nothing_else: bool) -> bool {
        self.addresses > 1
            || self.addresses == 0 && self.numbers > 1
            || nothing_else && self.abroad > 1
    }
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
    fn a_number_without_a_country_and_a_stray_word_hide_nobody_s_52() {
        let is_split = |text: &str, rows: &[&str]| {
            assert_eq!(pasted(text).concat(), rows, "{text}");
            assert_eq!(pasted(text).len(), rows.len(), "{text}");
        };
        is_split("5555 1234, 5555 1235", &["5555 1234", "5555 1235"]);
        let one = ["+372 5555 1234", "5555 1235"];
        is_split("+372 5555 1234, 5555 1235", &one);
        is_split(
            "5555 1234; 5555 1235\n5555 1236",
            &["5555 1234", "5555 1235", "5555 1236"],
        );
        is_split("Hi, a@x.ee, b@x.ee", &["Hi", "a@x.ee", "b@x.ee"]);
        is_split(
            "call 5555 1234, 5555 1235, 5555 1236",
            &["call 5555 1234", "5555 1235", "5555 1236"],
        );
    }

    #[test]
    fn what_names_people_in_columns_stays_in_them() {
        for table in [
            "Anna,a@x.ee\nMari,m@x.ee",
            "Mail,Second\na@x.ee,b@x.ee",
            "a@x.ee,+372 5555 1234\nm@x.ee,+372 5555 1235",
            "Anna,a@x.ee",
            "a@x.ee,5555 1234",
        ] {
            assert!(pasted(table).iter().all(|it| it.len() == 2), "{table}");
        }
        for table in [
            "100001,a@x.ee,5555 1234\n100002,m@x.ee,5555 1235",
            "Anna,a@x.ee,39001010000,5555 1234",
        ] {
            assert!(pasted(table).iter().all(|it| it.len() > 2), "{table}");
        }
        let wide = vec!["x"; 300].join(",");
        assert_eq!(pasted(&wide)[0].len(), WIDEST);
    }
}
