import type { ProcessDefinition } from '../../engine/index.js';
import type { JournalRow } from '../../runtime/read-ports.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import { nodeNameIn } from '../timeline/node-name.js';

/** Something that happened, in plain words. */
export interface Happening {
  readonly at: Instant;
  readonly text: string;
}

/** What of the journal an applicant is told: what was done, sent and received, not who clicked on what. */
export function stageStory(
  rows: readonly JournalRow[],
  definition: ProcessDefinition,
  applicant: Id<'Actor'> | undefined,
): readonly Happening[] {
  return rows.flatMap(({ event }) => {
    const text = sentence(event, definition, applicant);
    return text === undefined ? [] : [{ at: event.at, text }];
  });
}

function sentence(
  event: JournalRow['event'],
  definition: ProcessDefinition,
  applicant: Id<'Actor'> | undefined,
): string | undefined {
  switch (event.type) {
    case 'ProcessInstanceStarted':
      return 'Vi tok imot søknaden din.';
    case 'UserTaskCompleted':
      return event.by === applicant ? `Du svarte: ${event.name}.` : `Ferdig: ${event.name}.`;
    case 'JobCompleted':
    case 'MessageCorrelated':
      return `${nodeNameIn(definition, event.node)}.`;
    case 'ProcessInstanceCompleted':
      return 'Saken er ferdig.';
    case 'ProcessInstanceCancelled':
      return 'Saken ble avsluttet.';
    default:
      return undefined;
  }
}
