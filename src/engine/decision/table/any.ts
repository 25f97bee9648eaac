import { feelEquals } from '../../expression/values/compare.js';
import { numbersOf, resultOfHit, type HitPolicy } from './hit-policy.js';

/** ANY: several rules may match when all give the same; null where they do not. */
export const any: HitPolicy = (hits, outputs, run) => {
  const [one, ...others] = hits;
  const agreed = others.every((other) =>
    other.outputs.every((value, at) => feelEquals(value, one?.outputs[at] ?? null) === true),
  );
  if (!agreed) {
    const reason = `Expected all rules that match to give the same (ANY), but rules ${numbersOf(hits)} do not`;
    return { value: run.warn(reason), used: hits };
  }
  return { ...resultOfHit(one, outputs), used: hits };
};
