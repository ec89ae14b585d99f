// Doing one thing to many people: everybody is judged beforehand, then each gets a command of their own.
import type { AccessItem, AccessShare, AccessSubject, LevelChoice, PersonRow, PersonView } from '../bindings/contract';
import { execute, query } from '../ipc';
import { t } from '../text/language.svelte';
import type { WhyNot } from '../text/reason';
import { keyOf } from '../components/access/sentences';
import { changeOf, commandOf, takeBack, type Act, type Back } from './acting.svelte';
import { doneTo } from './giving';
import { complain, tell } from './toast.svelte';
import { inTurn } from './turns';

export type ManyAct = Act | 'change_grant';
export type Barred = { row: PersonRow; why: WhyNot | null };
export type Plan = {
  will: readonly PersonView[];
  /** Whom the rules keep from it, with the reason; none where it does not apply to where they stand. */
  cannot: readonly Barred[];
  /** Who has it already. */
  same: readonly PersonView[];
};

/** What a level comes to for all of them, as the rules say it. */
type Told = {
  /** Which was asked about; none while only the choice is known. */
  level: string | null;
  levels: readonly LevelChoice[];
  subjects: ReadonlyMap<string, AccessSubject>;
  shares: readonly AccessShare[];
};

const NOTHING: Told = { level: null, levels: [], subjects: new Map(), shares: [] };
/** Questions under way at once. */
const AT_ONCE = 6;
/** People that one question about access names at most. */
export const MOST = 500;

class Many {
  /** Everybody that is ticked, judged one by one. */
  looked = $state.raw<readonly PersonView[]>([]);
  /** Whoever of them could not be read; they stay as they are. */
  unread = $state.raw<readonly PersonRow[]>([]);
  /** What is told of levels: which there are, and of the one that is chosen what it comes to. */
  told = $state.raw<Told>(NOTHING);
  isLooking = $state(false);
  seen = $state(0);
  /** How many commands were given, while they are given. */
  given = $state<number | null>(null);
  #round = 0;
  #choice = 0;

  /** Reads everybody anew, and for changing levels which of them could be given. */
  async look(rows: readonly PersonRow[], act: ManyAct): Promise<void> {
    const round = (this.#round += 1);
    [this.looked, this.unread, this.seen, this.isLooking, this.told] = [[], [], 0, true, NOTHING];
    const found = new Map<string, PersonView>();
    const rest = [...rows];
    const one = async () => {
      for (let row = rest.shift(); row && round === this.#round; row = rest.shift()) {
        const looked = await lookAt(row).catch(() => null);
        if (looked) found.set(row.membership, looked);
        if (round === this.#round) this.seen += 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    if (act === 'change_grant') await this.#choose([...found.values()], null);
    if (round !== this.#round) return;
    this.looked = rows.flatMap(({ membership }) => found.get(membership) ?? []);
    this.unread = rows.filter(({ membership }) => !found.has(membership));
    this.isLooking = false;
  }

  stop(): void {
    this.#round += 1;
    this.isLooking = false;
  }

  /** Asks what a level comes to for everybody. */
  choose(level: string): Promise<void> {
    return this.#choose(this.looked, level);
  }

  async #choose(people: readonly PersonView[], level: string | null): Promise<void> {
    const round = (this.#choice += 1);
    try {
      const told = await tellOf(people, level);
      if (round === this.#choice) this.told = told;
    } catch (failure) {
      complain(failure);
    }
  }

  /** What would become of everybody. */
  plan(act: ManyAct): Plan {
    const [will, cannot, same]: [PersonView[], Barred[], PersonView[]] = [[], [], []];
    for (const person of this.looked) {
      const judged = act === 'change_grant' ? this.#judgeLevel(person) : judge(person, act);
      if (judged === 'may') will.push(person);
      else if (judged === 'same') same.push(person);
      else cannot.push({ row: person.row, why: judged });
    }
    return { will, cannot, same };
  }

  #judgeLevel({ row }: PersonView): 'may' | 'same' | WhyNot | null {
    const told = this.told.subjects.get(row.membership);
    if (!told?.act) return null;
    return told.unchanged ? 'same' : (told.refusal ?? 'may');
  }

  /** Gives the commands, one after the other; what is refused then is named. */
  give(plan: Plan, act: ManyAct, choice: LevelChoice | null, done: (count: number) => string) {
    this.given = 0;
    return inTurn(() => this.#giveAll(plan, act, choice, done));
  }

  async #giveAll(plan: Plan, act: ManyAct, choice: LevelChoice | null, done: (count: number) => string) {
    const ids: string[] = [];
    const backs: Back[] = [];
    let [made, refused, held] = [0, 0, 0];
    // Whoever takes something from themselves may not be able to do the rest afterwards.
    const inOrder = [...plan.will].sort((one, other) => Number(one.own) - Number(other.own));
    for (const person of inOrder) {
      const command = act === 'change_grant' ? changeOf(person, choice?.level ?? '') : commandOf(act, person);
      try {
        const { organisation, membership } = person.row;
        const { id, held_ms, back } = await execute(organisation, command);
        ids.push(id);
        made += 1;
        if (back) backs.push({ organisation, membership, back });
        held = Math.max(held, held_ms);
      } catch {
        refused += 1;
      }
      this.given = (this.given ?? 0) + 1;
    }
    this.given = null;
    tell(() => doneTo(made, refused, done), {
      undoes: ids,
      // What only some of it has is no way back.
      ...(made > 0 && backs.length === made ? { back: () => takeBack(backs) } : {}),
      isBad: made === 0,
      ...(held > 0 ? { lasts: held } : {}),
    });
  }
}

function lookAt({ organisation, membership }: PersonRow): Promise<PersonView> {
  return query<'person'>({ ask: 'person', organisation, membership });
}

/** Asks in pieces, and puts what they answer together. */
async function tellOf(people: readonly PersonView[], level: string | null): Promise<Told> {
  const organisation = people[0]?.row.organisation;
  if (!organisation) return NOTHING;
  const subjects = new Map<string, AccessSubject>();
  const shares = new Map<string, AccessShare>();
  let levels: readonly LevelChoice[] = [];
  for (let from = 0; from < people.length; from += MOST) {
    const memberships = people.slice(from, from + MOST).map(({ row }) => row.membership);
    const named = { ask: 'another_level', organisation, memberships } as const;
    const piece = await query<'another_level'>(level === null ? named : { ...named, level });
    levels = piece.levels.map((choice) => levels.find((it) => it.level === choice.level && !it.refusal) ?? choice);
    for (const subject of piece.subjects) subjects.set(subject.membership, subject);
    for (const share of piece.shares) {
      const key = shareKey(share.item, share.gains);
      shares.set(key, { ...share, people: share.people + (shares.get(key)?.people ?? 0) });
    }
  }
  return { level, levels, subjects, shares: [...shares.values()] };
}

const shareKey = (item: AccessItem, gains: boolean) => `${gains}${keyOf(item)}`;

function judge(person: PersonView, act: ManyAct): 'may' | WhyNot | null {
  const action = person.actions.find(({ command }) => command === act);
  if (!action) return null;
  // Leaving is final for whoever leaves, and takes away what the rest is done by: it is done alone, and explained first.
  const isLeaving = person.own && (act === 'end_membership' || act === 'expire_membership');
  return action.refusal ?? (isLeaving ? t('own-leave') : 'may');
}

export const many = new Many();
