import type { ProcessDefinition } from '../../engine/index.js';
import type { JournalRow, LetterRow } from '../../runtime/read-ports.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import { nodeNameIn } from '../timeline/node-name.js';

/** Something that happened, in plain words. */
export interface Happening {
  readonly at: Instant;
  readonly text: string;
}

/** What a story is told with: the words of the diagram, the letters, and who the case is about. */
export interface StorySource {
  readonly definition: ProcessDefinition;
  readonly letters: readonly LetterRow[];
  readonly applicant: Id<'Actor'> | undefined;
}

/** What of the journal an applicant is told: what was done, sent and received, not who clicked on what. */
export function stageStory(rows: readonly JournalRow[], source: StorySource): readonly Happening[] {
  return rows.flatMap(({ event }) => {
    const text = sentence(event, source);
    return text === undefined ? [] : [{ at: event.at, text }];
  });
}

/** What happened inside a part of a case: that the part itself began and ended is no news to the applicant. */
export const insideOf = (journal: readonly JournalRow[]): readonly JournalRow[] =>
  journal.filter(({ event }) => !event.type.startsWith('ProcessInstance'));

/** Those of the parts of a case that were called by what `rows` tell. */
export function partsCalledIn<Part extends { readonly id: Id<'ProcessInstance'> }>(
  rows: readonly JournalRow[],
  parts: readonly Part[],
): readonly Part[] {
  const called = new Set(
    rows.flatMap(({ event }) => (event.type === 'CalledProcessRequested' ? [event.calledInstanceId] : [])),
  );
  return parts.filter(({ id }) => called.has(id));
}

function sentence(event: JournalRow['event'], source: StorySource): string | undefined {
  switch (event.type) {
    case 'ProcessInstanceStarted':
      return 'Vi tok imot søknaden din.';
    case 'UserTaskCompleted':
      return event.by === source.applicant ? `Du svarte: ${event.name}.` : `Ferdig: ${event.name}.`;
    case 'JobCompleted':
      return jobText(event, source);
    case 'MessageCorrelated':
      return `${nodeNameIn(source.definition, event.node)}.`;
    case 'ProcessInstanceCompleted':
      return 'Saken er ferdig.';
    case 'ProcessInstanceCancelled':
    case 'ProcessInstanceFailed':
      return 'Saken ble avsluttet.';
    default:
      return undefined;
  }
}

function jobText({ node, headers }: Extract<JournalRow['event'], { type: 'JobCompleted' }>, source: StorySource) {
  const template = headers['brev'];
  if (template === undefined) return `Ferdig: ${nodeNameIn(source.definition, node)}.`;

  const letter = source.letters.find((sent) => sent.template === template);
  return letter === undefined ? undefined : `Vi sendte deg brevet «${letter.title}».`;
}
