//! The address behind a letter's button.

use url::Url;

use crate::App;
use crate::letters::facts::Subject;
use crate::letters::leads_to::LeadsTo;
use crate::store::letters::TakenLetter;
use crate::tokens::TokenKind;

/// The address behind a letter's button. Its host comes from the configuration alone (MAIL-3).
pub(super) fn link(
    app: &App,
    public: &Url,
    subject: Subject,
    letter: &TakenLetter,
) -> Option<String> {
    let token = |kind| {
        app.tokens()
            .token(kind, letter.subject, letter.generation.unwrap_or(0))
    };
    let path = match subject.leads_to() {
        LeadsTo::Invitation => {
            let proof = app
                .tokens()
                .mailbox_proof(letter.subject, letter.generation?);
            format!("j/{}.{proof}", token(TokenKind::Invitation))
        }
        LeadsTo::Confirmation => format!("confirm/{}", token(TokenKind::Confirmation)),
        LeadsTo::Reset => format!("reset/{}", token(TokenKind::Reset)),
        LeadsTo::Account(page) => page.to_owned(),
        LeadsTo::Own => "me".to_owned(),
        LeadsTo::Closed => "me?history=1#closed".to_owned(),
        // What waits for an answer, and where in the app it is given.
        LeadsTo::Decision | LeadsTo::Resending => "me/notices".to_owned(),
        LeadsTo::Nothing => return None,
    };
    public.join(&path).ok().map(String::from)
}
