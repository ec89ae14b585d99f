// Which key was meant: the Latin letter that was typed, else the place on the keyboard, so that j works on a
// Russian layout and stays where it is on Dvorak.
const PLACES: Record<string, string> = { Slash: '/', Period: '.', Comma: ',' };

export function meant(event: Pick<KeyboardEvent, 'key' | 'code'>): string {
  const { key, code } = event;
  if (key.length !== 1 || /^[\x20-\x7e]$/.test(key)) return key.length === 1 ? key.toLowerCase() : key;
  if (code.startsWith('Key')) return code.slice(3).toLowerCase();
  if (code.startsWith('Digit')) return code.slice(5);
  return PLACES[code] ?? key;
}

/** Whether what is typed belongs to a field, menu or dialog, where single letters are text. */
export function isTaken(event: KeyboardEvent): boolean {
  const target = event.target;
  if (event.isComposing || event.defaultPrevented) return true;
  if (document.querySelector('dialog[open]')) return true;
  if (!(target instanceof HTMLElement)) return false;
  const isField = target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox';
  return isField || target.matches('textarea, select, [contenteditable]');
}

export type Keys = Record<string, (event: KeyboardEvent) => void>;

const layers: Keys[] = [];
let began: { key: string; at: number } | null = null;

/** Takes keys while a screen is there; call it inside an effect. Two letters such as "g r" are a sequence. */
export function listen(keys: Keys): () => void {
  layers.push(keys);
  return () => layers.splice(layers.indexOf(keys), 1);
}

function find(name: string): Keys[string] | undefined {
  return layers.findLast((keys) => name in keys)?.[name];
}

function isBeginning(key: string): boolean {
  return layers.some((keys) => Object.keys(keys).some((name) => name.startsWith(`${key} `)));
}

addEventListener('keydown', (event) => {
  if (isTaken(event)) return;
  const key = meant(event);
  const control = event.ctrlKey || event.metaKey;
  if (event.altKey) return;
  const sequence = began && event.timeStamp - began.at < 1_000 ? find(`${began.key} ${key}`) : undefined;
  began = null;
  const action = control
    ? find(`Ctrl+${key}`)
    : (sequence ?? find(event.shiftKey && key.length > 1 ? `Shift+${key}` : key));
  if (action) {
    event.preventDefault();
    action(event);
  } else if (!control && isBeginning(key)) {
    began = { key, at: event.timeStamp };
  }
});
