import { context, decision, dmn15, dmnXml, input, knowledge, literal, table } from '../../support/dmn-xml.js';
import { contextFrom } from '../../../src/engine/decision/ask-decision.js';
import { evaluateDecision } from '../../../src/engine/decision/evaluate-decision.js';
import { readDmn } from '../../../src/engine/decision/read-dmn.js';
import { evaluateDmn, valueOfDmn } from '../../support/evaluate-dmn.js';

describe('DMN 1.5 §6.2 requirements', () => {
  const diamond = dmnXml(
    input('n', 'number') +
      decision('Base', literal('n + 1'), { requires: 'input:n' }) +
      decision('Left', literal('Base * 2'), { requires: 'decision:Base' }) +
      decision('Right', literal('Base * 3'), { requires: 'decision:Base' }) +
      decision('Top', literal('Left + Right'), { requires: 'decision:Left decision:Right' }),
  );

  it('evaluates each decision once, and tells which', async () => {
    const { value, decisions } = await evaluateDmn(diamond, 'Top', { context: { n: 1 } });

    expect(value).toBe(10);
    expect(decisions).toEqual({ Base: 2, Left: 4, Right: 6, Top: 10 });
  });

  it('shows an element only what it requires', async () => {
    const xml = dmnXml(input('n', 'number') + decision('Blind', literal('n = null')));

    expect(await valueOfDmn(xml, 'Blind', { n: 1 })).toBe(true);
  });

  it('shows what it is given to a model that draws no input data, as Camunda’s tools do', async () => {
    const season = decision(
      'Dish',
      table({ inputs: ['season'], outputs: ['dish:string'], rules: ['"Winter" | "Stew"'] }),
    );
    const drawn = dmnXml(input('season', 'string') + season);
    const context = { season: 'Winter' };

    expect(await valueOfDmn(dmnXml(season), 'Dish', context)).toBe('Stew');
    expect(await valueOfDmn(drawn, 'Dish', context)).toBeNull();
    expect(
      await valueOfDmn(drawn.replace(' id="definitions"', ' id="d" exporter="Camunda Modeler"'), 'Dish', context),
    ).toBe('Stew');
  });

  it('takes a decision without logic from outside, and null where nobody made it', async () => {
    const xml = dmnXml(
      decision('Opinion', '') + decision('Result', literal('"It is " + Opinion'), { requires: 'decision:Opinion' }),
    );

    expect(await valueOfDmn(xml, 'Result', { Opinion: 'good' })).toBe('It is good');
    expect(await valueOfDmn(xml, 'Opinion')).toBeNull();
  });

  it('answers a decision of 200 levels, each of which asks the one before twice, at once', async () => {
    const levels = Array.from({ length: 200 }, (_, n) =>
      decision(`d${n + 1}`, literal(`(d${n} + d${n}) / 2`), { requires: `decision:d${n}` }),
    );

    expect(await valueOfDmn(dmnXml(decision('d0', literal('7')) + levels.join('')), 'd200')).toBe(7);
  });
});

describe('DMN 1.5 §6.3.9 business knowledge models', () => {
  it('are functions for who requires them, with tables inside and others that they require', async () => {
    const xml = dmnXml(
      knowledge('Half', 'n:number', literal('n / 2')) +
        knowledge(
          'Size',
          'n:number',
          table({ inputs: ['Half(n)'], outputs: ['size'], rules: ['< 5 | "small"', '>= 5 | "large"'] }),
          { requires: 'knowledge:Half' },
        ) +
        decision('Result', literal('[Size(9), Size(n: 10)]'), { requires: 'knowledge:Size' }),
    );

    expect(await evaluateDmn(xml, 'Result')).toMatchObject({ value: ['small', 'large'], rules: [1, 2] });
  });

  it('may call themselves, as long as they end', async () => {
    const faculty = knowledge('Faculty', 'n:number', literal('if n < 2 then 1 else n * Faculty(n - 1)'));
    const endless = knowledge('Endless', 'n', literal('Endless(n)'));

    expect(await valueOfDmn(dmnXml(faculty), 'bkm:Faculty', { n: 20 })).toBe(2432902008176640000);
    const { value, warnings } = await evaluateDmn(dmnXml(endless), 'bkm:Endless', { context: { n: 1 } });
    expect(value).toBeNull();
    expect(warnings.at(-1)).toContain('FEEL_LIMIT');
  });

  it('give what their function type says (DMN 1.3), or their variable’s own type (DMN 1.1)', async () => {
    const types = '<itemDefinition name="numbers" isCollection="true"><typeRef>number</typeRef></itemDefinition>';
    const giver = '<itemDefinition name="giver"><functionItem outputTypeRef="numbers"/></itemDefinition>';
    const xml = dmnXml(
      types +
        giver +
        knowledge('New', '', literal('1'), { typeRef: 'giver' }) +
        knowledge('Old', '', literal('[1]'), { typeRef: 'number' }),
    );

    expect(await valueOfDmn(xml, 'bkm:New')).toEqual([1]);
    expect(await valueOfDmn(xml, 'bkm:Old')).toBe(1);
  });
});

