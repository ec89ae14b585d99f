// Which facts differ between two grants; what that comes to is asked of the rules.
import type { Grant } from '../../bindings/contract';

/** A level by its name. */
export type Known = { level: string; name: string | null };

/** A room or a site by its name. */
export type Place = { id: string; name: string };

/** A part of a grant, as messages name it. */
export type Part = 'level' | 'extras' | 'rooms' | 'sites' | 'limit' | 'starts' | 'ends';

export type Changed = { part: Part; before: Grant | null; after: Grant | null };

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
