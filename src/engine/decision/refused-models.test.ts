import fc from 'fast-check';
import { decision, dmnXml, formalParameters, input, knowledge, literal, table } from '../../../test/support/dmn-xml.js';
import { evaluateDecision } from './evaluate-decision.js';
import { readDmn, type DmnReading } from './read-dmn.js';

const codesOf = (reading: DmnReading): readonly string[] =>
  (reading.ok ? reading.warnings : reading.diagnostics).map(({ rule, element }) => `${rule} ${element ?? '-'}`);

const level = (rules: readonly string[], outputs: readonly string[] = ['level']): string =>
  decision('Level', table({ inputs: ['n'], outputs, rules }), { requires: 'input:n' });

describe('a decision model is refused', () => {
  it.each<[string, string, readonly string[]]>([
    ['it is not XML', 'hei', ['xml-invalid -']],
    ['it is not DMN', '<html/>', ['xml-invalid -']],
    [
      'it is of an unknown version',
      dmnXml('', { version: 'https://www.omg.org/spec/DMN/19991231/MODEL/' }),
      ['xml-invalid -'],
    ],
    ['it has a DOCTYPE', `<!DOCTYPE x [<!ENTITY a "b">]>${dmnXml('')}`, ['xml-doctype -']],
    ['it is longer than 1 MB', dmnXml(' '.repeat(1_048_577)), ['xml-limit -']],
    ['two elements have one id', dmnXml(decision('a', literal('1')) + decision('a', literal('2'))), ['duplicate-id a']],
    ['an id is not a name', dmnXml(decision('a', literal('1'), { id: '1a' })), ['invalid-id 1a']],
    [
      'it has an element that DMN does not have',
      dmnXml('<decision id="a" name="a"><magic/></decision>'),
      ['dmn-invalid -'],
    ],
    ['a decision has no name', dmnXml('<decision id="a"/>'), ['missing-name a']],
    ['a literal expression is not FEEL', dmnXml(decision('a', literal('1 +'))), ['invalid-expression a']],
    [
      'an expression is of another language',
      dmnXml(
        decision('a', '<literalExpression id="js" expressionLanguage="javascript"><text>1</text></literalExpression>'),
      ),
      ['invalid-expression js'],
    ],
    [
      'the values of an expression are in another file',
      dmnXml(decision('a', '<literalExpression><importedValues importType="x" namespace="y"/></literalExpression>')),
      ['invalid-expression a'],
    ],
    [
      'a function is Java',
      dmnXml(
        '<businessKnowledgeModel id="b" name="b"><encapsulatedLogic kind="Java"><context/></encapsulatedLogic></businessKnowledgeModel>',
      ),
      ['invalid-expression b'],
    ],
    ['a cell of a table is not FEEL', dmnXml(input('n') + level(['> > 5 | 1'])), ['invalid-expression rule-1']],
    [
      'an output of a table is not FEEL',
      dmnXml(input('n') + level(['> 5 | 1', '< 5 | 1 +'])),
      ['invalid-expression rule-2'],
    ],
    [
      'allowed values are not FEEL',
      dmnXml(
        '<itemDefinition id="t" name="t"><typeRef>string</typeRef><allowedValues><text>"a" "b"</text></allowedValues></itemDefinition>',
      ),
      ['invalid-expression t'],
    ],
    ['a rule has too few cells', dmnXml(input('n') + level(['> 5'])), ['rule-cells rule-1']],
    ['outputs have the same name', dmnXml(input('n') + level(['1 | 1 | 1'], ['a', 'a'])), ['table-outputs table']],
    [
      'an input looks at nothing',
      dmnXml(decision('a', table({ inputs: [''], outputs: ['x'], rules: [] }))),
      ['table-input table'],
    ],
    [
      'the hit policy is unknown',
      dmnXml(decision('a', table({ hit: 'BEST', inputs: ['1'], outputs: ['x'], rules: [] }))),
      ['hit-policy table'],
    ],
    [
      'several outputs are to be added',
      dmnXml(
        input('n') +
          decision('a', table({ hit: 'COLLECT:SUM', inputs: ['n'], outputs: ['x', 'y'], rules: ['- | 1 | 2'] }), {
            requires: 'input:n',
          }),
      ),
      ['invalid-expression table'],
    ],
    [
      'a relation has a row that is too long',
      dmnXml(decision('a', `<relation id="r"><column name="x"/><row>${literal('1')}${literal('2')}</row></relation>`)),
      ['relation-row r'],
    ],
    [
      'a loop has no variable',
      dmnXml(decision('a', `<for id="f"><in>${literal('[]')}</in><return>${literal('1')}</return></for>`)),
      ['iterator-variable f'],
    ],
    ['an invocation calls nothing', dmnXml(decision('a', '<invocation id="i"/>')), ['invocation-target i']],
    [
      'something required is not there',
      dmnXml(decision('a', literal('1'), { requires: 'input:nothing' })),
      ['unknown-requirement a'],
    ],
    [
      'decisions need each other',
      dmnXml(
        decision('a', literal('b'), { requires: 'decision:b' }) +
          decision('b', literal('a'), { requires: 'decision:a' }),
      ),
      ['requirement-cycle a'],
    ],
    [
      'types only name each other',
      dmnXml(
        '<itemDefinition id="a" name="a"><typeRef>b</typeRef></itemDefinition><itemDefinition id="b" name="b"><typeRef>a</typeRef></itemDefinition>',
      ),
      ['type-cycle a'],
    ],
    [
      'what it imports is not there',
      dmnXml('<import name="x" namespace="https://example.org/x"/>'),
      ['unknown-import definitions'],
    ],
    [
      'it imports itself',
      dmnXml('<import name="x" namespace="https://example.org/model"/>'),
      ['import-cycle definitions'],
    ],
  ])('when %s', async (_, xml, expected) => {
    const reading = await readDmn([xml]);

    expect(reading.ok).toBe(false);
    expect(codesOf(reading)).toEqual(expected);
  });

  it('when two documents have one namespace', async () => {
    expect(codesOf(await readDmn([dmnXml(''), dmnXml('')]))).toEqual(['duplicate-namespace definitions']);
  });

  it('with an English and a Norwegian sentence', async () => {
    const reading = await readDmn([dmnXml(decision('a', literal('1'), { requires: 'input:nothing' }))]);

    expect(reading).toEqual({
      ok: false,
      diagnostics: [
        {
          severity: 'error',
          code: 'MODEL_INVALID',
          rule: 'unknown-requirement',
          element: 'a',
          message: "Expected 'a' to require something that is there, but '#nothing' is not",
          melding: '«a» bygger på noe som ikke finnes (#nothing). Tegn det som mangler, eller ta bort pilen.',
        },
      ],
    });
  });
});

