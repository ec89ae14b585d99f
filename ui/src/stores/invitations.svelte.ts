// Invitations and links: one tab of them, the one that is open, and what is done with it.
import { untrack } from 'svelte';

import type {
  Action,
  Ask,
  Command,
  InvitationRow,
  InvitationsView,
  InvitationTab,
  InvitationView,
  LinkRow,
  LinkUrlView,
  Version,
} from '../bindings/contract';
import { execute, query } from '../ipc';
import { t } from '../text/language.svelte';
import { Pieces } from './pieces.svelte';
import { at, here, move, open } from './route.svelte';
import { isSignedIn, organisation } from './session.svelte';
import { complain, doneOr, tell, type Said } from './toast.svelte';
import { inTurn } from './turns';
import { View } from './view.svelte';

export const TABS = ['waiting', 'failed', 'expired', 'accepted', 'revoked'] as const satisfies readonly InvitationTab[];

/** A line of the list. Links stand first: there are few of them. */
export type Line = { is: 'invitation'; row: InvitationRow } | { is: 'link'; row: LinkRow };

type LinkChange = Pick<
  Extract<Command, { type: 'change_link' }>,
  'name' | 'level' | 'needs_approval' | 'max_uses' | 'domains' | 'regenerate'
>;
type Question = Omit<Ask<'invitations'>, 'offset' | 'limit'>;

export function keyOf(line: Line): string {
  return line.is === 'link' ? line.row.link : line.row.membership;
}

/** Whom an invitation goes to. */
export function addressee(row: InvitationRow): string {
  return row.contact ?? row.name ?? t('no-name');
}

class Invitations {
  readonly list = new Pieces<Question, InvitationRow, InvitationsView>(['invitations'], (question, offset, limit) =>
    query<'invitations'>({ ...question, offset, limit }),
  );
  readonly #detail = new View<'invitation'>('invitations');
  /** The secret of a link that somebody asked to see. */
  shown = $state.raw<{ link: string; secret: LinkUrlView } | null>(null);
  /** A link whose secret was just made, and the version that is over: it is shown as soon as the server has it. */
  #made = $state.raw<{ link: string; over: Version | null } | null>(null);

  readonly links = $derived(this.list.answer?.links ?? []);
  readonly count = $derived(this.links.length + this.list.count);
  readonly tab = $derived(TABS.find((tab) => tab === here().filters['tab']) ?? 'waiting');
  readonly search = $derived(here().filters['search'] ?? '');

  /** Where the line that is open stands; -1 when it is not here. */
  readonly active = $derived.by(() => {
    const id = here().screen === 'invitations' ? here().id : null;
    const link = this.links.findIndex(({ link }) => link === id);
    if (link >= 0 || id === null) return link;
    const row = this.list.find(({ membership }) => membership === id);
    return row < 0 ? -1 : this.links.length + row;
  });
  readonly selected = $derived(this.active < 0 ? null : (this.line(this.active) ?? null));
  /** All about the open invitation, as soon as it is here. */
  readonly detail = $derived.by((): InvitationView | null => {
    const answer = this.#detail.answer;
    const selected = this.selected;
    return selected?.is === 'invitation' && answer?.row.membership === selected.row.membership ? answer : null;
  });

  line(index: number): Line | undefined {
    const link = this.links[index];
    if (link) return { is: 'link', row: link };
    const row = this.list.row(index - this.links.length);
    return row && { is: 'invitation', row };
  }

  /** Asks while somebody looks; call it when the screen opens. */
  follow(): void {
    const question = $derived.by((): Question | null => {
      const id = organisation()?.id;
      if (!isSignedIn() || !id) return null;
      const search = this.search.trim();
      return { ask: 'invitations', organisation: id, tab: this.tab, ...(search ? { search } : {}) };
    });
    $effect(() => {
      const asked = question;
      untrack(() => this.list.ask(asked));
    });
    const asked = $derived(this.selected?.is === 'invitation' ? this.selected.row.membership : null);
    $effect(() => {
      const id = organisation()?.id;
      void this.#detail.ask(asked && id ? { ask: 'invitation', organisation: id, membership: asked } : null);
    });
    $effect(() => {
      const line = this.selected;
      const made = this.#made;
      if (!made || !line) return;
      if (
        line.is === 'link' &&
        line.row.link === made.link &&
        (line.row.pending || isSame(line.row.version, made.over))
      )
        return;
      // Whoever has gone on to another line is shown nothing when they come back.
      this.#made = null;
      if (line.is === 'link' && line.row.link === made.link && line.row.open) void this.show(line.row);
    });
    // Whoever goes on to another line does not leave a secret on screen.
    $effect(() => {
      if (here().id !== this.shown?.link) this.shown = null;
    });
  }

