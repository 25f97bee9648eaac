import { decision, dmnXml, input, table } from '../../support/dmn-xml.js';
import { evaluateDmn } from '../../support/evaluate-dmn.js';

const decide = (
  hit: string,
  rules: readonly string[],
  output = 'level:string',
  otherwise?: readonly string[],
): string =>
  dmnXml(
    input('points', 'number') +
      decision(
        'Level',
        table({ hit, inputs: ['points'], outputs: [output], rules, ...(otherwise ? { otherwise } : {}) }),
        { requires: 'input:points' },
      ),
  );

const evaluate = async (xml: string, points: number): Promise<unknown> => {
  const { value, rules } = await evaluateDmn(xml, 'Level', { context: { points } });
  return { value, rules };
};

describe('DMN 1.5 §7.3.2 an input entry', () => {
  const adult = dmnXml(
    input('adult', 'boolean') +
      decision(
        'Place',
        table({
          ...{ hit: 'FIRST', inputs: ['adult'], outputs: ['place:string'] },
          rules: ['true | "shelter"', 'false | "family"', 'null | "unknown"', '- | "other"'],
        }),
        { requires: 'input:adult' },
      ),
  );

  it('is met by the value that it gives: true by true, false by false, and neither by null', async () => {
    const places = [true, false, null].map((given) => evaluateDmn(adult, 'Place', { context: { adult: given } }));

    expect((await Promise.all(places)).map(({ value }) => value)).toEqual(['shelter', 'family', 'unknown']);
  });
});

describe('DMN 1.5 §8.2.8 hit policy', () => {
  const overlapping = ['>= 10 | "low"', '>= 20 | "high"', '>= 30 | "low"'];

  it('UNIQUE gives the one rule that matches, and null with a reason where two do', async () => {
    const xml = decide('UNIQUE', overlapping);

    expect(await evaluate(xml, 15)).toEqual({ value: 'low', rules: [1] });
    const { value, warnings } = await evaluateDmn(xml, 'Level', { context: { points: 25 } });
    expect(value).toBeNull();
    expect(warnings).toEqual(['Level: Expected one rule to match (UNIQUE), but rules 1, 2 do']);
  });

  it('FIRST gives the first of three rules that match', async () => {
    expect(await evaluate(decide('FIRST', overlapping), 35)).toEqual({ value: 'low', rules: [1] });
  });

  it('ANY gives what all that match agree on, else null', async () => {
    const xml = decide('ANY', ['>= 10 | "ok"', '>= 20 | "ok"', '>= 30 | "no"']);

    expect(await evaluate(xml, 25)).toEqual({ value: 'ok', rules: [1, 2] });
    expect(await evaluate(xml, 35)).toEqual({ value: null, rules: [1, 2, 3] });
  });

  it('PRIORITY gives the output that stands first among the output values', async () => {
    const xml = decide('PRIORITY', overlapping, 'level:string="high","low"');

    expect(await evaluate(xml, 25)).toEqual({ value: 'high', rules: [2] });
    expect(await evaluate(xml, 15)).toEqual({ value: 'low', rules: [1] });
  });

  it('OUTPUT ORDER gives all outputs in the order of the output values', async () => {
    const xml = decide('OUTPUT ORDER', overlapping, 'level:string="high","low"');

    expect(await evaluate(xml, 35)).toEqual({ value: ['high', 'low', 'low'], rules: [2, 1, 3] });
  });

  it('RULE ORDER and COLLECT give all outputs in the order of the rules, and an empty list where none matches', async () => {
    expect(await evaluate(decide('RULE ORDER', overlapping), 35)).toEqual({
      value: ['low', 'high', 'low'],
      rules: [1, 2, 3],
    });
    expect(await evaluate(decide('COLLECT', overlapping), 25)).toEqual({ value: ['low', 'high'], rules: [1, 2] });
    expect(await evaluate(decide('COLLECT', overlapping), 5)).toEqual({ value: [], rules: [] });
  });

  it.each([
    ['SUM', 8],
    ['MIN', 1],
    ['MAX', 4],
    ['COUNT', 3],
  ])('COLLECT with %s of 3, 1 and 4 is %d', async (aggregation, expected) => {
    const xml = decide(`COLLECT:${aggregation}`, ['> 0 | 3', '> 0 | 1', '> 0 | 4', '> 99 | 50'], 'level:number');

    expect(await evaluate(xml, 5)).toEqual({ value: expected, rules: [1, 2, 3] });
  });

  it('COLLECT with SUM of something that is no number is null, with MIN of texts the least text', async () => {
    const texts = ['> 0 | "b"', '> 0 | "a"'];

    expect(await evaluate(decide('COLLECT:SUM', texts), 5)).toMatchObject({ value: null });
    expect(await evaluate(decide('COLLECT:MIN', texts), 5)).toMatchObject({ value: 'a' });
  });

  it('COLLECT where no rule matches: COUNT is 0, SUM is null', async () => {
    expect(await evaluate(decide('COLLECT:COUNT', ['> 9 | 1'], 'level'), 5)).toMatchObject({ value: 0 });
    expect(await evaluate(decide('COLLECT:SUM', ['> 9 | 1'], 'level'), 5)).toMatchObject({ value: null });
  });
});

