//! How long ago something happened, as `2d1h35m`.

use serde::{Deserialize, Deserializer, de};

/// Milliseconds of a minute.
pub const MINUTE: i64 = 60 * 1000;
/// Milliseconds of a day.
pub const DAY: i64 = 24 * 60 * MINUTE;

/// A span of time back from today, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ago(pub i64);

impl Ago {
    /// The moment so much later, but not later than today.
    pub fn later(self, millis: i64) -> Self {
        Self((self.0 - millis).max(MINUTE))
    }

    fn read(text: &str) -> Option<Self> {
        let (mut sum, mut number) = (0, String::new());
        for letter in text.chars() {
            let unit = match letter {
                '0'..='9' => {
                    number.push(letter);
                    continue;
                }
                'd' => DAY,
                'h' => 60 * MINUTE,
                'm' => MINUTE,
                _ => return None,
            };
            sum += number.parse::<i64>().ok()? * unit;
            number.clear();
        }
        number.is_empty().then_some(Self(sum))
    }
}

impl<'de> Deserialize<'de> for Ago {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::read(&text).ok_or_else(|| de::Error::custom(format!("{text} is no span of time")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_read_from_days_hours_and_minutes() {
        assert_eq!(Ago::read("2d1h35m"), Some(Ago((2 * 24 * 60 + 95) * MINUTE)));
        assert_eq!(Ago::read("9m"), Some(Ago(9 * MINUTE)));
        for wrong in ["9", "d", "1w", "1d2"] {
            assert_eq!(Ago::read(wrong), None, "{wrong}");
        }
    }
}
