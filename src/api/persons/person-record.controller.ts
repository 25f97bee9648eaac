import { Header, Inject, Param, Query } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import type { z } from 'zod';
import { idSchema } from '../../contract/id.contract.js';
import { personRecordFileSchema, personRecordSchema } from '../../contract/person-record.contract.js';
import type { PersonRecord } from '../../contract/person-record.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, ReadRoute, RecordFileRoute } from '../api-route.js';
import { Who } from '../command/asked-command.js';
import { csvBytes, keptFile } from '../files/table-file.js';
import type { RequestActor } from '../request-actor.js';
import { recordOfPerson } from './person-record.js';
import { recordRows } from './record-rows.js';

/** Everything that is registered about a person, for themselves and whoever acts for them: to read, and to take along. */
@ApiResource('persons')
export class PersonRecordController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.personRecord, 'Alt vi har registrert om deg, eller om en du er fullmektig for', personRecordSchema)
  read(@Who() who: RequestActor, @Param('id', { schema: idSchema }) id: string): Promise<PersonRecord> {
    return recordOfPerson(this.ports, who, id);
  }

  @RecordFileRoute(routes.personRecordFile, 'Det samme som fil: JSON eller CSV', personRecordSchema)
  @Header('cache-control', 'no-store')
  async file(
    @Who() who: RequestActor,
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: personRecordFileSchema }) { format }: z.output<typeof personRecordFileSchema>,
  ): Promise<StreamableFile> {
    const record = await recordOfPerson(this.ports, who, id);
    const name = `opplysninger-${record.writtenAt.slice(0, 10)}`;
    const bytes = format === 'csv' ? csvBytes(recordRows(record)) : Buffer.from(JSON.stringify(record, undefined, 2));
    return keptFile({ name, format }, bytes);
  }
}
