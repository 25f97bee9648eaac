import type { ProcessEvent } from '../../engine/index.js';
import type { Instant } from '../../shared/time.js';
import type { Change } from './change.js';
import { nodeOfEvent } from './node-of-event.js';

/** One event as the journal keeps it. */
export interface JournalRow {
  readonly instance: string;
  readonly seq: number;
  readonly at: Instant;
  readonly type: string;
  readonly node: string | null;
  readonly actor: string;
  readonly payload: ProcessEvent;
}

/** The events of a change, numbered on from what the case has been through. */
export const rowsOfJournal = ({ before, after, events, command }: Change): readonly JournalRow[] =>
  events.map((event, index) => ({
    instance: after.id,
    seq: (before?.revision ?? 0) + index + 1,
    at: event.at,
    type: event.type,
    node: nodeOfEvent(event) ?? null,
    actor: command.actor.id,
    payload: event,
  }));