describe('a decision model is read with a warning', () => {
  it.each<[string, string, readonly string[]]>([
    ['a type is not defined', dmnXml(decision('a', literal('1'), { typeRef: 'tPerson' })), ['unknown-type a']],
    [
      'nothing says which output has priority',
      dmnXml(
        input('n') +
          decision('a', table({ hit: 'PRIORITY', inputs: ['n'], outputs: ['x'], rules: ['- | 1'] }), {
            requires: 'input:n',
          }),
      ),
      ['output-order table'],
    ],
    [
      'two elements have one name',
      dmnXml(decision('a', literal('1')) + decision('a', literal('2'), { id: 'b' })),
      ['duplicate-name b'],
    ],
    [
      'it has an attribute that DMN does not have',
      dmnXml('<decision id="a" name="a" colour="red"/>'),
      ['dmn-unknown-content a'],
    ],
  ])('when %s', async (_, xml, expected) => {
    const reading = await readDmn([xml]);

    expect(reading.ok).toBe(true);
    expect(codesOf(reading)).toEqual(expected);
  });
});

describe('whatever the model', () => {
  const valid = dmnXml(
    '<itemDefinition id="t" name="t"><itemComponent name="x"><typeRef>number</typeRef></itemComponent></itemDefinition>' +
      input('n', 't') +
      knowledge('f', 'a:number', literal('a * 2')) +
      decision('c', `<list><functionDefinition>${formalParameters('q')}${literal('q')}</functionDefinition></list>`) +
      level(['> 5 | f(n.x)', '- | 2']).replace(
        '</decision>',
        '<knowledgeRequirement><requiredKnowledge href="#f"/></knowledgeRequirement></decision>',
      ),
  );

  it('is read or refused with a reason, and evaluated, never thrown at (300 damaged models)', async () => {
    const damaged = fc
      .record({
        at: fc.nat(valid.length),
        cut: fc.nat(40),
        put: fc.constantFrom('', '<', '>', '"', '&amp;', '</', 'id="n"', '[', ' - ', '<list/>', '<!--'),
      })
      .map(({ at, cut, put }) => valid.slice(0, at) + put + valid.slice(at + cut));

    await fc.assert(
      fc.asyncProperty(damaged, async (xml) => {
        const reading = await readDmn([xml], { isLenient: true });
        const answer = reading.ok
          ? evaluateDecision(reading.models, { what: 'decision', name: 'Level', context: new Map([['n', 7]]) })
          : undefined;

        expect(reading.ok ? answer !== undefined : reading.diagnostics.length > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
