import { journeyOf } from '../../cases/journey/journey.js';
import type { ApplicantJourney, JourneyPart } from '../../cases/journey/journey.js';
import { partsOfCase } from '../../cases/whole-case.js';
import { lettersOf, timersOf } from '../views/of-parts.js';
import { stageNodes, stageVisits } from '../../cases/journey/stage-visits.js';
import type { Journey } from '../../contract/journey.contract.js';
import type { CaseRow } from '../../runtime/read-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';
import { wordsFor } from '../views/view-context.js';
import type { OpenBeside } from './open-beside.js';
import type { RequestActor } from '../request-actor.js';

/** A journey without what the reader may do with the case. */
type JourneyItself = Omit<Journey, keyof OpenBeside | 'canWithdraw' | 'isToReader'>;

/** A case as the applicant sees it; what the reader may do with it is said by whoever asks. */
export async function journeyView(
  ports: ApiPorts,
  { tenant, actor }: RequestActor,
  found: CaseRow,
): Promise<JourneyItself> {
  const { id, process, version } = found;
  const called = await partsOfCase(ports.cases, tenant, found);
  const ids = [id, ...called.map((part) => part.id)];
  const [definition, journal, parts, tasks, timers, letters, now, why] = await Promise.all([
    ports.definitionSource.load({ tenant, key: process, version }),
    ports.cases.journal(tenant, id),
    Promise.all(called.map((part) => partOf(ports, tenant, part))),
    ports.userTasks.ofCases(tenant, ids),
    timersOf(ports, tenant, ids),
    lettersOf(ports, tenant, ids),
    ports.clock.now(tenant),
    wordsFor(ports, { tenant, actor }),
  ]);
  if (definition === undefined) throw problem('not-found');

  const nodes = stageNodes(definition, stageVisits(journal, definition).current);
  const [othersDays = []] = await ports.cases.daysBetweenNodes(tenant, { process, ways: [nodes], except: id });
  const { deadlines, journeyText: text } = ports;
  return view(
    journeyOf({
      case: found,
      definition,
      journal,
      parts: parts.flat(),
      tasks,
      timers,
      letters,
      othersDays,
      text,
      deadlines,
      now,
      why,
    }),
  );
}

async function partOf(
  ports: ApiPorts,
  tenant: RequestActor['tenant'],
  { id, process: key, version }: CaseRow,
): Promise<readonly JourneyPart[]> {
  const [definition, journal] = await Promise.all([
    ports.definitionSource.load({ tenant, key, version }),
    ports.cases.journal(tenant, id),
  ]);
  return definition === undefined ? [] : [{ id, definition, journal }];
}

const view = (journey: ApplicantJourney): JourneyItself => ({
  ...journey,
  stages: journey.stages.map((stage) => ({ ...stage, happened: [...stage.happened] })),
  nextDate: journey.nextDate === null ? null : { ...journey.nextDate, why: [...journey.nextDate.why] },
  canDo: [...journey.canDo],
  letters: journey.letters.map(({ id, title, text, at, byPost, posted }) => {
    return { id, title, text, sentAt: at, byPost, postedOn: posted?.on ?? null, arrivesOn: posted?.arrivesOn ?? null };
  }),
});
