// What FEEL costs, beside feelin in the same run: `npm run bench:feel`.
import { compileFeel, evaluate } from '../dist/engine/index.js';
import { evaluate as peer } from './peers/node_modules/feelin/dist/index.js';

const context = { x: 4, y: 'a', orders: Array.from({ length: 100 }, (_, a) => ({ a, b: `x${a}` })) };
const sources = [
  'x > 3 and y = "a"',
  '0.1 + 0.2 * x',
  'orders[a > 90].b',
  'sum(for o in orders return o.a * 1.25) > 10',
  'date("2026-01-31") + duration("P1M") < date("2026-03-01")',
];

/** Microseconds of one call, after a warm-up. */
function cost(call, times) {
  for (let n = 0; n < times / 5; n++) call();
  const from = performance.now();
  for (let n = 0; n < times; n++) call();
  return (((performance.now() - from) * 1_000) / times).toFixed(2);
}

console.log(`${'µs'.padEnd(60)} evaluate   compile    feelin`);
for (const source of sources) {
  const figures = [
    cost(() => evaluate(source, context), 20_000),
    cost(() => compileFeel(source), 5_000),
    cost(() => peer(source, context), 1_000),
  ];
  console.log(source.padEnd(60), ...figures.map((figure) => figure.padStart(8)));
}
