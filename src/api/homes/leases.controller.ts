import { randomUUID } from 'node:crypto';
import { Body, Inject, Param } from '@nestjs/common';
import type { z } from 'zod';
import { changeLease, endLease, letHome } from '../../cases/homes/let-homes.js';
import { changeLeaseSchema, endLeaseSchema, letHomeSchema, homeAnswerSchema } from '../../contract/home.contract.js';
import type { HomeAnswer } from '../../contract/home.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { idOf } from '../../shared/id.js';
import { withoutUndefined } from '../../shared/without-undefined.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute } from '../api-route.js';
import { Asked } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { changeRegister } from './change-register.js';
import { knownPerson } from './known-person.js';

const answer = { answer: homeAnswerSchema };

/** Leases (leieforhold): the landlord's. */
@ApiResource('homes')
export class LeasesController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @CommandRoute(routes.letHome, 'Lei ut en bolig', { ...answer, status: 201 })
  async let(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: letHomeSchema }) { person, ...terms }: z.output<typeof letHomeSchema>,
  ): Promise<HomeAnswer> {
    const tenant = await knownPerson(this.ports, asked.who, person);
    const lease = {
      ...withoutUndefined(terms),
      home: idOf<'Home'>(id),
      id: idOf<'Tenancy'>(randomUUID()),
      person: tenant,
    };
    return changeRegister(this.ports, asked, letHome(lease));
  }

  @CommandRoute(routes.changeLease, 'Før når leieren flytter, eller ble bedt om å flytte', answer)
  change(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Param('tenancy', { schema: idSchema }) tenancy: string,
    @Body({ schema: changeLeaseSchema }) said: z.output<typeof changeLeaseSchema>,
  ): Promise<HomeAnswer> {
    return changeRegister(this.ports, asked, changeLease(idOf(id), idOf(tenancy), withoutUndefined(said)));
  }

  @CommandRoute(routes.endLease, 'Avslutt et leieforhold', answer)
  end(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Param('tenancy', { schema: idSchema }) tenancy: string,
    @Body({ schema: endLeaseSchema }) { endedOn, reason: endReason }: z.output<typeof endLeaseSchema>,
  ): Promise<HomeAnswer> {
    return changeRegister(this.ports, asked, endLease(idOf(id), idOf(tenancy), { endedOn, endReason }));
  }
}
