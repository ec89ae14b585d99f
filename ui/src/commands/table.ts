// The one table of what can be done by key. Handlers, the sheet of shortcuts and the palette are made from it.
import type { Component } from 'svelte';

import AlarmClock from '@lucide/svelte/icons/alarm-clock';
import Bell from '@lucide/svelte/icons/bell';
import Check from '@lucide/svelte/icons/check';
import CheckCheck from '@lucide/svelte/icons/check-check';
import Bookmark from '@lucide/svelte/icons/bookmark';
import CirclePause from '@lucide/svelte/icons/circle-pause';
import CloudOff from '@lucide/svelte/icons/cloud-off';
import DoorClosed from '@lucide/svelte/icons/door-closed';
import Inbox from '@lucide/svelte/icons/inbox';
import KeyRound from '@lucide/svelte/icons/key-round';
import Keyboard from '@lucide/svelte/icons/keyboard';
import Link2 from '@lucide/svelte/icons/link-2';
import List from '@lucide/svelte/icons/list';
import ListFilter from '@lucide/svelte/icons/list-filter';
import LogOut from '@lucide/svelte/icons/log-out';
import Moon from '@lucide/svelte/icons/moon';
import RefreshCw from '@lucide/svelte/icons/refresh-cw';
import Send from '@lucide/svelte/icons/send';
import Sheet from '@lucide/svelte/icons/sheet';
import Settings from '@lucide/svelte/icons/settings';
import Sun from '@lucide/svelte/icons/sun';
import SunMoon from '@lucide/svelte/icons/sun-moon';
import Undo2 from '@lucide/svelte/icons/undo-2';
import UserRoundPlus from '@lucide/svelte/icons/user-round-plus';
import UserPlus from '@lucide/svelte/icons/user-plus';
import Users from '@lucide/svelte/icons/users';
import UsersRound from '@lucide/svelte/icons/users-round';
import X from '@lucide/svelte/icons/x';

export type Icon = Component<{ size?: number; strokeWidth?: number }>;
export type Where = 'everywhere' | 'go' | 'lists' | 'requests' | 'people' | 'invitations' | 'offline';

type Entry = {
  where: Where;
  /** The message that names it. */
  says: string;
  keys: readonly string[];
  /** Keys that do the same, shown where keys without Ctrl are switched off. */
  instead?: readonly string[];
  /** How the keys are written where there are many of them. */
  shown?: readonly (readonly string[])[];
  /** Only what has an icon stands in the palette. */
  icon?: Icon;
  /** Works while text is typed, too. */
  alsoInText?: true;
};

