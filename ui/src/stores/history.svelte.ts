// What happened in the organisation that is shown: pages of the newest entries, and older ones as they are reached.
import type {
  Ask,
  Failure,
  FileForm,
  HistoryEntry,
  HistoryFileView,
  HistoryLine,
  HistoryView,
} from '../bindings/contract';
import { query } from '../ipc';
import { isSignedIn, organisation } from './session.svelte';
import { hear } from './view.svelte';

const PAGE = 100;
/** Entries that are read at once to be searched, and at most without being asked again. */
const STRIDE = 200;
const FAR = 2_000;

type About = { organisation: string; search: string };
type Depth = { before: number | null; at: number | null; isWhole: boolean };

const NO_DEPTH: Depth = { before: null, at: null, isWhole: false };

class History {
  entries = $state.raw<readonly HistoryEntry[]>([]);
  /** What the newest page says beside its entries; none before it is here. */
  newest = $state.raw<Omit<HistoryView, 'entries' | 'more'> | null>(null);
  failure = $state.raw<Failure | null>(null);
  more = $state(false);
  isReaching = $state(false);
  /** How far back the entries that are searched go; none while nothing is searched, or where all of them are. */
  searchedTo = $state<number | null>(null);
  #about: About | null = null;
  /** What the entries that are here answer. */
  #answered: About | null = null;
  /** How far back this organisation's entries have been read for searching. */
  #depth: Depth = NO_DEPTH;

  constructor() {
    hear('history', () => this.refresh());
  }

  /** Asks while somebody looks; call it when a screen opens. */
  follow(search: () => string): void {
    $effect(() => {
      const id = organisation()?.id;
      this.#begin(isSignedIn() && id ? { organisation: id, search: search().trim() } : null);
    });
    $effect(() => () => (this.#about = null));
  }

  #begin(about: About | null): void {
    if (about?.organisation !== this.#about?.organisation) {
      [this.entries, this.newest, this.more] = [[], null, false];
      this.#depth = NO_DEPTH;
    }
    this.#about = about;
    this.searchedTo = about?.search && !this.#depth.isWhole ? this.#depth.at : null;
    void this.refresh();
    if (about?.search && this.#depth.before === null) void this.deepen();
  }

  /** Asks for the newest page again; older ones stay where nothing is missing between. */
  async refresh(): Promise<void> {
    const about = this.#about;
    if (!about) return;
    try {
      const { entries, more, ...rest } = await query<'history'>(question(about));
      if (about !== this.#about) return;
      const last = entries.at(-1)?.seq ?? 0;
      const isJoined = about === this.#answered && this.entries.some(({ seq }) => seq === last);
      const older = isJoined ? this.entries.filter(({ seq }) => seq < last) : [];
      this.entries = [...entries, ...older];
      this.#answered = about;
      if (older.length === 0) this.more = more;
      [this.newest, this.failure] = [rest, null];
    } catch (failure) {
      if (about === this.#about) this.failure = failure as Failure;
    }
  }

  /** Reads older entries, so that they can be searched: only what this computer has is searched. */
  async deepen(): Promise<void> {
    const organisation = this.#about?.organisation;
    if (!organisation || !this.#about?.search || this.isReaching) return;
    this.isReaching = true;
    const isSearched = () => this.#about?.organisation === organisation && this.#about.search !== '';
    try {
      for (let read = 0; read < FAR && isSearched() && !this.#depth.isWhole; read += STRIDE) {
        const { before, at } = this.#depth;
        const page = await query<'history'>({
          ask: 'history',
          organisation,
          limit: STRIDE,
          ...(before === null ? {} : { before }),
        });
        if (page.kept || this.#about?.organisation !== organisation) break;
        const last = page.entries.at(-1);
        this.#depth = { before: last?.seq ?? before, at: last?.at ?? at, isWhole: !page.more };
        if (isSearched()) this.searchedTo = page.more ? this.#depth.at : null;
        await this.refresh();
      }
    } catch (failure) {
      this.failure = failure as Failure;
    } finally {
      this.isReaching = false;
    }
  }

  /** Reads until everything that is asked for is here, or `isEnough`; answers whether it came that far. */
  async readAll(isEnough: () => boolean): Promise<boolean> {
    const about = this.#about;
    let before = -1;
    while (about === this.#about && this.searchedTo !== null && before !== this.searchedTo) {
      before = this.searchedTo;
      await this.deepen();
    }
    while (about === this.#about && this.more && !isEnough()) {
      const many = this.entries.length;
      await this.reach();
      // Somebody else is reading: their page comes first.
      if (this.isReaching) await new Promise(requestAnimationFrame);
      else if (many === this.entries.length) return !this.more && this.failure === null;
    }
    return about === this.#about;
  }

  /** Saves entries to a new file; answers where it is. */
  save(form: FileForm, lines: HistoryLine[], filters: string[]): Promise<HistoryFileView> {
    const organisation = this.#about?.organisation ?? '';
    return query<'history_file'>({ ask: 'history_file', organisation, form, lines, filters });
  }

  /** Asks for the page after the last entry that is here. */
  async reach(): Promise<void> {
    const about = this.#about;
    const last = this.entries.at(-1);
    if (!about || !last || !this.more || this.isReaching) return;
    this.isReaching = true;
    try {
      const { entries, more } = await query<'history'>({ ...question(about), before: last.seq });
      if (about !== this.#about || about !== this.#answered || this.entries.at(-1) !== last) return;
      this.entries = [...this.entries, ...entries];
      this.more = more;
    } catch (failure) {
      this.failure = failure as Failure;
      this.more = false;
    } finally {
      this.isReaching = false;
    }
  }
}

function question({ organisation, search }: About): Ask<'history'> {
  return { ask: 'history', organisation, limit: PAGE, ...(search ? { search } : {}) };
}

export const history = new History();
