import { explainedDeadline } from '../../cases/deadlines/explained-deadline.js';
import { clockInNorway, dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import { fillTemplate } from '../../cases/fill-template.js';
import { withoutStop } from '../../cases/without-stop.js';
import { nodeNameIn } from '../../cases/timeline/node-name.js';
import type { TimerList, TimerView } from '../../contract/timer.contract.js';
import { describeTrigger } from '../../engine/index.js';
import type { ProcessDefinition, TimerInstance } from '../../engine/index.js';
import type { CaseRow } from '../../runtime/read-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { viewContext } from '../views/view-context.js';
import type { ViewContext } from '../views/view-context.js';

/** Every alarm that is set in a case, the first to ring first, with why it rings then. */
export async function openTimers(ports: ApiPorts, who: RequestActor, found: CaseRow): Promise<TimerList> {
  const { id, process: key, version } = found;
  const [snapshot, definition] = await Promise.all([
    ports.cases.snapshot(who.tenant, id),
    ports.definitionSource.load({ tenant: who.tenant, key, version }),
  ]);
  if (snapshot === undefined) throw problem('not-found');

  const timers = [...snapshot.timers.values()].toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));
  const context = await viewContext(
    ports,
    who,
    timers.map(({ changed }) => changed?.by),
  );
  return { revision: snapshot.revision, items: timers.map((timer) => timerView(timer, definition, context)) };
}

function timerView(timer: TimerInstance, definition: ProcessDefinition | undefined, context: ViewContext): TimerView {
  const { id, node, purpose, dueAt, occurrence, heldSince, changed, deadline } = timer;
  return {
    id,
    node,
    name: nodeNameIn(definition, node),
    purpose,
    dueAt,
    occurrence,
    held: heldSince !== undefined,
    language: context.why.language,
    why: [...why(timer, definition, context)],
    changed:
      changed === undefined
        ? null
        : {
            drawnAt: changed.drawnAt,
            reason: changed.reason,
            by: { id: changed.by, name: context.nameOf(changed.by) },
          },
    changeable: purpose === 'event' && deadline === undefined,
  };
}

function why(
  { node, part, deadline, changed }: TimerInstance,
  definition: ProcessDefinition | undefined,
  context: ViewContext,
): readonly string[] {
  if (deadline !== undefined) return explainedDeadline(deadline, context).steps.map(({ text }) => text);

  const { texts, language } = context.why;
  const drawn = definition?.nodes.get(node);
  const whole = drawn !== undefined && 'trigger' in drawn ? drawn.trigger : undefined;
  const trigger = whole?.kind === 'multiple' ? whole.triggers[part ?? 0] : whole;
  const regel = trigger === undefined ? '' : describeTrigger(trigger);
  const said = fillTemplate(texts.alarm[regel === '' ? 'task' : 'drawn'], { regel }, language);
  if (changed === undefined) return [said];

  const { drawnAt, by, reason } = changed;
  const dato = fillTemplate(texts.klokka, { dato: dateInNorway(drawnAt), klokka: clockInNorway(drawnAt) }, language);
  return [
    said,
    fillTemplate(
      texts.alarm.changed,
      { navn: context.nameOf(by), tid: dato, begrunnelse: withoutStop(reason) },
      language,
    ),
  ];
}
