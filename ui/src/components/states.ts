// How a person's state is drawn: a drawing and a colour, beside its word.
import type { Component } from 'svelte';

import ArrowDownLeft from '@lucide/svelte/icons/arrow-down-left';
import ArrowUpRight from '@lucide/svelte/icons/arrow-up-right';
import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import CalendarX from '@lucide/svelte/icons/calendar-x';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleX from '@lucide/svelte/icons/circle-x';
import Clock from '@lucide/svelte/icons/clock';
import LogOut from '@lucide/svelte/icons/log-out';
import Pause from '@lucide/svelte/icons/pause';
import Undo2 from '@lucide/svelte/icons/undo-2';

import type { PersonState } from '../bindings/contract';

type Icon = Component<{ size?: number; strokeWidth?: number }>;
/** The arrow says who waits for whom. */
type Drawn = { icon: Icon; tone: 'ok' | 'warn' | 'info' | 'bad' | 'mute'; arrow?: Icon };

export const DRAWN: Record<PersonState, Drawn> = {
  member: { icon: CircleCheck, tone: 'ok' },
  starting: { icon: CalendarClock, tone: 'info' },
  lapsed: { icon: CalendarX, tone: 'warn' },
  paused: { icon: Pause, tone: 'warn' },
  invited: { icon: Clock, tone: 'info', arrow: ArrowUpRight },
  waiting: { icon: Clock, tone: 'warn', arrow: ArrowDownLeft },
  declined: { icon: CircleX, tone: 'bad' },
  cancelled: { icon: Undo2, tone: 'mute' },
  ended: { icon: LogOut, tone: 'mute' },
  expired: { icon: CalendarX, tone: 'mute' },
};

/** The width of a drawing, with or without an arrow. */
export const sizeOf = (hasArrow: boolean): number => (hasArrow ? 25 : 14);
