// What an edit of access comes to, thing by thing.
import type { AccessFormView, AccessItem, AccessNumbers } from '../../bindings/contract';

/** What tells one thing from another. */
export function keyOf(item: AccessItem): string {
  switch (item.is) {
    case 'may':
      return item.permission;
    case 'enters':
      return item.room.id;
    case 'enters_all':
      return 'all';
  }
}

/** What somebody can do before and after. */
export function stays({ will, gains }: AccessFormView['preview']): AccessItem[] {
  const added = new Set(gains.map(keyOf));
  return will.filter((item) => !added.has(keyOf(item)));
}

type Say = (id: string, facts?: Record<string, number>) => string;

/** How much there is of what something reaches, of what Doorward keeps; and where it is about people's own data. */
export function aside(item: AccessItem, numbers: AccessNumbers, say: Say): string | null {
  if (item.is === 'enters_all') return say('access-number-rooms', { count: numbers.rooms });
  if (item.is !== 'may') return null;
  switch (item.permission) {
    case 'members.view':
    case 'members.manage':
      return say('access-number-people', { count: numbers.people });
    case 'requests.decide':
      return say('access-number-requests', { count: numbers.requests });
    case 'clients.view':
      return say('access-personal');
    default:
      return null;
  }
}
