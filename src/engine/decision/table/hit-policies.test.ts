import fc from 'fast-check';
import { decision, dmnXml, input, table } from '../../../../test/support/dmn-xml.js';
import { contextFrom } from '../ask-decision.js';
import { evaluateDecision } from '../evaluate-decision.js';
import { readDmn } from '../read-dmn.js';

const rules = fc.array(fc.record({ from: fc.nat(9), to: fc.nat(9), output: fc.constantFrom('a', 'b', 'c') }), {
  minLength: 1,
  maxLength: 8,
});
const tables = fc.record({ rules, n: fc.nat(9) });
type Table = typeof tables extends fc.Arbitrary<infer Shape> ? Shape : never;

/** The result of one random table, read with each hit policy. */
async function results({ rules: drawn, n }: Table, policies: readonly string[]): Promise<readonly unknown[]> {
  const cells = drawn.map(({ from, to, output }) => `[${from}..${to}] | "${output}"`);
  const decisions = policies.map((hit) =>
    decision(hit, table({ hit, inputs: ['n'], outputs: ['level="a","b","c"'], rules: cells }), {
      requires: 'input:n',
    }),
  );
  const reading = await readDmn([dmnXml(input('n') + decisions.join('').replaceAll(/ id="(?:table|rule-\d+)"/g, ''))]);
  if (!reading.ok) throw new Error(JSON.stringify(reading.diagnostics));
  return policies.map((name) => {
    const answer = evaluateDecision(reading.models, { what: 'decision', name, context: contextFrom({ n }) });
    return answer.ok ? answer.value : answer.message;
  });
}

describe('whatever the table (200 random tables)', () => {
  const holds = (policies: readonly string[], law: (...values: readonly unknown[]) => void): Promise<void> =>
    fc.assert(
      fc.asyncProperty(tables, async (drawn) => law(...(await results(drawn, policies)))),
      { numRuns: 200 },
    );

  it('FIRST is the first of RULE ORDER, PRIORITY the first of OUTPUT ORDER', async () => {
    await holds(['RULE ORDER', 'FIRST', 'OUTPUT ORDER', 'PRIORITY'], (all, first, ordered, priority) => {
      expect([first, priority]).toEqual([listOf(all)[0] ?? null, listOf(ordered)[0] ?? null]);
    });
  });

  it('OUTPUT ORDER is RULE ORDER sorted, and COUNT how many there are', async () => {
    await holds(['RULE ORDER', 'OUTPUT ORDER', 'COLLECT:COUNT'], (all, ordered, count) => {
      expect(ordered).toEqual(listOf(all).toSorted());
      expect(count).toBe(listOf(all).length);
    });
  });

  it('UNIQUE has a result when one rule matches, ANY when all that match agree', async () => {
    await holds(['RULE ORDER', 'UNIQUE', 'ANY'], (all, unique, any) => {
      const different = new Set(listOf(all));
      expect(unique).toBe(listOf(all).length === 1 ? listOf(all)[0] : null);
      expect(any).toBe(different.size === 1 ? listOf(all)[0] : null);
    });
  });
});

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
