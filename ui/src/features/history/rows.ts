// The history as it is listed: a heading for each day, and its entries.
import type { HistoryEntry } from '../../bindings/contract';

export type Row = { is: 'day'; at: number } | { is: 'entry'; entry: HistoryEntry };

const dayOf = (at: number) => new Date(at).toDateString();

export function rowsOf(entries: readonly HistoryEntry[]): Row[] {
  return entries.flatMap((entry, index): Row[] => {
    const before = entries[index - 1];
    const row: Row = { is: 'entry', entry };
    return before && dayOf(before.at) === dayOf(entry.at) ? [row] : [{ is: 'day', at: entry.at }, row];
  });
}
