import { Inject, Query } from '@nestjs/common';
import type { z } from 'zod';
import { overseerOfReads } from '../../cases/access/may-see-reads.js';
import { keepReadsFor } from '../../cases/access/retention.js';
import { readsInWords } from '../../cases/access/reads-in-words.js';
import { overseenReadListSchema, readListSchema, readsQuerySchema } from '../../contract/read.contract.js';
import type { OverseenReadList, ReadView } from '../../contract/read.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, ReadRoute } from '../api-route.js';
import { Who } from '../command/asked-command.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { viewContext } from '../views/view-context.js';
import { overseenReadView } from './overseen-read-view.js';

/** To whom a person's data was shown. */
@ApiResource('reads')
export class ReadsController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.myReads, 'Hvem som har sett saken din og det vi har registrert om deg', readListSchema)
  async mine(@Who() { tenant, actor }: RequestActor): Promise<{ readonly items: readonly ReadView[] }> {
    const rows = await this.ports.readLog.ofPerson(tenant, actor.id);
    const readers = rows.map((row) => row.actor);
    const { nameOf } = await viewContext(this.ports, { tenant, actor }, readers);
    const lines = readsInWords(rows, this.ports.readWords, nameOf);
    return { items: lines.map(({ caseId, ...line }) => ({ ...line, processInstanceId: caseId ?? null })) };
  }

  @ReadRoute(
    routes.reads,
    'Hvem som har lest om hvem, når og hvorfor, for personvernombudet; at ombudet så det, skrives også ned',
    overseenReadListSchema,
  )
  async all(
    @Who() { tenant, actor }: RequestActor,
    @Query({ schema: readsQuerySchema }) { emergency, ...wanted }: z.output<typeof readsQuerySchema>,
  ): Promise<OverseenReadList> {
    const role = overseerOfReads(actor);
    if (role === undefined) throw problem('actor-not-allowed');

    const asked = { ...wanted, ...(emergency && { relation: 'emergency' as const }) };
    const by = { actor: actor.id, role, keepFor: keepReadsFor };
    const rows = await this.ports.readLog.showReads(tenant, asked, by);
    const next = rows.length < wanted.limit ? undefined : rows.at(-1);
    return { items: rows.map((row) => overseenReadView(row, this.ports.readWords)), next: next?.id ?? null };
  }
}
