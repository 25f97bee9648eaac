import type { DeliveryRules } from '../notifications/delivery-rules.js';

/** The groups of all who lead: a unit, or by standing on the ladder above those who do. */
export function leaderGroups({ leaders, attention }: DeliveryRules): readonly string[] {
  const above = Object.values(attention)
    .flat()
    .map(({ to }) => to)
    .filter((to) => to !== 'owner' && to !== 'leader');
  return [...new Set([...Object.values(leaders), ...above])];
}
