import { Header, Inject, Query } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import { tableLines } from '../../cases/figures/figure-table.js';
import {
  figuresFileQuerySchema,
  figuresQuerySchema,
  figuresSchema,
  kostraSchema,
} from '../../contract/figures.contract.js';
import type { Figures, FiguresFileQuery, FiguresQuery, Kostra } from '../../contract/figures.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, ReadRoute, SheetRoute } from '../api-route.js';
import { Who } from '../command/asked-command.js';
import { csvBytes, keptFile } from '../files/table-file.js';
import type { RequestActor } from '../request-actor.js';
import { figuresOfYear, kostraOfYear } from './figures-of-year.js';
import type { FiguresOfYear } from './figures-of-year.js';

/** Figures for leaders, and for KOSTRA. */
@ApiResource('figures')
export class FiguresController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.figures, 'Tall for ledere: ventetid, valg, kontakt, runder, medvirkning og frister', figuresSchema)
  async figures(
    @Who() who: RequestActor,
    @Query({ schema: figuresQuerySchema }) query: FiguresQuery,
  ): Promise<Figures> {
    return written(await figuresOfYear(this.ports, who, query.year));
  }

  @SheetRoute(routes.figuresFile, 'Tall for ledere som regneark eller CSV')
  @Header('cache-control', 'no-store')
  async figuresFile(
    @Who() who: RequestActor,
    @Query({ schema: figuresFileQuerySchema }) query: FiguresFileQuery,
  ): Promise<StreamableFile> {
    return this.file(await figuresOfYear(this.ports, who, query.year), { name: 'tall', format: query.format });
  }

  @ReadRoute(routes.kostra, 'Tall til KOSTRA, slik de var 31.12. uansett når de hentes', kostraSchema)
  async kostra(@Who() who: RequestActor, @Query({ schema: figuresQuerySchema }) query: FiguresQuery): Promise<Kostra> {
    const report = await kostraOfYear(this.ports, who, query.year);
    return { ...written(report), deletedSince: report.deletedSince };
  }

  @SheetRoute(routes.kostraFile, 'Tall til KOSTRA som regneark eller CSV')
  @Header('cache-control', 'no-store')
  async kostraFile(
    @Who() who: RequestActor,
    @Query({ schema: figuresFileQuerySchema }) query: FiguresFileQuery,
  ): Promise<StreamableFile> {
    return this.file(await kostraOfYear(this.ports, who, query.year), { name: 'kostra', format: query.format });
  }

  private async file(
    { year, tables }: FiguresOfYear,
    { name, format }: { readonly name: string; readonly format: FiguresFileQuery['format'] },
  ): Promise<StreamableFile> {
    const bytes = format === 'xlsx' ? await this.ports.writeWorkbook(tables) : csvBytes(tableLines(tables));
    return keptFile({ name: `${name}-${year}`, format }, bytes);
  }
}

const written = ({ tables, year, until, isFinal, fewestShown }: FiguresOfYear): Figures => ({
  ...{ year, until, isFinal, fewestShown },
  tables: tables.map(({ columns, rows, ...table }) => ({
    ...table,
    columns: [...columns],
    rows: rows.map(({ name, cells }) => ({ name, cells: [...cells] })),
  })),
});
