import { Body, Inject, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import { householdChangeSchema, householdInputSchema, householdSchema } from '../../contract/household.contract.js';
import type { HouseholdChangeInput, HouseholdInput } from '../../contract/household.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import { registerAnswerSchema } from '../../contract/person.contract.js';
import type { RegisterAnswer } from '../../contract/person.contract.js';
import { routes } from '../../contract/routes.contract.js';
import type { Household, HouseholdRefusal, HouseholdWish } from '../../runtime/household-ports.js';
import type { SeenRevision } from '../../runtime/person-ports.js';
import { idOf } from '../../shared/id.js';
import { shownPerson } from '../access/shown.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, AskedWithRevision, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { onlyOnce } from '../command/only-once.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { refusedHousehold, requireSoundHousehold } from './household-refusal.js';
import { newId, seenBy } from './register-answer.js';
import { personSeenBy, visiblePerson } from './visible-person.js';

/** Who lives, or wants to live, together. */
@ApiResource('households')
export class HouseholdsController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.household, 'En husstand', householdSchema)
  async read(
    @Who() who: RequestActor,
    @Param('id', { schema: idSchema }) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Household> {
    const household = await this.visible(who, id);
    await Promise.all(household.members.map(({ person }) => shownPerson(this.ports, who, person)));
    response.set('etag', `"${household.revision}"`);
    return household;
  }

  @CommandRoute(routes.households, 'Registrer en husstand', { answer: registerAnswerSchema, status: 201 })
  register(
    @Asked() asked: AskedCommand,
    @Body({ schema: householdInputSchema }) input: HouseholdInput,
  ): Promise<RegisterAnswer> {
    const { tenant, actor } = asked.who;
    const id = newId(asked, 'husstand');
    const run = async (): Promise<RegisterAnswer> => {
      const wish = await this.soundWish(asked.who, input);
      if (input.members.length === 1) throw refusedHousehold('household-of-one');
      const refusal = await this.ports.households.register(tenant, { id, ...wish }, actor.id);
      return answerOf({ id, revision: 0, by: actor.id }, refusal);
    };
    return onlyOnce(this.ports.receipts, asked, { schema: registerAnswerSchema, run });
  }

  @CommandRoute(routes.changeHousehold, 'Endre hvem som er i husstanden', {
    answer: registerAnswerSchema,
    ifMatch: 'required',
  })
  change(
    @AskedWithRevision() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: householdChangeSchema }) input: HouseholdChangeInput,
  ): Promise<RegisterAnswer> {
    const seen = seenBy(asked, id);
    const run = async (): Promise<RegisterAnswer> => {
      await this.visible(asked.who, id);
      const { wasWrong = false } = input;
      const wish = { ...(await this.soundWish(asked.who, input)), wasWrong };
      return answerOf(seen, await this.ports.households.change(asked.who.tenant, seen, wish));
    };
    return onlyOnce(this.ports.receipts, asked, { schema: registerAnswerSchema, run });
  }

  // One member with a protected address protects the household: who lives with somebody tells where they live.
  private async visible(who: RequestActor, id: string): Promise<Household> {
    const household = await this.ports.households.household(who.tenant, id);
    if (household === undefined) throw problem('not-found');
    await Promise.all(household.members.map(({ person }) => visiblePerson(this.ports, who, person)));
    return household;
  }

  // Whom the reader may not see is unknown to them, as somebody whom nobody has registered.
  private async soundWish(who: RequestActor, { members, reason, on }: HouseholdInput): Promise<HouseholdWish> {
    const today = dateInNorway(await this.ports.clock.now(who.tenant));
    const wish = { members: members.map(memberOf), reason, on: on ?? today };
    requireSoundHousehold(wish, today);
    const seen = await Promise.all(members.map(({ person }) => personSeenBy(this.ports, who, person)));
    if (seen.includes(undefined)) throw refusedHousehold('unknown-person');
    return wish;
  }
}

const memberOf = ({ person, role }: HouseholdInput['members'][number]): HouseholdWish['members'][number] => {
  return { person: idOf<'Actor'>(person), role };
};

function answerOf({ id, revision }: SeenRevision, refusal: HouseholdRefusal | undefined): RegisterAnswer {
  if (refusal !== undefined) throw refusedHousehold(refusal);
  return { id, revision: revision + 1 };
}
