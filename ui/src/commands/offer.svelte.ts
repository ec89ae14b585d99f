// What can be done on what is shown now: screens offer commands, keys and the palette carry them out.
import type { WhyNot } from '../text/reason';
import { untrack } from 'svelte';

import { listen, type Keys } from '../keyboard';
import { COMMANDS, NAMES, type CommandName } from './table';

export type Offer = {
  run: (event?: KeyboardEvent) => unknown;
  /** Says it of what is selected: "Approve Anna Sokolova". */
  text?: () => string;
  /** Why it cannot be done now. */
  barred?: () => WhyNot | null;
};
export type Offers = Partial<Record<CommandName, Offer | Offer['run']>>;
type Layer = { offers: Offers; subject: (() => string | null) | null };

let layers = $state.raw<readonly Layer[]>([]);

/**
 * Offers commands while a screen is there; call it inside an effect. A `subject` names what they are about, such as the
 * person selected: then the palette puts them first, under that name.
 */
export function offer(offers: Offers, subject: (() => string | null) | null = null): () => void {
  const layer = { offers, subject };
  untrack(() => (layers = [...layers, layer]));
  const deaf = [listen(keysFor(offers, false)), listen(keysFor(offers, true), true)];
  return () => {
    layers = layers.filter((other) => other !== layer);
    deaf.forEach((stop) => stop());
  };
}

/** The keys of some commands, for those who listen themselves. */
export function keysFor(offers: Offers, inText?: boolean): Keys {
  const keys: Keys = {};
  for (const name of NAMES) {
    const [entry, given] = [COMMANDS[name], offers[name]];
    if (!given || (inText !== undefined && inText !== Boolean(entry.alsoInText))) continue;
    const { run, barred } = offerOf(given);
    for (const key of [...entry.keys, ...(entry.instead ?? [])]) {
      keys[key] = (event) => void (barred?.() ? null : run(event));
    }
  }
  return keys;
}

function offerOf(given: Offer | Offer['run']): Offer {
  return typeof given === 'function' ? { run: given } : given;
}

export type Offered = Offer & { name: CommandName; subject: string | null };

/** Everything that can be done now; what was offered last counts. */
export function offered(): Offered[] {
  const found = new Map<CommandName, Offered>();
  for (const { offers, subject } of layers) {
    for (const name of NAMES) {
      const given = offers[name];
      if (given) found.set(name, { ...offerOf(given), name, subject: subject?.() ?? null });
    }
  }
  return NAMES.flatMap((name) => found.get(name) ?? []);
}

/** Does something as if its key had been pressed. */
export function carryOut(name: CommandName): void {
  const one = offered().find((one) => one.name === name);
  if (one && !one.barred?.()) void one.run();
}
