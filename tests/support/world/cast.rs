//! The people of a technology park whose tenants write in four scripts, read from the tables beside this file.

use anyhow::{Context, Result};
use doorward_domain::{LevelRef, Locale, Preset};

/// The organisation.
pub const PARK: &str = "Technopark Perm";
/// What everybody who signs in types.
pub const PASSWORD: &str = "seven-tall-white-doors";

/// Somebody, by what does not change about them.
#[derive(Debug, Clone, Copy)]
pub struct Somebody {
    /// First and last name.
    pub name: &'static str,
    /// The part of the address before the domain, or all of it.
    pub called: &'static str,
    /// The language of letters.
    pub locale: Locale,
    /// The position, or nothing.
    pub position: &'static str,
}

/// Somebody who belongs to the park.
#[derive(Debug, Clone, Copy)]
pub struct Member {
    /// Who.
    pub who: Somebody,
    /// A preset's key, or the name of a level of the park's own.
    pub level: &'static str,
    /// How many days ago they joined.
    pub joined: i64,
    /// How many days ago they were seen last.
    pub seen: i64,
}

/// Somebody who asks to join.
#[derive(Debug, Clone, Copy)]
pub struct Asking {
    /// Who.
    pub who: Somebody,
    /// How many minutes ago.
    pub minutes: i64,
    /// What they wrote, or nothing.
    pub note: &'static str,
}

/// Somebody who was invited and has not answered.
#[derive(Debug, Clone)]
pub struct Invited {
    /// Who.
    pub who: Somebody,
    /// A preset's key, or the name of a level of the park's own.
    pub level: &'static str,
    /// How many minutes ago.
    pub minutes: i64,
    /// What became of the letter: the state, minutes ago, and the reason or nothing.
    pub letter: Vec<(&'static str, i64, &'static str)>,
}

impl Somebody {
    /// Somebody without a position.
    pub const fn of(name: &'static str, called: &'static str, locale: Locale) -> Self {
        Self {
            name,
            called,
            locale,
            position: "",
        }
    }

    /// The address.
    pub fn email(&self) -> String {
        if self.called.contains('@') {
            return self.called.to_owned();
        }
        let domain = match self.locale {
            Locale::En => "mail.example",
            Locale::Ru => "pochta.example",
            Locale::Et => "kiri.example",
            Locale::Ro => "posta.example",
        };
        format!("{}@{domain}", self.called)
    }
}

/// Owns the park.
pub const OLGA: Somebody = Somebody::of("Olga Smirnova", "olga.smirnova", Locale::Ru);
/// Administers it.
pub const PIRET: Somebody = Somebody::of("Piret Mägi", "piret.magi", Locale::Et);
/// Works at the front desk, as Manager.
pub const KADRI: Somebody = Somebody::of("Kadri Tamm", "kadri.tamm", Locale::Et);
/// Sees nothing but what is theirs, as Staff.
pub const MIHKEL: Somebody = Somebody::of("Mihkel Õunapuu", "mihkel.ounapuu", Locale::Et);
/// Has an account, and nothing to do with the park yet.
pub const MIHAELA: Somebody = Somebody::of("Mihaela Rusu", "mihaela.rusu", Locale::Ro);
/// A member whose access is changed twice at once.
pub const IRINA: &str = "irina.belova";

/// Who belongs to the park, beside its Owner.
pub fn members() -> Result<Vec<Member>> {
    table(
        include_str!("members.txt"),
        |[name, called, language, position, level, joined, seen]| {
            Ok(Member {
                who: who(name, called, language, position)?,
                level,
                joined: joined.parse()?,
                seen: seen.parse()?,
            })
        },
    )
}

/// Who asks to join.
pub fn requests() -> Result<Vec<Asking>> {
    asking(include_str!("requests.txt"))
}

/// Who was invited.
pub fn invitations() -> Result<Vec<Invited>> {
    invited(include_str!("invitations.txt"))
}

/// Who asks to join, from a table.
pub fn asking(text: &'static str) -> Result<Vec<Asking>> {
    table(text, |[name, called, language, position, minutes, note]| {
        Ok(Asking {
            who: who(name, called, language, position)?,
            minutes: minutes.parse()?,
            note,
        })
    })
}

/// Who was invited, from a table.
pub fn invited(text: &'static str) -> Result<Vec<Invited>> {
    table(text, |[name, called, language, level, minutes, letter]| {
        let steps = letter.split("; ").filter(|step| !step.is_empty());
        let step = |step: &'static str| {
            let mut words = step.splitn(3, ' ');
            let (state, minutes) = (words.next()?, words.next()?.parse().ok()?);
            Some((state, minutes, words.next().unwrap_or_default()))
        };
        Ok(Invited {
            who: who(name, called, language, "")?,
            level,
            minutes: minutes.parse()?,
            letter: steps
                .map(|it| step(it).context(it))
                .collect::<Result<_>>()?,
        })
    })
}

/// The preset of this key; none for a level of the park's own.
pub fn preset(level: &str) -> Option<LevelRef> {
    let found = Preset::ALL.into_iter().find(|preset| preset.key() == level);
    found.map(LevelRef::Preset)
}

fn who(
    name: &'static str,
    called: &'static str,
    language: &str,
    position: &'static str,
) -> Result<Somebody> {
    let locale = Locale::ALL
        .into_iter()
        .find(|locale| locale.tag() == language);
    Ok(Somebody {
        name,
        called,
        locale: locale.context("a language we speak")?,
        position,
    })
}

fn table<T, const N: usize>(
    text: &'static str,
    row: impl Fn([&'static str; N]) -> Result<T>,
) -> Result<Vec<T>> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let read = |line: &'static str| {
        let cells: Vec<_> = line.split('|').map(str::trim).collect();
        row(cells.try_into().ok().context("another number of cells")?)
    };
    lines.map(|line| read(line).context(line)).collect()
}
