//! Dates and times as each language writes them. The server knows no reader's time zone and says UTC where it matters.

use chrono::{DateTime, Datelike, Timelike, Utc};
use doorward_domain::Moment;

use super::{Value, Words};

impl Words {
    /// The day of an instant, such as 28 November 2026.
    pub fn date(&self, moment: Moment) -> String {
        let Some(at) = utc(moment) else {
            return String::new();
        };
        let day = Value::from(at.day().to_string());
        let month = Value::from(at.month());
        let year = Value::from(at.year().to_string());
        self.say_with("date", &[("day", day), ("month", month), ("year", year)])
    }

    /// The day and minute of an instant, with its time zone.
    pub fn date_time(&self, moment: Moment) -> String {
        let Some(at) = utc(moment) else {
            return String::new();
        };
        let time = format!("{:02}:{:02}", at.hour(), at.minute());
        self.say_with(
            "date-time",
            &[
                ("date", Value::from(self.date(moment))),
                ("time", Value::from(time)),
            ],
        )
    }
}

fn utc(moment: Moment) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_millis(moment.0)
}

#[cfg(test)]
mod tests {
    use doorward_domain::Locale;

    use super::*;
    use crate::text::words;

    #[test]
    fn a_day_is_written_as_the_language_writes_it() {
        let moment = Moment(1_795_823_999_000);
        let written = Locale::ALL.map(|locale| words(locale).date(moment));
        assert_eq!(
            written,
            [
                "27 November 2026",
                "27 ноября 2026",
                "27. november 2026",
                "27 noiembrie 2026"
            ]
        );
        assert_eq!(
            words(Locale::En).date_time(moment),
            "27 November 2026, 23:59 UTC"
        );
    }
}
