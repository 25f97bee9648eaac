import { Inject } from '@nestjs/common';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import { routes } from '../../contract/routes.contract.js';
import { rulesSchema } from '../../contract/rules.contract.js';
import type { RulesView } from '../../contract/rules.contract.js';
import type { ProcessDefinition } from '../../engine/index.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, ReadRoute } from '../api-route.js';
import { Who } from '../command/asked-command.js';
import type { RequestActor } from '../request-actor.js';
import { wordsFor } from '../views/view-context.js';
import { localSettings } from './local-settings.js';
import { deadlineRuleView, legalBasisView } from './rules-view.js';

/** The rules that the processes follow: versioned data, with where each comes from. */
@ApiResource('rules')
export class RulesController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(
    routes.rules,
    'Reglene saksgangene følger: frister, hjemler, habilitet og det kommunen har valgt',
    rulesSchema,
  )
  async read(@Who() who: RequestActor): Promise<RulesView> {
    const { deadlines, legalBases, impartiality, clock } = this.ports;
    const [now, words, processes, planned] = await Promise.all([
      clock.now(who.tenant),
      wordsFor(this.ports, who),
      this.processes(who),
      this.ports.startPlan.next(who.tenant),
    ]);
    const told = { words, today: dateInNorway(now) };
    return {
      deadlines: deadlines.map((rule) => deadlineRuleView(rule, told)),
      legalBases: legalBases.map((basis) => legalBasisView(basis, told.today)),
      impartiality: impartiality.rules.map(({ rules, ...version }) => ({
        ...version,
        rules: rules.map(({ text }) => text),
      })),
      settings: localSettings(this.ports, { processes, planned }, told),
    };
  }

  private async processes({ tenant }: RequestActor): Promise<readonly ProcessDefinition[]> {
    const { definitions, definitionSource } = this.ports;
    const rows = await definitions.list(tenant);
    const loaded = await Promise.all(rows.map(({ key, version }) => definitionSource.load({ tenant, key, version })));
    return loaded.flatMap((definition) => definition ?? []);
  }
}
