// The rooms of the organisation that is shown, by site: a window of them, the one that is open, and what is done to them.
import type { Command, PeopleView, PersonState, PlaceRoom, PlaceSite, Refusal, RoomView } from '../bindings/contract';
import { execute, query } from '../ipc';
import { t } from '../text/language.svelte';
import { here, open } from './route.svelte';
import { isSignedIn, organisation } from './session.svelte';
import { complain, doneOr, tell, type Said } from './toast.svelte';
import { inTurn } from './turns';
import { View } from './view.svelte';

/** Rooms that are shown before somebody asks for more. */
const FIRST = 200;
/** People that are named of those who can enter, and of the others. */
const NAMED = 8;
/** Who can enter, and whose access names the room and opens nothing now. */
export const ENTERING: PersonState[] = ['member'];
export const KEPT_OUT: PersonState[] = ['starting', 'lapsed', 'paused', 'invited'];
/** What letting somebody in takes. */
const GRANT = 'access.grant';

class Places {
  readonly view = new View<'places'>('levels');
  readonly #room = new View<'room'>('levels');
  readonly #entering = new View<'people'>('people');
  readonly #keptOut = new View<'people'>('people');
  readonly #granting = new View<'why'>('people');
  #most = $state(FIRST);

  readonly search = $derived(here().screen === 'rooms' ? (here().filters['search'] ?? '') : '');
  readonly sites = $derived<readonly PlaceSite[]>(this.view.answer?.sites ?? []);
  /** Every room that is shown, in the order in which it is. */
  readonly rooms = $derived<readonly PlaceRoom[]>(this.sites.flatMap((site) => site.rooms));
  readonly left = $derived((this.view.answer?.total ?? 0) - this.rooms.length);
  readonly #wanted = $derived(here().screen === 'rooms' ? here().id : null);
  readonly index = $derived(this.rooms.findIndex(({ id }) => id === this.#wanted));
  /** All about the room that is open, as soon as it is here. */
  readonly detail = $derived.by((): RoomView | null => {
    const answer = this.#room.answer;
    return answer?.id === this.#wanted ? answer : null;
  });
  /** Who can enter it. */
  readonly entering = $derived<PeopleView | null>(this.detail ? this.#entering.answer : null);
  /** Who has it and cannot enter it now. */
  readonly keptOut = $derived<PeopleView | null>(this.detail ? this.#keptOut.answer : null);
  /** Why this account can let nobody in, if so. */
  readonly noLettingIn = $derived<Refusal | null>(
    this.#granting.answer?.why.allowed === false ? { code: 'forbidden', facts: { needs: GRANT } } : null,
  );
  readonly failure = $derived(this.#wanted === null ? null : this.#room.failure);

  /** Asks while somebody looks; call it when the screen opens. */
  follow(): void {
    const id = $derived(isSignedIn() ? organisation()?.id : undefined);
    const wanted = $derived(this.#wanted);
    $effect(() => {
      const search = this.search.trim();
      const question = { ask: 'places', limit: this.#most, ...(search ? { search } : {}) } as const;
      void this.view.ask(id ? { ...question, organisation: id } : null);
    });
    $effect(() => void this.#granting.ask(id ? { ask: 'why', organisation: id, permission: GRANT } : null));
    $effect(() => {
      void this.#room.ask(id && wanted ? { ask: 'room', organisation: id, room: wanted } : null);
      // Whoever does not see the members has nobody but themselves here: that says nothing about the room.
      const isSeen = organisation()?.may.people ?? false;
      const named = id && wanted && isSeen ? { organisation: id, room: wanted, limit: NAMED } : null;
      void this.#entering.ask(named && { ask: 'people', ...named, states: ENTERING });
      void this.#keptOut.ask(named && { ask: 'people', ...named, states: KEPT_OUT });
    });
  }

  more(): void {
    this.#most = Math.min(500, this.#most + FIRST);
  }

  /** Goes on in the list. */
  step(by: number): void {
    const to = Math.min(this.rooms.length - 1, Math.max(0, this.index + (this.index < 0 ? Math.max(0, by) : by)));
    const room = this.rooms[to];
    if (room) open(room.id);
  }

  siteOf(room: string): PlaceSite | null {
    return this.sites.find(({ rooms }) => rooms.some(({ id }) => id === room)) ?? null;
  }

  async makeSite(site: string, name: string): Promise<boolean> {
    return this.#do({ type: 'make_site', site, name }, () => t('site-made', { name }));
  }

  async renameSite({ id, version }: PlaceSite, name: string): Promise<boolean> {
    return this.#do({ type: 'change_site', site: id, name, based_on: version }, () => t('site-changed', { name }));
  }

  async removeSite({ id, name }: PlaceSite): Promise<void> {
    await this.#do({ type: 'remove_site', site: id }, () => t('site-removed', { name }));
  }

  async makeRoom(room: string, name: string, site: string): Promise<boolean> {
    return this.#do({ type: 'make_room', room, site, name }, () => t('room-made', { name }));
  }

  async changeRoom({ id, version }: RoomView, name: string, site: string): Promise<boolean> {
    return this.#do({ type: 'change_room', room: id, site, name, based_on: version }, () =>
      t('room-changed', { name }),
    );
  }

  async removeRoom({ id, name }: RoomView): Promise<boolean> {
    const isDone = await this.#do({ type: 'remove_room', room: id }, () => t('room-removed', { name }));
    if (isDone && this.#wanted === id) open(null);
    return isDone;
  }

  /** The identity of a site or room that is new. */
  async newId(): Promise<string> {
    return (await query<'ids'>({ ask: 'ids', count: 1 })).ids[0] ?? '';
  }

  /** Whether it was done; what went wrong is said. */
  async #do(command: Command, done: Said): Promise<boolean> {
    const here = organisation()?.id;
    if (!here) return false;
    let isDone = false;
    await inTurn(async () => {
      try {
        const { id, certain, held_ms } = await execute(here, command);
        tell(doneOr(certain, done), { undoes: id, ...(held_ms > 0 ? { lasts: held_ms } : {}) });
        isDone = true;
      } catch (failure) {
        complain(failure);
      }
    });
    return isDone;
  }
}

export const places = new Places();
