// What can be done to members: each act shows at once, says what it did, and has a way back.
import type { Command, PersonView } from '../bindings/contract';
import { execute, query } from '../ipc';
import { t } from '../text/language.svelte';
import { nameOf } from '../text/name';
import { complain, doneOr, tell, type Said } from './toast.svelte';
import { inTurn } from './turns';

/** What can be done to many at once, too. */
export type Act = 'suspend_member' | 'resume_member' | 'end_membership' | 'expire_membership';

/** The command of an act on one person. */
export function commandOf(act: Act, { row }: PersonView): Command {
  return { type: act, membership: row.membership };
}

/** Another level and nothing else. */
export function changeOf({ row, grant, version }: PersonView, level: string): Command {
  return {
    type: 'change_grant',
    membership: row.membership,
    grant: { ...grant, level },
    based_on: version,
  };
}

/** The command that makes good what another did; what overwrites is based on what is there by then. */
export async function oppositeOf(act: Act | 'change_grant', before: PersonView): Promise<Command | null> {
  const { organisation, membership } = before.row;
  const based_on = async () => (await query<'person'>({ ask: 'person', organisation, membership })).version;
  switch (act) {
    case 'suspend_member':
      return { type: 'resume_member', membership };
    case 'resume_member':
      return { type: 'suspend_member', membership };
    case 'end_membership':
    case 'expire_membership':
      return before.grant && { type: 'renew_membership', membership, grant: before.grant, based_on: await based_on() };
    case 'change_grant':
      return before.grant && { type: 'change_grant', membership, grant: before.grant, based_on: await based_on() };
  }
}

const DONE: Record<Act, string> = {
  suspend_member: 'paused-one',
  resume_member: 'resumed-one',
  end_membership: 'ended-one',
  expire_membership: 'expired-one',
};

/** Does something to one person. */
export async function doTo(person: PersonView, act: Act): Promise<void> {
  await give(person, commandOf(act, person), () => t(DONE[act], { name: nameOf(person.row) }), act);
}

async function give(person: PersonView, command: Command, done: Said, act: Act): Promise<void> {
  const { organisation } = person.row;
  await inTurn(async () => {
    try {
      const { id, certain, held_ms } = await execute(organisation, command);
      tell(doneOr(certain, done), {
        undoes: id,
        back: () => takeBack([[act, person]]),
        ...(held_ms > 0 ? { lasts: held_ms } : {}),
      });
    } catch (failure) {
      complain(failure);
    }
  });
}

/** As many take so long to be taken back that it is said at once. */
const MANY = 5;

/** Does the opposite of what was done, one command each; says so where everything was taken back. */
export async function takeBack(done: readonly (readonly [Act | 'change_grant', PersonView])[]): Promise<void> {
  if (done.length > MANY) tell(() => t('taking-back', { count: done.length }), { lasts: 60_000 });
  let left = 0;
  for (const [act, before] of done) {
    const command = await oppositeOf(act, before);
    if (command) await execute(before.row.organisation, command);
    else left += 1;
  }
  if (left === 0) tell(() => t('undone-by-opposite'));
}
