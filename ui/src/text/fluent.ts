// The messages of all languages, and how one is written out. The server reads the same files.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

export const LOCALES = ['en', 'ru', 'et', 'ro'] as const;
export type Locale = (typeof LOCALES)[number];
export type Values = Record<string, FluentVariable>;

/** What each language calls itself. */
export const OWN_NAMES: Record<Locale, string> = { en: 'English', ru: 'Русский', et: 'Eesti', ro: 'Română' };

const files = import.meta.glob<string>('../../../locales/*/{app,words}.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const bundles = new Map<Locale, FluentBundle>();

/** The messages of a language, read when it is first spoken. */
function bundle(locale: Locale): FluentBundle {
  const read = bundles.get(locale);
  if (read) return read;
  const made = new FluentBundle(locale, { useIsolating: false });
  for (const [path, text] of Object.entries(files)) {
    if (path.includes(`/${locale}/`)) made.addResource(new FluentResource(text));
  }
  bundles.set(locale, made);
  return made;
}

export function has(locale: Locale, id: string): boolean {
  return bundle(locale).hasMessage(id);
}

/** One message; an id without a message is shown as it is. Problems are pushed to `errors`, if it is given. */
export function format(locale: Locale, id: string, values: Values = {}, errors: Error[] = []): string {
  const messages = bundle(locale);
  const message = messages.getMessage(id);
  if (!message?.value) {
    errors.push(new Error(`${locale} has no message ${id}`));
    return id;
  }
  return messages.formatPattern(message.value, values, errors);
}

/** The first of the languages wished for that we speak. */
export function choose(wished: readonly string[]): Locale {
  for (const wish of wished) {
    const found = LOCALES.find((locale) => wish.toLowerCase().split('-')[0] === locale);
    if (found) return found;
  }
  return 'en';
}
