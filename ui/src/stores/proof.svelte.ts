// Proving anew who sits here: what takes a fresh sign-in asks for the password once, and then goes on by itself.
import type { Command, Executed, Failure } from '../bindings/contract';
import { act, execute } from '../ipc';

/** Goes on with what waits for the proof, or gives it up. */
let waiting = $state.raw<((proved: boolean) => void) | null>(null);
/** The organisation in which it is to be done: that decides whose password it takes. */
let where = $state<string | null>(null);

export function isProofWanted(): boolean {
  return waiting !== null;
}

export function proofWantedIn(): string | null {
  return where;
}

/** Sends the password once; it is kept nowhere. Rejects with a `Failure`. */
export async function prove(password: string): Promise<void> {
  await act({ do: 'prove', password, ...(where === null ? {} : { organisation: where }) });
  end(true);
}

export function giveUp(): void {
  end(false);
}

function end(proved: boolean): void {
  waiting?.(proved);
  waiting = null;
}

function proof(organisation: string): Promise<boolean> {
  giveUp();
  where = organisation;
  return new Promise((resolve) => (waiting = resolve));
}

/** Gives a command that may take a fresh sign-in; answers nothing where the person would not prove who they are. */
export async function executeProved(organisation: string, command: Command): Promise<Executed | null> {
  try {
    return await execute(organisation, command);
  } catch (failure) {
    if ((failure as Failure).code !== 'sign_in_again') throw failure;
    return (await proof(organisation)) ? await execute(organisation, command) : null;
  }
}
