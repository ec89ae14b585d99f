// Inviting many at once: the table that is looked at, and the batches that were sent of tables.
import { untrack } from 'svelte';

import type {
  Ask,
  BatchRow,
  BatchSummary,
  BatchView,
  ColumnUse,
  Failure,
  InviteForm,
  Locale,
  OpenTable,
  RowFilter,
  RowFix,
  TableRow,
} from '../bindings/contract';
import { act, query } from '../ipc';
import { t } from '../text/language.svelte';
import { Drafts } from './drafts';
import { Pieces } from './pieces.svelte';
import { at, go, here } from './route.svelte';
import { isSignedIn, organisation } from './session.svelte';
import { complain, tell } from './toast.svelte';
import { View } from './view.svelte';

/** Bytes of a file at most; the device refuses more. */
const MOST_BYTES = 2 * 1024 * 1024;

/** For so many milliseconds such commands stay here before they are sent (RULES 6, *Hold*). */
const HELD = 10_000;

type TableQuestion = Omit<Ask<'table'>, 'offset' | 'limit'>;
type BatchQuestion = Omit<Ask<'batch'>, 'offset' | 'limit'>;
type TableAnswer = { rows: TableRow[]; total: number; table: OpenTable | null };

/** What is chosen for the people of a table, as long as it is not sent. */
class Choices {
  level = $state<string | null>(null);
  locale = $state<Locale | null>(null);
  message = $state('');
}

class Import {
  readonly #drafts = new Drafts(() => new Choices());
  /** Each organisation's own. */
  readonly choices = $derived.by(() => {
    const shown = organisation();
    return shown ? this.#drafts.of(shown) : new Choices();
  });
  readonly rows = new Pieces<TableQuestion, TableRow, TableAnswer>(['import'], async (question, offset, limit) => {
    const { table } = await query<'table'>({ ...question, offset, limit });
    return { table, rows: table?.rows ?? [], total: table?.total ?? 0 };
  });
  readonly lines = new Pieces<BatchQuestion, BatchRow, BatchView>(
    ['import', 'invitations'],
    (question, offset, limit) => query<'batch'>({ ...question, offset, limit }),
  );
  readonly #batches = new View<'batches'>('import');
  only = $state<RowFilter | null>(null);
  isReading = $state(false);

