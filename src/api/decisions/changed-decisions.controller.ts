import { Header, Inject, Query } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import {
  changedDecisionsFileQuerySchema,
  changedDecisionsQuerySchema,
  changedDecisionsSchema,
} from '../../contract/changed-decision.contract.js';
import type {
  ChangedDecisionsFileQuery,
  ChangedDecisionsQuery,
  ChangedDecisionsView,
} from '../../contract/changed-decision.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, ReadRoute, SheetRoute } from '../api-route.js';
import { Who } from '../command/asked-command.js';
import { recordsFile } from '../files/table-file.js';
import type { RequestActor } from '../request-actor.js';
import { changedDecisions } from './changed-decisions.js';

const columns = ['uke', 'dato', 'hjemmel', 'utfall', 'årsak', 'lærdom'];

/** What appeals have changed, and why: to learn from. */
@ApiResource('changed-decisions')
export class ChangedDecisionsController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.changedDecisions, 'Vedtak som en klage førte til at ble endret, og hvorfor', changedDecisionsSchema)
  list(
    @Who() who: RequestActor,
    @Query({ schema: changedDecisionsQuerySchema }) days: ChangedDecisionsQuery,
  ): Promise<ChangedDecisionsView> {
    return changedDecisions(this.ports, who, days);
  }

  @SheetRoute(routes.changedDecisionsFile, 'De samme vedtakene som CSV, regneark eller JSON, uten navn og saksnummer')
  @Header('cache-control', 'no-store')
  async file(
    @Who() who: RequestActor,
    @Query({ schema: changedDecisionsFileQuerySchema }) { format, ...days }: ChangedDecisionsFileQuery,
  ): Promise<StreamableFile> {
    const { items } = await changedDecisions(this.ports, who, days);
    const rows = items.map(({ week, on, legalBasis, outcome, cause, learned }) => ({
      ...{ uke: week, dato: on, hjemmel: legalBasis, utfall: outcome, årsak: cause, lærdom: learned },
    }));
    return recordsFile(
      this.ports,
      { name: `endrede-vedtak-${days.from}-${days.to}`, format },
      { names: columns, rows },
    );
  }
}
