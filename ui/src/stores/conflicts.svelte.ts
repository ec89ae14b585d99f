// Two changes of one thing: keeping theirs, using mine, or choosing line by line. None of it is decided here: the
// device says what each comes to.
import type { Command, ConflictField, OutboxEntry } from '../bindings/contract';
import { execute, query } from '../ipc';
import { t } from '../text/language.svelte';
import { compose } from './composer.svelte';
import { discard, undo } from './outbox.svelte';
import { chooseOrganisation, organisations } from './session.svelte';
import { complain, tell } from './toast.svelte';
import { inTurn } from './turns';

/** What holds now stays; mine is put away. */
export async function keepTheirs(entry: OutboxEntry): Promise<void> {
  try {
    await discard(entry.id);
    tell(() => t('conflict-kept-theirs', { name: subjectOf(entry) }));
  } catch (failure) {
    complain(failure);
  }
}

/** Mine is made anew on what holds now. */
export async function useMine(entry: OutboxEntry): Promise<void> {
  const mine = entry.conflict?.mine;
  if (mine) await overrule(entry, mine);
}

/** The lines named keep what holds now, the others take mine. */
export async function chooseLines(entry: OutboxEntry, theirs: ConflictField[]): Promise<void> {
  try {
    const { command } = await query<'resolution'>({ ask: 'resolution', id: entry.id, theirs });
    if (command) await overrule(entry, command);
    else await keepTheirs(entry);
  } catch (failure) {
    complain(failure);
  }
}

/** Another command has settled it: what was refused is put away. */
export async function settledElsewhere(entry: OutboxEntry): Promise<void> {
  await discard(entry.id).catch(complain);
}

async function overrule(entry: OutboxEntry, command: Command): Promise<void> {
  await inTurn(async () => {
    try {
      const { id, held_ms } = await execute(entry.organisation, command);
      await discard(entry.id);
      tell(() => t('conflict-overruled', { name: subjectOf(entry) }), {
        undoes: [id],
        ...(held_ms > 0 ? { lasts: held_ms } : {}),
      });
    } catch (failure) {
      complain(failure);
    }
  });
}

export function subjectOf(entry: OutboxEntry): string {
  return entry.conflict?.subject ?? entry.subject ?? t('no-name');
}

/** Invites somebody whose request was withdrawn while it was being approved, at the level they would have got. */
export async function inviteInstead(entry: OutboxEntry): Promise<void> {
  if (entry.command.type !== 'approve_request') return;
  const { membership, grant } = entry.command;
  const { organisation, subject } = entry;
  const person = await query<'person'>({ ask: 'person', organisation, membership }).catch(() => null);
  const contact = person?.contacts[0] ?? (subject?.includes('@') ? subject : null);
  const name = person?.row.name ?? (contact === subject ? null : subject);
  const text = contact ? (name ? `"${name}" <${contact}>` : contact) : '';
  await discard(entry.id).catch(complain);
  if (organisations().length > 1) chooseOrganisation(organisation);
  compose({ text, level: grant.level });
}

/** Takes an invitation back that has not left this computer, and begins the dialog with it. */
export async function editInvitation(entry: OutboxEntry): Promise<void> {
  if (entry.command.type !== 'invite_person') return;
  const { contact, name, grant, message, locale, position, staff } = entry.command;
  try {
    await undo(entry.id);
    if (organisations().length > 1) chooseOrganisation(entry.organisation);
    const text = name ? `"${name}" <${contact}>` : contact;
    const place = { position: position ?? null, staff: staff ?? null };
    compose({ text, level: grant.level, grant, message: message ?? '', locale: locale ?? null, place });
  } catch (failure) {
    complain(failure);
  }
}
