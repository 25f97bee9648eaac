import { decision, dmnXml, input, literal } from '../../support/dmn-xml.js';
import { evaluateDmn, valueOfDmn } from '../../support/evaluate-dmn.js';

const item = (name: string, content: string, attributes = ''): string =>
  `<itemDefinition name="${name}" ${attributes}>${content}</itemDefinition>`;
const component = (name: string, type: string): string =>
  `<itemComponent name="${name}"><typeRef>${type}</typeRef></itemComponent>`;
const types =
  item('numbers', '<typeRef>number</typeRef>', 'isCollection="true"') +
  item('dates', '<typeRef>date</typeRef>', 'isCollection="true"') +
  item('person', component('name', 'string') + component('born', 'date')) +
  item('grade', '<typeRef>string</typeRef><allowedValues><text>"A", "B", "C"</text></allowedValues>') +
  item(
    'few',
    '<typeRef>number</typeRef><allowedValues><text>&lt; 10</text></allowedValues><typeConstraint><text>count(?) &lt;= 2</text></typeConstraint>',
    'isCollection="true"',
  ) +
  item(
    'tree',
    component('value', 'number') +
      '<itemComponent name="branches" isCollection="true"><typeRef>tree</typeRef></itemComponent>',
  );

const coerced = (type: string, text: string): Promise<unknown> =>
  valueOfDmn(dmnXml(types + decision('Result', literal(text), { typeRef: type })), 'Result');

describe('DMN 1.5 §10.3.2.9.4 what a declared type makes of a value', () => {
  it.each<[string, string, unknown]>([
    ['number', '1 + 1', 2],
    ['string', '1 + 1', null],
    ['numbers', '10', [10]],
    ['numbers', '"x"', null],
    ['numbers', 'null', null],
    ['numbers', '[1, "x"]', null],
    ['number', '[10]', 10],
    ['number', '["x"]', null],
    ['number', '[[[10]]]', 10],
    ['number', '[[10, 11]]', null],
    ['date and time', 'date("2026-01-05")', '2026-01-05T00:00:00Z'],
    ['dates', 'date("2026-01-05")', ['2026-01-05']],
    ['person', '{name: "Ola", born: date("2000-01-01"), more: 1}', { name: 'Ola', born: '2000-01-01', more: 1 }],
    ['person', '{name: "Ola"}', null],
    ['grade', '"B"', 'B'],
    ['grade', '"F"', null],
    ['few', '[1, 2]', [1, 2]],
    ['few', '[1, 20]', null],
    ['few', '[1, 2, 3]', null],
    ['tree', '{value: 1, branches: [{value: 2, branches: []}]}', { value: 1, branches: [{ value: 2, branches: [] }] }],
    ['tree', '{value: 1, branches: [{value: "x", branches: []}]}', null],
    ['Any', '[1, "x"]', [1, 'x']],
    ['range<number>', '[1..5]', '[1..5]'],
    ['range<number>', '["a".."c"]', null],
    ['list<string>', '"a"', ['a']],
    ['context', '{a: 1}', { a: 1 }],
    ['function', '1', null],
    ['empty', '"anything"', 'anything'],
  ])('%s of %s is %j', async (type, text, expected) => {
    expect(await coerced(type, text)).toEqual(expected);
  });

  it('says why a value is null, naming the type and never the value', async () => {
    const xml = dmnXml(types + decision('Result', literal('"F"'), { typeRef: 'grade' }));

    expect((await evaluateDmn(xml, 'Result')).warnings).toEqual([
      "Result: Expected a value of type 'grade', but got a string",
    ]);
  });
});

