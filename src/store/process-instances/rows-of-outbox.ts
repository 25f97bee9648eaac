import type { Effect } from '../../engine/index.js';
import type { Instant } from '../../shared/time.js';
import type { Change } from './change.js';

/** An effect that waits to be carried out. */
export interface OutboxRow {
  readonly instance: string;
  readonly effectKey: string;
  readonly kind: string;
  readonly payload: Effect;
  readonly at: Instant;
}

// Timers are rows of their own, and the sweeper reads those: a hint about one needs no guarantee.
const onlyHints: ReadonlySet<Effect['type']> = new Set(['ScheduleTimer', 'CancelTimer']);

/** What a change asks of the outside, free for whoever comes by. */
export const rowsOfOutbox = (change: Change): readonly OutboxRow[] => (isHandedOver(change) ? [] : allRows(change));

/** What a change asks of the worker that brought it about, which takes it at once. */
export const rowsHandedOver = (change: Change): readonly OutboxRow[] => (isHandedOver(change) ? allRows(change) : []);

const allRows = ({ after, effects, command }: Change): readonly OutboxRow[] =>
  effects
    .filter(({ type }) => !onlyHints.has(type))
    .map((effect) => ({
      instance: after.id,
      effectKey: effect.key,
      kind: effect.type,
      payload: effect,
      at: command.at,
    }));

// Only where jobs are all that follows: nothing that was asked for before a job is then carried out after it.
const isHandedOver = ({ request, effects }: Change): boolean =>
  request.settles?.takesNext === true && effects.every(({ type }) => type === 'CreateJob' || onlyHints.has(type));

/** The outbox row that a change settles, if a worker brought it. */
export const rowsSettled = ({ request }: Change): readonly { readonly id: string }[] =>
  request.settles === undefined ? [] : [{ id: request.settles.id }];
