import type { ProcessEvent } from '../../engine/index.js';
import type { Instant } from '../../shared/time.js';
import type { Change } from './change.js';

/** What followed from one command, as the journal keeps it. */
export interface JournalRow {
  readonly instance: string;
  /** Number of the first event, counted on from what the case has been through. */
  readonly seq: number;
  readonly at: Instant;
  readonly actor: string;
  readonly events: readonly ProcessEvent[];
}

/** The events of a change, in one row. */
export const rowOfJournal = ({ before, after, events, command }: Change): JournalRow => ({
  instance: after.id,
  seq: (before?.revision ?? 0) + 1,
  at: command.at,
  actor: command.actor.id,
  events,
});
