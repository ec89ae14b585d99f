// Doing one thing to many people: everybody is judged beforehand, then each gets a command of their own.
import type { LevelChoice, PersonRow, PersonView, Refusal } from '../bindings/contract';
import { execute, query } from '../ipc';
import { changeOf, commandOf, takeBack, type Act } from './acting.svelte';
import { tell } from './toast.svelte';
import { inTurn } from './turns';

export type ManyAct = Exclude<Act, 'renew_membership'> | 'change_grant';
export type Barred = { row: PersonRow; refusal: Refusal | null };
export type Plan = {
  will: readonly Looked[];
  /** Whom the rules keep from it, with the reason; none where it does not apply to where they stand. */
  cannot: readonly Barred[];
  /** Who has it already. */
  same: readonly Looked[];
};

/** One of them: what is known, and the levels they could have instead. */
export type Looked = { person: PersonView; levels: readonly LevelChoice[] };

/** Questions under way at once. */
const AT_ONCE = 6;

class Many {
  /** Everybody that is ticked, judged one by one. */
  looked = $state.raw<readonly Looked[]>([]);
  isLooking = $state(false);
  seen = $state(0);
  /** How many commands were given, while they are given. */
  given = $state<number | null>(null);
  #round = 0;

  /** Reads everybody anew, and for changing levels what could be given to each. */
  async look(rows: readonly PersonRow[], act: ManyAct): Promise<void> {
    const round = (this.#round += 1);
    [this.looked, this.seen, this.isLooking] = [[], 0, true];
    const found = new Map<string, Looked>();
    const rest = [...rows];
    const one = async () => {
      for (let row = rest.shift(); row && round === this.#round; row = rest.shift()) {
        const looked = await lookAt(row, act).catch(() => null);
        if (looked) found.set(row.membership, looked);
        if (round === this.#round) this.seen += 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    if (round !== this.#round) return;
    this.looked = rows.flatMap(({ membership }) => found.get(membership) ?? []);
    this.isLooking = false;
  }

  stop(): void {
    this.#round += 1;
    this.isLooking = false;
  }

  /** What would become of everybody. */
  plan(act: ManyAct, level: string | null): Plan {
    const [will, cannot, same]: [Looked[], Barred[], Looked[]] = [[], [], []];
    for (const looked of this.looked) {
      const { row } = looked.person;
      if (act === 'change_grant' && row.level === level) same.push(looked);
      else {
        const judged = judge(looked, act, level);
        if (judged === 'may') will.push(looked);
        else cannot.push({ row, refusal: judged });
      }
    }
    return { will, cannot, same };
  }

  /** Gives the commands, one after the other; what is refused then is named. */
  give(plan: Plan, act: ManyAct, choice: LevelChoice | null, done: (count: number, refused: number) => string) {
    this.given = 0;
    return inTurn(() => this.#giveAll(plan, act, choice, done));
  }

  async #giveAll(
    plan: Plan,
    act: ManyAct,
    choice: LevelChoice | null,
    done: (count: number, refused: number) => string,
  ) {
    const ids: string[] = [];
    const made: [ManyAct, PersonView][] = [];
    let [refused, held] = [0, 0];
    for (const { person } of plan.will) {
      const command = act === 'change_grant' ? changeOf(person, choice?.level ?? '') : commandOf(act, person);
      try {
        const { id, held_ms } = await execute(person.row.organisation, command);
        ids.push(id);
        made.push([act, person]);
        held = Math.max(held, held_ms);
      } catch {
        refused += 1;
      }
      this.given = (this.given ?? 0) + 1;
    }
    this.given = null;
    tell(() => done(made.length, refused), {
      undoes: ids,
      back: () => takeBack(made),
      isBad: made.length === 0,
      ...(held > 0 ? { lasts: held } : {}),
    });
  }
}

async function lookAt({ organisation, membership }: PersonRow, act: ManyAct): Promise<Looked> {
  const of = { organisation, membership };
  const person = await query<'person'>({ ask: 'person', ...of });
  if (act !== 'change_grant') return { person, levels: [] };
  const { levels } = await query<'level_choices'>({ ask: 'level_choices', ...of });
  return { person, levels };
}

function judge({ person, levels }: Looked, act: ManyAct, level: string | null): 'may' | Refusal | null {
  if (act === 'change_grant') {
    const choice = levels.find((choice) => choice.level === level);
    return choice ? (choice.refusal ?? 'may') : null;
  }
  const action = person.actions.find(({ command }) => command === act);
  return action ? (action.refusal ?? 'may') : null;
}

export const many = new Many();
