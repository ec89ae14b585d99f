//! The one table of what a screen may ask of a device: names, requests and replies. The shell forwards it unopened, and
//! the map of calls in TypeScript is generated from it.

mod acts;
#[cfg(feature = "bindings")]
mod bindings;
mod calls;
mod failure;
mod import_acts;
mod shape;
#[cfg(feature = "bindings")]
mod types;
mod views;
mod write;

pub use acts::Act;
#[cfg(feature = "bindings")]
pub use bindings::bindings;
pub use calls::{
    AccessFormAsk, AnotherLevelAsk, Answer, BatchAsk, BellAsk, CareAsk, CheckContactsAsk,
    HistoryAsk, HistoryFileAsk, IdsAsk, InvitationAsk, InvitationLinkAsk, InvitationsAsk,
    InviteFormAsk, LevelFormAsk, LevelsAsk, LinkUrlAsk, MailDomainsAsk, OrganisationSettingsAsk,
    OwnershipAsk, PeopleAsk, PersonAsk, PlacesAsk, PublicPageAsk, Query, REFRESHED_BY, RequestAsk,
    RequestsAsk, ResolutionAsk, RoomAsk, RoomsAsk, SaveCodeAsk, SaveRowsAsk, SimilarAsk, StaffAsk,
    TableAsk, WhyAsk,
};
pub use failure::{CLIENT_CODES, Failure};
pub use import_acts::ImportAct;
pub use views::*;
pub use write::{Changed, Execute, Executed};
