import type { FlowNode, ProcessDefinition } from '../../engine/index.js';
import type { CaseRow, JournalRow } from '../../runtime/read-ports.js';
import type { Instant } from '../../shared/time.js';
import { phases } from './phases.js';

/** One stay of a project in a phase; without an end it is there now. */
export interface PhaseVisit {
  readonly from: Instant;
  readonly to?: Instant;
}

/** What must be done before a phase is over: a task, a participation checkpoint, or a wait. */
export interface PhaseStep {
  readonly node: string;
  readonly name: string;
  readonly kind: 'task' | 'checkpoint' | 'wait';
  readonly state: 'done' | 'open' | 'ahead';
  readonly doneAt?: Instant;
}

/** A phase with every stay in it, and what stands between it and the next. */
export interface PhaseStory {
  readonly phase: number;
  readonly name: string;
  readonly state: 'done' | 'now' | 'ahead';
  readonly visits: readonly PhaseVisit[];
  readonly steps: readonly PhaseStep[];
}

/** What the story of a project is told from. */
export interface PhaseSource {
  readonly project: Pick<CaseRow, 'phase' | 'endedAt'>;
  readonly definition: ProcessDefinition | undefined;
  readonly journal: readonly JournalRow[];
}

/** The node of the diagram that a phase is. */
export const phaseNode = (definition: ProcessDefinition | undefined, phase: number): FlowNode | undefined =>
  [...(definition?.nodes.values() ?? [])].find(({ hint }) => hint.phase === phase);

/** The eight phases of a project. What is done counts from the newest stay: a project that was sent back does it again. */
export function phaseStory({ project, definition, journal }: PhaseSource): readonly PhaseStory[] {
  const current = project.phase ?? 1;
  return phases.map(({ phase, name }) => {
    const node = phaseNode(definition, phase);
    const visits = node === undefined ? [] : visitsOf(journal, node.id, project.endedAt);
    const isNow = phase === current && project.endedAt === undefined;
    const state = isNow ? 'now' : visits.length > 0 && phase <= current ? 'done' : 'ahead';
    const since = state === 'ahead' ? undefined : visits.at(-1)?.from;
    return { phase, name, state, visits, steps: stepsOf({ definition, journal, scope: node?.id ?? '', since }) };
  });
}

function visitsOf(journal: readonly JournalRow[], node: string, endedAt: Instant | undefined): readonly PhaseVisit[] {
  const visits: PhaseVisit[] = [];
  for (const { event } of journal) {
    if (event.type === 'NodeEntered' && event.node === node) visits.push({ from: event.at });
    const open = visits.at(-1);
    const hasEnded = (event.type === 'ElementEnded' || event.type === 'NodeCompleted') && event.node === node;
    if (hasEnded && open !== undefined && open.to === undefined) visits.splice(-1, 1, { ...open, to: event.at });
  }
  const last = visits.at(-1);
  if (endedAt === undefined || last === undefined || last.to !== undefined) return visits;
  return [...visits.slice(0, -1), { ...last, to: endedAt }];
}

interface StepSource extends Pick<PhaseSource, 'definition' | 'journal'> {
  readonly scope: string;
  /** When the newest stay began; absent while the phase is ahead. */
  readonly since: Instant | undefined;
}

function stepsOf({ definition, journal, scope, since }: StepSource): readonly PhaseStep[] {
  const entered = new Set<string>();
  const done = new Map<string, Instant>();
  for (const { event } of journal) {
    if (since === undefined || (event.type !== 'NodeEntered' && event.type !== 'NodeCompleted')) continue;
    if (event.at < since) continue;
    if (event.type === 'NodeEntered') entered.add(event.node);
    else done.set(event.node, event.at);
  }
  return [...(definition?.nodes.values() ?? [])].flatMap((node) => {
    const kind = node.scope === scope ? kindOf(node) : undefined;
    if (kind === undefined) return [];
    const doneAt = done.get(node.id);
    const state = doneAt !== undefined ? 'done' : entered.has(node.id) ? 'open' : 'ahead';
    return [{ node: node.id, name: node.name, kind, state, ...(doneAt === undefined ? {} : { doneAt }) }];
  });
}

function kindOf({ kind }: FlowNode): PhaseStep['kind'] | undefined {
  if (kind === 'userTask') return 'task';
  if (kind === 'callActivity') return 'checkpoint';
  return kind === 'intermediateCatchEvent' ? 'wait' : undefined;
}
