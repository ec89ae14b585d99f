// Every event, state and command has its sentence in every language; the lists come from the code that makes them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { format, has, LOCALES } from '../src/text/fluent';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const snake = (name: string) => name.replace(/(?<!^)[A-Z]/g, '_$&').toLowerCase();
const dashed = (key: string) => key.replaceAll('_', '-');

/** The facts that follow from commands, by the keys that the history has for them. */
function events(): string[] {
  const [, body = ''] = /pub enum Event \{([\s\S]*?)\n\}/.exec(read('crates/domain/src/event.rs')) ?? [];
  return [...body.matchAll(/^ {4}([A-Z]\w+) \{/gm)].map(([, name = '']) => snake(name));
}

/** Facts that no command stands for. */
const NOTED = ['organisation_made', 'link_shown', 'plan_set', 'sign_in_set', 'erased', 'other'];

/** The words of a type in the contract. */
function union(name: string): string[] {
  const [, words = ''] = new RegExp(`export type ${name} = ([^;{]+);`).exec(read('ui/src/bindings/contract.ts')) ?? [];
  return [...words.matchAll(/"(\w+)"/g)].map(([, word = '']) => word);
}

/** The commands, by their keys. */
function commands(): string[] {
  const all = [...read('crates/domain/src/command.rs').matchAll(/^ {4}\w+ = "(\w+)", about/gm)];
  return all.map(([, key = '']) => key);
}

/** The person's own acts in contact with the server never wait in an outbox of this program. */
const NEVER_QUEUED = ['accept_invitation', 'decline_invitation', 'join_by_link', 'request_to_join'];

const VALUES = {
  name: 'Ștefan Brânză',
  level: 'Staff',
  before: 'Member',
  object: 'Front desk',
  moved: 'yes',
  own: 'no',
};

test('the lists are found at all', () => {
  expect(events()).toContain('grant_changed');
  expect(events().length).toBeGreaterThan(25);
  expect(union('InvitationState')).toHaveLength(12);
  expect(union('ContactOutcome')).toContain('malformed');
  expect(commands()).toContain('revoke_invitation');
});

describe.each(LOCALES)('in %s', (locale) => {
  test.each([...events(), ...NOTED])('the event %s is told without a hole', (kind) => {
    for (const own of ['yes', 'no']) {
      for (const moved of ['yes', 'no']) {
        const errors: Error[] = [];
        const text = format(
          locale,
          `event-${dashed(kind)}`,
          { ...VALUES, own, moved, named: own, told: own, leveled: own },
          errors,
        );
        expect(errors, text).toEqual([]);
      }
    }
  });

  test.each(commands().filter((key) => !NEVER_QUEUED.includes(key)))('the command %s has its sentence', (key) => {
    const errors: Error[] = [];
    format(locale, `command-${dashed(key)}`, VALUES, errors);
    expect(errors).toEqual([]);
  });

  test('every word that is found by a key is there', () => {
    const wanted = [
      ...union('InvitationState').map((state) => `delivery-${dashed(state)}`),
      ...union('ContactOutcome').map((outcome) => `outcome-${dashed(outcome)}`),
      ...union('PermissionGroup').map((group) => `group-${group}`),
      ...union('LinkForm').flatMap((form) => [`form-${form}`, `form-${form}-text`]),
      ...['unknown', 'full', 'refused', 'domain', 'unreachable', 'other', 'not-sent'].map(
        (why) => `undelivered-${why}`,
      ),
      ...['member', 'invited', 'waiting'].flatMap((of) => [`outcome-count-${of}`, `outcome-count-${of}-many`]),
    ];
    expect(wanted.filter((id) => !has(locale, id))).toEqual([]);
  });
});
