import { compileFeel } from '../../src/engine/expression/compile-feel.js';
import { evaluate } from '../../src/engine/expression/evaluate.js';
import { fromJson } from '../../src/engine/expression/feel-json.js';
import { toJson } from '../../src/engine/expression/values/json.js';
import type { Json } from '../../src/shared/json.js';
import { diceOf, randomFeel } from './random-feel.js';

// `FEEL_FUZZ=500000 npm test -- feel-fuzz` plays the long form and prints its figures.
const count = Number(process.env['FEEL_FUZZ'] ?? 2_000);
const seed = Number(process.env['FEEL_FUZZ_SEED'] ?? 20_260_105);
const context = {
  a: 1,
  b: 'to',
  liste: [1, 2, 3, null],
  soknad: { navn: 'Siv', liste: [{ a: 1 }] },
  'a b': { c: [true] },
};
const scope = new Map(Object.entries(context).map(([name, value]) => [name, fromJson(value)]));
const limits = { steps: 5_000, depth: 1_500 };
const longestTime = 2_000;

interface Figures {
  read: number;
  ended: number;
  null: number;
  slowest: number;
}

/** What of a value is not plain data: an object with a prototype of its own, a function, a number that is none. */
function escaped(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : value;
  if (Array.isArray(value)) return value.map(escaped).find((one) => one !== undefined);
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value ?? 'undefined';
  return Object.values(value)
    .map(escaped)
    .find((one) => one !== undefined);
}

function play(source: string, figures: Figures): Json {
  const dialect = figures.read % 4 === 0 ? 'unary-tests' : 'expression';
  const compiled = compileFeel(source, { dialect, names: ['a b'] });
  if (!compiled.ok) return null;
  figures.read += 1;
  const result = compiled.feel.evaluate(scope, { input: 3, limits });
  if (result.limit !== undefined) figures.ended += 1;
  if (result.value === null) figures.null += 1;
  return toJson(result.value, { isTyped: true });
}

it(`${count} random expressions: none throws, hangs or gives anything but data (seed ${seed})`, () => {
  const dice = diceOf(seed);
  const figures: Figures = { read: 0, ended: 0, null: 0, slowest: 0 };
  const begun = performance.now();

  for (let n = 0; n < count; n++) {
    const source = randomFeel(dice);
    const before = performance.now();
    const values = [play(source, figures), n % 8 === 0 ? evaluate(source, context) : null];
    const took = performance.now() - before;
    figures.slowest = Math.max(figures.slowest, took);
    const found = escaped(values);
    if (found !== undefined || took > longestTime) throw new Error(`${source} (${String(found)}, ${took} ms)`);
  }
  const seconds = Math.round((performance.now() - begun) / 1_000);
  if (count > 10_000) process.stdout.write(`${count} expressions in ${seconds} s: ${JSON.stringify(figures)}\n`);

  expect(figures.read).toBeGreaterThan(count / 3);
  expect({}).not.toHaveProperty('admin');
}, 3_600_000);
