// What differs between two grants: the facts that changed, and what somebody can do more or less because of it.
import type { Grant, Permission } from '../../bindings/contract';

/** A level by its name, with what it allows where that is known: it may have been deleted since. */
export type Known = { level: string; name: string | null; permissions: readonly Permission[] | null };

/** A part of a grant, as messages name it. */
export type Part = 'level' | 'extras' | 'rooms' | 'sites' | 'limit' | 'starts' | 'ends';

export type Changed = { part: Part; before: Grant | null; after: Grant | null };

export type Abilities = { gained: Permission[]; lost: Permission[]; same: Permission[] };

/** The same whatever the order of its lists, and whether what is not there is left out or empty. */
function written(grant: Grant | null, part: Part): string {
  const list = (of: readonly string[] | undefined) => [...(of ?? [])].sort().join(' ');
  switch (part) {
    case 'level':
      return grant?.level ?? '';
    case 'extras':
      return list(grant?.extras);
    case 'rooms':
      return list(grant?.rooms);
    case 'sites':
      return list(grant?.room_sites);
    case 'limit':
      return list(grant?.limited_to);
    case 'starts':
      return String(grant?.starts_at ?? '');
    case 'ends':
      return String(grant?.ends_at ?? '');
  }
}

const PARTS: readonly Part[] = ['level', 'extras', 'rooms', 'sites', 'limit', 'starts', 'ends'];

/** The parts that differ, in the order in which they are read. */
export function changedParts(before: Grant | null, after: Grant | null): Changed[] {
  return PARTS.filter((part) => written(before, part) !== written(after, part)).map((part) => ({
    part,
    before,
    after,
  }));
}

/** What a grant allows on paper; none where its level is not known here. */
function allowed(grant: Grant | null, levels: readonly Known[]): Permission[] | null {
  if (!grant) return [];
  const level = levels.find((known) => known.level === grant.level);
  if (!level?.permissions) return null;
  return [...new Set([...level.permissions, ...(grant.extras ?? [])])];
}

/** What somebody can do more, less and as before; none where a level is not known here. */
export function abilities(before: Grant | null, after: Grant | null, levels: readonly Known[]): Abilities | null {
  const had = allowed(before, levels);
  const has = allowed(after, levels);
  if (!had || !has) return null;
  return {
    gained: has.filter((permission) => !had.includes(permission)),
    lost: had.filter((permission) => !has.includes(permission)),
    same: has.filter((permission) => had.includes(permission)),
  };
}
