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

/** What takes back what was done to somebody, as the device said it when that was done. */
export type Back = { organisation: string; membership: string; back: Command };

const DONE: Record<Act, string> = {
  suspend_member: 'paused-one',
  resume_member: 'resumed-one',
  end_membership: 'ended-one',
  expire_membership: 'expired-one',
};

/** Does something to one person. */
export async function doTo(person: PersonView, act: Act): Promise<void> {
  await give(person, commandOf(act, person), () => t(DONE[act], { name: nameOf(person.row) }));
}

async function give({ row }: PersonView, command: Command, done: Said): Promise<void> {
  const { organisation, membership } = row;
  await inTurn(async () => {
    try {
      const { id, certain, held_ms, back } = await execute(organisation, command);
      tell(doneOr(certain, done), {
        undoes: id,
        ...(back ? { back: () => takeBack([{ organisation, membership, back }]) } : {}),
        ...(held_ms > 0 ? { lasts: held_ms } : {}),
      });
    } catch (failure) {
      complain(failure);
    }
  });
}

/** As many take so long to be taken back that it is said at once. */
const MANY = 5;

/** Does the opposite of what was done, one command each, on top of what is there by then. */
export async function takeBack(backs: readonly Back[]): Promise<void> {
  if (backs.length > MANY) tell(() => t('taking-back', { count: backs.length }), { lasts: 60_000 });
  for (const { organisation, membership, back } of backs) {
    if ('based_on' in back) {
      const { version } = await query<'person'>({ ask: 'person', organisation, membership });
      await execute(organisation, { ...back, based_on: version });
    } else await execute(organisation, back);
  }
  tell(() => t('undone-by-opposite'));
}
