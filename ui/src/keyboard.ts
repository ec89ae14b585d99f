// Which key was meant: the Latin letter that was typed, else the place on the keyboard, so that j works on a
// Russian layout and stays where it is on Dvorak. Keys are named "j", "Shift+j", "Ctrl+k", "Alt+ArrowLeft", "g r".
const PLACES: Record<string, string> = { Slash: '/', Period: '.', Comma: ',' };
/** What lies there under Shift. */
const SHIFTED: Record<string, string> = { ...PLACES, Slash: '?' };

/** Keys that may act again and again while they are held down; whatever decides something must not. */
const REPEATING = /^(Shift\+)?([jk]|Arrow\w+|Page\w+)$/;

/** How long after the first letter of a sequence the second one counts. */
const SEQUENCE = 1_000;

type Pressed = Pick<KeyboardEvent, 'key' | 'code'>;
type Modified = Pick<KeyboardEvent, 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

export function meant(event: Pressed): string {
  const { key, code } = event;
  if (key.length !== 1 || /^[\x20-\x7e]$/.test(key)) return key.length === 1 ? key.toLowerCase() : key;
  if (code.startsWith('Key')) return code.slice(3).toLowerCase();
  if (code.startsWith('Digit')) return code.slice(5);
  return PLACES[code] ?? key;
}

/** The names under which a press is looked for, the most exact one first. */
export function namesOf(event: Pressed & Modified): string[] {
  const key = meant(event);
  const control = event.ctrlKey || event.metaKey;
  const before = `${control ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}`;
  const names = event.shiftKey ? [`${before}Shift+${key}`] : [];
  // A sign such as "?" is what it is, however it is typed; Shift with a named key is another key.
  if (!event.shiftKey || key.length === 1) names.push(before + key);
  // Digits lie under Shift on some layouts; the place is meant.
  if (!event.shiftKey && event.code.startsWith('Digit')) names.push(before + event.code.slice(5));
  // A Russian layout types "." where "/" lies; the sign that is typed comes first.
  const place = (event.shiftKey ? SHIFTED : PLACES)[event.code];
  if (place !== undefined && /^[^\p{L}\p{N}]$/u.test(key)) names.push(before + place);
  return names;
}

/** Whether a key is a letter, digit or sign without Ctrl or Alt, which people may want to switch off. */
export function isSingle(name: string): boolean {
  return /^(Shift\+)?\S( \S)?$/u.test(name);
}

/** A panel that lies over its list is what the keys are about. */
const DIALOGS = 'dialog[open], [role="dialog"]:not([data-region="panel"]), [role="alertdialog"]';

/** Whether keys belong to something that is open over everything else. */
function isBehind(target: EventTarget | null): boolean {
  return (
    document.querySelector(DIALOGS) !== null || (target instanceof Element && target.closest('[role="menu"]') !== null)
  );
}

/** Whether what is typed is text. A field in a dialog that was closed keeps the focus for a moment, and takes nothing. */
function isText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.closest('dialog:not([open])')) return false;
  const isField = target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox';
  return isField || target.matches('textarea, select, [contenteditable]');
}

export type Keys = Record<string, (event: KeyboardEvent) => void>;
type Layer = { keys: Keys; alsoInText: boolean };

const layers: Layer[] = [];
let began: { key: string; at: number } | null = null;
let singles = true;

/** Takes keys while a screen is there; call it inside an effect. Two letters such as "g r" are a sequence. */
export function listen(keys: Keys, alsoInText = false): () => void {
  const layer = { keys, alsoInText };
  layers.push(layer);
  return () => layers.splice(layers.indexOf(layer), 1);
}

/** Switches keys without Ctrl or Alt on or off (WCAG 2.1.4). */
export function allowSingles(allowed: boolean): void {
  singles = allowed;
}

function find(names: readonly string[], inText: boolean): Keys[string] | undefined {
  for (const name of names) {
    // A letter or sign is text where text is typed, wherever it lies: a Russian comma lies where "?" does.
    if ((inText || !singles) && isSingle(name)) continue;
    const layer = layers.findLast(({ keys, alsoInText }) => (alsoInText || !inText) && name in keys);
    if (layer) return layer.keys[name];
  }
  return undefined;
}

function isBeginning(key: string): boolean {
  return singles && layers.some(({ keys }) => Object.keys(keys).some((name) => name.startsWith(`${key} `)));
}

addEventListener('keydown', (event) => {
  if (event.isComposing || event.defaultPrevented || isBehind(event.target)) return;
  const names = namesOf(event);
  const inText = isText(event.target);
  const isSecond = began !== null && event.timeStamp - began.at < SEQUENCE;
  const sequence = isSecond && !inText ? find([`${began?.key} ${meant(event)}`], false) : undefined;
  const action = sequence ?? find(names, inText);
  began = null;
  if (action && event.repeat && !names.some((name) => REPEATING.test(name))) return event.preventDefault();
  if (action) {
    event.preventDefault();
    action(event);
  } else if (names[0]?.length === 1 && !inText && isBeginning(names[0])) {
    began = { key: names[0], at: event.timeStamp };
  }
});
