import type { FileColumns } from './table-file.js';

/** The columns of a file of claims from the accounts, as `rent-import` calls them; amounts are whole kroner, dates ISO 8601. */
export const claimColumns: FileColumns = {
  id: 'text',
  home: 'text',
  tenancy: 'text',
  kind: 'text',
  dueOn: 'text',
  amount: 'number',
  paid: 'number',
  paidOn: 'text',
};

/** The columns of a file of what is not paid. */
export const arrearsColumns = ['bolig', 'boligId', 'leieforhold', 'leietaker', 'skyldig', 'eldsteForfall'] as const;
