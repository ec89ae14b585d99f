// Putting off until later, on this computer alone: requests and what needs care, one or several together.
import { act } from '../ipc';
import { t } from '../text/language.svelte';
import { when } from '../text/moment';
import { nameOf } from '../text/name';
import { complain, tell } from './toast.svelte';
import { inTurn } from './turns';

type PutOff = {
  readonly organisation: string;
  readonly membership: string;
  readonly name: string | null;
  readonly contact: string | null;
  readonly snoozed_until: number | null;
};

/** Puts some off until an instant, or shows them again, with each one's own instant as the way back. */
export async function putOff(rows: readonly PutOff[], until: number | null, failed?: () => void): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const put = async (to: (row: PutOff) => number | null) => {
    for (const row of rows) {
      const { organisation, membership } = row;
      await act({ do: 'snooze', organisation, membership, until: to(row) });
    }
  };
  const text = () => {
    const name = rows.length === 1 ? nameOf(first) : t('ticked', { count: rows.length });
    return until === null ? t('snoozed-no-more', { name }) : t('snoozed', { name, when: when(until) });
  };
  await inTurn(async () => {
    try {
      await put(() => until);
      tell(text, { back: () => put((row) => row.snoozed_until).catch(complain) });
    } catch (failure) {
      failed?.();
      complain(failure);
    }
  });
}
