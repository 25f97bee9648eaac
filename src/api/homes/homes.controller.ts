import { randomUUID } from 'node:crypto';
import { Body, Inject, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { releaseHome, reserveHomes } from '../../cases/homes/claim-homes.js';
import { correctHome, enterHome } from '../../cases/homes/keep-homes.js';
import { mayReadHome, mayReadHomes } from '../../cases/homes/may-use-homes.js';
import {
  correctHomeSchema,
  enterHomeSchema,
  homeDetailSchema,
  homeListQuerySchema,
  homeListSchema,
  homeAnswerSchema,
  releaseHomeSchema,
  reserveHomeSchema,
} from '../../contract/home.contract.js';
import type { HomeDetail, HomeAnswer } from '../../contract/home.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { idOf } from '../../shared/id.js';
import { withoutUndefined } from '../../shared/without-undefined.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, AskedWithRevision, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { changeRegister } from './change-register.js';
import { homeDetail } from './home-detail.js';
import { homeView } from './home-view.js';
import { knownPerson } from './known-person.js';
import { requireKeptBuilding, requireKeptHome } from './kept-home.js';

const answer = { answer: homeAnswerSchema };

/** The register of homes (boenheter), and for whom they are kept. */
@ApiResource('homes')
export class HomesController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.homes, 'Boligene, en side om gangen', homeListSchema)
  async list(
    @Who() { tenant, actor }: RequestActor,
    @Query({ schema: homeListQuerySchema }) query: z.output<typeof homeListQuerySchema>,
  ): Promise<z.infer<typeof homeListSchema>> {
    const { limit, after, free, wheelchair, ...rest } = query;
    const flags = {
      ...(free && { free: free === 'true' }),
      ...(wheelchair && { wheelchair: wheelchair === 'true' }),
    };
    const wanted = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    const seen = mayReadHomes(actor) ? {} : { seenBy: { units: actor.groups, person: actor.id } };
    const page = { limit: limit + 1, ...(after && { after }) };
    const rows = await this.ports.homes.reader.homes(tenant, { ...wanted, ...flags, ...seen }, page);
    const items = rows.slice(0, limit).map((row) => homeView(row, actor));
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  @ReadRoute(routes.home, 'Én bolig med bygget og historien', homeDetailSchema)
  async one(@Who() who: RequestActor, @Param('id', { schema: idSchema }) id: string): Promise<HomeDetail> {
    const { tenant, actor } = who;
    const { reader } = this.ports.homes;
    const record = await reader.home(tenant, id);
    const place = record && (await reader.building(tenant, record.building));
    if (record === undefined || place === undefined || !mayReadHome(actor, record, place.responsibleUnit))
      throw problem('not-found');
    return homeDetail(this.ports, who, { record, place });
  }

  @CommandRoute(routes.homes, 'Før inn en bolig', { ...answer, status: 201 })
  async enter(
    @Asked() asked: AskedCommand,
    @Body({ schema: enterHomeSchema }) { id, building, ...facts }: z.output<typeof enterHomeSchema>,
  ): Promise<HomeAnswer> {
    await requireKeptBuilding(this.ports, asked.who, building);
    const said = { ...withoutUndefined(facts), building: idOf<'Building'>(building), synthetic: false };
    return changeRegister(this.ports, asked, enterHome(idOf(id), said));
  }

  @CommandRoute(routes.correctHome, 'Rett opplysningene om en bolig', { ...answer, ifMatch: 'required' })
  async correct(
    @AskedWithRevision() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: correctHomeSchema }) { building, ...facts }: z.output<typeof correctHomeSchema>,
  ): Promise<HomeAnswer> {
    await requireKeptHome(this.ports, asked.who, id);
    const said = { ...facts, ...(building && { building: idOf<'Building'>(building) }) };
    return changeRegister(this.ports, asked, correctHome(idOf(id), asked.expectedRevision ?? 0, said));
  }

  @CommandRoute(routes.reserveHome, 'Hold av en bolig', { ...answer, status: 201 })
  async reserve(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: reserveHomeSchema }) { person, untilOn }: z.output<typeof reserveHomeSchema>,
  ): Promise<HomeAnswer> {
    await requireKeptHome(this.ports, asked.who, id);
    const claim = {
      home: idOf<'Home'>(id),
      reservation: idOf<'Reservation'>(randomUUID()),
      ...(person && { person: await knownPerson(this.ports, asked.who, person) }),
      ...(untilOn && { untilOn }),
    };
    return changeRegister(this.ports, asked, reserveHomes([claim]));
  }

  @CommandRoute(routes.releaseHome, 'Gi fri en bolig som er holdt av', answer)
  async release(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Param('reservation', { schema: idSchema }) reservation: string,
    @Body({ schema: releaseHomeSchema }) { reason }: z.output<typeof releaseHomeSchema>,
  ): Promise<HomeAnswer> {
    await requireKeptHome(this.ports, asked.who, id);
    return changeRegister(this.ports, asked, releaseHome(idOf(id), idOf(reservation), reason));
  }
}
