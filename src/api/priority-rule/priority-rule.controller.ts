import { Body, Header, Inject, Param } from '@nestjs/common';
import type { CommandAnswer } from '../../contract/command.contract.js';
import {
  compareRuleSchema,
  priorityRuleSchema,
  proposeRuleSchema,
  ruleComparisonSchema,
} from '../../contract/priority-rule.contract.js';
import type {
  CompareRule,
  PriorityRuleView,
  ProposeRule,
  RuleComparisonView,
} from '../../contract/priority-rule.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { versionSchema } from '../../contract/id.contract.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, QuestionRoute, ReadRoute, XmlRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import type { RequestActor } from '../request-actor.js';
import { compareRule } from './compare-rule.js';
import { priorityRule, priorityRuleXml } from './priority-rule.js';
import { proposeRule } from './propose-rule.js';

/** The priority key of the waiting list: what another one would have meant, and how it comes into use. */
@ApiResource('priority-rule')
export class PriorityRuleController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.priorityRule, 'Nøkkelen som gjelder, versjonene før den og forslagene', priorityRuleSchema)
  read(@Who() who: RequestActor): Promise<PriorityRuleView> {
    return priorityRule(this.ports, who);
  }

  @XmlRoute(routes.priorityRuleXml, 'En versjon av nøkkelen som DMN')
  @Header('content-type', 'application/xml; charset=utf-8')
  xml(@Who() { tenant }: RequestActor, @Param('version', { schema: versionSchema }) version: number): Promise<string> {
    return priorityRuleXml(this.ports, tenant, version);
  }

  @QuestionRoute(routes.compareRule, 'Prøv en foreslått nøkkel på runder som har vært', ruleComparisonSchema)
  compare(
    @Who() who: RequestActor,
    @Body({ schema: compareRuleSchema }) asked: CompareRule,
  ): Promise<RuleComparisonView> {
    return compareRule(this.ports, who, asked);
  }

  @CommandRoute(routes.proposeRule, 'Foreslå en ny nøkkel: den prøves, brukerne høres, og lederen avgjør', {
    status: 201,
  })
  propose(
    @Asked() asked: AskedCommand,
    @Body({ schema: proposeRuleSchema }) proposal: ProposeRule,
  ): Promise<CommandAnswer> {
    return proposeRule(this.ports, asked, proposal);
  }
}
