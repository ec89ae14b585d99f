// What rows of a table and of a batch say of themselves.
import type { BatchRow, RowProblem, TableRow } from '../../bindings/contract';
import { t } from '../../text/language.svelte';
import { refusalText } from '../../text/reason';

const PROBLEMS = {
  no_contact: 'row-no-contact',
  two_ats: 'row-two-ats',
  no_country: 'row-no-country',
  malformed: 'row-malformed',
  bad_name: 'row-bad-name',
  unknown_level: 'row-unknown-level',
  two_levels: 'row-two-levels',
  level_barred: 'row-level-barred',
} as const satisfies Record<RowProblem, string>;

export function problemText(problem: RowProblem): string {
  return t(PROBLEMS[problem]);
}

/** What sending a row would come to, in a few words. */
export function rowText(row: TableRow): string {
  switch (row.state) {
    case 'ready':
      return t('row-ready');
    case 'approves':
      return t('row-approves');
    case 'member':
      return t('row-member');
    case 'invited':
      return t('row-invited');
    case 'twice':
      return t('row-twice');
    case 'refused':
      return row.refusal ? refusalText(row.refusal) : t('row-refused');
    case 'to_fix':
      return row.problem ? problemText(row.problem) : t('row-malformed');
  }
}

/** How a row of a batch stands, where the invitation itself does not say it. */
export function batchRowText(row: BatchRow): string {
  switch (row.state) {
    case 'to_fix':
      return row.problem ? problemText(row.problem) : t('row-malformed');
    case 'skipped':
      return row.refusal ? refusalText(row.refusal) : t('batch-row-skipped');
    case 'taken_back':
      return t('batch-row-taken-back');
    case 'waiting':
      return t('batch-row-waiting');
    case 'refused':
      return row.refusal ? refusalText(row.refusal) : t('row-refused');
    case 'sent':
      return t('batch-row-sent');
  }
}
