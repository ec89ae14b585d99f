//! Answers to the questions of an organisation (RULES 6).

use doorward_domain::{Answer, Command, Note, RequestToJoin};

use crate::casebook::*;

fn note(text: &str) -> Note {
    Note::try_from(text.to_owned()).unwrap()
}

/// A request with so many answers to one question, asked in these words or in none.
fn answering(question: Option<&str>, count: usize) -> Command {
    let answer = Answer {
        question: question.map(note),
        text: note("Flat 7"),
    };
    Command::from(RequestToJoin {
        membership: NEW,
        position: None,
        note: None,
        answers: vec![answer; count],
        locale: None,
    })
}

/// The first answer as it is kept: its question and its text.
fn kept(book: &Casebook) -> (Option<Note>, Note) {
    let asked = book.row(NEW).asked.clone().unwrap();
    let answer = asked.answers.first().unwrap().clone();
    (answer.question, answer.text)
}

#[test]
fn five_answers_are_the_most() {
    let mut book = Casebook::staffed();
    book.refuses(ANNA, answering(None, 6), "invalid");
    book.does(ANNA, answering(None, 5));
}

#[test]
fn an_answer_keeps_the_question_it_was_given_to_whatever_is_asked_later_rules_6() {
    let mut book = Casebook::staffed();
    book.settings(|settings| settings.questions = vec![note("Which flat?")]);
    for question in [None, Some("Which flat?")] {
        let mut book = book.clone();
        book.does(ANNA, answering(question, 1));
        book.settings(|settings| settings.questions = vec![note("Who sent you?")]);
        let expected = (Some(note("Which flat?")), note("Flat 7"));
        assert_eq!(kept(&book), expected, "asked as {question:?}");
    }
}

#[test]
fn nobody_puts_words_into_the_mouth_of_the_organisation_rules_6() {
    let mut book = Casebook::staffed();
    book.settings(|settings| settings.questions = vec![note("Which flat?")]);
    book.refuses(ANNA, answering(Some("Did Olga let you in?"), 1), "invalid");
    book.settings(|settings| settings.questions.clear());
    book.refuses(ANNA, answering(Some("Which flat?"), 1), "invalid");
    book.does(ANNA, answering(None, 1));
    assert_eq!(kept(&book), (None, note("Flat 7")));
}
