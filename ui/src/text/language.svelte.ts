// The language people read now. Switching it rewrites everything on screen, nothing restarts.
import { choose, format, type Locale, type Values } from './fluent';

let current = $state<Locale>(choose(navigator.languages));

export function language(): Locale {
  return current;
}

export function speak(locale: Locale): void {
  current = locale;
  document.documentElement.lang = locale;
}

/** One message in the language of now. */
export function t(id: string, values?: Values): string {
  return format(current, id, values);
}