  readonly table = $derived(this.rows.answer?.table ?? null);
  readonly batches = $derived<readonly BatchSummary[]>(this.#batches.answer?.batches ?? []);
  /** Those of the organisation whose work is shown. */
  readonly shown = $derived(this.batches.filter((batch) => batch.organisation === organisation()?.id));
  /** The one that is being sent. */
  readonly running = $derived(this.batches.find((batch) => batch.waiting > 0) ?? null);
  readonly batch = $derived(this.lines.answer);

  /** Hears of batches from the start: the foot of the window says how far they are. */
  open(): void {
    $effect.root(() => {
      $effect(() => {
        void this.#batches.ask(isSignedIn() ? { ask: 'batches' } : null);
      });
    });
  }

  /** What was chosen, where it exists here, else what the rules propose. */
  levelIn(form: InviteForm | null): string | null {
    const { level } = this.choices;
    return form?.levels.some((known) => known.level === level) ? level : (form?.proposed ?? null);
  }

  /** Asks while somebody looks, as the dialog proposes. */
  follow(form: () => InviteForm | null): void {
    const question = $derived.by((): TableQuestion | null => {
      const id = organisation()?.id;
      const level = this.levelIn(form());
      if (!isSignedIn() || !id || level === null || here().id !== null) return null;
      return { ask: 'table', organisation: id, level, ...(this.only ? { only: this.only } : {}) };
    });
    $effect(() => {
      const asked = question;
      untrack(() => this.rows.ask(asked));
    });
    $effect(() => {
      const id = here().screen === 'import' ? here().id : null;
      untrack(() => this.lines.ask(id === null ? null : { ask: 'batch', batch: id }));
    });
  }

  /** Looks at a file that somebody chose or dropped. */
  async take(file: File): Promise<void> {
    if (file.size > MOST_BYTES) {
      complain({ code: 'table_too_large', refusal: null, retry: false } satisfies Failure);
      return;
    }
    await this.#look(file.name, await encoded(file));
  }

  /** Looks at what somebody pasted. */
  async paste(text: string): Promise<void> {
    await this.#look(null, await encoded(new Blob([text])));
  }

  async #look(name: string | null, bytes: string): Promise<void> {
    this.isReading = true;
    this.only = null;
    if (await this.#do(() => act({ do: 'import', step: 'open_table', name, bytes }))) this.#chooseAnew();
    this.isReading = false;
    if (here().screen !== 'import' || here().id !== null) go(at('import'));
  }

  readAs(
    way: Partial<{ encoding: string; separator: string; headings: boolean; columns: ColumnUse[] }>,
  ): Promise<boolean> {
    const nothing = { encoding: null, separator: null, headings: null, columns: null };
    return this.#do(() => act({ do: 'import', step: 'read_table_as', ...nothing, ...way }));
  }

  fix(number: number, to: Partial<{ contact: string; name: string; level: string }>): Promise<boolean> {
    const nothing = { contact: null, name: null, level: null };
    return this.#do(() => act({ do: 'import', step: 'fix_row', number, ...nothing, ...to }));
  }

  fixAll(fix: RowFix): Promise<boolean> {
    return this.#do(() => act({ do: 'import', step: 'fix_rows', fix }));
  }

  async leave(): Promise<void> {
    if (await this.#do(() => act({ do: 'import', step: 'close_table' }))) this.#chooseAnew();
  }

  /** Sends what can be sent, and shows how far it is. */
  async send(level: string): Promise<void> {
    const id = organisation()?.id;
    const many = this.table?.counts.ready ?? 0;
    if (!id) return;
    const [locale, message] = [this.choices.locale, this.choices.message.trim() || null];
    if (!(await this.#do(() => act({ do: 'import', step: 'send_table', organisation: id, level, locale, message }))))
      return;
    this.#chooseAnew();
    await this.#batches.refresh();
    const [newest] = this.shown;
    if (newest) go(at('import', newest.id));
    tell(() => t('import-sent', { count: many }));
  }

  pause(batch: string, paused: boolean): Promise<boolean> {
    return this.#do(() => act({ do: 'import', step: 'pause_batch', batch, paused }));
  }

  async takeBack(batch: string): Promise<void> {
    if (await this.#do(() => act({ do: 'import', step: 'take_back_batch', batch }))) tell(() => t('batch-taken-back'));
  }

  discardRefused(batch: string): Promise<boolean> {
    return this.#do(() => act({ do: 'import', step: 'discard_refused', batch }));
  }

  async resend(batch: string, count: number): Promise<void> {
    if (await this.#do(() => act({ do: 'import', step: 'resend_batch', batch })))
      tell(() => t('sent-again', { count }), { back: () => this.#undo(batch, false), lasts: HELD });
  }

  async revoke(batch: string, count: number): Promise<void> {
    if (await this.#do(() => act({ do: 'import', step: 'revoke_batch', batch })))
      tell(() => t('batch-revoked', { count }), { back: () => this.#undo(batch, true), lasts: HELD });
  }

  /** Takes back what was just done to a whole batch, as long as it has not left this computer. */
  async #undo(batch: string, revoked: boolean): Promise<void> {
    await act({ do: 'import', step: 'undo_batch', batch, revoked });
    tell(() => t('undone'));
  }

  /** Saves the rows that were not sent, each with what is wrong with it. */
  async save(batch: string, says: (row: BatchRow) => string): Promise<void> {
    await this.#do(async () => {
      const rows = await this.lines.between(0, this.lines.count);
      const left = rows.filter(({ state }) => state === 'to_fix' || state === 'refused' || state === 'taken_back');
      const errors = left.map((row): [number, string] => [row.number, says(row)]);
      const { path } = await query<'save_rows'>({ ask: 'save_rows', batch, heading: 'doorward_error', errors });
      tell(() => t('batch-saved', { path }));
    });
  }

  /** The next table begins with what the rules propose. */
  #chooseAnew(): void {
    [this.choices.level, this.choices.locale, this.choices.message] = [null, null, ''];
  }

  async #do(what: () => Promise<void>): Promise<boolean> {
    try {
      await what();
      return true;
    } catch (failure) {
      complain(failure);
      return false;
    }
  }
}

/** Bytes as they cross: base64. */
function encoded(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? (reader.result.split(',', 2)[1] ?? '') : '');
    reader.onerror = () => reject(new Error('unreadable'));
    reader.readAsDataURL(blob);
  });
}

export const imports = new Import();
