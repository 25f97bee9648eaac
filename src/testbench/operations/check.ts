import { brokenLaws } from '../laws/case-laws.js';
import type { Operation } from './operation.js';

/** Asks of every instance whether the laws hold that no diagram and no history may break. */
export const check: Operation = (bench) => {
  const { cases } = bench.host;
  const violations = cases.all().flatMap((instance) =>
    brokenLaws(
      instance,
      cases.journal(instance.id).map(({ event }) => event),
    ).map((law) => ({ instance: instance.id, law })),
  );
  return { violations };
};
