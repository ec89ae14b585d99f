// What somebody pasted or typed, taken apart into whom to invite: commas, semicolons, lines, "Name <a@b>".
export type Typed = {
  /** The address or number as it was typed; the rules say whether it is one. */
  contact: string;
  /** What the person is called, where that was typed beside it. */
  name: string | null;
  /** The position in the organisation, where they are invited in place of somebody's earlier invitation. */
  position?: string | null;
  /** The staff record that gets a login by it, likewise. */
  staff?: string | null;
};

/** Longer names are none: the rules would refuse them. */
const LONGEST_NAME = 80;

/** Cuts at commas, semicolons, tabs and line ends, but not inside quotes or angle brackets. */
function pieces(text: string): string[] {
  return (text.match(/(?:"[^"\n]*"|<[^>\n]*>|[^,;\t\r\n])+/g) ?? []).map((piece) => piece.trim()).filter(Boolean);
}

/** Several addresses with nothing but spaces between them are several. */
function words(piece: string): string[] {
  const parts = piece.split(/\s+/);
  return parts.length > 1 && parts.every((part) => part.includes('@')) ? parts : [piece];
}

function one(piece: string): Typed {
  const named = /^(.*)<\s*([^<>]+?)\s*>$/s.exec(piece);
  const name = (named?.[1] ?? '')
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .trim();
  const contact = (named?.[2] ?? piece).replace(/^mailto:/i, '');
  return { contact, name: name === '' || name.length > LONGEST_NAME ? null : name };
}

/** Everybody who was pasted, each once, in their order. */
export function taken(text: string): Typed[] {
  const found = new Map<string, Typed>();
  for (const typed of pieces(text).flatMap(words).map(one)) {
    const key = typed.contact.toLowerCase();
    if (!found.has(key)) found.set(key, typed);
  }
  return [...found.values()];
}
