import type { BatchView } from '../contract/batch.contract.js';
import type { Answer } from './command.js';
import { momentText, tableOf } from './table.js';

const states = { running: 'pågår', paused: 'stoppet', cancelled: 'avbrutt', completed: 'ferdig' } as const;

/** Batches as a table. */
export const batchTable = (batches: readonly BatchView[]): string =>
  tableOf(
    ['Kjøring', 'Hva', 'Tilstand', 'Saker', 'Gjort', 'Mislyktes', 'Hoppet over', 'Igjen', 'Startet av', 'Laget'],
    batches.map(({ id, operation, state, total, done, failed, skipped, remaining, startedBy, createdAt }) => [
      id,
      operation.kind,
      states[state],
      ...[total, done, failed, skipped, remaining].map(String),
      startedBy,
      momentText(createdAt),
    ]),
  );

/** One batch as the answer of a command. */
export const batchAnswer = (batch: BatchView): Answer => ({ body: batch, text: batchTable([batch]) });

/** How far a batch has come, in one line. */
export const progressText = ({ state, total, done, failed, skipped }: BatchView): string =>
  `${states[state]}: ${done + failed + skipped} av ${total}, ${failed} mislyktes`;
