//! Tables as CSV, for programs that calculate: what begins like a formula stays text in them (CSV-1).

/// What makes a cell a formula in the programs that open such tables.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// One line of a table, with its end.
pub(crate) fn line<'c>(cells: impl IntoIterator<Item = &'c str>) -> String {
    let cells: Vec<String> = cells.into_iter().map(cell).collect();
    cells.join(",") + "\r\n"
}

fn cell(text: &str) -> String {
    let guard = if text.starts_with(FORMULA) { "'" } else { "" };
    let text = format!("{guard}{text}");
    if text.contains([',', '"', '\n', '\r', '\'']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn what_begins_like_a_formula_stays_text_s_51() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            let written = line([formula]);
            assert!(written.starts_with("\"'"), "{written:?}");
        }
        assert_eq!(
            line(["Õun", "a, b", "\"c\""]),
            "Õun,\"a, b\",\"\"\"c\"\"\"\r\n"
        );
    }
}
