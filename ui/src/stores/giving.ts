// Giving access as the device judged it: one command for each person, what was done said in one sentence, with a way back.
import type { AccessSubject, AddedRow, Command, Grant, Version } from '../bindings/contract';
import { execute } from '../ipc';
import { t } from '../text/language.svelte';
import { takeBack, type Back } from './acting.svelte';
import { complain, doneOr, tell } from './toast.svelte';

/** What goes with a command of a draft: why, and the version that the draft was begun on. */
type With = { readonly note?: string; readonly begun?: Version | undefined };
/** The versions that a draft was begun on, by whose they are. */
export type Versions = ReadonlyMap<string, Version>;
/** Somebody whose access is another one since a draft was begun: what they had then and have now, where that is known. */
export type Meanwhile = { membership: string; name: string | null; before: Grant | null; after: Grant | null };

export const sameVersion = (one: Version | null, other: Version | null) =>
  JSON.stringify(one) === JSON.stringify(other);

/** Whether somebody else has changed what a draft was begun on; an own command that has been sent since changed nothing. */
export function isOvertaken(begun: AccessSubject, now: AccessSubject): boolean {
  if (sameVersion(begun.version, now.version)) return false;
  const isMine = 'command' in begun.version || 'command' in now.version;
  return !isMine || JSON.stringify(begun.has) !== JSON.stringify(now.has);
}

/** On which versions the commands of a draft rest: those it was begun on, under the number that they have by now. */
export function versionsOf(begun: readonly AccessSubject[], now: readonly AccessSubject[]): Versions {
  return new Map(
    begun.map((subject) => {
      const { membership, version } = subject;
      const found = now.find((one) => one.membership === membership);
      return [membership, found && !isOvertaken(subject, found) ? found.version : version];
    }),
  );
}

/** Whose access a draft would overwrite unseen, of several: approving and inviting overwrite nothing. */
export function changedMeanwhile(begun: readonly AccessSubject[], now: readonly AccessSubject[]): Meanwhile[] {
  return now.flatMap((subject) => {
    const { membership, act, name } = subject;
    const before = begun.find((one) => one.membership === membership);
    const overwrites = act === 'change' || act === 'change_invitation' || act === 'renew';
    if (!before || !overwrites || !isOvertaken(before, subject)) return [];
    return [{ membership, name, before: before.has, after: subject.has }];
  });
}

/** What saving a draft sends for one of them; none where the draft says nothing to them. */
export function commandOf(
  { membership, act, version, grant, added }: AccessSubject,
  { note = '', begun }: With = {},
): Command | null {
  const based_on = begun ?? version;
  switch (act) {
    case 'approve':
      return { type: 'approve_request', membership, grant };
    case 'change':
      return { type: 'change_grant', membership, grant, based_on, ...(note.trim() === '' ? {} : { note }) };
    case 'change_invitation':
      return { type: 'change_invitation', membership, grant, based_on };
    case 'resend':
      return { type: 'resend_invitation', membership, grant };
    case 'renew':
      return { type: 'renew_membership', membership, grant, based_on };
    case 'add':
      return added && addingOf(added, grant);
    case 'invite':
    case null:
      return null;
  }
}

function addingOf({ position, ...added }: AddedRow, grant: Grant): Command {
  return { type: 'add_member', ...added, grant, ...(position === null ? {} : { position }) };
}

/** What was done to how many, and of how many it was refused. */
export function doneTo(made: number, refused: number, done: (count: number) => string): string {
  const parts = [made > 0 ? done(made) : null, refused > 0 ? t('bulk-refused', { count: refused }) : null];
  return parts.filter(Boolean).join(' ');
}

/** Gives everybody what the draft comes to for them, one command each; answers who was given it. */
export async function give(
  organisation: string,
  subjects: readonly AccessSubject[],
  { note = '', begun }: { readonly note?: string; readonly begun?: Versions },
  done: (count: number) => string,
): Promise<readonly string[]> {
  const undoes: string[] = [];
  const given: string[] = [];
  const backs: Back[] = [];
  const failures: unknown[] = [];
  let [held, isSure] = [0, true];
  for (const subject of subjects) {
    const command = commandOf(subject, { note, begun: begun?.get(subject.membership) });
    if (!command) continue;
    const { membership } = subject;
    try {
      const { id, certain, held_ms, back } = await execute(organisation, command);
      undoes.push(id);
      given.push(membership);
      if (back) backs.push({ organisation, membership, back });
      [held, isSure] = [Math.max(held, held_ms), isSure && certain];
    } catch (failure) {
      failures.push(failure);
    }
  }
  if (given.length === 0) {
    if (failures.length > 0) complain(failures[0]);
    return given;
  }
  tell(
    doneOr(isSure, () => doneTo(given.length, failures.length, done)),
    {
      undoes,
      ...(held > 0 ? { lasts: held } : {}),
      // What only some of it has is no way back.
      ...(backs.length === given.length ? { back: () => takeBack(backs) } : {}),
    },
  );
  return given;
}

/** Ends a sign-in; whoever was a member can be let in again. Answers whose it was, once it was done. */
export async function withdraw(
  organisation: string,
  membership: string,
  command: Command,
  done: (count: number) => string,
): Promise<readonly string[]> {
  try {
    const { id, certain, held_ms, back } = await execute(organisation, command);
    tell(
      doneOr(certain, () => done(1)),
      {
        undoes: id,
        ...(held_ms > 0 ? { lasts: held_ms } : {}),
        ...(back ? { back: () => takeBack([{ organisation, membership, back }]) } : {}),
      },
    );
    return [membership];
  } catch (failure) {
    complain(failure);
    return [];
  }
}
