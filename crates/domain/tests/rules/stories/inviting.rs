//! What the dialog that invites proposes and may give, and what can be set about inviting.

use doorward_domain::{
    Inviting, InvitingChoices, LevelChoice, LevelRef, Lookup, Permission, PermissionSet, Preset,
    Refusal, SignIn, Version, inviting, inviting_choices, inviting_choices_questions,
};

use super::screens::answered;
use crate::casebook::*;

fn form(book: &Casebook, who: Person) -> Inviting {
    let actor = book.actor(who);
    let world = answered(book, |world| inviting(world, &actor, book.now).asks);
    inviting(&world, &actor, book.now)
}

fn open(choices: &[LevelChoice]) -> Vec<LevelRef> {
    let open = choices.iter().filter(|it| it.refusal.is_none());
    open.map(|it| it.level).collect()
}

#[test]
fn the_dialog_proposes_the_default_where_it_may_be_given_and_warns_of_administrator_r_31() {
    let mut book = Casebook::staffed();
    let administrator = LevelRef::Preset(Preset::Administrator);
    let olga = form(&book, OLGA);
    assert_eq!((olga.proposed, olga.warns()), (Some(administrator), true));
    assert_eq!(
        olga.link_proposed,
        Some(Preset::Staff.into()),
        "R-52: no link gives as much"
    );
    assert_eq!(olga.lowest, Some(Preset::Member.into()));
    assert!(
        open(&olga.levels).contains(&Preset::Owner.into()),
        "R-24: by an invitation"
    );
    let most_for_links = [Preset::Guest, Preset::Member, Preset::Staff].map(LevelRef::Preset);
    assert_eq!(open(&olga.link_levels), most_for_links);
    let inviter = PermissionSet::of(&[Permission::InvitationsManage]);
    book.employ_at(IVO, inviter);
    let ivo = form(&book, IVO);
    assert_eq!(
        ivo.proposed,
        Some(Preset::Member.into()),
        "R-20: Staff is more than he holds"
    );
    assert!(!ivo.warns());
    book.settings(|it| (it.default_level, it.term_days) = (Preset::Guest.into(), 21));
    book.organisation(|it| it.longest_term_days = 14);
    let olga = form(&book, OLGA);
    assert_eq!(olga.proposed, Some(Preset::Guest.into()));
    assert_eq!(
        olga.term_days, 14,
        "R-50: never longer than the operator allows"
    );
}

#[test]
fn who_may_not_invite_hears_why_at_every_level_r_33() {
    let mut book = Casebook::staffed();
    let kadri = form(&book, KADRI);
    let needs = Some(Permission::InvitationsManage);
    assert_eq!(kadri.refusal, Some(Refusal::Forbidden { needs }));
    assert_eq!(
        (open(&kadri.levels), kadri.proposed, kadri.lowest),
        (vec![], None, None)
    );
    book.organisation(|it| it.sign_in = SignIn::ExternalOnly);
    assert_eq!(form(&book, OLGA).refusal, Some(Refusal::ExternalSignIn));
}

fn settable(book: &Casebook, who: Person) -> InvitingChoices {
    let (actor, version) = (book.actor(who), Version::Revision(book.store.revision));
    let world = answered(book, |world| {
        let mut open = inviting_choices_questions(world, &actor, version, book.now);
        open.extend(
            world
                .lacks(&Lookup::Organisation)
                .then_some(Lookup::Organisation),
        );
        open
    });
    inviting_choices(&world, &actor, version, book.now).unwrap()
}

#[test]
fn what_can_be_set_about_inviting_is_judged_beforehand_r_31_r_50_s_29() {
    let mut book = Casebook::staffed();
    book.organisation(|it| it.longest_term_days = 10);
    let olga = settable(&book, OLGA);
    assert_eq!((olga.longest_term_days, olga.refusal), (10, None));
    let levels = open(&olga.default_levels);
    assert!(levels.contains(&Preset::Administrator.into()), "ACT-11");
    assert!(!levels.contains(&Preset::Owner.into()), "R-31");
    let levels = open(&olga.request_levels);
    assert!(levels.contains(&Preset::Administrator.into()), "ACT-11");
    assert!(!levels.contains(&Preset::Owner.into()), "R-24");

    let both = [Permission::SettingsManage, Permission::InvitationsManage];
    book.employ_at(IVO, PermissionSet::of(&both));
    let ivo = settable(&book, IVO);
    assert!(open(&ivo.default_levels).contains(&Preset::Member.into()));
    assert!(!open(&ivo.default_levels).contains(&Preset::Manager.into()));
    let answers = open(&ivo.request_levels);
    assert!(answers.contains(&Preset::Member.into()), "R-20");
    assert!(!answers.contains(&Preset::Manager.into()), "R-20");

    let mut book = Casebook::staffed();
    book.employ_at(IVO, PermissionSet::of(&[Permission::SettingsManage]));
    let ivo = settable(&book, IVO);
    assert_eq!(ivo.refusal.map(|it| it.code()), Some("forbidden"), "S-29");
}

#[test]
fn a_new_link_begins_as_the_setting_says_r_52() {
    let mut book = Casebook::staffed();
    assert!(form(&book, OLGA).links_need_approval, "on until it is set");
    book.settings(|it| it.links_need_approval = false);
    assert!(!form(&book, OLGA).links_need_approval);
}
