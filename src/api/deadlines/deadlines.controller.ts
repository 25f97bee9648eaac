import { Inject, Query } from '@nestjs/common';
import { missedDeadlinesQuerySchema, missedDeadlinesSchema } from '../../contract/deadline.contract.js';
import type { MissedDeadlines, MissedDeadlinesQuery } from '../../contract/deadline.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { ruleInWords } from '../../cases/deadlines/rule-in-words.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, ReadRoute } from '../api-route.js';
import { Who } from '../command/asked-command.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { wordsFor } from '../views/view-context.js';

/** Deadlines of the whole municipality. */
@ApiResource('deadlines')
export class DeadlinesController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.missedDeadlines, 'Brutte frister etter regel, for ledere', missedDeadlinesSchema)
  async missed(
    @Who() who: RequestActor,
    @Query({ schema: missedDeadlinesQuerySchema }) { from, to }: MissedDeadlinesQuery,
  ): Promise<MissedDeadlines> {
    const { tenant, actor } = who;
    const { attention, deadlineFigures, deadlines } = this.ports;
    if (!actor.groups.some((group) => attention.leaders.includes(group))) throw problem('actor-not-allowed');

    const [rows, { texts }] = await Promise.all([
      deadlineFigures.missed(tenant, { from, to }),
      wordsFor(this.ports, who),
    ]);
    return {
      items: rows.map(({ rule, target, legal }) => {
        const last = deadlines.findLast(({ id }) => id === rule);
        const known = last && ruleInWords(last, texts);
        return { rule, name: known?.name ?? rule, law: known?.law ?? null, target, legal };
      }),
    };
  }
}