describe('DMN 1.5 §6.3.10 decision services', () => {
  const service = (name: string, content: string): string =>
    `<decisionService id="${name}" name="${name}"><variable name="${name}"/>${content}</decisionService>`;
  const model =
    input('a', 'string') +
    input('b', 'string') +
    decision('Own', literal('"own"'), { typeRef: 'string' }) +
    decision('Joined', literal('a + b + Own'), { requires: 'input:a input:b decision:Own' }) +
    decision('Count', literal('string length(Joined)'), { requires: 'decision:Joined' });
  const join = service(
    'Join',
    '<outputDecision href="#Joined"/><inputDecision href="#Own"/><inputData href="#a"/><inputData href="#b"/>',
  );
  const both = service('Both', '<outputDecision href="#Joined"/><outputDecision href="#Count"/><inputData href="#a"/>');

  it('take input data first, then input decisions, which they never make themselves', async () => {
    const xml = dmnXml(
      model + join + decision('Result', literal('Join("1", "2", "3")'), { requires: 'knowledge:Join' }),
    );

    expect(await valueOfDmn(xml, 'Result')).toBe('123');
    expect(await valueOfDmn(xml, 'service:Join', { a: '1', b: '2', Own: '3' })).toBe('123');
  });

  it('with several output decisions give a context by their names', async () => {
    expect(await valueOfDmn(dmnXml(model + both), 'service:Both', { a: 'x' })).toEqual({ Joined: null, Count: null });
  });

  it('leave the same elements outside as they are', async () => {
    const xml = dmnXml(
      model +
        join +
        decision(
          'Result',
          context(['inside', literal('Join(a: "1", b: "2", Own: "3")')], ['outside', literal('a + Own')]),
          {
            requires: 'input:a decision:Own knowledge:Join',
          },
        ),
    );

    expect(await valueOfDmn(xml, 'Result', { a: 'A' })).toEqual({ inside: '123', outside: 'Aown' });
  });

  it('are called by an invocation too; a parameter that is not of its type is null', async () => {
    const bind = (name: string, text: string): string =>
      `<binding><parameter name="${name}"/>${literal(text)}</binding>`;
    const isNull = decision('IsNull', literal('a = null'), { requires: 'input:a' });
    const xml = dmnXml(
      model +
        isNull +
        service('Ask', '<outputDecision href="#IsNull"/><inputData href="#a"/>') +
        decision('Result', `<invocation>${literal('Ask')}${bind('a', '123')}</invocation>`, {
          requires: 'knowledge:Ask',
        }),
    );

    expect(await valueOfDmn(xml, 'Result')).toBe(true);
  });
});

