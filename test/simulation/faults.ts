/** What may go wrong in a step. */
export type Fault =
  | 'twice'
  | 'early'
  | 'unknown'
  | 'parcel twice'
  | 'job fails'
  | 'suspended'
  | 'migrated'
  | 'moved'
  | 'retimed'
  | 'cancelled';

/** How often each happens: a step picks one by its number, most often none. */
export const faults: readonly (Fault | undefined)[] = [
  ...Array.from({ length: 19 }, () => undefined),
  'retimed',
  'twice',
  'twice',
  'twice',
  'early',
  'unknown',
  'parcel twice',
  'parcel twice',
  'job fails',
  'suspended',
  'migrated',
  'moved',
  'cancelled',
];

/** Commands that must be refused when they are given a second time. */
export const onceOnly: ReadonlySet<string> = new Set([
  'StartProcessInstance',
  'CompleteUserTask',
  'CompleteJob',
  'TriggerTimer',
  'CorrelateMessage',
  'FailJob',
  'ResolveIncident',
]);
