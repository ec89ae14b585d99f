//! Reading why something was refused: a newer server may say what this version does not know, and is understood to
//! have said no.

use doorward_domain::Refusal;
use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer};

/// A refusal as it comes, known here or not.
#[derive(Deserialize)]
#[serde(untagged)]
enum Heard {
    Known(Refusal),
    New(IgnoredAny),
}

impl From<Heard> for Refusal {
    fn from(heard: Heard) -> Self {
        match heard {
            Heard::Known(refusal) => refusal,
            Heard::New(_) => Self::Unknown,
        }
    }
}

/// Reads a refusal.
pub(crate) fn one<'de, D: Deserializer<'de>>(from: D) -> Result<Refusal, D::Error> {
    Heard::deserialize(from).map(Refusal::from)
}

/// Reads a refusal where there may be none.
pub(crate) fn perhaps<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Refusal>, D::Error> {
    let heard = Option::<Heard>::deserialize(from)?;
    Ok(heard.map(Refusal::from))
}

#[cfg(test)]
mod tests {
    use doorward_domain::{Reached, Refusal};

    use crate::{Outcome, Problem};

    #[test]
    fn the_reason_of_a_newer_server_is_a_no_like_any_other_s_26() {
        let outcome = r#"{"is":"refused","refusal":{"code":"too_loud","facts":{"by":3}}}"#;
        let read: Outcome = serde_json::from_str(outcome).unwrap();
        let refusal = Refusal::Unknown;
        assert_eq!(read, Outcome::Refused { refusal });
        let problem = r#"{"code":"refused","status":409,"title":"","refusal":{"code":"too_loud"}}"#;
        let read: Problem = serde_json::from_str(problem).unwrap();
        assert_eq!(read.refusal, Some(Refusal::Unknown));
        let known = r#"{"is":"refused","refusal":{"code":"too_soon","facts":{"until":7}}}"#;
        let read: Outcome = serde_json::from_str(known).unwrap();
        let until = doorward_domain::Moment(7);
        let refusal = Refusal::TooSoon { until };
        assert_eq!(read, Outcome::Refused { refusal }, "what is known is kept");
    }

    #[test]
    fn a_limit_of_before_is_read_without_its_fact() {
        for (facts, reached) in [
            ("", None),
            (r#","facts":null"#, None),
            (r#","facts":"stopped""#, Some(Reached::Stopped)),
        ] {
            let outcome = format!(r#"{{"is":"refused","refusal":{{"code":"limit"{facts}}}}}"#);
            let read: Outcome = serde_json::from_str(&outcome).unwrap();
            let refusal = Refusal::Limit(reached);
            assert_eq!(read, Outcome::Refused { refusal }, "{outcome}");
        }
    }
}
