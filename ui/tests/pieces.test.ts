// Lists in pieces: never blank, never out of order, and no more asked than is looked at.
import { beforeEach, expect, test, vi } from 'vitest';

type Question = { search: string };
type Row = { id: string };
type Asked = {
  question: Question;
  offset: number;
  answer: (rows: Row[], total: number) => Promise<void>;
  fail: () => Promise<void>;
};

const again: (() => unknown)[] = [];
vi.mock('../src/stores/view.svelte', () => ({ hear: (_: string, told: () => unknown) => again.push(told) }));
const { Pieces } = await import('../src/stores/pieces.svelte');

const rows = (from: number, many: number): Row[] => Array.from({ length: many }, (_, at) => ({ id: `r${from + at}` }));
const settled = () => new Promise((resolve) => setTimeout(resolve));

function made() {
  const asked: Asked[] = [];
  const list = new Pieces<Question, Row, { rows: Row[]; total: number }>(['people'], (question, offset) => {
    return new Promise((resolve, reject) => {
      asked.push({
        question,
        offset,
        answer: (rows, total) => (resolve({ rows, total }), settled().then(() => undefined)),
        fail: () => (
          reject(Object.assign(new Error(), { code: 'unavailable', refusal: null, retry: true })),
          settled().then(() => undefined)
        ),
      });
    });
  });
  return { list, asked };
}

beforeEach(() => void (again.length = 0));

test('what an older question found is dropped when it comes late', async () => {
  const { list, asked } = made();
  list.ask({ search: 's' });
  list.ask({ search: 'so' });
  await asked[1]?.answer(rows(10, 3), 3);
  await asked[0]?.answer(rows(0, 100), 100);
  expect(list.question).toEqual({ search: 'so' });
  expect(list.count).toBe(3);
  expect(list.row(0)?.id).toBe('r10');
});

test('the list stays until the answer to another question is here', async () => {
  const { list, asked } = made();
  list.ask({ search: '' });
  await asked[0]?.answer(rows(0, 5), 5);
  list.ask({ search: 'x' });
  expect(list.count, 'a list we have is never blanked').toBe(5);
  await asked[1]?.answer([], 0);
  expect(list.count).toBe(0);
});

test('the same question in other words changes nothing', async () => {
  const { list, asked } = made();
  list.ask({ search: 'a' });
  await asked[0]?.answer(rows(0, 5), 5);
  const before = list.question;
  list.ask({ search: 'a' });
  expect(asked).toHaveLength(1);
  expect(list.question, 'a list begins at its top when this changes').toBe(before);
});

test('only what is looked at is asked for, also of half a million', async () => {
  const { list, asked } = made();
  list.ask({ search: '' });
  await asked[0]?.answer(rows(0, 100), 500_000);
  list.reach(250_010, 250_040);
  expect(asked.map(({ offset }) => offset)).toEqual([0, 250_000]);
  expect(list.row(250_010), 'a row on its way is drawn as a skeleton').toBeUndefined();
  await asked[1]?.answer(rows(250_000, 100), 500_000);
  expect(list.row(250_010)?.id).toBe('r250010');
  expect(list.find(({ id }) => id === 'r250020')).toBe(250_020);
});

test('news are asked for where somebody looks, and the old rows stay meanwhile', async () => {
  const { list, asked } = made();
  list.ask({ search: '' });
  await asked[0]?.answer(rows(0, 100), 300);
  list.reach(200, 230);
  await asked[1]?.answer(rows(200, 100), 300);
  again.forEach((told) => told());
  expect(asked.slice(2).map(({ offset }) => offset)).toEqual([200]);
  expect(list.row(205)?.id).toBe('r205');
  await asked[2]?.answer(rows(201, 99), 299);
  expect(list.row(205)?.id).toBe('r206');
  expect(list.count).toBe(299);
});

test('a failure is said, keeps what is shown, and is not asked again at once for ever', async () => {
  const { list, asked } = made();
  list.ask({ search: '' });
  await asked[0]?.answer(rows(0, 5), 5);
  list.refresh();
  await asked[1]?.fail();
  expect(list.failure?.code).toBe('unavailable');
  expect(list.count).toBe(5);
  expect(asked).toHaveLength(2);
  list.refresh();
  await asked[2]?.answer(rows(0, 6), 6);
  expect(list.failure).toBeNull();
});

test('whoever ticks everything gets every row, in answers of 500', async () => {
  const { list, asked } = made();
  list.ask({ search: '' });
  await asked[0]?.answer(rows(0, 100), 700);
  const told: number[] = [];
  const all = list.between(0, 700, (done) => told.push(done));
  await asked[1]?.answer(rows(0, 500), 700);
  await asked[2]?.answer(rows(500, 200), 700);
  expect(await all).toHaveLength(700);
  expect(told).toEqual([500, 700]);
});
