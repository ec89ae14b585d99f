// What each step of a membership looks like.
import ArrowDownLeft from '@lucide/svelte/icons/arrow-down-left';
import CalendarX from '@lucide/svelte/icons/calendar-x';
import CheckCircle from '@lucide/svelte/icons/circle-check';
import CircleDot from '@lucide/svelte/icons/circle-dot';
import CircleX from '@lucide/svelte/icons/circle-x';
import KeyRound from '@lucide/svelte/icons/key-round';
import LogOut from '@lucide/svelte/icons/log-out';
import Pause from '@lucide/svelte/icons/pause';
import Replace from '@lucide/svelte/icons/replace';
import RotateCcw from '@lucide/svelte/icons/rotate-ccw';
import Send from '@lucide/svelte/icons/send';
import Undo2 from '@lucide/svelte/icons/undo-2';

import type { Step } from '../../components/passage';

type Look = Pick<Step, 'icon' | 'tone'>;

const DONE: Look = { icon: CheckCircle, tone: 'ok' };
const SENT: Look = { icon: Send, tone: 'info' };
const REFUSED: Look = { icon: CircleX, tone: 'bad' };
const BACK: Look = { icon: Undo2, tone: 'mute' };
const AGAIN: Look = { icon: RotateCcw, tone: 'ok' };

const LOOKS: Readonly<Record<string, Look>> = {
  person_invited: SENT,
  invitation_resent: SENT,
  invitation_accepted: DONE,
  invitation_declined: REFUSED,
  invitation_revoked: BACK,
  join_requested: { icon: ArrowDownLeft, tone: 'info' },
  request_approved: DONE,
  request_declined: REFUSED,
  request_cancelled: BACK,
  request_reopened: AGAIN,
  member_added: DONE,
  superseded: { icon: Replace, tone: 'mute' },
  membership_ended: { icon: LogOut, tone: 'mute' },
  membership_expired: { icon: CalendarX, tone: 'mute' },
  membership_renewed: AGAIN,
  member_suspended: { icon: Pause, tone: 'warn' },
  member_resumed: AGAIN,
  grant_changed: { icon: KeyRound, tone: 'info' },
};

export function lookOf(kind: string): Look {
  return LOOKS[kind] ?? { icon: CircleDot, tone: 'mute' };
}
