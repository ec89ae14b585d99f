// Numbers as people read them, in the language of now.
import { language } from './language.svelte';

/** 100 000, 100.000 or 100,000 */
export function number(value: number): string {
  return new Intl.NumberFormat(language()).format(value);
}
