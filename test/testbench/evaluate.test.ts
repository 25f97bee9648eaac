import { BenchLine } from './bench-line.js';

const model = `<?xml version="1.0"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="m" name="m" namespace="rent">
  <inputData id="income" name="Income"><variable name="Income" typeRef="number"/></inputData>
  <businessKnowledgeModel id="share" name="share"><variable name="share"/>
    <encapsulatedLogic><formalParameter name="of" typeRef="number"/>
      <literalExpression><text>of * 0.3</text></literalExpression></encapsulatedLogic>
  </businessKnowledgeModel>
  <decision id="limit" name="Limit"><variable name="Limit" typeRef="number"/>
    <informationRequirement id="r1"><requiredInput href="#income"/></informationRequirement>
    <knowledgeRequirement id="k1"><requiredKnowledge href="#share"/></knowledgeRequirement>
    <literalExpression><text>share(Income)</text></literalExpression>
  </decision>
  <decision id="class" name="Class"><variable name="Class" typeRef="string"/>
    <informationRequirement id="r2"><requiredDecision href="#limit"/></informationRequirement>
    <decisionTable id="table" hitPolicy="UNIQUE">
      <input id="i"><inputExpression><text>Limit</text></inputExpression></input>
      <output id="o"/>
      <rule id="low"><inputEntry><text>&lt; 100</text></inputEntry><outputEntry><text>"low"</text></outputEntry></rule>
      <rule id="high"><inputEntry><text>&gt;= 100</text></inputEntry><outputEntry><text>"high"</text></outputEntry></rule>
    </decisionTable>
  </decision>
  <decisionService id="service" name="Service">
    <outputDecision href="#class"/><encapsulatedDecision href="#limit"/><inputData href="#income"/>
  </decisionService>
</definitions>`;

describe('evaluating FEEL', () => {
  it.each([
    ['1 + 2', {}, 3],
    ['= 1 + 2', {}, 3],
    ['a.b * 2', { a: { b: 4 } }, 8],
    ['Full Name', { 'Full Name': 'Kari' }, 'Kari'],
    ['date("2026-01-05") + duration("P1D")', {}, '2026-01-06'],
    ['on + duration("P1M")', { on: { $feel: 'date("2026-01-31")' } }, '2026-02-28'],
    ['[1, 2, 3][item > 1]', {}, [2, 3]],
    ['{a: 1, b: null}', {}, { a: 1, b: null }],
    ['1 / 0', {}, null],
    ['missing', {}, null],
    ['now()', {}, '2026-01-05T08:00:00Z'],
    ['today()', {}, '2026-01-05'],
  ])('%s is what it should be', async (expression, context, value) => {
    expect((await new BenchLine().do('evaluate', { expression, context })).value).toEqual(value);
  });

  it.each([
    ['date("2026-01-05")', 'date("2026-01-05")'],
    ['duration("P1D")', 'duration("P1D")'],
  ])('%s comes back typed when that is asked for', async (expression, source) => {
    expect((await new BenchLine().do('evaluate', { expression, typed: true })).value).toEqual({ $feel: source });
  });

  it.each(['1 +', 'null + 1', 'date("x")', ')'])('%s is null, and says why', async (expression) => {
    const { value, warnings } = await new BenchLine().do('evaluate', { expression });

    expect(value).toBeNull();
    expect(warnings).not.toEqual([]);
  });

  it('ends what asks for too much', async () => {
    const { value } = await new BenchLine().do('evaluate', {
      expression: 'count(for a in 1..9999, b in 1..9999, c in 1..9999 return a)',
    });

    expect(value).toBeNull();
  });
});

describe('evaluating decisions', () => {
  const asked = async (fields: object) => {
    const bench = new BenchLine();
    await bench.deploy(model);
    return bench.ask('evaluate', fields);
  };

  it('gives the value, every decision on the way, and the rules that matched', async () => {
    const answer = await asked({ decision: 'class', context: { Income: 500 } });

    expect(answer).toMatchObject({
      ok: true,
      value: 'high',
      warnings: [],
      matched: [{ element: 'class', table: 'table', rules: [{ number: 2, id: 'high' }] }],
    });
    expect(answer.decisions).toMatchObject([
      { name: 'Limit', value: 150 },
      { name: 'Class', value: 'high' },
    ]);
  });

  it.each([
    [{ decision: 'Class', context: { Income: 10 } }, 'low'],
    [{ decisionService: 'Service', context: { Income: 10 } }, 'low'],
    [{ decisionService: 'service', context: { Income: 1000 } }, 'high'],
    [{ bkm: 'share', context: { of: 10 } }, 3],
  ])('%j', async (fields, value) => {
    expect((await asked(fields)).value).toEqual(value);
  });

  it('gives null and the reason when an evaluation goes wrong', async () => {
    const { ok, value, warnings } = await asked({ decision: 'class', context: { Income: 'many' } });

    expect(ok).toBe(true);
    expect(value).toBeNull();
    expect(warnings).not.toEqual([]);
  });

  it.each([{ decision: 'no' }, { decisionService: 'no' }, { bkm: 'no' }, { decision: 'share' }])(
    '%j is NOT_FOUND',
    async (fields) => {
      expect((await asked(fields)).error?.code).toBe('NOT_FOUND');
    },
  );

  it('needs something to evaluate', async () => {
    expect((await asked({})).error?.code).toBe('BAD_REQUEST');
    expect((await asked({ expression: '1', context: [] })).error?.code).toBe('BAD_REQUEST');
    expect((await asked({ expression: '1', typed: 'yes' })).error?.code).toBe('BAD_REQUEST');
  });
});
