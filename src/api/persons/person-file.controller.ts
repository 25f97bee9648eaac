import { Inject, Param } from '@nestjs/common';
import { partOfApplication } from '../../cases/access/part-of-application.js';
import { readerOf } from '../../cases/access/reader-of.js';
import { personDecisionsSchema } from '../../contract/case-decision.contract.js';
import type { PersonDecisions } from '../../contract/case-decision.contract.js';
import { personHouseholdsSchema } from '../../contract/household.contract.js';
import type { PersonHouseholds } from '../../contract/household.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import { processInstanceListSchema } from '../../contract/process-instance.contract.js';
import type { ProcessInstanceView } from '../../contract/process-instance.contract.js';
import { routes } from '../../contract/routes.contract.js';
import type { CaseRow } from '../../runtime/read-ports.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, ReadRoute } from '../api-route.js';
import { Who } from '../command/asked-command.js';
import { decisionsOfCase } from '../decisions/decisions-of-case.js';
import { opensDecisions } from '../decisions/visible-decision.js';
import type { RequestActor } from '../request-actor.js';
import { caseView } from '../views/case-view.js';
import { namedHousehold } from './named-household.js';
import { visiblePerson } from './visible-person.js';

/** What there is about one person, over all their cases: as much of it as the reader may see. */
@ApiResource('persons')
export class PersonFileController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.personCases, 'Sakene om en person som du kan se, de nyeste først', processInstanceListSchema)
  async cases(
    @Who() who: RequestActor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<{ readonly items: readonly ProcessInstanceView[] }> {
    return { items: (await this.casesOf(who, id)).map(caseView) };
  }

  @ReadRoute(
    routes.personDecisions,
    'Vedtakene om en person i sakene du kan se, de nyeste først',
    personDecisionsSchema,
  )
  async decisions(@Who() who: RequestActor, @Param('id', { schema: idSchema }) id: string): Promise<PersonDecisions> {
    const cases = await this.casesOf(who, id);
    const decided = new Set(
      await this.ports.caseDecisions.decidedAmong(
        who.tenant,
        cases.map((one) => one.id),
      ),
    );
    // Where a case has no decision nothing of it is shown, and nothing is written in the log of reads.
    const lists = await Promise.all(
      cases.filter((one) => decided.has(one.id)).map((found) => this.decisionsIn(who, found)),
    );
    return { items: lists.flat().toSorted((one, other) => other.decidedAt.localeCompare(one.decidedAt)) };
  }

  @ReadRoute(routes.personHouseholds, 'Husstandene til en person, med navn', personHouseholdsSchema)
  async households(@Who() who: RequestActor, @Param('id', { schema: idSchema }) id: string): Promise<PersonHouseholds> {
    const person = await visiblePerson(this.ports, who, id);
    const households = await this.ports.households.ofPerson(who.tenant, person.id);
    const named = await Promise.all(households.map((one) => namedHousehold(this.ports, who, one)));
    return { items: named.flatMap((household) => household ?? []) };
  }

  private async casesOf(who: RequestActor, id: string): Promise<readonly CaseRow[]> {
    const person = await visiblePerson(this.ports, who, id);
    return this.ports.cases.list(readerOf(who), { subject: person.id, exceptFamily: partOfApplication });
  }

  private async decisionsIn(who: RequestActor, row: CaseRow): Promise<PersonDecisions['items']> {
    const found = await this.ports.cases.find(who.tenant, row.id);
    if (found === undefined || !(await opensDecisions(this.ports, who, found))) return [];
    const { items } = await decisionsOfCase(this.ports, who, row.id);
    return items.map((decision) => ({ ...decision, caseTitle: row.title }));
  }
}
