import { randomUUID } from 'node:crypto';
import { Body, Inject, Param } from '@nestjs/common';
import type { z } from 'zod';
import { may } from '../../cases/access/may.js';
import { raiseItem } from '../../cases/residents/follow-meeting.js';
import { anonymous } from '../../cases/safety/anonymous.js';
import { homeAnswerSchema } from '../../contract/home.contract.js';
import type { HomeAnswer } from '../../contract/home.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import { meetingBuildingsSchema, raiseItemSchema, residentsMeetingsSchema } from '../../contract/residents.contract.js';
import type { AgendaItemView, MeetingBuildings, ResidentsMeetings } from '../../contract/residents.contract.js';
import { routes } from '../../contract/routes.contract.js';
import type { Actor } from '../../engine/index.js';
import type { Right } from '../../cases/access/may.js';
import type { BuildingRow } from '../../runtime/homes/home-ports.js';
import type { AgendaItem } from '../../runtime/homes/residents-meeting.js';
import { idOf } from '../../shared/id.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { changeRegister } from '../homes/change-register.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';

/** Meetings of residents: what is to be talked about, and what became of it. */
@ApiResource('residents')
export class ResidentsController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.meetingBuildings, 'Byggene der du kan følge beboermøtene', meetingBuildingsSchema)
  async buildings(@Who() { tenant, actor }: RequestActor): Promise<MeetingBuildings> {
    const { reader } = this.ports.homes;
    const rows = await reader.buildings(tenant);
    if (worksWithMeetings(actor, 'read')) return { items: rows.map(({ id, name }) => ({ id, name })) };

    const own = await reader.homes(tenant, { seenBy: { units: [], person: actor.id } }, { limit: 100 });
    const lived = new Set(own.map(({ building }) => building));
    return { items: rows.filter(({ id }) => lived.has(id)).map(({ id, name }) => ({ id, name })) };
  }

  @ReadRoute(routes.residentsMeetings, 'Beboermøtene i et bygg, og svarene', residentsMeetingsSchema)
  async meetings(@Who() who: RequestActor, @Param('id', { schema: idSchema }) id: string): Promise<ResidentsMeetings> {
    const place = await this.openTo(who, id, 'read');
    const { reader } = this.ports.homes;
    const [meetings, agenda] = [await reader.meetings(who.tenant, id), await reader.agenda(who.tenant, id)];
    const itemsOf = (meeting: string | undefined) => agenda.filter((item) => item.meeting === meeting).map(itemView);
    return {
      ...{ building: id, name: place.name, waiting: itemsOf(undefined) },
      mayRaise: await this.isOpen(who, place.id, 'write'),
      contactElectedOn: meetings.find(({ contactElected }) => contactElected === true)?.heldOn ?? null,
      meetings: meetings.map(
        ({ building: _building, revision: _revision, calledAt: _at, contactElected: _c, ...row }) => ({
          ...{ plannedOn: null, heldOn: null, attendance: null, activities: null, meals: null, ...row },
          items: itemsOf(row.id),
        }),
      ),
    };
  }

  @CommandRoute(routes.agendaItems, 'Si hva beboerne skal snakke om, uten navn', {
    answer: homeAnswerSchema,
    status: 201,
  })
  async raise(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: raiseItemSchema }) { text }: z.output<typeof raiseItemSchema>,
  ): Promise<HomeAnswer> {
    const place = await this.openTo(asked.who, id, 'write');
    // Whoever says it is nobody from here on: what residents say is never anybody's.
    const unnamed = { ...asked, who: { ...asked.who, actor: anonymous, name: '' } };
    return changeRegister(this.ports, unnamed, raiseItem({ id: randomUUID(), building: place.id, text }));
  }

  private async openTo(who: RequestActor, id: string, right: Right): Promise<BuildingRow> {
    const place = await this.ports.homes.reader.building(who.tenant, idOf<'Building'>(id));
    if (place === undefined || !(await this.isOpen(who, place.id, right))) throw problem('not-found');
    return place;
  }

  // Whoever lives there, and whoever works with meetings in any building.
  private async isOpen({ tenant, actor }: RequestActor, building: string, right: Right): Promise<boolean> {
    if (worksWithMeetings(actor, right)) return true;

    const seenBy = { units: [], person: actor.id };
    return (await this.ports.homes.reader.homes(tenant, { building, seenBy }, { limit: 1 })).length > 0;
  }
}

// Whoever has the right as one who lives there has it for that building only.
function worksWithMeetings({ id, groups }: Actor, right: Right): boolean {
  const staff = { id, groups: groups.filter((group) => group !== 'soker') };
  return may(staff, right, { data: 'residents-meeting', isOfUnit: true });
}

const itemView = ({ id, text, raisedOn, outcome, answer, answeredOn }: AgendaItem): AgendaItemView => ({
  ...{ id, text, raisedOn },
  ...{ outcome: outcome ?? null, answer: answer ?? null, answeredOn: answeredOn ?? null },
});
