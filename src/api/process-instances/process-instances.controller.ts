import { partOfApplication } from '../../cases/access/part-of-application.js';
import { readerOf } from '../../cases/access/reader-of.js';
import { Body, Header, Inject, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import type { CommandAnswer } from '../../contract/command.contract.js';
import { commandAnswerSchema } from '../../contract/command.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import {
  journalSchema,
  processInstanceDetailSchema,
  processInstanceListQuerySchema,
  processInstanceListSchema,
  startProcessInstanceSchema,
} from '../../contract/process-instance.contract.js';
import type {
  JournalEntry,
  ProcessInstanceDetail,
  ProcessInstanceListQuery,
  ProcessInstanceView,
} from '../../contract/process-instance.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { shownCase } from '../access/shown.js';
import { visibleCase } from '../access/visible.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute, XmlRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { caseView } from '../views/case-view.js';
import { caseDetail } from './case-detail.js';
import { caseJournal } from './case-journal.js';
import { startCase } from './start-case.js';

/** Cases: which there are, how one stands, what has happened in it, how one begins. */
@ApiResource('process-instances')
export class ProcessInstancesController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.processInstances, 'Sakene du kan se, de nyeste først', processInstanceListSchema)
  async list(
    @Who() { tenant, actor }: RequestActor,
    @Query({ schema: processInstanceListQuerySchema }) { process, state, phase }: ProcessInstanceListQuery,
  ): Promise<{ readonly items: readonly ProcessInstanceView[] }> {
    const filter = {
      // A part of an application is found on the application's page, and where its own process is asked for.
      ...(process === undefined ? { exceptFamily: partOfApplication } : { process }),
      ...(state === undefined ? {} : { state }),
      ...(phase === undefined ? {} : { phase }),
    };
    const rows = await this.ports.cases.list(readerOf({ tenant, actor }), filter);
    return { items: rows.map(caseView) };
  }

  @CommandRoute(routes.processInstances, 'Start en sak', { status: 201, answer: commandAnswerSchema })
  start(
    @Asked() asked: AskedCommand,
    @Body({ schema: startProcessInstanceSchema }) body: z.output<typeof startProcessInstanceSchema>,
  ): Promise<CommandAnswer> {
    return startCase(this.ports, asked, body);
  }

  @ReadRoute(routes.processInstance, 'En sak med diagrammets status, oppgaver og brev', processInstanceDetailSchema)
  async read(@Who() who: RequestActor, @Param('id', { schema: idSchema }) id: string): Promise<ProcessInstanceDetail> {
    return caseDetail(this.ports, who, await shownCase(this.ports, who, { id, part: 'case' }));
  }

  @ReadRoute(routes.processInstanceJournal, 'Alt som har skjedd i saken, i rekkefølge', journalSchema)
  async journal(
    @Who() who: RequestActor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<{ readonly items: readonly JournalEntry[] }> {
    return { items: await caseJournal(this.ports, who, await shownCase(this.ports, who, { id, part: 'journal' })) };
  }

  @XmlRoute(routes.processInstanceXml, 'Diagrammet som saken følger')
  @Header('content-type', 'application/xml; charset=utf-8')
  async xml(@Who() who: RequestActor, @Param('id', { schema: idSchema }) id: string): Promise<string> {
    const { process, version } = await visibleCase(this.ports, who, id);
    const xml = await this.ports.definitions.xml(who.tenant, process, version);
    if (xml === undefined) throw problem('not-found');
    return xml;
  }
}
