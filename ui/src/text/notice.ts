// What an entry of the bell says, and where it leads.
import type { BellRow } from '../bindings/contract';
import { at, type Place, type Screen } from '../stores/route.svelte';
import { t } from './language.svelte';
import { nameOf } from './name';

const SAYS: Readonly<Record<string, string>> = {
  invitation: 'letter-invitation-subject',
  request: 'letter-request-subject',
  approved: 'letter-approved-subject',
  declined: 'letter-declined-subject',
  decided: 'bell-decided',
  accepted: 'letter-accepted-subject',
  invitation_declined: 'letter-invitation-declined-subject',
  giver_lost_right: 'letter-giver-lost-right-subject',
  link_lost_right: 'letter-link-lost-right-subject',
  bounced: 'letter-bounced-subject',
  failed: 'letter-failed-subject',
  added: 'letter-added-subject',
  grant_changed: 'letter-grant-changed-subject',
  suspended: 'letter-suspended-subject',
  resumed: 'letter-resumed-subject',
  ended: 'letter-ended-subject',
  renewed: 'letter-renewed-subject',
  ownership_offered: 'letter-ownership-offered-subject',
  ownership_offer_made: 'letter-ownership-offer-made-subject',
  ownership_accepted: 'letter-ownership-accepted-subject',
  ownership_withdrawn: 'letter-ownership-withdrawn-subject',
  management_proposed: 'letter-management-proposed-subject',
  management_accepted: 'letter-management-accepted-subject',
  management_ended: 'letter-management-ended-subject',
  account_closing: 'letter-account-closing-subject',
  account_deleted: 'letter-account-deleted-subject',
  organisation_deleted: 'letter-organisation-deleted-subject',
  invitation_waits: 'letter-invitation-waits-subject',
  invitation_ends: 'letter-invitation-ends-subject',
  request_waits: 'letter-request-waits-subject',
  request_escalates: 'letter-request-escalates-subject',
  request_stuck: 'letter-request-stuck-subject',
  membership_ends_soon: 'bell-membership-ends-soon',
  membership_ends: 'letter-membership-ends-subject',
  new_link_wanted: 'letter-new-link-subject',
  requests_handed: 'bell-requests-handed',
};

/** Without the name of who did it these are said in another way. */
const BY_NOBODY: Readonly<Record<string, string>> = {
  invitation: 'letter-invitation-subject-operator',
  decided: 'bell-decided-nobody',
};

const LEADS: Readonly<Record<string, Screen>> = {
  request: 'requests',
  requests_handed: 'requests',
  request_waits: 'requests',
  request_escalates: 'requests',
  decided: 'people',
  accepted: 'people',
  ownership_offer_made: 'people',
  ownership_accepted: 'people',
  ownership_withdrawn: 'people',
  invitation_declined: 'invitations',
  giver_lost_right: 'invitations',
  bounced: 'invitations',
  failed: 'invitations',
  link_lost_right: 'invitations',
  new_link_wanted: 'invitations',
  account_closing: 'people',
  account_deleted: 'people',
};

/** What is about the reader, who sees more of it on the page of their own account. */
const OWN: ReadonlySet<string> = new Set([
  'invitation',
  'invitation_waits',
  'invitation_ends',
  'approved',
  'declined',
  'added',
  'grant_changed',
  'suspended',
  'resumed',
  'ended',
  'renewed',
  'request_stuck',
  'membership_ends_soon',
  'membership_ends',
]);

export function noticeText(row: BellRow): string {
  const id = (row.by === null ? BY_NOBODY[row.kind] : undefined) ?? SAYS[row.kind] ?? 'bell-unknown';
  const name = nameOf(row);
  return t(id, { name, link: name, organisation: row.organisation_name, by: row.by ?? '', inviter: row.by ?? '' });
}

/** Whether an entry is about the reader. */
export const isOwn = ({ kind }: BellRow): boolean => OWN.has(kind);

/** Where one sees more of it; what is about oneself leads nowhere here. */
export function noticePlace(row: BellRow): Place | null {
  const screen = LEADS[row.kind];
  if (screen === undefined) return null;
  // What is about several of an organisation, or about a link, leads to the list of them.
  return 'membership' in row.about ? at(screen, row.about.membership) : at(screen);
}
