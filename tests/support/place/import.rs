//! Inviting many at once: the code on paper, the table as it is looked at, and what is asked before it is sent.

use super::one::{Place, at};
use super::online::INVITATION_ROW;

/// The printed code, and a table from beginning to end.
pub fn importing() -> Vec<Place> {
    vec![
        at(
            "print-code",
            "/invitations",
            &[
                INVITATION_ROW,
                "click [data-testid='invitation-row']",
                "click [data-testid='show-link']",
                "click [data-testid='print-open']",
                "wait [data-testid='paper']",
            ],
        ),
        by_level(),
        at(
            "import-check",
            "/import",
            &[
                "click [data-testid='import-leave']",
                "click [data-testid='import-text']",
                "type Имя;Почта",
                "press Enter",
                "type Õnne Õunapuu;onne@new.example",
                "press Enter",
                "type Ilinca Țăranu;ilinca@@new.example",
                "press Enter",
                "type Анна Соколова;p@gmial.com",
                "click [data-testid='import-look']",
                "wait [data-testid='import-table-row']",
                "click [data-testid='import-table-row'][data-line='to_fix']",
                "wait [data-testid='import-fix']",
            ],
        ),
        at(
            "import-confirm",
            "/import",
            &[
                "click [data-testid='import-invite']",
                "wait [data-testid='import-confirm']",
            ],
        ),
        at(
            "import",
            "/import",
            &[
                "click [data-testid='import-leave']",
                "wait [data-testid='import-choose']",
            ],
        ),
    ]
}

/// A table that says which level each row gives, and names one that nobody knows.
fn by_level() -> Place {
    at(
        "import-levels",
        "/import",
        &[
            "click [data-testid='import-text']",
            "type Имя;Почта;Уровень доступа",
            "press Enter",
            "type Õnne Õunapuu;onne@new.example;Töötaja",
            "press Enter",
            "type Ilinca Țăranu;ilinca@new.example;Director",
            "press Enter",
            "type Petr Director;petr@new.example;director",
            "press Enter",
            "type Анна Соколова;anna@new.example",
            "click [data-testid='import-look']",
            "wait [data-testid='import-table-row']",
            "click [data-testid='import-table-row'][data-line='to_fix']",
            "wait [data-testid='import-use-level']",
        ],
    )
}
