// What became of a command: a sign, a word and a colour for each state.
import type { Component } from 'svelte';

import Check from '@lucide/svelte/icons/check';
import CircleX from '@lucide/svelte/icons/circle-x';
import Clock from '@lucide/svelte/icons/clock';
import Equal from '@lucide/svelte/icons/equal';
import Send from '@lucide/svelte/icons/send';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';

import type { EntryState } from '../../bindings/contract';

type Look = {
  icon: Component<{ size?: number; strokeWidth?: number }>;
  tone: 'ok' | 'warn' | 'info' | 'bad' | 'mute';
  /** The message that names it. */
  says: string;
};

const LOOKS: Record<EntryState['is'], Look> = {
  held: { icon: Clock, tone: 'warn', says: 'entry-waiting' },
  waiting: { icon: Clock, tone: 'warn', says: 'entry-waiting' },
  sending: { icon: Send, tone: 'info', says: 'entry-sending' },
  applied: { icon: Check, tone: 'ok', says: 'entry-applied' },
  no_change: { icon: Equal, tone: 'mute', says: 'entry-no-change' },
  refused: { icon: CircleX, tone: 'bad', says: 'entry-refused' },
  stuck: { icon: TriangleAlert, tone: 'bad', says: 'entry-stuck' },
};

export function became(is: EntryState['is']): Look {
  return LOOKS[is];
}
