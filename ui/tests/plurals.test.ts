// Every message with a number in it reads right at the numbers that tell languages apart. What is expected is written
// down here: the categories of CLDR for these numbers, not what the same library says of them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { FluentBundle, FluentResource } from '@fluent/bundle';
import {
  FluentParser,
  Identifier,
  NumberLiteral,
  Pattern,
  Placeable,
  Resource,
  SelectExpression,
  serialize,
  Transformer,
  VariableReference,
  Visitor,
} from '@fluent/syntax';
import { describe, expect, test } from 'vitest';

import { LOCALES, type Locale } from '../src/text/fluent';

/** The numbers, and the category of each. */
const CATEGORIES: Record<Locale, Record<string, string>> = {
  en: forms('other one other other other other other other other other other'),
  et: forms('other one other other other other other other other other other'),
  ro: forms('few one few few few few other other other few few'),
  ru: forms('many one few many many many many one many one other'),
};

function forms(categories: string): Record<string, string> {
  const numbers = ['0', '1', '2', '5', '11', '19', '20', '21', '100', '101', '1.5'];
  return Object.fromEntries(numbers.map((number, at) => [number, categories.split(' ')[at] ?? '']));
}

const isByNumber = ({ variants }: SelectExpression) =>
  variants.some(({ key }) => key instanceof Identifier && ['one', 'few', 'many'].includes(key.name));

/** Makes every choice by a number: that of this very number, else that of its category. */
class Deciding extends Transformer {
  constructor(
    private readonly number: string,
    private readonly category: string,
  ) {
    super();
  }

  override visitPattern(pattern: Pattern): Pattern {
    pattern.elements = pattern.elements.flatMap((element) => {
      if (!(element instanceof Placeable && element.expression instanceof SelectExpression)) return [element];
      const select = element.expression;
      if (!isByNumber(select)) {
        this.genericVisit(element);
        return [element];
      }
      const exact = select.variants.find(({ key }) => key instanceof NumberLiteral && key.value === this.number);
      const alike = select.variants.find(({ key }) => key instanceof Identifier && key.name === this.category);
      const chosen = exact ?? alike;
      if (!chosen) throw new Error(`no form for ${this.number}, which is ${this.category}`);
      return this.visitPattern(chosen.value).elements;
    });
    return pattern;
  }
}

/** The variables of each message, and those that inflect it. */
class Seeing extends Visitor {
  readonly variables = new Set<string>();
  readonly numbers = new Set<string>();

  override visitVariableReference({ id }: VariableReference): void {
    this.variables.add(id.name);
  }

  override visitSelectExpression(select: SelectExpression): void {
    if (isByNumber(select) && select.selector instanceof VariableReference) this.numbers.add(select.selector.id.name);
    this.genericVisit(select);
  }
}

function parsed(locale: Locale): Resource {
  const texts = ['app', 'words'].map((file) =>
    readFileSync(join(import.meta.dirname, `../../locales/${locale}/${file}.ftl`), 'utf8'),
  );
  return new FluentParser({ withSpans: false }).parse(texts.join('\n'));
}

function bundle(locale: Locale, resource: Resource): FluentBundle {
  const made = new FluentBundle(locale, { useIsolating: false });
  made.addResource(new FluentResource(serialize(resource, {})));
  return made;
}

describe.each(LOCALES)('in %s', (locale) => {
  const counted = parsed(locale).body.flatMap((entry) => {
    const seen = new Seeing();
    seen.visit(entry);
    return entry.type === 'Message' && seen.numbers.size > 0 ? [{ id: entry.id.name, ...seen }] : [];
  });
  const said = bundle(locale, parsed(locale));

  test('there are counted messages', () => expect(counted.length).toBeGreaterThan(20));

  test.each(Object.entries(CATEGORIES[locale]))('every message reads right at %s, which is %s', (number, category) => {
    const decided = parsed(locale);
    new Deciding(number, category).visit(decided);
    const meant = bundle(locale, decided);
    for (const { id, variables, numbers } of counted) {
      const values = Object.fromEntries([...variables].map((name) => [name, numbers.has(name) ? Number(number) : 'x']));
      const read = (from: FluentBundle) => {
        const pattern = from.getMessage(id)?.value;
        return pattern ? from.formatPattern(pattern, values) : null;
      };
      expect(read(said), id).toBe(read(meant));
    }
  });
});
