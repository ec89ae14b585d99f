// What stands in a menu.
import type { WhyNot } from '../text/reason';
import type { Component } from 'svelte';

export type MenuItem = {
  text: string;
  /** What tells it from others of the same text. */
  key?: string;
  onselect: () => unknown;
  icon?: Component<{ size?: number; strokeWidth?: number }>;
  /** A quiet word at the end, such as a count. */
  detail?: string | undefined;
  /** The keys that do the same, one cap each. */
  caps?: readonly string[];
  /** Why this cannot be done; it stays visible and does nothing. */
  barred?: WhyNot | null;
  /** Whether it is ticked, where it can be. */
  isTicked?: boolean;
  /** The menu stays open, so that several can be ticked. */
  staysOpen?: boolean;
  /** A line above parts it from what came before. */
  isParted?: boolean;
  testid?: string;
};

/** Where a layer goes: beside everything, or into the dialog that is open, which makes all else inert. */
export function layerOf(element: Element | null): Element | string {
  return element?.closest('dialog') ?? '#layers';
}