describe('DMN 1.5 §8.2.11 a default output', () => {
  it('is given where no rule matches; without it the result is null', async () => {
    expect(await evaluate(decide('UNIQUE', ['> 9 | "a"'], 'level', ['"none"']), 5)).toEqual({
      value: 'none',
      rules: [],
    });
    expect(await evaluate(decide('UNIQUE', ['> 9 | "a"']), 5)).toEqual({ value: null, rules: [] });
  });
});

describe('DMN 1.5 §8.2.8 several outputs', () => {
  const several = (hit: string): string =>
    dmnXml(
      input('age', 'number') +
        decision(
          'Level',
          table({
            hit,
            inputs: ['age'],
            outputs: ['status:string="approved","declined"', 'rate:string="best","standard"'],
            rules: [
              '>= 18 | "approved" | "standard"',
              '>= 12 | "declined" | "standard"',
              '>= 15 | "approved" | "best"',
            ],
          }),
          { requires: 'input:age' },
        ),
    );
  const ask = async (hit: string, age: number): Promise<unknown> =>
    (await evaluateDmn(several(hit), 'Level', { context: { age } })).value;

  it('are a context by the names of the outputs', async () => {
    expect(await ask('UNIQUE', 13)).toEqual({ status: 'declined', rate: 'standard' });
    expect(await ask('RULE ORDER', 16)).toEqual([
      { status: 'declined', rate: 'standard' },
      { status: 'approved', rate: 'best' },
    ]);
  });

  it('have priority by the first output, then by the second', async () => {
    expect(await ask('PRIORITY', 20)).toEqual({ status: 'approved', rate: 'best' });
    expect(await ask('OUTPUT ORDER', 20)).toEqual([
      { status: 'approved', rate: 'best' },
      { status: 'approved', rate: 'standard' },
      { status: 'declined', rate: 'standard' },
    ]);
  });
});

describe('DMN 1.5 §8.2.8 what a table expects', () => {
  it('gives null with a reason for an input that is not among the input values', async () => {
    const xml = decide('UNIQUE', ['"a" | "A"', '- | "other"'].slice(0, 1)).replace(
      '</inputExpression>',
      '</inputExpression><inputValues><text>&lt; 50</text></inputValues>',
    );

    const { value, warnings } = await evaluateDmn(xml, 'Level', { context: { points: 60 } });

    expect(value).toBeNull();
    expect(warnings).toEqual(['Level: Expected input 1 of the table to be among its input values, but it is not']);
  });

  it('makes an output that is not among the output values null, with a reason', async () => {
    const xml = decide('UNIQUE', ['- | "middle"'], 'level:string="high","low"');

    expect(await evaluateDmn(xml, 'Level', { context: { points: 1 } })).toMatchObject({
      value: null,
      warnings: ["Level: Expected output 'level' to be among its output values, but it is not"],
    });
  });

  it('takes "-" for anything, also for null, and a test that uses "?"', async () => {
    const xml = decide('UNIQUE', ['? > 5 and ? < 8 | "between"', '> 100 | "much"', 'null | "nothing"']);
    const any = decide('UNIQUE', ['- | "any"']);

    expect(await evaluate(xml, 6)).toEqual({ value: 'between', rules: [1] });
    expect((await evaluateDmn(xml, 'Level', { context: {} })).value).toBe('nothing');
    expect((await evaluateDmn(any, 'Level', { context: {} })).value).toBe('any');
  });
});
