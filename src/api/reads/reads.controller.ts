import { Inject } from '@nestjs/common';
import { readsInWords } from '../../cases/access/reads-in-words.js';
import { readListSchema } from '../../contract/read.contract.js';
import type { ReadView } from '../../contract/read.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, ReadRoute } from '../api-route.js';
import { Who } from '../command/asked-command.js';
import type { RequestActor } from '../request-actor.js';
import { viewContext } from '../views/view-context.js';

/** To whom a person's data was shown. */
@ApiResource('reads')
export class ReadsController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.myReads, 'Hvem som har sett saken din og det vi har registrert om deg', readListSchema)
  async mine(@Who() { tenant, actor }: RequestActor): Promise<{ readonly items: readonly ReadView[] }> {
    const rows = await this.ports.readLog.ofPerson(tenant, actor.id);
    const readers = rows.map((row) => row.actor);
    const { nameOf } = await viewContext(this.ports, { tenant, actor }, readers);
    const lines = readsInWords(rows, nameOf);
    return { items: lines.map(({ caseId, ...line }) => ({ ...line, processInstanceId: caseId ?? null })) };
  }
}
