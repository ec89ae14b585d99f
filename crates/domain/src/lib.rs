//! Every business rule of Doorward, written once: pure functions of a world, an actor, a command and an instant.
//!
//! [`decide`] judges a command, [`needs`] names the questions it asks, [`evolve`] turns the facts that follow into
//! records. Clients run them to answer at once, the server runs them again to decide; nobody else contains a rule.
//! No I/O, no clock, no randomness, no async.

#![deny(missing_docs)]

mod account;
mod actions;
mod activity;
mod actor;
mod basis;
mod belonging;
mod case;
mod command;
mod contact;
mod decide;
mod delivery;
mod entitlement;
mod event;
mod evolve;
mod giving;
mod grant;
mod grant_edit;
mod handing;
mod hold;
mod ids;
mod invitation;
mod last_owner;
mod level;
mod link;
mod lookup;
mod mail_domain;
mod management;
mod membership;
mod moment;
mod notice;
mod object;
mod opposite;
mod organisation;
mod ownership;
mod permission;
mod places;
mod record;
mod refusal;
mod reminder;
mod request;
mod rights;
mod room;
mod routing;
mod secret;
mod sent;
mod settings;
mod site;
mod staff;
mod stuck;
mod text;
mod told;
mod view;
mod why;
mod world;

pub use account::*;
pub use actions::{
    Action, LevelChoice, action_questions, allowed_actions, level_changes, level_choices,
    levels_given_by, proposed_level,
};
pub use activity::MemberActivity;
pub use actor::{Account, AccountStanding, Actor, Author, Signed};
pub use belonging::{Belongs, Places};
pub use command::{Command, Hold, Reach};
pub use contact::{Contact, NotAContact};
pub use decide::{Decision, decide, needs, signed, signed_here};
pub use delivery::{Delay, Delivery, DeliveryState, DeliveryStep, DeliveryWait};
pub use event::Event;
pub use evolve::evolve;
pub use grant::Grant;
pub use grant_edit::{GrantEdit, GrantPart, differing, in_common};
pub use handing::hands_requests_on;
pub use hold::{HOLD_MILLIS, can_wait, is_held};
pub use ids::{
    CommandId, DeviceId, LevelId, LinkId, MembershipId, OrganisationId, PersonId, RoomId, SiteId,
    StaffId,
};
pub use invitation::*;
pub use level::{
    ChangeLevel, DeleteLevel, Level, LevelPreview, LevelPreviewLine, LevelRef, MakeLevel, Preset,
    StaffOption, level_preview,
};
pub use link::{
    ChangeLink, CloseLink, JoinByLink, Link, LinkForm, MOST_LINK_DOMAINS, MakeLink, link_actions,
    link_gives_less, link_questions,
};
pub use lookup::Lookup;
pub use mail_domain::MailDomain;
pub use management::{AcceptManagement, EndManagement, ManagementProposal, ProposeManagement};
pub use membership::*;
pub use moment::{Day, Moment};
pub use notice::{
    About, Letters, Notice, NoticeKind, Recipients, notices, notices_of_delivery,
    notices_of_refusal,
};
pub use opposite::opposite;
pub use organisation::{
    DeleteOrganisation, LONGEST_LOCK_DAYS, LONGEST_TERM_DAYS, Organisation, Plan, Settings, SignIn,
    Standing, USUAL_LOCK_DAYS,
};
pub use ownership::*;
pub use permission::{Family, Permission, PermissionSet};
pub use record::{Held, MemberContact, Record, RecordKey, RecordKind, Room, Shelf, Site, Version};
pub use refusal::{DatesRule, Reached, Refusal};
pub use reminder::{Due, Reminder, ReminderKind, reminder};
pub use request::*;
pub use room::*;
pub use routing::decides_from_above;
pub use secret::{SecretOf, Shown, show_secret};
pub use sent::{DailyMost, SentTo, SentToday};
pub use settings::{ChangeSettings, InvitingChoices, inviting_choices, inviting_choices_questions};
pub use site::*;
pub use staff::{ChangeStaffRecord, MakeStaffRecord, RemoveStaffRecord, StaffRecord};
pub use stuck::{Stuck, stuck};
pub use text::{BadText, Name, Note};
pub use view::{View, Window, turns_at, view};
pub use why::{Because, Why, WhyAnswer, WhyFrom, why, why_membership};
pub use world::{Community, InManager, World};
