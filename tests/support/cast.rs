//! The people of the stories, each with a name, an address and a password that stay the same.

/// Somebody in a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person {
    /// First and last name.
    pub name: &'static str,
    /// The address that is also the login.
    pub email: &'static str,
    /// The password.
    pub password: &'static str,
    /// The language of pages and letters.
    pub locale: &'static str,
}

/// Owns the organisation.
pub const OLGA: Person = Person {
    name: "Olga Ivanova",
    email: "olga@example.org",
    password: "seven-tall-white-doors",
    locale: "en",
};

/// Works at the front desk, as Manager.
pub const KADRI: Person = Person {
    name: "Kadri Õunapuu",
    email: "kadri@example.org",
    password: "kolm-musta-rauduksekest",
    locale: "et",
};

/// Is invited as Staff.
pub const ANNA: Person = Person {
    name: "Анна Соколова",
    email: "anna@example.net",
    password: "тихая-улица-за-углом",
    locale: "ru",
};

/// Asks to join.
pub const STEFAN: Person = Person {
    name: "Ștefan Brânză",
    email: "stefan@example.com",
    password: "ploaie-lunga-de-vara",
    locale: "ro",
};

/// Asks to join, too.
pub const MARTA: Person = Person {
    name: "Marta O'Neill",
    email: "marta@example.com",
    password: "one-lamp-left-burning",
    locale: "en",
};

/// Belongs to another organisation.
pub const ERIK: Person = Person {
    name: "Erik Tamm",
    email: "erik@example.edu",
    password: "kaugel-teisel-pool-jõge",
    locale: "et",
};
