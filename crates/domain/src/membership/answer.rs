//! An answer to a question of the organisation, with the question as it was asked.

use serde::{Deserialize, Serialize};

use crate::Note;

/// What somebody answered; the question stands with it, whatever the organisation asks later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(from = "Written")]
pub struct Answer {
    /// The question as it was asked; none where that was not kept.
    pub question: Option<Note>,
    /// What was answered.
    pub text: Note,
}

/// An answer as it is written; before questions stood with them, answers were texts alone.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Text(Note),
    Asked(WithQuestion),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WithQuestion {
    question: Option<Note>,
    text: Note,
}

impl From<Written> for Answer {
    fn from(written: Written) -> Self {
        match written {
            Written::Text(text) => Self {
                question: None,
                text,
            },
            Written::Asked(WithQuestion { question, text }) => Self { question, text },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_was_kept_without_its_question_is_still_read() {
        let note = |text: &str| Note::try_from(text.to_owned()).unwrap();
        let both = r#"["Flat 7", {"question": "Which flat?", "text": "Flat 7"}]"#;
        let read: Vec<Answer> = serde_json::from_str(both).unwrap();
        let questions: Vec<_> = read.iter().map(|it| it.question.clone()).collect();
        assert_eq!(questions, [None, Some(note("Which flat?"))]);
        assert!(read.iter().all(|it| it.text == note("Flat 7")));
        assert!(serde_json::from_str::<Answer>(r#"{"text": "Flat 7", "more": 1}"#).is_err());
        let again = serde_json::to_string(&read).unwrap();
        assert_eq!(serde_json::from_str::<Vec<Answer>>(&again).unwrap(), read);
    }
}
