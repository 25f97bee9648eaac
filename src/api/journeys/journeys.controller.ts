import { relationToJourney } from '../../cases/access/may-read-case.js';
import { readerOf } from '../../cases/access/reader-of.js';
import { Inject, Param } from '@nestjs/common';
import { idSchema } from '../../contract/id.contract.js';
import { journeyListSchema, journeySchema } from '../../contract/journey.contract.js';
import type { Journey, JourneyList } from '../../contract/journey.contract.js';
import { routes } from '../../contract/routes.contract.js';
import type { CaseRow, CaseWithRelations } from '../../runtime/read-ports.js';
import { idOf } from '../../shared/id.js';
import { caseShownBy } from '../access/shown.js';
import { mayWithdrawNow } from '../applications/withdraw-application.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, ReadRoute } from '../api-route.js';
import { Who } from '../command/asked-command.js';
import { tieTo } from '../decisions/visible-decision.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { journeyView } from './journey-view.js';
import { journeysOfOthers } from './journeys-of-others.js';
import { openBeside, openBesideOwn } from './open-beside.js';
import type { OpenBeside } from './open-beside.js';

/** The applicant's own view of a case. */
@ApiResource('journeys')
export class JourneysController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.journeys, 'Mine saker som reise i ni steg', journeyListSchema)
  async list(@Who() who: RequestActor): Promise<JourneyList> {
    const { tenant, actor } = who;
    const cases = await this.ports.cases.list(readerOf({ tenant, actor }), { family: 'applicant', subject: actor.id });
    const items = cases.map(async (found) =>
      this.journeyOf(who, found, { ...(await openBesideOwn(this.ports, who, found)), isToReader: true }),
    );
    return { items: await Promise.all(items), actingFor: await journeysOfOthers(this.ports, who) };
  }

  @ReadRoute(routes.journey, 'En sak som reise i ni steg', journeySchema)
  async read(@Who() who: RequestActor, @Param('id', { schema: idSchema }) id: string): Promise<Journey> {
    const known = await this.ports.cases.find(who.tenant, idOf<'ProcessInstance'>(id));
    if (known === undefined) throw problem('not-found');
    const { isOwn, isShared } = await tieTo(this.ports, who, known);
    const wayTo = (found: CaseWithRelations) => relationToJourney(who.actor, { ...found, isShared });
    const found = await caseShownBy(this.ports, who, { id, part: 'journey', wayTo });
    if (found.family !== 'applicant') throw problem('not-found');
    const isToReader = isOwn || isShared;
    const journey = await this.journeyOf(who, found, { ...(await openBeside(this.ports, who, found)), isToReader });
    // The work in it is the applicant's own, and stands on no page of whoever acts for them.
    return isShared ? { ...journey, canDo: journey.canDo.map(({ text }) => ({ text, taskId: null })) } : journey;
  }

  private async journeyOf(
    who: RequestActor,
    found: CaseRow,
    { isToReader, ...opens }: OpenBeside & Pick<Journey, 'isToReader'>,
  ): Promise<Journey> {
    const [journey, canWithdraw] = await Promise.all([
      journeyView(this.ports, who, found),
      mayWithdrawNow(this.ports, who, found),
    ]);
    return { ...journey, ...opens, canWithdraw, isToReader };
  }
}
