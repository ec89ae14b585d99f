//! The people of the demo: a hairdresser's salon in Tallinn whose staff and clients write in three scripts.

use doorward_domain::{Locale, Preset};

/// The salon.
pub const SALON: &str = "Salong Hortensia";

/// Somebody of the demo.
pub struct Somebody {
    /// First and last name.
    pub name: &'static str,
    /// The address.
    pub email: &'static str,
    /// The language of letters.
    pub locale: Locale,
    /// The position in the salon.
    pub position: Option<&'static str>,
}

const fn somebody(
    name: &'static str,
    email: &'static str,
    locale: Locale,
    position: &'static str,
) -> Somebody {
    Somebody {
        name,
        email,
        locale,
        position: Some(position),
    }
}

/// Who owns the salon.
pub const OWNER: Somebody = somebody(
    "Olga Smirnova",
    "olga@hortensia.example",
    Locale::Ru,
    "Owner",
);

/// Who works there, and at which level; invited and accepted.
pub const STAFF: &[(Somebody, Preset)] = &[
    (
        somebody(
            "Piret Mägi",
            "piret@hortensia.example",
            Locale::Et,
            "Office",
        ),
        Preset::Administrator,
    ),
    (
        somebody(
            "Kadri Tamm",
            "kadri@hortensia.example",
            Locale::Et,
            "Front desk",
        ),
        Preset::Manager,
    ),
    (
        somebody(
            "Mihkel Õunapuu",
            "mihkel@hortensia.example",
            Locale::Et,
            "Barber",
        ),
        Preset::Staff,
    ),
    (
        somebody(
            "Jüri Kask",
            "juri@hortensia.example",
            Locale::Et,
            "Colourist",
        ),
        Preset::Staff,
    ),
    (
        somebody(
            "Oana Dumitru",
            "oana@hortensia.example",
            Locale::Ro,
            "Stylist",
        ),
        Preset::Staff,
    ),
    (
        somebody(
            "Ilinca Țăranu",
            "ilinca@hortensia.example",
            Locale::Ro,
            "Trainee",
        ),
        Preset::Staff,
    ),
    (
        somebody(
            "Тимур Сафин",
            "timur@hortensia.example",
            Locale::Ru,
            "Barber",
        ),
        Preset::Staff,
    ),
    (
        somebody(
            "Mari Lepik",
            "mari@hortensia.example",
            Locale::Et,
            "Bookkeeper",
        ),
        Preset::FinanceManager,
    ),
];

/// Who asks to join: the minutes since, and what they wrote.
pub const REQUESTS: &[(Somebody, i64, Option<&str>)] = &[
    (
        Somebody {
            name: "Екатерина Иванова",
            email: "e.ivanova@post.example",
            locale: Locale::Ru,
            position: None,
        },
        8 * 24 * 60,
        None,
    ),
    (
        somebody(
            "Andrei Popescu",
            "andrei@mail.example",
            Locale::Ro,
            "Barber, Chișinău",
        ),
        2 * 24 * 60 + 95,
        Some("I worked with Oana for three years."),
    ),
    (
        somebody(
            "Мария Кожина",
            "m.kozhina@post.example",
            Locale::Ru,
            "Администратор",
        ),
        27 * 60,
        None,
    ),
    (
        somebody("Liis Rebane", "liis@kiri.example", Locale::Et, "Praktikant"),
        9 * 60 + 12,
        Some("Alustan esmaspäeval."),
    ),
    (
        somebody(
            "Ștefan Brânză",
            "stefan.branza@mail.example",
            Locale::Ro,
            "Frizer",
        ),
        3 * 60 + 41,
        None,
    ),
    (
        somebody(
            "James Carter",
            "j.carter@mail.example",
            Locale::En,
            "Chair renter",
        ),
        74,
        Some("Tuesdays and Thursdays only."),
    ),
    (
        somebody(
            "Анна Соколова",
            "anna.sokolova@post.example",
            Locale::Ru,
            "Администратор стойки",
        ),
        9,
        Some("Выхожу в понедельник."),
    ),
];

/// Who was invited and has not answered: the minutes since, the level.
pub const INVITED: &[(&str, Locale, i64, Preset)] = &[
    (
        "greete@kiri.example",
        Locale::Et,
        9 * 24 * 60,
        Preset::Staff,
    ),
    (
        "viktor@post.example",
        Locale::Ru,
        2 * 24 * 60,
        Preset::Member,
    ),
    ("ioana@mail.example", Locale::Ro, 65, Preset::Staff),
];