describe('DMN 1.5 §7.3.3 input data', () => {
  const born = dmnXml(
    types + input('p', 'person') + decision('Year', literal('p.born.year'), { requires: 'input:p', typeRef: 'number' }),
  );

  it('comes as JSON and is read by its declared type: a date is a text', async () => {
    expect(await valueOfDmn(born, 'Year', { p: { name: 'Ola', born: '2001-05-17' } })).toBe(2001);
  });

  it('that does not conform is null, with a reason', async () => {
    const { value, warnings } = await evaluateDmn(born, 'Year', { context: { p: { name: 'Ola', born: 'yesterday' } } });

    expect(value).toBeNull();
    expect(warnings).toEqual(["p: Expected a value of type 'person', but got a context"]);
  });

  it('of durations and lists of dates is read from texts', async () => {
    const xml = dmnXml(
      types +
        input('wait', 'days and time duration') +
        input('days', 'dates') +
        decision('Last', literal('days[-1] + wait'), { requires: 'input:wait input:days', typeRef: 'date' }),
    );

    expect(await valueOfDmn(xml, 'Last', { wait: 'P2D', days: ['2026-01-01', '2026-01-30'] })).toBe('2026-02-01');
  });

  it('that is one value where a list is declared is a list of it', async () => {
    const xml = dmnXml(types + input('n', 'numbers') + decision('Count', literal('count(n)'), { requires: 'input:n' }));

    expect(await valueOfDmn(xml, 'Count', { n: 5 })).toBe(1);
  });
});

describe('DMN 1.5 §7.3.3 item definitions', () => {
  it('may be asked for with instance of', async () => {
    const xml = dmnXml(types + decision('Result', literal('[[1] instance of numbers, "x" instance of numbers]')));

    expect(await valueOfDmn(xml, 'Result')).toEqual([true, false]);
  });

  it('that use each other five times each are read at once', async () => {
    const fields = (n: number): string =>
      ['a', 'b', 'c', 'd', 'e'].map((name) => component(name, `t${(n + 1) % 30}`)).join('');
    const many = Array.from({ length: 30 }, (_, n) => item(`t${n}`, fields(n))).join('');

    expect(await valueOfDmn(dmnXml(many + decision('Result', literal('1 instance of t0'))), 'Result')).toBe(false);
  });

  it('that are not defined are a warning, and take any value', async () => {
    expect(await coerced('unknown', '"x"')).toBe('x');
  });
});

describe('DMN versions', () => {
  it.each([
    ['1.1', 'http://www.omg.org/spec/DMN/20151101/dmn.xsd'],
    ['1.2', 'http://www.omg.org/spec/DMN/20180521/MODEL/'],
    ['1.3', 'https://www.omg.org/spec/DMN/20191111/MODEL/'],
    ['1.4', 'https://www.omg.org/spec/DMN/20211108/MODEL/'],
    ['1.5', 'https://www.omg.org/spec/DMN/20230324/MODEL/'],
  ])('%s is read', async (_, version) => {
    expect(await valueOfDmn(dmnXml(decision('Result', literal('1 + 1')), { version }), 'Result')).toBe(2);
  });

  it('1.1 writes types with a prefix', async () => {
    const xml = `<dmn:definitions xmlns:dmn="http://www.omg.org/spec/DMN/20151101/dmn.xsd" xmlns:feel="http://www.omg.org/spec/FEEL/20140401"
      xmlns:own="https://example.org/own" xmlns="https://example.org/own" id="d" name="d" namespace="https://example.org/own">
      <dmn:itemDefinition name="tNumber"><dmn:typeRef>feel:number</dmn:typeRef></dmn:itemDefinition>
      <dmn:decision id="a" name="a"><dmn:variable name="a" typeRef="own:tNumber"/><dmn:literalExpression><dmn:text>"x"</dmn:text></dmn:literalExpression></dmn:decision>
      </dmn:definitions>`;

    expect(await evaluateDmn(xml, 'a')).toMatchObject({ value: null });
  });

  it('1.1 names the types of an import by the prefix of its namespace, and some tools a prefix of nobody', async () => {
    const base = dmnXml(types, { namespace: 'https://example.org/base' });
    const user = dmnXml(
      '<import name="b" namespace="https://example.org/base"/>' +
        decision('Known', literal('"F"'), { typeRef: 'base:grade' }) +
        decision('Odd', literal('"x"'), { typeRef: 'tns:number' }),
    ).replace('<definitions ', '<definitions xmlns:base="https://example.org/base" ');

    expect(await valueOfDmn([base, user], 'Known')).toBeNull();
    expect(await valueOfDmn([base, user], 'Odd')).toBeNull();
  });
});
