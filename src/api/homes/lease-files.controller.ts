import { randomUUID } from 'node:crypto';
import { Body, Header, Inject, Query } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import type { z } from 'zod';
import { importLeases, type ImportedLease } from '../../cases/homes/import-leases.js';
import { leaseColumns, rowOfLease } from '../../cases/homes/lease-file.js';
import { mayReadLeases } from '../../cases/homes/may-use-homes.js';
import { readTableFile } from '../../cases/homes/table-file.js';
import { leaseRowSchema } from '../../contract/lease-file.contract.js';
import { fileImportAnswerSchema, fileImportSchema, tableFileQuerySchema } from '../../contract/record-file.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { asSystem } from '../../runtime/reading-as.js';
import type { Id } from '../../shared/id.js';
import { idOf } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import { withoutUndefined } from '../../shared/without-undefined.js';
import { shownTenants } from '../access/shown.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, SheetRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { recordsFile } from '../files/table-file.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { everyHome } from './every-home.js';
import { takeImport } from './change-register.js';
import { checkedRows, placeInFile } from './check-rows.js';
import type { CheckedRow } from './check-rows.js';

const names = Object.keys(leaseColumns);
type LeaseRow = CheckedRow<z.output<typeof leaseRowSchema>>;

/** Leases as files: the landlord's. */
@ApiResource('homes')
export class LeaseFilesController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @SheetRoute(routes.leaseFile, 'Leieforholdene som varer, som CSV, regneark eller JSON, til nedlasting')
  @Header('cache-control', 'no-store')
  async file(
    @Who() who: RequestActor,
    @Query({ schema: tableFileQuerySchema }) { format }: z.output<typeof tableFileQuerySchema>,
  ): Promise<StreamableFile> {
    return recordsFile(this.ports, { name: 'leieforhold', format }, { names, rows: await this.rows(who) });
  }

  @CommandRoute(routes.leaseImport, 'Før inn, rett og avslutt leieforhold fra fil: alle radene eller ingen', {
    answer: fileImportAnswerSchema,
  })
  async import(
    @Asked() asked: AskedCommand,
    @Body({ schema: fileImportSchema }) { format, content, dryRun }: z.output<typeof fileImportSchema>,
  ): Promise<z.infer<typeof fileImportAnswerSchema>> {
    const rows = checkedRows(readTableFile(leaseColumns, format, content), leaseRowSchema);
    await this.requireKnown(asked.who, rows);
    return takeImport(this.ports, asked, { step: importLeases(rows.map(importedLease)), dryRun });
  }

  /** Those that the reader may be shown; that they are is written down for each person. */
  private async rows(who: RequestActor): Promise<readonly JsonObject[]> {
    const { actor } = who;
    const homes = await everyHome(this.ports, who.tenant, mayReadLeases(actor) ? {} : ownOnly(actor.id));
    const rented = homes.flatMap((home) => (home.tenancy === undefined ? [] : [{ home, lease: home.tenancy }]));
    const nameOf = await this.names(who, [...new Set(rented.map(({ lease }) => lease.person))]);
    return rented.flatMap(({ home, lease }) => {
      const name = nameOf.get(lease.person);
      return name === undefined ? [] : [rowOfLease(home, lease, name)];
    });
  }

  /** The names of those whom the reader may be shown; who is not in the register of persons has none, and nothing to protect. */
  private async names(who: RequestActor, people: readonly Id<'Actor'>[]): Promise<ReadonlyMap<string, string>> {
    const shown = await shownTenants(this.ports, who, people);
    const names = new Map<string, string>(shown.map(({ id, name }) => [id, name]));
    const registered = await this.registered(
      who,
      people.filter((id) => !names.has(id)),
    );
    for (const id of people) if (!names.has(id) && !registered.has(id)) names.set(id, '');
    return names;
  }

  private async registered({ tenant }: RequestActor, people: readonly Id<'Actor'>[]): Promise<ReadonlySet<string>> {
    const { persons } = this.ports;
    const found = await asSystem(() => Promise.all(people.map((id) => persons.person(tenant, id))));
    return new Set(found.flatMap((person) => person?.id ?? []));
  }

  // That somebody is known is no more than the refusal of a lease says, whoever asks.
  private async requireKnown(who: RequestActor, rows: readonly LeaseRow[]): Promise<void> {
    const people = [...new Set(rows.map(({ said }) => idOf<'Actor'>(said.person)))];
    const registered = await this.registered(who, people);
    const others = people.filter((id) => !registered.has(id));
    const logIn = await Promise.all(others.map((id) => this.ports.people.person(who.tenant, id)));
    const unknown = new Set<string>(others.filter((_, at) => logIn[at] === undefined));
    const errors = rows.flatMap(({ line, said: { person } }) =>
      unknown.has(person)
        ? [{ path: placeInFile(line, 'person'), message: `«${person}» er ikke i personregisteret.` }]
        : [],
    );
    if (errors.length > 0) throw problem('register-input', { errors: errors.slice(0, 100) });
  }
}

const ownOnly = (person: Id<'Actor'>) => ({ seenBy: { units: [], person } });

function importedLease({ said, ...row }: LeaseRow): ImportedLease {
  const { id, home, person, homeName: _home, personName: _person, ...lease } = said;
  return {
    ...{ ...row, home: idOf<'Home'>(home), newId: idOf<'Tenancy'>(randomUUID()) },
    ...(id !== undefined && { known: idOf<'Tenancy'>(id) }),
    lease: { ...withoutUndefined(lease), person: idOf<'Actor'>(person) },
  };
}
