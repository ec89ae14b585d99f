//! The editor of access, with every choice judged, and why somebody may do something.

use doorward_domain::{
    AccessFrom, AccessItem, AccessPreview, Command, EdgeChange, EdgeOf, Grant, GrantPart,
    LevelChoice, LevelRef, MembershipId, Name, Permission, PermissionSet, PersonId, Refusal,
    RoomId, Signed, SiteId, StaffOption, Version, Why,
};

use super::super::shape::{shapes, words};
use super::levels::LevelGroup;
use super::people::GivenExtra;

words! {
    /// What saving the editor of access does.
    AccessAct {
        /// Approves a request.
        Approve,
        /// Changes a member's access.
        Change,
        /// Changes what an open invitation gives.
        ChangeInvitation,
        /// Sends an invitation again, with other dates.
        Resend,
        /// Lets somebody whose membership is over in again.
        Renew,
        /// Makes somebody a member whom the organisation knows already.
        Add,
        /// Goes into the invitations that are being written.
        Invite,
    }
}

shapes! {
    /// The editor of somebody's access, or of that of several people at once.
    AccessFormView {
        /// What saving does.
        act: AccessAct,
        /// Those it is about; nobody where invitations are being written.
        subjects: Vec<AccessSubject>,
        /// What one person has now; none where nothing was given yet.
        before: Option<Grant>,
        /// The draft that everything here is about.
        grant: Grant,
        /// Of several people, the parts in which they differ once it is saved.
        differs: Vec<GrantPart>,
        /// Where access is given anew for as long as before: how many days that was.
        term_days: Option<u32>,
        /// Who made what one person has now, if known.
        signed: Option<Signed>,
        /// Who gave one person what they have beyond their level, as far as that is known.
        given: Vec<GivenExtra>,
        /// Every level as it could take the place of the draft's.
        levels: Vec<LevelChoice>,
        /// The boxes of staff access; none at levels that are beside them.
        staff: Option<StaffBoxes>,
        /// Every permission that can be given beyond a level.
        extras: Vec<PermissionBox>,
        /// The same in groups.
        groups: Vec<LevelGroup>,
        /// The sites with their rooms, by name.
        sites: Vec<SiteChoice>,
        /// Whether the level opens all rooms, so that none is to be named.
        all_rooms: bool,
        /// Whether the draft gives anything that can be limited to sites.
        can_be_limited: bool,
        /// What the draft comes to; of several people what any of them gains and loses.
        preview: AccessPreview,
        /// Of several people, how many gain and lose each thing.
        shares: Vec<AccessShare>,
        /// From when, until when and where, and of several people how many each.
        edges: Vec<EdgeShare>,
        /// How much of everything there is now.
        numbers: AccessNumbers,
        /// Why the draft cannot be saved, if not.
        refusal: Option<Refusal>,
        /// Whether saving would change nothing.
        unchanged: bool,
        /// Whether everything this rests on is known here; else the server checks it.
        certain: bool,
    }
    /// One of those whom an editor of access is about.
    AccessSubject {
        /// Which.
        membership: MembershipId,
        /// What they are called.
        name: Option<Name>,
        /// What saving would do to them, if anything.
        act: Option<AccessAct>,
        /// What they have now; none where that is nothing yet.
        has: Option<Grant>,
        /// The version of it.
        version: Version,
        /// Why they cannot be given the draft, if not.
        refusal: Option<Refusal>,
        /// Whether they have it already.
        unchanged: bool,
        /// The row that comes of adding them, where saving adds them.
        added: Option<AddedRow>,
        /// What saving gives them: of several people, whatever nobody touched stays as each has it.
        grant: Grant,
    }
    /// A row that comes of making somebody a member.
    AddedRow {
        /// Its id.
        membership: MembershipId,
        /// Who.
        person: PersonId,
        /// The position that the organisation knows of.
        position: Option<Name>,
    }
    /// How many of several people an edge of access is about.
    EdgeShare {
        /// Which.
        of: EdgeOf,
        /// What becomes of it.
        change: EdgeChange,
        /// How many.
        people: u32,
    }
    /// How many of several people gain or lose something.
    AccessShare {
        /// What.
        item: AccessItem,
        /// Whether they gain it; else they lose it.
        gains: bool,
        /// How many.
        people: u32,
    }
    /// Another level for members, who keep everything else they have.
    AnotherLevelView {
        /// The presets, the lowest first, then own levels, refused where none of them can have it; none where nobody's
        /// level can be changed.
        levels: Vec<LevelChoice>,
        /// Everybody, with what the level comes to; nobody while none is chosen.
        subjects: Vec<AccessSubject>,
        /// What those who can have it gain and lose, and how many of them each.
        shares: Vec<AccessShare>,
    }
    /// The boxes of staff access: a base box, and options that are shown once it is ticked.
    StaffBoxes {
        /// Whether the base box is ticked.
        is_on: bool,
        /// Whether somebody it is about signs in, or is invited to, as it is.
        signs_in: bool,
        /// Whether it only shows what the level says: it is about several who sign in.
        fixed: bool,
        /// What unticking it sends once it is saved, where that ends a sign-in; else it leads to another draft.
        withdraw: Option<Command>,
        /// The level that pressing it leads to.
        level: LevelRef,
        /// The extra permissions that pressing it leads to.
        extras: PermissionSet,
        /// Why it cannot be pressed, if not.
        refusal: Option<Refusal>,
        /// The options beyond it; none while it is not ticked.
        options: Vec<StaffChoice>,
    }
    /// One option of staff access.
    StaffChoice {
        /// Which.
        option: StaffOption,
        /// Whether it is ticked.
        is_on: bool,
        /// The extra permissions that pressing it leads to.
        extras: PermissionSet,
        /// Why it cannot be pressed, if not.
        refusal: Option<Refusal>,
    }
    /// A permission that can be ticked.
    PermissionBox {
        /// Which.
        permission: Permission,
        /// Where the draft has it from, if it has it.
        from: Option<AccessFrom>,
        /// The permissions that pressing it leads to.
        to: PermissionSet,
        /// Why it cannot be pressed, if not.
        refusal: Option<Refusal>,
    }
    /// A site as it can be given.
    SiteChoice {
        /// Which.
        id: SiteId,
        /// What it is called.
        name: Name,
        /// Why its rooms cannot be given as a whole, if not.
        refusal: Option<Refusal>,
        /// Its rooms, by name.
        rooms: Vec<RoomChoice>,
    }
    /// A room as it can be given.
    RoomChoice {
        /// Which.
        id: RoomId,
        /// What it is called.
        name: Name,
        /// Why it cannot be given, if not.
        refusal: Option<Refusal>,
    }
    /// How much there is of what a permission reaches.
    AccessNumbers {
        /// Members.
        people: u32,
        /// Open requests.
        requests: u32,
        /// Rooms.
        rooms: u32,
    }
    /// Why somebody may do something, or may not.
    WhyView {
        /// The answer of the rules.
        why: Why,
        /// The sites it names.
        sites: Vec<NamedSite>,
        /// What the own level it names is called.
        level: Option<Name>,
        /// Every permission that can be asked about.
        groups: Vec<LevelGroup>,
    }
    /// A site by its name.
    NamedSite {
        /// Which.
        id: SiteId,
        /// What it is called.
        name: Name,
    }
}
