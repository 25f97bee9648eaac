import { Readable } from 'node:stream';
import { Body, Inject, Param, StreamableFile } from '@nestjs/common';
import type { z } from 'zod';
import { caseExportSchema } from '../../contract/case-export.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import { deletedCaseListSchema, deletionSchema, reasonedSchema } from '../../contract/operation.contract.js';
import type { DeletedCaseList, Deletion } from '../../contract/operation.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import type { RequestActor } from '../request-actor.js';
import { deleteCase } from './delete-case.js';
import { exportCase } from './export-case.js';

/** What is kept of cases: whole, to hand over, or only that they were there. */
@ApiResource('operations')
export class KeptCasesController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.exportProcessInstance, 'Hele saken som JSON', caseExportSchema)
  async export(@Who() who: RequestActor, @Param('id', { schema: idSchema }) id: string): Promise<StreamableFile> {
    const pieces = await exportCase(this.ports, who, id);
    return new StreamableFile(Readable.from(pieces), {
      type: 'application/json; charset=utf-8',
      disposition: `attachment; filename="${encodeURIComponent(id)}.json"`,
    });
  }

  @CommandRoute(routes.deleteProcessInstance, 'Slett en avsluttet sak for godt', { answer: deletionSchema })
  delete(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: reasonedSchema }) { reason }: z.output<typeof reasonedSchema>,
  ): Promise<Deletion> {
    return deleteCase(this.ports, asked, { id, reason });
  }

  @ReadRoute(routes.deletedProcessInstances, 'Saker som er slettet: av hvem, når og hvorfor', deletedCaseListSchema)
  async deleted(@Who() who: RequestActor): Promise<DeletedCaseList> {
    const rows = await this.ports.eraser.deleted(who.tenant);
    return { items: rows.map((row) => ({ ...row, endedAt: row.endedAt ?? null })) };
  }
}
