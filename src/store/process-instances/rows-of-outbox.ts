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

/** What a change asks of the outside. */
export const rowsOfOutbox = ({ after, effects, command }: Change): readonly OutboxRow[] =>
  effects
    .filter(({ type }) => !onlyHints.has(type))
    .map((effect) => ({
      instance: after.id,
      effectKey: effect.key,
      kind: effect.type,
      payload: effect,
      at: command.at,
    }));
