// Several accounts side by side: who is in front, who is being added, who leaves, and whose sign-in has ended.
import { untrack } from 'svelte';

import type { SignedInView, SyncState } from '../bindings/contract';
import { act } from '../ipc';
import { turnTo, whose } from './route.svelte';
import { organisations, session } from './session.svelte';
import { sync } from './sync.svelte';
import { complain } from './toast.svelte';

/** An account that is signed in, and how it stands with its server. */
export type Seated = SignedInView & { isFront: boolean; state: SyncState; unsent: number };

let adding = $state(false);
let leaving = $state<string | null>(null);

/** Every account, in the order in which they signed in. */
export function accounts(): Seated[] {
  const front = session()?.signed_in?.account;
  return (session()?.accounts ?? []).map((one) => {
    const stands = sync()?.accounts.find(({ account }) => account === one.account);
    return { ...one, isFront: one.account === front, state: stands?.state ?? 'working', unsent: stands?.unsent ?? 0 };
  });
}

/** The account whose settings and offers are shown. */
export function front(): Seated | null {
  return accounts().find(({ isFront }) => isFront) ?? null;
}

/** The account for which an organisation is worked in. */
export function accountIn(organisation: string): Seated | null {
  const known = organisations().find(({ id }) => id === organisation);
  return accounts().find(({ account }) => account === known?.account) ?? front();
}

/** Those behind the front whose sign-in has ended: what they have not sent waits until they sign in again. */
export function signedOut(): Seated[] {
  return accounts().filter(({ state, isFront }) => !isFront && state === 'signed_out');
}

/** Brings an account to the front; its organisation is shown where it has just one. */
export async function switchTo(account: string): Promise<void> {
  const its = organisations().filter((one) => one.account === account);
  turnTo(its.length === 1 ? (its[0]?.id ?? null) : null);
  await act({ do: 'switch_account', account }).catch(complain);
}

/** Brings the account after the one in front to the front. */
export function switchToNext(): Promise<void> {
  const all = accounts();
  const next = all[(all.findIndex(({ isFront }) => isFront) + 1) % all.length];
  return next ? switchTo(next.account) : Promise.resolve();
}

/** Whoever chose an organisation of another account has that one in front. */
export function followOrganisation(): void {
  const its = $derived(organisations().find(({ id }) => id === whose())?.account ?? null);
  $effect(() => {
    if (its !== null && untrack(front)?.account !== its) {
      act({ do: 'switch_account', account: its }).catch(complain);
    }
  });
}

export function isAdding(): boolean {
  return adding;
}

export function add(): void {
  adding = true;
}

export function stopAdding(): void {
  adding = false;
}

/** The account that is about to sign out. */
export function leaver(): Seated | null {
  return accounts().find(({ account }) => account === leaving) ?? null;
}

/** Asks whether an account is to sign out; the one in front unless another is named. */
export function askToLeave(account: string | null = front()?.account ?? null): void {
  leaving = account;
}

export function stay(): void {
  leaving = null;
}
