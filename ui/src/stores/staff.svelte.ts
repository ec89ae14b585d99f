// Those whom the organisation keeps by name, and the login that each is given or loses. Nothing is changed before Save.
import type { AccessAct, Command, Grant, StaffRow } from '../bindings/contract';
import { execute, query } from '../ipc';
import { t } from '../text/language.svelte';
import { check } from './composer.svelte';
import { isSignedIn, organisation } from './session.svelte';
import { complain, doneOr, tell, type Said } from './toast.svelte';
import { inTurn } from './turns';
import { View } from './view.svelte';

/** What the sheet comes to. */
export type StaffDraft = {
  readonly name: string;
  readonly position: string;
  /** The address and access of a login that is to be granted. */
  readonly granted: { readonly contact: string; readonly grant: Grant } | null;
  /** What changes the login they have, or ends it. */
  readonly login: Command | null;
};

/** The identities of what a sheet may make: the same as long as it is open, so that nothing is made twice. */
export type Ids = Promise<readonly [staff: string, membership: string]>;

class Staff {
  readonly view = new View<'staff'>('people');
  readonly rows = $derived<readonly StaffRow[]>(this.view.answer?.rows ?? []);

  /** Asks while somebody looks; call it when the screen opens. */
  follow(): void {
    const id = $derived(isSignedIn() ? organisation()?.id : undefined);
    $effect(() => void this.view.ask(id ? { ask: 'staff', organisation: id } : null));
  }

  /** New identities for a sheet that opens. */
  async ids(): Ids {
    const { ids } = await query<'ids'>({ ask: 'ids', count: 2 });
    return [ids[0] ?? '', ids[1] ?? ''];
  }

  /** What speaks against an address, as far as this device knows; nothing where it is one. */
  async malformed(contact: string): Promise<string | null> {
    const here = organisation();
    if (!here) return null;
    const lines = await check(here.id, [contact], 'staff');
    return lines.some(({ outcome }) => outcome === 'malformed') ? t('staff-contact-malformed') : null;
  }

  /** Saves what was changed, all of it or nothing; answers whether it was. */
  async save(row: StaffRow | null, draft: StaffDraft, ids: Ids): Promise<boolean> {
    const here = organisation();
    if (!here) return false;
    return give(here.id, commandsOf(row, draft, await ids), () => t('staff-saved', { name: draft.name }));
  }

  /** Removes somebody who never had a login. */
  remove({ staff, name }: StaffRow): Promise<boolean> {
    const here = organisation();
    const command: Command = { type: 'remove_staff_record', staff };
    return here ? give(here.id, [command], () => t('staff-removed', { name })) : Promise.resolve(false);
  }
}

/** Whether saving changes the login that is there; one that is over is given anew where it stands, by who looks at it. */
export function changesLogin(act: AccessAct | undefined): boolean {
  return act === 'change' || act === 'change_invitation';
}

/** What saving sends: the record first, then the login that stands on it. */
export function commandsOf(
  row: StaffRow | null,
  draft: StaffDraft,
  [made, membership]: readonly [string, string],
): Command[] {
  const { name, granted, login } = draft;
  const staff = row?.staff ?? made;
  const position = draft.position === '' ? {} : { position: draft.position };
  const kept = { staff, name, ...position };
  const commands: Command[] = [];
  if (!row) commands.push({ type: 'make_staff_record', ...kept });
  else if (row.name !== name || (row.position ?? '') !== draft.position) {
    commands.push({ type: 'change_staff_record', ...kept, based_on: row.version });
  }
  if (login) commands.push(login);
  if (granted) commands.push({ type: 'invite_person', membership, ...granted, staff, name, ...position });
  return commands;
}

async function give(organisation: string, [first, ...rest]: readonly Command[], done: Said): Promise<boolean> {
  return inTurn(async () => {
    try {
      if (!first) return true;
      const { id, and, certain, held_ms } = await execute(organisation, first, ...rest);
      tell(doneOr(certain, done), { undoes: [id, ...and], ...(held_ms > 0 ? { lasts: held_ms } : {}) });
      return true;
    } catch (failure) {
      complain(failure);
      return false;
    }
  });
}

export const staff = new Staff();
