import { relationToJourney } from '../../cases/access/may-read-case.js';
import { readerOf } from '../../cases/access/reader-of.js';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import type { JourneyList } from '../../contract/journey.contract.js';
import type { CaseWithRelations } from '../../runtime/read-ports.js';
import { casesShownBy } from '../access/shown.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';

/** The cases of those for whom `who` acts today, newest first for each of them: that they were listed is told to each. */
export async function journeysOfOthers(ports: ApiPorts, who: RequestActor): Promise<JourneyList['actingFor']> {
  const { tenant, actor } = who;
  const today = dateInNorway(await ports.clock.now(tenant));
  const people = await ports.persons.represented(tenant, actor.id, today);
  const cases = await Promise.all(
    people.map((id) =>
      ports.cases.list(readerOf({ tenant, actor: { id, groups: [] } }), { family: 'applicant', subject: id }),
    ),
  );
  const ids = cases.flat().map(({ id }) => id);
  const wayTo = (found: CaseWithRelations) => relationToJourney(actor, { ...found, isShared: true });
  const shown = await casesShownBy(ports, who, { ids, part: 'journey', wayTo });
  const known = new Map(shown.map((found) => [found.id, found]));
  return ids.flatMap((id) => {
    const { title, subject } = known.get(id) ?? {};
    return title === undefined || subject === undefined ? [] : [{ id, title, person: subject }];
  });
}
