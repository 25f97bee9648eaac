import { Body, Inject, Param } from '@nestjs/common';
import {
  appealSchema,
  correctArrivalSchema,
  reasonsRequestSchema,
  caseDecisionListSchema,
  caseDecisionSchema,
  caseRecordListSchema,
} from '../../contract/case-decision.contract.js';
import type {
  AppealInput,
  ArrivalCorrection,
  CaseDecisionList,
  CaseDecisionView,
  CaseRecordList,
} from '../../contract/case-decision.contract.js';
import type { CommandAnswer } from '../../contract/command.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import type { RequestActor } from '../request-actor.js';
import { askForReasons, bringAppeal } from './bring-appeal.js';
import { caseDecisionView } from './case-decision-view.js';
import { correctArrival } from './correct-arrival.js';
import { decisionsOfCase } from './decisions-of-case.js';
import { decisionsTold } from './decisions-told.js';
import { recordsOfCase } from './records-of-case.js';
import { visibleDecision } from './visible-decision.js';

/** Individual decisions, and what was mapped and ordered in a case: for the person and the staff who decide. */
@ApiResource('decisions')
export class CaseDecisionsController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.caseDecisions, 'Vedtakene i saken, med klagefrist og klageinstans', caseDecisionListSchema)
  async ofCase(@Who() who: RequestActor, @Param('id', { schema: idSchema }) id: string): Promise<CaseDecisionList> {
    return decisionsOfCase(this.ports, who, id);
  }

  @ReadRoute(routes.caseRecords, 'Kartlegging og bestilling i saken, ordrett', caseRecordListSchema)
  records(@Who() who: RequestActor, @Param('id', { schema: idSchema }) id: string): Promise<CaseRecordList> {
    return recordsOfCase(this.ports, who, id);
  }

  @ReadRoute(routes.decision, 'Ett vedtak', caseDecisionSchema)
  async read(@Who() who: RequestActor, @Param('id', { schema: idSchema }) id: string): Promise<CaseDecisionView> {
    const { decision, found } = await visibleDecision(this.ports, who, id);
    return caseDecisionView(this.ports, decision, await decisionsTold(this.ports, who, found));
  }

  @CommandRoute(routes.appealDecision, 'Klag på vedtaket', { status: 201 })
  appeal(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: appealSchema }) input: AppealInput,
  ): Promise<CommandAnswer> {
    return bringAppeal(this.ports, asked, { ...input, id });
  }

  @CommandRoute(routes.correctArrival, 'Rett når vedtaket kom fram, eller si at brevet kom i retur')
  correctArrival(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: correctArrivalSchema }) correction: ArrivalCorrection,
  ): Promise<CommandAnswer> {
    return correctArrival(this.ports, asked, { ...correction, id });
  }

  @CommandRoute(routes.askForReasons, 'Be om en bedre begrunnelse')
  askForReasons(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: reasonsRequestSchema }) _body: object,
  ): Promise<CommandAnswer> {
    return askForReasons(this.ports, asked, id);
  }
}
