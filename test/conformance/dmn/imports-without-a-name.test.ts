import { contextFrom } from '../../../src/engine/decision/ask-decision.js';
import { evaluateDecision } from '../../../src/engine/decision/evaluate-decision.js';
import { readDmn } from '../../../src/engine/decision/read-dmn.js';
import { decision, dmnXml, input, knowledge, literal } from '../../support/dmn-xml.js';
import { valueOfDmn } from '../../support/evaluate-dmn.js';

describe('DMN 1.5 §6.3.3 imports without a name: a local reference', () => {
  const at = (name: string): string => `https://example.org/${name}`;
  const modelOf = (own: string, imports: readonly string[], body: string): string =>
    dmnXml(imports.map((one) => `<import name="" namespace="${at(one)}"/>`).join('') + body, { namespace: at(own) });
  const asks = decision('Answer', literal('Price'), { requires: 'decision:Price' });
  const price = (said: string): string => decision('Price', literal(`"${said}"`));

  it.each<[string, readonly string[], string]>([
    ['finds what is imported', [modelOf('a', ['b'], asks), modelOf('b', [], price('b'))], 'b'],
    ['finds the model’s own first', [modelOf('a', ['b'], asks + price('a')), modelOf('b', [], price('b'))], 'a'],
    [
      'finds the first import that has it',
      [modelOf('a', ['b', 'c'], asks), modelOf('b', [], price('b')), modelOf('c', [], price('c'))],
      'b',
    ],
    [
      'finds what an import imports before the next import',
      [
        modelOf('a', ['b', 'd'], asks),
        modelOf('b', ['c'], ''),
        modelOf('c', [], price('c')),
        modelOf('d', [], price('d')),
      ],
      'c',
    ],
    ['is not lost when a model imports itself', [modelOf('a', ['a'], asks + price('a'))], 'a'],
    [
      'is not lost when imports go in a circle',
      [modelOf('a', ['b'], asks), modelOf('b', ['c'], ''), modelOf('c', ['b'], price('c'))],
      'c',
    ],
  ])('%s', async (_, documents, expected) => {
    for (const given of [documents, documents.toReversed()]) {
      const reading = await readDmn(given);
      const what = { what: 'decision', name: 'Answer', namespace: at('a'), context: contextFrom({}) } as const;

      expect(evaluateDecision(reading.ok ? reading.models : [], what)).toMatchObject({
        warnings: [],
        value: expected,
      });
    }
  });

  it.each([
    ['input data', input('n', 'number'), 'n', 'input:n', { n: 2 }, 2],
    ['business knowledge', knowledge('twice', 'n:number', literal('n * 2')), 'twice(3)', 'knowledge:twice', {}, 6],
  ])('finds %s', async (_, body, text, requires, given, expected) => {
    const documents = [modelOf('a', ['b'], decision('Answer', literal(text), { requires })), modelOf('b', [], body)];

    expect(await valueOfDmn(documents, 'Answer', given)).toBe(expected);
  });

  it('is refused when nobody has it, however often the same models are imported', async () => {
    const chain = Array.from({ length: 30 }, (_, n) => modelOf(`${n}`, n === 0 ? [] : [`${n - 1}`, `${n - 1}`], ''));
    const reading = await readDmn([...chain, modelOf('a', ['29'], asks)]);

    expect(reading).toMatchObject({ ok: false, diagnostics: [{ rule: 'unknown-requirement', element: 'Answer' }] });
  });

  it('does not find what is imported with a name', async () => {
    const local = dmnXml(`<import name="b" namespace="${at('b')}"/>` + asks, { namespace: at('a') });

    expect(await readDmn([modelOf('b', [], price('b')), local])).toMatchObject({
      ok: false,
      diagnostics: [{ rule: 'unknown-requirement' }],
    });
  });
});
