import { Body, Inject, Param } from '@nestjs/common';
import type { z } from 'zod';
import { mayCount } from '../../cases/access/may.js';
import { openGaps } from '../../cases/homes/agreement-gaps.js';
import { freezeBuilding } from '../../cases/homes/freeze-building.js';
import { correctBuilding, enterBuilding } from '../../cases/homes/keep-homes.js';
import {
  mayChangeStaffing,
  mayFreeze,
  mayKeepHomes,
  mayReadBuilding,
  mayReadRepairs,
} from '../../cases/homes/may-use-homes.js';
import { countRepairs } from '../../cases/homes/repair-figures.js';
import {
  buildingDetailSchema,
  buildingListSchema,
  correctBuildingSchema,
  enterBuildingSchema,
  freezeSchema,
  homeAnswerSchema,
  repairFiguresSchema,
  staffingSchema,
} from '../../contract/home.contract.js';
import type { BuildingDetail, HomeAnswer, ListedBuilding, RepairFigures } from '../../contract/home.contract.js';
import { commandAnswerSchema } from '../../contract/command.contract.js';
import type { CommandAnswer } from '../../contract/command.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { createProcessInstanceId } from '../../runtime/process-instance-id.js';
import { asSystem } from '../../runtime/reading-as.js';
import { changeStaffing } from '../../cases/services/change-staffing.js';
import { idOf } from '../../shared/id.js';
import { withoutUndefined } from '../../shared/without-undefined.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, AskedWithRevision, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { giveCommand } from '../command/give-command.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { buildingDetail } from './building-detail.js';
import { changeRegister } from './change-register.js';
import { buildingView } from './home-view.js';
import { requireKeptBuilding } from './kept-home.js';

const answer = { answer: homeAnswerSchema };

/** The register of buildings (bygg): whom their homes are for, and who answers for them. */
@ApiResource('homes')
export class BuildingsController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.buildings, 'Byggene, og hvor mange ledige boliger de har', buildingListSchema)
  async list(@Who() { tenant, actor }: RequestActor): Promise<{ readonly items: readonly ListedBuilding[] }> {
    const { reader } = this.ports.homes;
    const [rows, found] = await Promise.all([
      reader.buildings(tenant),
      mayReadRepairs(actor) ? reader.gaps(tenant) : undefined,
    ]);
    const seen = rows.filter(({ responsibleUnit }) => mayReadBuilding(actor, responsibleUnit));
    return {
      items: seen.map((row) => ({
        ...buildingView(row, actor),
        gaps: found === undefined ? null : openGaps(row, found).length,
      })),
    };
  }

  @ReadRoute(routes.building, 'Ett bygg med historien', buildingDetailSchema)
  async one(@Who() who: RequestActor, @Param('id', { schema: idSchema }) id: string): Promise<BuildingDetail> {
    const { tenant, actor } = who;
    const row = await this.ports.homes.reader.building(tenant, id);
    if (row === undefined || !mayReadBuilding(actor, row.responsibleUnit)) throw problem('not-found');
    return buildingDetail(this.ports, who, row);
  }

  @ReadRoute(routes.repairFigures, 'Hvor mange feil som er meldt i et bygg', repairFiguresSchema)
  async repairFigures(
    @Who() { tenant, actor }: RequestActor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<RepairFigures> {
    const { reader } = this.ports.homes;
    const [place, now] = [await reader.building(tenant, id), await this.ports.clock.now(tenant)];
    if (place === undefined || !mayCount(actor, 'maintenance')) throw problem('not-found');
    // Whoever is shown how many there are need not be shown which.
    return { building: id, ...countRepairs(await asSystem(() => reader.repairs(tenant, id)), now) };
  }

  @CommandRoute(routes.buildings, 'Før inn et bygg', { ...answer, status: 201 })
  enter(
    @Asked() asked: AskedCommand,
    @Body({ schema: enterBuildingSchema }) { id, ...facts }: z.output<typeof enterBuildingSchema>,
  ): Promise<HomeAnswer> {
    if (!mayKeepHomes(asked.who.actor)) throw problem('actor-not-allowed');
    return changeRegister(this.ports, asked, enterBuilding(idOf(id), { ...withoutUndefined(facts), synthetic: false }));
  }

  @CommandRoute(routes.correctBuilding, 'Rett opplysningene om et bygg', { ...answer, ifMatch: 'required' })
  async correct(
    @AskedWithRevision() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: correctBuildingSchema }) facts: z.output<typeof correctBuildingSchema>,
  ): Promise<HomeAnswer> {
    await requireKeptBuilding(this.ports, asked.who, id);
    return changeRegister(
      this.ports,
      asked,
      correctBuilding(idOf(id), asked.expectedRevision ?? 0, withoutUndefined(facts)),
    );
  }

  @CommandRoute(routes.changeStaffing, 'Meld at bemanningen i et bygg er endret', {
    answer: commandAnswerSchema,
    status: 201,
  })
  async staffing(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: staffingSchema }) { staffing, reason }: z.output<typeof staffingSchema>,
  ): Promise<CommandAnswer> {
    const { tenant, actor } = asked.who;
    const place = await this.ports.homes.reader.building(tenant, id);
    if (place === undefined || !mayReadBuilding(actor, place.responsibleUnit)) throw problem('not-found');
    if (!mayChangeStaffing(actor, place.responsibleUnit)) throw problem('actor-not-allowed');
    const processInstanceId = createProcessInstanceId(await this.ports.clock.now(tenant));
    const variables = { bygg: id, byggNavn: place.name, bemanning: staffing, bemanningGrunn: reason };
    return giveCommand(this.ports, asked, {
      processInstanceId,
      definition: { key: 'bemanningsendring' },
      command: { type: 'StartProcessInstance', processInstanceId, variables, actor },
      registers: changeStaffing(idOf(id), staffing),
    });
  }

  @CommandRoute(routes.freezeBuilding, 'Stans tildelingen i et bygg, eller ta den opp igjen', answer)
  freeze(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: freezeSchema }) said: z.output<typeof freezeSchema>,
  ): Promise<HomeAnswer> {
    if (!mayFreeze(asked.who.actor)) throw problem('actor-not-allowed');
    return changeRegister(this.ports, asked, freezeBuilding(idOf(id), said));
  }
}
