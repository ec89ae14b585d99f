// Several things in one sentence, as the language of now joins them.
import { language } from './language.svelte';

export function listed(parts: readonly string[], joined: 'and' | 'or' = 'and'): string {
  const type = joined === 'and' ? 'conjunction' : 'disjunction';
  return new Intl.ListFormat(language(), { type }).format(parts);
}
