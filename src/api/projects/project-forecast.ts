import { daysByRules, forecastFinish } from '../../cases/projects/forecast.js';
import type { Forecast } from '../../cases/projects/forecast.js';
import { phaseNode } from '../../cases/projects/phase-story.js';
import type { PhaseStory } from '../../cases/projects/phase-story.js';
import { localDateOf } from '../../engine/index.js';
import type { ProcessDefinition } from '../../engine/index.js';
import type { TenantId } from '../../runtime/ports.js';
import type { CaseRow } from '../../runtime/read-ports.js';
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
  const { project, definition, phases, now } = asked;
  if (project.endedAt !== undefined || definition === undefined) return null;

  const startOn = localDateOf(now);
  const left = phases.filter(({ state }) => state !== 'done');
  const ahead = await Promise.all(
    left.map(async ({ phase, name }) => ({
      ...{ phase, name },
      history: await historyOf(ports, { ...asked, definition, phase }),
      byRules: daysByRules(definition, phaseNode(definition, phase)?.id ?? '', { register: ports.deadlines, startOn }),
    })),
  );
  const since = localDateOf(project.phaseSince ?? project.startedAt);
  return asView(forecastFinish(ahead, { today: startOn, since }));
}

const asView = ({ phases, ...dates }: Forecast) => ({ ...dates, phases: [...phases] });

interface AskedPhase extends Pick<Asked, 'tenant' | 'project'> {
  readonly definition: ProcessDefinition;
  readonly phase: number;
}

/** How many days the other projects were in the phase, returns to it included. */
async function historyOf({ cases }: Pick<ApiPorts, 'cases'>, { tenant, project, definition, phase }: AskedPhase) {
  const from = phaseNode(definition, phase);
  if (from === undefined) return [];
  const next = phaseNode(definition, phase + 1)?.id;
  const to = next === undefined ? endsAfter(definition, from.outgoing) : [next];
  return cases.daysBetweenNodes(tenant, { process: project.process, from: [from.id], to, except: project.id });
}

const endsAfter = ({ flows }: ProcessDefinition, outgoing: readonly string[]): readonly string[] =>
  outgoing.flatMap((flow) => flows.get(flow)?.target ?? []);
