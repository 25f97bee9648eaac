import { Body, Header, Inject, Query } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import type { z } from 'zod';
import { readTableFile } from '../../cases/homes/table-file.js';
import { importPersons, type ImportedPerson } from '../../cases/persons/import-persons.js';
import { mayKeepPersonFiles } from '../../cases/persons/may-keep-files.js';
import { personColumns, rowOfPerson } from '../../cases/persons/person-file.js';
import { personRowSchema } from '../../contract/person-file.contract.js';
import { fileImportAnswerSchema, fileImportSchema, tableFileQuerySchema } from '../../contract/record-file.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { idOf } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import { shownPersons } from '../access/shown.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, SheetRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { onlyOnce } from '../command/only-once.js';
import { recordsFile } from '../files/table-file.js';
import { checkedRows } from '../homes/check-rows.js';
import type { CheckedRow } from '../homes/check-rows.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { newId } from './register-answer.js';

const names = Object.keys(personColumns);
const atATime = 500;
const mostErrors = 100;

/** The register of persons as files: for whoever leads the office that keeps it. */
@ApiResource('persons')
export class PersonFilesController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @SheetRoute(routes.personFile, 'Personregisteret som CSV, regneark eller JSON, uten dem som har adressesperre')
  @Header('cache-control', 'no-store')
  async file(
    @Who() who: RequestActor,
    @Query({ schema: tableFileQuerySchema }) { format }: z.output<typeof tableFileQuerySchema>,
  ): Promise<StreamableFile> {
    if (!mayKeepPersonFiles(who.actor)) throw problem('not-found');
    return recordsFile(this.ports, { name: 'personer', format }, { names, rows: await this.rows(who) });
  }

  @CommandRoute(routes.personImport, 'Registrer og rett personer fra fil: alle radene eller ingen', {
    answer: fileImportAnswerSchema,
  })
  import(
    @Asked() asked: AskedCommand,
    @Body({ schema: fileImportSchema }) { format, content, dryRun }: z.output<typeof fileImportSchema>,
  ): Promise<z.infer<typeof fileImportAnswerSchema>> {
    if (!mayKeepPersonFiles(asked.who.actor)) throw problem('not-found');
    const rows = checkedRows(readTableFile(personColumns, format, content), personRowSchema);
    const people = rows.map((row) => importedPerson(asked, row));
    return onlyOnce(this.ports.receipts, asked, {
      schema: fileImportAnswerSchema,
      run: () => this.take(asked.who, people, dryRun),
    });
  }

  private async take({ tenant, actor }: RequestActor, people: readonly ImportedPerson[], dryRun: boolean) {
    const request = {
      ids: people.flatMap(({ known }) => known ?? []),
      names: people.map(({ details }) => details.name),
      by: actor.id,
    };
    const decided = await this.ports.personFiles.take(tenant, request, (known) => {
      const decision = importPersons(people, known);
      return decision.ok && !dryRun ? { decision, changes: decision.changes } : { decision };
    });
    const { decision } = decided;
    if (!decision.ok) throw problem('register-input', { errors: decision.errors.slice(0, mostErrors) });
    return decision.counts;
  }

  /** Everybody who has no protected address; each of them reads that they were shown. */
  private async rows(who: RequestActor): Promise<readonly JsonObject[]> {
    const ids = await this.ports.personFiles.everybody(who.tenant);
    const rows: JsonObject[] = [];
    for (let from = 0; from < ids.length; from += atATime) {
      const page = ids.slice(from, from + atATime);
      const shown = new Map((await shownPersons(this.ports, who, page)).map((person) => [person.id, person]));
      const open = page.flatMap((id) => shown.get(id) ?? []).filter(({ protection }) => protection === 'none');
      rows.push(...open.map(rowOfPerson));
    }
    return rows;
  }
}

function importedPerson(
  asked: AskedCommand,
  { said, ...row }: CheckedRow<z.output<typeof personRowSchema>>,
): ImportedPerson {
  const { id, ...details } = said;
  return {
    ...{ ...row, details, newId: idOf<'Actor'>(newId(asked, `person-${row.line}`)) },
    ...(id === undefined ? {} : { known: idOf<'Actor'>(id) }),
  };
}
