import { Body, Header, Inject, Query } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import type { z } from 'zod';
import { homeColumns, rowOfHome } from '../../cases/homes/home-file.js';
import { importHomes } from '../../cases/homes/import-homes.js';
import { mayKeepHomes, mayReadHomes } from '../../cases/homes/may-use-homes.js';
import { cellsAsCsv, cellsOf, readTableFile } from '../../cases/homes/table-file.js';
import { enterHomeSchema, homeExportQuerySchema, homeExportSchema } from '../../contract/home.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { fileImportAnswerSchema, fileImportSchema, tableFileQuerySchema } from '../../contract/record-file.contract.js';
import type { JsonObject } from '../../shared/json.js';
import { idOf } from '../../shared/id.js';
import { withoutUndefined } from '../../shared/without-undefined.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute, SheetRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { recordsFile } from '../files/table-file.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { everyHome } from './every-home.js';
import { takeImport } from './change-register.js';
import { checkedRows } from './check-rows.js';

const names = Object.keys(homeColumns);

/** Homes as files, with Kobo's names: out, and in again. */
@ApiResource('homes')
export class HomeFilesController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.homeExport, 'Alle boligene som fil', homeExportSchema)
  async export(
    @Who() who: RequestActor,
    @Query({ schema: homeExportQuerySchema }) { format }: z.output<typeof homeExportQuerySchema>,
  ): Promise<z.infer<typeof homeExportSchema>> {
    const rows = await this.rows(who);
    const content = format === 'csv' ? cellsAsCsv(cellsOf(names, rows)) : JSON.stringify(rows, undefined, 2);
    return { format, fileName: `boliger.${format}`, content };
  }

  @SheetRoute(routes.homeFile, 'Alle boligene som CSV, regneark eller JSON, til nedlasting')
  @Header('cache-control', 'no-store')
  async file(
    @Who() who: RequestActor,
    @Query({ schema: tableFileQuerySchema }) { format }: z.output<typeof tableFileQuerySchema>,
  ): Promise<StreamableFile> {
    return recordsFile(this.ports, { name: 'boliger', format }, { names, rows: await this.rows(who) });
  }

  @CommandRoute(routes.homeImport, 'Før inn og rett boliger fra fil: alle radene eller ingen', {
    answer: fileImportAnswerSchema,
  })
  async import(
    @Asked() asked: AskedCommand,
    @Body({ schema: fileImportSchema }) { format, content, dryRun }: z.output<typeof fileImportSchema>,
  ): Promise<z.infer<typeof fileImportAnswerSchema>> {
    if (!mayKeepHomes(asked.who.actor)) throw problem('not-found');

    const rows = checkedRows(readTableFile(homeColumns, format, content), enterHomeSchema);
    const homes = rows.map(({ said: { id, building, ...facts }, ...row }) => ({
      ...{ ...row, id: idOf<'Home'>(id) },
      facts: { ...withoutUndefined(facts), building: idOf<'Building'>(building) },
    }));
    return takeImport(this.ports, asked, { step: importHomes(homes), dryRun });
  }

  private async rows({ tenant, actor }: RequestActor): Promise<readonly JsonObject[]> {
    const seen = mayReadHomes(actor) ? {} : { seenBy: { units: actor.groups, person: actor.id } };
    return (await everyHome(this.ports, tenant, seen)).map(rowOfHome);
  }
}
