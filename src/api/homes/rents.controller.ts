import { Body, Inject, Param } from '@nestjs/common';
import type { z } from 'zod';
import { importRent } from '../../cases/homes/import-rent.js';
import { reserveAgainstNav } from '../../cases/homes/let-homes.js';
import { mayReadLeases } from '../../cases/homes/may-use-homes.js';
import { homeAnswerSchema } from '../../contract/home.contract.js';
import type { HomeAnswer } from '../../contract/home.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import {
  navNoticeSchema,
  rentArrearsSchema,
  rentImportAnswerSchema,
  rentImportSchema,
  rentOfLeaseSchema,
} from '../../contract/rent.contract.js';
import { routes } from '../../contract/routes.contract.js';
import type { Tenancy } from '../../runtime/homes/home-record.js';
import { idOf } from '../../shared/id.js';
import { shownTenant } from '../access/shown.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { arrearsViews } from './arrears-view.js';
import { changeRegister, takeStep } from './change-register.js';
import { saidClaim } from './said-claim.js';

/** What is due and paid for leases: the landlord brings it in from the accounts; the tenant reads her own. */
@ApiResource('homes')
export class RentsController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @CommandRoute(routes.rentImport, 'Før inn hva som er krevd og betalt i husleie: alt eller ingenting', {
    answer: rentImportAnswerSchema,
  })
  async import(
    @Asked() asked: AskedCommand,
    @Body({ schema: rentImportSchema }) { claims }: z.output<typeof rentImportSchema>,
  ): Promise<z.infer<typeof rentImportAnswerSchema>> {
    return rentImportAnswerSchema.parse(await takeStep(this.ports, asked, importRent(claims.map(saidClaim))));
  }

  @ReadRoute(routes.rentArrears, 'Leieforhold med husleie som ikke er betalt', rentArrearsSchema)
  async arrears(@Who() who: RequestActor): Promise<z.infer<typeof rentArrearsSchema>> {
    return { items: await arrearsViews(this.ports, who) };
  }

  @ReadRoute(routes.rentOfLease, 'Hva som er krevd og betalt i ett leieforhold', rentOfLeaseSchema)
  async ofLease(
    @Who() who: RequestActor,
    @Param('id', { schema: idSchema }) id: string,
    @Param('tenancy', { schema: idSchema }) tenancy: string,
  ): Promise<z.infer<typeof rentOfLeaseSchema>> {
    const { tenant, actor } = who;
    const { person, navReservedOn } = await this.lease(who, id, tenancy);
    if (person !== actor.id && !(mayReadLeases(actor) && (await shownTenant(this.ports, who, person)) !== undefined))
      throw problem('not-found');
    const { rents } = this.ports.homes;
    const [claims, arrears] = await Promise.all([
      rents.claims(tenant, idOf(tenancy)),
      rents.arrearsOf(tenant, idOf(tenancy)),
    ]);
    return {
      ...{ owed: arrears?.owed ?? 0, navReserved: navReservedOn !== undefined },
      claims: claims.map(({ paidOn, id: claim, kind, dueOn, amount, paid }) => ({
        ...{ id: claim, kind, dueOn, amount, paid, paidOn: paidOn ?? null },
      })),
    };
  }

  @CommandRoute(routes.navNotice, 'Si om NAV skal få vite om husleie som ikke er betalt', { answer: homeAnswerSchema })
  async navNotice(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Param('tenancy', { schema: idSchema }) tenancy: string,
    @Body({ schema: navNoticeSchema }) { reserved }: z.output<typeof navNoticeSchema>,
  ): Promise<HomeAnswer> {
    const { person } = await this.lease(asked.who, id, tenancy);
    if (person !== asked.who.actor.id) throw problem('not-found');
    return changeRegister(this.ports, asked, reserveAgainstNav(idOf(id), idOf(tenancy), reserved));
  }

  private async lease({ tenant }: RequestActor, id: string, tenancy: string): Promise<Tenancy> {
    const lease = (await this.ports.homes.reader.home(tenant, id))?.tenancy;
    if (lease === undefined || lease.id !== tenancy) throw problem('not-found');
    return lease;
  }
}
