// How an invitation fares: an icon, a word and a colour for each state.
import type { Component } from 'svelte';

import CalendarX from '@lucide/svelte/icons/calendar-x';
import CheckCircle from '@lucide/svelte/icons/circle-check';
import CircleX from '@lucide/svelte/icons/circle-x';
import Hourglass from '@lucide/svelte/icons/hourglass';
import MailCheck from '@lucide/svelte/icons/mail-check';
import MailOpen from '@lucide/svelte/icons/mail-open';
import MailWarning from '@lucide/svelte/icons/mail-warning';
import MailX from '@lucide/svelte/icons/mail-x';
import Replace from '@lucide/svelte/icons/replace';
import Send from '@lucide/svelte/icons/send';
import Undo2 from '@lucide/svelte/icons/undo-2';

import type { Channel, Delay, DeliveryWait, InvitationRow, InvitationState } from '../../bindings/contract';
import { t } from '../../text/language.svelte';
import { when } from '../../text/moment';

type Look = { icon: Component<{ size?: number }>; tone: 'ok' | 'warn' | 'info' | 'bad' | 'mute' };

const LOOKS: Record<InvitationState, Look> = {
  queued: { icon: Hourglass, tone: 'info' },
  sent: { icon: Send, tone: 'info' },
  delivered: { icon: MailCheck, tone: 'info' },
  opened: { icon: MailOpen, tone: 'info' },
  bounced: { icon: MailX, tone: 'bad' },
  failed: { icon: CircleX, tone: 'bad' },
  not_sent: { icon: MailWarning, tone: 'warn' },
  accepted: { icon: CheckCircle, tone: 'ok' },
  declined: { icon: CircleX, tone: 'bad' },
  expired: { icon: CalendarX, tone: 'mute' },
  revoked: { icon: Undo2, tone: 'mute' },
  superseded: { icon: Replace, tone: 'mute' },
};

export function lookOf(delivery: InvitationState): Look {
  return LOOKS[delivery];
}

/** When a letter left; none while it stands in a queue, and where nothing sends it. */
export function leftAtOf({ delivery, pending, sent_at }: Pick<InvitationRow, 'delivery' | 'pending' | 'sent_at'>) {
  return pending !== null || delivery === 'queued' || delivery === 'not_sent' ? null : sent_at;
}

/** The message that names a state. */
export function wordOf(delivery: InvitationState): string {
  return `delivery-${delivery.replaceAll('_', '-')}`;
}

const WAITS = {
  asked: 'delivery-waits-asked',
  unusable: 'delivery-waits-unusable',
  limit: 'delivery-waits-limit',
} as const satisfies Record<Delay, string>;

/** Why a letter has not left yet, and when it is tried again. */
export function waitText({ why, until }: DeliveryWait): string {
  return t(WAITS[why], { until: when(until) });
}

/** What mail servers say, and the message that says it to people. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [
    /\b5\.1\.[16]\b|user unknown|unknown user|no such (user|recipient|mailbox)|does not exist|mailbox unavailable/i,
    'unknown',
  ],
  [/\b[45]\.2\.2\b|mailbox (is )?full|over ?quota|insufficient storage/i, 'full'],
  [/\b5\.7\.\d+\b|spam|blocked|blacklist|policy|rejected for/i, 'refused'],
  [/\b5\.1\.2\b|domain (not found|does not)|no mx|nxdomain|name or service not known|lookup/i, 'domain'],
  [/timed? ?out|in time|connection (refused|reset|closed)|unreachable|unavailable/i, 'unreachable'],
];

/** The message that says why a letter or text message did not arrive. */
export function whyOf(delivery: InvitationState, reason: string | null, channel: Channel = 'email'): string | null {
  const isText = channel === 'sms';
  if (delivery === 'not_sent') return isText ? 'undelivered-no-gateway' : 'undelivered-not-sent';
  if (delivery !== 'bounced' && delivery !== 'failed') return null;
  if (isText) return /\bcountry\b/.test(reason ?? '') ? 'undelivered-country' : 'undelivered-text';
  const known = reason === null ? undefined : KNOWN.find(([pattern]) => pattern.test(reason));
  return `undelivered-${known?.[1] ?? 'other'}`;
}
