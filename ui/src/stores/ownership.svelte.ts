// Who owns and who manages: what stands, what is offered to whoever sits here, and every step about it.
import type { Command, OfferRow, OwnershipView, PersonView } from '../bindings/contract';
import { t } from '../text/language.svelte';
import { nameOf } from '../text/name';
import { executeProved } from './proof.svelte';
import { isSignedIn, organisation } from './session.svelte';
import { complain, doneOr, tell, type Said } from './toast.svelte';
import { View } from './view.svelte';

class Ownership {
  readonly #view = new View<'ownership'>('people');

  readonly view = $derived<OwnershipView | null>(this.#view.answer);

  /** Asks while somebody looks; call it when the screen opens. */
  follow(): void {
    const id = $derived(isSignedIn() ? organisation()?.id : undefined);
    $effect(() => {
      void this.#view.ask(id ? { ask: 'ownership', organisation: id } : null);
    });
  }
}

export const ownership = new Ownership();

const offered = new View('session', { ask: 'offers' });
let putOff = $state.raw<readonly string[]>([]);
let looking = $state.raw<string | null>(null);

const keyOf = ({ kind, organisation }: OfferRow) => `${kind} ${organisation}`;

export function openOffers(): Promise<void> {
  return offered.refresh();
}

/** What is offered to whoever sits here, and was not put off since the program was opened. */
export function offers(): readonly OfferRow[] {
  return (offered.answer?.rows ?? []).filter((row) => !putOff.includes(keyOf(row)));
}

/** What is offered in an organisation, put off or not. */
export function offerIn(organisation: string): OfferRow | null {
  return offered.answer?.rows.find((row) => row.organisation === organisation) ?? null;
}

/** The offer that is looked at. */
export function lookedAt(): OfferRow | null {
  return offered.answer?.rows.find((row) => keyOf(row) === looking) ?? null;
}

export function look(row: OfferRow): void {
  looking = keyOf(row);
}

/** Looks at what is offered in an organisation, if it still stands. */
export function lookAt(kind: OfferRow['kind'], organisation: string): void {
  looking = `${kind} ${organisation}`;
}

export function later(row: OfferRow): void {
  [looking, putOff] = [null, [...putOff, keyOf(row)]];
}

/** Gives a command and says what came of it; answers whether it was given. */
async function give(organisation: string, command: Command, done: Said): Promise<boolean> {
  try {
    const given = await executeProved(organisation, command);
    if (given) tell(doneOr(given.certain, done));
    return given !== null;
  } catch (failure) {
    complain(failure);
    return false;
  }
}

export function accept(row: OfferRow): Promise<boolean> {
  const { organisation, organisation_name: name, membership } = row;
  if (membership !== null) {
    return give(organisation, { type: 'accept_ownership', membership }, () =>
      t('offer-accepted', { organisation: name }),
    );
  }
  const command: Command = { type: 'accept_management', community: organisation };
  return give(organisation, command, () => t('management-accepted', { organisation: name }));
}

export function offerOwnership({ row }: PersonView, stepDown: boolean): Promise<boolean> {
  const { organisation, membership } = row;
  const command: Command = { type: 'offer_ownership', membership, step_down: stepDown };
  return give(organisation, command, () => t('ownership-offered', { name: nameOf(row) }));
}

export function withdrawOffer({ row }: PersonView): Promise<boolean> {
  const { organisation, membership } = row;
  return give(organisation, { type: 'withdraw_offer', membership }, () =>
    t('ownership-withdrawn', { name: nameOf(row) }),
  );
}

/** Becomes Administrator; another Owner remains, or the rules refuse it. */
export function stepDown(organisation: string, command: Command): Promise<boolean> {
  return give(organisation, command, () => t('stepped-down'));
}

export function proposeManagement(organisation: string, manager: string): Promise<boolean> {
  return give(organisation, { type: 'propose_management', manager }, () => t('management-proposed'));
}

/** Deletes an organisation for good; its name was typed. */
export function deleteOrganisation(organisation: string, name: string): Promise<boolean> {
  return give(organisation, { type: 'delete_organisation', name }, () =>
    t('organisation-deleted', { organisation: name }),
  );
}

export function endManagement(community: string, done: Said): Promise<boolean> {
  return give(community, { type: 'end_management', community }, done);
}
