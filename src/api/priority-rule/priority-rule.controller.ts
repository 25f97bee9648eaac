import { Body, Inject } from '@nestjs/common';
import type { CommandAnswer } from '../../contract/command.contract.js';
import { compareRuleSchema, proposeRuleSchema, ruleComparisonSchema } from '../../contract/priority-rule.contract.js';
import type { CompareRule, ProposeRule, RuleComparisonView } from '../../contract/priority-rule.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, QuestionRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import type { RequestActor } from '../request-actor.js';
import { compareRule } from './compare-rule.js';
import { proposeRule } from './propose-rule.js';

/** The priority key of the waiting list: what another one would have meant, and how it comes into use. */
@ApiResource('priority-rule')
export class PriorityRuleController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

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
