//! Migrations: every step from an empty database to the tables of now, for each dialect. A step that was released is
//! never changed.

use sqlx::SqlSafeStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};

use super::Dialect;

/// One step: its number, its name, and what it does.
type Step = (i64, &'static str, &'static str);

macro_rules! step {
    ($number:literal, $dialect:literal, $name:literal) => {
        (
            $number,
            $name,
            include_str!(concat!("../../migrations/", $dialect, "/", $name, ".sql")),
        )
    };
}

const SQLITE: &[Step] = &[
    step!(1, "sqlite", "0001_organisations"),
    step!(2, "sqlite", "0002_accounts_and_letters"),
    step!(3, "sqlite", "0003_delivery_and_activity"),
    step!(4, "sqlite", "0004_told_once_and_resets"),
    step!(5, "sqlite", "0005_own_feed"),
    step!(6, "sqlite", "0006_bell_about_links"),
    step!(7, "sqlite", "0007_retention"),
    step!(8, "sqlite", "0008_places"),
    step!(9, "sqlite", "0009_named"),
    step!(10, "sqlite", "0010_erased"),
    step!(12, "sqlite", "0012_visible"),
    step!(13, "sqlite", "0013_asked_to_manage"),
    step!(14, "sqlite", "0014_codes"),
    step!(15, "sqlite", "0015_waiting"),
    step!(17, "sqlite", "0017_stopped"),
    step!(18, "sqlite", "0018_digest"),
    step!(19, "sqlite", "0019_unapplied"),
    step!(20, "sqlite", "0020_renamed"),
    step!(21, "sqlite", "0021_renewed"),
    step!(22, "sqlite", "0022_told_of_requests"),
    step!(23, "sqlite", "0023_texted_and_renewed"),
    step!(24, "sqlite", "0024_new_address"),
    step!(25, "sqlite", "0025_invited"),
    step!(26, "sqlite", "0026_passage"),
    step!(27, "sqlite", "0027_connected"),
];

const POSTGRES: &[Step] = &[
    step!(1, "postgres", "0001_organisations"),
    step!(2, "postgres", "0002_accounts_and_letters"),
    step!(3, "postgres", "0003_delivery_and_activity"),
    step!(4, "postgres", "0004_told_once_and_resets"),
    step!(5, "postgres", "0005_own_feed"),
    step!(6, "postgres", "0006_bell_about_links"),
    step!(7, "postgres", "0007_retention"),
    step!(8, "postgres", "0008_places"),
    step!(9, "postgres", "0009_named"),
    step!(10, "postgres", "0010_erased"),
    step!(12, "postgres", "0012_visible"),
    step!(13, "postgres", "0013_asked_to_manage"),
    step!(14, "postgres", "0014_codes"),
    step!(15, "postgres", "0015_waiting"),
    step!(17, "postgres", "0017_stopped"),
    step!(18, "postgres", "0018_digest"),
    step!(19, "postgres", "0019_unapplied"),
    step!(20, "postgres", "0020_renamed"),
    step!(21, "postgres", "0021_renewed"),
    step!(22, "postgres", "0022_told_of_requests"),
    step!(23, "postgres", "0023_texted_and_renewed"),
    step!(24, "postgres", "0024_new_address"),
    step!(25, "postgres", "0025_invited"),
    step!(26, "postgres", "0026_passage"),
    step!(27, "postgres", "0027_connected"),
];

/// The steps of a dialect.
pub(super) fn of(dialect: Dialect) -> Migrator {
    let steps = match dialect {
        Dialect::Sqlite => SQLITE,
        Dialect::Postgres => POSTGRES,
    };
    let migration = |(number, name, sql): &Step| {
        let kind = MigrationType::Simple;
        Migration::new(*number, (*name).into(), kind, (*sql).into_sql_str(), false)
    };
    Migrator::with_migrations(steps.iter().map(migration).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_is_listed_under_its_number() {
        for (folder, steps) in [("sqlite", SQLITE), ("postgres", POSTGRES)] {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
            let files = std::fs::read_dir(path.join("migrations").join(folder)).unwrap();
            let mut files: Vec<String> = files
                .map(|file| file.unwrap().file_name().into_string().unwrap())
                .collect();
            files.sort();
            let listed: Vec<String> = steps
                .iter()
                .map(|(_, name, _)| format!("{name}.sql"))
                .collect();
            assert_eq!(files, listed, "{folder}");
            let numbers = steps.iter().map(|(number, _, _)| number);
            assert!(numbers.is_sorted_by(|one, next| one < next), "{folder}");
            for (number, name, _) in steps {
                assert!(name.starts_with(&format!("{number:04}_")), "{name}");
            }
        }
    }
}
