// The words of the text message that invites, and how many messages they come to.
import type { TextsForm } from '../../bindings/contract';
import type { Locale } from '../../text/fluent';
import { letterWords } from './letter';

/** Letters that every phone has; those of the second table count as two (GSM 03.38). */
const PLAIN =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const DOUBLE = '^{}\\[~]|€';
/** Messages that an invitation comes to at most; the server shortens the name until it fits. */
const MOST = 2;

export type TextMessage = {
  /** What it says before the link. */
  words: string;
  /** Letters of the text, and how many one message or all of them hold. */
  length: number;
  room: number;
  messages: number;
};

/** How much a text comes to: one letter that not every phone has makes all messages short. */
export function measure(text: string): Pick<TextMessage, 'length' | 'room' | 'messages'> {
  const letters = Array.from(text);
  const isPlain = letters.every((letter) => PLAIN.includes(letter) || DOUBLE.includes(letter));
  const doubles = letters.filter((letter) => DOUBLE.includes(letter)).length;
  const length = isPlain ? letters.length + doubles : text.length;
  const [one, each] = isPlain ? [160, 153] : [70, 67];
  const messages = length <= one ? 1 : Math.ceil(length / each);
  return { length, room: messages === 1 ? one : messages * each, messages };
}

/** The message in its reader's language, as the server writes it. */
export function textMessage(locale: Locale, organisation: string, form: TextsForm): TextMessage {
  const link = 'x'.repeat(form.link_length);
  const say = (name: string) => letterWords(locale, 'sms-invitation', { organisation: name, link });
  const letters = Array.from(organisation.replaceAll('.', ' '));
  let text = say(letters.join(''));
  for (let kept = letters.length - 1; kept >= 0 && measure(text).messages > MOST; kept -= 1) {
    text = say(`${letters.slice(0, kept).join('').trimEnd()}...`);
  }
  return { words: text.slice(0, text.length - link.length), ...measure(text) };
}
