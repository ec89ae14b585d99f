// What needs care, in words: an icon, a colour and a sentence for each kind.
import type { Component } from 'svelte';

import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import CalendarX from '@lucide/svelte/icons/calendar-x';
import Hourglass from '@lucide/svelte/icons/hourglass';
import MailX from '@lucide/svelte/icons/mail-x';

import type { CareKind, CareRow } from '../../bindings/contract';
import { lastDay } from '../../text/days';
import { t } from '../../text/language.svelte';
import { date } from '../../text/moment';

type Look = { icon: Component<{ size?: number }>; tone: 'warn' | 'info' | 'bad' | 'mute' };

const LOOKS: Record<CareKind, Look> = {
  undelivered: { icon: MailX, tone: 'bad' },
  runs_out: { icon: Hourglass, tone: 'warn' },
  access_ends: { icon: CalendarClock, tone: 'warn' },
  ran_out: { icon: CalendarX, tone: 'mute' },
};

export function lookOf(kind: CareKind): Look {
  return LOOKS[kind];
}

/** What is the matter, with the day it is about. */
export function sentenceOf({ kind, at }: CareRow): string {
  switch (kind) {
    case 'undelivered':
      return t('care-undelivered');
    case 'runs_out':
      return t('care-runs-out', { when: date(at) });
    case 'access_ends':
      return t('care-access-ends', { when: lastDay(at) });
    case 'ran_out':
      return t('care-ran-out', { when: date(at) });
  }
}
