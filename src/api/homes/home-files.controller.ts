import { Body, Inject, Query } from '@nestjs/common';
import type { z } from 'zod';
import { homesAsCsv, readHomeFile, rowOfHome } from '../../cases/homes/home-file.js';
import type { FileError, FileRow } from '../../cases/homes/home-file.js';
import { importHomes } from '../../cases/homes/import-homes.js';
import type { ImportedHome } from '../../cases/homes/import-homes.js';
import { mayKeepHomes, mayReadHomes } from '../../cases/homes/may-use-homes.js';
import {
  enterHomeSchema,
  homeExportQuerySchema,
  homeExportSchema,
  homeImportAnswerSchema,
  homeImportSchema,
} from '../../contract/home.contract.js';
import { routes } from '../../contract/routes.contract.js';
import type { JsonObject } from '../../shared/json.js';
import { idOf } from '../../shared/id.js';
import { withoutUndefined } from '../../shared/without-undefined.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { takeStep } from './change-register.js';

const atATime = 500;

/** Homes as files, with Kobo's names: out, and in again. */
@ApiResource('homes')
export class HomeFilesController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.homeExport, 'Alle boligene som fil', homeExportSchema)
  async export(
    @Who() { tenant, actor }: RequestActor,
    @Query({ schema: homeExportQuerySchema }) { format }: z.output<typeof homeExportQuerySchema>,
  ): Promise<z.infer<typeof homeExportSchema>> {
    const seen = mayReadHomes(actor) ? {} : { seenBy: { units: actor.groups, person: actor.id } };
    const rows: JsonObject[] = [];
    for (let after: string | undefined; ;) {
      const page = await this.ports.homes.reader.homes(tenant, seen, { limit: atATime, ...(after && { after }) });
      rows.push(...page.map(rowOfHome));
      after = page.at(-1)?.id;
      if (page.length < atATime) break;
    }
    const content = format === 'csv' ? homesAsCsv(rows) : JSON.stringify(rows, undefined, 2);
    return { format, fileName: `boliger.${format}`, content };
  }

  @CommandRoute(routes.homeImport, 'Før inn og rett boliger fra fil: alle radene eller ingen', {
    answer: homeImportAnswerSchema,
  })
  async import(
    @Asked() asked: AskedCommand,
    @Body({ schema: homeImportSchema }) { format, content }: z.output<typeof homeImportSchema>,
  ): Promise<z.infer<typeof homeImportAnswerSchema>> {
    if (!mayKeepHomes(asked.who.actor)) throw problem('not-found');

    const file = readHomeFile(format, content);
    if (!file.ok) throw wrongFile(file.errors);
    const checked = file.rows.map(checkRow);
    const errors = checked.flatMap((row) => ('errors' in row ? row.errors : []));
    if (errors.length > 0) throw wrongFile(errors);

    const homes = checked.flatMap((row) => ('home' in row ? [row.home] : []));
    return homeImportAnswerSchema.parse(await takeStep(this.ports, asked, importHomes(homes)));
  }
}

const wrongFile = (errors: readonly FileError[]) => problem('register-input', { errors: [...errors.slice(0, 100)] });

type CheckedRow = { readonly home: ImportedHome } | { readonly errors: readonly FileError[] };

function checkRow({ line, said }: FileRow): CheckedRow {
  const checked = enterHomeSchema.safeParse(said);
  if (!checked.success)
    return {
      errors: checked.error.issues.map(({ path, message, ...issue }) => ({
        path: `rad ${line}, ${'keys' in issue ? issue.keys.join(', ') : path.join('.')}`,
        message,
      })),
    };
  const { id, building, ...facts } = checked.data;
  return {
    home: { line, id: idOf<'Home'>(id), facts: { ...withoutUndefined(facts), building: idOf<'Building'>(building) } },
  };
}
