//! Which text the bytes of a table mean. The encoding is detected; whoever looks at the names may say another one.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    Encoding, IBM866, KOI8_R, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252,
    WINDOWS_1257,
};

/// The encodings that are offered: those of the languages people write here.
pub(super) const ENCODINGS: [&Encoding; 9] = [
    UTF_8,
    WINDOWS_1251,
    WINDOWS_1252,
    WINDOWS_1250,
    WINDOWS_1257,
    KOI8_R,
    IBM866,
    UTF_16LE,
    UTF_16BE,
];
/// What a file packed by gzip begins with; no text does.
const PACKED: [u8; 2] = [0x1f, 0x8b];
/// Bytes that are looked at to tell how wide a character is.
const LOOKED_AT: usize = 4096;

/// The encoding that the bytes are most likely in.
pub(super) fn detect(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if let Some(wide) = wide(bytes) {
        return wide;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    // What nobody here writes in is a guess gone wrong.
    ENCODINGS
        .into_iter()
        .find(|it| *it == guess)
        .unwrap_or(WINDOWS_1252)
}

/// UTF-16 without a mark: every second byte of Latin text, of separators and of line ends is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    let zeros = |begin: usize| head.iter().skip(begin).step_by(2).filter(|it| **it == 0);
    let (even, odd) = (zeros(0).count(), zeros(1).count());
    let many = head.len() / 8;
    match (even > many, odd > many) {
        (false, true) if even == 0 => Some(UTF_16LE),
        (true, false) if odd == 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// The text in an encoding; none where the bytes are no text at all.
pub(super) fn decode(bytes: &[u8], encoding: &'static Encoding) -> Option<String> {
    if bytes.starts_with(&PACKED) {
        return None;
    }
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    let strange = text
        .chars()
        .filter(|c| c.is_control() && !matches!(c, '\r' | '\n' | '\t'))
        .count();
    (strange * 20 <= text.chars().count()).then(|| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: &str = "Имя;Почта\nАнна Соколова;anna@example.ru\nПётр Ёлкин;petr@example.ru\n";

    #[test]
    fn the_encoding_is_detected_csv_2_s_52() {
        let (cyrillic, ..) = WINDOWS_1251.encode(NAMES);
        let wide: Vec<u8> = NAMES.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked: Vec<u8> = [0xfe, 0xff]
            .into_iter()
            .chain(
                "Nimi,Post\nÕie,oie@x.ee\n"
                    .encode_utf16()
                    .flat_map(u16::to_be_bytes),
            )
            .collect();
        let latin: Vec<u8> = "Nimi;Post\nÕnne Õunapuu;onne@example.ee\nJüri Mägi;juri@example.ee\n"
            .chars()
            .map(|c| u8::try_from(u32::from(c)).unwrap())
            .collect();
        for (bytes, encoding, part) in [
            (NAMES.as_bytes(), UTF_8, "Анна Соколова"),
            (&cyrillic, WINDOWS_1251, "Пётр Ёлкин"),
            (&wide, UTF_16LE, "Анна"),
            (&marked, UTF_16BE, "Õie"),
            (&latin, WINDOWS_1252, "Õunapuu"),
            (b"\xef\xbb\xbfName\nAnna\n", UTF_8, "Name"),
        ] {
            let found = detect(bytes);
            assert_eq!(found.name(), encoding.name());
            let text = decode(bytes, found).unwrap();
            assert!(text.contains(part), "{text}");
            assert!(!text.starts_with('\u{feff}'), "a mark is no letter");
        }
    }

    #[test]
    fn what_is_no_text_is_no_table_s_52() {
        let packed: Vec<u8> = [0x1f, 0x8b, 8, 0]
            .into_iter()
            .chain((0..=255).cycle().take(4096).map(|it: u8| it % 31))
            .collect();
        assert_eq!(decode(&packed, detect(&packed)), None);
        assert_eq!(decode(&[0; 4096], UTF_8), None);
    }
}
