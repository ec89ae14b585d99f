// What the preview of a letter is made of, before there is one.
import { PERMISSIONS, type InviteForm, type KnownOrganisation } from '../../bindings/contract';
import { session } from '../../stores/session.svelte';
import { format, has, type Locale } from '../../text/fluent';
import { language, t } from '../../text/language.svelte';
import type { Invited } from './letter';
import type { Mail } from './mail.svelte';

const DAY = 86_400_000;

/** The letter to the first of those who would be invited; none while no level is chosen. */
export function previewOf(
  organisation: KnownOrganisation,
  form: InviteForm,
  mail: Mail,
  level: string | null,
): { locale: Locale; of: Invited; levelName: string } | null {
  const choice = form.levels.find((known) => known.level === level);
  if (!choice) return null;
  const locale = mail.locale ?? language();
  const given = new Set([...choice.permissions, ...(mail.at(choice.level).extras ?? [])]);
  const preset = `level-${choice.level.replaceAll('_', '-')}`;
  return {
    locale,
    levelName: choice.name ?? (has(locale, preset) ? format(locale, preset) : t('level-of-its-own')),
    of: {
      organisation: organisation.name,
      inviter: session()?.signed_in?.name ?? '',
      contact: mail.fresh[0]?.line?.contact ?? mail.typed[0]?.contact ?? '…@…',
      level: choice.level,
      permissions: PERMISSIONS.filter((permission) => given.has(permission)),
      message: mail.message.trim(),
      until: Date.now() + form.term_days * DAY,
    },
  };
}
