import { Body, Header, Inject, Query } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import type { z } from 'zod';
import { importRent } from '../../cases/homes/import-rent.js';
import { arrearsColumns, claimColumns } from '../../cases/homes/rent-file.js';
import { readTableFile } from '../../cases/homes/table-file.js';
import { rentClaimSchema, rentImportAnswerSchema } from '../../contract/rent.contract.js';
import type { ArrearsView } from '../../contract/rent.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { fileImportSchema, tableFileQuerySchema } from '../../contract/record-file.contract.js';
import type { JsonObject } from '../../shared/json.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, SheetRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { recordsFile } from '../files/table-file.js';
import type { RequestActor } from '../request-actor.js';
import { arrearsViews } from './arrears-view.js';
import { takeImport } from './change-register.js';
import { checkedRows, placeInFile } from './check-rows.js';
import { saidClaim } from './said-claim.js';

/** Rent as files: claims in, what is not paid out. */
@ApiResource('homes')
export class RentFilesController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @CommandRoute(routes.rentFileImport, 'Før inn krav og betalinger fra fil: alle radene eller ingen', {
    answer: rentImportAnswerSchema,
  })
  async import(
    @Asked() asked: AskedCommand,
    @Body({ schema: fileImportSchema }) { format, content, dryRun }: z.output<typeof fileImportSchema>,
  ): Promise<z.infer<typeof rentImportAnswerSchema>> {
    const rows = checkedRows(readTableFile(claimColumns, format, content), rentClaimSchema);
    const placeOf = (at: number, field: string) => placeInFile(rows[at]?.line ?? at, field);
    const claims = rows.map(({ said }) => saidClaim(said));
    return takeImport(this.ports, asked, { step: importRent(claims, placeOf), dryRun });
  }

  @SheetRoute(routes.rentArrearsFile, 'Husleie som ikke er betalt, som CSV, regneark eller JSON, til nedlasting')
  @Header('cache-control', 'no-store')
  async arrears(
    @Who() who: RequestActor,
    @Query({ schema: tableFileQuerySchema }) { format }: z.output<typeof tableFileQuerySchema>,
  ): Promise<StreamableFile> {
    const rows = (await arrearsViews(this.ports, who)).map(rowOfArrears);
    return recordsFile(this.ports, { name: 'husleie-ikke-betalt', format }, { names: arrearsColumns, rows });
  }
}

const rowOfArrears = ({ homeName, home, tenancy, person, personName, owed, oldestDueOn }: ArrearsView): JsonObject => ({
  ...{ bolig: homeName, boligId: home, leieforhold: tenancy },
  ...{ leietaker: personName ?? person, skyldig: owed, eldsteForfall: oldestDueOn },
});
