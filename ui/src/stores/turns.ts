// What somebody does is done in the order in which they did it, however quick their keys are: a deed begins once the one
// before it is answered and told, so that taking back the last one takes back what was last when the key was pressed.

let last: Promise<unknown> = Promise.resolve();

/** Does something after everything that was begun before. What is done within must not wait for a turn of its own. */
export function inTurn<T>(deed: () => Promise<T>): Promise<T> {
  const done = last.then(deed);
  last = done.catch(() => {});
  return done;
}
