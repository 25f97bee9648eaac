import { daysByRules, forecastFinish } from '../../cases/projects/forecast.js';
import type { Forecast } from '../../cases/projects/forecast.js';
import { phaseNode } from '../../cases/projects/phase-story.js';
import type { PhaseStory } from '../../cases/projects/phase-story.js';
import { localDateOf } from '../../engine/index.js';
import type { ProcessDefinition } from '../../engine/index.js';
import type { TenantId } from '../../runtime/ports.js';
import type { CaseRow, NodeWay } from '../../runtime/read-ports.js';
import type { Instant } from '../../shared/time.js';
import type { ApiPorts } from '../api-ports.js';

interface Asked {
  readonly tenant: TenantId;
  readonly project: CaseRow;
  readonly definition: ProcessDefinition | undefined;
  readonly phases: readonly PhaseStory[];
  readonly now: Instant;
}

/** When the project is likely to be done, from the municipality's own projects and the deadlines in the diagram; null where it has ended. */
export async function projectForecast(ports: Pick<ApiPorts, 'cases' | 'deadlines'>, asked: Asked) {
  const { tenant, project, definition, phases, now } = asked;
  if (project.endedAt !== undefined || definition === undefined) return null;

  const startOn = localDateOf(now);
  const left = phases.filter(({ state }) => state !== 'done');
  const ways = left.map(({ phase }) => wayThrough(definition, phase));
  const histories = await ports.cases.daysBetweenNodes(tenant, { process: project.process, ways, except: project.id });
  const ahead = left.map(({ phase, name }, at) => ({
    ...{ phase, name, history: histories[at] ?? [] },
    byRules: daysByRules(definition, phaseNode(definition, phase)?.id ?? '', { register: ports.deadlines, startOn }),
  }));
  const since = localDateOf(project.phaseSince ?? project.startedAt);
  return asView(forecastFinish(ahead, { today: startOn, since }));
}

const asView = ({ phases, ...dates }: Forecast) => ({ ...dates, phases: [...phases] });

/** From the phase to the next one, or to the end: returns to it are included. */
function wayThrough(definition: ProcessDefinition, phase: number): NodeWay {
  const from = phaseNode(definition, phase);
  const next = phaseNode(definition, phase + 1)?.id;
  if (from === undefined) return { from: [], to: [] };
  return { from: [from.id], to: next === undefined ? endsAfter(definition, from.outgoing) : [next] };
}

const endsAfter = ({ flows }: ProcessDefinition, outgoing: readonly string[]): readonly string[] =>
  outgoing.flatMap((flow) => flows.get(flow)?.target ?? []);
