// Those whom the organisation keeps by name, and the login that each is given or loses. Nothing is changed before Save.
import type { Command, Grant, StaffRow } from '../bindings/contract';
import { execute, query } from '../ipc';
import { t } from '../text/language.svelte';
import { isSignedIn, organisation } from './session.svelte';
import { complain, tell, type Said } from './toast.svelte';
import { inTurn } from './turns';
import { View } from './view.svelte';

/** What the sheet comes to. */
export type StaffDraft = {
  readonly name: string;
  readonly position: string;
  /** The address and access of a login that is to be granted. */
  readonly granted: { readonly contact: string; readonly grant: Grant } | null;
  /** Whether the login they have is withdrawn. */
  readonly isWithdrawn: boolean;
};

class Staff {
  readonly view = new View<'staff'>('people');
  readonly rows = $derived<readonly StaffRow[]>(this.view.answer?.rows ?? []);

  /** Asks while somebody looks; call it when the screen opens. */
  follow(): void {
    const id = $derived(isSignedIn() ? organisation()?.id : undefined);
    $effect(() => void this.view.ask(id ? { ask: 'staff', organisation: id } : null));
  }

  /** Saves what was changed, one command each; answers whether all of it was. */
  async save(row: StaffRow | null, draft: StaffDraft): Promise<boolean> {
    const here = organisation();
    if (!here) return false;
    const { ids } = await query<'ids'>({ ask: 'ids', count: 2 });
    const commands = commandsOf(row, draft, row?.staff ?? ids[0] ?? '', ids[1] ?? '');
    return give(here.id, commands, () => t('staff-saved', { name: draft.name }));
  }

  /** Removes somebody who never had a login. */
  remove({ staff, name }: StaffRow): Promise<boolean> {
    const here = organisation();
    const command: Command = { type: 'remove_staff_record', staff };
    return here ? give(here.id, [command], () => t('staff-removed', { name })) : Promise.resolve(false);
  }
}

function commandsOf(row: StaffRow | null, draft: StaffDraft, staff: string, membership: string): Command[] {
  const { name, granted } = draft;
  const position = draft.position === '' ? {} : { position: draft.position };
  const kept = { staff, name, ...position };
  const commands: Command[] = [];
  if (!row) commands.push({ type: 'make_staff_record', ...kept });
  else if (row.name !== name || (row.position ?? '') !== draft.position) {
    commands.push({ type: 'change_staff_record', ...kept, based_on: row.version });
  }
  if (draft.isWithdrawn && row?.login) commands.push(row.login.withdraw);
  if (granted) commands.push({ type: 'invite_person', membership, ...granted, staff, name, ...position });
  return commands;
}

async function give(organisation: string, commands: readonly Command[], done: Said): Promise<boolean> {
  return inTurn(async () => {
    const undoes: string[] = [];
    try {
      let held = 0;
      for (const command of commands) {
        const given = await execute(organisation, command);
        undoes.push(given.id);
        held = Math.max(held, given.held_ms);
      }
      if (undoes.length > 0) tell(done, { undoes, ...(held > 0 ? { lasts: held } : {}) });
      return true;
    } catch (failure) {
      complain(failure);
      return false;
    }
  });
}

export const staff = new Staff();
