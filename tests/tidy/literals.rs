//! String literals of Rust source, without comments: enough of the lexer to tell text from code.

/// The contents of all string literals, as written.
pub fn of(source: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = source;
    while let Some(at) = rest.find(['/', '"', '\'', 'r']) {
        let here = &rest[at..];
        // `r` counts only where a word begins; `for"` is no raw string.
        let inside_word = rest[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let (literal, length) = match here.as_bytes() {
            [b'/', b'/', ..] => (None, here.find('\n').unwrap_or(here.len())),
            [b'/', b'*', ..] => (None, here.find("*/").map_or(here.len(), |end| end + 2)),
            [b'"', ..] => quoted(here),
            [b'r', b'"' | b'#', ..] if !inside_word => raw(here),
            [b'\'', ..] => (None, character(here)),
            _ => (None, 1),
        };
        found.extend(literal);
        rest = &here[length..];
    }
    found
}

fn quoted(here: &str) -> (Option<&str>, usize) {
    let mut escaped = false;
    for (at, letter) in here.char_indices().skip(1) {
        match letter {
            '"' if !escaped => return (Some(&here[1..at]), at + 1),
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    (None, here.len())
}

fn raw(here: &str) -> (Option<&str>, usize) {
    let hashes = here[1..].bytes().take_while(|byte| *byte == b'#').count();
    let start = hashes + 2;
    if here.as_bytes().get(start - 1) != Some(&b'"') {
        return (None, start - 1); // a raw identifier
    }
    let end = format!("\"{}", "#".repeat(hashes));
    match here[start..].find(&end) {
        Some(length) => (
            Some(&here[start..start + length]),
            start + length + end.len(),
        ),
        None => (None, here.len()),
    }
}

/// The length of a character literal, or of the quote that begins a lifetime.
fn character(here: &str) -> usize {
    let mut letters = here.char_indices().skip(1);
    match (letters.next(), letters.next()) {
        (Some((_, '\\')), Some((escaped, _))) => {
            let after = escaped + 1;
            here.get(after..)
                .and_then(|tail| tail.find('\''))
                .map_or(here.len(), |end| after + end + 1)
        }
        (Some(_), Some((end, '\''))) => end + 1,
        _ => 1,
    }
}

#[test]
fn text_is_told_from_code() {
    let cases: [(&str, &[&str]); 5] = [
        ("// \"a comment\"\nlet a = \"b\";", &["b"]),
        ("/* \"a comment\" */ let a = \"b\";", &["b"]),
        (
            "let a = \"b \\\" c\"; let d = \"e\\\\\";",
            &["b \\\" c", "e\\\\"],
        ),
        (
            "let a = r#\"b \"c\"\"#; let r#type = r\"d\";",
            &["b \"c\"", "d"],
        ),
        ("let a: &'static str = f('\"', '\\'', \"b\");", &["b"]),
    ];
    for (source, found) in cases {
        assert_eq!(
            of(source),
            found,
            "comments, characters and lifetimes are no text: {source}"
        );
    }
}
