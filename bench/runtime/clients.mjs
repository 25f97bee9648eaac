// Work that is done by so many at once, counted by the piece.
import { performance } from 'node:perf_hooks';

/** Starts `clients` loops, each of which calls `work` until it says that there is no more; answers pieces per second. */
export async function perSecond(clients, pieces, work) {
  let left = pieces;
  const loop = async (client) => {
    while (left > 0) {
      left -= 1;
      await work(client);
    }
  };
  const from = performance.now();
  await Promise.all(Array.from({ length: clients }, (_, client) => loop(client)));
  return (pieces * 1000) / (performance.now() - from);
}

export const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

/** The value that `share` of all values do not exceed. */
export const quantile = (values, share) =>
  values.toSorted((one, other) => one - other)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)];