describe('DMN 1.5 §6.3.3 imports', () => {
  const base = dmnXml(
    '<itemDefinition name="person"><itemComponent name="age"><typeRef>number</typeRef></itemComponent></itemDefinition>' +
      input('Person Name', 'string') +
      decision('Greet the Person', literal('"Hello, " + Person Name'), { requires: 'input:Person_Name' }) +
      knowledge('Double It', 'n:number', literal('n * 2')),
    { namespace: 'https://example.org/base' },
  );
  const importOf = (name: string): string =>
    `<import name="${name}" namespace="https://example.org/base" importType="${dmn15}"/>`;
  const uses = (name: string, prefix: string): string =>
    dmnXml(
      importOf(name) +
        input('p', `${prefix}person`) +
        decision(
          'Result',
          context(['greeting', literal(`${prefix}Greet the Person`)], ['age', literal(`${prefix}Double It(p.age)`)]),
          {
            requires:
              'input:p decision:https://example.org/base#Greet_the_Person knowledge:https://example.org/base#Double_It',
          },
        ),
    );

  it('are seen under the name of the import, whatever the order of the documents', async () => {
    const given = { p: { age: 20 }, 'Person Name': 'Kari' };

    expect(await valueOfDmn([uses('my base', 'my base.'), base], 'Result', given)).toEqual({
      greeting: 'Hello, Kari',
      age: 40,
    });
  });

  it('take the data of the imported model under the name of the import too', async () => {
    const nested = { p: { age: 1 }, 'my base': { 'Person Name': 'Ola' } };

    expect(await valueOfDmn([base, uses('my base', 'my base.')], 'Result', nested)).toEqual({
      greeting: 'Hello, Ola',
      age: 2,
    });
  });

  it('may be given values by the way they are imported: i, i inside i, and x', async () => {
    const model = (own: string, imports: Readonly<Record<string, string>>): string => {
      const names = Object.entries(imports);
      const said = ['"said " + word', ...names.map(([name]) => `${name}.Say`)].join(' + ", " + ');
      return dmnXml(
        names.map(([name, other]) => `<import name="${name}" namespace="https://example.org/${other}"/>`).join('') +
          input('word', 'string') +
          decision('Say', literal(said), {
            requires: ['input:word', ...names.map(([, other]) => `decision:https://example.org/${other}#Say`)].join(
              ' ',
            ),
          }),
        { namespace: `https://example.org/${own}` },
      );
    };
    const models = [model('a', { i: 'b', x: 'c' }), model('b', { i: 'c' }), model('c', {})];
    const reading = await readDmn(models);

    const answer = evaluateDecision(reading.ok ? reading.models : [], {
      what: 'decision',
      name: 'Say',
      namespace: 'https://example.org/a',
      context: contextFrom({ word: 'A', i: { word: 'B', i: { word: 'C by B' } }, x: { word: 'C' } }),
    });

    expect(answer).toMatchObject({ warnings: [], value: 'said A, said B, said C by B, said C' });
  });

  it('without a name are seen as if they were one’s own (DMN 1.5)', async () => {
    const given = { p: { age: 3 }, 'Person Name': 'Kari' };

    expect(await valueOfDmn([base, uses('', '')], 'Result', given)).toEqual({ greeting: 'Hello, Kari', age: 6 });
  });

  it('of 30 models, each of which imports the one before twice, are read and evaluated at once', async () => {
    const at = (n: number): string => `https://example.org/${n}`;
    const model = (n: number): string =>
      dmnXml(
        (n === 0
          ? input('a')
          : `<import name="x" namespace="${at(n - 1)}"/><import name="y" namespace="${at(n - 1)}"/>`) +
          decision('d', literal(n === 0 ? 'a + 1' : 'x.d + 1'), {
            requires: n === 0 ? 'input:a' : `decision:${at(n - 1)}#d`,
          }),
        { namespace: at(n) },
      );
    const models = Array.from({ length: 30 }, (_, n) => model(n));

    const reading = await readDmn(models);
    const answer = evaluateDecision(reading.ok ? reading.models : [], {
      what: 'decision',
      name: 'd',
      namespace: at(29),
      context: contextFrom({ a: 1 }),
    });

    expect(answer).toMatchObject({ ok: true, value: 31 });
  });

  it('check the types of the imported model', async () => {
    const { value, warnings } = await evaluateDmn([base, uses('b', 'b.')], 'Result', { context: { p: { years: 1 } } });

    expect(value).toEqual({ greeting: null, age: null });
    expect(warnings[0]).toBe("p: Expected a value of type 'person', but got a context");
  });
});

describe('a model of a size that nobody draws', () => {
  it('with a context of 1 000 entries, each of which uses the one before, is read within 2 s', async () => {
    const entries = Array.from(
      { length: 1_000 },
      (_, n) => [`e ${n}`, literal(n === 0 ? '1' : `e ${n - 1} + 1`)] as const,
    );
    const xml = dmnXml(decision('Result', context(...entries, ['', literal('e 999')])));

    expect(await valueOfDmn(xml, 'Result')).toBe(1_000);
  }, 60_000);

  it('that asks for nine million steps ends with a reason', async () => {
    const inner = `<for iteratorVariable="y"><in>${literal('[1..3000]')}</in><return>${literal('y')}</return></for>`;
    const xml = dmnXml(
      decision('Result', `<for iteratorVariable="x"><in>${literal('[1..3000]')}</in><return>${inner}</return></for>`),
    );

    const { value, warnings } = await evaluateDmn(xml, 'Result');

    expect(value).toBeNull();
    expect(warnings).toEqual(['FEEL_LIMIT Expected at most 2000000 steps, but it takes more']);
  });
});
