import { Body, Inject, Param } from '@nestjs/common';
import { groupsToShareWith, helpersOf, maySharePlan } from '../../cases/access/may-read-plan.js';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import {
  housingPlanSchema,
  planAnswerSchema,
  sharedPlanListSchema,
  sharePlanSchema,
  writePlanSchema,
} from '../../contract/housing-plan.contract.js';
import type {
  HousingPlanView,
  PlanAnswer,
  SharedPlanList,
  SharePlanInput,
  WritePlanInput,
} from '../../contract/housing-plan.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import { routes } from '../../contract/routes.contract.js';
import type { PlanRefusal, SharedWith } from '../../runtime/housing-plan-ports.js';
import { idOf, type Id } from '../../shared/id.js';
import type { LocalDate } from '../../shared/time.js';
import { shownPlanOwner, shownPlanOwners } from '../access/shown.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { onlyOnce } from '../command/only-once.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { planView } from './plan-view.js';
import { newId } from './register-answer.js';

/** What people want of where they live, in their own words, and whom they let see it. */
@ApiResource('housing-plans')
export class HousingPlansController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.housingPlans, 'Boligplaner som er delt med deg, de sist delte først', sharedPlanListSchema)
  async shared(@Who() who: RequestActor): Promise<SharedPlanList> {
    const plans = await this.ports.housingPlans.sharedWith(who.tenant, who.actor);
    const owners = new Map((await shownPlanOwners(this.ports, who, plans)).map((owner) => [owner.id, owner.name]));
    return {
      items: plans.flatMap(({ person, shares: [first], writtenAt = null }) => {
        const name = owners.get(person);
        if (name === undefined || first === undefined) return [];
        return [{ person, name, sharedAt: first.sharedAt, writtenAt }];
      }),
    };
  }

  @ReadRoute(routes.housingPlan, 'En boligplan: din egen, eller en som er delt med deg', housingPlanSchema)
  async read(@Who() who: RequestActor, @Param('id', { schema: idSchema }) id: string): Promise<HousingPlanView> {
    const plan = await this.ports.housingPlans.plan(who.tenant, idOf<'Actor'>(id));
    const owner = await shownPlanOwner(this.ports, who, plan);
    if (owner.id !== who.actor.id) return planView(plan, owner.name);

    const helpers = helpersOf(owner, await this.today(who));
    return { ...planView(plan, owner.name, helpers), ...choicesFor(plan.shares, helpers) };
  }

  @CommandRoute(routes.housingPlan, 'Skriv boligplanen din', { answer: planAnswerSchema })
  write(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: writePlanSchema }) { revision, ...content }: WritePlanInput,
  ): Promise<PlanAnswer> {
    return this.once(asked, async () => {
      const person = ownOnly(asked.who, id);
      refuse(await this.ports.housingPlans.write(asked.who.tenant, { person, seen: revision }, content));
      return { person, id: null };
    });
  }

  @CommandRoute(routes.sharePlan, 'La noen se boligplanen din', { answer: planAnswerSchema, status: 201 })
  share(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: sharePlanSchema }) input: SharePlanInput,
  ): Promise<PlanAnswer> {
    const { who } = asked;
    const shareWith: SharedWith = 'group' in input ? input : { actor: idOf<'Actor'>(input.actor) };
    return this.once(asked, async () => {
      const person = ownOnly(who, id);
      const owner = await this.ports.persons.person(who.tenant, person);
      if (owner === undefined) throw problem('unknown-person');
      if (!maySharePlan(owner, shareWith, await this.today(who))) throw problem('plan-not-shared-so');

      const share = { person, id: newId(asked, 'deling') };
      const kept = await this.ports.housingPlans.share(who.tenant, share, shareWith);
      if (kept === 'unknown-person') throw problem(kept);
      return { person, id: kept.id };
    });
  }

  @CommandRoute(routes.withdrawPlan, 'Slutt å dele boligplanen din', { answer: planAnswerSchema })
  withdraw(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Param('share', { schema: idSchema }) share: string,
  ): Promise<PlanAnswer> {
    return this.once(asked, async () => {
      const person = ownOnly(asked.who, id);
      if (!(await this.ports.housingPlans.withdraw(asked.who.tenant, { person, id: share })))
        throw problem('not-found');
      return { person, id: share };
    });
  }

  private once(asked: AskedCommand, run: () => Promise<PlanAnswer>): Promise<PlanAnswer> {
    return onlyOnce(this.ports.receipts, asked, { schema: planAnswerSchema, run });
  }

  private async today({ tenant }: RequestActor): Promise<LocalDate> {
    return dateInNorway(await this.ports.clock.now(tenant));
  }
}

// Another person's plan is as one that does not exist, also to those with whom it is shared: they read it only.
function ownOnly({ actor }: RequestActor, id: string): Id<'Actor'> {
  if (actor.id !== id) throw problem('not-found');
  return actor.id;
}

function refuse(refusal: PlanRefusal | undefined): void {
  if (refusal !== undefined) throw problem(refusal);
}

function choicesFor(
  shares: readonly SharedWith[],
  helpers: ReturnType<typeof helpersOf>,
): Pick<HousingPlanView, 'choices'> {
  const isOpen = (one: { readonly group: string | null; readonly actor: string | null }): boolean =>
    !shares.some((share) => ('group' in share ? share.group === one.group : share.actor === one.actor));
  const groups = groupsToShareWith.map((group) => ({ group, actor: null, name: null }));
  const people = helpers.map(({ actor, name }) => ({ group: null, actor, name }));
  return { choices: [...people, ...groups].filter(isOpen) };
}
