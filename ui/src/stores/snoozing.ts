// Putting off until later, on this computer alone: requests and what needs care, one or several together.
import { act } from '../ipc';
import { t } from '../text/language.svelte';
import { when } from '../text/moment';
import { nameOf } from '../text/name';
import { doneTo } from './giving';
import { complain, tell } from './toast.svelte';
import { inTurn } from './turns';

type PutOff = {
  readonly organisation: string;
  readonly membership: string;
  readonly name: string | null;
  readonly contact: string | null;
  readonly snoozed_until: number | null;
};

/** Puts some off until an instant, or shows them again, with each one's own instant as the way back. Hears of those that
 * were left as they are. */
export async function putOff<T extends PutOff>(
  rows: readonly T[],
  until: number | null,
  left: (rows: readonly T[]) => void,
): Promise<void> {
  const put = ({ organisation, membership }: T, to: number | null) =>
    act({ do: 'snooze', organisation, membership, until: to });
  await inTurn(async () => {
    const done: T[] = [];
    try {
      for (const row of rows) {
        await put(row, until);
        done.push(row);
      }
    } catch (failure) {
      left(rows.slice(done.length));
      if (done.length === 0) return complain(failure);
    }
    const back = async () => {
      for (const row of done) await put(row, row.snoozed_until);
    };
    if (done.length > 0) tell(() => said(done, rows.length, until), { back: () => back().catch(complain) });
  });
}

/** What was put off, and of how many that was refused. */
function said(done: readonly PutOff[], all: number, until: number | null): string {
  const [first] = done;
  const name = first && done.length === 1 ? nameOf(first) : t('ticked', { count: done.length });
  return doneTo(done.length, all - done.length, () =>
    until === null ? t('snoozed-no-more', { name }) : t('snoozed', { name, when: when(until) }),
  );
}
