// Why some are left as they are: one sentence for each reason, with whom it keeps.
import type { PersonRow } from '../../bindings/contract';
import type { Barred } from '../../stores/many.svelte';
import { t } from '../../text/language.svelte';
import { whyWithRule } from '../../text/reason';

export type Reason = { text: string; rows: PersonRow[] };

export function reasonsOf(barred: readonly Barred[]): Reason[] {
  const found = new Map<string, PersonRow[]>();
  for (const { row, why: whyNot } of barred) {
    const why = whyNot ? whyWithRule(whyNot) : t('bulk-not-so');
    found.set(why, [...(found.get(why) ?? []), row]);
  }
  return [...found].map(([why, rows]) => ({ text: t('bulk-stay', { count: rows.length, why }), rows }));
}
