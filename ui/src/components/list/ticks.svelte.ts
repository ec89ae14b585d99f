// What is ticked in a list. Ticks are kept by key, so that they survive searching, filtering and new rows.
export class Ticks<T> {
  #rows = $state.raw<ReadonlyMap<string, T>>(new Map());
  readonly keyOf: (row: T) => string;
  readonly size = $derived(this.#rows.size);
  readonly rows = $derived([...this.#rows.values()]);

  constructor(keyOf: (row: T) => string) {
    this.keyOf = keyOf;
  }

  has(key: string): boolean {
    return this.#rows.has(key);
  }

  /** Ticks or unticks one row. */
  toggle(row: T): void {
    if (this.has(this.keyOf(row))) this.drop([row]);
    else this.add([row]);
  }

  add(rows: readonly T[]): void {
    const more = rows.map((row) => [this.keyOf(row), row] as const);
    this.#rows = new Map([...this.#rows, ...more]);
  }

  drop(rows: readonly T[]): void {
    const left = new Map(this.#rows);
    for (const row of rows) left.delete(this.keyOf(row));
    this.#rows = left;
  }

  clear(): void {
    this.#rows = new Map();
  }
}
