//! Settings: who may change which, and within what.

use doorward_domain::{
    ChangeSettings, LevelRef, Permission, PermissionSet, Preset, Settings, Version,
};

use crate::casebook::*;

fn change(book: &Casebook, change: impl FnOnce(&mut Settings)) -> ChangeSettings {
    let mut settings = Settings {
        accepts_requests: true,
        ..Settings::default()
    };
    change(&mut settings);
    ChangeSettings {
        settings,
        based_on: Version::Revision(book.store.revision),
    }
}

#[test]
fn settings_about_inviting_take_the_right_to_invite_too_r_31() {
    let mut book = Casebook::staffed();
    book.employ_at(IVO, PermissionSet::of(&[Permission::SettingsManage]));
    let links = change(&book, |it| it.links_need_approval = false);
    book.refuses(IVO, links.clone(), "forbidden");
    let level = change(&book, |it| it.default_level = Preset::Member.into());
    book.refuses(IVO, level, "forbidden");
    book.clone().does(PIRET, links);
    let closed = change(&book, |it| it.accepts_requests = false);
    book.does(IVO, closed);
}

/// ACT-11.
#[test]
fn the_default_level_starts_as_administrator_and_is_never_above_who_sets_it_r_31() {
    let usual = Settings::default().default_level;
    assert_eq!(usual, LevelRef::Preset(Preset::Administrator), "ACT-11");
    let mut book = Casebook::staffed();
    let permissions = [Permission::SettingsManage, Permission::InvitationsManage];
    book.employ_at(IVO, PermissionSet::of(&permissions));
    let to = |book: &Casebook, preset: Preset| change(book, |it| it.default_level = preset.into());
    book.refuses(OLGA, to(&book, Preset::Owner), "invalid");
    book.refuses(IVO, to(&book, Preset::Manager), "above_giver");
    let member = to(&book, Preset::Member);
    book.does(IVO, member);
}

#[test]
fn settings_stay_in_their_ranges_r_50() {
    let book = Casebook::staffed();
    let refused: [fn(&mut Settings); 11] = [
        |it| it.term_days = 0,
        |it| it.term_days = 31,
        |it| it.waiting_days = 366,
        |it| it.reminder_days = 0,
        |it| it.reminder_days = 31,
        |it| it.escalation_days = 0,
        |it| it.escalation_days = 31,
        |it| it.grace_days = 91,
        |it| it.locked_after_days = 0,
        |it| it.locked_after_days = 91,
        |it| it.questions = vec!["Why?".to_owned().try_into().unwrap(); 6],
    ];
    for setting in refused {
        book.refuses(OLGA, change(&book, setting), "invalid");
    }
    let mut short = book.clone();
    short.organisation(|it| it.longest_term_days = 10);
    short.refuses(OLGA, change(&short, |it| it.term_days = 11), "invalid");
}

#[test]
fn how_long_copies_stay_open_reaches_everybody_who_sees_the_organisation() {
    let mut book = Casebook::staffed();
    let shorter = change(&book, |it| it.locked_after_days = 7);
    let events = book.does(OLGA, shorter);
    assert_eq!(events.len(), 1);
    book.organisation(|it| {
        assert_eq!(
            it.locked_after_days, 7,
            "members who see no settings lock their copies by it too"
        );
    });
}

#[test]
fn equal_settings_change_nothing_and_older_ones_are_refused_r_6() {
    let mut book = Casebook::staffed();
    let same = change(&book, |_| ());
    assert_eq!(book.tries(OLGA, same), Ok(Vec::new()));
    let late = change(&book, |it| it.reminders = false);
    let first = change(&book, |it| it.waiting_days = 3);
    book.does(PIRET, first);
    book.refuses(OLGA, late, "changed_meanwhile");
}
