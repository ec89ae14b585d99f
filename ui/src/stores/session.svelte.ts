// Who is signed in, to which organisations, and in which language.
import type { Failure, KnownOrganisation, LinkedPlace, SessionView } from '../bindings/contract';
import { act, startedWith } from '../ipc';
import { LOCALES, type Locale } from '../text/fluent';
import { speak } from '../text/language.svelte';
import { forgetDrafts } from './drafts';
import { go, turnTo, whose, type Place } from './route.svelte';
import { forgetTold } from './toast.svelte';
import { View } from './view.svelte';

const view = new View('session', { ask: 'session' });
let unstarted = $state.raw<Failure | null>(null);

export function session(): SessionView | null {
  return view.answer;
}

export function isSignedIn(): boolean {
  return Boolean(view.answer?.signed_in);
}

/** Why the device does not open, for instance because its keychain is locked. */
export function sessionFailure(): Failure | null {
  return view.failure ?? unstarted;
}

/** The window cannot even ask the device. */
export function cannotStart(failure: Failure): void {
  unstarted = failure;
}

/** Follows who is signed in; a language chosen anywhere on this device is spoken at once. */
export async function openSession(): Promise<void> {
  $effect.root(() => {
    const kept = $derived(LOCALES.find((locale) => locale === view.answer?.locale));
    $effect(() => {
      if (kept) speak(kept);
    });
    const front = $derived(view.answer?.signed_in?.account ?? null);
    let before: string | null = null;
    $effect(() => {
      if (before !== null && before !== front) forgetTold();
      before = front;
    });
  });
  await view.refresh();
}

/** Asks the keychain again, which may have been opened meanwhile; answers what the device shows then. */
export async function tryAgain(): Promise<void> {
  // Why it does not open stands on the screen anyway.
  await act({ do: 'sync_now' }).catch(() => {});
  await view.refresh();
}

export function organisations(): KnownOrganisation[] {
  return (view.answer?.organisations ?? []).filter((organisation) => !organisation.gone);
}

/** The organisation whose work is shown; none shows the work of all. */
export function organisation(): KnownOrganisation | null {
  const mine = organisations();
  return mine.find(({ id }) => id === whose()) ?? (mine.length === 1 ? (mine[0] ?? null) : null);
}

/** What an organisation is called where the work of several is shown; where it is that of one, nobody has to be told. */
export function whereOf(id: string): string | null {
  return organisation() ? null : (organisations().find((known) => known.id === id)?.name ?? null);
}

/** The numbers of the sidebar: of the organisation that is shown, or of all together. */
export function counts(): { waiting: number; people: number; failed: number } {
  const shown = organisation();
  const of = shown ? [shown] : organisations();
  const sum = (what: 'waiting' | 'people' | 'failed') => of.reduce((all, one) => all + one[what], 0);
  return { waiting: sum('waiting'), people: sum('people'), failed: sum('failed') };
}

/** Asks for the numbers of the sidebar again. */
export function recount(): Promise<void> {
  return view.refresh();
}

export function chooseOrganisation(id: string | null): void {
  turnTo(id);
}

/** Goes to a place in an organisation's work; that of another gives way to it. */
export function goIn(place: Place, whose: string | null): void {
  const isKnown = organisations().some(({ id }) => id === whose);
  if (isKnown && organisation()?.id !== whose) chooseOrganisation(whose);
  go(place);
}

/** The server to propose to somebody who is not signed in. */
export function suggestedServer(): string {
  return startedWith('server') ?? view.answer?.server ?? '';
}

/** Whether the program brings a server along that can be tried here. */
export function mayTryHere(): boolean {
  return view.answer?.may_try_here ?? false;
}

/** Finds out whether a Doorward server answers there. */
export function connect(server: string): Promise<void> {
  return act({ do: 'connect', server });
}

/** Opens the page of an invitation in the system's browser. */
export function openLink(link: string): Promise<void> {
  return act({ do: 'open_link', link });
}

/** Opens the link that another program handed over. */
export function openHanded(): Promise<void> {
  return act({ do: 'open_handed' });
}

/** A screen that a link of another program leads to, until it was gone to. */
export function linked(): LinkedPlace | null {
  return session()?.linked ?? null;
}

/** Puts that link away. */
export function forgetHanded(): Promise<void> {
  return act({ do: 'forget_handed' });
}

/** Starts the server that the program brings along, with demo data, and signs its owner in. */
export async function tryHere(): Promise<void> {
  await act({ do: 'try_here' });
  await view.refresh();
}

/** Protects what is kept here by a passphrase; `anew` where another one was forgotten. */
export async function choosePassphrase(passphrase: string, anew: boolean): Promise<void> {
  await act({ do: 'passphrase', passphrase, ...(anew ? { anew } : {}) });
  await view.refresh();
}

export async function openWithPassphrase(passphrase: string): Promise<void> {
  await act({ do: 'passphrase', passphrase });
  await view.refresh();
}

/** Works without: nothing is written to this computer. */
export async function declinePassphrase(): Promise<void> {
  await act({ do: 'decline_passphrase' });
  await view.refresh();
}

export async function signIn(server: string, email: string, password: string): Promise<void> {
  await act({ do: 'sign_in', server, email, password });
  await view.refresh();
}

export async function signOut(account: string, discard: boolean): Promise<void> {
  await act({ do: 'sign_out', account, discard });
  forgetDrafts(account);
  forgetTold();
  turnTo(null);
  await view.refresh();
}

export async function setLocale(locale: Locale): Promise<void> {
  speak(locale);
  await act({ do: 'set_locale', locale });
}
