// Why something was not done, as a sentence.
import { RULES, type Failure, type Refusal, type Signed } from '../bindings/contract';
import { listed } from './listed';
import { has } from './fluent';
import { language, t } from './language.svelte';
import { when } from './moment';

const dashed = (code: string) => code.replaceAll('_', '-').replaceAll('.', '-');

export function levelName(level: string, name: string | null): string {
  if (name) return name;
  const id = `level-${dashed(level)}`;
  return has(language(), id) ? t(id) : t('level-of-its-own');
}

export function permissionText(permission: string): string {
  return t(`permission-${dashed(permission)}`);
}

/** Somebody by name, with the organisation they decide from where it is another one. */
export function namedFrom(name: string, organisation: string | null | undefined): string {
  return organisation ? t('author-from', { name, organisation }) : name;
}

export function signer(signed: Signed): string {
  const { author } = signed;
  switch (author.by) {
    case 'person':
      return namedFrom(author.name, author.from);
    case 'system':
      return t('author-system');
    case 'operator':
      return t('author-operator');
  }
}

export function refusalText(refusal: Refusal): string {
  const id = `refusal-${dashed(refusal.code)}`;
  if (refusal.code === 'forbidden' && refusal.facts.needs) {
    return t('forbidden-needs', { permission: permissionText(refusal.facts.needs) });
  }
  if (refusal.code === 'wrong_status') return t(id, { status: refusal.facts.status });
  if (refusal.code === 'other_domain') return t(id, { domains: refusal.facts.domains.join(', ') });
  if (refusal.code === 'too_soon') return t(id, { until: when(refusal.facts.until) });
  if (refusal.code === 'limit') return t(id, { which: refusal.facts ?? 'other' });
  return t(id);
}

/** Which rule said no; nothing where a request was not whole. */
export function ruleText(refusal: Refusal): string {
  const rules = refusal.code === 'dates' && refusal.facts ? [refusal.facts] : (RULES[refusal.code] ?? []);
  return rules.length > 0 ? t('refusal-rule', { rules: listed(rules, 'or'), count: rules.length }) : '';
}

/** Why something cannot be done: what the rules say, or what speaks against it on this screen. */
export type WhyNot = string | Refusal;

/** The sentence. */
export function whyText(why: WhyNot): string {
  return typeof why === 'string' ? why : refusalText(why);
}

/** The rule behind it, where there is one. */
export function ruleOf(why: WhyNot): string {
  return typeof why === 'string' ? '' : ruleText(why);
}

/** Both, where there is room for one line only. */
export function whyWithRule(why: WhyNot): string {
  return [whyText(why), ruleOf(why)].filter(Boolean).join(' ');
}

/** What stands instead: who decided it and when, if that is known. */
export function insteadText(refusal: Refusal): string | null {
  if (refusal.code === 'wrong_status' && refusal.facts.decided) {
    return decidedText(refusal.facts.status, refusal.facts.decided);
  }
  if (refusal.code === 'changed_meanwhile' && refusal.facts.signed) return decidedText('changed', refusal.facts.signed);
  return null;
}

function decidedText(status: string, signed: Signed): string {
  return t('decided', { status, name: signer(signed), when: when(signed.at) });
}

export function failureText(failure: Failure): string {
  if (failure.refusal) return refusalText(failure.refusal);
  const code = dashed(failure.code);
  const id = [`failure-${code}`, `problem-${code}`, `refusal-${code}`].find((id) => has(language(), id));
  return t(id ?? 'failure-unknown');
}