const table = {
  palette: { where: 'everywhere', says: 'palette', keys: ['Ctrl+k'], alsoInText: true },
  actions: { where: 'everywhere', says: 'keys-actions', keys: ['Ctrl+.'], alsoInText: true },
  filter: { where: 'everywhere', says: 'keys-filter', keys: ['/'], icon: ListFilter },
  invite: { where: 'everywhere', says: 'invite-people', keys: ['n'], icon: UserPlus },
  undo: { where: 'everywhere', says: 'keys-undo', keys: ['z', 'Ctrl+z'], icon: Undo2 },
  shortcuts: { where: 'everywhere', says: 'keys', keys: ['?', 'F1'], icon: Keyboard, alsoInText: true },
  'next-region': { where: 'everywhere', says: 'keys-region', keys: ['F6'], alsoInText: true },
  'previous-region': { where: 'everywhere', says: 'keys-region-back', keys: ['Shift+F6'], alsoInText: true },
  // The web view does this itself.
  zoom: {
    where: 'everywhere',
    says: 'keys-zoom',
    keys: [],
    shown: [['Ctrl', '+ – 0']],
  },
  'save-view': { where: 'everywhere', says: 'view-save', keys: [], icon: Bookmark },
  'send-now': { where: 'everywhere', says: 'send-now', keys: [], icon: RefreshCw },
  'theme-light': { where: 'everywhere', says: 'use-theme-light', keys: [], icon: Sun },
  'theme-dark': { where: 'everywhere', says: 'use-theme-dark', keys: [], icon: Moon },
  'theme-system': { where: 'everywhere', says: 'use-theme-system', keys: [], icon: SunMoon },
  'switch-account': { where: 'everywhere', says: 'account-next', keys: ['g a'], icon: UsersRound },
  'add-account': { where: 'everywhere', says: 'account-add', keys: [], icon: UserRoundPlus },
  'sign-out': { where: 'everywhere', says: 'sign-out', keys: [], icon: LogOut },

  'go-requests': { where: 'go', says: 'requests', keys: ['g r'], icon: Inbox },
  'go-people': { where: 'go', says: 'people', keys: ['g p'], icon: Users },
  'go-invitations': { where: 'go', says: 'invitations', keys: ['g i'], icon: Send },
  'go-import': { where: 'go', says: 'import', keys: ['g m'], icon: Sheet },
  'go-levels': { where: 'go', says: 'levels', keys: ['g l'], icon: KeyRound },
  'go-rooms': { where: 'go', says: 'rooms', keys: ['g d'], icon: DoorClosed },
  'go-history': { where: 'go', says: 'history', keys: ['g u'], icon: List },
  'go-offline': { where: 'go', says: 'outbox', keys: ['g o'], icon: CloudOff },
  bell: { where: 'go', says: 'bell', keys: ['g b'], icon: Bell },
  'go-settings': { where: 'go', says: 'settings', keys: ['Ctrl+,'], icon: Settings, alsoInText: true },
  'go-back': { where: 'go', says: 'keys-back', keys: ['Alt+ArrowLeft'], alsoInText: true },
  'go-forward': { where: 'go', says: 'keys-forward', keys: ['Alt+ArrowRight'], alsoInText: true },
  organisation: {
    where: 'go',
    says: 'keys-organisation',
    keys: ['Ctrl+1', 'Ctrl+2', 'Ctrl+3', 'Ctrl+4', 'Ctrl+5', 'Ctrl+6', 'Ctrl+7', 'Ctrl+8', 'Ctrl+9'],
    shown: [['Ctrl', '1 – 9']],
    alsoInText: true,
  },

  'list-next': { where: 'lists', says: 'keys-next', keys: ['j', 'ArrowDown'] },
  'list-previous': { where: 'lists', says: 'keys-previous', keys: ['k', 'ArrowUp'] },
  'list-extend': { where: 'lists', says: 'keys-extend', keys: ['Shift+j', 'Shift+k'] },
  'list-page': { where: 'lists', says: 'keys-page', keys: ['PageUp', 'PageDown'] },
  'list-end': { where: 'lists', says: 'keys-end', keys: ['Home', 'End'] },
  'list-tick': { where: 'lists', says: 'keys-tick', keys: ['x', ' '] },
  'list-tick-all': { where: 'lists', says: 'keys-tick-all', keys: ['Ctrl+a'] },
  'list-open': { where: 'lists', says: 'keys-open', keys: ['Enter'] },
  'step-back': { where: 'lists', says: 'keys-step-back', keys: ['Escape'] },

  approve: { where: 'requests', says: 'approve', keys: ['a'], instead: ['Ctrl+Enter'], icon: Check },
  'approve-alike': { where: 'requests', says: 'keys-approve-alike', keys: ['m'], icon: CheckCheck },
  decline: { where: 'requests', says: 'decline', keys: ['r'], instead: ['Ctrl+Backspace'], icon: X },
  snooze: { where: 'requests', says: 'keys-snooze', keys: ['s'], icon: AlarmClock },
  level: {
    where: 'requests',
    says: 'keys-level',
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shown: [['1 – 9']],
  },

  'change-level': { where: 'people', says: 'keys-change-level', keys: ['e'], icon: KeyRound },
  'pause-or-resume': { where: 'people', says: 'keys-pause', keys: [], icon: CirclePause },

  resend: { where: 'invitations', says: 'resend', keys: ['s'], icon: Send },
  revoke: { where: 'invitations', says: 'keys-revoke', keys: ['r'], icon: Undo2 },
  'copy-link': { where: 'invitations', says: 'copy-link', keys: ['c'], icon: Link2 },
  'change-invitation': { where: 'invitations', says: 'keys-change-level', keys: ['e'], icon: KeyRound },

  'keep-theirs': { where: 'offline', says: 'keys-keep-theirs', keys: ['1'] },
  'use-mine': { where: 'offline', says: 'keys-use-mine', keys: ['2'] },
  'per-line': { where: 'offline', says: 'keys-per-line', keys: ['3'] },
} as const satisfies Record<string, Entry>;

export type CommandName = keyof typeof table;
export const COMMANDS: Readonly<Record<CommandName, Entry>> = table;
export const NAMES = Object.keys(table) as CommandName[];
