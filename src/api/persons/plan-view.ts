import type { helpersOf } from '../../cases/access/may-read-plan.js';
import type { HousingPlanView } from '../../contract/housing-plan.contract.js';
import type { HousingPlan } from '../../runtime/housing-plan-ports.js';

/** A housing plan as it is shown; with whom it is shared where `helpers` of its owner are given, and so to its owner. */
export function planView(
  { person, revision, writtenAt, dream, nextStep, obstacles, steps, shares }: HousingPlan,
  name: string,
  helpers?: ReturnType<typeof helpersOf>,
): HousingPlanView {
  return {
    ...{ person, name, isOwn: helpers !== undefined, revision, writtenAt: writtenAt ?? null },
    ...{ dream: dream ?? null, nextStep: nextStep ?? null, obstacles: obstacles ?? null, steps: [...steps] },
    shares:
      helpers === undefined
        ? []
        : shares.map((share) => ({
            ...{ id: share.id, sharedAt: share.sharedAt },
            ...('group' in share
              ? { group: share.group, actor: null, name: null }
              : {
                  group: null,
                  actor: share.actor,
                  name: helpers.find((one) => one.actor === share.actor)?.name ?? null,
                }),
          })),
    choices: [],
  };
}
