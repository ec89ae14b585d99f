//! Making a share link or QR code, within the bounds of R-52; needs the server, which makes its secret.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::case::{Case, Stop};
use crate::decide::signed_here;
use crate::entitlement::Entitlement;
use crate::event::Event;
use crate::level::LevelRef;
use crate::link::{Link, LinkForm};
use crate::permission::{Family, Permission};
use crate::refusal::Refusal;
use crate::{Grant, LinkId, MailDomain, Name, PermissionSet};

/// Persons who may use a link unless said otherwise.
const USUAL_USES: u32 = 25;
/// Persons who may use a poster at most.
const MOST_ON_POSTER: u32 = 500;
/// Mail domains that a link may be for at most.
pub const MOST_LINK_DOMAINS: u32 = 20;

/// The organisation makes a link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct MakeLink {
    /// The id of the link that comes of it.
    pub link: LinkId,
    /// What the organisation calls it.
    pub name: Name,
    /// In what form it goes out.
    pub form: LinkForm,
    /// The level it gives.
    pub level: LevelRef,
    /// Whether joining only makes a request; none takes the organisation's setting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needs_approval: Option<bool>,
    /// How many persons may use it; none takes what is usual for its form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_uses: Option<u32>,
    /// The mail domains of which somebody must have verified an address; none takes anybody.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    #[cfg_attr(feature = "bindings", ts(as = "Option<BTreeSet<MailDomain>>"))]
    pub domains: BTreeSet<MailDomain>,
}

impl MakeLink {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let maker = case.entitled(Permission::InvitationsManage)?;
        case.takes_invitations()?;
        if self.link_exists(case) {
            return Err(Refusal::Invalid {
                field: "link".into(),
            }
            .into());
        }
        let usual = case.links_usually_need_approval();
        let link = Link {
            id: self.link,
            name: self.name.clone(),
            form: self.form,
            level: self.level,
            needs_approval: self.needs_approval.unwrap_or(usual) || self.form == LinkForm::Poster,
            max_uses: self.max_uses.unwrap_or(if self.form == LinkForm::Card {
                1
            } else {
                USUAL_USES
            }),
            domains: self.domains.clone(),
            uses: 0,
            expires_at: case.term_from_now(),
            generation: 1,
            giver: signed_here(case.world, case.actor, case.now),
            closed: false,
        };
        case.link_is_within_bounds(&maker, &link)?;
        Ok(vec![Event::LinkMade { link }])
    }

    fn link_exists(&self, case: &Case<'_>) -> bool {
        case.link(self.link).is_ok()
    }
}

/// the most that the level of a link allows.
pub(crate) fn links_may_give() -> PermissionSet {
    let workspace = PermissionSet::all().in_family(Family::Workspace);
    PermissionSet::of(&[Permission::BookingsOwn, Permission::Discounts]).with(workspace)
}

impl Case<'_> {
    /// whether joining by a new link makes a request unless said otherwise: always, where the organisation's
    /// setting is not known.
    pub(crate) fn links_usually_need_approval(&self) -> bool {
        let setting = self.settings().map(|it| it.links_need_approval);
        !setting.known_and(|needed| !needed)
    }

    /// level, number of persons and approval of a link are narrow, and its maker holds the level.
    pub(crate) fn link_is_within_bounds(
        &self,
        maker: &Entitlement,
        link: &Link,
    ) -> Result<(), Stop> {
        let most = match link.form {
            LinkForm::Link => USUAL_USES,
            LinkForm::Card => 1,
            LinkForm::Poster => MOST_ON_POSTER,
        };
        if !(1..=most).contains(&link.max_uses) {
            return Err(Refusal::Invalid {
                field: "max_uses".into(),
            }
            .into());
        }
        if link.domains.len() > MOST_LINK_DOMAINS as usize {
            return Err(Refusal::Invalid {
                field: "domains".into(),
            }
            .into());
        }
        if link.form == LinkForm::Poster && !link.needs_approval {
            return Err(Refusal::Invalid {
                field: "needs_approval".into(),
            }
            .into());
        }
        self.link_may_give(maker, link.level)
    }

    /// whether a link by this maker may give a level at all.
    pub(crate) fn link_may_give(&self, maker: &Entitlement, level: LevelRef) -> Result<(), Stop> {
        if !links_may_give().contains(self.level_permissions(level).or_stop()?) {
            return Err(Refusal::AboveLink.into());
        }
        self.may_give(maker, &Grant::of(level))
    }
}
