//! What codes of the program are called: permissions, levels, where things stand, what went wrong.

use std::collections::BTreeSet;

use doorward_domain::{LevelRef, MailDomain, Permission, Preset, Reached, Refusal, StatusName};
use doorward_protocol::Code;

use super::Words;

impl Words {
    /// What a permission lets one do.
    pub fn permission(&self, permission: Permission) -> String {
        self.say(&format!("permission-{}", kebab(permission.key())))
    }

    /// What a preset is called.
    pub fn preset(&self, preset: Preset) -> String {
        self.say(&format!("level-{}", kebab(preset.key())))
    }

    /// What a level is called; an own level by the name the organisation gave it.
    pub fn level(&self, level: LevelRef, own: Option<&str>) -> String {
        match level {
            LevelRef::Preset(preset) => self.preset(preset),
            LevelRef::Own(_) => own.unwrap_or("…").to_owned(),
        }
    }

    /// What a status is called.
    pub fn status(&self, status: StatusName) -> String {
        self.say(&format!("status-{}", status_key(status)))
    }

    /// The sentence for a problem with a request.
    pub fn problem(&self, code: Code) -> String {
        self.say(&format!("problem-{}", kebab(code.key())))
    }

    /// The sentence for a refusal.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        let id = format!("refusal-{}", kebab(refusal.code()));
        if let Refusal::WrongStatus { status, .. } = refusal {
            return self.say_of(&id, "status", status_key(*status));
        }
        if let Refusal::OtherDomain { domains } = refusal {
            return self.say_of(&id, "domains", &listed(domains));
        }
        if let Refusal::TooSoon { until } = refusal {
            return self.say_of(&id, "until", &self.date_time(*until));
        }
        if let Refusal::Limit(limit) = refusal {
            return self.say_of(&id, "which", limit.map_or("other", Reached::key));
        }
        self.say(&id)
    }
}

/// Mail domains as one text.
pub fn listed(domains: &BTreeSet<MailDomain>) -> String {
    let domains: Vec<&str> = domains.iter().map(MailDomain::as_str).collect();
    domains.join(", ")
}

/// The key of a status, as messages select on it.
pub fn status_key(status: StatusName) -> &'static str {
    match status {
        StatusName::Invited => "invited",
        StatusName::Requested => "requested",
        StatusName::Approved => "approved",
        StatusName::Rejected => "rejected",
        StatusName::Cancelled => "cancelled",
        StatusName::Ended => "ended",
        StatusName::Expired => "expired",
    }
}

/// The one or two letters on the tile of an organisation.
pub fn initials(name: &str) -> String {
    let words = name
        .split_whitespace()
        .filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    words.take(2).flat_map(char::to_uppercase).collect()
}

/// A stable key as message ids spell it.
fn kebab(key: &str) -> String {
    key.replace(['.', '_'], "-")
}

#[cfg(test)]
mod tests {
    use doorward_domain::Locale;

    use super::*;
    use crate::text::words;

    fn ids() -> impl Iterator<Item = String> {
        let refusals = Refusal::CODES
            .iter()
            .map(|code| format!("refusal-{}", kebab(code)));
        let problems = Code::ALL
            .iter()
            .map(|code| format!("problem-{}", kebab(code.key())));
        let permissions = Permission::ALL
            .iter()
            .map(|it| format!("permission-{}", kebab(it.key())));
        let levels = Preset::ALL
            .iter()
            .map(|it| format!("level-{}", kebab(it.key())));
        refusals.chain(problems).chain(permissions).chain(levels)
    }

    #[test]
    fn every_code_has_a_sentence_in_every_language() {
        for locale in Locale::ALL {
            for id in ids() {
                assert!(words(locale).has(&id), "{} lacks {id}", locale.tag());
            }
        }
    }

    /// RAT-2: where trying later does not help, nobody is told to.
    #[test]
    fn each_limit_has_a_sentence_of_its_own_in_every_language() {
        for locale in Locale::ALL {
            let limits = Reached::ALL.map(Some).into_iter().chain([None]);
            let said = limits.map(|it| words(locale).refusal(&Refusal::Limit(it)));
            let said: std::collections::BTreeSet<String> = said.collect();
            assert_eq!(said.len(), Reached::ALL.len() + 1, "{said:?}");
        }
        let stopped = words(Locale::En).refusal(&Refusal::Limit(Some(Reached::Stopped)));
        assert!(!stopped.contains("Try again"), "{stopped}");
    }

    #[test]
    fn a_refusal_names_where_the_thing_stands() {
        let refusal = Refusal::WrongStatus {
            status: StatusName::Cancelled,
            decided: None,
        };
        assert_eq!(words(Locale::Ru).refusal(&refusal), "Уже отменено.");
    }
}
