import { Body, Header, Inject, Query } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import type { z } from 'zod';
import { buildingColumns, constraintsIn, repairRuleIn, rowOfBuilding } from '../../cases/homes/building-file.js';
import { importBuildings } from '../../cases/homes/import-buildings.js';
import { mayKeepHomes, mayReadBuilding } from '../../cases/homes/may-use-homes.js';
import { readTableFile } from '../../cases/homes/table-file.js';
import { buildingRowSchema } from '../../contract/building-file.contract.js';
import { repairRuleSchema } from '../../contract/home.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { fileImportAnswerSchema, fileImportSchema, tableFileQuerySchema } from '../../contract/record-file.contract.js';
import { idOf } from '../../shared/id.js';
import { withoutUndefined } from '../../shared/without-undefined.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, SheetRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { recordsFile } from '../files/table-file.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { takeImport } from './change-register.js';
import { checkedRows } from './check-rows.js';

/** Buildings as files: out, and in again. */
@ApiResource('homes')
export class BuildingFilesController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @SheetRoute(routes.buildingFile, 'Byggene som CSV, regneark eller JSON, til nedlasting')
  @Header('cache-control', 'no-store')
  async file(
    @Who() { tenant, actor }: RequestActor,
    @Query({ schema: tableFileQuerySchema }) { format }: z.output<typeof tableFileQuerySchema>,
  ): Promise<StreamableFile> {
    const known = await this.ports.homes.reader.buildings(tenant);
    const rows = known.filter(({ responsibleUnit }) => mayReadBuilding(actor, responsibleUnit)).map(rowOfBuilding);
    return recordsFile(this.ports, { name: 'bygg', format }, { names: Object.keys(buildingColumns), rows });
  }

  @CommandRoute(routes.buildingImport, 'Før inn og rett bygg fra fil: alle radene eller ingen', {
    answer: fileImportAnswerSchema,
  })
  async import(
    @Asked() asked: AskedCommand,
    @Body({ schema: fileImportSchema }) { format, content, dryRun }: z.output<typeof fileImportSchema>,
  ): Promise<z.infer<typeof fileImportAnswerSchema>> {
    if (!mayKeepHomes(asked.who.actor)) throw problem('not-found');

    const rows = checkedRows(readTableFile(buildingColumns, format, content), buildingRowSchema);
    const buildings = rows.map(({ said: { id, constraints, repairRules, ...facts }, ...row }) => ({
      ...{ ...row, id: idOf<'Building'>(id) },
      facts: {
        ...withoutUndefined(facts),
        constraints: constraintsIn(constraints),
        repairRules: repairRules.map((cell) => repairRuleSchema.parse(repairRuleIn(cell))),
      },
    }));
    return takeImport(this.ports, asked, { step: importBuildings(buildings), dryRun });
  }
}
