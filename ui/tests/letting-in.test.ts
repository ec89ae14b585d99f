// Letting somebody into a room: that room and nothing else.
import { expect, test, vi } from 'vitest';

import type { PersonView } from '../src/bindings/contract';

vi.stubGlobal('addEventListener', () => undefined);
vi.stubGlobal('location', { hash: '' });
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
vi.stubGlobal('navigator', { languages: ['en'] });
const { withRoom } = await import('../src/stores/letting-in.svelte');

test('only the room is added to what somebody has, on the version that was seen (R-20)', () => {
  const grant = { level: 'staff', extras: ['sales'], rooms: ['a'], ends_at: 7 };
  const person = { row: { membership: 'm', level: 'staff' }, grant, version: 4 } as unknown as PersonView;
  expect(withRoom(person, 'b')).toEqual({
    type: 'change_grant',
    membership: 'm',
    grant: { ...grant, rooms: ['a', 'b'] },
    based_on: 4,
  });
  const none = { ...person, grant: { level: 'member' } } as unknown as PersonView;
  expect(withRoom(none, 'b')).toMatchObject({ grant: { level: 'member', rooms: ['b'] } });
});