  select(index: number): void {
    const line = this.line(index);
    if (line) open(keyOf(line));
  }

  async resend(row: InvitationRow): Promise<void> {
    const command: Command = { type: 'resend_invitation', membership: row.membership };
    const leaves = this.tab !== 'waiting';
    await this.#do(row.organisation, command, () => t('invitation-resent', { name: addressee(row) }), leaves);
  }

  async revoke(row: InvitationRow): Promise<void> {
    const command: Command = { type: 'revoke_invitation', membership: row.membership };
    await this.#do(row.organisation, command, () => t('invitation-revoked', { name: addressee(row) }), true);
  }

  async closeLink(row: LinkRow): Promise<void> {
    const command: Command = { type: 'close_link', link: row.link };
    await this.#do(row.organisation, command, () => t('link-closed', { name: labelOf(row) }), true);
  }

  /** The secret link of an invitation; the server notes that it was shown. */
  async linkOf(row: InvitationRow): Promise<string> {
    const { organisation, membership } = row;
    return (await query<'invitation_link'>({ ask: 'invitation_link', organisation, membership })).url;
  }

  /** Opens a link that was just made. */
  openMade(link: string): void {
    this.#made = { link, over: null };
    move(at('invitations', link));
  }

  /** Makes the secret of a link anew, on the same terms: the old one is dead as soon as the server has it. */
  async regenerate(row: LinkRow): Promise<void> {
    this.shown = null;
    this.#made = { link: row.link, over: row.version };
    if (this.tab !== 'waiting') move(at('invitations', row.link));
    const isDone = await this.changeLink(row, { regenerate: true }, () => t('link-made-anew', { name: labelOf(row) }));
    if (!isDone) this.#made = null;
  }

  /** Changes what a link says; what is not named stays. */
  changeLink(row: LinkRow, to: Partial<LinkChange>, done: Said): Promise<boolean> {
    const command: Command = {
      type: 'change_link',
      link: row.link,
      name: row.label ?? '',
      level: row.level,
      needs_approval: row.needs_approval,
      max_uses: row.limit,
      regenerate: false,
      based_on: row.version,
      ...to,
    };
    return this.#do(row.organisation, command, done, false);
  }

  /** Shows the secret of a share link; the server notes it. */
  async show(row: LinkRow): Promise<void> {
    try {
      const secret = await query<'link_url'>({ ask: 'link_url', organisation: row.organisation, link: row.link });
      if (here().id === row.link) this.shown = { link: row.link, secret };
    } catch (failure) {
      complain(failure);
    }
  }

  /** Saves the code of a share link as a picture; the server notes that it was shown. */
  async saveCode({ organisation, link }: LinkRow, name: string): Promise<void> {
    try {
      const { path } = await query<'save_code'>({ ask: 'save_code', organisation, link, name });
      tell(() => t('batch-saved', { path }));
    } catch (failure) {
      complain(failure);
    }
  }

  /** Where the line leaves the tab, the next one is selected before anything is answered: the keyboard never waits. */
  async #do(organisation: string, command: Command, done: Said, leaves: boolean): Promise<boolean> {
    const before = here().id;
    let isDone = false;
    const next = leaves ? (this.line(this.active + 1) ?? this.line(this.active - 1)) : undefined;
    if (leaves) open(next ? keyOf(next) : null);
    await inTurn(async () => {
      try {
        const { id, certain, held_ms } = await execute(organisation, command);
        const heard = next ? () => t('next-invitation', { name: nameOf(next) }) : null;
        tell(doneOr(certain, done), {
          undoes: [id],
          next: heard,
          ...(held_ms > 0 ? { lasts: held_ms } : {}),
        });
        isDone = true;
      } catch (failure) {
        if (leaves) open(before);
        complain(failure);
      }
    });
    return isDone;
  }
}

/** What a link is called. */
export function labelOf(row: LinkRow): string {
  return row.label ?? t('share-link');
}

/** What a line is called. */
export function nameOf(line: Line): string {
  return line.is === 'link' ? labelOf(line.row) : addressee(line.row);
}

function isSame(one: Version, other: Version | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What the rules say of doing something. */
export function actionOf(actions: readonly Action[], command: Command['type']): Action | undefined {
  return actions.find((action) => action.command === command);
}

export const invitations = new Invitations();
