import type { ProcessDefinition, ProcessEvent } from '../../engine/index.js';
import type { JournalRow } from '../../runtime/read-ports.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import { detailText } from './detail-text.js';
import { lateRings } from './late-rings.js';
import { milestoneText } from './milestone-text.js';
import { nodeNameIn } from './node-name.js';

/** One event of a case, told in Norwegian. */
export interface TimelineEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly type: ProcessEvent['type'];
  readonly node?: string;
  readonly nodeName?: string;
  /** Who did it; absent for what happens by itself. */
  readonly actor?: Id<'Actor'>;
  readonly text: string;
  readonly level: 'milestone' | 'detail';
}

/** What telling needs to know beside the event: what nodes are called and who people are. */
export interface Storyteller {
  readonly definition: ProcessDefinition | undefined;
  readonly nameOf: (actor: Id<'Actor'>) => string;
}

/** The journal as people read it: milestones for everybody, details for those who want every token. */
export function timeline(rows: readonly JournalRow[], storyteller: Storyteller): readonly TimelineEntry[] {
  const late = lateRings(rows);
  return rows.map((row) => withLateness(entryOf(row, storyteller), late.get(row.seq)));
}

// What came late is told to everybody: somebody may have waited for it.
const withLateness = (entry: TimelineEntry, late: string | undefined): TimelineEntry =>
  late === undefined
    ? entry
    : { ...entry, text: `${entry.text.replace(/\.$/, '')}, ${late} for sent.`, level: 'milestone' };

function entryOf({ seq, actor, event }: JournalRow, storyteller: Storyteller): TimelineEntry {
  const node = nodeOf(event);
  const name = node === undefined ? undefined : nodeNameIn(storyteller.definition, node);
  const milestone = milestoneText(event, { nodeName: name ?? '', nameOf: storyteller.nameOf });
  return {
    seq,
    at: event.at,
    type: event.type,
    text: milestone ?? detailText(event, name ?? ''),
    level: milestone === undefined ? 'detail' : 'milestone',
    ...(node === undefined ? {} : { node }),
    ...(name === undefined ? {} : { nodeName: name }),
    ...(actor === 'system' ? {} : { actor }),
  };
}

/** The node that an event is about, where it is about one. */
export function nodeOf(event: ProcessEvent): string | undefined {
  if ('node' in event) return event.node;
  if ('task' in event) return event.task.node;
  if ('timer' in event) return event.timer.node;
  if ('token' in event) return event.token.node;
  if ('job' in event) return event.job.node;
  if ('subscription' in event) return event.subscription.node;
  if ('incident' in event) return event.incident.node;
  return 'element' in event ? event.element.node : undefined;
}
