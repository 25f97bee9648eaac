import { housingPlanSchema, sharedPlanListSchema } from '@contract/housing-plan.contract.js';
import { routes } from '@contract/routes.contract.js';
import { queryOptions } from '@tanstack/react-query';
import { read } from './client.js';
import { pathOf } from './path.js';

export const housingPlanQuery = (personId: string) =>
  queryOptions({
    queryKey: ['housing-plan', personId],
    queryFn: () => read(pathOf(routes.housingPlan, { id: personId }), housingPlanSchema),
  });

export const sharedPlansQuery = () =>
  queryOptions({ queryKey: ['housing-plans'], queryFn: () => read(routes.housingPlans, sharedPlanListSchema) });
