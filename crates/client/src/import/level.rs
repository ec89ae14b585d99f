//! Which level a row gives: the one that its cell names, in any language, or that somebody picked for it. What may be
//! given is what the rules said of each level; a name that fits two levels gives neither.

use std::collections::{BTreeMap, BTreeSet};

use doorward_domain::{LevelChoice, LevelRef, Preset};
use doorward_protocol::fold_typed;

use super::Line;
use crate::contract::RowProblem;

/// The words of every language: what the presets are called.
const WORDS: [&str; 4] = [
    include_str!("../../../../locales/en/words.ftl"),
    include_str!("../../../../locales/ru/words.ftl"),
    include_str!("../../../../locales/et/words.ftl"),
    include_str!("../../../../locales/ro/words.ftl"),
];

/// What a row says of its level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LevelCell {
    /// A name, as it is written.
    Written(String),
    /// One that somebody picked instead.
    Picked(LevelRef),
}

/// Every level, by the names that a table may call it, and those that may be given.
#[derive(Debug, Clone, Default)]
pub(crate) struct Levels {
    named: BTreeMap<String, BTreeSet<LevelRef>>,
    open: BTreeSet<LevelRef>,
}

impl Levels {
    /// The levels as the rules offer them.
    pub(crate) fn of(choices: &[LevelChoice]) -> Self {
        let mut levels = Self::default();
        for preset in Preset::ALL {
            let level = LevelRef::Preset(preset);
            levels.call(preset.key(), level);
            for name in names(preset) {
                levels.call(name, level);
            }
        }
        for choice in choices {
            if let Some(name) = &choice.name {
                levels.call(name, choice.level);
            }
            if choice.refusal.is_none() {
                levels.open.insert(choice.level);
            }
        }
        levels
    }

    fn call(&mut self, name: &str, level: LevelRef) {
        self.named
            .entry(fold_typed(name))
            .or_default()
            .insert(level);
    }

    /// The level of its own that a row gives, if it says one; or what is wrong with what it says.
    pub(crate) fn of_line(&self, line: &Line) -> Result<Option<LevelRef>, RowProblem> {
        let level = match &line.level {
            None => return Ok(None),
            Some(LevelCell::Picked(level)) => *level,
            Some(LevelCell::Written(name)) => {
                let named = self.named.get(&fold_typed(name));
                let mut named = named.into_iter().flatten();
                match (named.next(), named.next()) {
                    (None, _) => return Err(RowProblem::UnknownLevel),
                    (Some(_), Some(_)) => return Err(RowProblem::TwoLevels),
                    (Some(level), None) => *level,
                }
            }
        };
        if self.open.contains(&level) {
            Ok(Some(level))
        } else {
            Err(RowProblem::LevelBarred)
        }
    }

    /// What is wrong with a row: whom it names, or else which level it gives.
    pub(crate) fn problem(&self, line: &Line) -> Option<RowProblem> {
        line.problem.or_else(|| self.of_line(line).err())
    }
}

/// What a preset is called in each language.
fn names(preset: Preset) -> impl Iterator<Item = &'static str> {
    let id = format!("level-{} =", preset.key().replace('_', "-"));
    let of = move |words: &'static str| {
        let mut lines = words.lines();
        lines.find_map(|line| line.strip_prefix(id.as_str()).map(str::trim))
    };
    WORDS.into_iter().filter_map(of)
}

#[cfg(test)]
mod tests {
    use doorward_domain::{LevelId, PermissionSet, Refusal};
    use uuid::Uuid;

    use super::*;

    fn choice(level: LevelRef, name: Option<&str>, refusal: Option<Refusal>) -> LevelChoice {
        LevelChoice {
            level,
            name: name.map(ToOwned::to_owned),
            permissions: PermissionSet::NONE,
            equals: None,
            refusal,
        }
    }

    fn read(levels: &Levels, cell: &str) -> Result<Option<LevelRef>, RowProblem> {
        levels.of_line(&Line {
            level: Some(LevelCell::Written(cell.to_owned())),
            ..Line::default()
        })
    }

    #[test]
    fn a_preset_is_known_by_its_name_in_every_language_csv_2() {
        for preset in Preset::ALL {
            assert_eq!(names(preset).count(), 4, "{preset:?}");
        }
        let presets = Preset::ALL.map(|it| choice(LevelRef::Preset(it), None, None));
        let levels = Levels::of(&presets);
        for (cell, preset) in [
            ("Manager", Preset::Manager),
            ("  МЕНЕДЖЕР ", Preset::Manager),
            ("tootaja", Preset::Staff),
            ("Töötaja", Preset::Staff),
            ("Финансовый  менеджер", Preset::FinanceManager),
            ("finance_manager", Preset::FinanceManager),
            ("Oaspete", Preset::Guest),
        ] {
            let found = read(&levels, cell);
            assert_eq!(found, Ok(Some(LevelRef::Preset(preset))), "{cell}");
        }
        assert_eq!(read(&levels, "Director"), Err(RowProblem::UnknownLevel));
        assert!(
            levels.named.values().all(|it| it.len() == 1),
            "no two presets are called the same in any two languages"
        );
    }

    #[test]
    fn a_name_gives_nothing_that_may_not_be_given_or_that_fits_two_levels_csv_2() {
        let own = |it| LevelRef::Own(LevelId(Uuid::from_u128(it)));
        let barred = Some(Refusal::NoAccess);
        let levels = Levels::of(&[
            choice(LevelRef::Preset(Preset::Administrator), None, barred),
            choice(own(1), Some("Night crew"), None),
            choice(own(2), Some("Crew"), None),
            choice(own(3), Some("CREW"), None),
        ]);
        assert_eq!(read(&levels, "night CREW"), Ok(Some(own(1))));
        assert_eq!(read(&levels, "crew"), Err(RowProblem::TwoLevels));
        assert_eq!(read(&levels, "admin"), Err(RowProblem::UnknownLevel));
        assert_eq!(
            read(&levels, "Administraator"),
            Err(RowProblem::LevelBarred)
        );
        assert_eq!(
            read(&levels, "Omanik"),
            Err(RowProblem::LevelBarred),
            "what is not offered at all is not given either"
        );
        let picked = Line {
            level: Some(LevelCell::Picked(own(2))),
            ..Line::default()
        };
        assert_eq!(levels.of_line(&picked), Ok(Some(own(2))));
    }
}
