// What is offered to whoever sits here, in words.
import type { OfferRow } from '../../bindings/contract';
import { t } from '../../text/language.svelte';
import { when } from '../../text/moment';
import { signer } from '../../text/reason';

/** Who offers what of which organisation, as messages name it. */
export function factsOf(offer: OfferRow): Record<string, string> {
  return {
    by: signer(offer.by),
    organisation: offer.organisation_name,
    manager: offer.manager_name ?? t('another-organisation'),
    when: offer.expires_at === null ? '' : when(offer.expires_at),
  };
}

/** Who offers it. */
export function offeredBy(offer: OfferRow): string {
  return t(offer.kind === 'ownership' ? 'offer-answer-by' : 'management-answer-by', factsOf(offer));
}

/** What accepting means, and how it is declined; one sentence each. */
export function meaningOf(offer: OfferRow): string[] {
  const lines =
    offer.kind === 'ownership'
      ? [
          'offer-answer-means',
          'offer-undated-own',
          ...(offer.step_down ? ['offer-answer-step-down'] : []),
          'offer-answer-no',
        ]
      : ['management-means-requests', 'management-means-owners', 'management-means-end'];
  return lines.map((line) => t(line, factsOf(offer)));
}
