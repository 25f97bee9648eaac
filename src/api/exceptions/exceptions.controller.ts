import { Inject, Query } from '@nestjs/common';
import { exceptionsQuerySchema, exceptionsSchema } from '../../contract/exception.contract.js';
import type { ExceptionsQuery, ExceptionsView } from '../../contract/exception.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, ReadRoute } from '../api-route.js';
import { Who } from '../command/asked-command.js';
import type { RequestActor } from '../request-actor.js';
import { exceptionsReport } from './exceptions-report.js';

/** What was done otherwise than the rule is. */
@ApiResource('exceptions')
export class ExceptionsController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(
    routes.exceptions,
    'Unntak: hva som ble gjort annerledes enn regelen, av hvem og hvorfor',
    exceptionsSchema,
  )
  list(
    @Who() who: RequestActor,
    @Query({ schema: exceptionsQuerySchema }) days: ExceptionsQuery,
  ): Promise<ExceptionsView> {
    return exceptionsReport(this.ports, who, days);
  }
}
